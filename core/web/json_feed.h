// JSON Feed 1.0 and 1.1 (https://www.jsonfeed.org/version/1.1/). Read as a stream: of a document
// that breaks off, or goes on wrongly, the items before that place are kept. Private to the feed
// parser.
#pragma once

#include <string_view>

#include "core/web/feed.h"
#include "core/web/feed_text.h"

namespace khabar {

// False when nothing of it was a feed; `feed.faults` tells what was wrong with the JSON.
bool read_json_feed(std::string_view utf8, const FeedContext& context, FeedDates& dates,
                    Feed& feed);

}  // namespace khabar
