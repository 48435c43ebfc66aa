#include "core/text/utf8.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <iterator>

#include <unicode/uchar.h>

#if defined(__SSSE3__)
#include <tmmintrin.h>
#endif

namespace khabar {
namespace {

unsigned byte_at(std::string_view text, std::size_t at) {
  return static_cast<unsigned char>(text[at]);
}

bool is_continuation(unsigned byte) {
  return (byte & 0xC0) == 0x80;
}

// Table 3-7 of the Unicode Standard: how many bytes a lead byte announces (0: none does), and the
// range of the second byte, which alone rules out overlong forms, surrogates and > U+10FFFF.
struct Lead {
  unsigned size;
  unsigned second_least;
  unsigned second_most;
};

constexpr Lead lead_of(unsigned byte) {
  if (byte < 0xC2 || byte > 0xF4) return {0, 0, 0};
  if (byte < 0xE0) return {2, 0x80, 0xBF};
  if (byte == 0xE0) return {3, 0xA0, 0xBF};
  if (byte == 0xED) return {3, 0x80, 0x9F};
  if (byte < 0xF0) return {3, 0x80, 0xBF};
  if (byte == 0xF0) return {4, 0x90, 0xBF};
  if (byte == 0xF4) return {4, 0x80, 0x8F};
  return {4, 0x80, 0xBF};
}

std::size_t valid_prefix_from(std::string_view utf8, std::size_t at) {
  while (at < utf8.size()) {
    const CodePoint point = code_point_at(utf8, at);
    if (!point.valid) return at;
    at += point.size;
  }
  return at;
}

#if defined(__SSSE3__)

// John Keiser, Daniel Lemire: "Validating UTF-8 In Less Than One Instruction Per Byte" (2020).
// Three table look-ups by nibble name every error a pair of bytes can show; the third and fourth
// byte of longer sequences are checked by position.
class BlockValidator {
 public:
  static constexpr std::size_t kBytes = 64;

  // False once the text up to the end of these kBytes shows an error.
  bool accept(const char* bytes) {
    __m128i parts[4];
    for (int i = 0; i < 4; ++i) {
      parts[i] = _mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes) + i);
    }
    const __m128i high =
        _mm_or_si128(_mm_or_si128(parts[0], parts[1]), _mm_or_si128(parts[2], parts[3]));
    if (_mm_movemask_epi8(high) == 0) {
      // An ASCII block is an error only if the block before ended inside a sequence.
      error_ = _mm_or_si128(error_, incomplete_);
      incomplete_ = _mm_setzero_si128();
    } else {
      for (int i = 0; i < 4; ++i) check(parts[i], i == 0 ? previous_ : parts[i - 1]);
      const __m128i last_allowed = _mm_setr_epi8(-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1,
                                                 char(0xEF), char(0xDF), char(0xBF));
      incomplete_ = _mm_subs_epu8(parts[3], last_allowed);
    }
    previous_ = parts[3];
    return _mm_movemask_epi8(_mm_cmpeq_epi8(error_, _mm_setzero_si128())) == 0xFFFF;
  }

 private:
  enum : unsigned char {
    kTooShort = 1 << 0,
    kTooLong = 1 << 1,
    kOverlong3 = 1 << 2,
    kTooLarge = 1 << 3,
    kSurrogate = 1 << 4,
    kOverlong2 = 1 << 5,
    kTooLarge1000 = 1 << 6,
    kOverlong4 = 1 << 6,
    kTwoContinuations = 1 << 7,
    kCarry = kTooShort | kTooLong | kTwoContinuations,
  };

