#include "core/text/normalise_scan.h"

#include <bit>
#include <cstdint>

#include "core/text/byte_lanes.h"

namespace khabar {
namespace {

// Both scans judge a byte by itself and the three before it, so that they can run on whole vectors.
// What they look for, once as scalar code (text ends, other processors), once as vectors.

struct Window {
  unsigned third_before;
  unsigned second_before;
  unsigned before;
  unsigned here;
};

Window window_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t back) {
    return at < back ? 0u : unsigned{static_cast<unsigned char>(text[at - back])};
  };
  return {byte(3), byte(2), byte(1), byte(0)};
}

bool within(unsigned byte, unsigned least, unsigned most) {
  return byte >= least && byte <= most;
}

// How many bytes back the suspicious character begins, or -1.
int suspect_begins(const Window& b, bool unify_yeh_kaf) {
  if ((b.here < 0x20 && b.here != '\n') || b.here == 0x7F) return 0;
  const auto is_gap = [](unsigned byte) { return byte == ' ' || byte == '\n'; };
  if (is_gap(b.here) && is_gap(b.before)) return 0;
  if (b.before == 0xC2 && (within(b.here, 0x80, 0xA0) || b.here == 0xAD)) return 1;  // C1 NBSP SHY
  if (b.before == 0xD8 && b.here == 0x9C) return 1;                                  // ALM
  if (b.before == 0xD9 && b.here == 0x80) return 1;                                  // tatweel
  if (unify_yeh_kaf && b.before == 0xDB && b.here == 0x8C) return 1;                 // ی
  if (unify_yeh_kaf && b.before == 0xDA && b.here == 0xA9) return 1;                 // ک
  if (b.before == 0xEF && within(b.here, 0xAC, 0xBB)) return 1;  // presentation forms, BOM
  if (b.second_before == 0xE2 && b.before == 0x80 &&
      (within(b.here, 0x80, 0x8F) || within(b.here, 0xA8, 0xAF))) {
    return 2;  // U+2000..200F, U+2028..202F
  }
  if (b.second_before == 0xE2 && b.before == 0x81 && within(b.here, 0x9F, 0xAF)) return 2;
  if (b.second_before == 0xE2 && b.before == 0xA0 && b.here == 0x80) return 2;  // U+2800
  if (b.second_before == 0xE1 && b.before == 0x9A && b.here == 0x80) return 2;  // U+1680
  if (b.second_before == 0xE3 && b.before == 0x80 && b.here == 0x80) return 2;  // U+3000
  if (b.second_before == 0xEF && b.before == 0xBF && b.here == 0xBC) return 2;  // U+FFFC
  return -1;
}

bool is_haraka(unsigned lead, unsigned second) {
  return lead == 0xD9 && (within(second, 0x8B, 0x9F) || second == 0xB0);
}

bool hints_at_nfc(const Window& b) {
  if (b.here == 0xCC || b.here == 0xCD || b.here == 0xD6 || b.here == 0xD7) return true;
  if (within(b.here, 0xDC, 0xE1) || b.here >= 0xE3) return true;
  if (b.before == 0xE2 && (within(b.here, 0x83, 0x84) || b.here == 0x8C || b.here == 0xAB ||
                           within(b.here, 0xB3, 0xB7))) {
    return true;  // marks for symbols, Ohm and Angstrom signs, angle brackets; Coptic to Cyrillic
  }
  if (b.second_before == 0xE2 && b.before == 0x80 && within(b.here, 0x80, 0x81)) return true;
  if (b.before == 0xCE && b.here == 0x87) return true;              // Greek ano teleia
  if (b.before == 0xD2 && within(b.here, 0x83, 0x87)) return true;  // Cyrillic titlos
  if (b.before == 0xD8 && within(b.here, 0x90, 0x9A)) return true;  // Quranic signs
  if (b.before == 0xDB && within(b.here, 0x96, 0xAD)) return true;
  if (b.before == 0xD9 && within(b.here, 0x93, 0x95)) return true;  // madda, hamza above, below
  return is_haraka(b.third_before, b.second_before) && is_haraka(b.before, b.here);
}

#if defined(__SSE2__)
constexpr std::size_t kBlock = 16;

using namespace byte_lanes;

