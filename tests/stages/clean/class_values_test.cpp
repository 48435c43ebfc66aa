#include "stages/clean/class_values.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

namespace khabar {
namespace {

TEST(ClassValues, AreRememberedAsTheyAre) {
  ClassValueMemo memo;
  for (int round = 0; round < 2; ++round) {
    for (const char* value : {"byline", "main", "sidebar", "tags", "x", ""}) {
      EXPECT_EQ(memo.of(value).hints, class_hints(value)) << value;
      EXPECT_EQ(memo.of(value).groups, class_groups(value)) << value;
    }
  }
}

// More values than the memo has room for, many of them alike but for one byte.
TEST(ClassValues, AreNotTakenForEachOther) {
  constexpr unsigned kSeed = 7;
  std::mt19937 random(kSeed);
  const std::string parts[] = {"post-", "author", " meta", "Date", "_x", "1", "2", " side", "bar"};
  ClassValueMemo memo;
  for (int i = 0; i < 20'000; ++i) {
    std::string value;
    const auto count = random() % 12;
    for (unsigned p = 0; p < count; ++p) value += parts[random() % std::size(parts)];
    const ClassValue& known = memo.of(value);
    ASSERT_EQ(known.groups, class_groups(value)) << value << ", seed " << kSeed;
    ASSERT_EQ(known.hints, class_hints(value)) << value << ", seed " << kSeed;
  }
}

}  // namespace
}  // namespace khabar
