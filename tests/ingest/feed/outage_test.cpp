// The network of the machine goes away and comes back: no source and no page is blamed for it.
#include "ingest/feed/outage.h"

#include "tests/ingest/feed/newsroom.h"

namespace khabar {
namespace {

using namespace testing;

TEST(Outage, IsWhenNobodyAnswersWhoeverIsAsked) {
  Outage outage;
  outage.watch(500);
  const TimePoint t{hours{1}};
  for (int n = 0; n < 9; ++n) {
    EXPECT_EQ(outage.take(false, "site" + std::to_string(n), t + seconds{n}), Outage::Turn::none);
  }
  EXPECT_EQ(outage.take(false, "site9", t + seconds{9}), Outage::Turn::begins);
  EXPECT_EQ(outage.since(), t);
  EXPECT_EQ(outage.take(false, "site10", t + seconds{10}), Outage::Turn::none);
  EXPECT_EQ(outage.take(true, "site1", t + seconds{11}), Outage::Turn::ends);
  EXPECT_FALSE(outage.since());
}

TEST(Outage, ASiteThatIsDownIsNone) {
  Outage outage;
  outage.watch(1);
  for (int n = 0; n < 100; ++n) {
    EXPECT_EQ(outage.take(false, "a", TimePoint{}), Outage::Turn::none);
  }
}

TEST(Outage, OfTwoSitesBothMustBeAway) {
  Outage outage;
  outage.watch(2);
  for (const char* site : {"a", "a", "b"}) {
    EXPECT_EQ(outage.take(false, site, TimePoint{}), Outage::Turn::none);
  }
  EXPECT_EQ(outage.take(false, "b", TimePoint{}), Outage::Turn::begins);
}

// Eight sites with a feed and a page each, and a line that can be cut.
class OutageTest : public Newsroom {
 protected:
  static constexpr int kSites = 8;

  static std::string site(int n) { return "https://site" + std::to_string(n) + ".example/"; }

  void build() {
    for (int n = 0; n < kSites; ++n) {
      const std::string page = site(n) + "2024/story";
      const std::string feed = rss({{"Story", page, now(), page}});
      web.script(site(n), [this, n, feed](const HttpRequest& request) {
        ++asked_;
        FakeReply reply{200, feed, {{"content-type", "application/rss+xml"}}};
        if (request.url.ends_with("/story")) {
          reply = {200, article("Story " + std::to_string(n)), {{"content-type", "text/html"}}};
        }
        if (request.url.ends_with("robots.txt")) reply = {404};
        if (is_down_ || n == dead_) reply.failure = failure_;
        if (is_down_ || n == dead_) reply.latency = latency_;
        return reply;
      });
      config_ += "[[feed]]\nurl = '" + site(n) + "feed'\ninterval_most_s = 1800\n";
    }
    keep_state();
    start("revisits = []\n" + config_);
  }
  std::vector<FeedHealth> feeds() {
    return *FrontierReader::open(frontier_path(state_dir, "feeds"))->feeds(now());
  }
  double down_since() {
    for (const MetricSample& sample : metrics.samples("khabar_network_down_since_seconds")) {
      return sample.value;
    }
    return -1;
  }

  bool is_down_ = false;
  int dead_ = -1;
  HttpFailure failure_ = HttpFailure::dns;
  Milliseconds latency_{20};
  std::size_t asked_ = 0;
  std::string config_;
};

TEST_F(OutageTest, NobodyIsBlamedAndAllGoOnAtOnce) {
  is_down_ = true;
  build();
  const TimePoint begun = now();
  EXPECT_TRUE(run_for(3 * kDay).empty());  // longer than a page's five tries
  EXPECT_EQ(counted("khabar_feed_polls_total", "failed"), 0);
  EXPECT_EQ(counted("khabar_page_fetches_total", "retry"), 0);
  for (const FeedHealth& feed : feeds()) EXPECT_EQ(feed.failures, 0) << feed.last_error;
  const auto since = TimePoint{seconds{static_cast<std::int64_t>(down_since())}};
  EXPECT_LE(since - begun, minutes{1});
  is_down_ = false;
  EXPECT_EQ(run_for(seconds{30}).size(), static_cast<std::size_t>(kSites));
  EXPECT_EQ(down_since(), 0);
}

TEST_F(OutageTest, WhileItLastsOneRequestIsTriedNowAndThen) {
  build();
  EXPECT_EQ(run_for(minutes{2}).size(), static_cast<std::size_t>(kSites));
  is_down_ = true;
  run_for(hours{2});
  EXPECT_GT(down_since(), 0);
  asked_ = 0;
  run_for(hours{1});
  EXPECT_GE(asked_, 600U);
  EXPECT_LE(asked_, 721U);  // every five seconds
  web.forget();
  is_down_ = false;
  run_for(minutes{1});
  std::set<std::string> polled;
  for (const auto& seen : web.seen()) polled.insert(seen.url);
  EXPECT_EQ(polled.size(), static_cast<std::size_t>(kSites));
}

TEST_F(OutageTest, PagesKeepTheirTries) {
  build();
  run_for(seconds{2});
  is_down_ = true;  // in the middle of the first pages
  failure_ = HttpFailure::timeout;
  latency_ = seconds{10};
  run_for(3 * kDay);
  is_down_ = false;
  run_for(minutes{10});
  EXPECT_EQ(counted("khabar_url_fates_total", "delivered"), kSites);
  EXPECT_EQ(counted("khabar_url_fates_total", "timeout"), 0);
}

TEST_F(OutageTest, ASiteThatIsAwayAloneIsBlamed) {
  dead_ = 3;
  build();
  EXPECT_EQ(run_for(kDay).size(), static_cast<std::size_t>(kSites - 1));
  EXPECT_EQ(down_since(), 0);
  for (const FeedHealth& feed : feeds()) {
    EXPECT_EQ(feed.failures > 2, feed.url.starts_with(site(dead_))) << feed.url;
  }
}

TEST_F(OutageTest, AnOnlySiteThatIsAwayIsBlamedAndAskedLater) {
  keep_state();
  web.answer("https://a.example/feed", {0, "", {}, HttpFailure::connect});
  start(kOneFeed);
  run_for(hours{3});
  EXPECT_GE(only_feed().failures, 3);
  EXPECT_EQ(down_since(), 0);
}

TEST_F(OutageTest, FewSitesAreForgivenWhatWasCountedBeforeItWasKnown) {
  publish({item(1)});
  web.page("https://b.example/feed", rss({}));
  keep_state();
  start("revisits = []\n" + kOneFeed +
        "interval_most_s = 3600\n[[feed]]\nurl = 'https://b.example/feed'\n");
  run_for(minutes{1});
  for (const char* url : {"https://a.example/", "https://a.example/feed", "https://b.example/feed",
                          "https://a.example/2024/story-2"}) {
    web.answer(url, {0, "", {}, HttpFailure::connect});
  }
  run_for(kDay);
  EXPECT_GT(down_since(), 0);
  web.answer("https://a.example/", {404});
  publish({item(2), item(1)});
  web.page("https://b.example/feed", rss({}));
  EXPECT_EQ(run_for(minutes{15}).size(), 1U);
  for (const FeedHealth& feed : feeds()) EXPECT_EQ(feed.failures, 0);
}

}  // namespace
}  // namespace khabar
