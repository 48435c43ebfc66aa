#include "core/flow/receipt.h"

#include <thread>
#include <vector>

#include <gtest/gtest.h>

namespace khabar {
namespace {

struct Heard {
  std::vector<Fate> fates;
  Receipt receipt() {
    return Receipt([this](Fate fate) { fates.push_back(fate); });
  }
};

TEST(Receipt, TellsTheFateOnce) {
  Heard heard;
  {
    Receipt receipt = heard.receipt();
    std::move(receipt).settle(Fate::dropped);
    EXPECT_EQ(heard.fates, std::vector{Fate::dropped});
  }
  EXPECT_EQ(heard.fates.size(), 1U);
}

TEST(Receipt, ForgettingIsLosing) {
  Heard heard;
  { const Receipt forgotten = heard.receipt(); }
  EXPECT_EQ(heard.fates, std::vector{Fate::lost});
  Receipt over = heard.receipt();
  over = Receipt();
  EXPECT_EQ(heard.fates, (std::vector{Fate::lost, Fate::lost}));
}

TEST(Receipt, MovingSettlesNothing) {
  Heard heard;
  Receipt first = heard.receipt();
  Receipt second = std::move(first);
  Receipt third;
  third = std::move(second);
  EXPECT_TRUE(heard.fates.empty());
  std::move(third).settle(Fate::delivered);
  EXPECT_EQ(heard.fates, std::vector{Fate::delivered});
}

TEST(Receipt, OfSeveralSinksTheWorstFateWins) {
  for (const auto& [one, other, worst] :
       {std::tuple{Fate::delivered, Fate::delivered, Fate::delivered},
        std::tuple{Fate::delivered, Fate::rejected, Fate::rejected},
        std::tuple{Fate::lost, Fate::delivered, Fate::lost}}) {
    Heard heard;
    Receipt receipt = heard.receipt();
    Receipt twin = receipt.branch();
    std::move(receipt).settle(one);
    EXPECT_TRUE(heard.fates.empty()) << "the twin is still out";
    std::move(twin).settle(other);
    EXPECT_EQ(heard.fates, std::vector{worst});
  }
}

TEST(Receipt, AWatcherHearsJustBeforeTheSource) {
  std::vector<std::string> order;
  Receipt receipt([&](Fate fate) { order.push_back(std::string("source ") + fate_name(fate)); });
  receipt = std::move(receipt).watched_by(
      [&](Fate fate) { order.push_back(std::string("dedupe ") + fate_name(fate)); });
  Receipt twin = receipt.branch();
  std::move(receipt).settle(Fate::delivered);
  std::move(twin).settle(Fate::rejected);
  EXPECT_EQ(order, (std::vector<std::string>{"dedupe rejected", "source rejected"}));
}

TEST(Receipt, ANobodysReceiptIsHarmless) {
  Receipt nobody;
  std::move(nobody).settle(Fate::lost);
  Heard heard;
  {
    const Receipt watched = Receipt().watched_by([&](Fate fate) { heard.fates.push_back(fate); });
  }
  EXPECT_EQ(heard.fates, std::vector{Fate::lost});
}

TEST(Receipt, SettlesOnceFromManyThreads) {
  for (int round = 0; round < 50; ++round) {
    std::atomic<int> calls{0};
    {
      std::vector<std::jthread> holders;
      Receipt receipt([&](Fate fate) {
        EXPECT_EQ(fate, Fate::rejected);
        ++calls;
      });
      for (int i = 0; i < 4; ++i) {
        holders.emplace_back([twin = receipt.branch(), i]() mutable {
          std::move(twin).settle(i == 2 ? Fate::rejected : Fate::delivered);
        });
      }
      std::move(receipt).settle(Fate::delivered);
    }
    EXPECT_EQ(calls, 1);
  }
}

}  // namespace
}  // namespace khabar
