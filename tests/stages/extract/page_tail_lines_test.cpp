#include "stages/extract/page_tail_lines.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/stages/extract/test_tables.h"

namespace khabar {
namespace {

using Lines = std::vector<std::string>;

const std::string kStory =
    "The island ferry went back into service on Tuesday morning after its engine was repaired, two "
    "days ahead of plan and in time for the market that the islanders hold in the harbour.";

class PageTailLines : public ::testing::Test {
 protected:
  // How many of `tail`, put below three paragraphs, are left.
  std::size_t left_of(const Lines& tail) {
    article_.paragraphs.assign(3, {});
    for (Paragraph& paragraph : article_.paragraphs) paragraph.text = kStory + kStory;
    for (const std::string& line : tail) {
      article_.paragraphs.emplace_back();
      article_.paragraphs.back().text = line.substr(line.starts_with('#') ? 1 : 0);
      if (line.starts_with('#')) article_.paragraphs.back().kind = ParagraphKind::heading;
    }
    take_page_tail_lines(article_, tables_.bylines, &removed_);
    return article_.paragraphs.size() - 3;
  }

  TestTables tables_;
  Article article_;
  std::vector<Removed> removed_;
};

TEST_F(PageTailLines, TakesWhatIsSaidOfTheAuthor) {
  article_.authors = {"Tom Ashby", "Ann Lee"};
  EXPECT_EQ(left_of({"Ann Lee writes about harbours for the Coast Herald."}), 0u);
  EXPECT_EQ(left_of({"Tom Ashby", "• Ann Lee is a pilot."}), 0u);
  EXPECT_EQ(left_of({"You can write to Ann Lee at ann@herald.example."}), 0u);
  EXPECT_EQ(left_of({"#About the author", "Ann Lee is a pilot."}), 0u);
  EXPECT_EQ(left_of({"Written by Tom Ashby"}), 0u);
  article_.authors = {"سامر الحداد"};
  removed_.clear();
  EXPECT_EQ(left_of({"سامر الحداد: كاتب", "سامر الحدّاد كاتب وصحفي من المدينة."}), 1u);
  ASSERT_EQ(removed_.size(), 1u);
  EXPECT_EQ(removed_[0].rule, "tail:author");
}

TEST_F(PageTailLines, LeavesWhatTheStorySaysOfOthersAndOfThem) {
  article_.authors = {"Ann Lee", "Plato"};
  EXPECT_EQ(left_of({"Max Stone writes about harbours."}), 1u);
  EXPECT_EQ(left_of({"Ann Leeds sails on."}), 1u) << "another name";
  EXPECT_EQ(left_of({"Plato is dead."}), 1u) << "one word may be anything";
  EXPECT_EQ(left_of({"Ann Lee: And when does it sail?"}), 1u) << "a line of an interview";
  EXPECT_EQ(left_of({"The captain thanked Ann Lee for the story."}), 1u);
  EXPECT_EQ(left_of({"Ann Lee is a pilot.", "It sails at nine."}), 2u) << "not the end";
  EXPECT_EQ(left_of({"#Where it sails"}), 1u);
}

TEST_F(PageTailLines, LeavesStoriesThatAreLittleMore) {
  article_.authors = {"Ann Lee"};
  const std::string life = "Ann Lee is a pilot. " + kStory + kStory;
  EXPECT_EQ(left_of({life}), 1u);
  article_.paragraphs.assign(2, {});
  article_.paragraphs[0].text = kStory;
  article_.paragraphs[1].text = "Ann Lee";
  take_page_tail_lines(article_, tables_.bylines, nullptr);
  EXPECT_EQ(article_.paragraphs.size(), 2u);
}

}  // namespace
}  // namespace khabar
