// The key of a text cut into numbers, words and marks, each word with what it means to a date.
// One worker holds a DateTokens and refills it: capacity is reused. Linear in the text.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/text/dates_words.h"
#include "core/text/fold.h"

namespace khabar {

struct DateToken {
  enum Kind : std::uint8_t { number, word, mark };

  Kind kind = mark;
  bool blank_before = false;
  bool upper = false;                // a word written in Latin capitals: a zone name may be
  char32_t sign = 0;                 // of a mark
  std::uint8_t digits = 0;           // of a number; 255 for more
  std::int32_t value = -1;           // of a number of at most 8 digits
  std::uint32_t begin = 0, end = 0;  // bytes of the key
  const DateTerm* term = nullptr;    // longest phrase that starts here
  std::uint8_t term_tokens = 0;      // tokens of that phrase
};

class DateTokens {
 public:
  void refill(std::string_view utf8, const DateWords& words);

  std::size_t size() const { return tokens_.size(); }
  const DateToken& operator[](std::size_t i) const { return tokens_[i]; }
  std::string_view key_of(const DateToken& token) const {
    return std::string_view(folded_.key).substr(token.begin, token.end - token.begin);
  }
  // Bytes of the display text that tokens [begin, end) came from; begin < end.
  std::uint32_t source_begin(std::size_t token) const {
    return folded_.source_begin(tokens_[token].begin);
  }
  std::uint32_t source_end(std::size_t token) const {
    return folded_.source_end(tokens_[token].end);
  }
  bool persian_digits() const { return persian_digits_; }
  bool latin_only() const { return latin_only_; }

 private:
  void cut(std::string_view utf8);
  void push_number(std::uint32_t begin, std::uint32_t end, bool blank);
  void look_up(const DateWords& words);

  FoldedText folded_;
  std::vector<DateToken> tokens_;
  std::string phrase_;
  bool persian_digits_ = false;
  bool latin_only_ = true;
};

}  // namespace khabar
