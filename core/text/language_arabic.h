// Telling the languages of the Arabic script apart. Private to core/text. Any thread.
#pragma once

#include <string_view>

namespace khabar {

// The letters of U+0600..06FF, which most texts in the script are made of: no table to ask. What
// lies elsewhere, and U+0600..061F, is for script_of and is_letter.
inline bool is_plain_arabic_letter(char32_t c) {
  return (c >= 0x0620 && c <= 0x064A && c != 0x0640) || (c >= 0x0671 && c <= 0x06D3);
}
// The code point of two bytes D8..DB xx at `at`, or 0.
inline char32_t arabic_pair(std::string_view utf8, std::size_t at) {
  const auto lead = static_cast<unsigned char>(utf8[at]);
  if ((lead & 0xFC) != 0xD8 || at + 1 >= utf8.size()) return 0;
  const auto next = static_cast<unsigned char>(utf8[at + 1]);
  if ((next & 0xC0) != 0x80) return 0;
  return static_cast<char32_t>((lead & 0x1F) << 6 | (next & 0x3F));
}

struct ArabicScriptLanguage {
  std::string_view tag;  // "ar" when nothing speaks for another
  bool confident = false;
};
// Letters that one language has and the others lack, and words that no page of it does without.
// Dozens of letters are enough; a name alone gives "ar" without confidence.
ArabicScriptLanguage arabic_script_language(std::string_view utf8);

}  // namespace khabar
