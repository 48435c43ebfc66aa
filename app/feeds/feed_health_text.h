// How well the feeds of a frontier are, for `khabar feeds list`. Pure; any thread.
#pragma once

#include <string>
#include <vector>

#include "core/base/clock.h"
#include "ingest/feed/frontier_reader.h"

namespace khabar {

// "35 s", "12 min", "5 h", "3 d": the largest unit that fits.
std::string duration_text(Milliseconds duration);

// A line a feed, the troubled ones with the reason below; a line of counts at the end.
std::string feed_health_text(const std::vector<FeedHealth>& feeds, TimePoint now);
std::string feed_health_json(const FeedHealth& feed);  // one line

}  // namespace khabar
