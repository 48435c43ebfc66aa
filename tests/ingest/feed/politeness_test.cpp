#include "ingest/feed/politeness.h"

#include <gtest/gtest.h>

#include <chrono>
#include <iostream>
#include <map>
#include <string>

#include "ingest/feed/schedule.h"

namespace khabar {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

class PolitenessTest : public ::testing::Test {
 protected:
  void queue(const std::string& site, std::uint64_t ticket, std::int64_t rank = 0) {
    politeness_.enqueue(site, ticket, rank, seconds{1});
  }
  // All that may start now, as "1 2 3".
  std::string take() {
    std::string out;
    while (const auto ticket = politeness_.take(now_)) {
      out += (out.empty() ? "" : " ") + std::to_string(*ticket);
    }
    return out;
  }
  Politeness politeness_{{true, 2}};
  TimePoint now_{hours{1000}};
};

TEST_F(PolitenessTest, OneSiteIsAskedOnceADelay) {
  for (std::uint64_t ticket : {1, 2, 3}) queue("a", ticket);
  EXPECT_EQ(take(), "1");
  EXPECT_EQ(*politeness_.next_ready(), now_ + seconds{1});
  now_ += Milliseconds{999};
  EXPECT_EQ(take(), "");
  now_ += Milliseconds{1};
  EXPECT_EQ(take(), "2");
  now_ += seconds{1};
  EXPECT_EQ(take(), "");  // two are under way
  politeness_.finished("a");
  EXPECT_EQ(take(), "3");
}

TEST_F(PolitenessTest, SitesTakeTurnsWhateverTheirQueues) {
  for (std::uint64_t ticket = 1; ticket <= 50; ++ticket) queue("big", ticket);
  queue("small", 100);
  EXPECT_EQ(take(), "1 100");
}

TEST_F(PolitenessTest, SitesOfOneAddressShareABound) {
  politeness_.set_rules({true, 2, 3});
  for (std::uint64_t n = 1; n <= 5; ++n) queue("blog" + std::to_string(n), n);
  queue("elsewhere", 9);
  EXPECT_EQ(take(), "1 2 3 4 5 9") << "nobody knows yet where they lie";
  for (int n = 1; n <= 5; ++n) politeness_.note_address("blog" + std::to_string(n), "192.0.2.7");
  politeness_.note_address("elsewhere", "192.0.2.8");
  now_ += seconds{1};
  for (std::uint64_t n = 1; n <= 5; ++n) queue("blog" + std::to_string(n), 10 + n);
  queue("elsewhere", 19);
  EXPECT_EQ(take(), "19") << "five are under way";
  for (const char* site : {"blog1", "blog2", "blog3"}) politeness_.finished(site);
  EXPECT_EQ(take(), "11") << "two are under way, and it is a first come, first served";
  politeness_.pause("blog2", now_ + hours{1});  // one that waits: its place is another's
  politeness_.finished("blog1");
  EXPECT_EQ(take(), "13");
  politeness_.note_address("blog4", "192.0.2.9");  // has moved: its request under way too
  EXPECT_EQ(take(), "14 15");
  politeness_.set_rules({true, 2, 0});
  EXPECT_EQ(take(), "");
  now_ += hours{1};
  EXPECT_EQ(take(), "12");
}

TEST_F(PolitenessTest, TheBoundOfAnAddressHoldsAndNobodyWaitsForEver) {
  politeness_.set_rules({true, 2, 4});
  Chance chance(17);
  constexpr std::uint64_t kRequests = 3000;
  std::map<std::uint64_t, std::string> under_way, all;
  const auto address_of = [](const std::string& site) {
    return std::string(site.back() < '5' ? "192.0.2.1" : "192.0.2.2");
  };
  for (std::uint64_t n = 1; n <= kRequests; ++n) {
    const std::string site = "site" + std::to_string(chance.next() % 40);
    all[n] = site;
    queue(site, n);
    politeness_.note_address(site, address_of(site));
  }
  std::size_t started = 0;
  for (int turn = 0; turn < 100'000 && started < kRequests; ++turn) {
    now_ += Milliseconds{100};
    while (const auto ticket = politeness_.take(now_)) {
      under_way[*ticket] = all[*ticket];
      ++started;
    }
    std::map<std::string, int> at;
    for (const auto& [ticket, site] : under_way) ++at[address_of(site)];
    for (const auto& [address, count] : at) ASSERT_LE(count, 4) << address;
    if (chance.between(0, 1) < 0.02) {
      politeness_.pause("site" + std::to_string(chance.next() % 40), now_ + seconds{3});
    }
    while (!under_way.empty() && chance.between(0, 1) < 0.7) {
      politeness_.finished(under_way.begin()->second);
      under_way.erase(under_way.begin());
    }
  }
  EXPECT_EQ(started, kRequests);
}

TEST_F(PolitenessTest, TheLesserRankGoesFirst) {
  queue("a", 1, 5);
  queue("a", 2, -5);
  queue("a", 3, -5);
  EXPECT_EQ(take(), "2");
  now_ += seconds{1};
  EXPECT_EQ(take(), "3");
}

TEST_F(PolitenessTest, SwitchedOffNothingWaitsAndSitesStillTakeTurns) {
  politeness_.set_rules({false, 1});
  for (std::uint64_t ticket : {1, 2, 3}) queue("a", ticket);
  for (std::uint64_t ticket : {4, 5}) queue("b", ticket);
  politeness_.pause("a", now_ + hours{1});
  EXPECT_EQ(take(), "1 4 2 5 3");
}

TEST_F(PolitenessTest, RulesMayChangeWhileQueuesAreFull) {
  for (std::uint64_t ticket : {1, 2, 3}) queue("a", ticket);
  EXPECT_EQ(take(), "1");
  politeness_.set_rules({false, 2});
  EXPECT_EQ(take(), "2 3");
  politeness_.set_rules({true, 1});
  queue("a", 4);
  now_ += hours{1};
  EXPECT_EQ(take(), "");  // three are under way
  for (int i = 0; i < 3; ++i) politeness_.finished("a");
  EXPECT_EQ(take(), "4");
}

TEST_F(PolitenessTest, RefusalsDoubleToADayAndAreForgiven) {
  Milliseconds last{0};
  for (int i = 0; i < 14; ++i) {
    const TimePoint until = politeness_.back_off("a", now_, std::nullopt);
    const Milliseconds wait = until - now_;
    EXPECT_EQ(wait, std::min<Milliseconds>(minutes{1} * (1 << i), hours{24})) << i;
    EXPECT_GE(wait, last);
    last = wait;
    now_ = until;
  }
  now_ += minutes{31};
  EXPECT_EQ(politeness_.back_off("a", now_, std::nullopt) - now_, minutes{1});
}

TEST_F(PolitenessTest, SeveralRefusalsAtOnceAreOne) {
  const TimePoint until = politeness_.back_off("a", now_, std::nullopt);
  EXPECT_EQ(politeness_.back_off("a", now_ + seconds{2}, std::nullopt), until);
}

TEST_F(PolitenessTest, RetryAfterCountsUpToADay) {
  EXPECT_EQ(politeness_.back_off("a", now_, minutes{5}), now_ + minutes{5});
  EXPECT_EQ(politeness_.back_off("b", now_, hours{500}), now_ + hours{24});
  queue("a", 1);
  EXPECT_EQ(politeness_.start_estimate("a", now_), now_ + minutes{5});
  now_ += minutes{5};
  EXPECT_EQ(take(), "1");
}

TEST_F(PolitenessTest, TheEstimateGrowsWithTheQueue) {
  EXPECT_EQ(politeness_.start_estimate("a", now_), now_);
  queue("a", 0);
  EXPECT_EQ(take(), "0");
  for (std::uint64_t ticket = 1; ticket <= 10; ++ticket) queue("a", ticket);
  EXPECT_EQ(politeness_.start_estimate("a", now_), now_ + seconds{11});
}

// Against a naive twin: whatever is asked, starts of a site lie a delay apart, no more than two are
// under way, and all is given in the end.
TEST_F(PolitenessTest, NoOrderOfEventsBreaksTheRules) {
  const std::uint64_t seed = 11;
  std::cout << "seed " << seed << "\n";
  Chance chance(seed);
  std::map<std::uint64_t, std::string> site_of;
  std::map<std::string, TimePoint> last_start;
  std::map<std::string, int> under_way;
  std::uint64_t tickets = 0, given = 0;
  for (int step = 0; step < 20'000; ++step) {
    const std::string site(1, static_cast<char>('a' + chance.next() % 5));
    switch (chance.next() % 6) {
      case 0:
        site_of[++tickets] = site;
        queue(site, tickets, static_cast<std::int64_t>(chance.next() % 3));
        break;
      case 1:
        if (under_way[site] > 0) {
          --under_way[site];
          politeness_.finished(site);
        }
        break;
      case 2:
        politeness_.sweep(now_);
        break;
      case 3:
        now_ += Milliseconds(chance.next() % 900);
        break;
      default:
        if (const auto ticket = politeness_.take(now_)) {
          const std::string& of = site_of.at(*ticket);
          if (last_start.contains(of)) {
            EXPECT_GE(now_ - last_start[of], seconds{1});
          }
          last_start[of] = now_;
          EXPECT_LE(++under_way[of], 2);
          site_of.erase(*ticket);
          ++given;
        }
    }
  }
  EXPECT_EQ(politeness_.waiting(), tickets - given);
  while (politeness_.waiting() > 0) {
    now_ += seconds{1};
    while (politeness_.take(now_)) ++given;
    for (auto& [site, count] : under_way) count = 0;
    politeness_.set_rules({true, 1'000'000});
  }
  EXPECT_EQ(given, tickets);
}

}  // namespace
}  // namespace khabar
