#include "stages/clean/story_mending.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "core/html/parser.h"
#include "stages/clean/main_text.h"

namespace khabar {
namespace {

using Lines = std::vector<std::string>;

const std::string kOpening =
    "<p>The island ferry went back into service on Tuesday morning, two days ahead of plan.</p>";
const std::string kEnding = "<p>The harbour master said that the next crossing leaves at noon.</p>";

class StoryMending : public ::testing::Test {
 protected:
  // What the model kept by mistake: here all of it.
  Lines left_of(const std::string& middle) {
    read("<article>" + kOpening + middle + kEnding + "</article>", BlockFate::kept);
    drop_ways_out(page_, fates_);
    return kept();
  }
  Lines boxes_left_of(const std::string& middle, const std::string& ending = kEnding) {
    read("<article>" + kOpening + middle + ending + "</article>", BlockFate::kept);
    drop_named_boxes(page_, fates_);
    return kept(ending.empty() ? 0 : 1);
  }
  Lines teasers_left_of(const std::string& rest) {
    read("<article>" + kOpening + rest + "</article>", BlockFate::kept);
    drop_teaser_cards(page_, fates_);
    return kept(0);
  }
  // What the model left out by mistake: here all but the paragraphs.
  Lines kept_of(const std::string& middle) {
    read("<article>" + kOpening + middle + kEnding + "</article>", BlockFate::model);
    for (std::size_t b = 0; b < fates_.size(); ++b) {
      if (page_.blocks()[b].ends_sentence) fates_[b] = BlockFate::kept;
    }
    keep_data_tables(page_, fates_);
    return kept();
  }

 private:
  void read(const std::string& html, BlockFate fate) {
    page_.parse(parser_.parse(html));
    fates_.assign(page_.blocks().size(), fate);
  }
  // Without the first and the last, which are story.
  Lines kept(std::size_t last = 1) const {
    Lines lines;
    for (std::size_t b = 1; b + last < fates_.size(); ++b) {
      if (fates_[b] == BlockFate::kept) lines.emplace_back(page_.text_of(page_.blocks()[b]));
    }
    return lines;
  }

