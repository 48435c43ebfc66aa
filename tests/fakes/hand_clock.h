// A clock whose hands the test turns. Any thread.
#pragma once

#include <atomic>

#include "core/base/clock.h"

namespace khabar {

class HandClock final : public Clock {
 public:
  TimePoint now() const override { return TimePoint(Milliseconds(ms_.load())); }
  SteadyPoint steady_now() const override { return SteadyPoint(Milliseconds(ms_.load())); }
  void turn(Milliseconds by) { ms_ += by.count(); }

 private:
  std::atomic<std::int64_t> ms_{1'000'000};
};

}  // namespace khabar
