// Pulse: is the pipeline alive? The attendant beats it several times a second with what the runner
// has done so far; whoever answers for the program (/healthz, the watchdog) asks. Any thread.
#pragma once

#include <chrono>
#include <cstdint>
#include <mutex>
#include <string>

#include "core/base/clock.h"

namespace khabar {

class Pulse {
 public:
  // No beat for so long: the attendant itself hangs.
  static constexpr std::chrono::seconds kBeatMax{15};

  // Documents open, and none settled for `stall`: hung. A sink that is away holds documents too,
  // which is why `stall` must be longer than the patience with sinks.
  Pulse(const Clock& clock, std::chrono::seconds stall);

  void beat(std::uint64_t settled, std::uint64_t open);

  std::string complaint() const;  // empty: alive

 private:
  const Clock& clock_;
  const std::chrono::seconds stall_;
  mutable std::mutex mutex_;
  SteadyPoint beaten_, moved_;
  std::uint64_t settled_ = 0, open_ = 0;
};

}  // namespace khabar