  static __m128i table(const unsigned char (&bytes)[16]) {
    return _mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes));
  }
  static __m128i high_nibble(__m128i bytes) {
    return _mm_and_si128(_mm_srli_epi16(bytes, 4), _mm_set1_epi8(0x0F));
  }

  void check(__m128i input, __m128i before) {
    // clang-format off
    static constexpr unsigned char kFirstHigh[16] = {
        kTooLong, kTooLong, kTooLong, kTooLong, kTooLong, kTooLong, kTooLong, kTooLong,
        kTwoContinuations, kTwoContinuations, kTwoContinuations, kTwoContinuations,
        kTooShort | kOverlong2, kTooShort, kTooShort | kOverlong3 | kSurrogate,
        kTooShort | kTooLarge | kTooLarge1000 | kOverlong4};
    // clang-format on
    static constexpr unsigned char kLarge = kCarry | kTooLarge | kTooLarge1000;
    // clang-format off
    static constexpr unsigned char kFirstLow[16] = {
        kCarry | kOverlong3 | kOverlong2 | kOverlong4, kCarry | kOverlong2, kCarry, kCarry,
        kCarry | kTooLarge, kLarge, kLarge, kLarge, kLarge, kLarge, kLarge, kLarge, kLarge,
        kLarge | kSurrogate, kLarge, kLarge};
    // clang-format on
    static constexpr unsigned char kCont = kTooLong | kOverlong2 | kTwoContinuations;
    // clang-format off
    static constexpr unsigned char kSecondHigh[16] = {
        kTooShort, kTooShort, kTooShort, kTooShort, kTooShort, kTooShort, kTooShort, kTooShort,
        kCont | kOverlong3 | kTooLarge1000 | kOverlong4, kCont | kOverlong3 | kTooLarge,
        kCont | kSurrogate | kTooLarge, kCont | kSurrogate | kTooLarge,
        kTooShort, kTooShort, kTooShort, kTooShort};
    // clang-format on

    const __m128i one_back = _mm_alignr_epi8(input, before, 15);
    const __m128i pair = _mm_and_si128(
        _mm_and_si128(
            _mm_shuffle_epi8(table(kFirstHigh), high_nibble(one_back)),
            _mm_shuffle_epi8(table(kFirstLow), _mm_and_si128(one_back, _mm_set1_epi8(0x0F)))),
        _mm_shuffle_epi8(table(kSecondHigh), high_nibble(input)));
    const __m128i third =
        _mm_subs_epu8(_mm_alignr_epi8(input, before, 14), _mm_set1_epi8(char(0xDF)));
    const __m128i fourth =
        _mm_subs_epu8(_mm_alignr_epi8(input, before, 13), _mm_set1_epi8(char(0xEF)));
    const __m128i must_continue =
        _mm_andnot_si128(_mm_cmpeq_epi8(_mm_or_si128(third, fourth), _mm_setzero_si128()),
                         _mm_set1_epi8(char(0x80)));
    error_ = _mm_or_si128(error_, _mm_xor_si128(must_continue, pair));
  }

  __m128i error_ = _mm_setzero_si128();
  __m128i incomplete_ = _mm_setzero_si128();
  __m128i previous_ = _mm_setzero_si128();
};

std::size_t set_bytes(__m128i mask) {
  return static_cast<std::size_t>(std::popcount(static_cast<unsigned>(_mm_movemask_epi8(mask))));
}

// Bytes of blocks that show no error; the scalar check goes on from there. The last block is filled
// up with NUL, which ends no sequence well.
std::size_t valid_blocks(std::string_view utf8) {
  constexpr std::size_t kBlock = BlockValidator::kBytes;
  BlockValidator validator;
  std::size_t at = 0;
  for (; at + kBlock <= utf8.size(); at += kBlock) {
    if (!validator.accept(utf8.data() + at)) return at;
  }
  const std::size_t rest = utf8.size() - at;
  if (rest < 16) return at;
  char padded[kBlock] = {};
  std::memcpy(padded, utf8.data() + at, rest);
  return validator.accept(padded) ? utf8.size() : at;
}

#else
std::size_t valid_blocks(std::string_view) {
  return 0;
}
#endif

struct ScriptRange {
  char32_t last;
  Script script;
};

