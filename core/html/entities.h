// Character references: "&amp;", "&#1587;", "&#x633;" and the 2,231 names of the HTML standard.
// Pure functions over a table made by tests/core/html/make_entity_table.py; any thread.
#pragma once

#include <cstddef>
#include <cstring>
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

// The five that nearly all are, decoded to `out`, which moves on; six bytes must be readable at
// `p`. Returns how many of them it was; 0: any other reference, or none.
inline std::size_t decode_frequent_reference(const char* p, char*& out) {
  const auto is = [p](std::string_view written) {
    return std::memcmp(p, written.data(), written.size()) == 0;
  };
  const auto put = [&out](std::string_view utf8, std::size_t consumed) {
    std::memcpy(out, utf8.data(), utf8.size());
    out += utf8.size();
    return consumed;
  };
  if (is("&amp;")) return put("&", 5);
  if (is("&quot;")) return put("\"", 6);
  if (is("&nbsp;")) return put("\xC2\xA0", 6);
  if (is("&lt;")) return put("<", 4);
  if (is("&gt;")) return put(">", 4);
  return 0;
}

// The character that windows-1252 has at 0x80 to 0x9F, where Unicode has controls (13.2.5.80); 0
// where it has none there, and for any other number.
char32_t windows_1252_of_control(char32_t code);

// Appends `text` to `out` with its references decoded, each once. Linear time.
void decode_entities(std::string_view text, std::string& out,
                     ReferenceMode mode = ReferenceMode::text);

}  // namespace khabar
