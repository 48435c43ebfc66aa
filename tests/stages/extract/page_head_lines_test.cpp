#include "stages/extract/page_head_lines.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/stages/extract/test_tables.h"

namespace khabar {
namespace {

using Lines = std::vector<std::string>;

class PageHeadLines : public ::testing::Test {
 protected:
  Lines left_of(const Lines& lines) {
    for (const std::string& line : lines) {
      article_.paragraphs.emplace_back();
      article_.paragraphs.back().text = line;
    }
    take_page_head_lines(article_, tables_.bylines, tables_.dates, &removed_);
    Lines left;
    for (const Paragraph& paragraph : article_.paragraphs) left.push_back(paragraph.text);
    return left;
  }

  TestTables tables_;
  Article article_;
  std::vector<Removed> removed_;
};

const std::string kStory =
    "The island ferry went back into service on Tuesday morning after its engine was repaired, two "
    "days ahead of plan and in time for the market.";

TEST_F(PageHeadLines, TakesBylineAndDate) {
  EXPECT_EQ(left_of({"By Tom Ashby", "March 4, 2026, 9:30 am", kStory}), Lines{kStory});
  EXPECT_EQ(article_.authors, Lines{"Tom Ashby"});
  ASSERT_EQ(removed_.size(), 2U);
  EXPECT_EQ(removed_[0].rule, "head:byline");
  EXPECT_EQ(removed_[1].rule, "head:date");
}

TEST_F(PageHeadLines, TakesArabicOnes) {
  const std::string story = "عاد العبّار إلى الخدمة صباح الثلاثاء بعد إصلاح محركه.";
  article_.language = "ar";
  EXPECT_EQ(left_of({"بقلم: سامر الحداد", "12/03/2026 - 10:30", story}), Lines{story});
  EXPECT_EQ(article_.authors, Lines{"سامر الحداد"});
}

TEST_F(PageHeadLines, TakesTheNameOfAKnownAuthorBelowAStandfirst) {
  article_.authors = {"Tom Ashby"};
  EXPECT_EQ(left_of({"Two days ahead of plan", "Tom Ashby", kStory}),
            (Lines{"Two days ahead of plan", kStory}));
  EXPECT_EQ(article_.authors, Lines{"Tom Ashby"});
}

TEST_F(PageHeadLines, TakesALineOfSeveralFields) {
  EXPECT_EQ(left_of({"By Tom Ashby | March 4, 2026, 9:30 am", kStory}), Lines{kStory});
  EXPECT_EQ(article_.authors, Lines{"Tom Ashby"});
}

TEST_F(PageHeadLines, LeavesALineOfWhichOnePartIsNoField) {
  const Lines kept = {"March 4, 2026 - the day the ferry came back", kStory};
  EXPECT_EQ(left_of(kept), kept);
}

TEST_F(PageHeadLines, LeavesStory) {
  const Lines kept = {"By Monday the ferry was back.", "Captain Tom Ashby", kStory};
  EXPECT_EQ(left_of(kept), kept);
}

TEST_F(PageHeadLines, LooksNoFurtherThanTheFirstSentence) {
  const Lines kept = {kStory, "By Tom Ashby", "March 4, 2026"};
  EXPECT_EQ(left_of(kept), kept);
}

TEST_F(PageHeadLines, LeavesTheLastParagraph) {
  EXPECT_EQ(left_of({"By Tom Ashby"}).size(), 1U);
}

}  // namespace
}  // namespace khabar