// Ends of runs of blocks, ascending; a code point belongs to the first entry not below it.
constexpr ScriptRange kScripts[] = {
    {0x00A9, Script::common},    {0x00AA, Script::latin},     {0x00B9, Script::common},
    {0x00BA, Script::latin},     {0x00BF, Script::common},    {0x00D6, Script::latin},
    {0x00D7, Script::common},    {0x00F6, Script::latin},     {0x00F7, Script::common},
    {0x02AF, Script::latin},     {0x036F, Script::common},    {0x03FF, Script::greek},
    {0x052F, Script::cyrillic},  {0x058F, Script::armenian},  {0x05FF, Script::hebrew},
    {0x060B, Script::arabic},    {0x060C, Script::common},    {0x061A, Script::arabic},
    {0x061C, Script::common},    {0x061E, Script::arabic},    {0x061F, Script::common},
    {0x063F, Script::arabic},    {0x0640, Script::common},    {0x065F, Script::arabic},
    {0x066D, Script::common},    {0x06EF, Script::arabic},    {0x06F9, Script::common},
    {0x06FF, Script::arabic},    {0x074F, Script::other},     {0x077F, Script::arabic},
    {0x086F, Script::other},     {0x08FF, Script::arabic},    {0x0DFF, Script::indic},
    {0x0EFF, Script::southeast}, {0x0FFF, Script::other},     {0x109F, Script::southeast},
    {0x10FF, Script::georgian},  {0x11FF, Script::hangul},    {0x139F, Script::ethiopic},
    {0x177F, Script::other},     {0x17FF, Script::southeast}, {0x19DF, Script::other},
    {0x19FF, Script::southeast}, {0x1C7F, Script::other},     {0x1C8F, Script::cyrillic},
    {0x1CBF, Script::georgian},  {0x1CFF, Script::other},     {0x1DBF, Script::latin},
    {0x1DFF, Script::common},    {0x1EFF, Script::latin},     {0x1FFF, Script::greek},
    {0x2C5F, Script::common},    {0x2C7F, Script::latin},     {0x2CFF, Script::other},
    {0x2D2F, Script::georgian},  {0x2D7F, Script::other},     {0x2DDF, Script::ethiopic},
    {0x2DFF, Script::cyrillic},  {0x2E7F, Script::common},    {0x2FDF, Script::han},
    {0x3004, Script::common},    {0x3007, Script::han},       {0x3040, Script::common},
    {0x30FF, Script::kana},      {0x312F, Script::han},       {0x318F, Script::hangul},
    {0x31EF, Script::han},       {0x31FF, Script::kana},      {0x33FF, Script::common},
    {0x4DBF, Script::han},       {0x4DFF, Script::common},    {0x9FFF, Script::han},
    {0xA63F, Script::other},     {0xA69F, Script::cyrillic},  {0xA71F, Script::other},
    {0xA7FF, Script::latin},     {0xA8DF, Script::other},     {0xA8FF, Script::indic},
    {0xA95F, Script::other},     {0xA97F, Script::hangul},    {0xAAFF, Script::other},
    {0xAB2F, Script::ethiopic},  {0xAB6F, Script::latin},     {0xABFF, Script::other},
    {0xD7FF, Script::hangul},    {0xF8FF, Script::common},    {0xFAFF, Script::han},
    {0xFB0F, Script::latin},     {0xFB1C, Script::armenian},  {0xFB4F, Script::hebrew},
    {0xFDFF, Script::arabic},    {0xFE6F, Script::common},    {0xFEFE, Script::arabic},
    {0xFF20, Script::common},    {0xFF3A, Script::latin},     {0xFF40, Script::common},
    {0xFF5A, Script::latin},     {0xFF65, Script::common},    {0xFF9F, Script::kana},
    {0xFFDC, Script::hangul},    {0xFFFF, Script::common},    {0x1AFEF, Script::other},
    {0x1B16F, Script::kana},     {0x1CFFF, Script::other},    {0x1DFFF, Script::common},
    {0x1EDFF, Script::other},    {0x1EEFF, Script::arabic},   {0x1FFFF, Script::common},
    {0x3FFFF, Script::han},      {0x10FFFF, Script::other},
};

constexpr bool is_ascii_letter(char32_t c) {
  return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

}  // namespace

CodePoint multibyte_code_point_at(std::string_view utf8, std::size_t at) {
  const unsigned first = byte_at(utf8, at);
  if (first < 0x80) return {first, 1, true};
  const Lead lead = lead_of(first);
  if (lead.size == 0) return {kReplacementCharacter, 1, false};
  char32_t value = first & (0x7Fu >> lead.size);
  for (unsigned i = 1; i < lead.size; ++i) {
    if (at + i >= utf8.size()) return {kReplacementCharacter, i, false};
    const unsigned next = byte_at(utf8, at + i);
    const bool fits =
        i == 1 ? next >= lead.second_least && next <= lead.second_most : is_continuation(next);
    if (!fits) return {kReplacementCharacter, i, false};
    value = (value << 6) | (next & 0x3F);
  }
  return {value, lead.size, true};
}

std::size_t encode_utf8(char32_t point, char* out) {
  if (point > 0x10FFFF || (point >= 0xD800 && point <= 0xDFFF)) point = kReplacementCharacter;
  if (point < 0x80) {
    out[0] = static_cast<char>(point);
    return 1;
  }
  const std::size_t size = point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  for (std::size_t i = size - 1; i > 0; --i) {
    out[i] = static_cast<char>(0x80 | (point & 0x3F));
    point >>= 6;
  }
  out[0] = static_cast<char>((0xF00u >> size) | point);
  return size;
}

void append_utf8(char32_t point, std::string& out) {
  char bytes[4];
  out.append(bytes, encode_utf8(point, bytes));
}

std::size_t valid_utf8_prefix(std::string_view utf8) {
  std::size_t at = valid_blocks(utf8);
  // A sequence may straddle the end of the last good block: begin at the last lead byte.
  for (int back = 0; back < 4 && at > 0; ++back) {
    const unsigned before = byte_at(utf8, at - 1);
    if (before < 0x80) break;
    --at;
    if (before >= 0xC0) break;
  }
  return valid_prefix_from(utf8, at);
}

std::size_t find_non_ascii(std::string_view bytes, std::size_t at) {
#if defined(__SSSE3__)
  const auto load = [&bytes](std::size_t from) {
    return _mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes.data() + from));
  };
  for (; at + 16 <= bytes.size(); at += 16) {
    const auto high = static_cast<unsigned>(_mm_movemask_epi8(load(at)));
    if (high != 0) return at + static_cast<unsigned>(std::countr_zero(high));
    while (at + 80 <= bytes.size() &&
           _mm_movemask_epi8(_mm_or_si128(_mm_or_si128(load(at + 16), load(at + 32)),
                                          _mm_or_si128(load(at + 48), load(at + 64)))) == 0) {
      at += 64;
    }
  }
