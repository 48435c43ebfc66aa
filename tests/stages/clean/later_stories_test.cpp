#include "stages/clean/later_stories.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "core/html/parser.h"
#include "stages/clean/main_text.h"

namespace khabar {
namespace {

std::string paragraphs(const std::string& name) {
  std::string html;
  for (int i = 1; i <= 5; ++i) {
    html += "<p>" + name + std::to_string(i) +
            " says that the island ferry went back into service on Tuesday, ahead of plan.</p>";
  }
  return html;
}

std::string story(const std::string& headline, const std::string& name,
                  const std::string& make = "class=post") {
  return "<article " + make + "><div><h1 class=hed>" + headline + "</h1></div><div>" +
         paragraphs(name) + "</div></article>";
}

// "ab": paragraphs of a and of b are left, of all that were kept.
std::string left_of(const std::string& html, std::string_view title) {
  HtmlParser parser;
  BlockParser page;
  page.parse(parser.parse(html));
  std::vector<BlockFate> fates(page.blocks().size(), BlockFate::kept);
  drop_later_stories(page, title, fates);
  std::string names;
  for (std::size_t b = 0; b < fates.size(); ++b) {
    const Block& block = page.blocks()[b];
    if (fates[b] != BlockFate::kept || block.heading_level > 0) continue;
    const char name = page.text_of(block).front();
    if (names.empty() || names.back() != name) names += name;
  }
  return names;
}

TEST(LaterStories, GoWhereTheirWrapperIsOfTheMakeOfThePagesOwn) {
  const std::string html =
      story("Ferry returns", "a") + story("Bridge opens", "b") + story("Mayor resigns", "c");
  EXPECT_EQ(left_of(html, "Ferry returns - Coast Herald"), "a");
  EXPECT_EQ(left_of(html, ""), "a") << "the first, where the page says no title";
  EXPECT_EQ(left_of(html, "Bridge opens"), "b") << "the one that the title names";
}

TEST(LaterStories, StayWhereTheyAreOfAnotherMake) {
  const std::string own = story("Ferry returns", "a");
  EXPECT_EQ(left_of(own + story("Bridge opens", "b", "class=teaser"), "Ferry returns"), "ab");
  EXPECT_EQ(left_of(own + "<article class=post><h1>Bridge</h1>" + paragraphs("b") + "</article>",
                    "Ferry returns"),
            "ab");
  EXPECT_EQ(left_of(own + "<section>" + story("Bridge opens", "b") + "</section>", "Ferry returns"),
            "ab");
}

TEST(LaterStories, AreNotTheSectionsOfOneStory) {
  EXPECT_EQ(
      left_of("<header><h1>Ferry returns</h1></header><section><h1>When</h1>" + paragraphs("a") +
                  "</section><section><h1>Where</h1>" + paragraphs("b") + "</section>",
              "Ferry returns"),
      "ab");
  EXPECT_EQ(left_of("<article><h1>Ferry returns</h1>" + paragraphs("a") + "<h1>Where</h1>" +
                        paragraphs("b") + "</article>",
                    "Ferry returns"),
            "ab");
}

TEST(LaterStories, NeedAStoryOfThePagesOwn) {
  EXPECT_EQ(left_of("<article class=post><div><h1 class=hed>Today</h1></div></article>" +
                        story("Bridge opens", "b") + story("Mayor resigns", "c"),
                    "Today"),
            "bc");
}

TEST(LaterStories, AreFoundInLinearTimeBelowAnyDepth) {
  std::string html;
  for (int i = 0; i < 3000; ++i) html += "<div>";
  html += story("Ferry returns", "a");
  for (int i = 0; i < 200; ++i) html += story("Bridge opens", "b");
  EXPECT_EQ(left_of(html, "Ferry returns").front(), 'a');
}

}  // namespace
}  // namespace khabar
