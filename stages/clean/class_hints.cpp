#include "stages/clean/class_hints.h"

#include <algorithm>
#include <array>
#include <initializer_list>

namespace khabar {
namespace {

constexpr std::size_t kClassBytesMax = 240;

struct HintWord {
  std::string_view word;  // lower case; words of one first letter stand together
  ClassHints hints;
};

constexpr HintWord kWords[] = {
    {"author", kCreditHint},      {"autor", kCreditHint},       {"auteur", kCreditHint},
    {"autore", kCreditHint},      {"byline", kCreditHint},      {"breadcrumb", kTrailHint},
    {"contributor", kCreditHint}, {"credit-name", kCreditHint}, {"comment", kCommentHint},
    {"carousel", kSideHint},      {"date", kDateHint},          {"datum", kDateHint},
    {"disqus", kCommentHint},     {"docdata", kDateHint},       {"fecha", kDateHint},
    {"footer", kSideHint},        {"headline", kTitleHint},     {"journalist", kCreditHint},
    {"keyword", kTagsHint},       {"kommentar", kCommentHint},  {"meta", kDateHint},
    {"modified", kDateHint},      {"most-read", kSideHint},     {"more-stories", kSideHint},
    {"newsletter", kSideHint},    {"next-post", kSideHint},     {"outbrain", kSideHint},
    {"publi", kDateHint},         {"posted", kDateHint},        {"pubdate", kDateHint},
    {"popular", kSideHint},       {"promo", kSideHint},         {"prev-post", kSideHint},
    {"redakteur", kCreditHint},   {"reporter", kCreditHint},    {"related", kSideHint},
    {"recommend", kSideHint},     {"respond", kCommentHint},    {"recent-posts", kSideHint},
    {"sidebar", kSideHint},       {"side-bar", kSideHint},      {"similar", kSideHint},
    {"stand", kDateHint},         {"submitted", kDateHint},     {"tags", kTagsHint},
    {"tag-list", kTagsHint},      {"time", kDateHint},          {"title", kTitleHint},
    {"taboola", kSideHint},       {"teaser", kSideHint},        {"trending", kSideHint},
    {"tarih", kDateHint},         {"updated", kDateHint},       {"verfasser", kCreditHint},
    {"writer", kCreditHint},      {"written", kCreditHint},     {"widget", kSideHint},
    {"yazar", kCreditHint},
};

struct LetterRange {
  std::uint8_t begin = 0, end = 0;
};
constexpr std::array<LetterRange, 26> letter_ranges() {
  std::array<LetterRange, 26> ranges{};
  static_assert(std::size(kWords) < 256);
  for (std::size_t i = 0; i < std::size(kWords); ++i) {
    LetterRange& range = ranges[static_cast<std::size_t>(kWords[i].word[0] - 'a')];
    if (range.end == 0) range.begin = static_cast<std::uint8_t>(i);
    range.end = static_cast<std::uint8_t>(i + 1);
  }
  return ranges;
}
constexpr std::array<LetterRange, 26> kRanges = letter_ranges();

// With which three characters words begin, five bits of each, as those do not tell cases apart.
constexpr std::uint32_t with_next(std::uint32_t three, char c) {
  return (three << 5 | (static_cast<unsigned char>(c) & 31u)) & 0x7FFF;
}
constexpr std::array<std::uint64_t, 0x8000 / 64> openings() {
  std::array<std::uint64_t, 0x8000 / 64> bits{};
  for (const HintWord& word : kWords) {
    std::uint32_t three = 0;
    for (const char c : word.word.substr(0, 3)) three = with_next(three, c);
    bits[three / 64] |= std::uint64_t{1} << three % 64;
  }
  return bits;
}
constexpr std::array<std::uint64_t, 0x8000 / 64> kOpenings = openings();

bool starts_with(std::string_view text, std::string_view word) {
  if (text.size() < word.size()) return false;
  for (std::size_t i = 1; i < word.size(); ++i) {
    const char lower = text[i] == '-' ? '-' : static_cast<char>(text[i] | 0x20);
    if (lower != word[i]) return false;
  }
  return true;
}

// The footer of an article is its own, and Elementor calls everything a widget.
bool is_own(std::string_view before, std::string_view word) {
  const auto ends = [before](std::initializer_list<std::string_view> words) {
    return std::any_of(words.begin(), words.end(),
                       [before](std::string_view w) { return before.ends_with(w); });
  };
  if (word == "widget") return ends({"elementor-"});
  if (word == "footer") {
    return ends({"entry-", "article-", "post-", "headline__", "header-", "article__", "story-",
                 "post__", "entry__", "node__", "content-"});
  }
  return false;
}

}  // namespace

ClassHints class_hints(std::string_view value) {
  ClassHints hints = 0;
  value = value.substr(0, kClassBytesMax);
  std::uint32_t three = 0;
  for (std::size_t end = 1; end <= value.size(); ++end) {
    three = with_next(three, value[end - 1]);
    if (end < 3 || (kOpenings[three / 64] >> three % 64 & 1) == 0) continue;
    const std::size_t at = end - 3;
    const auto letter = static_cast<unsigned>(static_cast<unsigned char>(value[at]) | 0x20) - 'a';
    if (letter >= 26) continue;
    for (std::size_t w = kRanges[letter].begin; w < kRanges[letter].end; ++w) {
      const HintWord& word = kWords[w];
      if ((hints & word.hints) == word.hints || !starts_with(value.substr(at), word.word)) continue;
      if ((word.hints & kSideHint) != 0 && is_own(value.substr(0, at), word.word)) continue;
      hints |= word.hints;
    }
  }
  if ((hints & kCommentHint) != 0) hints |= kSideHint;
  return hints;
}

}  // namespace khabar
