// The end of a run as a person likes to read it. Pure function; any thread.
#pragma once

#include <string>
#include <vector>

#include "core/flow/metrics.h"
#include "core/flow/runner.h"

namespace khabar {

struct SummaryContext {
  std::vector<std::string> outputs;  // where the records are
  std::string dead_letters;          // where the rejected are; empty: nowhere
  std::string state_dir;             // where it says what was read before; empty: nowhere
  bool colours = false;
};

std::string run_summary_text(const RunSummary& summary, const Metrics& metrics,
                             const SummaryContext& context);

}  // namespace khabar
