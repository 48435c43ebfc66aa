// LiveFeeds: what app sees of the sources of type "feeds" of a run: who takes another
// configuration, and how well each feed is. Main thread, but for what it hands out.
#pragma once

#include <string>
#include <vector>

#include "app/admin/feeds_view.h"
#include "app/reloader.h"
#include "core/flow/plan.h"

namespace khabar {

// Of the sources that can be told while they run. The functions may be called from any thread.
std::vector<Reloader::LiveSource> live_sources_of(const Parts& parts);

// Reads the frontiers of the sources of type "feeds"; empty when the plan has none.
FeedsView::Read feeds_reader_of(const Plan& plan, const std::string& state_dir);

}  // namespace khabar
