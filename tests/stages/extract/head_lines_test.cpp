#include "stages/extract/head_lines.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/stages/extract/test_tables.h"

namespace khabar {
namespace {

using Lines = std::vector<std::string>;

const std::string kLede =
    "افتتح وزير الطاقة صباح الأحد السد الجديد شمالي البلاد بحضور عدد من السفراء، وقال إن المشروع "
    "سيوفر الماء لأكثر من مئة قرية خلال السنوات المقبلة.";
const std::string kSecond =
    "وأضاف الوزير أن العمل استمر ثلاثة أعوام، وأن المرحلة الثانية من المشروع ستبدأ في الربيع "
    "المقبل "
    "بعد الانتهاء من شق الطرق المؤدية إليه.";

class HeadLinesTest : public TablesTest {
 protected:
  HeadFields take(const Lines& lines, HeadContext context = {}) {
    paragraphs_.clear();
    removed_.clear();
    for (const std::string& line : lines) {
      Paragraph paragraph;
      paragraph.text = line;
      paragraphs_.push_back(paragraph);
    }
    HeadLines head_lines(tables_->bylines, tables_->datelines, tables_->dates);
    return head_lines.take(paragraphs_, context, &removed_);
  }
  Lines body() const {
    Lines out;
    for (const Paragraph& paragraph : paragraphs_) out.push_back(paragraph.text);
    return out;
  }