// The suspects of suspect_begins(), a bit for each byte that betrays one. Requires two bytes
// before `from`.
unsigned suspects_in_block(const char* from, bool unify_yeh_kaf) {
  const __m128i here = load(from);
  const __m128i before = load(from - 1);
  const __m128i newline = is(here, '\n');
  const __m128i gap = any(is(here, ' '), newline);
  const __m128i gap_before = any(is(before, ' '), is(before, '\n'));
  __m128i found =
      any(_mm_andnot_si128(newline, in(here, 0x00, 0x1F)), is(here, 0x7F), both(gap, gap_before));
  // ASCII text ends here.
  if (bits(any(here, before)) == 0) return bits(found);
  const __m128i second_before = load(from - 2);
  found = any(found, both(is(before, 0xC2), any(in(here, 0x80, 0xA0), is(here, 0xAD))),
              both(is(before, 0xD8), is(here, 0x9C)), both(is(before, 0xD9), is(here, 0x80)),
              both(is(before, 0xEF), in(here, 0xAC, 0xBB)));
  if (unify_yeh_kaf) {
    found =
        any(found, both(is(before, 0xDB), is(here, 0x8C)), both(is(before, 0xDA), is(here, 0xA9)));
  }
  const __m128i three_byte_lead = any(in(second_before, 0xE1, 0xE3), is(second_before, 0xEF));
  if (bits(three_byte_lead) == 0) return bits(found);
  const __m128i general =
      any(both(is(before, 0x80), any(in(here, 0x80, 0x8F), in(here, 0xA8, 0xAF))),
          both(is(before, 0x81), in(here, 0x9F, 0xAF)), both(is(before, 0xA0), is(here, 0x80)));
  found = any(found, both(is(second_before, 0xE2), general),
              both(is(second_before, 0xE1), both(is(before, 0x9A), is(here, 0x80))),
              both(is(second_before, 0xE3), both(is(before, 0x80), is(here, 0x80))),
              both(is(second_before, 0xEF), both(is(before, 0xBF), is(here, 0xBC))));
  return bits(found);
}

// Nothing but characters that neither scan looks at twice: ASCII without controls and double
// blanks, Latin, Cyrillic and Arabic letters, single harakat, « » ، ؛ ؟. Requires a byte before
// `from`.
//   C2 AB BB, C3..CB, D0, D1: any second  D8 8C 9B 9F A0..BF  D9 81..92 A0..BF
bool block_is_plain(const char* from) {
  const __m128i here = load(from);
  const __m128i before = load(from - 1);
  const __m128i newline = is(here, '\n');
  const __m128i gap = any(is(here, ' '), newline);
  const __m128i gap_before = any(is(before, ' '), is(before, '\n'));
  const __m128i ascii = any(in(here, 0x20, 0x7E), newline);
  const unsigned gaps = bits(both(gap, gap_before));
  if (gaps == 0 && bits(ascii) == 0xFFFF && static_cast<signed char>(from[-1]) >= 0) return true;
  const __m128i lead = any(in(here, 0xC2, 0xCB), in(here, 0xD0, 0xD1), in(here, 0xD8, 0xD9));
  const __m128i continuation = in(here, 0x80, 0xBF);
  const __m128i letters_end = in(here, 0xA0, 0xBF);
  const __m128i d8 =
      both(is(before, 0xD8), any(letters_end, is(here, 0x8C), is(here, 0x9B), is(here, 0x9F)));
  const __m128i d9 = both(is(before, 0xD9), any(letters_end, in(here, 0x81, 0x92)));
  const __m128i c2 = both(is(before, 0xC2), any(is(here, 0xAB), is(here, 0xBB)));
  const __m128i others = both(any(in(before, 0xC3, 0xCB), in(before, 0xD0, 0xD1)), continuation);
  const unsigned plain = bits(any(any(ascii, lead, others), any(d8, d9, c2)));
  // Two bytes apart, or over the edge from the block before: two harakat on one letter.
  const unsigned harakat = bits(both(is(before, 0xD9), any(in(here, 0x8B, 0x9F), is(here, 0xB0))));
  return plain == 0xFFFF && gaps == 0 && (harakat & (harakat << 2)) == 0 && (harakat & 3) == 0;
}

