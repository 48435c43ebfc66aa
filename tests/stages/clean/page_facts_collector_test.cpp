#include "stages/clean/page_facts_collector.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "core/html/parser.h"

namespace khabar {
namespace {

class PageFactsTest : public ::testing::Test {
 protected:
  const PageFacts& collect(const std::string& html) {
    html_ = html;
    const Tree& tree = parser_.parse(html_);
    elements_.read(tree);
    collector_.collect_head(tree, elements_, facts_);
    collector_.collect_marks(elements_, facts_);
    return facts_;
  }
  const CreditMark* credit(const std::string& text) const {
    const auto found = std::find_if(facts_.credits.begin(), facts_.credits.end(),
                                    [&](const CreditMark& mark) { return mark.text == text; });
    return found == facts_.credits.end() ? nullptr : &*found;
  }

  std::string html_;
  HtmlParser parser_;
  PageElements elements_;
  PageFactsCollector collector_;
  PageFacts facts_;
};

TEST_F(PageFactsTest, FindsTheTitleThatAnImagePushedIntoTheBody) {
  collect(
      "<head><title>Tag</title><noscript><img src=x></noscript>"
      "<meta property=og:title content='Ferry returns'></head>");
  EXPECT_EQ(page_title(facts_), "Ferry returns");
  EXPECT_EQ(facts_.title_tag, "Tag");
}

TEST_F(PageFactsTest, TellsMarginsFromTheStory) {
  collect(
      "<title>Ferry returns</title><h1>Ferry returns</h1>"
      "<p class=author>Jane Roe</p><div class=related><p class=author>Max Stone</p></div>");
  ASSERT_TRUE(credit("Jane Roe") && credit("Max Stone"));
  EXPECT_FALSE(credit("Jane Roe")->place.in_side);
  EXPECT_TRUE(credit("Max Stone")->place.in_side);
}

TEST_F(PageFactsTest, TakesNoWrapperOfTheHeadlineForAMargin) {
  collect(
      "<title>Ferry returns</title><div class='widget teaser'><h1>Ferry returns</h1>"
      "<p class=author>Jane Roe</p></div>");
  ASSERT_TRUE(credit("Jane Roe"));
  EXPECT_FALSE(credit("Jane Roe")->place.in_side);
}

TEST_F(PageFactsTest, MarksWhatReadersWrote) {
  collect(
      "<title>Ferry returns</title><h1>Ferry returns</h1>"
      "<ol class=commentlist><li class=author>Max Stone</ol>");
  ASSERT_TRUE(credit("Max Stone"));
  EXPECT_TRUE(credit("Max Stone")->place.in_comments);
}

TEST_F(PageFactsTest, KnowsLinksToAuthors) {
  collect(
      "<title>Ferry returns</title><h1>Ferry returns</h1>"
      "<a href=/author/jane-roe>Jane Roe</a><a href=/authority>Port</a>");
  ASSERT_TRUE(credit("Jane Roe"));
  EXPECT_EQ(credit("Jane Roe")->kind, CreditKind::author_link);
  EXPECT_EQ(credit("Port"), nullptr);
}

TEST_F(PageFactsTest, TakesLinesForDatesByTheDigitsOfAnyScript) {
  for (const char* line : {"3 May", "٣ مايو", "۳ اردیبهشت", "३ मई", "５月", "߃ ߡߍ߫", "May 𝟑"}) {
    collect("<title>Ferry returns</title><h1>Ferry returns</h1><b>" + std::string(line) + "</b>");
    EXPECT_EQ(facts_.times.size(), 1u) << line;
  }
  for (const char* line :
       {"Third of May", "مايو ويونيو", "اردیبهشت", "मई", "五月", "ᐊᐃᑦ", "🙂 May"}) {
    collect("<title>Ferry returns</title><h1>Ferry returns</h1><b>" + std::string(line) + "</b>");
    EXPECT_EQ(facts_.times.size(), 0u) << line;
  }
}

TEST_F(PageFactsTest, ReadsDatesOutOfAttributes) {
  collect(
      "<title>Ferry returns</title><h1>Ferry returns</h1>"
      "<abbr class=published title=2020-05-01T10:00:00Z>yesterday</abbr>");
  ASSERT_EQ(facts_.times.size(), 1u);
  EXPECT_EQ(facts_.times[0].machine, "2020-05-01T10:00:00Z");
}

// Every list is bounded, and no subtree is searched without end.
TEST_F(PageFactsTest, StaysSmallOnHostilePages) {
  std::string html = "<title>Ferry returns</title><h1>Ferry returns</h1>";
  for (int i = 0; i < 3000; ++i) {
    html += "<div class='date author tags breadcrumb'>1 May <a rel=author>x";
  }
  collect(html);
  EXPECT_LE(facts_.times.size(), kFactsMarksMax);
  EXPECT_LE(facts_.credits.size(), kFactsMarksMax);
  EXPECT_LE(facts_.tag_links.size(), kFactsMarksMax);
}

TEST(ClassHints, ReadsWordsInAnyCaseAndPlace) {
  EXPECT_EQ(class_hints("PostAuthor"), kCreditHint);
  EXPECT_EQ(class_hints("entry-date"), kDateHint);
  EXPECT_EQ(class_hints("article-footer"), 0);
  EXPECT_EQ(class_hints("site-footer"), kSideHint);
  EXPECT_EQ(class_hints("elementor-widget"), 0);
  EXPECT_EQ(class_hints("comment-list"), kCommentHint | kSideHint);
  EXPECT_EQ(class_hints(""), 0);
}

}  // namespace
}  // namespace khabar
