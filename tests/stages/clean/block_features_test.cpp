// What the model is told of pages that hold more than one story.
#include "stages/clean/block_features.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "core/html/parser.h"

namespace khabar {
namespace {

class BlockFeaturesTest : public ::testing::Test {
 protected:
  void read(std::string_view html) {
    page_.parse(parser_.parse(html));
    features_.compute(page_, StoryClaims{});
  }

  // Of the block whose text begins so.
  float feature(std::string_view name, std::string_view text) const {
    std::size_t number = 0;
    while (BlockFeatures::name(number) != name) ++number;
    for (std::size_t b = 0; b < features_.blocks(); ++b) {
      if (page_.text_of(page_.blocks()[b]).starts_with(text)) return features_.column(number)[b];
    }
    ADD_FAILURE() << "no block begins with " << text;
    return -99;
  }

  HtmlParser parser_;
  BlockParser page_;
  BlockFeatures features_;
};

TEST_F(BlockFeaturesTest, TellTheFirstStoryFromThoseLoadedBelowIt) {
  read(
      "<article><h1>Ferry returns</h1><p>It sails again.</p><p>On time.</p></article>"
      "<article><h1>Wall to be raised</h1><p>By a metre.</p></article><p>Imprint</p>");
  EXPECT_EQ(feature("own_article", "It sails"), 1);
  EXPECT_EQ(feature("own_article", "By a metre"), 0);
  EXPECT_EQ(feature("own_article", "Imprint"), 0);
  EXPECT_EQ(feature("article_number", "It sails"), 1);
  EXPECT_EQ(feature("article_number", "By a metre"), 2);
  EXPECT_EQ(feature("article_number", "Imprint"), 0);
  EXPECT_EQ(feature("h1s_before", "Ferry"), 0);
  EXPECT_LT(feature("h1s_before", "It sails"), feature("h1s_before", "By a metre"));
  EXPECT_EQ(feature("same_make_prev", "On time"), 1);
  EXPECT_EQ(feature("same_make_prev", "It sails"), 0);
  EXPECT_EQ(feature("same_make_next", "It sails"), 1);
}

TEST_F(BlockFeaturesTest, KnowWindowsThatAskForConsentAlsoByTheirLongTexts) {
  const std::string more(500, 'x');
  read("<div>We use cookies to " + more + "</div><div>The ferry sails " + more + "</div>");
  EXPECT_EQ(feature("cue_consent", "We use"), 1);
  EXPECT_EQ(feature("cue_consent", "The ferry"), 0);
}

}  // namespace
}  // namespace khabar
