#include "stages/extract/credits.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/stages/extract/test_tables.h"

namespace khabar {
namespace {

using Names = std::vector<std::string>;

// A page of a headline at node 100 and a story from 150 to 300.
class CreditsTest : public TablesTest {
 protected:
  void SetUp() override {
    article_.title = "Ferry returns after repair";
    facts_.headings.push_back({article_.title, 1, {}});
    facts_.headings.back().place.position = 100;
    facts_.body_position = 150;
    facts_.body_end_position = 300;
  }

  CreditMark& mark(CreditKind kind, const char* text, std::uint32_t position = 110) {
    CreditMark one;
    one.kind = kind;
    one.text = text;
    one.place.position = position;
    facts_.credits.push_back(one);
    return facts_.credits.back();
  }
  void meta(const char* name, const char* content) { facts_.metas.push_back({name, content}); }
  Names authors() const {
    const std::uint32_t headline = headline_position(facts_, article_.title);
    return choose_credits(article_, facts_, headline, structured_, names_, tables_->bylines)
        .authors;
  }

  Article article_;
  PageFacts facts_;
  StructuredArticle structured_;
  SiteNames names_{"Coast Herald", "", "coastherald"};
};

TEST_F(CreditsTest, TakesTheNameThatMostSourcesSay) {
  meta("author", "Web Desk Publisher");
  structured_.authors = {"Jane Roe"};
  mark(CreditKind::rel_author, "Jane Roe");
  EXPECT_EQ(authors(), Names{"Jane Roe"});
}

TEST_F(CreditsTest, HearsOfTheMarginsOnlyWhereTheStoryNamesNobody) {
  mark(CreditKind::rel_author, "Max Stone", 20).place.in_side = true;
  EXPECT_EQ(authors(), Names{"Max Stone"});
  mark(CreditKind::class_author, "Jane Roe");
  EXPECT_EQ(authors(), Names{"Jane Roe"});
}

TEST_F(CreditsTest, NeverTakesReadersForAuthors) {
  CreditMark& reader = mark(CreditKind::class_author, "Max Stone", 320);
  reader.place.in_side = reader.place.in_comments = true;
  EXPECT_EQ(authors(), Names{});
}

TEST_F(CreditsTest, TakesTheSiteAtItsWordWhenItNamesNobodyElse) {
  meta("author", "Coast Herald");
  EXPECT_EQ(authors(), Names{"Coast Herald"});
  mark(CreditKind::text_by, "By Jane Roe");
  EXPECT_EQ(authors(), Names{"Jane Roe"});
}

TEST_F(CreditsTest, LeavesTheSiteThatStandsBehindAName) {
  meta("author", "Jane Roe, Coast Herald Cyprus");
  EXPECT_EQ(authors(), Names{"Jane Roe"});
  names_ = {"جريدة المدينة", "", "madina"};
  facts_.metas.back().content = "سامر حداد، المدينة";
  EXPECT_EQ(authors(), Names{"سامر حداد"});
  facts_.metas.back().content = "Jane Roe, Max Stone";
  EXPECT_EQ(authors(), (Names{"Jane Roe", "Max Stone"}));
}

TEST_F(CreditsTest, LeavesLabelsRolesDatesAndAccountsOutOfABylineBlock) {
  mark(CreditKind::class_author, "Written by\nJane Roe\nHead Gardener\nUpdated May 3, 2020", 108);
  EXPECT_EQ(authors(), Names{"Jane Roe"});
  facts_.credits.clear();
  meta("author", "admin");
  mark(CreditKind::rel_author, "View all posts by Jane Roe", 310);
  EXPECT_EQ(authors(), Names{"Jane Roe"});
}

TEST_F(CreditsTest, TakesNoButtonsForNames) {
  mark(CreditKind::rel_author, "Full Bio");
  mark(CreditKind::author_link, "See all of her reviews");
  mark(CreditKind::class_author, "Social Links for", 112);
  EXPECT_EQ(authors(), Names{});
  meta("author", "Jane Roe");
  EXPECT_EQ(authors(), Names{"Jane Roe"});
}

TEST_F(CreditsTest, JoinsTheLinesOfOneList) {
  mark(CreditKind::class_author, "By Jane Roe\nand John Doe\n5 minute read");
  EXPECT_EQ(authors(), (Names{"Jane Roe", "John Doe"}));
}

TEST_F(CreditsTest, ReadsDateLinesAndTheStorysOwnLines) {
  TimeMark time;
  time.text = "06.11.2023 13:30 von Olga Klein";
  time.place.position = 105;
  facts_.times.push_back(time);
  EXPECT_EQ(authors(), Names{"Olga Klein"});
  facts_.times.clear();
  for (const char* line :
       {"The ferry is back.", "It sails at nine.", "Nobody waits.", "Text: Ann Lee"}) {
    Paragraph paragraph;
    paragraph.text = line;
    article_.paragraphs.push_back(paragraph);
  }
  EXPECT_EQ(authors(), Names{"Ann Lee"});
}

TEST_F(CreditsTest, FollowsLinksToAuthorsPagesBesideTheHeadlineOnly) {
  mark(CreditKind::author_link, "All writers", 5);
  EXPECT_EQ(authors(), Names{});
  mark(CreditKind::author_link, "Jane Roe", 112);
  EXPECT_EQ(authors(), Names{"Jane Roe"});
}

TEST_F(CreditsTest, PrefersTheSpellingWithAccents) {
  structured_.authors = {"Zoe Munoz"};
  mark(CreditKind::rel_author, "Zoé Muñoz");
  EXPECT_EQ(authors(), Names{"Zoé Muñoz"});
}

TEST_F(CreditsTest, TakesNoAddressesForNames) {
  structured_.authors = {"https://coast.example/author/jane#author"};
  meta("article:author", "www.facebook.com/coast");
  EXPECT_EQ(authors(), Names{});
}

}  // namespace
}  // namespace khabar
