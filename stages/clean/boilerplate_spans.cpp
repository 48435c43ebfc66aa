#include "stages/clean/boilerplate_spans.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "core/text/utf8.h"

namespace khabar {
namespace {

// Sentences looked at from the end; footers of more sentences are rare and blocks of their own.
constexpr std::size_t kCandidatesMax = 8;

bool is_ascii_alnum(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}
bool is_address_char(char c) {
  return is_ascii_alnum(c) || c == '.' || c == '_' || c == '-' || c == '+' || c == '%';
}

// Last bytes of the marks behind which a sentence may begin: . ! ? ؟ (D8 9F) ۔ (DB 94) » (C2 BB)
// … (E2 80 A6). Rare bytes even in Arabic, so that the scan seldom looks closer.
constexpr std::array<bool, 256> kFinalBytes = [] {
  std::array<bool, 256> table{};
  for (const unsigned char c : {'.', '!', '?'}) table[c] = true;
  for (const int c : {0x9F, 0x94, 0xBB, 0xA6}) table[static_cast<std::size_t>(c)] = true;
  return table;
}();

// Does a mark end with the byte at i?
bool is_final_end(std::string_view text, std::size_t i) {
  const char c = text[i];
  if (c == '.' || c == '!' || c == '?') return true;
  constexpr std::array<std::string_view, 4> wide = {"؟", "…", "۔", "»"};
  return std::any_of(wide.begin(), wide.end(),
                     [&](std::string_view mark) { return text.substr(0, i + 1).ends_with(mark); });
}

std::size_t skip_closing(std::string_view text, std::size_t i) {
  constexpr std::array<std::string_view, 8> marks = {"\"", ")", "]",      "»",
                                                     "”",  "’", "\u200f", "\u00a0"};
  for (bool moved = true; moved && i < text.size();) {
    moved = false;
    if (text[i] == ' ') {
      ++i;
      moved = true;
      continue;
    }
    for (const std::string_view mark : marks) {
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

// Where sentences begin in text[from..), and where addresses begin that are glued to one's end.
Candidates sentence_starts(std::string_view text, std::size_t from) {
  Candidates out;
  for (std::size_t i = from; i < text.size(); ++i) {
    if (!kFinalBytes[static_cast<unsigned char>(text[i])] || !is_final_end(text, i)) continue;
    // "3.5", "a.b": a dot inside a number, a name or an address is no end.
    if (i > 0 && i + 1 < text.size() && is_ascii_alnum(text[i - 1]) && is_ascii_alnum(text[i + 1]))
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
  Candidates starts = sentence_starts(text, from);
  const std::string_view window = text.substr(from);
  if (const std::size_t at = window.rfind('@'); at != std::string_view::npos && at > 0) {
    // "نص.writer@example.comللتواصل": the dot before the name reads as part of it.
    const std::size_t begin = address_begin(text, from + at);
    if (begin > from && begin < from + at) {
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
