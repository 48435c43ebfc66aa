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

TEST(ClaimedStory, MayBeShortWhereThePageShowsNone) {
  const std::string first =
      "وصلت القافلة الأولى من المساعدات إلى المدينة صباح اليوم بعد رحلة طويلة.";
  const std::string second = "وأضاف المحافظ أن توزيعها سيبدأ من الأحياء الشمالية بعد ظهر الغد.";
  const std::string third = "وتضم القافلة أربعين شاحنة تحمل الدقيق والأدوية ووقود المولدات.";
  auto paragraphs = shown("يرجى تفعيل جافا سكريبت.");
  ASSERT_TRUE(take_claimed_story(first + "\n" + second + "\n\n" + third, paragraphs));
  ASSERT_EQ(paragraphs.size(), 3u);
  EXPECT_EQ(paragraphs[1].text, second);
}

TEST(ClaimedStory, ThatIsWrappedIsUnwrapped) {
  std::string claim;
  for (int n = 0; n < 12; ++n) {
    claim += "The council voted on Monday to keep\nthe library open until the money\nis found.\n\n";
  }
  auto paragraphs = shown("");
  ASSERT_TRUE(take_claimed_story(claim, paragraphs));
  ASSERT_EQ(paragraphs.size(), 12u);
  EXPECT_EQ(paragraphs[0].text,
            "The council voted on Monday to keep the library open until the money is found.");
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
