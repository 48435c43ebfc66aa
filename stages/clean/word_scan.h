// Where words end, sixteen bytes at a time, and hashes of words for tables in memory. Never stored:
// the hashes differ between machines of different byte order.
// Pure functions; any thread.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "core/text/ascii.h"
#include "core/text/byte_lanes.h"

namespace khabar {

// Of words are ASCII letters and digits, and all bytes from 0x80 up.
constexpr bool is_word_byte(char c) {
  return is_ascii_alphanumeric(c) || static_cast<signed char>(c) < 0;
}

#ifdef __SSE2__
// Which of sixteen bytes are of words: the high bit of each.
inline __m128i of_words(__m128i bytes) {
  namespace lanes = byte_lanes;
  const __m128i lower = lanes::any(bytes, _mm_set1_epi8(0x20));
  return lanes::any(lanes::in(lower, 'a', 'z'), lanes::in(bytes, '0', '9'), bytes);
}
// Which may_lead_mark().
inline __m128i lead_marks(__m128i bytes) {
  namespace lanes = byte_lanes;
  return lanes::any(lanes::is(bytes, 0xC2), lanes::in(bytes, 0xE2, 0xE3));
}
#endif

// The first byte from `at` on that is of no word, or the end.
inline std::size_t end_of_word(std::string_view text, std::size_t at) {
#ifdef __SSE2__
  for (; at + 16 <= text.size(); at += 16) {
    const auto inside = byte_lanes::bits(of_words(byte_lanes::load(text.data() + at)));
    if (inside != 0xFFFF) return at + static_cast<unsigned>(std::countr_one(inside));
  }
#endif
  while (at < text.size() && is_word_byte(text[at])) ++at;
  return at;
}

// Lead bytes of the punctuation U+0080..U+00BF, U+2000..U+207F and U+3000..U+303F, but of letters
// too: whoever asks looks at what follows.
constexpr bool may_lead_mark(char c) {
  return c == '\xC2' || c == '\xE2' || c == '\xE3';
}

// Does U+0080..U+00BF but for the ©, U+2000..U+207F or U+3000..U+303F begin at `at`?
inline bool is_wide_mark(std::string_view text, std::size_t at) {
  if (!may_lead_mark(text[at]) || at + 1 >= text.size()) return false;
  const char next = text[at + 1];
  if (text[at] == '\xC2') return next != '\xA9';
  if (at + 2 >= text.size()) return false;
  return next == '\x80' || (text[at] == '\xE2' && next == '\x81');
}
constexpr std::size_t wide_mark_bytes(char lead) {
  return lead == '\xC2' ? 2 : 3;
}

// The first byte from `at` on that is of no word or may lead such a mark, or the end.
inline std::size_t end_of_plain_word(std::string_view text, std::size_t at) {
#ifdef __SSE2__
  for (; at + 16 <= text.size(); at += 16) {
    const __m128i bytes = byte_lanes::load(text.data() + at);
    const auto inside = byte_lanes::bits(_mm_andnot_si128(lead_marks(bytes), of_words(bytes)));
    if (inside != 0xFFFF) return at + static_cast<unsigned>(std::countr_one(inside));
  }
#endif
  while (at < text.size() && is_word_byte(text[at]) && !may_lead_mark(text[at])) ++at;
  return at;
}

// Eight bytes at once: A to Z to lower case.
constexpr std::uint64_t lower_ascii_word(std::uint64_t bytes) {
  constexpr std::uint64_t kOnes = 0x0101010101010101ull;
  const std::uint64_t low = bytes & 0x7F * kOnes;
  const std::uint64_t from_a = low + (0x80 - 'A') * kOnes, past_z = low + (0x7F - 'Z') * kOnes;
  return bytes | ((from_a ^ past_z) & ~bytes & 0x80 * kOnes) >> 2;
}

inline std::uint64_t load_eight(const char* bytes) {
  std::uint64_t word = 0;
  std::memcpy(&word, bytes, 8);
  return word;
}

struct SixteenBytes {
  std::uint64_t low = 0, high = 0;
};
// The first sixteen of `size` bytes from `at` on, zeros behind them. Where sixteen can be read,
// which is nearly always, no branch asks how many count: it would be guessed wrong every other
// word.
inline SixteenBytes load_padded(std::string_view text, std::size_t at, std::size_t size) {
  const char* const bytes = text.data() + at;
  if (std::endian::native == std::endian::little && at + 16 <= text.size()) {
    const auto keep = [](std::size_t count) {  // of 0 to 8 bytes
      return count == 0 ? 0 : ~std::uint64_t{0} >> (64 - 8 * count);
    };
    return {load_eight(bytes) & keep(size < 8 ? size : 8),
            load_eight(bytes + 8) & keep(size < 8    ? 0
                                         : size < 16 ? size - 8
                                                     : 8)};
  }
  SixteenBytes out;
  for (std::size_t i = 0; i < 16 && i < size; ++i) {
    const std::uint64_t byte = static_cast<unsigned char>(bytes[i]);
    (i < 8 ? out.low : out.high) |= byte << (8 * (i % 8));
  }
  return out;
}

// Of text[at, end): a word, its ASCII letters in lower case.
inline std::uint64_t hash_of_folded_word(std::string_view text, std::size_t at, std::size_t end) {
  std::uint64_t hash = (end - at) * 0x9E3779B97F4A7C15ull + 0xD1B54A32D192ED03ull;
  do {
    const SixteenBytes bytes = load_padded(text, at, end - at);
    hash = (hash ^ lower_ascii_word(bytes.low)) * 0xD6E8FEB86659FD93ull;
    hash = (hash ^ hash >> 32 ^ lower_ascii_word(bytes.high)) * 0xA0761D6478BD642Full;
    hash ^= hash >> 29;
    at += 16;
  } while (at < end);
  return hash * 0x9E3779B97F4A7C15ull ^ hash >> 32;
}
inline std::uint64_t hash_of_folded_word(std::string_view word) {
  return hash_of_folded_word(word, 0, word.size());
}

// Of a whole attribute value or line, as written. Another hash than hash_of_folded_word().
inline std::uint64_t hash_of_value(std::string_view value) {
  const std::size_t size = value.size();
  std::uint64_t hash = size * 0x9E3779B97F4A7C15ull + 0xD1B54A32D192ED03ull;
  const auto mix = [&hash](std::uint64_t low, std::uint64_t high) {
    hash = (hash ^ low) * 0xD6E8FEB86659FD93ull;
    hash = (hash ^ hash >> 32 ^ high) * 0xA0761D6478BD642Full;
    hash ^= hash >> 29;
  };
  if (size < 16) {
    const SixteenBytes all = load_padded(value, 0, size);
    mix(all.low, all.high);
  } else {
    for (std::size_t at = 0; at + 16 < size; at += 16) {
      mix(load_eight(value.data() + at), load_eight(value.data() + at + 8));
    }
    mix(load_eight(value.data() + size - 16), load_eight(value.data() + size - 8));
  }
  return hash * 0x9E3779B97F4A7C15ull ^ hash >> 32;
}

// A text with zeros behind it, which are of no word: then no word of a short line is so near to the
// end that it must be read byte by byte. Long texts stay as they are.
class PaddedText {
 public:
  explicit PaddedText(std::string_view text) : view_(text) {
    if (text.size() > kShort) return;
    std::memset(bytes_, 0, sizeof bytes_);
    if (!text.empty()) std::memcpy(bytes_, text.data(), text.size());
    view_ = {bytes_, text.size() + 16};
  }
  PaddedText(const PaddedText&) = delete;
  PaddedText& operator=(const PaddedText&) = delete;
  std::string_view view() const { return view_; }

