// FaultLog: says which documents were faulty, for runs without a sink that takes faults; which
// whole inputs were, for all. A few lines, then a count. Any thread.
#pragma once

#include <string>

#include "core/base/log.h"
#include "core/base/log_quota.h"
#include "core/model/document.h"

namespace khabar {

class FaultLog {
 public:
  // Silent where dead letters are kept, for they hold it all; but whoever named a file that cannot
  // be read ("input_unreadable", "input_unknown_format") is told at once.
  FaultLog(const Clock& clock, bool is_silent)
      : quota_(clock, 10, std::chrono::seconds(10)), is_silent_(is_silent) {}

  void note(const Document& document) {
    if (!document.fault) return;
    if (is_silent_ && !document.fault->reason.starts_with("input_")) return;
    const auto held_back = quota_.take();
    if (!held_back) return;
    std::string line = document.fault->reason + ": " + document.fault->detail;
    if (*held_back > 0) line += " (and " + std::to_string(*held_back) + " like it before)";
    log_warning("faults", line);
  }

 private:
  LogQuota quota_;
  const bool is_silent_;
};

}  // namespace khabar
