// Finding the next interesting byte, 16 at a time. Baseline x86-64-v2 (SSSE3's pshufb); any other
// processor takes the byte loop, which is also the twin the tests compare with.
// Pure functions; any thread. Nothing past `end` is read.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

#include "core/text/ascii.h"

#if defined(__SSSE3__)
#include <tmmintrin.h>

#define KHABAR_SCAN_SSSE3 1
#endif

namespace khabar {

// The naive twin: first of [p, end) that is one of the four, or `end`.
template <char A, char B, char C, char D>
inline const char* find_any_bytewise(const char* p, const char* end) {
  while (p != end && *p != A && *p != B && *p != C && *p != D) ++p;
  return p;
}

// The four (repeat one to look for fewer) must be ASCII and differ in their low nibbles: then one
// table lookup by low nibble gives the only byte that could match, and one compare settles it.
#if KHABAR_SCAN_SSSE3
template <char A, char B, char C, char D>
inline std::uint64_t hits_of_sixteen(const char* p) {
  static constexpr auto kByLowNibble = [] {
    // A lane nobody claims must not match: 0x01 for lane 0 (whose bytes end in 0), 0 elsewhere.
    std::array<char, 16> table{};
    table[0] = 1;
    for (char c : {A, B, C, D}) table[static_cast<unsigned char>(c) & 15] = c;
    return table;
  }();
  static_assert([] {
    for (char c : {A, B, C, D}) {
      if (kByLowNibble[static_cast<unsigned char>(c) & 15] != c) return false;
    }
    return true;
  }());
  const __m128i table = _mm_loadu_si128(reinterpret_cast<const __m128i*>(kByLowNibble.data()));
  const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(p));
  // pshufb gives 0 for bytes from 0x80 up, and 0 differs from all of those.
  const __m128i equal = _mm_cmpeq_epi8(_mm_shuffle_epi8(table, bytes), bytes);
  return static_cast<unsigned>(_mm_movemask_epi8(equal));
}
#endif

template <char A, char B, char C, char D>
inline const char* find_any(const char* p, const char* end) {
#if KHABAR_SCAN_SSSE3
  const auto hits = [](const char* from) { return hits_of_sixteen<A, B, C, D>(from); };
  // Most runs of text and most values end within 64 bytes: a branch that is guessed right.
  for (; end - p >= 64; p += 64) {
    const std::uint64_t mask =
        hits(p) | hits(p + 16) << 16 | hits(p + 32) << 32 | hits(p + 48) << 48;
    if (mask != 0) return p + std::countr_zero(mask);
  }
  for (; end - p >= 16; p += 16) {
    const std::uint64_t mask = hits(p);
    if (mask != 0) return p + std::countr_zero(mask);
  }
#endif
  return find_any_bytewise<A, B, C, D>(p, end);
}

// The same of sixteen bytes, which must all be readable; p + 16 when none is there.
template <char A, char B, char C, char D>
inline const char* find_any_of_sixteen(const char* p) {
#if KHABAR_SCAN_SSSE3
  return p + std::countr_zero(hits_of_sixteen<A, B, C, D>(p) | 1u << 16);
#else
  return find_any_bytewise<A, B, C, D>(p, p + 16);
#endif
}

// HTML's whitespace, once newlines are normalised; \r counts because ours are not yet.
inline bool is_html_space(char c) {
  constexpr std::uint64_t kSpaces =
      std::uint64_t{1} << ' ' | 1u << '\n' | 1u << '\t' | 1u << '\r' | 1u << '\f';
  const auto byte = static_cast<unsigned char>(c);
  return byte <= ' ' && (kSpaces >> byte & 1) != 0;
}

inline const char* skip_html_space(const char* p, const char* end) {
  while (p != end && is_html_space(*p)) ++p;
  return p;
}

// A name of up to 16 bytes in lower case, zero-padded, as two little-endian words.
struct NameKey {
  std::uint64_t low = 0, high = 0;
  bool operator==(const NameKey&) const = default;
};

struct ScannedName {
  unsigned length = 0;  // 16: the name may go on
  bool has_upper = false;
  NameKey key;
};

// Ends of tag and attribute names: whitespace, NUL, '/', '>', '='.
inline bool ends_name(char c) {
  return is_html_space(c) || c == '\0' || c == '/' || c == '>' || c == '=';
}

inline ScannedName scan_name_bytewise(const char* p) {
  ScannedName name;
  while (name.length < 16 && !ends_name(p[name.length])) {
    const char c = p[name.length];
    const std::uint64_t lower = static_cast<unsigned char>(ascii_lower(c));
    name.has_upper |= ascii_lower(c) != c;
    (name.length < 8 ? name.key.low : name.key.high) |= lower << (8 * (name.length & 7));
    ++name.length;
  }
  return name;
}

