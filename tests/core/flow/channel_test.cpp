#include "core/flow/channel.h"

#include <atomic>
#include <memory>
#include <random>
#include <thread>

#include <gtest/gtest.h>

namespace khabar {
namespace {

using Box = std::unique_ptr<int>;  // move-only, and a leak shows
using Boxes = Channel<Box>;

std::vector<Box> boxes(int first, int count) {
  std::vector<Box> out;
  for (int i = 0; i < count; ++i) out.push_back(std::make_unique<int>(first + i));
  return out;
}

std::vector<int> drained(Boxes::Inlet& inlet) {
  std::vector<Box> items;
  while (!inlet.ended()) inlet.pop(items, 7);
  std::vector<int> out;
  for (const Box& box : items) out.push_back(*box);
  return out;
}

TEST(Channel, GivesEachOutletsItemsInOrderAndEndsWhenClosed) {
  Boxes channel(100);
  Boxes::Inlet inlet(channel);
  {
    Boxes::Outlet outlet(channel);
    auto items = boxes(0, 20);
    EXPECT_TRUE(outlet.push(items, {}));
    EXPECT_TRUE(items.empty());
  }
  EXPECT_FALSE(inlet.ended()) << "closed, but not yet empty";
  std::vector<int> expected(20);
  for (int i = 0; i < 20; ++i) expected[static_cast<std::size_t>(i)] = i;
  EXPECT_EQ(drained(inlet), expected);
}

TEST(Channel, TheLastOutletCloses) {
  Boxes channel(10);
  Boxes::Inlet inlet(channel);
  auto first = std::make_unique<Boxes::Outlet>(channel);
  auto second = std::make_unique<Boxes::Outlet>(channel);
  Boxes::Outlet moved(std::move(*second));
  second.reset();
  first.reset();
  std::vector<Box> items;
  inlet.pop(items, 1, std::chrono::milliseconds(0));
  EXPECT_FALSE(inlet.ended()) << "one outlet lives";
  { const Boxes::Outlet last(std::move(moved)); }
  EXPECT_TRUE(drained(inlet).empty());
}

TEST(Channel, AFullChannelHoldsTheOutletUntilAHardStop) {
  Boxes channel(3);
  Boxes::Inlet inlet(channel);
  Boxes::Outlet outlet(channel);
  std::stop_source hard;
  hard.request_stop();
  auto items = boxes(0, 5);
  EXPECT_FALSE(outlet.push(items, Stop{{}, hard.get_token()}));
  std::vector<Box> got;
  EXPECT_EQ(inlet.pop(got, 10), 3U) << "no more than its capacity went in";
}

TEST(Channel, RoomThatIsGivenBackLetsTheOutletGoOn) {
  Boxes channel(2);
  Boxes::Inlet inlet(channel);
  std::jthread writer([outlet = Boxes::Outlet(channel)]() mutable {
    auto items = boxes(0, 100);
    EXPECT_TRUE(outlet.push(items, {}));
    const Boxes::Outlet dies(std::move(outlet));
  });
  EXPECT_EQ(drained(inlet).size(), 100U);
}

TEST(Channel, WhatIsLeftInItDiesWithIt) {
  const auto shared = std::make_shared<int>(0);
  {
    Channel<std::shared_ptr<int>> channel(10);
    Channel<std::shared_ptr<int>>::Outlet outlet(channel);
    std::vector<std::shared_ptr<int>> items(5, shared);
    EXPECT_TRUE(outlet.push(items, {}));
    EXPECT_EQ(shared.use_count(), 6);
  }
  EXPECT_EQ(shared.use_count(), 1);
}

TEST(Channel, ManyToManyLosesAndDoublesNothingAndNeverHoldsMoreThanItsCapacity) {
  const auto seed = std::random_device{}();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937 random(seed);
  for (int round = 0; round < 30; ++round) {
    const int outlets = static_cast<int>(random() % 3 + 1);
    const int inlets = static_cast<int>(random() % 3 + 1);
    const std::size_t capacity = random() % 8 + 1;
    constexpr int kEach = 400;
    Channel<Box> channel(capacity);
    std::vector<std::atomic<int>> seen(static_cast<std::size_t>(outlets * kEach));
    std::atomic<int> inside{0};
    std::atomic<bool> exceeded{false}, disordered{false};
    {
      std::vector<std::jthread> threads;
      std::vector<Boxes::Outlet> ends;
      for (int i = 0; i < outlets; ++i) ends.emplace_back(channel);
      std::vector<Boxes::Inlet> starts;
      for (int i = 0; i < inlets; ++i) starts.emplace_back(channel);
      for (int i = 0; i < outlets; ++i) {
        threads.emplace_back([&, i, end = std::move(ends[static_cast<std::size_t>(i)])]() mutable {
          std::mt19937 own(seed + static_cast<unsigned>(i));
          for (int n = 0; n < kEach;) {
            const int count = std::min<int>(kEach - n, static_cast<int>(own() % 9 + 1));
            auto items = boxes(i * kEach + n, count);
            EXPECT_TRUE(end.push(items, {}));
            n += count;
          }
          const Boxes::Outlet dies(std::move(end));
        });
      }
      ends.clear();
      for (int i = 0; i < inlets; ++i) {
        threads.emplace_back([&, start = std::move(starts[static_cast<std::size_t>(i)])]() mutable {
          std::vector<int> last(static_cast<std::size_t>(outlets), -1);
          std::vector<Box> items;
          while (!start.ended()) {
            items.clear();
            start.pop(items, 5);
            if (items.size() > capacity) exceeded = true;
            for (const Box& box : items) {
              ++seen[static_cast<std::size_t>(*box)];
              int& before = last[static_cast<std::size_t>(*box / kEach)];
              if (*box <= before) disordered = true;
              before = *box;
            }
          }
        });
      }
    }
    EXPECT_FALSE(exceeded);
    EXPECT_FALSE(disordered) << "each inlet sees each outlet's items in order";
    for (const auto& count : seen) ASSERT_EQ(count, 1);
    EXPECT_LE(channel.depth(), static_cast<std::size_t>(inlets))
        << "at most wake-up calls are left";
  }
}

}  // namespace
}  // namespace khabar
