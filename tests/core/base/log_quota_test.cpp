#include "core/base/log_quota.h"

#include <gtest/gtest.h>

#include "tests/fakes/hand_clock.h"

namespace khabar {
namespace {

using HeldBack = std::optional<std::uint64_t>;

TEST(LogQuota, LetsAFewThroughAndCountsTheRest) {
  HandClock clock;
  LogQuota quota(clock, 2, Milliseconds(1000));
  EXPECT_EQ(quota.take(), HeldBack(0));
  EXPECT_EQ(quota.take(), HeldBack(0));
  for (int i = 0; i < 5; ++i) EXPECT_EQ(quota.take(), std::nullopt);
  clock.turn(Milliseconds(999));
  EXPECT_EQ(quota.take(), std::nullopt);
  clock.turn(Milliseconds(1));
  EXPECT_EQ(quota.take(), HeldBack(6)) << "a new period tells what the last one held back";
  EXPECT_EQ(quota.take(), HeldBack(0));
  EXPECT_EQ(quota.take(), std::nullopt);
}

TEST(LogQuota, APeriodBeginsWithItsFirstLine) {
  HandClock clock;
  LogQuota quota(clock, 1, Milliseconds(1000));
  clock.turn(Milliseconds(5000));
  EXPECT_EQ(quota.take(), HeldBack(0));
  clock.turn(Milliseconds(500));
  EXPECT_EQ(quota.take(), std::nullopt);
}

}  // namespace
}  // namespace khabar
