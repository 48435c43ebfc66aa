#include "core/html/escape.h"

#include <algorithm>

namespace khabar {
namespace {

std::string_view reference_to(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    default:
      return "&quot;";
  }
}

void append_escaped(std::string_view text, std::string_view specials, std::string& out) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t stop = std::min(text.find_first_of(specials, at), text.size());
    out.append(text, at, stop - at);
    if (stop == text.size()) return;
    out += reference_to(text[stop]);
    at = stop + 1;
  }
}

}  // namespace

void append_escaped_text(std::string_view text, std::string& out) {
  append_escaped(text, "&<>", out);
}

void append_escaped_attribute(std::string_view text, std::string& out) {
  append_escaped(text, "&<>\"", out);
}

std::string escaped_html(std::string_view text) {
  std::string out;
  append_escaped_attribute(text, out);
  return out;
}

}  // namespace khabar
