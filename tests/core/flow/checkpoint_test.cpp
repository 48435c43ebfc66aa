#include "core/flow/checkpoint.h"

#include <algorithm>
#include <mutex>
#include <random>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

namespace khabar {
namespace {

struct Fixture {
  explicit Fixture(Checkpoint::Bounds bounds = {})
      : checkpoint(bounds, [this](const std::string& cursor) { saved.push_back(cursor); }) {}
  Receipt open(const std::string& cursor, std::size_t bytes = 0) {
    auto receipt = checkpoint.open(cursor, bytes, Stop{soft.get_token(), {}});
    EXPECT_TRUE(receipt);
    return receipt ? std::move(*receipt) : Receipt();
  }

  std::vector<std::string> saved;
  std::stop_source soft;
  Checkpoint checkpoint;
};

using Texts = std::vector<std::string>;

TEST(Checkpoint, SavesACursorOnceAllBeforeItHaveSettled) {
  Fixture f;
  Receipt a = f.open("a"), b = f.open("b"), c = f.open("c");
  std::move(b).settle(Fate::dropped);
  EXPECT_EQ(f.saved, Texts{});
  std::move(a).settle(Fate::delivered);
  EXPECT_EQ(f.saved, Texts{"b"});
  std::move(c).settle(Fate::rejected);
  EXPECT_EQ(f.saved, (Texts{"b", "c"}));
  EXPECT_EQ(f.checkpoint.open_documents(), 0U);
}

TEST(Checkpoint, ALostDocumentStopsTheSavingForGood) {
  Fixture f;
  Receipt a = f.open("a"), b = f.open("b"), c = f.open("c");
  std::move(c).settle(Fate::delivered);
  std::move(b).settle(Fate::lost);
  std::move(a).settle(Fate::delivered);
  EXPECT_EQ(f.saved, Texts{"a"});
  std::move(f.open("d")).settle(Fate::delivered);
  EXPECT_EQ(f.saved, Texts{"a"});
}

TEST(Checkpoint, HoldsTheSourceBackByDocuments) {
  Fixture f({2, 1000});
  Receipt a = f.open("a"), b = f.open("b");
  EXPECT_FALSE(f.checkpoint.has_room(0));
  std::move(b).settle(Fate::delivered);
  EXPECT_FALSE(f.checkpoint.has_room(0)) << "b's cursor waits for a: it is held all the same";
  std::move(a).settle(Fate::delivered);
  EXPECT_TRUE(f.checkpoint.has_room(0));
}

TEST(Checkpoint, HoldsTheSourceBackByBytesButLetsAGiantPassAlone) {
  Fixture f({10, 100});
  Receipt giant = f.open("a", 5000);
  EXPECT_FALSE(f.checkpoint.has_room(1));
  std::move(giant).settle(Fate::delivered);
  Receipt b = f.open("b", 60);
  EXPECT_TRUE(f.checkpoint.has_room(40));
  EXPECT_FALSE(f.checkpoint.has_room(41));
}

TEST(Checkpoint, ALossDoesNotBlockTheSource) {
  Fixture f({2, 1000});
  Receipt a = f.open("a");
  std::move(a).settle(Fate::lost);
  for (int i = 0; i < 10; ++i) std::move(f.open("x")).settle(Fate::delivered);
  Receipt b = f.open("b"), c = f.open("c");
  EXPECT_FALSE(f.checkpoint.has_room(0)) << "the bound still holds";
}

TEST(Checkpoint, OpenWaitsForRoomAndASoftStopEndsTheWait) {
  Fixture f({1, 1000});
  Receipt a = f.open("a");
  std::jthread settler([&a] { std::move(a).settle(Fate::delivered); });
  Receipt b = f.open("b");
  std::jthread stopper([&f] { f.soft.request_stop(); });
  EXPECT_FALSE(f.checkpoint.open("c", 0, Stop{f.soft.get_token(), {}}));
}

TEST(Checkpoint, ReceiptsMayOutliveIt) {
  Texts saved;
  Receipt late;
  {
    Checkpoint checkpoint({}, [&](const std::string& cursor) { saved.push_back(cursor); });
    late = *checkpoint.open("a", 0, {});
  }
  std::move(late).settle(Fate::delivered);
  EXPECT_EQ(saved, Texts{}) << "nobody is there to save for";
}

// The naive twin: every prefix of settled documents, looked at from the start each time.
TEST(Checkpoint, AgreesWithANaiveTwinInAnyOrderOfSettling) {
  const auto seed = std::random_device{}();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937 random(seed);
  for (int round = 0; round < 200; ++round) {
    Fixture f;
    std::vector<Receipt> receipts;
    std::vector<Fate> fates;
    const std::size_t count = random() % 20 + 1;
    for (std::size_t i = 0; i < count; ++i) {
      receipts.push_back(f.open(std::to_string(i)));
      fates.push_back(random() % 10 == 0 ? Fate::lost : static_cast<Fate>(random() % 3));
    }
    std::vector<std::size_t> order(count);
    for (std::size_t i = 0; i < count; ++i) order[i] = i;
    std::shuffle(order.begin(), order.end(), random);
    std::vector<bool> settled(count);
    for (const std::size_t i : order) {
      std::move(receipts[i]).settle(fates[i]);
      settled[i] = true;
      std::size_t prefix = 0;
      while (prefix < count && settled[prefix] && fates[prefix] != Fate::lost) ++prefix;
      EXPECT_EQ(f.saved.empty() ? "" : f.saved.back(),
                prefix == 0 ? "" : std::to_string(prefix - 1));
    }
  }
}

TEST(Checkpoint, SavesInOrderFromManyThreads) {
  std::vector<int> saved;
  Checkpoint checkpoint({64, 1 << 20},
                        [&](const std::string& cursor) { saved.push_back(std::stoi(cursor)); });
  std::mutex mutex;
  std::vector<Receipt> hands;
  bool done = false;
  const auto settle_random = [&](unsigned seed) {
    std::mt19937 random(seed);
    for (;;) {
      Receipt receipt;
      {
        const std::lock_guard lock(mutex);
        if (hands.empty() && done) return;
        if (hands.empty()) continue;
        std::swap(hands[random() % hands.size()], hands.back());
        receipt = std::move(hands.back());
        hands.pop_back();
      }
      std::move(receipt).settle(Fate::delivered);
    }
  };
  {
    std::vector<std::jthread> settlers;
    for (unsigned i = 0; i < 3; ++i) settlers.emplace_back(settle_random, i);
    for (int i = 0; i < 5000; ++i) {
      Receipt receipt = *checkpoint.open(std::to_string(i), 1, {});
      const std::lock_guard lock(mutex);
      hands.push_back(std::move(receipt));
    }
    const std::lock_guard lock(mutex);
    done = true;
  }
  EXPECT_TRUE(std::is_sorted(saved.begin(), saved.end()));
  ASSERT_FALSE(saved.empty());
  EXPECT_EQ(saved.back(), 4999);
}

}  // namespace
}  // namespace khabar
