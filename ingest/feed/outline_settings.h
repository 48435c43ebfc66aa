// What an outline of an OPML list says of its feed beside its address: the khabar: attributes,
// which `khabar feeds export` writes and every list may carry. Pure; any thread.
//
//     kind  fetch_pages  interval_least_s  interval_most_s  delay_ms  paused
//
// Lists are passed on, so what concerns the safety of whoever takes one over is not among them:
// headers hold secrets or, from files, could carry theirs to a stranger's site; and verify_tls
// would let a stranger switch off the check of certificates.
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
