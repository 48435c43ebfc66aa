// The settings of [sources.NAME] that are no list: manners, bounds, the HTTP client; and those that
// a table shares with its [[group]] and [[feed]]. One thread.
#pragma once

#include <string>
#include <string_view>

#include "core/flow/settings.h"
#include "ingest/feed/feed_options.h"

namespace khabar {

void read_source_settings(Settings& settings, FeedOptions& options);

FeedKind read_kind(Settings& settings, FeedKind base);

// What `settings` says, over `base`.
FeedPolicy read_policy(Settings& settings, const FeedPolicy& base);

// A path of the configuration: relative ones are meant from the folder of the file they stand in.
std::string beside(const Settings& settings, const std::string& path);

std::string_view trimmed(std::string_view text);

}  // namespace khabar
