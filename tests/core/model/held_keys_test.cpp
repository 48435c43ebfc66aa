#include "core/model/held_keys.h"

#include <gtest/gtest.h>

#include "core/model/document_json.h"

namespace khabar {
namespace {

std::string line_of(std::uint64_t key) {
  Document document;
  document.key = key;
  std::string line;
  append_record(document, line);
  return line + "\n";
}

TEST(HeldKeys, ForgetsTheOldestFirst) {
  HeldKeys keys;
  for (std::uint64_t key = 0; key <= kHeldKeysMax; ++key) keys.add(key);
  EXPECT_FALSE(keys.contains(0));
  EXPECT_TRUE(keys.contains(1));
  EXPECT_TRUE(keys.contains(kHeldKeysMax));
}

TEST(HeldKeys, OlderOnesNeverPushOutNewerOnes) {
  HeldKeys keys;
  for (std::uint64_t key = 0; key < kHeldKeysMax; ++key) keys.add(key);
  keys.add_older(kHeldKeysMax);
  EXPECT_FALSE(keys.contains(kHeldKeysMax));
  EXPECT_TRUE(keys.contains(0));
}

TEST(HeldKeys, ReadsWholeLinesFromTheEnd) {
  HeldKeys keys;
  const std::string torn = line_of(3);
  add_keys_of_lines(line_of(1) + "not a record\n" + line_of(2) + torn.substr(0, torn.size() - 1),
                    keys);
  EXPECT_TRUE(keys.contains(1));
  EXPECT_TRUE(keys.contains(2));
  EXPECT_FALSE(keys.contains(3));
}

TEST(HeldKeys, TheNewestLinesAreTheOnesKept) {
  std::string lines;
  for (std::uint64_t key = 0; key < kHeldKeysMax + 10; ++key) lines += line_of(key);
  HeldKeys keys;
  add_keys_of_lines(lines, keys);
  EXPECT_FALSE(keys.contains(9));
  EXPECT_TRUE(keys.contains(10));
  keys.add(1'000'000);  // the ages are in order: the oldest line goes first
  EXPECT_FALSE(keys.contains(10));
  EXPECT_TRUE(keys.contains(11));
}

TEST(WholeLines, EndWithTheLastBreakBeforeAnyHole) {
  const std::string nul(3, '\0');
  const std::pair<std::string, std::size_t> kCases[] = {
      {"", 0},          {"torn", 0},         {"a\n", 2},           {"a\nb", 2},
      {"a\nb\n", 4},    {"\n", 1},           {"a\n" + nul, 2},     {"a\n" + nul + "\nb\n", 2},
      {nul + "\na\n", 0}, {"a\nb" + nul + "\n" + nul + "\nc\n", 2},
  };
  for (const auto& [bytes, size] : kCases) EXPECT_EQ(whole_lines_size(bytes), size) << bytes;
}

}  // namespace
}  // namespace khabar
