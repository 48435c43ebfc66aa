// A Feed as JSON: what `khabar parse-feed` prints. Free functions; any thread.
#pragma once

#include <string>
#include <string_view>

#include "core/web/feed.h"

namespace khabar {

struct FeedJsonOptions {
  bool raw = false;  // markup as the publisher wrote it; else sanitised, its addresses absolute
};

// Two-space indented. Fields without a value are left out; names are those of feed.h, dates an
// object {"text", "iso"}, texts {"value", "type", "language", "base", "source"}.
std::string feed_json(const Feed& feed, const FeedJsonOptions& options);

// The fields and formats, for --help.
std::string_view feed_json_help();

}  // namespace khabar
