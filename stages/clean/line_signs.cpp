#include "stages/clean/line_signs.h"

#include <bit>
#include <cstddef>
#include <cstring>

#include "core/text/ascii.h"
#include "core/text/byte_lanes.h"

namespace khabar {
namespace {

// U+00A9, U+00BB, U+00B7, U+2022 or U+203A, whose lead byte stands at `at`?
bool is_wide_odd_sign(std::string_view text, std::size_t at) {
  if (text[at] == '\xC2' && at + 1 < text.size()) {
    return text[at + 1] == '\xA9' || text[at + 1] == '\xBB' || text[at + 1] == '\xB7';
  }
  return text[at] == '\xE2' && at + 2 < text.size() && text[at + 1] == '\x80' &&
         (text[at + 2] == '\xA2' || text[at + 2] == '\xBA');
}

#ifdef __SSE2__
using namespace byte_lanes;

// Up to sixteen bytes from `at` on, blanks behind the end.
__m128i load_padded(std::string_view text, std::size_t at) {
  __m128i bytes = _mm_set1_epi8(' ');
  if (at + 16 <= text.size()) {
    bytes = load(text.data() + at);
  } else {
    std::memcpy(&bytes, text.data() + at, text.size() - at);
  }
  return bytes;
}

std::uint32_t letters_from(__m128i bytes, char first) {
  const auto least = static_cast<unsigned char>(first);
  return bits(in(bytes, least, least + 25u));
}
#endif

}  // namespace

std::uint32_t count_odd_signs(std::string_view text) {
  std::uint32_t count = 0;
#ifdef __SSE2__
  for (std::size_t at = 0; at < text.size(); at += 16) {
    const __m128i bytes = load_padded(text, at);
    const auto is = [bytes](char c) { return _mm_cmpeq_epi8(bytes, _mm_set1_epi8(c)); };
    const __m128i plain =
        _mm_or_si128(_mm_or_si128(_mm_or_si128(is('|'), is('/')), _mm_or_si128(is('>'), is('@'))),
                     _mm_or_si128(_mm_or_si128(is('#'), is('+')), is('[')));
    count += static_cast<std::uint32_t>(std::popcount(bits(plain)));
    if (bits(bytes) == 0) continue;
    for (unsigned leads = bits(_mm_or_si128(is('\xC2'), is('\xE2'))); leads; leads &= leads - 1) {
      count += is_wide_odd_sign(text, at + static_cast<unsigned>(std::countr_zero(leads)));
    }
  }
#else
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool plain = std::string_view("|/>@#+[").find(text[at]) != std::string_view::npos;
    count += plain || is_wide_odd_sign(text, at);
  }
#endif
  return count;
}

InitialLetters count_initial_letters(std::string_view text) {
  InitialLetters out;
#ifdef __SSE2__
  unsigned blank_before = 1;
  for (std::size_t at = 0; at < text.size(); at += 16) {
    const __m128i bytes = load_padded(text, at);
    const unsigned blanks = bits(_mm_cmpeq_epi8(bytes, _mm_set1_epi8(' ')));
    const unsigned initials = (blanks << 1 | blank_before) & 0xFFFF;
    const unsigned letters = letters_from(_mm_or_si128(bytes, _mm_set1_epi8(0x20)), 'a');
    out.words += static_cast<std::uint32_t>(std::popcount(initials & letters));
    out.capitals += static_cast<std::uint32_t>(std::popcount(initials & letters_from(bytes, 'A')));
    blank_before = blanks >> 15;
  }
#else
  char before = ' ';
  for (const char c : text) {
    out.words += before == ' ' && is_ascii_letter(c);
    out.capitals += before == ' ' && is_ascii_upper(c);
    before = c;
  }
#endif
  return out;
}

}  // namespace khabar
