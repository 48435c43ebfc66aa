// LogQuota: lets a few lines through in each period and counts the rest, so that a million faulty
// records do not make a million log lines. Any thread.
#pragma once

#include <cstdint>
#include <mutex>
#include <optional>

#include "core/base/clock.h"

namespace khabar {

class LogQuota {
 public:
  LogQuota(const Clock& clock, std::uint64_t lines_max, Milliseconds period)
      : clock_(clock), lines_max_(lines_max), period_(period) {}

  // How many lines were held back since the last one that was let through; nothing: hold this one
  // back too.
  std::optional<std::uint64_t> take() {
    const std::lock_guard lock(mutex_);
    const SteadyPoint now = clock_.steady_now();
    if (lines_ == 0 || now - began_ >= period_) {
      began_ = now;
      lines_ = 0;
    }
    if (lines_ >= lines_max_) {
      ++held_back_;
      return std::nullopt;
    }
    ++lines_;
    const std::uint64_t held_back = held_back_;
    held_back_ = 0;
    return held_back;
  }

 private:
  const Clock& clock_;
  const std::uint64_t lines_max_;
  const Milliseconds period_;
  std::mutex mutex_;
  SteadyPoint began_{};
  std::uint64_t lines_ = 0;
  std::uint64_t held_back_ = 0;
};

}  // namespace khabar
