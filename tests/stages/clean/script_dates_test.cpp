#include "stages/clean/script_dates.h"

#include <gtest/gtest.h>

#include <string>

#include "core/html/parser.h"
#include "stages/clean/page_elements.h"

namespace khabar {
namespace {

TEST(ScriptDates, ReadsTheKeysThatPagesUse) {
  EXPECT_EQ(date_in_script(R"(x={"publishedAt":"2020-05-01T10:00:00Z"})"), "2020-05-01T10:00:00Z");
  EXPECT_EQ(date_in_script(R"("{\"published_at\": \"2020-05-01\"}")"), "2020-05-01");
  EXPECT_EQ(date_in_script("{pubDate: '2020-05-01 10:00'}"), "2020-05-01 10:00");
}

TEST(ScriptDates, PrefersPublicationToCreation) {
  EXPECT_EQ(date_in_script(R"({"createdAt":"2020-04-01","publishDate":"2020-05-01"})"),
            "2020-05-01");
  EXPECT_EQ(date_in_script(R"({"createdAt":"2020-04-01"})"), "2020-04-01");
}

TEST(ScriptDates, GiveNothingForOtherKeysValuesAndLists) {
  EXPECT_EQ(date_in_script(R"({"unpublishedAt":"2020-05-01","publishedAt":1588327200})"), "");
  EXPECT_EQ(date_in_script("publishedAt"), "");
  EXPECT_EQ(date_in_script("publishedAt 2020-05-01"), "");
  std::string teasers;
  for (int day = 1; day <= 9; ++day) {
    teasers += R"({"pubDate":"2020-05-0)" + std::to_string(day) + "\"},";
  }
  EXPECT_EQ(date_in_script(teasers), "");
}

TEST(ScriptDates, AreCollectedWhereTheHeadBearsNone) {
  HtmlParser parser;
  const Tree& tree = parser.parse("<script>var s={\"publishedAt\":\"2020-05-01\"}</script><p>x");
  PageElements elements;
  elements.read(tree);
  PageFacts facts;
  collect_script_date(elements.head(), facts);
  ASSERT_EQ(facts.metas.size(), 1u);
  EXPECT_EQ(facts.metas[0], (MetaTag{std::string(kFactsScriptDate), "2020-05-01"}));
  facts.metas = {{"article:published_time", "2020-05-02"}};
  collect_script_date(elements.head(), facts);
  EXPECT_EQ(facts.metas.size(), 1u);
}

}  // namespace
}  // namespace khabar