#if KHABAR_SCAN_SSSE3
// Bit i: byte i of the 16 at `p` ends a name. Two lookups: a byte does if the classes of its
// nibbles share a bit.
//   bit 1: 0x00 0x09 0x0A 0x0C 0x0D   bit 2: 0x20 0x2F   bit 4: 0x3D 0x3E
inline std::uint64_t name_ends_of_sixteen(const char* p) {
  const __m128i by_low = _mm_setr_epi8(3, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 0, 1, 5, 4, 2);
  const __m128i by_high = _mm_setr_epi8(1, 0, 2, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
  const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(p));
  const __m128i high = _mm_and_si128(_mm_srli_epi16(bytes, 4), _mm_set1_epi8(15));
  const __m128i low = _mm_and_si128(bytes, _mm_set1_epi8(15));
  const __m128i classes =
      _mm_and_si128(_mm_shuffle_epi8(by_low, low), _mm_shuffle_epi8(by_high, high));
  const __m128i others = _mm_cmpeq_epi8(classes, _mm_setzero_si128());
  return static_cast<unsigned>(_mm_movemask_epi8(others)) ^ 0xFFFFu;
}
#endif

// The name of `length` bytes, 16 at most, at `p`, where 16 must be readable.
inline ScannedName name_of_length(const char* p, unsigned length) {
  ScannedName name;
  name.length = length;
#if KHABAR_SCAN_SSSE3
  static constexpr auto kKeep = [] {
    std::array<unsigned char, 32> bytes{};
    for (std::size_t i = 0; i < 16; ++i) bytes[i] = 0xFF;
    return bytes;
  }();
  const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(p));
  const __m128i keep =
      _mm_loadu_si128(reinterpret_cast<const __m128i*>(kKeep.data() + 16 - name.length));
  const __m128i word = _mm_and_si128(bytes, keep);
  // 'A'..'Z' moved to the bottom of the signed range: one compare.
  const __m128i moved = _mm_add_epi8(word, _mm_set1_epi8(static_cast<char>(0x80 - 'A')));
  const __m128i upper = _mm_cmplt_epi8(moved, _mm_set1_epi8(static_cast<char>(0x80 + 26)));
  const __m128i lower = _mm_or_si128(word, _mm_and_si128(upper, _mm_set1_epi8(0x20)));
  name.has_upper = _mm_movemask_epi8(upper) != 0;
  name.key.low = static_cast<std::uint64_t>(_mm_cvtsi128_si64(lower));
  name.key.high = static_cast<std::uint64_t>(_mm_cvtsi128_si64(_mm_unpackhi_epi64(lower, lower)));
#else
  for (unsigned i = 0; i < length; ++i) {
    const std::uint64_t lower = static_cast<unsigned char>(ascii_lower(p[i]));
    name.has_upper |= ascii_lower(p[i]) != p[i];
    (i < 8 ? name.key.low : name.key.high) |= lower << (8 * (i & 7));
  }
#endif
  return name;
}

// Reads the name at `p`; 16 bytes must be readable there.
inline ScannedName scan_name(const char* p) {
#if KHABAR_SCAN_SSSE3
  const std::uint64_t ends = name_ends_of_sixteen(p) | 1u << 16;
  return name_of_length(p, static_cast<unsigned>(std::countr_zero(ends)));
#else
  return scan_name_bytewise(p);
#endif
}

// Where names and values end in 64 bytes of a tag, found before anybody knows where they begin: the
// scan of each would wait for the end of the one before it.
//
//               div class="story big" id="x">
//   name_ends   ...#.....#......#....#..#...#
//   value_ends  ..........#.........#....#.#.
class TagBytes {
 public:
  static constexpr unsigned kBytes = 64;
  static constexpr unsigned kNameBytesMax = 15;

  // From `begin` on; nothing where too few bytes are left, or no lanes to compare them in.
  void read(const char* begin, const char* end) {
    begin_ = nullptr;
#if KHABAR_SCAN_SSSE3
    if (end - begin < static_cast<std::ptrdiff_t>(kBytes + 16)) return;
    begin_ = begin;
    name_ends_ = value_ends_ = 0;
    for (unsigned i = 0; i < kBytes; i += 16) {
      name_ends_ |= name_ends_of_sixteen(begin + i) << i;
      value_ends_ |= hits_of_sixteen<'"', '&', '\r', '\0'>(begin + i) << i;
    }
#else
    static_cast<void>(end);
#endif
  }
  // Whether a name and what stands behind it can be read at `p`; 16 bytes are then readable there.
  bool holds(const char* p) const {
    return begin_ != nullptr && static_cast<std::size_t>(p - begin_) < kBytes - kNameBytesMax - 2;
  }
  // Bytes before the next end of a name; more than kNameBytesMax: perhaps. Requires holds(p).
  unsigned name_length(const char* p) const {
    return static_cast<unsigned>(std::countr_zero(name_ends_ >> (p - begin_)));
  }
  // The next '"', '&', '\r' or NUL; null: not in these bytes. `p` is at most kNameBytesMax + 2
  // behind one of which holds() is true.
  const char* value_end(const char* p) const {
    const std::uint64_t ends = value_ends_ >> (p - begin_);
    return ends == 0 ? nullptr : p + std::countr_zero(ends);
  }

 private:
  const char* begin_ = nullptr;
  std::uint64_t name_ends_ = 0;
  std::uint64_t value_ends_ = 0;
};

}  // namespace khabar
