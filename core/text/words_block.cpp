#include "core/text/words_block.h"

#include <bit>
#include <cstdint>

#include "core/text/byte_lanes.h"

namespace khabar {

#if defined(__SSE2__)
namespace {

using namespace byte_lanes;

struct Bytes {
  __m128i lanes[4];

  // Bit i: byte i is one that `test` answers with 0xFF.
  template <class Test>
  std::uint64_t where(Test&& test) const {
    const std::uint64_t low = bits(test(lanes[0])) | bits(test(lanes[1])) << 16;
    const std::uint64_t high = bits(test(lanes[2])) | bits(test(lanes[3])) << 16;
    return low | high << 32;
  }
  std::uint64_t are(unsigned value) const {
    return where([value](__m128i lane) { return is(lane, value); });
  }
  std::uint64_t among(unsigned least, unsigned most) const {
    return where([=](__m128i lane) { return in(lane, least, most); });
  }
};

// What the bytes are of. Each bit of a character of several bytes is set, or none.
struct Classes {
  std::uint64_t letters = 0, digits = 0, extends = 0, others = 0;
  // Marks that may stand inside a word, by their first bytes: MidNumLet and Single_Quote of one
  // byte and of three, MidNum of one byte and of two, Double_Quote.
  std::uint64_t both_marks = 0, both_marks_3 = 0, number_marks = 0, number_marks_2 = 0, quotes = 0;

  std::uint64_t marks() const {
    return both_marks | number_marks | quotes | number_marks_2 | number_marks_2 << 1 |
           both_marks_3 | both_marks_3 << 1 | both_marks_3 << 2;
  }
  std::uint64_t last_of_marks() const {
    return both_marks | number_marks | quotes | number_marks_2 << 1 | both_marks_3 << 2;
  }
};

// With the bytes before those of `last`.
std::uint64_t of_two(std::uint64_t last) {
  return last | last >> 1;
}
std::uint64_t of_three(std::uint64_t last) {
  return last | last >> 1 | last >> 2;
}

void classify_ascii(const Bytes& text, std::uint64_t high, Classes& out) {
  out.letters = text.where([](__m128i lane) {
    const __m128i lowered = _mm_or_si128(lane, _mm_set1_epi8(0x20));
    return any(in(lowered, 'a', 'z'), is(lane, '@'));
  });
  out.digits = text.among('0', '9');
  out.both_marks = text.where([](__m128i lane) { return any(is(lane, '.'), is(lane, '\'')); });
  out.number_marks = text.where([](__m128i lane) { return any(is(lane, ','), is(lane, ';')); });
  out.quotes = text.are('"');
  const std::uint64_t joiners = text.are('_');
  out.others =
      ~(high | out.letters | out.digits | out.both_marks | out.number_marks | out.quotes | joiners);
}

// U+0620..U+06D4 and the Persian digits, by their lead D8..DB and their second byte.
void classify_arabic(const Bytes& text, Classes& out) {
  const std::uint64_t behind_d8 = text.are(0xD8) << 1, behind_d9 = text.are(0xD9) << 1;
  const std::uint64_t behind_da = text.are(0xDA) << 1, behind_db = text.are(0xDB) << 1;
  const std::uint64_t letters =
      (behind_d8 & text.among(0xA0, 0xBF)) | (behind_d9 & text.where([](__m128i lane) {
        return any(in(lane, 0x80, 0x8A), in(lane, 0xAE, 0xAF), in(lane, 0xB1, 0xBF));
      })) |
      (behind_da & text.among(0x80, 0xBF)) | (behind_db & text.among(0x80, 0x93));
  out.letters |= of_two(letters);
  const std::uint64_t digits =
      (behind_d9 & text.among(0xA0, 0xA9)) | (behind_db & text.among(0xB0, 0xB9));
  out.digits |= of_two(digits);
  const std::uint64_t extends = behind_d9 & text.where([](__m128i lane) {
    return any(in(lane, 0x8B, 0x9F), is(lane, 0xB0));
  });
  out.extends |= of_two(extends);
  const std::uint64_t others =
      (behind_d8 & text.where([](__m128i lane) { return any(is(lane, 0x9B), is(lane, 0x9F)); })) |
      (behind_db & text.are(0x94));
  out.others |= of_two(others);
  out.number_marks_2 |= (behind_d8 & text.are(0x8C)) >> 1;
}

// U+00C0..U+027F, U+0400..U+047F, no-break blanks and guillemets.
void classify_european(const Bytes& text, Classes& out) {
  const std::uint64_t behind_lead =
      text.where([](__m128i lane) { return any(in(lane, 0xC4, 0xC9), in(lane, 0xD0, 0xD1)); });
  const std::uint64_t times_or_divide =
      text.where([](__m128i lane) { return any(is(lane, 0x97), is(lane, 0xB7)); });
  const std::uint64_t behind_c3 = text.are(0xC3) << 1 & ~times_or_divide;
  out.letters |= of_two((behind_lead << 1 | behind_c3) & text.among(0x80, 0xBF));
  const std::uint64_t others =
      text.where([](__m128i lane) { return any(is(lane, 0xA0), is(lane, 0xAB), is(lane, 0xBB)); });
  out.others |= of_two(text.are(0xC2) << 1 & others);
}

// U+2013, U+2014, U+201C, U+201D, U+2026; the single quotes; ZWNJ, LRM, RLM.
void classify_punctuation(const Bytes& text, std::uint64_t leads, Classes& out) {
  const std::uint64_t thirds = (leads << 1 & text.are(0x80)) << 1;
  const std::uint64_t others = text.where(
      [](__m128i lane) { return any(in(lane, 0x93, 0x94), in(lane, 0x9C, 0x9D), is(lane, 0xA6)); });
  const std::uint64_t extends =
      text.where([](__m128i lane) { return any(is(lane, 0x8C), in(lane, 0x8E, 0x8F)); });
  out.others |= of_three(thirds & others);
  out.extends |= of_three(thirds & extends);
  out.both_marks_3 |= (thirds & text.among(0x98, 0x99)) >> 2;
}

Classes classify(const Bytes& text) {
  Classes out;
  const std::uint64_t high = text.where([](__m128i lane) { return lane; });
  classify_ascii(text, high, out);
  if (high == 0) return out;
  if (text.among(0xD8, 0xDB) != 0) classify_arabic(text, out);
  if (text.among(0xC2, 0xD1) != 0) classify_european(text, out);
  if (const std::uint64_t leads = text.are(0xE2); leads != 0) {
    classify_punctuation(text, leads, out);
  }
  return out;
}

std::uint64_t below(int bit) {
  return bit >= 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << bit) - 1;
}

}  // namespace

