// From the table [sources.NAME] to the list of feeds and how to treat each.
//
//     settings of the table  <  [[group]]  <  [[feed]]      (what is said later wins)
//     opml, lists            feeds without settings of their own; an outline's name is a group's
//
// Reads the files it names, relative to the configuration file. One thread.
#pragma once

#include <memory>

#include "core/base/result.h"
#include "core/flow/settings.h"
#include "ingest/feed/feed_options.h"

namespace khabar {

// All faults go to `settings`: ask its finish(). Never null.
std::shared_ptr<const FeedOptions> read_feed_options(Settings& settings);

// What changes when `after` follows `before`, a line each, for a person.
std::vector<std::string> describe_changes(const FeedOptions& before, const FeedOptions& after);

// "90m", "6h", "2d", "45s". Nothing when it is no duration.
std::optional<Milliseconds> parse_duration(std::string_view text);

}  // namespace khabar
