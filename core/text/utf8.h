// UTF-8: decoding, encoding, validation, repair, and the few character classes the pipeline asks
// for on its hot paths. Free functions without state; any thread.
//
// Malformed bytes follow Unicode 15 section 3.9 "U+FFFD Substitution of Maximal Subparts", which is
// the WHATWG Encoding Standard's rule too: one U+FFFD for each longest prefix of a possible
// sequence, so "E1 80 41" is U+FFFD 'A', and "C0 AF" two U+FFFD.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace khabar {

inline constexpr char32_t kReplacementCharacter = 0xFFFD;

struct CodePoint {
  char32_t value = 0;      // kReplacementCharacter when malformed
  std::uint32_t size = 0;  // bytes it takes: 1 to 4; of a malformed one, its maximal subpart
  bool valid = true;
};

// The multibyte part of code_point_at(); `at` holds a byte of 0x80 or more.
CodePoint multibyte_code_point_at(std::string_view utf8, std::size_t at);

// Requires at < utf8.size().
inline CodePoint code_point_at(std::string_view utf8, std::size_t at) {
  const auto byte = static_cast<unsigned char>(utf8[at]);
  if (byte < 0x80) return {byte, 1, true};
  if (byte >= 0xC2 && byte < 0xE0 && at + 1 < utf8.size()) {
    const auto next = static_cast<unsigned char>(utf8[at + 1]);
    if ((next & 0xC0) == 0x80)
      return {static_cast<char32_t>((byte & 0x1F) << 6 | (next & 0x3F)), 2};
  }
  return multibyte_code_point_at(utf8, at);
}

// The code point that ends where `end` stands; size 0 at the beginning.
inline CodePoint code_point_before(std::string_view utf8, std::size_t end) {
  if (end == 0) return {0, 0, false};
  std::size_t begin = end - 1;
  while (begin > 0 && end - begin < 4 && (static_cast<unsigned char>(utf8[begin]) & 0xC0) == 0x80) {
    --begin;
  }
  const CodePoint point = code_point_at(utf8, begin);
  return point.size == end - begin ? point : CodePoint{kReplacementCharacter, 1, false};
}

// The longest beginning of at most `bytes_max` bytes that cuts no character.
inline std::string_view beginning_of(std::string_view utf8, std::size_t bytes_max) {
  if (utf8.size() <= bytes_max) return utf8;
  while (bytes_max > 0 && (static_cast<unsigned char>(utf8[bytes_max]) & 0xC0) == 0x80) --bytes_max;
  return utf8.substr(0, bytes_max);
}

// Writes 1 to 4 bytes at `out` and returns how many. Surrogates and values above U+10FFFF become
// U+FFFD.
std::size_t encode_utf8(char32_t point, char* out);
void append_utf8(char32_t point, std::string& out);

// Bytes before the first malformed sequence: utf8.size() when all is well.
std::size_t valid_utf8_prefix(std::string_view utf8);
inline bool is_valid_utf8(std::string_view bytes) {
  return valid_utf8_prefix(bytes) == bytes.size();
}
bool is_ascii(std::string_view bytes);
// The first byte from `at` on of 0x80 or more, or the end.
std::size_t find_non_ascii(std::string_view bytes, std::size_t at);

// Appends `bytes` to `out` with each malformed subpart as U+FFFD; returns how many there were.
std::size_t sanitize_utf8(std::string_view bytes, std::string& out);

// Of valid text; in malformed text each byte that is no continuation byte counts.
std::size_t count_code_points(std::string_view utf8);
std::size_t count_of(std::string_view bytes, char byte);

// Unicode White_Space and U+2800 (braille blank, which pages set where a blank would collapse).
// Zero-width characters are no blanks: they stand inside words.
constexpr bool is_blank(char32_t c) {
  if (c < 0x80) return c == ' ' || (c >= 0x09 && c <= 0x0D);
  return c == 0x85 || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 ||
         c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x2800 || c == 0x3000;
}

// General categories L and Nd; of any script.
bool is_letter(char32_t c);
bool is_decimal_digit(char32_t c);
// Categories Mn, Mc, Me: vowel signs, accents, harakat.
bool is_combining_mark(char32_t c);

enum class Script : std::uint8_t {
  common,  // digits, punctuation, symbols, blanks
  latin,
  greek,
  cyrillic,
  armenian,
  hebrew,
  arabic,
  indic,      // Devanagari to Sinhala
  southeast,  // Thai, Lao, Myanmar, Khmer: written without blanks between words
  georgian,
  ethiopic,
  hangul,
  kana,
  han,
  other,
};
// By block, not by the Script property: a letter's block names its script well enough to count
// with, at the cost of a comparison or two. Marks and digits inside a block count with it, but for
// the Arabic comma, semicolon, question mark, digits and tatweel, which are common.
Script script_of(char32_t c);

// Without blanks (is_blank) at both ends.
std::string_view trim_blanks(std::string_view utf8);
// Replaces `out`: trimmed, each run of blanks (line breaks too) as one U+0020.
void collapse_blanks(std::string_view utf8, std::string& out);

}  // namespace khabar
