// Character references: "&amp;", "&#1587;", "&#x633;" and the 2,231 names of the HTML standard.
// Pure functions over a table made by tests/core/html/make_entity_table.py; any thread.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace khabar {

enum class ReferenceMode : bool {
  text,
  // In an attribute "&copy=1" and "&copyright" stay as they are: URLs are full of them.
  attribute,
};

struct DecodedReference {
  std::size_t consumed = 0;  // bytes of the input; 0: no reference here, the '&' is itself
  std::size_t length = 0;    // bytes of `utf8`, at most 8; never more than 6/5 of `consumed`
  char utf8[8] = {};
};

// Reads the reference at `p`, which points at '&' before `end`. WHATWG HTML 13.2.5.72 to .80.
DecodedReference decode_reference(const char* p, const char* end, ReferenceMode mode);

// The character that windows-1252 has at 0x80 to 0x9F, where Unicode has controls (13.2.5.80); 0
// where it has none there, and for any other number.
char32_t windows_1252_of_control(char32_t code);

// Appends `text` to `out` with its references decoded, each once. Linear time.
void decode_entities(std::string_view text, std::string& out,
                     ReferenceMode mode = ReferenceMode::text);

}  // namespace khabar
