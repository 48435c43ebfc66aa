// ASCII classes and case, by the Infra Standard (infra.spec.whatwg.org, "Code points", "Strings")
// and no locale. Bytes from 0x80 up are in no class and never change, so UTF-8 stays UTF-8.
// Pure functions; any thread.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

namespace khabar {

constexpr bool is_ascii_upper(char c) {
  return static_cast<unsigned char>(c - 'A') < 26;
}
constexpr bool is_ascii_lower(char c) {
  return static_cast<unsigned char>(c - 'a') < 26;
}
constexpr bool is_ascii_letter(char c) {
  return static_cast<unsigned char>((c | 0x20) - 'a') < 26;
}
constexpr bool is_ascii_digit(char c) {
  return static_cast<unsigned char>(c - '0') < 10;
}
constexpr bool is_ascii_alphanumeric(char c) {
  return is_ascii_letter(c) || is_ascii_digit(c);
}

constexpr char ascii_lower(char c) {
  return is_ascii_upper(c) ? static_cast<char>(c | 0x20) : c;
}

// Of a hexadecimal digit in either case: 0 to 15; -1 of anything else.
constexpr int hex_digit_value(char c) {
  if (is_ascii_digit(c)) return c - '0';
  const char lower = ascii_lower(c);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

// "ASCII case-insensitive match".
constexpr bool equals_ignoring_case(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (ascii_lower(a[i]) != ascii_lower(b[i])) return false;
  }
  return true;
}

constexpr bool starts_ignoring_case(std::string_view text, std::string_view start) {
  return text.size() >= start.size() && equals_ignoring_case(text.substr(0, start.size()), start);
}

inline std::string lower_ascii(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), ascii_lower);
  return out;
}

}  // namespace khabar
