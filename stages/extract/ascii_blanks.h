// Blanks as markup and JSON write them. Pure functions; any thread.
#pragma once

#include <string>
#include <string_view>

namespace khabar {

// Runs of ' ', '\n', '\t' and '\r' become one ' '; none begins or ends the text. No-break and other
// wide blanks stay: collapse_blanks() of core/text/utf8.h takes these too.
inline std::string with_single_blanks(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!blank) {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

}  // namespace khabar
