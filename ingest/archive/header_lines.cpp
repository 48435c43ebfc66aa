#include "ingest/archive/header_lines.h"

#include <algorithm>

#include "core/text/ascii.h"

namespace khabar {
namespace {

std::string_view trimmed(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(" \t"), text.size()));
  return text.substr(0, text.find_last_not_of(" \t\r") + 1);
}

}  // namespace

std::optional<std::size_t> header_end(std::string_view bytes, std::size_t from) {
  for (std::size_t at = bytes.find('\n', from); at != bytes.npos; at = bytes.find('\n', at + 1)) {
    const std::string_view next = bytes.substr(at + 1, 2);
    if (next.starts_with("\n")) return at + 2;
    if (next == "\r\n") return at + 3;
  }
  return std::nullopt;
}

std::optional<std::string_view> HeaderLines::next_line() {
  if (rest_.empty()) return std::nullopt;
  const std::size_t end = std::min(rest_.find('\n'), rest_.size());
  std::string_view line = rest_.substr(0, end);
  if (line.ends_with('\r')) line.remove_suffix(1);
  if (line.empty()) return std::nullopt;
  rest_.remove_prefix(std::min(end + 1, rest_.size()));
  return line;
}

std::optional<HeaderField> HeaderLines::next_field() {
  while (const auto line = next_line()) {
    const std::size_t colon = line->find(':');
    if (colon == line->npos || line->front() == ' ' || line->front() == '\t') continue;
    return HeaderField{trimmed(line->substr(0, colon)), trimmed(line->substr(colon + 1))};
  }
  return std::nullopt;
}

std::string lower_token(std::string_view value) {
  std::string token;
  for (const char c : value.substr(0, value.find_first_of(";,"))) {
    if (c != ' ' && c != '\t') token.push_back(ascii_lower(c));
  }
  return token;
}

}  // namespace khabar
