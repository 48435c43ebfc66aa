#include "stages/clean/quoted_posts.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "core/html/parser.h"
#include "stages/clean/main_text.h"

namespace khabar {
namespace {

const std::string kStory = "<p>The ferry left at dawn, the port said on Monday.</p>";
const std::string kPost =
    "<blockquote class='twitter-tweet' data-dnt='true'><p lang='en'>Log:<br><br>Two goats on deck, "
    "nobody "
    "seasick.<br><br>We sail again on Friday! <a href='https://t.co/x'>pic.example.com/goats</a>"
    "</p>— Old Harbour (@old_harbour) <a href='https://social.example/old_harbour/status/17'>May "
    "5, 2024</a></blockquote>";
const std::string kPrompt =
    "<blockquote class='instagram-media'><div><a href='https://pictures.example/p/1'>View this "
    "post on Pictures</a></div><p>Nets drying in the sun.</p></blockquote>";

// What is kept when the model kept the story's paragraphs alone, those marked data-out apart.
std::string kept(const std::string& html) {
  const std::string whole = "<body>" + html + "</body>";  // the tree points into it
  HtmlParser parser;
  BlockParser page;
  page.parse(parser.parse(whole));
  std::vector<BlockFate> fates;
  for (const Block& block : page.blocks()) {
    const bool out = block.first->parent->find_attribute("data-out") != nullptr;
    fates.push_back(block.has(kInQuote) || out ? BlockFate::model : BlockFate::kept);
  }
  keep_quoted_posts(page, fates);
  std::string text;
  for (std::size_t b = 0; b < fates.size(); ++b) {
    if (fates[b] != BlockFate::kept) continue;
    text += std::string(page.text_of(page.blocks()[b])) + "\n";
  }
  return text;
}

TEST(QuotedPosts, AreKeptBetweenTheParagraphsOfTheStory) {
  const std::string text = kept("<article>" + kStory + kPost + kStory + "</article>");
  EXPECT_NE(text.find("Two goats on deck"), std::string::npos) << text;
  EXPECT_NE(text.find("We sail again on Friday!"), std::string::npos) << text;
  EXPECT_NE(text.find("Log:\n"), std::string::npos) << text;
}

TEST(QuotedPosts, LeaveOutWhoPostedThem) {
  EXPECT_EQ(kept("<article>" + kStory + kPost + "</article>").find("(@old_harbour)"),
            std::string::npos);
}

TEST(QuotedPosts, LeaveOutPromptsToLookElsewhere) {
  const std::string text = kept("<article>" + kStory + kPrompt + "</article>");
  EXPECT_EQ(text.find("View this post"), std::string::npos) << text;
  EXPECT_NE(text.find("Nets drying"), std::string::npos) << text;
}

TEST(QuotedPosts, AreFoundInFiguresAndWrappers) {
  const std::string text = kept("<article>" + kStory + "<figure class='wp-block-embed'><div>" +
                                kPost + "</div></figure>" + "</article>");
  EXPECT_NE(text.find("Two goats on deck"), std::string::npos) << text;
}

TEST(QuotedPosts, OutsideTheStoryStayOut) {
  EXPECT_EQ(kept("<main>" + kPost + "<article>" + kStory + "</article></main>").find("goats"),
            std::string::npos)
      << "above";
  EXPECT_EQ(
      kept("<div><article>" + kStory + "</article></div><aside><div>" + kPost + "</div></aside>")
          .find("goats"),
      std::string::npos)
      << "beside";
}

TEST(QuotedPosts, OtherQuotationsAreTheModelsBusiness) {
  EXPECT_EQ(
      kept("<article>" + kStory + "<blockquote><p>Two goats on deck.</p></blockquote></article>")
          .find("goats"),
      std::string::npos);
}

}  // namespace
}  // namespace khabar
