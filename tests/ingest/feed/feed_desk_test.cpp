// When feeds, sitemaps and index pages are polled, and what their answers change.
#include "ingest/feed/feed_desk.h"

#include <algorithm>

#include "tests/ingest/feed/newsroom.h"

namespace khabar {
namespace {

using namespace testing;

class FeedDeskTest : public Newsroom {};

TEST_F(FeedDeskTest, AnUnchangedFeedAnswersNotModified) {
  publish({item(1)});
  start(kOneFeed + "interval_most_s = 600\n");
  run_for(hours(3));
  EXPECT_GE(counted("khabar_feed_polls_total", "not_modified"), 15);
  EXPECT_EQ(counted("khabar_feed_polls_total", "news"), 1);
}

TEST_F(FeedDeskTest, AFeedThatIsGoneIsRetiredAndMayBeResumed) {
  keep_state();
  web.answer("https://a.example/feed", {410});
  start(kOneFeed);
  run_for(3 * kDay);
  EXPECT_EQ(web.count("https://a.example/feed"), 1U);
  EXPECT_EQ(only_feed().state, FeedState::retired);
  publish({item(1)});
  ASSERT_TRUE(source_control_of(*source)->resume("https://a.example/feed"));
  EXPECT_EQ(run_for(minutes(5)).size(), 1U);
  EXPECT_EQ(only_feed().state, FeedState::active);
}

TEST_F(FeedDeskTest, AFailingFeedIsAskedEverLessOften) {
  keep_state();
  web.answer("https://a.example/feed", {500});
  start(kOneFeed);
  run_for(kDay);
  const auto times = web.times_of("https://a.example/feed");
  ASSERT_GE(times.size(), 5U);
  EXPECT_LE(times.size(), 10U);
  EXPECT_GE(times[4] - times[3], 3 * (times[2] - times[1]));
  const FeedHealth health = only_feed();
  EXPECT_EQ(health.failures, static_cast<int>(times.size()));
  EXPECT_EQ(health.status, 500);
  EXPECT_EQ(health.last_error, "https://a.example/feed: HTTP 500");
}

TEST_F(FeedDeskTest, WhatIsNoFeedIsNamedWithItsAddressOnce) {
  keep_state();
  web.answer("https://a.example/feed",
             {200, "<!doctype html><html><title>For sale</title></html>"});
  start(kOneFeed);
  run_for(minutes(5));
  EXPECT_EQ(only_feed().last_error, "https://a.example/feed is no feed: an HTML page");
}

TEST_F(FeedDeskTest, RetryAfterIsKept) {
  web.answer("https://a.example/feed", {503, "", {{"retry-after", "7200"}}});
  start(kOneFeed);
  run_for(hours(3));
  const auto times = web.times_of("https://a.example/feed");
  ASSERT_EQ(times.size(), 2U);
  EXPECT_GE(times[1] - times[0], hours(2));
}

TEST_F(FeedDeskTest, AMoveForGoodIsAdoptedAfterDays) {
  keep_state();
  publish({item(1)});
  web.page("https://new.example/rss", rss({item(1)}));
  web.redirect("https://a.example/feed", "https://new.example/rss", 301);
  start(kOneFeed + "interval_most_s = 21600\n");
  run_for(kDay);
  EXPECT_EQ(only_feed().adopted_url, "");
  run_for(3 * kDay);
  EXPECT_EQ(only_feed().adopted_url, "https://new.example/rss");
  web.forget();
  run_for(kDay);
  EXPECT_EQ(web.count("https://a.example/feed"), 0U);
  EXPECT_GE(web.count("https://new.example/rss"), 3U);
}

TEST_F(FeedDeskTest, ATemporaryRedirectIsFollowedAndNeverAdopted) {
  keep_state();
  web.page("https://new.example/rss", rss({item(1)}));
  web.redirect("https://a.example/feed", "https://new.example/rss", 302);
  start(kOneFeed + "interval_most_s = 21600\n");
  run_for(6 * kDay);
  EXPECT_EQ(only_feed().adopted_url, "");
  EXPECT_EQ(only_feed().failures, 0);
}

TEST_F(FeedDeskTest, APortalIsNotAdopted) {
  keep_state();
  std::string config;
  for (int n = 0; n < 8; ++n) {
    const std::string url = "https://site" + std::to_string(n) + ".example/feed";
    web.redirect(url, "https://portal.example/feed", 301);
    config += "[[feed]]\nurl = '" + url + "'\ninterval_most_s = 21600\n";
  }
  web.page("https://portal.example/feed", rss({}));
  start(config);
  run_for(5 * kDay);
  auto reader = FrontierReader::open(frontier_path(state_dir, "feeds"));
  const auto feeds = reader->feeds(now());
  for (const FeedHealth& feed : *feeds) EXPECT_EQ(feed.adopted_url, "") << feed.url;
}

TEST_F(FeedDeskTest, AnEtagThatNeverChangesHidesNothingForLong) {
  // The server says 304 to its one ETag for ever, whatever it has to say.
  std::string body = rss({item(1)});
  web.script("https://a.example/feed", [&](const HttpRequest& request) {
    if (header_of(request, "If-None-Match") == "\"1\"") return FakeReply{304};
    return FakeReply{200, body, {{"etag", "\"1\""}}};
  });
  web.page("https://a.example/2024/story-1", article("1"));
  web.page("https://a.example/2024/story-2", article("2"));
  start(kOneFeed + "interval_most_s = 3600\n");
  EXPECT_EQ(run_for(hours(2)).size(), 1U);
  body = rss({item(2), item(1)});
  EXPECT_EQ(urls(run_for(hours(26))).size(), 1U);
  EXPECT_EQ(counted("khabar_feed_polls_total", "broken_validators"), 1);
  web.forget();
  run_for(hours(5));
  for (const auto& seen : web.seen()) {
    if (!seen.url.ends_with("/feed")) continue;
    EXPECT_EQ(header_of(seen.request, "If-None-Match"), "");
  }
}

TEST_F(FeedDeskTest, TtlAndMaxAgePutOffThePollUpToABound) {
  publish({item(1)}, "<ttl>40</ttl>");
  start(kOneFeed + "interval_most_s = 1200\n");
  run_for(hours(2));
  for (const auto& times = web.times_of("https://a.example/feed"); std::size_t i : {1, 2, 3}) {
    EXPECT_LE(times[i] - times[i - 1], minutes(21));  // interval_most holds
    EXPECT_GE(times[i] - times[i - 1], minutes(17));
  }
}

TEST_F(FeedDeskTest, ANewsSitemapIsPolledLikeAFeed) {
  const auto sitemap = [&](const std::vector<Item>& items) {
    std::string out =
        "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" "
        "xmlns:news=\"http://www.google.com/schemas/sitemap-news/0.9\">";
    for (const Item& one : items) {
      out += "<url><loc>" + one.url +
             "</loc><news:news><news:publication><news:name>A</news:name>"
             "<news:language>en</news:language></news:publication><news:publication_date>" +
             PartialTime::of(one.published).iso() + "</news:publication_date><news:title>" +
             one.title + "</news:title></news:news></url>";
    }
    return out + "</urlset>";
  };
  publish({item(1), item(2)});
  web.page("https://a.example/news.xml", sitemap({item(1), item(9, 30 * kDay)}), "text/xml");
  start("[[feed]]\nurl = 'https://a.example/news.xml'\nkind = 'sitemap'\ninterval_most_s = 900\n");
  const auto documents = run_for(minutes(5));
  ASSERT_EQ(documents.size(), 1U);
  EXPECT_EQ(documents[0].given.title, "Story 1");
  web.page("https://a.example/news.xml", sitemap({item(2), item(1)}), "text/xml");
  EXPECT_EQ(run_for(minutes(20)).size(), 1U);
}

TEST_F(FeedDeskTest, ASitemapIndexIsFollowedToItsRecentSitemaps) {
  keep_state();
  const std::string head = "<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">";
  const auto child = [](const std::string& url, TimePoint modified) {
    return "<sitemap><loc>" + url + "</loc><lastmod>" + PartialTime::of(modified).iso() +
           "</lastmod></sitemap>";
  };
  web.page("https://a.example/index.xml",
           head + child("https://a.example/new.xml", now() - hours(1)) +
               child("https://a.example/old.xml", now() - 300 * kDay) + "</sitemapindex>");
  web.page("https://a.example/new.xml",
           "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"><url><loc>" +
               item(1).url + "</loc><lastmod>" + PartialTime::of(now()).iso() +
               "</lastmod></url></urlset>");
  web.page(item(1).url, article("1"));
  start("[[feed]]\nurl = 'https://a.example/index.xml'\nkind = 'sitemap'\n");
  EXPECT_EQ(run_for(minutes(5)).size(), 1U);
  EXPECT_EQ(web.count("https://a.example/old.xml"), 0U);
  const FeedHealth health = only_feed();  // of the index, with the news of its sitemaps
  EXPECT_EQ(health.news, 1U);
  EXPECT_TRUE(health.last_news);
}

TEST_F(FeedDeskTest, PagesOfASitemapThatLeftItsIndexAreStillFetched) {
  keep_state();
  const std::string head = "<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">";
  web.page("https://a.example/index.xml",
           head + "<sitemap><loc>https://a.example/day.xml</loc></sitemap></sitemapindex>");
  web.page("https://a.example/day.xml",
           "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"><url><loc>" +
               item(1).url + "</loc><lastmod>" + PartialTime::of(now()).iso() +
               "</lastmod></url></urlset>");
  web.answer(item(1).url, {503, "", {{"retry-after", "3600"}}});
  start("[[feed]]\nurl = 'https://a.example/index.xml'\nkind = 'sitemap'\ninterval_most_s = 600\n");
  EXPECT_TRUE(run_for(minutes(5)).empty());
  web.page("https://a.example/index.xml",
           head + "<sitemap><loc>https://a.example/next.xml</loc></sitemap></sitemapindex>");
  web.page(item(1).url, article("1"));
  const auto documents = run_for(hours(4));
  ASSERT_EQ(documents.size(), 1U);
  EXPECT_EQ(documents[0].origin.path, "https://a.example/index.xml");
  EXPECT_EQ(only_feed().url, "https://a.example/index.xml");
}

TEST_F(FeedDeskTest, AnIndexPageGivesTheLinksThatAreNew) {
  const auto front = [&](int first, int last) {
    std::string out = "<html><body><nav><a href='/about'>About</a></nav><main>";
    for (int n = first; n <= last; ++n) {
      out += "<article><h2><a href='/2024/03/01/the-long-story-number-" + std::to_string(n) +
             "'>The long story of the harbour and its boats, part " + std::to_string(n) +
             "</a></h2></article>";
    }
    return out + "</main></body></html>";
  };
  web.page("https://a.example/news", front(1, 12));
  web.answer("https://a.example/2024", {200, article("x"), {{"content-type", "text/html"}}});
  start("[[feed]]\nurl = 'https://a.example/news'\nkind = 'index_page'\ninterval_most_s = 900\n");
  EXPECT_TRUE(run_for(minutes(5)).empty());
  EXPECT_EQ(counted("khabar_url_fates_total", "first_sight"), 12);
  web.page("https://a.example/news", front(3, 14));
  EXPECT_EQ(run_for(minutes(30)).size(), 2U);
}

TEST_F(FeedDeskTest, AFeedThatFallsSilentIsFlagged) {
  keep_state();
  std::vector<Item> items;
  for (int n = 0; n < 60; ++n) items.push_back(item(n, hours(2 * n)));
  publish(items);
  start("robots = 'nothing'\nrevisits = []\n" + kOneFeed);
  run_for(hours(1));
  EXPECT_FALSE(only_feed().silent);
  EXPECT_NEAR(only_feed().news_per_day, 12, 3);
  run_for(2 * kDay);
  EXPECT_TRUE(only_feed().silent);
  publish({item(99)});
  run_for(hours(12));
  EXPECT_FALSE(only_feed().silent);
}

TEST_F(FeedDeskTest, AFeedWhosePagesRobotsForbidIsSeenToBe) {
  keep_state();
  std::vector<Item> items{item(1), item(2), item(3)};
  publish(items);
  web.answer("https://a.example/robots.txt", {200, "User-agent: *\nDisallow: /2024/\n"});
  start("backlog_h = 96\n" + kOneFeed);
  EXPECT_TRUE(run_for(minutes(5)).empty());
  EXPECT_EQ(only_feed().failures, 0);
  EXPECT_TRUE(only_feed().is_disallowed());
  EXPECT_FALSE(only_feed().carries_text);
  EXPECT_EQ(disallowed_text(only_feed()),
            "robots.txt forbids its pages, the last 3 in a row; its entries carry no text that "
            "could stand in");
  stop_source();  // what is known of it is kept
  web.answer("https://a.example/robots.txt", {404});
  start("backlog_h = 96\n" + kOneFeed);
  EXPECT_TRUE(only_feed().is_disallowed());
  run_for(kDay);  // as long as rules are kept
  items.insert(items.begin(), item(4));
  publish(items);
  EXPECT_EQ(run_for(kDay).size(), 1U);
  EXPECT_FALSE(only_feed().is_disallowed());
}

TEST_F(FeedDeskTest, OneForbiddenSectionIsThePagesAffair) {
  keep_state();
  std::vector<Item> items;
  for (int n = 1; n <= 9; ++n) items.push_back(item(n));
  publish(items);
  web.answer("https://a.example/robots.txt", {200, "User-agent: *\nDisallow: /*-4\n"});
  start(kOneFeed);
  EXPECT_EQ(run_for(minutes(5)).size(), 8U);
  EXPECT_FALSE(only_feed().is_disallowed());
}

TEST_F(FeedDeskTest, TheTextOfAFeedStandsInForForbiddenPages) {
  keep_state();
  std::vector<Item> items{item(1), item(2), item(3)};
  for (Item& one : items) {
    for (int i = 0; i < 4; ++i) {
      one.content += "<p>The harbour was closed for the night because of the storm, it said.</p>";
    }
  }
  publish(items);
  web.answer("https://a.example/robots.txt", {200, "User-agent: *\nDisallow: /2024/\n"});
  start(kOneFeed);
  EXPECT_TRUE(run_for(minutes(5)).empty());
  EXPECT_TRUE(only_feed().is_disallowed());
  EXPECT_EQ(disallowed_text(only_feed()),
            "robots.txt forbids its pages, the last 3 in a row; its entries carry text: "
            "fetch_pages = \"never\" takes that");
  stop_source();
  items.insert(items.begin(), item(4));
  items[0].content = items[1].content;
  publish(items);
  start(kOneFeed + "fetch_pages = 'never'\n");
  EXPECT_EQ(run_for(2 * kDay).size(), 1U);
  EXPECT_FALSE(only_feed().is_disallowed());
}

TEST_F(FeedDeskTest, AfterAnOutageAllAreAskedSoon) {
  std::string config;
  for (int n = 0; n < 8; ++n) {
    const std::string url = "https://site" + std::to_string(n) + ".example/feed";
    web.page(url, rss({}));
    config += "[[feed]]\nurl = '" + url + "'\ninterval_most_s = 21600\n";
  }
  start(config);
  run_for(minutes(5));
  for (int n = 0; n < 8; ++n) {
    web.answer("https://site" + std::to_string(n) + ".example/feed", {0, "", {}, HttpFailure::dns});
  }
  run_for(kDay);
  for (int n = 0; n < 8; ++n)
    web.page("https://site" + std::to_string(n) + ".example/feed", rss({}));
  web.forget();
  run_for(hours(2) + minutes(20));  // the first that asks again finds it over, and so all do
  const auto is_poll = [](const FakeWeb::Seen& seen) { return seen.url.ends_with("/feed"); };
  const auto first = std::ranges::find_if(web.seen(), is_poll);
  ASSERT_NE(first, web.seen().end());
  std::set<std::string> soon;
  for (const auto& seen : web.seen()) {
    if (is_poll(seen) && seen.when - first->when < minutes(7)) soon.insert(seen.url);
  }
  EXPECT_EQ(soon.size(), 8U);
}

}  // namespace
}  // namespace khabar
