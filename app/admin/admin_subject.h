// What the admin page tells of: the parts of a run, borrowed. All outlive the server, and each
// guards itself.
#pragma once

#include <string>
#include <vector>

#include "app/admin/feeds_view.h"
#include "app/admin/flow_history.h"
#include "app/admin/recent_articles.h"
#include "app/admin/run_phase.h"
#include "app/pulse.h"
#include "core/base/clock.h"
#include "core/flow/metrics.h"

namespace khabar {

struct AdminSubject {
  const Clock& clock;
  const Metrics& metrics;
  const FlowHistory& history;
  const RecentArticles& articles;
  const Pulse& pulse;
  const RunPhase& phase;
  FeedsView& feeds;
  std::string configuration;                        // its path
  std::vector<std::string> sources, stages, sinks;  // names, in the order of the pipeline
};

}  // namespace khabar
