// Time as the program sees it. Parts take a Clock& so that tests can turn the hands.
// now() may be called from any thread.
#pragma once

#include <chrono>

namespace khabar {

using Milliseconds = std::chrono::milliseconds;
using TimePoint = std::chrono::sys_time<Milliseconds>;      // wall clock, UTC
using SteadyPoint = std::chrono::steady_clock::time_point;  // for durations only

class Clock {
 public:
  virtual ~Clock() = default;
  virtual TimePoint now() const = 0;
  virtual SteadyPoint steady_now() const = 0;
};

class SystemClock final : public Clock {
 public:
  TimePoint now() const override {
    return std::chrono::time_point_cast<Milliseconds>(std::chrono::system_clock::now());
  }
  SteadyPoint steady_now() const override { return std::chrono::steady_clock::now(); }
};

}  // namespace khabar
