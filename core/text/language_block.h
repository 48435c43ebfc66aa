// Sixteen bytes of a text at once, as far as they are ASCII and plain letters of the Arabic script:
// what counting letters and reading words for a language asks of them. Private to core/text.
// Free functions and values; any thread.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>

#include "core/text/byte_lanes.h"
#include "core/text/byte_selection.h"

namespace khabar {

inline constexpr std::size_t kLanguageBlock = 16;

#if defined(__SSSE3__)

// Bits stand for bytes of the text; a letter of two bytes is its second one.
struct LanguageBlock {
  __m128i low_bytes;         // of the Arabic letters' code points, at their bits; else 0
  std::size_t taken = 0;     // bytes of the text that are plain, whole characters from the first
  std::uint32_t arabic = 0;  // letters of U+0600..06FF that is_plain_arabic_letter() knows
  std::uint32_t latin = 0;   // letters of ASCII
  std::uint32_t ascii = 0;
};

// text[0] begins a character; sixteen bytes must be there.
inline LanguageBlock language_block(const char* text) {
  using namespace byte_lanes;
  const __m128i bytes = load(text);
  const __m128i before = _mm_slli_si128(bytes, 1);
  const __m128i d8 = _mm_and_si128(is(before, 0xD8), in(bytes, 0xA0, 0xBF));
  const __m128i d9 =
      _mm_and_si128(is(before, 0xD9), _mm_or_si128(in(bytes, 0x81, 0x8A), in(bytes, 0xB1, 0xBF)));
  const __m128i da = _mm_and_si128(is(before, 0xDA), in(bytes, 0x80, 0xBF));
  const __m128i db = _mm_and_si128(is(before, 0xDB), in(bytes, 0x80, 0x93));
  const __m128i lower = _mm_or_si128(bytes, _mm_set1_epi8(0x20));

  LanguageBlock out;
  const __m128i letters = _mm_or_si128(_mm_or_si128(d8, d9), _mm_or_si128(da, db));
  const std::uint32_t arabic = bits(letters);
  const std::uint32_t ascii = ~bits(bytes) & 0xFFFF;
  out.taken = static_cast<std::size_t>(std::countr_one(ascii | arabic | arabic >> 1));
  const std::uint32_t taken = (1u << out.taken) - 1;
  out.arabic = arabic & taken;
  out.ascii = ascii & taken;
  out.latin = bits(in(lower, 'a', 'z')) & taken;
  // D8..DB 80..BF: two bits of the first byte, six of the second.
  const __m128i high = _mm_slli_epi16(_mm_and_si128(before, _mm_set1_epi8(0x03)), 6);
  const __m128i low = _mm_and_si128(bytes, _mm_set1_epi8(0x3F));
  out.low_bytes = _mm_and_si128(letters, _mm_or_si128(high, low));
  return out;
}

#endif

}  // namespace khabar
