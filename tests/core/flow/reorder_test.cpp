#include "core/flow/reorder.h"

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace khabar {
namespace {

struct Item {
  std::uint64_t number = 0;
  int weight = 1;
  void merge(Item&& part) { weight += part.weight; }
};

TEST(Reorder, GivesItemsInOrderOfTheirNumbers) {
  Reorder<Item> window;
  EXPECT_FALSE(window.take());
  window.put({1});
  EXPECT_FALSE(window.take()) << "0 is still missing";
  window.put({0});
  EXPECT_EQ(window.take()->number, 0U);
  EXPECT_EQ(window.take()->number, 1U);
  EXPECT_TRUE(window.empty());
}

TEST(Reorder, WaitsForEveryPart) {
  Reorder<Item> window(3);
  window.put({0});
  window.put({0});
  window.put({1});
  EXPECT_FALSE(window.take());
  window.put({0});
  EXPECT_EQ(window.take()->weight, 3);
  EXPECT_FALSE(window.take());
}

TEST(Reorder, AnyOrderOfComingGivesTheSame) {
  const auto seed = std::random_device{}();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937 random(seed);
  for (int round = 0; round < 100; ++round) {
    const std::size_t parts = random() % 3 + 1, count = random() % 50;
    std::vector<std::uint64_t> coming;
    for (std::size_t i = 0; i < count * parts; ++i) coming.push_back(i / parts);
    std::shuffle(coming.begin(), coming.end(), random);
    Reorder<Item> window(parts);
    std::uint64_t next = 0;
    for (const std::uint64_t number : coming) {
      window.put({number});
      while (const auto item = window.take()) {
        EXPECT_EQ(item->number, next++);
        EXPECT_EQ(item->weight, static_cast<int>(parts));
      }
    }
    EXPECT_EQ(next, count);
    EXPECT_TRUE(window.empty());
  }
}

TEST(ReorderDeathTest, ANumberThatComesTwiceIsABug) {
  Reorder<Item> window;
  window.put({0});
  window.take();
  EXPECT_DEATH(window.put({0}), "CHECK failed");
  window.put({2});
  EXPECT_DEATH(window.put({2}), "CHECK failed");
}

}  // namespace
}  // namespace khabar
