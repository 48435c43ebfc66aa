// What an outline of an OPML list says of its feed beside its address: the khabar: attributes,
// which `khabar feeds export` writes and every list may carry. Pure; any thread.
//
//     kind  fetch_pages  interval_least_s  interval_most_s  delay_ms  verify_tls  paused
//
// Headers are not among them: lists are passed on, and headers hold secrets or, from files, could
// carry those of whoever takes a list over to a stranger's site.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "ingest/feed/feed_options.h"

namespace khabar {

using OutlineSettings = std::vector<std::pair<std::string, std::string>>;

// Those of `feed` that are not the program's defaults.
OutlineSettings outline_settings(const FeedSpec& feed);

// `feed` as they say, over what it is. Gives the faults: unknown names (with the nearest), values
// that cannot be. `list` names the file in them.
std::vector<std::string> take_outline_settings(const OutlineSettings& settings,
                                               const std::string& list, FeedSpec& feed);

}  // namespace khabar
