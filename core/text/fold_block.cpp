#include "core/text/fold_block.h"

#include <bit>

#include "core/text/byte_lanes.h"
#include "core/text/byte_selection.h"

namespace khabar {

#if defined(__SSSE3__)
namespace {

using namespace byte_lanes;

__m128i pick(__m128i mask, __m128i yes, __m128i no) {
  return _mm_or_si128(_mm_and_si128(mask, yes), _mm_andnot_si128(mask, no));
}

// What becomes of the sixteen bytes, each by itself, before blanks collapse.
struct Folded {
  __m128i bytes;
  std::uint32_t plain = 0;    // bits: bytes of characters that this file knows
  std::uint32_t blank = 0;    // folds to a blank
  std::uint32_t nothing = 0;  // gives no byte: a mark that vanishes, or the lead of two that
                              // become one
};

// U+0621..U+064A but for tatweel, U+064B..U+065F, the Arabic digits, and ، ؛ ؟. By their two bytes:
//   D8 A1..BA, D9 81..8A letters  D9 80, 8B..9F nothing  D9 A0..A9 digits  D8 8C 9B 9F marks
void fold_arabic(__m128i text, FoldMarks marks, Folded& out) {
  const __m128i before = _mm_slli_si128(text, 1);
  const __m128i behind_d8 = is(before, 0xD8);
  const __m128i behind_d9 = is(before, 0xD9);
  const __m128i comma = is(text, 0x8C);
  const __m128i question = is(text, 0x9F);
  const __m128i mark = both(behind_d8, any(any(comma, question), is(text, 0x9B)));
  const __m128i digit = both(behind_d9, in(text, 0xA0, 0xA9));
  const __m128i vanishes = both(behind_d9, any(is(text, 0x80), in(text, 0x8B, 0x9F)));
  const __m128i letter =
      any(both(behind_d8, in(text, 0xA1, 0xBA)), both(behind_d9, in(text, 0x81, 0x8A)));
  const std::uint32_t one = bits(any(mark, digit));
  const std::uint32_t gone = bits(vanishes);
  const std::uint32_t seconds = bits(letter) | one | gone;
  out.plain |= seconds | seconds >> 1;
  out.nothing |= gone | gone >> 1 | one >> 1;

  // آ أ إ -> ا, ؤ -> و, ئ ى -> ي, ة -> ه; of a few the first byte changes too, D8 to D9.
  const __m128i forms = both(behind_d8, in(text, 0xA2, 0xA9));
  const __m128i folds_to =
      _mm_setr_epi8(0, 0, char(0xA7), char(0xA7), char(0x88), char(0xA7), char(0x8A), char(0xA7),
                    char(0xA8), char(0x87), 0, 0, 0, 0, 0, 0);
  const __m128i low = both(text, _mm_set1_epi8(0x0F));
  __m128i bytes = pick(forms, _mm_shuffle_epi8(folds_to, low), out.bytes);
  const __m128i moved = both(forms, any(any(is(text, 0xA4), is(text, 0xA6)), is(text, 0xA9)));
  bytes = _mm_sub_epi8(bytes, _mm_srli_si128(moved, 1));  // minus -1
  const __m128i maksura = both(behind_d9, is(text, 0x89));
  bytes = _mm_sub_epi8(bytes, maksura);
  bytes = _mm_sub_epi8(bytes, both(digit, _mm_set1_epi8(0x70)));
  if (marks == FoldMarks::drop) {
    out.blank |= bits(mark);
    bytes = pick(mark, _mm_set1_epi8(' '), bytes);
  } else {
    const __m128i ascii =
        pick(comma, _mm_set1_epi8(','), pick(question, _mm_set1_epi8('?'), _mm_set1_epi8(';')));
    bytes = pick(mark, ascii, bytes);
  }
  out.bytes = bytes;
}

Folded fold_each(__m128i text, FoldMarks marks) {
  Folded out;
  const __m128i upper = in(text, 'A', 'Z');
  out.bytes = _mm_add_epi8(text, both(upper, _mm_set1_epi8(0x20)));
  const __m128i blank = any(is(text, ' '), in(text, '\t', '\r'));
  if (marks == FoldMarks::drop) {
    const __m128i word = any(any(upper, in(text, 'a', 'z')), in(text, '0', '9'));
    const __m128i printed = in(text, ' ', '~');
    const __m128i gap = any(blank, _mm_andnot_si128(word, printed));
    out.plain = bits(any(printed, blank));
    out.blank = bits(gap);
    out.bytes = pick(gap, _mm_set1_epi8(' '), out.bytes);
  } else {
    out.plain = bits(any(_mm_andnot_si128(is(text, '`'), in(text, ' ', '~')), blank));
    out.blank = bits(blank);
    out.bytes = pick(blank, _mm_set1_epi8(' '), out.bytes);
  }
  if (bits(text) != 0) fold_arabic(text, marks, out);
  return out;
}

}  // namespace

FoldedBlock fold_block(const char* text, FoldMarks marks, char* out, std::uint32_t& after_blank) {
  const Folded folded = fold_each(_mm_loadu_si128(reinterpret_cast<const __m128i*>(text)), marks);
  const auto taken = static_cast<std::uint32_t>(std::countr_one(folded.plain));
  // Does a blank, or the beginning, stand before each byte, what gives nothing apart?
  std::uint32_t behind_blank = folded.blank << 1 | after_blank;
  for (std::uint32_t more = behind_blank & folded.nothing; more != 0;) {
    more = more << 1 & ~behind_blank;
    behind_blank |= more;
    more &= folded.nothing;
  }
  after_blank = behind_blank >> taken & 1;
  const std::uint32_t kept =
      ~(folded.nothing | (folded.blank & behind_blank)) & ((1u << taken) - 1);
  const __m128i low = _mm_shuffle_epi8(folded.bytes, low_selection(kept & 0xFF));
  const __m128i high = _mm_shuffle_epi8(folded.bytes, high_selection(kept >> 8));
  const auto first = static_cast<std::size_t>(std::popcount(kept & 0xFF));
  _mm_storel_epi64(reinterpret_cast<__m128i*>(out), low);
  _mm_storel_epi64(reinterpret_cast<__m128i*>(out + first), high);
  return {taken, static_cast<std::size_t>(std::popcount(kept))};
}

#else
FoldedBlock fold_block(const char*, FoldMarks, char*, std::uint32_t&) {
  return {};
}
#endif

}  // namespace khabar
