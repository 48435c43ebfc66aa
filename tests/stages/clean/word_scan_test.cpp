#include "stages/clean/word_scan.h"

#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace khabar {
namespace {

constexpr std::uint64_t kSeed = 20'261;

// Text of what the scans tell apart, in all alignments to sixteen bytes.
std::string random_text(std::mt19937_64& random) {
  static const std::string_view kPieces[] = {
      "a",      "Z",      "7",      " ",      "  ",   "\n",   "\t",     ".",      "\u00A0",
      "\u0633", "\u2019", "\u3001", "\u304B", "word", "\x01", "\u00A9", "\u2044", "\u2190"};
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

struct Word {
  std::size_t begin = 0, end = 0;
};

std::vector<Word> words_bytewise(std::string_view text) {
  std::vector<Word> words;
  bool inside = false;
  for (std::size_t at = 0; at < text.size();) {
    const bool mark = is_wide_mark(text, at);
    const bool word = is_word_byte(text[at]) && !mark;
    if (word && !inside) words.push_back({at, at});
    at += mark ? wide_mark_bytes(text[at]) : 1;
    if (word) words.back().end = at;
    inside = word;
  }
  return words;
}

TEST(WordScan, BoundsAreThoseOfALoop) {
  std::mt19937_64 random(kSeed);
  for (int round = 0; round < 20'000; ++round) {
    std::string text = random_text(random) + random_text(random);
    if (random() % 4 == 0) text += std::string(random() % 200, 'w');
    if (random() % 8 == 0) text.resize(random() % (text.size() + 1));  // marks cut off at the end
    const std::size_t words_max = 1 + random() % WordBounds::kWordsMax;
    WordBounds bounds;
    bounds.find(text, words_max);
    std::vector<Word> words = words_bytewise(text);
    words.resize(std::min(words.size(), words_max));
    ASSERT_EQ(bounds.words(), words.size()) << text << ", seed " << kSeed;
    for (std::size_t i = 0; i < words.size(); ++i) {
      ASSERT_EQ(bounds.begin(i), words[i].begin) << text << ", seed " << kSeed;
      ASSERT_EQ(bounds.end(i), words[i].end) << text << ", seed " << kSeed;
    }
  }
}

TEST(WordScan, WideMarksPartWordsAndLettersDoNot) {
  const auto count = [](std::string_view text) {
    WordBounds bounds;
    bounds.find(text, 9);
    return bounds.words();
  };
  EXPECT_EQ(count("one, two; \u0633"), 3u);
  EXPECT_EQ(count("ferry\u2019s"), 2u);
  EXPECT_EQ(count("\u00ABolives\u00BB"), 1u);
  EXPECT_EQ(count("\u6E2F\u3001\u8239"), 2u);
  EXPECT_EQ(count("\u304B\u304D"), 1u);  // led by the same byte
  EXPECT_EQ(count("\u00A9 2024"), 2u);   // the sign of rights is a word
  EXPECT_EQ(count("\u00A92024"), 1u);
}

TEST(WordScan, HashesAllBytesOfAWord) {
  const std::string word = "abcdefghijklmnopqrstuvwxyz";
  for (std::size_t size = 1; size <= word.size(); ++size) {
    const std::string_view whole = std::string_view(word).substr(0, size);
    for (std::size_t i = 0; i < size; ++i) {
      std::string other(whole);
      other[i] = '-';
      EXPECT_NE(hash_of_folded_word(whole), hash_of_folded_word(other)) << whole << ' ' << other;
      EXPECT_NE(hash_of_value(whole), hash_of_value(other)) << whole << ' ' << other;
      other[i] = static_cast<char>(whole[i] - 'a' + 'A');
      EXPECT_EQ(hash_of_folded_word(whole), hash_of_folded_word(other)) << whole << ' ' << other;
    }
    EXPECT_NE(hash_of_folded_word(whole), hash_of_folded_word(whole.substr(1)));
    EXPECT_NE(hash_of_value(whole), hash_of_value(whole.substr(1)));
    // Wherever it stands, and whatever stands behind it.
    const std::string around = "x. " + std::string(whole) + ", and so on, and so on";
    EXPECT_EQ(hash_of_folded_word(around, 3, 3 + size), hash_of_folded_word(whole));
  }
}

}  // namespace
}  // namespace khabar
