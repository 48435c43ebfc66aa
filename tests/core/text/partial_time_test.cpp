#include "core/text/partial_time.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

namespace khabar {
namespace {

struct Case {
  const char* text;
  const char* iso;  // empty: no date
};

std::string machine(const std::string& text) {
  const auto time = parse_machine_date(text);
  return time ? time->iso() : "";
}

TEST(PartialTime, SaysOnlyWhatIsKnown) {
  PartialTime time;
  EXPECT_EQ(time.iso(), "");
  time.month = 5, time.day = 3;
  EXPECT_EQ(time.iso(), "--05-03");
  time.year = 2024;
  EXPECT_EQ(time.iso(), "2024-05-03");
  time.hour = 7, time.minute = 5;
  EXPECT_EQ(time.iso(), "2024-05-03T07:05");
  time.offset_minutes = -210;
  EXPECT_EQ(time.iso(), "2024-05-03T07:05-03:30");
  time.second = 9, time.offset_minutes = 0;
  EXPECT_EQ(time.iso(), "2024-05-03T07:05:09Z");
}

TEST(PartialTime, ReadsIso8601) {
  const std::vector<Case> cases{
      {"2020-05-01", "2020-05-01"},
      {"2020-05", "2020-05"},
      {"20200501", "2020-05-01"},
      {"2020-05-01T10:00", "2020-05-01T10:00"},
      {" 2020-05-01t10:00:30z ", "2020-05-01T10:00:30Z"},
      {"2020-05-01T10:00:00.123456+0200", "2020-05-01T10:00:00+02:00"},
      {"2020-05-01 10:00:00 -03:00", "2020-05-01T10:00:00-03:00"},
      {"2020-05-01T10:00:00+02:00[Europe/Berlin]", "2020-05-01T10:00:00+02:00"},
      {"20200501T101500Z", "2020-05-01T10:15:00Z"},
      {"20200501101500", "2020-05-01T10:15:00"},
      {"2020-122", "2020-05-01"},
      {"2020-W18-5", "2020-05-01"},
      {"2020-12-31T24:00:00Z", "2021-01-01T00:00:00Z"},
      {"2016-12-31T23:59:60Z", "2016-12-31T23:59:59Z"},
      {"2020-02-30", ""},
      {"2020-13-01", ""},
      {"2020-05-01T25:00", ""},
      {"2020-05-01 and so on", ""},
      {"", ""},
  };
  for (const Case& c : cases) EXPECT_EQ(machine(c.text), c.iso) << c.text;
}

TEST(PartialTime, ReadsMailHttpAndScriptDates) {
  const std::vector<Case> cases{
      {"Fri, 01 May 2020 10:00:00 GMT", "2020-05-01T10:00:00Z"},
      {"1 May 2020 10:00 +0300", "2020-05-01T10:00+03:00"},
      {"Friday, 01-May-20 10:00:00 GMT", "2020-05-01T10:00:00Z"},
      {"Fri May  1 10:00:00 2020", "2020-05-01T10:00:00"},
      {"Fri May 01 10:00:00 CEST 2020", "2020-05-01T10:00:00+02:00"},
      {"Fri May 01 2020 10:00:00 GMT+0200 (Central European Summer Time)",
       "2020-05-01T10:00:00+02:00"},
      {"Fri, 01 May 2020 10:00:00 EST", "2020-05-01T10:00:00-05:00"},
      {"May 1, 2020 9:30 pm", "2020-05-01T21:30"},
      {"1 May 2020 12:05 AM", "2020-05-01T00:05"},
      {"May 1, 2020 12:05 PM EST", "2020-05-01T12:05-05:00"},
      {"May 1, 2020 14:30 AM", ""},
      {"2020-05-01T10:00:00:250Z", "2020-05-01T10:00:00Z"},
      {"1588327200", "2020-05-01T10:00:00Z"},
      {"1588327200000", "2020-05-01T10:00:00Z"},
      {"2020050110", ""},
      {"Fri, 32 May 2020 10:00:00 GMT", ""},
      {"May", ""},
  };
  for (const Case& c : cases) EXPECT_EQ(machine(c.text), c.iso) << c.text;
}

TEST(PartialTime, WidensToEveryInstantItMayMean) {
  PartialTime day;
  day.year = 2020, day.month = 5, day.day = 1;
  EXPECT_EQ(PartialTime::of(*day.earliest()).iso(), "2020-04-30T10:00:00Z");
  EXPECT_EQ(PartialTime::of(*day.latest()).iso(), "2020-05-02T11:59:59Z");
  const auto exact = parse_iso8601("2020-05-01T10:00:00.500+02:00");
  EXPECT_EQ(*exact->earliest(), *exact->latest());
}

TEST(PartialTime, CountsDaysThereAndBack) {
  std::mt19937 random(20240515);
  SCOPED_TRACE("seed 20240515");
  for (int n = 0; n < 2000; ++n) {
    const auto days = static_cast<std::int64_t>(random() % 100'000) - 30'000;
    const PartialTime date = civil_from_days(days);
    EXPECT_EQ(days_from_civil(date.year, date.month, date.day), days);
    EXPECT_EQ(weekday_of(date.year, date.month, date.day), ((days + 4) % 7 + 7) % 7);
  }
}

}  // namespace
}  // namespace khabar
