#include "stages/clean/word_scan.h"

#include <random>
#include <string>

#include <gtest/gtest.h>

namespace khabar {
namespace {

constexpr std::uint64_t kSeed = 20'261;

// Text of what the scans tell apart, in all alignments to sixteen bytes.
std::string random_text(std::mt19937_64& random) {
  static const std::string_view kPieces[] = {"a",      "Z",      "7",      " ",      "  ",
                                             "\n",     "\t",     ".",      "\u00A0", "\u0633",
                                             "\u2019", "\u3001", "\u304B", "word",   "\x01"};
  std::string text;
  for (std::size_t left = random() % 60; left > 0; --left) {
    text += kPieces[random() % std::size(kPieces)];
  }
  return text;
}

std::string collapsed_bytewise(std::string_view text, bool after_blank) {
  std::string out;
  for (const char c : text) {
    const bool blank = static_cast<unsigned char>(c) <= 0x20;
    if (!blank) out += c;
    if (blank && !after_blank) out += ' ';
    after_blank = blank;
  }
  return out;
}

TEST(WordScan, FindsTheEndsThatALoopFinds) {
  std::mt19937_64 random(kSeed);
  for (int round = 0; round < 2000; ++round) {
    const std::string text = random_text(random);
    for (std::size_t at = 0; at <= text.size(); ++at) {
      std::size_t word = at, plain = at;
      while (word < text.size() && is_word_byte(text[word])) ++word;
      while (plain < word && !may_lead_mark(text[plain])) ++plain;
      ASSERT_EQ(end_of_word(text, at), word) << text << " at " << at << ", seed " << kSeed;
      ASSERT_EQ(end_of_plain_word(text, at), plain) << text << " at " << at << ", seed " << kSeed;
      ASSERT_EQ(find_near(text, ' ', at), std::min(text.find(' ', at), text.size())) << text;
    }
  }
}

TEST(WordScan, CollapsesAsALoopDoes) {
  std::mt19937_64 random(kSeed);
  for (int round = 0; round < 20'000; ++round) {
    const std::string text = random_text(random);
    for (const bool after_blank : {false, true}) {
      std::string out(text.size(), '#');
      char* const end = copy_collapsed(text, after_blank, out.data());
      out.resize(static_cast<std::size_t>(end - out.data()));
      ASSERT_EQ(out, collapsed_bytewise(text, after_blank)) << text << ", seed " << kSeed;
    }
  }
}

TEST(WordScan, BoundsAreThoseOfALoop) {
  std::mt19937_64 random(kSeed);
  for (int round = 0; round < 5000; ++round) {
    std::string text = random_text(random) + random_text(random);
    if (random() % 4 == 0) text += std::string(random() % 200, 'w');
    const std::size_t words_max = 1 + random() % WordBounds::kWordsMax;
    WordBounds bounds;
    ASSERT_TRUE(bounds.find(text, words_max, false));
    std::size_t words = 0;
    for (std::size_t at = 0; at < text.size() && words < words_max;) {
      const std::size_t end = end_of_word(text, at);
      if (end > at) {
        ASSERT_LT(words, bounds.words()) << text << ", seed " << kSeed;
        ASSERT_EQ(bounds.begin(words), at) << text << ", seed " << kSeed;
        ASSERT_EQ(bounds.end(words), end) << text << ", seed " << kSeed;
        ++words;
      }
      at = end + 1;
    }
    ASSERT_EQ(bounds.words(), words) << text << ", seed " << kSeed;
  }
}

TEST(WordScan, BoundsAreNoneWhereMarksMayPartWords) {
  WordBounds bounds;
  EXPECT_TRUE(bounds.find("one, two; \u0633", 9, true));
  EXPECT_EQ(bounds.words(), 3u);
  for (const std::string_view text : {"a <b>", "a\u00A0b", "\u2019s", "\u3001"}) {
    EXPECT_FALSE(bounds.find(text, 9, true)) << text;
  }
}

TEST(WordScan, HashesAllBytesOfAWord) {
  const std::string word = "abcdefghijklmnopqrstuvwxyz";
  for (std::size_t size = 1; size <= word.size(); ++size) {
    const std::string_view whole = std::string_view(word).substr(0, size);
    for (std::size_t i = 0; i < size; ++i) {
      std::string other(whole);
      other[i] = '-';
      EXPECT_NE(hash_of_word(whole), hash_of_word(other)) << whole << ' ' << other;
      EXPECT_NE(hash_of_value(whole), hash_of_value(other)) << whole << ' ' << other;
      other[i] = static_cast<char>(whole[i] - 'a' + 'A');
      EXPECT_NE(hash_of_word(whole), hash_of_word(other)) << whole << ' ' << other;
      EXPECT_EQ(hash_of_folded_word(whole), hash_of_folded_word(other)) << whole << ' ' << other;
    }
    EXPECT_NE(hash_of_word(whole), hash_of_word(whole.substr(1)));
    EXPECT_NE(hash_of_value(whole), hash_of_value(whole.substr(1)));
    // Wherever it stands, and whatever stands behind it.
    const std::string around = "x. " + std::string(whole) + ", and so on, and so on";
    EXPECT_EQ(hash_of_word(around, 3, 3 + size), hash_of_word(whole));
    EXPECT_EQ(hash_of_folded_word(around, 3, 3 + size), hash_of_folded_word(whole));
  }
}

}  // namespace
}  // namespace khabar
