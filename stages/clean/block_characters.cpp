// What a block's text is made of, of blocks.h.
#include <array>
#include <bit>
#include <cstdint>

#ifdef __SSSE3__
#include <tmmintrin.h>
#endif

#include "core/text/utf8.h"
#include "stages/clean/blocks.h"

namespace khabar {
namespace {

bool is_mark(char32_t c) {
  switch (c) {
    case '.':
    case ',':
    case '!':
    case '?':
    case ';':
    case ':':
    case 0x060C:
    case 0x061B:
    case 0x061F:
    case 0x06D4:  // Arabic, Urdu
    case 0x3002:
    case 0x3001:
    case 0xFF0C:
    case 0xFF0E:
    case 0xFF01:
    case 0xFF1F:
    case 0x0964:
    case 0x0589:
    case 0x1362:
    case 0x104B:
    case 0x2026:
      return true;
    default:
      return false;
  }
}

bool ends_sentence_with(char32_t c) {
  return (is_mark(c) && c != ',' && c != ':' && c != ';' && c != 0x060C && c != 0x3001 &&
          c != 0xFF0C);
}

// What count_characters asks of the ASCII that most text is made of.
enum CharacterKind : std::uint8_t { kBlankChar = 1, kDigitChar = 2, kMarkChar = 4 };

constexpr std::array<std::uint8_t, 128> ascii_kinds() {
  std::array<std::uint8_t, 128> kinds{};
  kinds[' '] = kinds['\n'] = kBlankChar;
  for (char c = '0'; c <= '9'; ++c) kinds[static_cast<unsigned char>(c)] = kDigitChar;
  for (const char c : {'.', ',', '!', '?', ';', ':'})
    kinds[static_cast<unsigned char>(c)] = kMarkChar;
  return kinds;
}

bool closes(char32_t c) {
  return c == '"' || c == '\'' || c == ')' || c == ']' || c == 0x201D || c == 0x2019 || c == 0xBB ||
         c == 0x300D || c == 0xAB;
}

constexpr std::array<std::uint8_t, 128> kKinds = ascii_kinds();

#ifdef __SSSE3__
// The first `count` bytes, fewer than sixteen, and blanks.
__m128i blanks_behind(__m128i bytes, std::size_t count) {
  const __m128i places = _mm_setr_epi8(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
  const __m128i behind =
      _mm_cmpgt_epi8(places, _mm_set1_epi8(static_cast<char>(static_cast<int>(count) - 1)));
  return _mm_or_si128(_mm_andnot_si128(behind, bytes), _mm_and_si128(behind, _mm_set1_epi8(' ')));
}

// Sixteen bytes at once. Every byte but a blank is of a word, whatever script of two bytes; the
// marks and digits beyond ASCII are told by their last byte and the one or two before it. False,
// with nothing counted, at the first letter of three bytes or more but those of U+2000..U+2FFF.
// Fifteen bytes behind the text must be readable.
bool count_narrow(std::string_view text, Block& block) {
  std::uint32_t words = 0, marks = 0, digits = 0;
  unsigned blank_before = 1, digit_before = 0;
  const auto each = [](char c) { return _mm_set1_epi8(c); };
  const auto is = [](__m128i bytes, char c) { return _mm_cmpeq_epi8(bytes, _mm_set1_epi8(c)); };
  const auto bits = [](__m128i mask) { return static_cast<unsigned>(_mm_movemask_epi8(mask)); };
  const auto is_digit = [&](__m128i bytes, char zero) {
    const __m128i from_zero = _mm_sub_epi8(bytes, each(zero));
    return _mm_cmpeq_epi8(_mm_min_epu8(from_zero, each(9)), from_zero);
  };
  __m128i before = each(' ');
  for (std::size_t at = 0; at < text.size(); at += 16) {
    __m128i now = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text.data() + at));
    if (text.size() - at < 16) now = blanks_behind(now, text.size() - at);
    const unsigned blank = bits(_mm_or_si128(is(now, ' '), is(now, '\n')));
    const unsigned digit = bits(is_digit(now, '0')), dot = bits(is(now, '.'));
    const __m128i others =
        _mm_or_si128(_mm_or_si128(_mm_or_si128(is(now, ','), is(now, '!')), is(now, '?')),
                     _mm_or_si128(is(now, ';'), is(now, ':')));
    const unsigned decimal = dot & (digit << 1 | digit_before);
    unsigned mark = (dot & ~decimal) | bits(others), wide_digit = 0;
    if (bits(now) != 0) {
      const __m128i wide = _mm_cmpeq_epi8(_mm_max_epu8(now, each('\xE0')), now);
      if (bits(_mm_andnot_si128(is(now, '\xE2'), wide)) != 0) return false;
      const __m128i one = _mm_alignr_epi8(now, before, 15), two = _mm_alignr_epi8(now, before, 14);
      const __m128i arabic = _mm_and_si128(
          is(one, '\xD8'),
          _mm_or_si128(_mm_or_si128(is(now, '\x8C'), is(now, '\x9B')), is(now, '\x9F')));
      const __m128i urdu = _mm_and_si128(is(one, '\xDB'), is(now, '\x94'));
      const __m128i armenian = _mm_and_si128(is(one, '\xD6'), is(now, '\x89'));
      const __m128i ellipsis =
          _mm_and_si128(_mm_and_si128(is(two, '\xE2'), is(one, '\x80')), is(now, '\xA6'));
      mark |= bits(_mm_or_si128(_mm_or_si128(arabic, urdu), _mm_or_si128(armenian, ellipsis)));
      wide_digit = bits(_mm_and_si128(is(one, '\xD9'), is_digit(now, '\xA0')));
    }
    words +=
        static_cast<std::uint32_t>(std::popcount(~blank & (blank << 1 | blank_before) & 0xFFFFu));
    marks += static_cast<std::uint32_t>(std::popcount(mark));
    digits += static_cast<std::uint32_t>(std::popcount(digit | wide_digit));
    blank_before = blank >> 15;
    digit_before = digit >> 15;
    before = now;
  }
  block.words += words;
  block.marks += marks;
  block.digits += digits;
  return true;
}
#else
bool count_narrow(std::string_view, Block&) {
  return false;
}
#endif

void count_each(std::string_view text, Block& block) {
  bool in_word = false;
  char32_t last = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (const auto byte = static_cast<unsigned char>(text[at]); byte < 0x80) {
      const std::uint8_t kind = kKinds[byte];
      const bool blank = (kind & kBlankChar) != 0;
      block.words += !blank && !in_word;
      in_word = !blank;
      block.digits += (kind & kDigitChar) != 0;
      const bool decimal = byte == '.' && last >= '0' && last <= '9';
      block.marks += (kind & kMarkChar) != 0 && !decimal;
      last = byte;
      ++at;
      continue;
    }
    const CodePoint point = code_point_at(text, at);
    at += point.size;
    const char32_t c = point.value;
    if (!in_word) {
      in_word = true;
      ++block.words;
    }
    if (c >= 0x3040 && c < 0xA000 && ++block.words) in_word = false;  // Han, kana: no blanks
    if (c >= 0x0660 && c <= 0x0669) ++block.digits;
    if (is_mark(c)) ++block.marks;
    last = c;
  }
}

}  // namespace

void BlockParser::count_characters(Block& block) const {
  const std::string_view text = text_of(block);
  if (!count_narrow(text, block)) count_each(text, block);
  block.ends_colon = text.ends_with(':');
  for (std::size_t end = text.size(); end > 0;) {
    const CodePoint last = code_point_before(text, end);
    end -= last.size;
    if (last.value == ' ' || closes(last.value)) continue;
    block.ends_sentence = ends_sentence_with(last.value);
    break;
  }
}

}  // namespace khabar
