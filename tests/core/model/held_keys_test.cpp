#include "core/model/held_keys.h"

#include <gtest/gtest.h>

#include "core/model/document_json.h"

namespace khabar {
namespace {

constexpr std::size_t kKeysMax = 1000;

std::string line_of(std::uint64_t key) {
  Document document;
  document.key = key;
  std::string line;
  append_record(document, line);
  return line + "\n";
}

TEST(HeldKeys, ForgetsTheOldestFirst) {
  HeldKeys keys(kKeysMax);
  for (std::uint64_t key = 0; key <= kKeysMax; ++key) keys.add(key);
  EXPECT_FALSE(keys.contains(0));
  EXPECT_TRUE(keys.contains(1));
  EXPECT_TRUE(keys.contains(kKeysMax));
}

TEST(HeldKeys, OlderOnesNeverPushOutNewerOnes) {
  HeldKeys keys(kKeysMax);
  for (std::uint64_t key = 0; key < kKeysMax; ++key) keys.add(key);
  keys.add_older(kKeysMax);
  EXPECT_FALSE(keys.contains(kKeysMax));
  EXPECT_TRUE(keys.contains(0));
}

TEST(HeldKeys, ReadsWholeLinesFromTheEnd) {
  HeldKeys keys(kKeysMax);
  const std::string torn = line_of(3);
  add_keys_of_lines(line_of(1) + "not a record\n" + line_of(2) + torn.substr(0, torn.size() - 1),
                    keys);
  EXPECT_TRUE(keys.contains(1));
  EXPECT_TRUE(keys.contains(2));
  EXPECT_FALSE(keys.contains(3));
}

TEST(HeldKeys, TheNewestLinesAreTheOnesKept) {
  std::string lines;
  for (std::uint64_t key = 0; key < kKeysMax + 10; ++key) lines += line_of(key);
  HeldKeys keys(kKeysMax);
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
      {"", 0},
      {"torn", 0},
      {"a\n", 2},
      {"a\nb", 2},
      {"a\nb\n", 4},
      {"\n", 1},
      {"a\n" + nul, 2},
      {"a\n" + nul + "\nb\n", 2},
      {nul + "\na\n", 0},
      {"a\nb" + nul + "\n" + nul + "\nc\n", 2},
  };
  for (const auto& [bytes, size] : kCases) EXPECT_EQ(whole_lines_size(bytes), size) << bytes;
  EXPECT_EQ(whole_lines_size(nul + "\na\nb\n", 2), nul.size() + 5);  // older lines were synced
}

}  // namespace
}  // namespace khabar
