#include "app/admin/feeds_view.h"

#include <gtest/gtest.h>

#include "app/admin/status_json.h"
#include "tests/fakes/hand_clock.h"

namespace khabar {
namespace {

FeedHealth polled(const std::string& name) {
  FeedHealth feed;
  feed.name = name;
  feed.last_poll = TimePoint(Milliseconds(1));
  return feed;
}

TEST(FeedsView, AFeedHasOneCondition) {
  FeedHealth feed;
  EXPECT_STREQ(feed_condition(feed), "new");
  feed = polled("a");
  EXPECT_STREQ(feed_condition(feed), "well");
  EXPECT_FALSE(is_in_trouble(feed));
  feed.silent = true;
  EXPECT_STREQ(feed_condition(feed), "silent");
  EXPECT_TRUE(is_in_trouble(feed));
  feed.failures = 1;
  EXPECT_STREQ(feed_condition(feed), "failing") << "what is wrong now comes before what is missing";
  feed.state = FeedState::retired;
  EXPECT_STREQ(feed_condition(feed), "retired");
  feed.state = FeedState::paused;
  EXPECT_STREQ(feed_condition(feed), "paused");
  EXPECT_FALSE(is_in_trouble(feed)) << "somebody wanted it so";
}

TEST(FeedsView, SeveralFrontiersAreOne) {
  FeedsSnapshot all, one, other;
  one.feeds = {polled("b")};
  one.counts.pages_waiting = 2;
  one.counts.fates = {{"delivered", 5}, {"not_found", 1}};
  other.feeds = {polled("a")};
  other.counts.pages_waiting = 3;
  other.counts.fates = {{"delivered", 7}};
  merge_feeds(std::move(one), all);
  merge_feeds(std::move(other), all);
  put_trouble_first(all);
  EXPECT_EQ(all.feeds.at(0).name, "a");
  EXPECT_EQ(all.counts.pages_waiting, 5U);
  EXPECT_EQ(all.counts.fates.at(0), (std::pair<std::string, std::uint64_t>("delivered", 12)));
}

TEST(FeedsView, WhileTheFrontierCannotBeReadTheLastLookStays) {
  HandClock clock;
  bool is_there = true;
  FeedsView view(clock, [&](TimePoint) -> Result<FeedsSnapshot> {
    if (!is_there) return unavailable("frontier.db: locked");
    FeedsSnapshot snapshot;
    snapshot.feeds = {polled("a")};
    return snapshot;
  });
  EXPECT_EQ(view.snapshot()->feeds.size(), 1U);
  is_there = false;
  clock.turn(std::chrono::seconds(5));
  EXPECT_EQ(view.snapshot()->feeds.size(), 1U);
  EXPECT_EQ(view.snapshot()->error, "frontier.db: locked");
}

TEST(SourcesJson, PasswordsStayOurs) {
  EXPECT_EQ(without_password("https://me:secret@news.example/f?a=@b"),
            "https://news.example/f?a=@b");
  EXPECT_EQ(without_password("https://news.example/@me"), "https://news.example/@me");
  EXPECT_EQ(without_password("https://a@b@news.example"), "https://news.example");
  FeedsSnapshot snapshot;
  snapshot.feeds = {polled("a")};
  snapshot.feeds[0].url = "https://me:secret@news.example/f";
  snapshot.feeds[0].failures = 1;
  snapshot.feeds[0].last_error = "https://me:secret@news.example/f: HTTP 401";
  const std::string json = sources_json(snapshot, false);
  EXPECT_EQ(json.find("secret"), std::string::npos) << json;
  EXPECT_NE(json.find("https://news.example/f: HTTP 401"), std::string::npos) << json;
}

}  // namespace
}  // namespace khabar
