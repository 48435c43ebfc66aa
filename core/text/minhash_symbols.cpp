#include "core/text/minhash_symbols.h"

#include <algorithm>
#include <bit>

#include "core/text/ascii.h"
#include "core/text/byte_lanes.h"
#include "core/text/byte_selection.h"

namespace khabar {
namespace {

constexpr std::size_t kBlock = 16;

unsigned byte_of(std::string_view text, std::size_t at) {
  return static_cast<unsigned char>(text[at]);
}
bool is_continuation(unsigned byte) {
  return (byte & 0xC0) == 0x80;
}

#if defined(__SSSE3__)
using namespace byte_lanes;

// Of eight characters, their first bytes and the bytes behind those: ASCII is itself, the rest is
// two bytes.
__m128i symbols_of(__m128i first, __m128i second) {
  const __m128i zero = _mm_setzero_si128();
  const __m128i is_two = _mm_unpacklo_epi8(first, first);
  const __m128i one = _mm_unpacklo_epi8(first, zero);
  const __m128i two =
      _mm_or_si128(_mm_slli_epi16(_mm_and_si128(one, _mm_set1_epi16(0x1F)), 6),
                   _mm_and_si128(_mm_unpacklo_epi8(second, zero), _mm_set1_epi16(0x3F)));
  const __m128i choice = _mm_srai_epi16(is_two, 15);
  return _mm_or_si128(_mm_and_si128(choice, two), _mm_andnot_si128(choice, one));
}
#endif

}  // namespace

std::size_t SymbolReader::read(std::span<std::uint16_t> out) {
  std::size_t count = 0;
  while (at_ < text_.size() && count + kBlock <= out.size()) {
#if defined(__SSSE3__)
    // One byte more is read: the second of a character that begins with the last.
    if (at_ + kBlock < text_.size()) {
      const std::size_t taken = read_block(out.data() + count);
      if (taken != 0) {
        count += taken;
        continue;
      }
    }
#endif
    const std::size_t end = std::min(at_ + kBlock, text_.size());
    while (at_ < end) {
      if (is_continuation(byte_of(text_, at_))) {
        ++at_;  // of a character that the block before began
      } else {
        out[count++] = read_one();
      }
    }
  }
  return count;
}

#if defined(__SSSE3__)
// Sixteen bytes without a lead of three or four; else nothing is read.
std::size_t SymbolReader::read_block(std::uint16_t* out) {
  const __m128i block = load(text_.data() + at_);
  const __m128i lead_of_three = _mm_set1_epi8(static_cast<char>(0xE0));
  if (bits(_mm_cmpeq_epi8(_mm_max_epu8(block, lead_of_three), block)) != 0) return 0;
  const __m128i behind = load(text_.data() + at_ + 1);
  const unsigned starts = bits(_mm_cmpgt_epi8(block, _mm_set1_epi8(static_cast<char>(0xBF))));
  if (starts == 0) return 0;
  at_ += kBlock;
  const __m128i low = low_selection(starts & 0xFF);
  const __m128i high = high_selection(starts >> 8);
  auto* const to = reinterpret_cast<__m128i*>(out);
  _mm_storeu_si128(to, symbols_of(_mm_shuffle_epi8(block, low), _mm_shuffle_epi8(behind, low)));
  const auto first = static_cast<std::size_t>(std::popcount(starts & 0xFF));
  _mm_storeu_si128(reinterpret_cast<__m128i*>(out + first),
                   symbols_of(_mm_shuffle_epi8(block, high), _mm_shuffle_epi8(behind, high)));
  return first + static_cast<std::size_t>(std::popcount(starts >> 8));
}
#endif

// Never reads past the end: a character that is cut off there counts as it stands.
std::uint16_t SymbolReader::read_one() {
  const std::uint32_t first = byte_of(text_, at_);
  std::size_t size = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
  size = std::min(size, text_.size() - at_);
  std::uint32_t c = size == 1 ? first : first & (0xFFU >> (size + 1));
  for (std::size_t i = 1; i < size; ++i) c = c << 6 | (byte_of(text_, at_ + i) & 0x3F);
  at_ += size;
  return static_cast<std::uint16_t>((c ^ (c >> 12)) & 0xFFF);
}

std::size_t next_digit(std::string_view folded, std::size_t at) {
#if defined(__SSSE3__)
  for (; at + kBlock <= folded.size(); at += kBlock) {
    const __m128i raised = _mm_sub_epi8(load(folded.data() + at), _mm_set1_epi8('0'));
    const unsigned found = bits(_mm_cmpeq_epi8(_mm_min_epu8(raised, _mm_set1_epi8(9)), raised));
    if (found != 0) return at + static_cast<std::size_t>(std::countr_zero(found));
  }
#endif
  while (at < folded.size() && !is_ascii_digit(folded[at])) ++at;
  return at;
}

bool has_letters(std::string_view folded) {
  return std::any_of(folded.begin(), folded.end(),
                     [](char c) { return c != ' ' && !is_ascii_digit(c); });
}

}  // namespace khabar
