#include "stages/clean/story_claims.h"

#include <string>

#include <gtest/gtest.h>

#include "stages/clean/word_hashes.h"

namespace khabar {
namespace {

const std::string kStory =
    "The ferry left the old harbour at dawn with forty sacks of olives and two goats on board. "
    "By noon the wind had turned, and the captain put in at the nearest cove to wait it out.";

TEST(StoryClaims, the_longest_article_body_is_read_with_its_escapes) {
  const std::vector<std::string> scripts{
      R"({"articleBody":"short"})",
      R"({"@graph":[{"articleBody" : "A \"quoted\" line\nand \u0632\u064a\u062a and \ud83d\ude00."}]})"};
  EXPECT_EQ(claimed_body(scripts), "A \"quoted\" line\nand زيت and 😀.");
}

TEST(StoryClaims, broken_scripts_claim_what_they_hold) {
  EXPECT_EQ(claimed_body({R"({"articleBody": "cut off in the mid)"}), "cut off in the mid");
  EXPECT_EQ(claimed_body({R"({"articleBody")"}), "");
  EXPECT_EQ(claimed_body({R"({"articleBody": ["x"]})"}), "");
  EXPECT_EQ(claimed_body({R"({"articleBody": "\u12)"}), "\uFFFD");
  EXPECT_EQ(claimed_body({"{\"articleBody\": \"a\\"}), "a");
}

TEST(StoryClaims, a_body_without_end_is_cut) {
  const std::string body = claimed_body({"\"articleBody\":\"" + std::string(900'000, 'a') + '"'});
  EXPECT_LE(body.size(), 900'000u);
  std::string many;
  for (int i = 0; i < 2000; ++i) many += "\"articleBody\":\"";
  EXPECT_LT(claimed_body({many}).size(), many.size());
}

ClaimIndex::Shares shares_of(const ClaimIndex& index, std::string_view block) {
  WordHashes hashes;
  return index.shares_of(hashes.first_words(block));
}

TEST(ClaimIndex, a_block_of_the_claimed_body_is_known) {
  ClaimIndex index;
  index.build(kStory, "");
  ASSERT_TRUE(index.has_body());
  EXPECT_FALSE(index.has_description());
  EXPECT_EQ(shares_of(index, "By noon the wind had turned, and the captain put in").body, 1);
  EXPECT_EQ(shares_of(index, "Subscribe to our newsletter today").body, 0);
  EXPECT_EQ(shares_of(index, "olives").body, 1);
  EXPECT_EQ(shares_of(index, "***").body, 0);
}

TEST(ClaimIndex, case_marks_and_tags_do_not_matter) {
  ClaimIndex index;
  index.build("<p>The Ferry\u2019s captain</p><p>waited</p> " + kStory, "");
  EXPECT_EQ(shares_of(index, "the ferry's CAPTAIN waited").body, 1);
}

TEST(ClaimIndex, body_and_description_are_told_apart) {
  ClaimIndex index;
  index.build(kStory, "Two goats, forty sacks of olives and a captain who would not hurry.");
  const ClaimIndex::Shares shares = shares_of(index, "a captain who would not hurry");
  EXPECT_EQ(shares.description, 1);
  EXPECT_LT(shares.body, 0.5f);
}

TEST(ClaimIndex, short_claims_count_for_nothing) {
  ClaimIndex index;
  index.build("Too short.", "Also.");
  EXPECT_FALSE(index.has_body());
  EXPECT_FALSE(index.has_description());
}

}  // namespace
}  // namespace khabar