  std::vector<Paragraph> paragraphs_;
  std::vector<Removed> removed_;
};

TEST_F(HeadLinesTest, TakesTitleCaptionDateAndSignature) {
  const auto fields = take({"وزير الطاقة يفتتح السد الجديد", "الوزير أثناء الافتتاح",
                            "03.11.2018 | 21:40", kLede, kSecond, "سيريانيوز"});
  EXPECT_EQ(fields.title, "وزير الطاقة يفتتح السد الجديد");
  EXPECT_EQ(fields.caption, "الوزير أثناء الافتتاح");
  EXPECT_EQ(fields.published, "2018-11-03T21:40");
  EXPECT_EQ(fields.agency, "سيريانيوز");
  EXPECT_EQ(body(), (Lines{kLede, kSecond}));
  ASSERT_EQ(removed_.size(), 4U);
  EXPECT_EQ(removed_[1].rule, "head:caption");
  EXPECT_EQ(removed_[3].where, "tail");
}

TEST_F(HeadLinesTest, LetsADatelineStandFirstWithoutATitle) {
  const auto fields = take({"حلب-سانا", kLede, kSecond});
  EXPECT_EQ(fields.title, "");
  EXPECT_EQ(fields.dateline.place, "حلب");
  EXPECT_EQ(fields.dateline.agency, "سانا");
  EXPECT_EQ(body(), (Lines{kLede, kSecond}));
}

TEST_F(HeadLinesTest, TakesAPublisherThatStandsFirstAndLast) {
  const auto fields = take({"أخبار السهل", "وزير الطاقة يفتتح السد الجديد", "by Plain News", kLede,
                            kSecond, "أخبار السهل"});
  EXPECT_EQ(fields.title, "وزير الطاقة يفتتح السد الجديد");
  EXPECT_EQ(fields.authors, Lines{"Plain News"});
  EXPECT_EQ(body(), (Lines{kLede, kSecond}));
}

TEST_F(HeadLinesTest, ReadsTheHouseStyleOfThePressAgency) {
  const auto fields = take({"عام / وزير الطاقة يفتتح السد الجديد",
                            "جدة 3 محرم 1437 هـ الموافق 16 أكتوبر 2015 م واس", kLede, kSecond,
                            "// انتهى //", "17:42 ت م"});
  EXPECT_EQ(fields.dateline.place, "جدة");
  EXPECT_EQ(fields.agency, "واس");
  EXPECT_EQ(fields.published, "2015-10-16T17:42+03:00");
  EXPECT_EQ(body(), (Lines{kLede, kSecond}));
}

TEST_F(HeadLinesTest, FindsTheTitleThatTheFirstLineRepeats) {
  const auto fields =
      take({"موقع السهل - العالم - وزير الطاقة يفتتح السد الجديد", "الرئيسية", "العالم",
            "آخر تحديث:", "السبت, 3 نوفمبر/ تشرين الثاني, 2018, 01:13 GMT",
            "وزير الطاقة يفتتح السد الجديد", kLede, kSecond});
  EXPECT_EQ(fields.title, "وزير الطاقة يفتتح السد الجديد");
  EXPECT_EQ(fields.modified, "2018-11-03T01:13Z");
  EXPECT_EQ(body(), (Lines{kLede, kSecond}));
}

TEST_F(HeadLinesTest, NamesTheAuthorBelowTheTitle) {
  EXPECT_EQ(take({"ذكريات من القرية", "سامر حداد", kLede, kSecond}).authors, Lines{"سامر حداد"});
  EXPECT_EQ(take({"ذكريات من القرية", "القاهرة: منى الصالح", kLede, kSecond}).authors,
            Lines{"منى الصالح"});
  EXPECT_EQ(take({"A village remembered", "By Jane Roe", kLede, kSecond}).authors,
            Lines{"Jane Roe"});
}

TEST_F(HeadLinesTest, CutsAnInlineDatelineOffTheLede) {
  const auto fields =
      take({"وزير الطاقة يفتتح السد الجديد", "دمشق، سوريا (CNN)-- " + kLede, kSecond});
  EXPECT_EQ(fields.dateline.place, "دمشق، سوريا");
  EXPECT_EQ(body(), (Lines{kLede, kSecond}));
  HeadContext keep;
  keep.cut_inline_dateline = false;
  take({"وزير الطاقة يفتتح السد الجديد", "دمشق، سوريا (CNN)-- " + kLede, kSecond}, keep);
  EXPECT_EQ(body()[0], "دمشق، سوريا (CNN)-- " + kLede);
}

TEST_F(HeadLinesTest, LeavesTheBodyAloneWhenTheTitleIsGiven) {
  HeadContext given;
  given.given_title = "عنوان آخر";
  const Lines lines{"سطر قصير يفتتح النص", kLede, "عنوان فرعي", kSecond, "وهذا آخر الكلام"};
  EXPECT_EQ(take(lines, given).title, "");
  EXPECT_EQ(body(), lines);
}

TEST_F(HeadLinesTest, SurvivesEmptyAndOddTexts) {
  take({});
  EXPECT_TRUE(body().empty());
  take({"سطر واحد"});
  EXPECT_EQ(body(), Lines{"سطر واحد"});
  take({"", "***", "", "3/5/2021"});
  take({"3/5/2021", "3/5/2021", "3/5/2021"});
  take({"سانا", "سانا", "سانا"});
}

TEST_F(HeadLinesTest, LeavesStandfirstsInTheBody) {
  const std::string standfirst =
      "Ministers now face questions about what the ferry cost the island";
  const auto fields =
      take({"Ferry opens a year late", standfirst, "Published 3rd Nov 2018", kLede});
  EXPECT_EQ(fields.title, "Ferry opens a year late");
  EXPECT_EQ(fields.caption, "");
  EXPECT_EQ(body(), (Lines{standfirst, kLede}));
}

TEST_F(HeadLinesTest, LeavesFirstSentencesThatAskInTheBody) {
  const Lines story = {"Do you recall the town that painted its bridge pink?",
                       "(It was repainted, but nobody in the council will say why.)", kLede,
                       kSecond, kLede};
  EXPECT_EQ(take(story).title, "");
  EXPECT_EQ(body(), story);
  EXPECT_EQ(take({"Who painted the bridge pink?", kLede, kSecond}).title,
            "Who painted the bridge pink?");
  EXPECT_EQ(take({"Who painted the bridge pink?", "By Anna Novak", kLede, kSecond}).title,
            "Who painted the bridge pink?");
}

TEST_F(HeadLinesTest, LeavesHeadingsOfListsInTheBody) {
  const Lines story = {"Main points", "- The bridge is closed until the spring.",
                       "- Ferries run twice an hour.", kLede, kSecond};
  EXPECT_EQ(take(story).title, "");
  EXPECT_EQ(body(), story);
}

}  // namespace
}  // namespace khabar
