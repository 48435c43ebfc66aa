// RunPhase: where the run stands, for who asks: opening, running, stopping; and what the last
// reload came to. Any thread.
#pragma once

#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/base/clock.h"

namespace khabar {

enum class Phase : std::uint8_t { opening, running, stopping };

inline const char* phase_name(Phase phase) {
  return phase == Phase::opening ? "opening" : phase == Phase::running ? "running" : "stopping";
}

struct ReloadOutcome {
  TimePoint at;
  bool is_in_force = false;        // false: a bad file; the old configuration stays
  std::vector<std::string> lines;  // what changed, or what is wrong
};

class RunPhase {
 public:
  explicit RunPhase(TimePoint started) : started_(started) {}

  TimePoint started() const { return started_; }
  Phase phase() const {
    const std::lock_guard lock(mutex_);
    return phase_;
  }
  void enter(Phase phase) {
    const std::lock_guard lock(mutex_);
    phase_ = phase;
  }
  std::optional<ReloadOutcome> reload() const {
    const std::lock_guard lock(mutex_);
    return reload_;
  }
  void reloaded(ReloadOutcome outcome) {
    const std::lock_guard lock(mutex_);
    reload_ = std::move(outcome);
  }

 private:
  const TimePoint started_;
  mutable std::mutex mutex_;
  Phase phase_ = Phase::opening;
  std::optional<ReloadOutcome> reload_;
};

}  // namespace khabar
