#include "core/text/words.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>

#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>

#include "core/base/check.h"
#include "core/text/utf8.h"
#include "core/text/words_block.h"

namespace khabar {
namespace {

// Word_Break values of UAX #29 as far as counting needs them.
enum class Kind : std::uint8_t {
  other,
  letter,
  hebrew,
  digit,
  joiner,      // ExtendNumLet: "_"
  mid_letter,  // "·"
  mid_number,  // "," ";"
  mid_both,    // MidNumLet "." "’"
  quote,       // Single_Quote "'"
  double_quote,
  extend,      // Extend, Format: belong to what is before them
  dictionary,  // needs ICU
};

Kind look_up(char32_t c) {
  // CLDR's root tailors the rules of UAX #29, and ICU with it (since CLDR 42).
  if (c == 0x200D) return Kind::dictionary;  // joins a letter and an emoji to one that is no word
  if (c == '@') return Kind::letter;
  if (c == ':' || c == 0xFE55 || c == 0xFF1A) return Kind::other;
  const auto point = static_cast<UChar32>(c);
  const auto line_break = static_cast<ULineBreak>(u_getIntPropertyValue(point, UCHAR_LINE_BREAK));
  if (line_break == U_LB_COMPLEX_CONTEXT || u_hasBinaryProperty(point, UCHAR_IDEOGRAPHIC) ||
      (c >= 0x3040 && c <= 0x30FF) || (c >= 0xFF66 && c <= 0xFF9F) ||
      (c >= 0xAC00 && c <= 0xD7A3)) {  // ICU splits Hangul from letters and digits beside it
    return Kind::dictionary;
  }
  switch (u_getIntPropertyValue(point, UCHAR_WORD_BREAK)) {
    case U_WB_ALETTER:
      return Kind::letter;
    case U_WB_HEBREW_LETTER:
      return Kind::hebrew;
    case U_WB_NUMERIC:
      return Kind::digit;
    case U_WB_EXTENDNUMLET:
      return Kind::joiner;
    case U_WB_MIDLETTER:
      return Kind::mid_letter;
    case U_WB_MIDNUM:
      return Kind::mid_number;
    case U_WB_MIDNUMLET:
      return Kind::mid_both;
    case U_WB_SINGLE_QUOTE:
      return Kind::quote;
    case U_WB_DOUBLE_QUOTE:
      return Kind::double_quote;
    case U_WB_EXTEND:
    case U_WB_FORMAT:
      return Kind::extend;
    case U_WB_KATAKANA:
      return Kind::dictionary;
    default:
      return Kind::other;
  }
}

constexpr char32_t kNearEnd = 0x800;

// Made once from ICU's data, constant afterwards.
const std::array<Kind, kNearEnd>& near_kinds() {
  static const std::array<Kind, kNearEnd> kKinds = [] {
    std::array<Kind, kNearEnd> kinds{};
    for (char32_t c = 0; c < kNearEnd; ++c) kinds[c] = look_up(c);
    return kinds;
  }();
  return kKinds;
}

bool is_letter_kind(Kind kind) {
  return kind == Kind::letter || kind == Kind::hebrew;
}

// Does a middle mark hold together what stands before and behind it? (WB6, WB7, WB7b, WB11)
bool holds(Kind before, Kind mark, Kind behind) {
  const bool letters = is_letter_kind(before) && is_letter_kind(behind);
  const bool digits = before == Kind::digit && behind == Kind::digit;
  switch (mark) {
    case Kind::mid_letter:
      return letters;
    case Kind::mid_number:
      return digits;
    case Kind::mid_both:
    case Kind::quote:
      return letters || digits;
    case Kind::double_quote:
      return before == Kind::hebrew && behind == Kind::hebrew;
    default:
      return false;
  }
}

// Of the character at `at`, which moves behind it.
Kind next_kind(const std::array<Kind, kNearEnd>& near, std::string_view utf8, std::size_t& at) {
  const auto first = static_cast<unsigned char>(utf8[at]);
  if (first < 0x80) {
    ++at;
    return near[first];
  }
  if (first >= 0xC2 && first < 0xE0 && at + 1 < utf8.size()) {
    const auto second = static_cast<unsigned char>(utf8[at + 1]);
    if ((second & 0xC0) == 0x80) {
      at += 2;
      return near[static_cast<std::size_t>((first & 0x1F) << 6 | (second & 0x3F))];
    }
  }
  const CodePoint point = code_point_at(utf8, at);
  at += point.size;
  return point.value < kNearEnd ? near[point.value] : look_up(point.value);
}

// Behind the plain letters that stand at `at`: most of any text.
std::size_t behind_letters(const std::array<Kind, kNearEnd>& near, std::string_view utf8,
                           std::size_t at) {
  while (at < utf8.size()) {
    const auto first = static_cast<unsigned char>(utf8[at]);
    if (first < 0x80) {
      if (near[first] != Kind::letter) return at;
      ++at;
      continue;
    }
    if (first < 0xC2 || first >= 0xE0 || at + 1 >= utf8.size()) return at;
    const auto second = static_cast<unsigned char>(utf8[at + 1]);
    if ((second & 0xC0) != 0x80) return at;
    if (near[static_cast<std::size_t>((first & 0x1F) << 6 | (second & 0x3F))] != Kind::letter) {
      return at;
    }
    at += 2;
  }
  return at;
}

// One count of a text by the rules that need no dictionary.
class RuleCount {
 public:
  explicit RuleCount(std::string_view utf8) : utf8_(utf8) {}

