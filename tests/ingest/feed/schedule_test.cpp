#include "ingest/feed/schedule.h"

#include <gtest/gtest.h>

#include <chrono>
#include <cmath>
#include <cstdint>
#include <vector>

namespace khabar {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

constexpr TimePoint kMidnight{Milliseconds{1'709'251'200'000}};  // 2024-03-01 00:00
constexpr PollBounds kBounds{minutes{5}, hours{24}};

// Watched for `days`, hour by hour, with news at the given hours of each day.
Cadence office(int days, const std::vector<int>& at_hours) {
  Cadence cadence;
  for (int h = 0; h < 24 * days; ++h) {
    std::vector<TimePoint> news;
    for (const int hour : at_hours) {
      if (h % 24 == hour) news.push_back(kMidnight + hours{h} + minutes{30});
    }
    cadence.watch(kMidnight + hours{h + 1}, news);
  }
  return cadence;
}

TEST(CadenceTest, LearnsTheHoursOfNews) {
  const Cadence cadence = office(14, {9, 10, 11, 12});
  const TimePoint today = kMidnight + hours{24 * 14};
  EXPECT_NEAR(cadence.per_day(), 4, 0.3);
  EXPECT_NEAR(cadence.expected(today, today + hours{24}), 4, 0.5);
  EXPECT_GT(cadence.expected(today + hours{10}, today + hours{11}), 0.6);
  EXPECT_LT(cadence.expected(today + hours{22}, today + hours{23}), 0.1);
  EXPECT_LT(interval_of(cadence, today + hours{10}, kBounds), minutes{25});
  // In the evening the next news is tomorrow's: longer, yet not past the morning.
  const Milliseconds evening = interval_of(cadence, today + hours{16}, kBounds);
  EXPECT_GT(evening, minutes{60});
  EXPECT_LT(evening, hours{17});
}

TEST(CadenceTest, TheFirstPollTellsOfTheWeekBefore) {
  std::vector<TimePoint> published;
  for (int h = 0; h < 5 * 24; h += 2) published.push_back(kMidnight - hours{h});
  published.push_back(kMidnight - hours{24 * 300});  // an old favourite on top
  Cadence cadence;
  cadence.watch(kMidnight, published);
  EXPECT_NEAR(cadence.per_day(), 12, 3);
}

TEST(CadenceTest, EntriesPublishedTogetherAreOneMoment) {
  Cadence together, apart;
  together.watch(kMidnight, {});
  apart.watch(kMidnight, {});
  std::vector<TimePoint> at_once(20, kMidnight + hours{8}), spread;
  for (int i = 0; i < 20; ++i) spread.push_back(kMidnight + hours{i});
  together.watch(kMidnight + hours{24}, at_once);
  apart.watch(kMidnight + hours{24}, spread);
  EXPECT_NEAR(together.per_day(), apart.per_day(), 0.5);
  const TimePoint from = kMidnight + hours{24};
  EXPECT_LT(together.expected(from, from + hours{24}), 4);
  EXPECT_GT(apart.expected(from, from + hours{24}), 12);
}

TEST(CadenceTest, OldHabitsFade) {
  Cadence cadence = office(7, {9, 10, 11, 12});
  const double before = cadence.per_day();
  cadence.watch(kMidnight + hours{24 * 21}, {});
  EXPECT_LT(cadence.per_day(), before / 2);
}

TEST(CadenceTest, UntilExpectedIsTheInverseOfExpected) {
  const Cadence cadence = office(10, {3, 9, 10, 17});
  Chance chance(5);
  for (int i = 0; i < 200; ++i) {
    const TimePoint from =
        kMidnight + Milliseconds(static_cast<std::int64_t>(chance.between(0, 2e9)));
    const double moments = chance.between(0.01, 3);
    const Milliseconds until = cadence.until_expected(from, moments, hours{24 * 30});
    EXPECT_NEAR(cadence.expected(from, from + until), moments, 1e-3);
  }
}

TEST(CadenceTest, ComesBackFromText) {
  for (const Cadence& cadence : {office(9, {1, 5, 9}), office(1, {})}) {
    const auto back = Cadence::from_text(cadence.to_text());
    ASSERT_TRUE(back);
    EXPECT_NEAR(back->per_day(), cadence.per_day(), 1e-3);
    EXPECT_EQ(back->to_text(), cadence.to_text());
    EXPECT_EQ(back->longest_silence(), cadence.longest_silence());
  }
  for (const char* text : {"", "1 2 3", "x", "nan nan", "1e999 0 0"}) {
    EXPECT_FALSE(Cadence::from_text(text)) << text;
  }
}

TEST(CadenceTest, SurvivesHostileDates) {
  Cadence cadence;
  cadence.watch(kMidnight, {TimePoint(Milliseconds{INT64_MIN / 2}), TimePoint{},
                            TimePoint(Milliseconds{INT64_MAX / 2})});
  cadence.watch(kMidnight - hours{5}, {kMidnight + hours{9}});  // the clock went back
  cadence.watch(kMidnight + hours{1}, {TimePoint{}, kMidnight + hours{400}});
  EXPECT_TRUE(std::isfinite(cadence.per_day()));
  EXPECT_GE(interval_of(cadence, kMidnight, kBounds), kBounds.least);
}

TEST(ScheduleTest, IntervalsStayInTheirBounds) {
  EXPECT_EQ(interval_of(Cadence{}, kMidnight, {minutes{5}, minutes{6}}), minutes{6});
  std::vector<TimePoint> storm;
  for (int i = 0; i < 600; ++i) storm.push_back(kMidnight - minutes{11} * i);
  Cadence cadence;
  cadence.watch(kMidnight, storm);
  EXPECT_EQ(interval_of(cadence, kMidnight, kBounds), minutes{5});
}

TEST(ScheduleTest, HintsRaiseUpToTheirBound) {
  const auto raised_by = [](std::optional<Milliseconds> ttl, std::optional<Milliseconds> fresh) {
    return raised(minutes{10}, {minutes{5}, hours{2}}, hours{1}, ttl, fresh);
  };
  EXPECT_EQ(raised_by({}, {}), minutes{10});
  EXPECT_EQ(raised_by(minutes{5}, minutes{9}), minutes{10});
  EXPECT_EQ(raised_by(minutes{15}, minutes{40}), minutes{40});
  EXPECT_EQ(raised_by(hours{24 * 365}, {}), hours{1});
  EXPECT_EQ(raised(minutes{10}, {minutes{5}, minutes{20}}, hours{1}, hours{1}, {}), minutes{20});
}

TEST(ScheduleTest, FailuresDoubleAndRetryAfterIsKept) {
  const auto after = [](int failures, std::optional<Milliseconds> retry_after = {}) {
    return after_failure(minutes{10}, failures, {minutes{5}, hours{3}}, retry_after);
  };
  EXPECT_EQ(after(1), minutes{10});
  EXPECT_EQ(after(2), minutes{20});
  EXPECT_EQ(after(4), minutes{80});
  EXPECT_EQ(after(1000), hours{3});
  EXPECT_EQ(after(1, hours{2}), hours{2});
  EXPECT_EQ(after(1, hours{88}), hours{24});
}

TEST(ScheduleTest, JitterNeverLeavesTheBounds) {
  Chance chance(3);
  bool shorter = false, longer = false;
  for (int i = 0; i < 1000; ++i) {
    EXPECT_GE(jittered(minutes{5}, kBounds, chance), minutes{5});
    EXPECT_LE(jittered(hours{24}, kBounds, chance), hours{24});
    const Milliseconds one = jittered(hours{1}, kBounds, chance);
    EXPECT_LE(one, minutes{66});
    EXPECT_GE(one, minutes{54});
    shorter |= one < minutes{57};
    longer |= one > minutes{63};
  }
  EXPECT_TRUE(shorter && longer);
}

TEST(ScheduleTest, FirstPollsAreSpread) {
  int early = 0;
  for (int i = 0; i < 1000; ++i) {
    const Milliseconds at = first_poll_after("https://site" + std::to_string(i), minutes{1});
    EXPECT_LT(at, minutes{1});
    early += at < seconds{30} ? 1 : 0;
  }
  EXPECT_NEAR(early, 500, 70);
  EXPECT_EQ(first_poll_after("x", Milliseconds{0}), Milliseconds{0});
}

TEST(ScheduleTest, SilenceIsMeasuredByHabit) {
  const Cadence busy = office(14, {7, 8, 9, 10, 11, 12, 13, 14, 15, 16});
  const Cadence rare = office(14, {12});
  const TimePoint last = kMidnight + hours{24 * 13 + 16} + minutes{30};
  const auto silent = [&](const Cadence& cadence, Milliseconds for_long) {
    return is_silent(cadence, last, kMidnight, last + for_long);
  };
  EXPECT_FALSE(silent(busy, hours{15}));  // a night
  EXPECT_TRUE(silent(busy, hours{40}));
  EXPECT_FALSE(silent(rare, hours{40}));
  EXPECT_TRUE(silent(rare, hours{24 * 14}));
  Cadence faded = busy;
  faded.watch(kMidnight + hours{24 * 200}, {});
  EXPECT_LT(faded.expected(last, kMidnight + hours{24 * 200}), kSilentMoments);
  EXPECT_TRUE(is_silent(faded, last, kMidnight, kMidnight + hours{24 * 200}));
  EXPECT_FALSE(is_silent(Cadence{}, std::nullopt, kMidnight, kMidnight + hours{12}));  // too new
  EXPECT_TRUE(is_silent(Cadence{}, std::nullopt, kMidnight, kMidnight + hours{24 * 30}));
}

}  // namespace
}  // namespace khabar
