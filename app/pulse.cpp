#include "app/pulse.h"

namespace khabar {

Pulse::Pulse(const Clock& clock, std::chrono::seconds stall)
    : clock_(clock), stall_(stall), beaten_(clock.steady_now()), moved_(beaten_) {}

void Pulse::beat(std::uint64_t settled, std::uint64_t open) {
  const std::lock_guard lock(mutex_);
  beaten_ = clock_.steady_now();
  // Nothing open is nothing to do: the stall is counted from when something is.
  if (settled != settled_ || open_ == 0 || open == 0) moved_ = beaten_;
  settled_ = settled;
  open_ = open;
}

std::string Pulse::complaint() const {
  using std::chrono::duration_cast;
  using std::chrono::seconds;
  const std::lock_guard lock(mutex_);
  const SteadyPoint now = clock_.steady_now();
  if (now - beaten_ > kBeatMax) {
    return "nobody has looked after the run for " +
           std::to_string(duration_cast<seconds>(now - beaten_).count()) + " s";
  }
  if (now - moved_ > stall_) {
    return std::to_string(open_) + " documents are open and none has settled for " +
           std::to_string(duration_cast<seconds>(now - moved_).count()) + " s";
  }
  return {};
}

}  // namespace khabar
