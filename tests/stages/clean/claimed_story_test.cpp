#include "stages/clean/claimed_story.h"

#include <gtest/gtest.h>

#include <string>

namespace khabar {
namespace {

std::vector<Paragraph> shown(const std::string& text) {
  std::vector<Paragraph> paragraphs(1);
  paragraphs[0].text = text;
  return paragraphs;
}

std::string long_claim() {
  std::string claim = "<p>The ferry went back into service on Tuesday &amp; nobody minded.</p>";
  for (int n = 0; n < 60; ++n) {
    claim += "<p>Sentence number " + std::to_string(n) + " of a story that is told at length.</p>";
  }
  return claim;
}

TEST(ClaimedStory, StandsInForAPageThatShowsNextToNothing) {
  auto paragraphs = shown("The ferry went back into service on Tuesday & nobody minded.");
  ASSERT_TRUE(take_claimed_story(long_claim(), paragraphs));
  ASSERT_EQ(paragraphs.size(), 61u);
  EXPECT_EQ(paragraphs[0].text, "The ferry went back into service on Tuesday & nobody minded.");
  EXPECT_EQ(paragraphs[60].text, "Sentence number 59 of a story that is told at length.");
}

TEST(ClaimedStory, GivesWayToAPageThatShowsItsStory) {
  auto paragraphs = shown(std::string(800, 'x'));
  EXPECT_FALSE(take_claimed_story(long_claim(), paragraphs));
  paragraphs = shown("short");
  EXPECT_FALSE(take_claimed_story("A summary of the story.", paragraphs));
  EXPECT_EQ(paragraphs[0].text, "short");
}

TEST(ClaimedStory, IsNotBelievedOfAnotherStory) {
  auto paragraphs = shown(
      "Harbour walls are to be raised by a metre before the winter storms, the port authority said "
      "on Monday, after two floods in a row had reached the fish market and the old customs house "
      "that stands behind it on the quay.");
  EXPECT_FALSE(take_claimed_story(long_claim(), paragraphs));
  EXPECT_EQ(paragraphs.size(), 1u);
}

}  // namespace
}  // namespace khabar