  HtmlParser parser_;
  BlockParser page_;
  std::vector<BlockFate> fates_;
};

TEST_F(StoryMending, DropsLinksBelowAReadAlso) {
  EXPECT_EQ(left_of("<h3>مواضيع ذات صلة</h3><ul><li><a href=1>الحكومة تقر الموازنة</a>"
                    "<li><a href=2>ارتفاع أسعار الوقود</a></ul>"),
            Lines{});
  EXPECT_EQ(left_of("<p><b>Read more</b></p><p><a href=1>Mayor opens the new library</a></p>"),
            Lines{});
  EXPECT_EQ(left_of("<p>Читайте также:</p><p><a href=1>Мост открыли утром</a></p>"), Lines{});
}

TEST_F(StoryMending, DropsWindowsThatOpenOverAStory) {
  std::string consent, story;
  for (int i = 0; i < 6; ++i) {
    const std::string number = std::to_string(i);
    consent +=
        "<p>Cookie number " + number + " makes our pages work and cannot be refused here.</p>";
    story += "<p>Islander " + number +
             " says that the ferry was missed by all, and most by those "
             "who work across the water.</p>";
  }
  const std::string window = "<div class=privacy-modal>" + consent + consent + "</div>";
  EXPECT_EQ(boxes_left_of(story + window).size(), 6u);
  EXPECT_EQ(boxes_left_of(window).size(), 12u) << "a page that has nothing else";
  EXPECT_EQ(boxes_left_of(story + "<div class=privacy>" + consent + "</div>").size(), 12u);
  const std::string heading = "<h2 id=silence-your-notifications>Silence your notifications</h2>";
  EXPECT_EQ(boxes_left_of(story + heading + story).size(), 13u) << "an id made of the text";
}

TEST_F(StoryMending, DropsLinksOfAnElementNamedForThem) {
  EXPECT_EQ(left_of("<div class=related-posts><a href=1>Mayor opens the new library</a></div>"),
            Lines{});
}

TEST_F(StoryMending, DropsALineThatAnnouncesItsOwnLink) {
  EXPECT_EQ(left_of("<p><strong>اقرأ أيضاً: <a href=1>ارتفاع أسعار الوقود</a></strong></p>"
                    "<p>相关阅读：<a href=1>政府通过新预算</a></p>"),
            Lines{});
  const Lines told = {"More: the captain told the Coast Herald that it was late."};
  EXPECT_EQ(
      left_of("<p>More: the captain told the <a href=1>Coast Herald</a> that it was late.</p>"),
      told);
}

TEST_F(StoryMending, KeepsLinksThatNobodyAnnounced) {
  const Lines links = {"Timetable of the ferry", "Map of the island"};
  EXPECT_EQ(
      left_of("<ul><li><a href=1>Timetable of the ferry</a><li><a href=2>Map of the island</a>"
              "</ul>"),
      links);
}

TEST_F(StoryMending, KeepsWhatFollowsTheLinks) {
  EXPECT_EQ(left_of("<h3>Related stories</h3><p><a href=1>Mayor opens the library</a></p>"
                    "<p>More on the engine was not known.</p>"),
            Lines{"More on the engine was not known."});
}

TEST_F(StoryMending, DropsOffersOfABoxMadeForThem) {
  EXPECT_EQ(left_of("<div class=paywall><p>Subscribe now for one coin a month.</p></div>"),
            Lines{});
  EXPECT_EQ(left_of("<p>Subscribe now, the captain joked.</p>"),
            Lines{"Subscribe now, the captain joked."});
}

TEST_F(StoryMending, DropsWhatNoReaderSees) {
  EXPECT_EQ(boxes_left_of("<p hidden>Old news.</p><div style='display: none'>Older.</div>"),
            Lines{});
}

TEST_F(StoryMending, DropsCommentsAndLinksToShareBy) {
  EXPECT_EQ(boxes_left_of("<ul class=share><li><a href=#>شارك</a></ul>"
                          "<div class=comments><p>What good news for us all.</p></div>"),
            Lines{});
}

TEST_F(StoryMending, KeepsABoxThatHoldsMostOfTheStory) {
  const std::string line =
      "The captain told the harbour that the engine had been mended with care.";
  Lines lines(8, line);
  std::string html = "<div class=comment-page>";
  for (const std::string& one : lines) html += "<p>" + one + "</p>";
  EXPECT_EQ(boxes_left_of(html + "</div>"), lines);
}

TEST_F(StoryMending, DropsTheAuthorBehindTheStoryOnly) {
  const std::string box = "<div class=author-bio><p>Tom Ashby writes of ships.</p></div>";
  EXPECT_EQ(boxes_left_of(box), Lines{"Tom Ashby writes of ships."});
  EXPECT_EQ(
      boxes_left_of("<p>It was late.</p>" + kEnding + box, ""),
      (Lines{"It was late.", "The harbour master said that the next crossing leaves at noon."}));
}

TEST_F(StoryMending, DropsTeasersBehindTheStory) {
  const std::string cards =
      "<h3><a href=1>Mayor opens the library</a></h3><p>It has forty seats.</p>"
      "<h3><a href=2>Bakery wins</a></h3><p>Its bread is dark.</p>";
  EXPECT_EQ(teasers_left_of(kEnding + kOpening + cards).size(), 2U);
  EXPECT_EQ(teasers_left_of(cards).size(), 4U);  // a page of cards
  EXPECT_EQ(teasers_left_of(cards + kEnding).size(), 5U);
}

TEST_F(StoryMending, DropsARowOfLinksAlone) {
  EXPECT_EQ(left_of("<div><a href=/>الرئيسية</a> <a href=/p>سياسة</a> <a href=/s>رياضة</a></div>"),
            Lines{});
}

TEST_F(StoryMending, KeepsATableOfFigures) {
  const Lines cells = {"Stop", "Minutes", "Harbour", "10", "Market", "20"};
  EXPECT_EQ(kept_of("<table><tr><th>Stop<th>Minutes<tr><td>Harbour<td>10<tr><td>Market<td>20"
                    "</table>"),
            cells);
}

TEST_F(StoryMending, LeavesTablesOfLinksAndOfOneRow) {
  EXPECT_EQ(kept_of("<table><tr><td><a href=1>Home</a><td><a href=2>Sport</a>"
                    "<tr><td><a href=3>News</a><td><a href=4>Arts</a>"
                    "<tr><td><a href=5>Mail</a><td><a href=6>Shop</a></table>"),
            Lines{});
  EXPECT_EQ(kept_of("<table><tr><td>TSLA<td>252.54</table>"), Lines{});
}

}  // namespace
}  // namespace khabar
