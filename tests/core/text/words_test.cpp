#include "core/text/words.h"

#include <random>

#include <gtest/gtest.h>

#include "core/text/utf8.h"
#include "tests/core/text/real_texts.h"

namespace khabar {
namespace {

TEST(Words, CountsInScriptsWithBlanks) {
  WordCounter counter;
  const std::pair<const char*, std::size_t> cases[] = {
      {"", 0},
      {"خبر عاجل: وصل 15 قطارًا، اليوم!", 6},
      {"don't stop — 3,000.50 times (e.g. now)", 6},
      {"snake_case _ __ a_1", 3},
      {"desk@news.example 10:30", 3},
      {"می‌رود", 1},
      {"the U.S. economy", 3},
      {"😀 © ™", 0},
      {"a\xFFz", 2},
  };
  for (const auto& [text, words] : cases) {
    EXPECT_EQ(counter.count(text), words) << text;
    EXPECT_EQ(counter.count_by_icu(text), words) << text;
  }
}

TEST(Words, CountsDictionaryWords) {
  WordCounter counter;
  EXPECT_EQ(counter.count("ฝนตกหนัก"), counter.count_by_icu("ฝนตกหนัก"));
  EXPECT_GT(counter.count("今年的产量比去年好"), 3u);
}

TEST(Words, RandomTextAgreesWithIcu) {
  const unsigned seed = std::random_device{}();
  SCOPED_TRACE(seed);
  std::mt19937 random(seed);
  static const std::u32string kPool =
      U"abZéابتهـ15٣,.;:'\"’·_- "
      U"\n\t«»،\u064B\u0301\u200D\u200C\u00AD\u200Fשל״'한글Ж🙂\u00A0漢กカ/@";
  WordCounter counter;
  for (int round = 0; round < 20'000; ++round) {
    std::string text;
    const std::size_t length = random() % 30;
    for (std::size_t i = 0; i < length; ++i) append_utf8(kPool[random() % kPool.size()], text);
    ASSERT_EQ(counter.count(text), counter.count_by_icu(text)) << text;
  }
}

// Each character of the first planes beside words, marks and extenders, in one block and across
// two, gives the same count a block at a time as a character at a time.
TEST(Words, BlocksAgreeWithCharacters) {
  WordCounter counter;
  const auto agree = [&counter](const std::string& text) {
    const auto words = WordCounter::count_by_characters(text);
    if (!words) return;  // a letter that only ICU's rules tell
    EXPECT_EQ(counter.count(text), *words) << text;
  };
  for (char32_t c = 1; c < 0x2800; ++c) {
    std::string one;
    append_utf8(c, one);
    for (const std::string around : {"a", "1", "ب", "٢", "بً", "a.", "1,", "a’", "٢،", "\"", " "}) {
      for (const std::size_t before : {0, 1, 55, 61, 62, 63, 64}) {
        const std::string lead = before == 0 ? "" : std::string(before - 1, 'x') + " ";
        agree(lead + around + one + around + one + " b" + one + "z");
      }
    }
  }
}

TEST(Words, RandomLongTextAgreesWithCharacters) {
  const unsigned seed = std::random_device{}();
  SCOPED_TRACE(seed);
  std::mt19937 random(seed);
  static const std::u32string kPool =
      U"aaaabZé ابتهـ  15٣۴,.;:'\"’·_- \n«»،؟\u064B\u0301\u200C\u00ADש'Ж\u00A0–“”…€×"
      U"abcdefghijklmnop   اابتثجح  ";
  WordCounter counter;
  for (int round = 0; round < 20'000; ++round) {
    std::string text;
    const std::size_t length = random() % 300, pool = 8 + random() % (kPool.size() - 8);
    for (std::size_t i = 0; i < length; ++i) {
      append_utf8(kPool[kPool.size() - 1 - random() % pool], text);
      if (random() % 200 == 0) text += static_cast<char>(random());
    }
    const auto words = WordCounter::count_by_characters(text);
    if (!words) continue;
    ASSERT_EQ(counter.count(text), *words) << text;
  }
}

TEST(Words, RealTextAgreesWithIcu) {
  const std::vector<std::string> texts = real_texts("lines/labelled.dev.jsonl", 300);
  if (texts.empty()) GTEST_SKIP() << "no evaluation data at " << eval_dir();
  WordCounter counter;
  for (const std::string& text : texts) {
    EXPECT_EQ(counter.count(text), counter.count_by_icu(text)) << text;
  }
}

}  // namespace
}  // namespace khabar
