// Blanks as markup and JSON write them. Pure functions; any thread.
#pragma once

#include <string>
#include <string_view>

namespace khabar {

// Runs of ' ', '\n', '\t' and '\r' become one ' '; none begins or ends the text. No-break and other
// wide blanks stay: collapse_blanks() of core/text/utf8.h takes these too.
inline std::string with_single_blanks(std::string_view text) {
  const auto is_blank = [](char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; };
  std::string out(text.size(), '\0');
  std::size_t size = 0;
  bool behind_blank = true;
  for (const char c : text) {
    const bool blank = is_blank(c);
    out[size] = blank ? ' ' : c;
    size += !(blank && behind_blank);
    behind_blank = blank;
  }
  if (size > 0 && behind_blank) --size;
  out.resize(size);
  return out;
}

}  // namespace khabar
