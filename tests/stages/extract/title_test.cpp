// clang-format off
#include "stages/extract/title.h"

#include <gtest/gtest.h>

namespace khabar {
namespace {

struct Page {
  PageFacts facts;
  StructuredArticle structured;
  SiteNames names;

  Page& title(const char* text) { facts.title_tag = text; return *this; }
  Page& open_graph(const char* text) { facts.metas.push_back({"og:title", text}); return *this; }
  Page& headline(const char* text) { structured.headline = text; return *this; }
  Page& site(const char* name) { names.site_name = name; return *this; }
  Page& h3(const char* text) {
    facts.headings.push_back({text, 3, {}});
    return *this;
  }
  Page& h1(const char* text, const char* class_id = "", bool side = false) {
    HeadingMark mark{text, 1, {}};
    mark.place.class_id = class_id;
    mark.place.in_side = side;
    facts.headings.push_back(mark);
    return *this;
  }
  std::string chosen() const { return choose_title(facts, structured, names); }
};

TEST(Title, TakesTheHeadingThatTheTitleTagRepeats) {
  EXPECT_EQ(Page{}.title("Ferry returns after repair - Coast Herald").h1("Coast Herald")
                .h1("Ferry returns after repair").chosen(),
            "Ferry returns after repair");
}

TEST(Title, PrefersTheVisibleHeadingToASharperOneForOtherSites) {
  EXPECT_EQ(Page{}.title("Ferry returns after engine repair").open_graph("You won't believe it")
                .h1("Ferry returns after engine repair, two days early").chosen(),
            "Ferry returns after engine repair, two days early");
}

TEST(Title, FallsBackToOpenGraphWithoutTheSitesName) {
  EXPECT_EQ(Page{}.site("Coast Herald").title("Coast Herald: home")
                .open_graph("Ferry returns | Coast Herald").h1("Menu").chosen(),
            "Ferry returns");
}

TEST(Title, NeverTakesTheLogo) {
  EXPECT_EQ(Page{}.site("أخبار النهر").title("افتتاح الجسر الجديد | أخبار النهر")
                .h1("أخبار النهر", "site-logo").chosen(),
            "افتتاح الجسر الجديد");
}

// Blogger and its kin: the site's name is the h1 of every page.
TEST(Title, KnowsTheSiteByItsPlaceInTheTitleTag) {
  EXPECT_EQ(Page{}.title("Ferry returns after repair - Coast Herald").h1("Coast Herald")
                .h3("Ferry returns after repair").chosen(),
            "Ferry returns after repair");
}

TEST(Title, CountsWordsWhereNoBlanksPartThem) {
  EXPECT_EQ(Page{}.title("连接首都与港口的新铁路正式开通 - 海岸日报").chosen(),
            "连接首都与港口的新铁路正式开通");
}

TEST(Title, CutsOnlyWhatNamesTheSiteOrIsForeignToTheHeadline) {
  const SiteNames herald{"Coast Herald", "", "coastherald"};
  EXPECT_EQ(without_site_name("A - B test of news - Coast Herald", herald, ""), "A - B test of news");
  EXPECT_EQ(without_site_name("Coast Herald » Ferry returns", herald, ""), "Ferry returns");
  EXPECT_EQ(without_site_name("Ferry | bridge", SiteNames{}, "Ferry | bridge"), "Ferry | bridge");
  EXPECT_EQ(without_site_name("لافروف: لا شروط مسبقة", herald, ""), "لافروف: لا شروط مسبقة");
}

TEST(Title, OfAPageThatSaysNothingIsEmpty) { EXPECT_EQ(Page{}.chosen(), ""); }

}  // namespace
}  // namespace khabar
// clang-format on
