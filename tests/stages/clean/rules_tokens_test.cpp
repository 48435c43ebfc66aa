#include "stages/clean/rules_tokens.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "core/text/fold.h"

namespace khabar {
namespace {

// Pieces whose meaning hangs on what stands beside them.
std::string random_key(std::mt19937& random) {
  constexpr std::string_view kPieces[] = {
      "a",      "news", "2024", ".", "-",     "@",    ":",   "/",       "|",    " ",     "_",
      "خبر",    "مع.",  "день", "©", "http:", "//",   "www", "example", ".com", "t.me",  "...",
      "writer", "é",    "हिन",  "…", "،",     "#tag", "!",   "7",       "long", "worded"};
  std::string text;
  for (std::size_t i = 0, count = random() % 24; i < count; ++i)
    text += kPieces[random() % std::size(kPieces)];
  return folded(text, FoldMarks::keep);
}

TEST(RuleTokens, PartsAreTheWhole) {
  const std::uint32_t seed = std::random_device{}();
  std::mt19937 random(seed);
  for (int round = 0; round < 3000; ++round) {
    const std::string key = random_key(random);
    std::vector<RuleToken> whole, parts;
    tokenize_key(key, 200, whole);
    std::size_t from = 0;
    while (from < key.size()) from = tokenize_on(key, from, parts.size() + 1 + random() % 3, parts);
    ASSERT_EQ(parts, whole) << "seed " << seed << " key '" << key << "'";
  }
}

TEST(RuleTokens, ASettledWordStaysWhateverFollows) {
  const std::uint32_t seed = std::random_device{}();
  std::mt19937 random(seed);
  std::size_t settled = 0;
  for (int round = 0; round < 3000; ++round) {
    const std::string head = random_key(random), longer = head + random_key(random);
    std::vector<RuleToken> of_head, of_longer;
    tokenize_key(head, 1, of_head);
    tokenize_key(longer, 1, of_longer);
    if (of_head.empty() || !is_settled_word(head, of_head[0])) continue;
    ++settled;
    ASSERT_EQ(of_longer, of_head) << "seed " << seed << " '" << head << "' in '" << longer << "'";
  }
  EXPECT_GT(settled, 300u);
}

// Every word of ASCII is looked at twice when something behind it may make it an address.
TEST(RuleTokens, NamesNumbersAndAddresses) {
  struct Case {
    std::string_view key;
    TokenKind kind;
    std::size_t end;
  };
  const Case cases[] = {
      {"news", TokenKind::word, 4},
      {"news.", TokenKind::word, 4},
      {"well-known", TokenKind::word, 4},
      {"2024", TokenKind::number, 4},
      {"2024-10", TokenKind::number, 4},
      {"7th", TokenKind::word, 3},
      {"newsخبر", TokenKind::word, 10},
      {"news-desk.com", TokenKind::url, 13},
      {"news_desk.com/a.", TokenKind::url, 15},
      {"https://example.org/x", TokenKind::url, 21},
      {"http: //example.org", TokenKind::word, 4},
      {"www.", TokenKind::url, 4},
      {"desk@example.com", TokenKind::email, 16},
      {"desk@ example.com", TokenKind::email, 17},
      {"desk@ noon", TokenKind::word, 4},
      {"news.خبر", TokenKind::word, 4},
  };
  for (const Case& c : cases) {
    std::vector<RuleToken> tokens;
    tokenize_key(c.key, 1, tokens);
    ASSERT_EQ(tokens.size(), 1u) << c.key;
    EXPECT_EQ(tokens[0].kind, c.kind) << c.key;
    EXPECT_EQ(tokens[0].end, c.end) << c.key;
  }
}

}  // namespace
}  // namespace khabar
