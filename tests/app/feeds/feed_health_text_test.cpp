#include "app/feeds/feed_health_text.h"

#include <string>

#include <gtest/gtest.h>

namespace khabar {
namespace {

const TimePoint kNow{Milliseconds(1'795'000'000'000)};

FeedHealth healthy() {
  FeedHealth feed;
  feed.name = "أخبار";
  feed.url = "https://akhbar.example/rss";
  feed.kind = "feed";
  feed.last_news = kNow - Milliseconds(7'200'000);
  feed.interval = Milliseconds(900'000);
  feed.news_per_day = 12.34;
  feed.polls = 7;
  feed.news = 40;
  return feed;
}

TEST(FeedHealthText, SaysHowEachFeedIs) {
  FeedHealth failing = healthy();
  failing.failures = 3;
  failing.status = 503;
  failing.last_error = "overloaded\x1b[2J";
  FeedHealth silent = healthy();
  silent.silent = true;
  FeedHealth paused = healthy();
  paused.state = FeedState::paused;
  FeedHealth disallowed = healthy();
  disallowed.pages_disallowed = 5;
  FeedHealth fresh;
  fresh.name = "جديد";
  fresh.url = "https://new.example/";
  EXPECT_EQ(
      feed_health_text({healthy(), failing, silent, paused, disallowed, fresh}, kNow),
      "active     news 2 h ago     12.3/day, every 15 min   أخبار  https://akhbar.example/rss\n"
      "failing    news 2 h ago     12.3/day, every 15 min   أخبار  https://akhbar.example/rss\n"
      "           3 failures, status 503: overloaded [2J\n"
      "silent     news 2 h ago     12.3/day, every 15 min   أخبار  https://akhbar.example/rss\n"
      "           silent for longer than its usual cadence explains\n"
      "paused     news 2 h ago     12.3/day, every 15 min   أخبار  https://akhbar.example/rss\n"
      "disallowed news 2 h ago     12.3/day, every 15 min   أخبار  https://akhbar.example/rss\n"
      "           robots.txt forbids its pages, the last 5 in a row; its entries carry no text "
      "that could stand in\n"
      "new        not yet polled                            جديد  https://new.example/\n"
      "6 feeds: 1 failing, 1 silent, 1 disallowed by robots.txt, 1 paused or retired\n");
}

TEST(FeedHealthText, DurationsInOneUnit) {
  const std::pair<std::int64_t, const char*> cases[] = {
      {-5, "0 s"},           {0, "0 s"},         {99'000, "99 s"},      {100'000, "1 min"},
      {5'999'000, "99 min"}, {6'000'000, "1 h"}, {172'799'000, "47 h"}, {172'800'000, "2 d"}};
  for (const auto& [ms, text] : cases) EXPECT_EQ(duration_text(Milliseconds(ms)), text) << ms;
}

TEST(FeedHealthText, IsJsonForMachines) {
  const std::string json = feed_health_json(healthy());
  EXPECT_NE(json.find("\"interval_s\":900"), std::string::npos) << json;
  EXPECT_NE(json.find("\"news_per_day\":12.34"), std::string::npos) << json;
  EXPECT_NE(json.find("\"silent\":false"), std::string::npos) << json;
}

}  // namespace
}  // namespace khabar
