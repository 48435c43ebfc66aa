#include "stages/clean/author_signs.h"

#include <gtest/gtest.h>

namespace khabar {
namespace {

TEST(AuthorSigns, LinesThatOpenAsBylinesDo) {
  for (const char* line : {"By Jane Roe", "BY JANE ROE", "By\nJane Roe", "Von Max Muster",
                           "Geschrieben von Max Muster", "Par Anne Dupont", "بقلم سامي الخطيب",
                           "Автор: Иван Петров"}) {
    EXPECT_TRUE(says_by(line)) << line;
  }
}

TEST(AuthorSigns, LinesThatDoNot) {
  for (const char* line : {"", "By", "bY Jane Roe", "Bystanders saw the fire", "Vonnegut at 100",
                           "Jane Roe by the sea", "سامي الخطيب"}) {
    EXPECT_FALSE(says_by(line)) << line;
  }
}

TEST(AuthorSigns, LinksToThePageOfOneWhoWrites) {
  for (const char* href : {"/author/jane-roe", "https://a.example/autoren/max.html", "/?author=7",
                           "/en/staff/jane", "https://a.example/news/writers"}) {
    EXPECT_TRUE(leads_to_author(href)) << href;
  }
}

TEST(AuthorSigns, LinksElsewhere) {
  for (const char* href : {"", "/", "author/jane-roe", "/author/", "/writer", "/authority/rules",
                           "/news/by-election", "#author/jane", "/Author/jane"}) {
    EXPECT_FALSE(leads_to_author(href)) << href;
  }
}

}  // namespace
}  // namespace khabar
