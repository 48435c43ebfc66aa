// Reading a folded text for its sketch: code points as 12-bit symbols, sixteen bytes at once where
// the text is of one- and two-byte characters, and where its digits stand. Private to core/text.
// Free functions and a cursor; any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace khabar {

// Symbols that a buffer for SymbolReader must have room for, at least.
inline constexpr std::size_t kSymbolsMin = 1024;

// A symbol is a code point in 12 bits: itself below U+1000, which holds every alphabet but Georgian
// and Ethiopic; mixed above. A collision costs nothing but two characters that look alike.
class SymbolReader {
 public:
  explicit SymbolReader(std::string_view utf8) : text_(utf8) {}

  // The next symbols, as many as `out` (kSymbolsMin or more) holds and a few less; 0 at the end.
  // Any bytes are safe: a continuation byte without a lead counts for nothing.
  std::size_t read(std::span<std::uint16_t> out);

 private:
  std::size_t read_block(std::uint16_t* out);
  std::uint16_t read_one();

  std::string_view text_;
  std::size_t at_ = 0;
};

// The first digit at or behind `at`, or the end.
std::size_t next_digit(std::string_view folded, std::size_t at);
// Anything but digits and blanks?
bool has_letters(std::string_view folded);

}  // namespace khabar