  // Nothing as soon as a dictionary would be needed. `by_blocks`: most of it 64 bytes at a time.
  std::optional<std::size_t> run(bool by_blocks) {
    std::size_t next_block = by_blocks ? 0 : utf8_.size();
    while (at_ < utf8_.size()) {
      if (at_ >= next_block && is_outside()) {
        if (take_block()) continue;
        next_block = at_ + kWordsBlockBytes;
      }
      if (!take_character()) return std::nullopt;
    }
    return words_;
  }

 private:
  bool is_outside() const { return before_ == Kind::other && mark_ == Kind::other; }

  bool take_block() {
    const std::string_view rest = utf8_.substr(at_);
    WordsBlock block;
    if (rest.size() >= kWordsBlockBytes) {
      block = count_words_block(rest.data());
    } else {
      std::array<char, kWordsBlockBytes> padded;
      padded.fill(' ');
      std::copy(rest.begin(), rest.end(), padded.begin());
      block = count_words_block(padded.data());
    }
    words_ += block.words;
    at_ += std::min(block.taken, rest.size());
    return block.taken > 0;
  }

  // False when the rules do not tell.
  bool take_character() {
    const Kind kind = next_kind(near_, utf8_, at_);
    // Most characters: another letter of the word.
    if (is_letter_kind(kind) && mark_ == Kind::other && counted_ && before_ != Kind::other) {
      before_ = kind;
      const std::size_t behind = behind_letters(near_, utf8_, at_);
      if (behind > at_) before_ = Kind::letter;
      at_ = behind;
      return true;
    }
    switch (kind) {
      case Kind::dictionary:
        return false;
      case Kind::extend:  // WB4; behind a mark or a joiner ICU's rules have turns of their own
        return mark_ == Kind::other && before_ != Kind::joiner;
      case Kind::letter:
      case Kind::hebrew:
      case Kind::digit:
      case Kind::joiner: {
        const bool goes_on =
            before_ != Kind::other && (mark_ == Kind::other || holds(before_, mark_, kind));
        if (!goes_on) counted_ = false;
        // A joiner alone is no word; two are, and so is one with anything beside it.
        if (!counted_ && (kind != Kind::joiner || goes_on)) {
          ++words_;
          counted_ = true;
        }
        before_ = kind;
        mark_ = Kind::other;
        return true;
      }
      case Kind::other:
        before_ = Kind::other;
        mark_ = Kind::other;
        return true;
      default:  // middle marks
        if (mark_ != Kind::other) before_ = Kind::other;
        mark_ = kind;
        return true;
    }
  }

  const std::array<Kind, kNearEnd>& near_ = near_kinds();
  std::string_view utf8_;
  std::size_t at_ = 0, words_ = 0;
  Kind before_ = Kind::other;  // the word's last letter, digit or joiner; `other` outside of words
  Kind mark_ = Kind::other;    // a middle mark behind it
  bool counted_ = false;       // a word of joiners alone has not been yet
};

}  // namespace

class WordCounter::Rooms {
 public:
  std::size_t count(std::string_view utf8) {
    UErrorCode status = U_ZERO_ERROR;
    if (iterator_ == nullptr) {
      iterator_.reset(icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
      CHECK(U_SUCCESS(status));
    }
    // Malformed bytes would count for ICU too, but differently.
    std::string repaired;
    if (!is_valid_utf8(utf8)) {
      sanitize_utf8(utf8, repaired);
      utf8 = repaired;
    }
    text_ = utext_openUTF8(text_, utf8.data(), static_cast<std::int64_t>(utf8.size()), &status);
    CHECK(U_SUCCESS(status));
    iterator_->setText(text_, status);
    CHECK(U_SUCCESS(status));
    std::size_t words = 0;
    iterator_->first();
    while (iterator_->next() != icu::BreakIterator::DONE) {
      words += iterator_->getRuleStatus() >= UBRK_WORD_NONE_LIMIT ? 1 : 0;
    }
    return words;
  }

  Rooms() = default;
  Rooms(const Rooms&) = delete;
  Rooms& operator=(const Rooms&) = delete;
  ~Rooms() { utext_close(text_); }

 private:
  UText* text_ = nullptr;
  std::unique_ptr<icu::BreakIterator> iterator_;
};

WordCounter::WordCounter() : rooms_(std::make_unique<Rooms>()) {}
WordCounter::~WordCounter() = default;
WordCounter::WordCounter(WordCounter&&) noexcept = default;
WordCounter& WordCounter::operator=(WordCounter&&) noexcept = default;

std::size_t WordCounter::count(std::string_view utf8) {
  const std::optional<std::size_t> words = RuleCount(utf8).run(true);
  return words ? *words : count_by_icu(utf8);
}

std::optional<std::size_t> WordCounter::count_by_characters(std::string_view utf8) {
  return RuleCount(utf8).run(false);
}

std::size_t WordCounter::count_by_icu(std::string_view utf8) {
  return rooms_->count(utf8);
}

}  // namespace khabar