 private:
  static constexpr std::size_t kShort = 112;
  char bytes_[kShort + 16];
  std::string_view view_;
};

// Where the words of a text begin and end, in turn: one pass, sixty-four bytes at a time, with one
// wrongly guessed branch for each of those and not for each word.
class WordBounds {
 public:
  static constexpr std::size_t kWordsMax = 48;

  // Stops behind `words_max` words, kWordsMax at most. Wide marks (above) part words as others do.
  void find(std::string_view text, std::size_t words_max) {
    count_ = 0;
    marks_ahead_ = 0;
    bool inside = false;
    for (std::size_t at = 0; at < text.size() && count_ < 2 * words_max; at += 64) {
      const std::uint64_t words = words_at(text, at);
      std::uint64_t bounds = words ^ (words << 1 | (inside ? 1u : 0u));
      inside = words >> 63 != 0;
      for (; bounds != 0; bounds &= bounds - 1) {
        bounds_[count_++] =
            static_cast<std::uint32_t>(at) + static_cast<unsigned>(std::countr_zero(bounds));
      }
    }
    if (count_ % 2 != 0) bounds_[count_++] = static_cast<std::uint32_t>(text.size());
    count_ = count_ < 2 * words_max ? count_ : 2 * words_max;
  }
  std::size_t words() const { return count_ / 2; }
  std::size_t begin(std::size_t word) const { return bounds_[2 * word]; }
  std::size_t end(std::size_t word) const { return bounds_[2 * word + 1]; }

