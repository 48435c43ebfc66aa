// What a kill leaves behind: the source object is dropped in the middle, with documents that nobody
// settled, and another is made over the same state directory.
#include <map>

#include "ingest/feed/schedule.h"
#include "tests/ingest/feed/newsroom.h"

namespace khabar {
namespace {

using namespace testing;

class Restart : public Newsroom {
 protected:
  Restart() { keep_state(); }

  void publish(int stories) {
    std::vector<Item> items;
    for (int n = stories; n > 0; --n) {
      const std::string url = "https://a.example/2024/story-" + std::to_string(n);
      items.push_back({"Story " + std::to_string(n), url, now(), url});
      web.page(url, article("Story " + std::to_string(n)));
    }
    web.page("https://a.example/feed", rss(items));
  }
};

TEST_F(Restart, WhatWasOpenComesAgainUnderItsKey) {
  publish(5);
  held_back = true;
  start("politeness = false\n" + kOneFeed);
  run_for(seconds(30));
  ASSERT_EQ(held.size(), 5U);
  std::map<std::string, std::uint64_t> keys;
  for (const Parcel& parcel : held) keys[parcel.document.url] = parcel.document.key;
  // Two are delivered; the source hears of one before it dies, and of the other never.
  std::move(held[0].receipt).settle(Fate::delivered);
  stop_source();
  std::vector<Parcel> lost = std::move(held);
  held.clear();
  held_back = false;
  start("politeness = false\n" + kOneFeed);
  const auto again = run_for(minutes(2));
  EXPECT_EQ(again.size(), 4U);
  for (const Document& document : again) {
    EXPECT_EQ(document.key, keys[document.url]) << document.url;
    EXPECT_NE(document.url, lost[0].document.url);
  }
}

TEST_F(Restart, AnEntryWithItsOwnTextSurvivesTheFeed) {
  Item item{"Story", "https://a.example/2024/story", now(), "id"};
  item.content = "<p>What the feed said, and will not say again.</p>";
  web.page("https://a.example/feed", rss({item}));
  held_back = true;
  start("fetch_pages = 'never'\n" + kOneFeed);
  run_for(seconds(30));
  ASSERT_EQ(held.size(), 1U);
  stop_source();
  held.clear();
  web.page("https://a.example/feed", rss({}));
  held_back = false;
  start("fetch_pages = 'never'\n" + kOneFeed);
  const auto documents = run_for(minutes(2));
  ASSERT_EQ(documents.size(), 1U);
  EXPECT_NE(documents[0].payload.body.find("What the feed said"), std::string::npos);
}

TEST_F(Restart, ValidatorsAndDueTimesAreKept) {
  publish(3);
  start(kOneFeed + "interval_least_s = 1800\n");
  run_for(minutes(5));
  stop_source();
  web.forget();
  start(kOneFeed + "interval_least_s = 1800\n");
  run_for(minutes(10));
  EXPECT_EQ(web.count("https://a.example/feed"), 0U);  // not due
  run_for(hours(3));
  ASSERT_GE(web.count("https://a.example/feed"), 1U);
  EXPECT_EQ(counted("khabar_feed_polls_total", "news"), 1);
  EXPECT_GE(counted("khabar_feed_polls_total", "not_modified"), 1);
}

TEST_F(Restart, APauseThatASiteAskedForIsKept) {
  publish(1);
  web.answer("https://a.example/2024", {429, "", {{"retry-after", "7200"}}});
  web.answer("https://a.example/2024/story-1", {429, "", {{"retry-after", "7200"}}});
  start(kOneFeed);
  run_for(seconds(30));
  stop_source();
  publish(1);
  web.forget();
  start(kOneFeed);
  run_for(minutes(110));
  EXPECT_TRUE(web.seen().empty());
  EXPECT_EQ(run_for(hours(4)).size(), 1U);
}

// Killed at random moments, again and again, each time with some documents settled and some not:
// what the sinks would hold by key is every story once.
TEST_F(Restart, KilledAgainAndAgainEveryStoryIsHeldOnce) {
  const std::uint64_t seed = 20240301;
  std::cout << "seed " << seed << "\n";
  Chance chance(seed);
  std::map<std::uint64_t, std::string> sink;  // by key
  for (int round = 1; round <= 40; ++round) {
    publish(2 * round);
    held_back = true;
    start("revisits = []\npoliteness = false\n" + kOneFeed +
          "interval_least_s = 10\ninterval_most_s = 20\n");
    run_for(Milliseconds(static_cast<std::int64_t>(chance.between(1, 40'000))));
    for (Parcel& parcel : held) {
      if (chance.between(0, 1) < 0.7) {
        sink[parcel.document.key] = parcel.document.url;
        if (chance.between(0, 1) < 0.7) std::move(parcel.receipt).settle(Fate::delivered);
      }
    }
    // Receipts that nobody settled die behind the source, as in a kill.
    std::vector<Parcel> open = std::move(held);
    held.clear();
    stop_source();
  }
  held_back = false;
  start("revisits = []\npoliteness = false\n" + kOneFeed +
        "interval_least_s = 10\ninterval_most_s = 20\n");
  for (const Document& document : run_for(minutes(5))) sink[document.key] = document.url;
  std::map<std::string, int> times;
  for (const auto& [key, url] : sink) ++times[url];
  EXPECT_EQ(times.size(), 80U);
  for (const auto& [url, count] : times) EXPECT_EQ(count, 1) << url;
}

}  // namespace
}  // namespace khabar
