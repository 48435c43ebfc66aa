#include "core/text/first_words.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>

namespace khabar {
namespace {

TEST(FirstWords, TellHowLongPhrasesFromAWordMayGrow) {
  FirstWords<10> words;
  EXPECT_EQ(words.words_max_from("new"), 0u);
  words.note("new york times");
  words.note("new delhi");
  words.note("دمشق");
  EXPECT_EQ(words.words_max_from("new"), 3u);
  EXPECT_EQ(words.words_max_from("دمشق"), 1u);
  EXPECT_TRUE(words.may_hold("new moon"));
  EXPECT_EQ(words.words_max_from("york"), 0u);
}

// Words of every length, whose ends alone differ, noted and not: nothing noted is passed over, and
// few strangers pass.
TEST(FirstWords, PassFewStrangers) {
  const auto words = std::make_unique<FirstWords<16>>();
  const auto word = [](int i, char kind) {
    return std::string(static_cast<std::size_t>(i % 20), 'x') + kind + std::to_string(i);
  };
  for (int i = 0; i < 2000; ++i) words->note(word(i, 'a') + " b c");
  int strangers = 0;
  for (int i = 0; i < 2000; ++i) {
    EXPECT_GE(words->words_max_from(word(i, 'a')), 3u);
    strangers += words->words_max_from(word(i, 'z')) > 0;
  }
  EXPECT_LT(strangers, 200);
}

}  // namespace
}  // namespace khabar