WordsBlock count_words_block(const char* from) {
  Bytes text;
  for (int i = 0; i < 4; ++i) text.lanes[i] = load(from + 16 * i);
  const Classes is = classify(text);
  const std::uint64_t letters = is.letters, digits = is.digits;
  const std::uint64_t word = letters | digits;
  // WB4. What extends nothing is passed over; behind a mark, or before one that may hold, ICU's
  // rules have turns of their own.
  const std::uint64_t before_marks = is.extends << 1;
  const std::uint64_t odd =
      ~(word | is.extends | is.others | is.marks()) | (is.last_of_marks() << 1 & is.extends) |
      (before_marks & (is.both_marks | is.number_marks) & word >> 1) |
      (before_marks & is.number_marks_2 & word >> 2) | (before_marks & is.both_marks_3 & word >> 3);
  const std::uint64_t ends = is.others & below(std::countr_zero(odd));
  if (ends == 0) return {};
  const int taken = 64 - std::countl_zero(ends);
  // The sum carries through each run of extenders that stands behind a letter or digit.
  const std::uint64_t extended = is.extends & ~(is.extends + (is.extends & word << 1));
  std::uint64_t begins = word & ~((word | extended) << 1);
  // WB6, WB7, WB11, WB12: a mark between letters or between digits parts nothing.
  const std::uint64_t held =
      (is.both_marks & ((letters << 1 & letters >> 1) | (digits << 1 & digits >> 1))) |
      (is.number_marks & digits << 1 & digits >> 1);
  const std::uint64_t held_2 = is.number_marks_2 & digits << 1 & digits >> 2;
  const std::uint64_t held_3 =
      is.both_marks_3 & ((letters << 1 & letters >> 3) | (digits << 1 & digits >> 3));
  begins &= ~(held << 1 | held_2 << 2 | held_3 << 3);
  return {static_cast<std::size_t>(taken),
          static_cast<std::size_t>(std::popcount(begins & below(taken)))};
}

#else
WordsBlock count_words_block(const char*) {
  return {};
}
#endif

}  // namespace khabar
