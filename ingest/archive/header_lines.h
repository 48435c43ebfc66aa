// Header blocks as WARC and HTTP share them: a first line, then "Name: value" lines up to a blank
// line; CRLF or LF. Views into the caller's bytes; any thread; linear time.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace khabar {

struct HeaderField {
  std::string_view name, value;  // trimmed
};

// One past the blank line that ends the block, looking from `from` on; nothing when it is not
// there yet. To look again after more bytes came, begin three bytes before the former end.
std::optional<std::size_t> header_end(std::string_view bytes, std::size_t from);

class HeaderLines {
 public:
  explicit HeaderLines(std::string_view block) : rest_(block) {}

  std::optional<std::string_view> next_line();  // without its end; nothing at the blank line
  // Passes over lines without a colon and over folded continuations (RFC 9112 5.2).
  std::optional<HeaderField> next_field();

 private:
  std::string_view rest_;
};

// "text/html" of " Text/HTML; charset=x": lower case, without blanks and parameters.
std::string lower_token(std::string_view value);

}  // namespace khabar
