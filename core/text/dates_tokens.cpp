#include "core/text/dates_tokens.h"

#include <algorithm>
#include <utility>

#include "core/text/ascii.h"
#include "core/text/utf8.h"

namespace khabar {
namespace {

bool is_word_letter(char32_t c) {
  if (c < 0x80) return is_ascii_letter(static_cast<char>(c));
  return is_letter(c) || is_combining_mark(c);
}

// U+06F0..U+06F9.
bool has_persian_digit(std::string_view utf8) {
  for (std::size_t at = utf8.find('\xDB'); at != std::string_view::npos && at + 1 < utf8.size();
       at = utf8.find('\xDB', at + 1)) {
    if (utf8[at + 1] >= '\xB0' && utf8[at + 1] <= '\xB9') return true;
  }
  return false;
}

}  // namespace

void DateTokens::refill(std::string_view utf8, const DateWords& words) {
  fold_with_map(utf8, FoldMarks::keep, folded_);
  tokens_.clear();
  persian_digits_ = has_persian_digit(utf8);
  latin_only_ = true;
  cut(utf8);
  look_up(words);
}

void DateTokens::cut(std::string_view utf8) {
  const std::string_view key = folded_.key;
  bool blank = false;
  for (std::uint32_t at = 0; at < key.size();) {
    const auto begin = at;
    if (key[at] == ' ') {
      blank = true;
      ++at;
      continue;
    }
    if (is_ascii_digit(key[at])) {
      while (at < key.size() && is_ascii_digit(key[at])) ++at;
      push_number(begin, at, blank);
      blank = false;
      continue;
    }
    CodePoint point = code_point_at(key, at);
    DateToken token;
    token.blank_before = blank;
    token.begin = begin;
    blank = false;
    if (!is_word_letter(point.value)) {
      token.sign = point.value;
      token.end = at += point.size;
      tokens_.push_back(token);
      continue;
    }
    token.kind = DateToken::word;
    token.upper = true;
    while (at < key.size()) {
      point = code_point_at(key, at);
      if (!is_word_letter(point.value)) break;
      const char shown = utf8[folded_.source_begin(at)];
      token.upper = token.upper && is_ascii_upper(shown);
      latin_only_ = latin_only_ && point.value < 0x250;
      at += point.size;
    }
    token.end = at;
    tokens_.push_back(token);
  }
}

// Glued texts are cut where only one reading is left: "20247:55" is a year and an hour, "09:2224"
// minutes and a day.
void DateTokens::push_number(std::uint32_t begin, std::uint32_t end, bool blank) {
  const std::string_view key = folded_.key;
  const auto push = [&](std::uint32_t from, std::uint32_t to, bool blank_before) {
    DateToken token;
    token.kind = DateToken::number;
    token.blank_before = blank_before;
    token.begin = from;
    token.end = to;
    token.digits = static_cast<std::uint8_t>(std::min<std::uint32_t>(to - from, 255));
    if (token.digits <= 8) {
      token.value = 0;
      for (std::uint32_t i = from; i < to; ++i) token.value = token.value * 10 + (key[i] - '0');
    }
    tokens_.push_back(token);
  };
  const std::uint32_t n = end - begin;
  const bool clock_behind = end + 2 < key.size() && key[end] == ':' &&
                            is_ascii_digit(key[end + 1]) && is_ascii_digit(key[end + 2]);
  const bool year_like = key.substr(begin, 2) == "20" || key.substr(begin, 2) == "19";
  if ((n == 5 || n == 6) && clock_behind && year_like) {
    push(begin, begin + 4, blank);
    push(begin + 4, end, false);
    return;
  }
  const std::size_t count = tokens_.size();
  const bool minutes =
      count >= 2 && !blank && tokens_[count - 1].sign == ':' && !tokens_[count - 1].blank_before &&
      tokens_[count - 2].kind == DateToken::number && tokens_[count - 2].digits <= 2;
  if (minutes && (n == 3 || n == 4)) {
    push(begin, begin + 2, blank);
    push(begin + 2, end, false);
    return;
  }
  push(begin, end, blank);
}

// Words of a phrase stand apart by a blank, or by a glued dot or apostrophe when short: "a.m.",
// "ت.غ", "aujourd'hui". Each token is looked at a bounded number of times.
void DateTokens::look_up(const DateWords& words) {
  // Until the phrases are looked up, term_tokens holds how many words they may have. In a loop of
  // its own, as the table mostly is not in the cache: so a processor waits for many lines at once.
  for (DateToken& token : tokens_) {
    if (token.kind != DateToken::word || token.end - token.begin > 64) continue;
    token.term_tokens = static_cast<std::uint8_t>(
        std::min(DateWords::kPhraseWordsMax, words.words_max_from(key_of(token))));
  }
  for (std::size_t i = 0; i < tokens_.size(); ++i) {
    DateToken& first = tokens_[i];
    const std::size_t words_max = std::exchange(first.term_tokens, std::uint8_t{0});
    if (words_max == 0) continue;
    phrase_.assign(key_of(first));
    std::size_t last = i;
    for (std::size_t n = 1;; ++n) {
      if (const DateTerm* term = words.find(phrase_)) {
        first.term = term;
        first.term_tokens = static_cast<std::uint8_t>(last - i + 1);
      }
      if (n == words_max) break;
      std::size_t next = last + 1;
      if (next >= tokens_.size()) break;
      const DateToken& before = tokens_[last];
      const char32_t sign = tokens_[next].kind == DateToken::mark ? tokens_[next].sign : 0;
      const bool abbreviation = sign == '.' && before.end - before.begin <= 2;
      if ((sign == '\'' || sign == 0x2BC || abbreviation) && !tokens_[next].blank_before) ++next;
      if (next >= tokens_.size() || tokens_[next].kind != DateToken::word) break;
      if (tokens_[next].end - tokens_[next].begin > 64) break;
      phrase_ += ' ';
      phrase_ += key_of(tokens_[next]);
      last = next;
    }
    // The dot of an abbreviation belongs to it: "p.m." is one term.
    const std::size_t behind = i + first.term_tokens;
    if (first.term_tokens >= 3 && behind < tokens_.size() && tokens_[behind].sign == '.' &&
        tokens_[behind - 2].sign == '.') {
      ++first.term_tokens;
    }
  }
}

}  // namespace khabar
