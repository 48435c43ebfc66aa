#include "app/admin/flow_history.h"

#include <gtest/gtest.h>

namespace khabar {
namespace {

TimePoint at(double seconds) {
  return TimePoint(Milliseconds(static_cast<std::int64_t>(seconds * 1000)));
}

TEST(FlowHistory, KeepsOneSampleASecond) {
  FlowHistory history;
  EXPECT_TRUE(history.is_due(at(10)));
  history.add(at(10), {{"read", 1}});
  EXPECT_FALSE(history.is_due(at(10.9)));
  history.add(at(10.9), {{"read", 2}});
  history.add(at(11), {{"read", 3}});
  const auto curves = history.curves(FlowHistory::Span::minutes);
  EXPECT_EQ(curves.times_s, (std::vector<std::int64_t>{10, 11}));
  EXPECT_EQ(curves.values, (std::vector<std::vector<double>>{{1}, {3}}));
}

TEST(FlowHistory, RatesAreOverTheSecondsAskedFor) {
  FlowHistory history;
  EXPECT_EQ(history.rate("read", 10), 0);
  for (int i = 0; i <= 100; ++i) history.add(at(i), {{"read", i < 90 ? 0 : (i - 90) * 5}});
  EXPECT_EQ(history.rate("read", 10), 5);
  EXPECT_EQ(history.rate("read", 50), 1);
  EXPECT_EQ(history.rate("nothing", 10), 0);
}

TEST(FlowHistory, ANameThatCameLaterHasShorterRows) {
  FlowHistory history;
  history.add(at(1), {{"a", 1}});
  history.add(at(2), {{"a", 1}, {"b", 7}});
  const auto curves = history.curves(FlowHistory::Span::minutes);
  EXPECT_EQ(curves.names, (std::vector<std::string>{"a", "b"}));
  EXPECT_EQ(curves.values, (std::vector<std::vector<double>>{{1}, {1, 7}}));
  EXPECT_EQ(history.rate("b", 10), 7) << "before it came it was nought";
}

TEST(FlowHistory, IsBoundedInTimeAndNames) {
  FlowHistory history;
  FlowHistory::Values many;
  for (int i = 0; i < 500; ++i) many["name" + std::to_string(i)] = i;
  for (int i = 0; i < 100'000; i += 20) history.add(at(i), many);
  EXPECT_EQ(history.curves(FlowHistory::Span::minutes).times_s.size(), FlowHistory::kSecondsMax);
  EXPECT_EQ(history.curves(FlowHistory::Span::day).times_s.size(), FlowHistory::kMinutesMax);
  EXPECT_EQ(history.curves(FlowHistory::Span::day).names.size(), FlowHistory::kSeriesMax);
}

TEST(FlowHistory, AClockSetBackBeginsAnew) {
  FlowHistory history;
  history.add(at(5000), {{"read", 100}});
  history.add(at(100), {{"read", 101}});
  EXPECT_EQ(history.curves(FlowHistory::Span::minutes).times_s, std::vector<std::int64_t>{100});
}

}  // namespace
}  // namespace khabar
