// Single-byte charsets as tables, read once from ICU's converters. Private to core/text.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/text/charset_labels.h"

namespace khabar {

// What bytes 0x80..0xFF mean; all these charsets agree with ASCII below. As in the standard's
// indexes, an undefined byte of 0x80..0x9F is the C1 control of that number, any other U+FFFD.
using HighHalf = std::array<char32_t, 128>;
// Requires kind_of(encoding) == single_byte. Opens a converter: keep the answer.
HighHalf read_high_half(Encoding encoding);

class SingleByteTable {
 public:
  explicit SingleByteTable(Encoding encoding);
  char32_t operator[](unsigned char byte) const { return byte < 0x80 ? byte : high_[byte - 0x80]; }
  // Appends; returns how many bytes were undefined.
  std::size_t decode(std::string_view bytes, std::string& out) const;

 private:
  HighHalf high_;
  // For each byte its UTF-8, first byte low, in bits 0..23, its size in 24..25, undefined in 26.
  std::array<std::uint32_t, 256> utf8_;
};

}  // namespace khabar
