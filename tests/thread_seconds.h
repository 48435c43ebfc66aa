// Seconds of processor time that the calling thread has had: neighbours count less than by a clock.
#pragma once

#include <time.h>

namespace khabar {

inline double thread_seconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

}  // namespace khabar
