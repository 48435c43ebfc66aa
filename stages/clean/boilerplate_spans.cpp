#include "stages/clean/boilerplate_spans.h"

#include <algorithm>
#include <array>
#include <bit>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

#include "core/text/ascii.h"
#include "core/text/utf8.h"
#include "stages/clean/boilerplate_shape.h"

namespace khabar {
namespace {

// Sentences looked at from the end; footers of more sentences are rare and blocks of their own.
constexpr std::size_t kCandidatesMax = 8;

bool is_address_char(char c) {
  return is_ascii_alphanumeric(c) || c == '.' || c == '_' || c == '-' || c == '+' || c == '%';
}

// Does a mark behind which a sentence may begin end with the byte at i? . ! ? ؟ (D8 9F) … (E2 80
// A6) ۔ (DB 94) » (C2 BB)
bool is_final_end(std::string_view text, std::size_t i) {
  const char c = text[i];
  if (c == '.' || c == '!' || c == '?') return true;
  constexpr std::array<std::string_view, 4> kWide = {"؟", "…", "۔", "»"};
  return std::any_of(kWide.begin(), kWide.end(),
                     [&](std::string_view mark) { return text.substr(0, i + 1).ends_with(mark); });
}

// The next byte at or behind i that may end such a mark or is an '@'; the end of the text else.
std::size_t next_of_interest(std::string_view text, std::size_t i) {
  const auto interests = [&] { return text[i] == '@' || is_final_end(text, i); };
  if (i >= text.size() || interests()) return i;
  ++i;
#if defined(__SSE2__)
  for (; i + 16 <= text.size(); i += 16) {
    const auto load = [&](std::size_t at) {
      return _mm_loadu_si128(reinterpret_cast<const __m128i*>(text.data() + at));
    };
    const auto is = [](__m128i bytes, unsigned value) {
      return _mm_cmpeq_epi8(bytes, _mm_set1_epi8(static_cast<char>(value)));
    };
    const auto pair = [&](unsigned first, unsigned second) {
      return _mm_and_si128(is(load(i - 1), first), is(load(i), second));
    };
    const __m128i here = load(i);
    const __m128i ascii = _mm_or_si128(_mm_or_si128(is(here, '.'), is(here, '!')),
                                       _mm_or_si128(is(here, '?'), is(here, '@')));
    const __m128i wide = _mm_or_si128(_mm_or_si128(pair(0xD8, 0x9F), pair(0x80, 0xA6)),
                                      _mm_or_si128(pair(0xDB, 0x94), pair(0xC2, 0xBB)));
    const auto found = static_cast<unsigned>(_mm_movemask_epi8(_mm_or_si128(ascii, wide)));
    if (found != 0) return i + static_cast<unsigned>(std::countr_zero(found));
  }
#endif
  while (i < text.size() && !interests()) ++i;
  return i;
}

std::size_t skip_closing(std::string_view text, std::size_t i) {
  constexpr std::array<std::string_view, 8> kMarks = {"\"", ")", "]",      "»",
                                                      "”",  "’", "\u200f", "\u00a0"};
  for (bool moved = true; moved && i < text.size();) {
    moved = false;
    if (text[i] == ' ') {
      ++i;
      moved = true;
      continue;
    }
    for (const std::string_view mark : kMarks) {
      if (!text.substr(i).starts_with(mark)) continue;
      i += mark.size();
      moved = true;
      break;
    }
  }
  return i;
}

struct Candidates {
  std::array<std::size_t, kCandidatesMax> at{};
  std::size_t count = 0;

  void add(std::size_t begin) {
    if (count > 0 && at[count - 1] == begin) return;
    if (count == kCandidatesMax) {  // the last ones count
      std::copy(at.begin() + 1, at.end(), at.begin());
      --count;
    }
    at[count++] = begin;
  }
};

// Where sentences begin in text[from..); last_at: the last '@' there, or npos.
Candidates sentence_starts(std::string_view text, std::size_t from, std::size_t& last_at) {
  Candidates out;
  last_at = std::string_view::npos;
  for (std::size_t i = next_of_interest(text, from); i < text.size();
       i = next_of_interest(text, i + 1)) {
    if (text[i] == '@') {
      last_at = i;
      continue;
    }
    if (!is_final_end(text, i)) continue;
    // "3.5", "a.b": a dot inside a number, a name or an address is no end.
    if (i > 0 && i + 1 < text.size() && is_ascii_alphanumeric(text[i - 1]) &&
        is_ascii_alphanumeric(text[i + 1]))
      continue;
    const std::size_t begin = skip_closing(text, i + 1);
    if (begin < text.size()) out.add(begin);
  }
  return out;
}

// An e-mail address that runs to the end of the text, right behind a full stop.
bool is_lone_address(std::string_view rest) {
  std::size_t i = 0;
  while (i < rest.size() && is_address_char(rest[i])) ++i;
  if (i == 0 || i >= rest.size() || rest[i] != '@') return false;
  const std::size_t host = ++i;
  while (i < rest.size() && is_address_char(rest[i])) ++i;
  return i > host + 3 && skip_closing(rest, i) == rest.size() &&
         rest.substr(host, i - host).find('.') != std::string_view::npos;
}

// A link that runs to the end. Links to posts belong to the posts the story quotes.
bool is_lone_link(std::string_view rest) {
  if (!rest.starts_with("http://") && !rest.starts_with("https://") && !rest.starts_with("www."))
    return false;
  if (rest.find("//t.co/") != std::string_view::npos) return false;
  return rest.find(' ') == std::string_view::npos;
}

// The beginning of an address with '@' at `at`.
std::size_t address_begin(std::string_view text, std::size_t at) {
  while (at > 0 && is_address_char(text[at - 1])) --at;
  return at;
}

}  // namespace

GluedTail find_glued_tail(std::string_view text, bool tail, BoilerplateReader& reader) {
  std::size_t from = text.size() > kGluedBytes ? text.size() - kGluedBytes : 0;
  while (from < text.size() && (static_cast<unsigned char>(text[from]) & 0xC0) == 0x80) ++from;
  std::size_t at = 0;
  Candidates starts = sentence_starts(text, from, at);
  if (at != std::string_view::npos && at > from) {
    // "نص.writer@example.comللتواصل": the dot before the name reads as part of it.
    const std::size_t begin = address_begin(text, at);
    if (begin > from && begin < at) {
      starts.add(begin);
      std::sort(starts.at.begin(), starts.at.begin() + static_cast<std::ptrdiff_t>(starts.count));
    }
  }
  for (std::size_t k = 0; k < starts.count; ++k) {
    const std::size_t begin = starts.at[k];
    if (begin == 0) continue;
    const std::string_view rest = text.substr(begin);
    if (const std::int32_t rule = reader.glued_rule(rest, tail); rule >= 0)
      return {begin, reader.rules().rules()[static_cast<std::size_t>(rule)].id};
    if (!tail || !ends_sentence(text.substr(0, begin))) continue;
    if (is_lone_address(rest)) return {begin, "neutral/contact/glued_address"};
    if (is_lone_link(rest)) return {begin, "neutral/contact/glued_link"};
  }
  return {};
}

}  // namespace khabar
