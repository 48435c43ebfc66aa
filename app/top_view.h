// What `khabar top` shows: the answers of a running program's /api/status and /api/sources, laid
// out for a terminal. Pure functions; any thread.
#pragma once

#include <string>
#include <string_view>

#include "core/base/result.h"

namespace khabar {

struct TopLayout {
  bool colours = false;
  std::size_t columns = 80, rows = 24;  // what does not fit is left out, with how many
};

// Invalid: an answer is no JSON of that kind (another program at that address, or a newer one).
Result<std::string> top_text(std::string_view status_json, std::string_view sources_json,
                             const TopLayout& layout);

// Bytes that would move the cursor, colour what follows or end the line are gone: names of feeds
// are strangers' text.
std::string printable(std::string_view text);

}  // namespace khabar