#endif
  while (at < bytes.size() && byte_at(bytes, at) < 0x80) ++at;
  return at;
}

bool is_ascii(std::string_view bytes) {
  std::uint64_t high = 0;
  std::size_t at = 0;
  for (; at + 8 <= bytes.size(); at += 8) {
    std::uint64_t word;
    std::memcpy(&word, bytes.data() + at, 8);
    high |= word;
  }
  for (; at < bytes.size(); ++at) high |= byte_at(bytes, at);
  return (high & 0x8080808080808080u) == 0;
}

std::size_t sanitize_utf8(std::string_view bytes, std::string& out) {
  std::size_t replaced = 0;
  // The block check starts afresh after each error, so a text that is malformed throughout goes
  // byte by byte instead: that keeps the time linear with a small constant.
  std::size_t good = valid_utf8_prefix(bytes);
  out.append(bytes.substr(0, good));
  for (std::size_t at = good; at < bytes.size();) {
    const CodePoint point = code_point_at(bytes, at);
    if (point.valid) {
      out.append(bytes, at, point.size);
    } else {
      append_utf8(kReplacementCharacter, out);
      ++replaced;
    }
    at += point.size;
  }
  return replaced;
}

std::size_t count_code_points(std::string_view utf8) {
  std::size_t count = 0, at = 0;
#if defined(__SSSE3__)
  const __m128i last_continuation = _mm_set1_epi8(static_cast<char>(0xBF));
  for (; at + 16 <= utf8.size(); at += 16) {
    const __m128i block = _mm_loadu_si128(reinterpret_cast<const __m128i*>(utf8.data() + at));
    count += set_bytes(_mm_cmpgt_epi8(block, last_continuation));
  }
#endif
  for (; at < utf8.size(); ++at) count += static_cast<signed char>(utf8[at]) >= -0x40;
  return count;
}

std::size_t count_of(std::string_view bytes, char byte) {
  std::size_t count = 0, at = 0;
#if defined(__SSSE3__)
  for (; at + 16 <= bytes.size(); at += 16) {
    const __m128i block = _mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes.data() + at));
    count += set_bytes(_mm_cmpeq_epi8(block, _mm_set1_epi8(byte)));
  }
#endif
  for (; at < bytes.size(); ++at) count += bytes[at] == byte;
  return count;
}

bool is_letter(char32_t c) {
  if (c < 0x80) return is_ascii_letter(c);
  return u_isalpha(static_cast<UChar32>(c)) != 0;
}

bool is_decimal_digit(char32_t c) {
  if (c < 0x80) return c >= '0' && c <= '9';
  return u_isdigit(static_cast<UChar32>(c)) != 0;
}

bool is_combining_mark(char32_t c) {
  return c >= 0x300 && (U_GET_GC_MASK(static_cast<UChar32>(c)) & U_GC_M_MASK) != 0;
}

Script script_of(char32_t c) {
  if (c < 0x80) return is_ascii_letter(c) ? Script::latin : Script::common;
  if (c >= 0x0620 && c <= 0x064A) return c == 0x0640 ? Script::common : Script::arabic;
  const auto range = std::lower_bound(std::begin(kScripts), std::end(kScripts), c,
                                      [](const ScriptRange& r, char32_t x) { return r.last < x; });
  return range == std::end(kScripts) ? Script::other : range->script;
}

std::string_view trim_blanks(std::string_view utf8) {
  std::size_t begin = 0;
  while (begin < utf8.size()) {
    const CodePoint point = code_point_at(utf8, begin);
    if (!is_blank(point.value)) break;
    begin += point.size;
  }
  std::size_t end = utf8.size();
  while (end > begin) {
    std::size_t start = end - 1;
    while (start > begin && end - start < 4 && is_continuation(byte_at(utf8, start))) --start;
    const CodePoint point = code_point_at(utf8, start);
    if (!point.valid || start + point.size != end || !is_blank(point.value)) break;
    end = start;
  }
  return utf8.substr(begin, end - begin);
}

void collapse_blanks(std::string_view utf8, std::string& out) {
  out.clear();
  bool blank_due = false;
  for (std::size_t at = 0; at < utf8.size();) {
    const CodePoint point = code_point_at(utf8, at);
    if (is_blank(point.value)) {
      blank_due = !out.empty();
    } else {
      if (blank_due) out += ' ';
      blank_due = false;
      out.append(utf8, at, point.size);
    }
    at += point.size;
  }
}

}  // namespace khabar
