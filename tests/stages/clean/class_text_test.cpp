#include "stages/clean/class_text.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "core/text/ascii.h"
#include "stages/clean/class_hints.h"
#include "stages/clean/class_words.h"

namespace khabar {
namespace {

std::vector<std::string> words_of(const ClassText& text) {
  std::vector<std::string> words;
  for (std::size_t chunk = 0; chunk < text.chunks(); ++chunk) {
    for (std::uint64_t begins = text.begins(chunk); begins != 0; begins &= begins - 1) {
      const std::size_t at = chunk * 64 + static_cast<std::size_t>(std::countr_zero(begins));
      words.emplace_back(text.lower() + at, text.word_size(at));
    }
  }
  return words;
}

// Byte by byte; of long words what word_size() tells.
std::vector<std::string> naive_words_of(std::string_view value) {
  std::vector<std::string> words;
  char before = 0;
  for (const char c : value.substr(0, ClassText::kBytesMax)) {
    const bool goes_on = is_ascii_letter(before) && !(is_ascii_upper(c) && is_ascii_lower(before));
    if (is_ascii_letter(c)) {
      if (!goes_on) words.emplace_back();
      if (words.back().size() < ClassText::kWordBytesMax) words.back() += ascii_lower(c);
    }
    before = c;
  }
  return words;
}

class RandomValues {
 public:
  std::string next() {
    static const std::string parts[] = {
        "post",     "-",          "author",       " meta",     "Date",      "_",
        "1",        "sideBar",    " ad ",         "sr-",       "kommentar", "x",
        "\xD9\x85", "NEWSLETTER", "recent-posts", "carousels", "breadcrum"};
    std::string value;
    for (auto count = random_() % 60; count > 0; --count) {
      value += parts[random_() % std::size(parts)];
    }
    if (random_() % 20 == 0) value += std::string(500, 'q') + "author";
    return value;
  }
  static constexpr unsigned kSeed = 11;

 private:
  std::mt19937 random_{kSeed};
};

TEST(ClassText, PartsWordsAsBytesAreReadOneByOne) {
  RandomValues values;
  for (int i = 0; i < 20'000; ++i) {
    const std::string value = values.next();
    ASSERT_EQ(words_of(ClassText(value)), naive_words_of(value))
        << value << ", seed " << values.kSeed;
  }
}

TEST(ClassText, NamesTheGroupsThatItsWordsNameAlone) {
  RandomValues values;
  for (int i = 0; i < 20'000; ++i) {
    const std::string value = values.next();
    ClassGroups groups = 0;
    for (const std::string& word : naive_words_of(value)) groups |= class_groups(word);
    ASSERT_EQ(class_groups(value), groups) << value << ", seed " << values.kSeed;
  }
}

// Hints count wherever they stand: each by itself says what all of them say together.
TEST(ClassText, HintsAreThoseOfAllItsParts) {
  constexpr std::size_t kHintBytesRead = 240, kLongestWord = 12;
  RandomValues values;
  for (int i = 0; i < 5'000; ++i) {
    const std::string value = values.next();
    const std::string_view read = std::string_view(value).substr(0, kHintBytesRead);
    ClassHints hints = 0;
    for (std::size_t at = 0; at < read.size(); ++at) {
      hints |= class_hints(read.substr(at, kLongestWord));
    }
    ASSERT_EQ(class_hints(value), hints) << value << ", seed " << values.kSeed;
  }
}

}  // namespace
}  // namespace khabar
