#include "stages/extract/page_dates.h"

#include <gtest/gtest.h>

namespace khabar {
namespace {

TEST(DateInUrl, ReadsDaysAndNothingElse) {
  struct Row {
    const char* url;
    const char* iso;
  };
  for (const Row& row : {Row{"https://a.example/2020/05/01/x", "2020-05-01"},
                         Row{"https://a.example/news/2020-5-1-x", "2020-05-01"},
                         Row{"https://a.example/20200501/x", "2020-05-01"},
                         Row{"https://a.example/2020/05/x", ""},
                         Row{"https://a.example/id-120200501", ""},
                         Row{"https://a.example/2020/13/01/", ""},
                         Row{"https://a.example/1066/10/14/", ""},
                         Row{"https://a.example/2020/02/30/", ""}, Row{"", ""}}) {
    const auto time = date_in_url(row.url);
    EXPECT_EQ(time ? time->iso() : "", row.iso) << row.url;
  }
}

class ChooseDates : public ::testing::Test {
 protected:
  std::string published() {
    const auto dates = choose_dates(facts_, structured_, context_, parser_);
    return dates.published ? dates.published->iso() : "";
  }
  TimeMark& time(const char* machine, std::uint32_t position) {
    TimeMark mark;
    mark.machine = machine;
    mark.is_time_element = true;
    mark.place.position = position;
    facts_.times.push_back(mark);
    return facts_.times.back();
  }

  DateWords words_;
  DateParser parser_{words_};
  PageFacts facts_;
  StructuredArticle structured_;
  PageDateContext context_;
};

TEST_F(ChooseDates, TrustsStructuredDataFirst) {
  structured_.published = "2020-05-01T10:00:00+02:00";
  facts_.metas.push_back({"article:published_time", "2020-05-03"});
  EXPECT_EQ(published(), "2020-05-01T10:00:00+02:00");
}

TEST_F(ChooseDates, NeverTakesADateFromTheFutureOfTheFetch) {
  structured_.published = "2031-05-01";
  facts_.metas.push_back({"article:published_time", "2020-05-03"});
  context_.fetched = parse_machine_date("2020-05-04T00:00:00Z");
  EXPECT_EQ(published(), "2020-05-03");
}

TEST_F(ChooseDates, TakesTheTimeNearestToTheHeadlineAndNoTeasersOrUpdates) {
  facts_.headings.push_back({"Headline", 1, {}});
  facts_.headings.back().place.position = 100;
  time("2019-01-01", 10).place.in_side = true;
  time("2020-06-01", 104).place.class_id = "updated";
  time("2020-05-01", 110);
  time("2018-05-01", 400);
  EXPECT_EQ(published(), "2020-05-01");
}

TEST_F(ChooseDates, ReadsVisibleDatesNearTheHeadline) {
  TimeMark mark;
  mark.text = "By Ann Lee | 3 May 2020 | 4 comments";
  mark.place.position = 8;
  facts_.times.push_back(mark);
  context_.language = "en";
  EXPECT_EQ(published(), "2020-05-03");
}

TEST_F(ChooseDates, SaysNothingRatherThanTheYearOfACopyright) {
  TimeMark mark;
  mark.text = "© 2019 Coast Herald";
  facts_.times.push_back(mark);
  EXPECT_EQ(published(), "");
}

}  // namespace
}  // namespace khabar
