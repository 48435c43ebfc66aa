// When a document was news: what the window goes by. Never the machine's clock, so that a batch
// over an archive judges as the live run would have. Free functions; any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "core/model/document.h"

namespace khabar {

// Unix seconds of `fetched`, else of the publication date the input gave, else of the article's.
// Nothing when none can be read.
std::optional<std::int64_t> document_time(const Document& document);

// A machine-readable date, or a day with slashes, dots or dashes, "13/07/2016": day first, unless
// only the other reading is a date. Unknown parts are taken as their least value, an unknown offset
// as UTC: a day off is within what a window of days forgives.
std::optional<std::int64_t> time_of_text(std::string_view text);

}  // namespace khabar