 private:
  // Of sixty-four bytes, which are of words; what is behind the end is of none.
  std::uint64_t words_at(std::string_view text, std::size_t at) {
    std::uint64_t words = 0, leads = 0;
#ifdef __SSE2__
    for (std::size_t part = 0; part < 64 && at + part < text.size(); part += 16) {
      __m128i bytes = _mm_setzero_si128();
      const std::size_t left = text.size() - at - part;
      if (left >= 16) {
        bytes = byte_lanes::load(text.data() + at + part);
      } else {
        std::memcpy(&bytes, text.data() + at + part, left);
      }
      leads |= std::uint64_t{byte_lanes::bits(lead_marks(bytes))} << part;
      words |= std::uint64_t{byte_lanes::bits(of_words(bytes))} << part;
    }
#else
    for (std::size_t i = 0; i < 64 && at + i < text.size(); ++i) {
      leads |= std::uint64_t{may_lead_mark(text[at + i])} << i;
      words |= std::uint64_t{is_word_byte(text[at + i])} << i;
    }
#endif
    words &= ~marks_ahead_;
    marks_ahead_ = 0;
    for (; leads != 0; leads &= leads - 1) {
      const auto i = static_cast<std::size_t>(std::countr_zero(leads));
      if (!is_wide_mark(text, at + i)) continue;
      const std::uint64_t mark = (std::uint64_t{1} << wide_mark_bytes(text[at + i])) - 1;
      words &= ~(mark << i);
      if (i > 61) marks_ahead_ = mark >> (64 - i);
    }
    return words;
  }

  std::uint64_t marks_ahead_ = 0;  // bytes of the next sixty-four that end a mark of these
  std::uint32_t bounds_[2 * kWordsMax + 64 + 1];
  std::size_t count_ = 0;
};

// Copies `text` to `to`, where all of it must fit: each run of bytes up to 0x20 becomes one blank,
// and nothing when a blank (`after_blank`) is before it. Returns the end.
inline char* copy_collapsed(std::string_view text, bool after_blank, char* to) {
  const char* at = text.data();
  const char* const end = at + text.size();
  while (at < end) {
#ifdef __SSE2__
    for (; end - at >= 16; at += 16, to += 16) {
      const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at));
      const __m128i space = _mm_set1_epi8(' ');
      const auto bits = [](__m128i mask) { return static_cast<unsigned>(_mm_movemask_epi8(mask)); };
      const unsigned blanks = bits(_mm_cmpeq_epi8(_mm_min_epu8(bytes, space), bytes));
      const unsigned spaces = bits(_mm_cmpeq_epi8(bytes, space));
      const unsigned behind_blank = blanks << 1 | (after_blank ? 1u : 0u);
      const unsigned change = (blanks & behind_blank) | (blanks & ~spaces);
      _mm_storeu_si128(reinterpret_cast<__m128i*>(to), bytes);
      if (change != 0) {
        const int plain = std::countr_zero(change);
        if (plain > 0) after_blank = (spaces >> (plain - 1) & 1) != 0;
        at += plain;
        to += plain;
        break;
      }
      after_blank = blanks >> 15 != 0;
    }
    if (at == end) break;
#endif
    if (static_cast<unsigned char>(*at) > 0x20) {
      *to++ = *at++;
      after_blank = false;
      continue;
    }
    if (!after_blank) *to++ = ' ';
    after_blank = true;
    while (at < end && static_cast<unsigned char>(*at) <= 0x20) ++at;
  }
  return to;
}

}  // namespace khabar
