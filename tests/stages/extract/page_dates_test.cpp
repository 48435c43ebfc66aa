#include "stages/extract/page_dates.h"

#include <gtest/gtest.h>

#include <random>

#include "stages/extract/shown_dates.h"
#include "stages/extract/title.h"

namespace khabar {
namespace {

TEST(DateInUrl, ReadsDaysAndNothingElse) {
  struct Row {
    const char* url;
    const char* iso;
  };
  for (const Row& row :
       {Row{"https://a.example/2020/05/01/x", "2020-05-01"},
        Row{"https://a.example/news/2020-5-1-x", "2020-05-01"},
        Row{"https://a.example/20200501/x", "2020-05-01"},
        Row{"https://a.example/2020/may/01/x", "2020-05-01"},
        Row{"https://a.example/press/29-10-2020.html", "2020-10-29"},
        Row{"https://a.example/press/10-29-2020", "2020-10-29"},
        Row{"https://a.example/press/05-06-2020", ""}, Row{"https://a.example/2020/05/x", ""},
        Row{"https://a.example/id-120200501", ""}, Row{"https://a.example/2020/13/01/", ""},
        Row{"https://a.example/1066/10/14/", ""}, Row{"https://a.example/2020/02/30/", ""},
        Row{"", ""}}) {
    const auto time = date_in_url(row.url);
    EXPECT_EQ(time ? time->iso() : "", row.iso) << row.url;
  }
}

class ChooseDates : public ::testing::Test {
 protected:
  std::string published() {
    context_.headline = headline_position(facts_, "");
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

  // A line of text at a node, on a page of a headline at 100 and a story from 120 to 300.
  TimeMark& line(const char* text, std::uint32_t position) {
    if (facts_.headings.empty()) {
      facts_.headings.push_back({"Headline", 1, {}});
      facts_.headings.back().place.position = 100;
      facts_.body_position = 120;
      facts_.body_end_position = 300;
    }
    TimeMark mark;
    mark.text = text;
    mark.place.position = position;
    facts_.times.push_back(mark);
    context_.language = "en";
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

TEST_F(ChooseDates, KnowsAHousesOwnNamesOfMetaTags) {
  facts_.metas.push_back({"w-modified-date", "2020-05-09"});
  facts_.metas.push_back({"publisher:id", "2020-05-08"});
  facts_.metas.push_back({"w-published-date", "2020-05-03"});
  EXPECT_EQ(published(), "2020-05-03");
}

TEST_F(ChooseDates, TakesTheMidnightOfTheNewsroomForItsDay) {
  context_.language = "de";
  structured_.published = "2020-11-06T23:00:00Z";
  EXPECT_EQ(published(), "2020-11-07T00:00:00+01:00");
  structured_.published = "2020-11-06T22:00:00Z";
  EXPECT_EQ(published(), "2020-11-06T22:00:00Z") << "23:00 in winter is no midnight";
  context_.language = "en";
  structured_.published = "2020-11-06T23:00:00Z";
  EXPECT_EQ(published(), "2020-11-06T23:00:00Z");
}

TEST_F(ChooseDates, TakesTheDayOfTheAddressForAnInstantOfUtc) {
  structured_.published = "2020-04-30T23:11:59Z";
  context_.url = "https://a.example/2020/05/01/ferry";
  EXPECT_EQ(published(), "2020-05-01T00:11:59+01:00") << "the nearest clock that shows this day";
  structured_.published = "2020-05-02T03:30:00Z";
  EXPECT_EQ(published(), "2020-05-01T23:30:00-04:00");
  structured_.published = "2020-04-20T23:11:59Z";
  EXPECT_EQ(published(), "2020-04-20T23:11:59Z");
}

TEST_F(ChooseDates, WritesTheInstantOfUtcByTheClockOfTheCountry) {
  structured_.published = "2024-05-01T22:30:00Z";
  context_.url = "https://a.example/2024/05/02/ferry";
  context_.country = "sy";
  EXPECT_EQ(published(), "2024-05-02T01:30:00+03:00");
  context_.country = "gb";  // 23:30 there: the days differ for another reason
  EXPECT_EQ(published(), "2024-05-02");
}

TEST_F(ChooseDates, MakesNoHourUpWhereNoLikelyClockShowsTheDayOfTheAddress) {
  context_.url = "https://a.example/2024/05/02/ferry";
  structured_.published = "2024-05-01T12:30:00Z";
  EXPECT_EQ(published(), "2024-05-02");
  structured_.published = "2024-05-03T00:00:00Z";  // a day without an hour
  EXPECT_EQ(published(), "2024-05-02");
}

TEST_F(ChooseDates, DoesNotOverruleTheHeadByADateReadInTheWrongOrder) {
  structured_.published = "2020-10-09T16:07:00Z";
  line("9/10/2020", 110);
  context_.country = "us";
  EXPECT_EQ(published(), "2020-10-09T16:07:00Z");
}

TEST_F(ChooseDates, TakesAnUpdateForTheDayWhereItStandsInThePlaceOfThatDay) {
  structured_.published = "2019-01-05";
  TimeMark& mark = line("Updated 3 May 2020", 110);
  EXPECT_EQ(published(), "2019-01-05");
  mark.place.class_id = "timestamp published-date";
  EXPECT_EQ(published(), "2020-05-03");
}

TEST_F(ChooseDates, BelievesScriptsLast) {
  facts_.metas.push_back({std::string(kFactsScriptDate), "2020-05-03T08:00:00Z"});
  EXPECT_EQ(published(), "2020-05-03T08:00:00Z");
  line("9 May 2020", 110);
  EXPECT_EQ(published(), "2020-05-09");
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

TEST_F(ChooseDates, TrustsTheDateShownUnderTheHeadlineAboveTheHeads) {
  structured_.published = "2020-05-02T10:30:00Z";
  line("May 1, 2020", 104);
  EXPECT_EQ(published(), "2020-05-01");
}

TEST_F(ChooseDates, WritesTheHeadsInstantOnTheDayShownUnderTheHeadline) {
  structured_.published = "2020-05-02T01:30:00Z";  // the evening before, where it was written
  line("May 1, 2020", 104);
  EXPECT_EQ(published(), "2020-05-01T23:30:00-02:00");
}

TEST_F(ChooseDates, WritesTheHeadsInstantInTheOffsetOfTheShownClock) {
  structured_.published = "2020-05-02T01:30:00Z";
  line("May 1, 2020, 9:30 PM", 104);
  EXPECT_EQ(published(), "2020-05-01T21:30:00-04:00");
}

TEST_F(ChooseDates, HearsNoDatesFarFromTheHeadlineWhereTheHeadSpeaks) {
  structured_.published = "2020-05-02";
  line("May 9, 2020", 420);                            // a teaser's
  line("June 1, 2019", 102).place.in_comments = true;  // a reader's
  EXPECT_EQ(published(), "2020-05-02");
}

TEST_F(ChooseDates, PrefersTheDayOfPublicationToThatOfAnUpdate) {
  line("Last updated May 9, 2020", 103);
  EXPECT_EQ(published(), "2020-05-09");
  line("Posted on May 1, 2020", 105);
  EXPECT_EQ(published(), "2020-05-01");
}

TEST_F(ChooseDates, SettlesTheOrderOfDayAndMonthByCountry) {
  line("02/10/2020", 104);
  EXPECT_EQ(published(), "");
  context_.country = "gb";
  EXPECT_EQ(published(), "2020-10-02");
  context_.country = "us";
  EXPECT_EQ(published(), "2020-02-10");
}

TEST_F(ChooseDates, ReadsTheStorysFirstLineWhenNothingElseSpeaks) {
  std::vector<Paragraph> story(2);
  story[0].text =
      "Press release of 25 January 2022 | Harbour - The ferry will sail again from May.";
  story[1].text = "It sails at nine.";
  context_.story = story;
  context_.language = "en";
  EXPECT_EQ(published(), "2022-01-25");
  story[0].text = "The ferry that sank on 25 January 2022 will sail again.";
  EXPECT_EQ(published(), "");
}

TEST_F(ChooseDates, SaysNothingRatherThanTheYearOfACopyright) {
  TimeMark mark;
  mark.text = "© 2019 Coast Herald";
  facts_.times.push_back(mark);
  EXPECT_EQ(published(), "");
}

// Twins: passing over marks that cannot matter changes nothing that does.
TEST_F(ChooseDates, AsksOnlyForShownDatesThatMatter) {
  const unsigned seed = std::random_device{}();
  SCOPED_TRACE(seed);
  std::mt19937 random(seed);
  const char* const texts[] = {"3 May 2020",
                               "Published 4 May 2020 10:15",
                               "Updated 5 May 2020",
                               "By Ann Lee | 6 May 2020 | 4 comments",
                               "no date",
                               ""};
  const char* const classes[] = {"", "entry-date published", "updated", "meta", "byline"};
  for (int round = 0; round < 2000; ++round) {
    facts_ = PageFacts{};
    for (std::size_t i = random() % 50; i > 0; --i) {
      TimeMark& mark = line(texts[random() % 6], static_cast<std::uint32_t>(random() % 500));
      mark.place.class_id = classes[random() % 5];
      mark.is_time_element = random() % 2 == 0;
      mark.place.in_side = random() % 4 == 0;
      if (random() % 4 == 0) mark.machine = "2020-05-07T10:00:00Z";
    }
    context_.headline = headline_position(facts_, "");
    const ShownDates all = find_shown_dates(facts_, context_, ShownDatesWanted{}, parser_);
    const double from = random() % 2 == 0 ? 2.5 : 3.5;
    const ShownDates some = find_shown_dates(facts_, context_, {from, false}, parser_);
    const bool matters = all.published && all.published->score >= from;
    ASSERT_EQ(some.published && some.published->score >= from, matters);
    if (!matters) continue;
    EXPECT_EQ(some.published->time, all.published->time);
    EXPECT_EQ(some.published->score, all.published->score);
    EXPECT_EQ(some.published->near, all.published->near);
  }
}

}  // namespace
}  // namespace khabar
