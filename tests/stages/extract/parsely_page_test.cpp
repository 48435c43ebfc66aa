#include "stages/extract/parsely_page.h"

#include <gtest/gtest.h>

#include <string>

namespace khabar {
namespace {

std::string said(std::string_view content) {
  std::string out;
  for (const MetaTag& meta : parsely_page_metas(content)) {
    out += meta.name.substr(8) + "=" + meta.content + "\n";
  }
  return out;
}

TEST(ParselyPage, SaysWhatTheSingleTagsSay) {
  EXPECT_EQ(said(R"({"title": "Ferry returns", "link": "https://a.example/ferry", "type": "post",
                     "image_url": "https://a.example/f.jpg", "pub_date": "2020-05-01T08:00:00Z",
                     "section": "Sea", "authors": ["Ann Lee", "Tom Ashby"],
                     "tags": ["ferry", "harbour"], "metadata": {"title": "inner"}})"),
            "title=Ferry returns\nimage-url=https://a.example/f.jpg\n"
            "pub-date=2020-05-01T08:00:00Z\nsection=Sea\nauthor=Ann Lee\nauthor=Tom Ashby\n"
            "page:tags=ferry,harbour\n");
}

TEST(ParselyPage, NamesAnAuthorOnceWhoStandsInBothKeys) {
  EXPECT_EQ(said(R"({"author": "سلمى حداد", "authors": ["سلمى حداد"]})"), "author=سلمى حداد\n");
}

TEST(ParselyPage, KeepsWhatStandsBeforeTheBreak) {
  EXPECT_EQ(said(R"({"title": "Ferry returns", "section": "Sea", "tags": ["fer)"),
            "title=Ferry returns\nsection=Sea\n");
}

TEST(ParselyPage, SaysNothingOfWhatIsNoObject) {
  for (const char* content : {"", "x", "[", "[\"Ferry\"]", "{\"title\": 7, \"tags\": null}"}) {
    EXPECT_EQ(said(content), "") << content;
  }
  EXPECT_EQ(said(std::string(100000, '{')), "");
}

TEST(ParselyPage, BoundsItsLists) {
  std::string content = "{\"authors\": [";
  for (int i = 0; i < 500; ++i) content += "\"Name " + std::to_string(i) + "\", ";
  EXPECT_EQ(parsely_page_metas(content).size(), 40u);
}

}  // namespace
}  // namespace khabar