bool block_hints_at_nfc(const char* from) {
  const __m128i here = load(from);
  if (bits(here) == 0) return false;
  const __m128i before = load(from - 1);
  const __m128i second_before = load(from - 2);
  const __m128i haraka = both(is(before, 0xD9), any(in(here, 0x8B, 0x9F), is(here, 0xB0)));
  const __m128i haraka_before =
      both(is(load(from - 3), 0xD9), any(in(second_before, 0x8B, 0x9F), is(second_before, 0xB0)));
  const __m128i found = any(
      any(in(here, 0xCC, 0xCD), in(here, 0xD6, 0xD7), in(here, 0xDC, 0xE1), in(here, 0xE3, 0xFF)),
      both(is(before, 0xE2),
           any(in(here, 0x83, 0x84), is(here, 0x8C), is(here, 0xAB), in(here, 0xB3, 0xB7))),
      both(is(second_before, 0xE2), both(is(before, 0x80), in(here, 0x80, 0x81))),
      both(is(before, 0xCE), is(here, 0x87)), both(is(before, 0xD2), in(here, 0x83, 0x87)),
      both(is(before, 0xD8), in(here, 0x90, 0x9A)), both(is(before, 0xDB), in(here, 0x96, 0xAD)),
      both(is(before, 0xD9), in(here, 0x93, 0x95)), both(haraka, haraka_before));
  return bits(found) != 0;
}
#endif

}  // namespace

std::size_t next_edit_suspect(std::string_view utf8, std::size_t at, bool unify_yeh_kaf) {
  const std::size_t begin = at;
  // A byte betrays a character that begins up to two before it; one that began before `begin` was
  // settled by the caller.
  while (at < utf8.size()) {
#if defined(__SSE2__)
    if (at >= 2 && at + kBlock <= utf8.size()) {
      const unsigned found = suspects_in_block(utf8.data() + at, unify_yeh_kaf);
      if (found == 0) {
        at += kBlock;
        continue;
      }
      at += static_cast<unsigned>(std::countr_zero(found));
    }
#endif
    const int back = suspect_begins(window_at(utf8, at), unify_yeh_kaf);
    if (back >= 0 && at >= begin + static_cast<unsigned>(back)) {
      return at - static_cast<unsigned>(back);
    }
    ++at;
  }
  return utf8.size();
}

bool is_normal_beyond_doubt(std::string_view utf8, bool unify_yeh_kaf) {
  const auto is_gap = [](char c) { return c == ' ' || c == '\n'; };
  if (utf8.empty()) return true;
  if (is_gap(utf8.front()) || is_gap(utf8.back())) return false;
  std::size_t at = 0;
  while (at < utf8.size()) {
#if defined(__SSE2__)
    if (at >= 3 && at + kBlock <= utf8.size()) {
      const char* const from = utf8.data() + at;
      if (!block_is_plain(from) &&
          (suspects_in_block(from, unify_yeh_kaf) != 0 || block_hints_at_nfc(from))) {
        return false;
      }
      at += kBlock;
      if (at < utf8.size() && at + kBlock > utf8.size()) at = utf8.size() - kBlock;
      continue;
    }
#endif
    const Window window = window_at(utf8, at);
    if (suspect_begins(window, unify_yeh_kaf) >= 0 || hints_at_nfc(window)) return false;
    ++at;
  }
  return true;
}

bool holds_persian_spelling(std::string_view utf8) {
  std::size_t at = 1;
#if defined(__SSE2__)
  for (; at + kBlock <= utf8.size(); at += kBlock) {
    const __m128i here = load(utf8.data() + at);
    const __m128i before = load(utf8.data() + at - 1);
    const __m128i ends_in_8c = is(here, 0x8C);
    const __m128i found = any(both(any(is(before, 0xDB), is(before, 0x80)), ends_in_8c),
                              both(is(before, 0xDA), is(here, 0xA9)));
    if (bits(found) != 0) return true;
  }
#endif
  for (; at < utf8.size(); ++at) {
    const Window b = window_at(utf8, at);
    if ((b.before == 0xDB || b.before == 0x80) && b.here == 0x8C) return true;
    if (b.before == 0xDA && b.here == 0xA9) return true;
  }
  return false;
}

bool may_need_nfc(std::string_view utf8) {
  std::size_t at = 0;
  while (at < utf8.size()) {
#if defined(__SSE2__)
    if (at >= 3 && at + kBlock <= utf8.size()) {
      if (block_hints_at_nfc(utf8.data() + at)) return true;
      at += kBlock;
      continue;
    }
#endif
    if (hints_at_nfc(window_at(utf8, at))) return true;
    ++at;
  }
  return false;
}

}  // namespace khabar
