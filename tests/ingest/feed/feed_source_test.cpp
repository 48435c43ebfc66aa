#include "ingest/feed/feed_source.h"

#include <algorithm>

#include "tests/ingest/feed/newsroom.h"

namespace khabar {
namespace {

using namespace testing;

class FeedSourceTest : public Newsroom {};

TEST_F(FeedSourceTest, AnEntryBecomesADocumentOfItsPage) {
  publish({item(1, minutes(10))});
  start("[[feed]]\nurl = 'https://a.example/feed'\nname = 'The A'\nlanguage = 'en'\n");
  const auto documents = run_for(minutes(2));
  ASSERT_EQ(documents.size(), 1U);
  const Document& document = documents[0];
  EXPECT_EQ(document.origin.kind, "feed");
  EXPECT_EQ(document.origin.path, "https://a.example/feed");
  EXPECT_EQ(document.origin.record_id, "id-1");
  EXPECT_EQ(document.url, "https://a.example/2024/story-1");
  EXPECT_EQ(document.source.name, "The A");
  EXPECT_EQ(document.source.host, "a.example");
  EXPECT_EQ(document.given.title, "Story 1");
  EXPECT_EQ(document.given.language, "en");
  EXPECT_EQ(document.given.published, format_http_date(now() - minutes(12)));
  EXPECT_TRUE(document.fetched.starts_with("2024-03-01T08:0")) << document.fetched;
  EXPECT_EQ(document.payload.kind, PayloadKind::html);
  EXPECT_EQ(document.payload.content_type, "text/html; charset=utf-8");
  EXPECT_EQ(document.payload.body, article("Story 1"));
  EXPECT_NE(document.key, 0U);
}

TEST_F(FeedSourceTest, NewsIsFoundAndNothingComesTwice) {
  publish({item(1)});
  start(kOneFeed + "interval_most_s = 900\n");
  EXPECT_EQ(run_for(minutes(1)).size(), 1U);
  publish({item(2), item(1)});
  EXPECT_EQ(urls(run_for(minutes(30))), std::vector<std::string>{"https://a.example/2024/story-2"});
  publish({item(3), item(2), item(1)});
  EXPECT_EQ(urls(run_for(minutes(30))), std::vector<std::string>{"https://a.example/2024/story-3"});
  EXPECT_TRUE(run_for(minutes(20)).empty());
}

TEST_F(FeedSourceTest, TheBacklogOfANewFeedIsBounded) {
  publish({item(1), item(2, 2 * kDay), item(3, 8 * kDay), item(4, 400 * kDay)});
  start("backlog_h = 72\n" + kOneFeed);
  EXPECT_EQ(run_for(minutes(5)).size(), 2U);
  EXPECT_EQ(counted("khabar_feed_entries_total", "too_old"), 2);
  EXPECT_EQ(web.count("https://a.example/2024/story-3"), 0U);
}

TEST_F(FeedSourceTest, FullTextNeedsNoFetch) {
  std::string text;
  for (int i = 0; i < 12; ++i) {
    text +=
        "<p>A long paragraph that says what happened, where, when, and what the neighbours "
        "of the harbour thought about it in the end.</p>";
  }
  Item whole = item(1), begun = item(2);
  whole.content = text;
  begun.content = text + "<p>Read more</p>";
  publish({whole, begun});
  start(kOneFeed + "fetch_pages = 'when_short'\n");
  const auto documents = run_for(minutes(5));
  ASSERT_EQ(documents.size(), 2U);
  EXPECT_EQ(web.count(whole.url), 0U);
  EXPECT_EQ(web.count(begun.url), 1U);
  const auto own = std::ranges::find(documents, whole.url, &Document::url);
  EXPECT_NE(own->payload.body.find("<h1>Story 1</h1>"), std::string::npos);
  EXPECT_NE(own->payload.body.find("the neighbours"), std::string::npos);
  EXPECT_TRUE(own->payload.is_utf8);
}

TEST_F(FeedSourceTest, NeverFetchesWhenToldSo) {
  Item short_one = item(1);
  short_one.content = "<p>Only a line.</p>";
  publish({short_one});
  start(kOneFeed + "fetch_pages = 'never'\n");
  EXPECT_EQ(run_for(minutes(5)).size(), 1U);
  EXPECT_EQ(web.count(short_one.url), 0U);
}

TEST_F(FeedSourceTest, EntriesThatShareOneAddressAreTheirOwnArticles) {
  std::vector<Item> items;
  for (int n = 0; n < 4; ++n) {
    Item one = item(n);
    one.url = "https://a.example/ticker";
    one.content = "<p>Line " + std::to_string(n) + " of the ticker.</p>";
    items.push_back(one);
  }
  publish(items);
  start(kOneFeed);
  const auto documents = run_for(minutes(5));
  EXPECT_EQ(documents.size(), 4U);
  EXPECT_EQ(web.count("https://a.example/ticker"), 0U);
}

TEST_F(FeedSourceTest, OneStoryInTwoFeedsIsFetchedOnce) {
  publish({item(1), item(2)});
  web.page("https://a.example/sport", rss({item(2), item(3)}));
  web.page("https://a.example/2024/story-3", article("3"));
  start(kOneFeed + "[[feed]]\nurl = 'https://a.example/sport'\n");
  EXPECT_EQ(run_for(minutes(5)).size(), 3U);
  EXPECT_EQ(web.count("https://a.example/2024/story-2"), 1U);
  EXPECT_EQ(counted("khabar_feed_entries_total", "known_elsewhere"), 1);
}

TEST_F(FeedSourceTest, VersionsAreCaughtByRevisits) {
  publish({item(1)});
  start(kOneFeed);
  const auto first = run_for(minutes(30));
  ASSERT_EQ(first.size(), 1U);
  web.page("https://a.example/2024/story-1", article("Corrected"));
  const auto second = run_for(hours(1));
  ASSERT_EQ(second.size(), 1U);
  EXPECT_NE(first[0].key, second[0].key);  // or a sink that holds the first would not take it
  EXPECT_TRUE(run_for(2 * kDay).empty());
  EXPECT_EQ(web.count("https://a.example/2024/story-1"), 4U);  // at once, 1 h, 6 h, 24 h
  EXPECT_EQ(counted("khabar_page_fetches_total", "not_modified"), 2);
}

TEST_F(FeedSourceTest, AnEditedEntryIsLookedAtAgainAtOnce) {
  publish({item(1)});
  start("revisits = []\n" + kOneFeed + "interval_most_s = 600\n");
  EXPECT_EQ(run_for(minutes(5)).size(), 1U);
  Item edited = item(1, minutes(5));
  edited.title = "Story 1, corrected";
  publish({edited});
  const auto documents = run_for(minutes(30));
  ASSERT_EQ(documents.size(), 1U);
  EXPECT_EQ(documents[0].given.title, "Story 1, corrected");
}

TEST_F(FeedSourceTest, RobotsHoldsForPages) {
  publish({item(1), item(2)});
  web.answer("https://a.example/robots.txt",
             {200, "User-agent: *\nDisallow: /2024/story-2\nCrawl-delay: 7\n"});
  start(kOneFeed);
  EXPECT_EQ(urls(run_for(minutes(5))), std::vector<std::string>{"https://a.example/2024/story-1"});
  EXPECT_EQ(web.count("https://a.example/2024/story-2"), 0U);
  EXPECT_EQ(counted("khabar_url_fates_total", "robots_disallowed"), 1);
  run_for(hours(20));
  EXPECT_EQ(web.count("https://a.example/robots.txt"), 1U);  // kept a day
}

TEST_F(FeedSourceTest, UnreachableRobotsMeansLater) {
  publish({item(1)});
  web.answer("https://a.example/robots.txt", {500});
  start(kOneFeed);
  EXPECT_TRUE(run_for(minutes(30)).empty());
  web.answer("https://a.example/robots.txt", {404});
  EXPECT_EQ(run_for(hours(2)).size(), 1U);
}

TEST_F(FeedSourceTest, WhatIsNoArticleIsCountedByItsReason) {
  std::vector<Item> items;
  for (int n = 1; n <= 6; ++n) items.push_back(item(n));
  publish(items);
  web.answer(items[0].url, {200, "%PDF-1.4", {{"content-type", "application/pdf"}}});
  web.answer(items[1].url, {410});
  web.redirect(items[2].url, "https://a.example/");
  web.page("https://a.example/", article("Front"));
  web.answer(items[3].url, {200, "<title>Page not found | A</title><p>Sorry.</p>"});
  web.redirect(items[4].url, items[4].url + "?x");
  web.redirect(items[4].url + "?x", items[4].url);
  start("robots = 'nothing'\n" + kOneFeed);
  EXPECT_EQ(urls(run_for(3 * kDay)), std::vector<std::string>{items[5].url});
  for (const char* fate : {"not_a_page_pdf", "gone", "redirect_loop", "delivered"}) {
    EXPECT_EQ(counted("khabar_url_fates_total", fate), 1) << fate;
  }
  EXPECT_EQ(counted("khabar_url_fates_total", "soft_404"), 2);
}

TEST_F(FeedSourceTest, SecretsStayOnTheirSite) {
  publish({item(1)});
  web.redirect("https://a.example/feed", "https://cdn.example/feed");
  web.page("https://cdn.example/feed", rss({item(1)}));
  start(kOneFeed + "headers = ['Authorization: Basic eDp5']\n");
  run_for(minutes(5));
  for (const auto& seen : web.seen()) {
    const bool may =
        seen.url.starts_with("https://a.example/") && !seen.url.ends_with("robots.txt");
    EXPECT_EQ(header_of(seen.request, "Authorization"), may ? "Basic eDp5" : "") << seen.url;
  }
}

TEST_F(FeedSourceTest, OpenDocumentsAreBounded) {
  std::vector<Item> items;
  for (int n = 0; n < 20; ++n) items.push_back(item(n));
  publish(items);
  bounds.documents_max = 5;
  held_back = true;
  start("politeness = false\n" + kOneFeed);
  run_for(minutes(5));
  EXPECT_EQ(held.size(), 5U);
  for (Parcel& parcel : held) std::move(parcel.receipt).settle(Fate::delivered);
  held.clear();
  run_for(minutes(5));
  EXPECT_EQ(held.size(), 5U);
}

TEST_F(FeedSourceTest, ALostDocumentComesAgainUnderItsKey) {
  publish({item(1)});
  start(kOneFeed);
  const auto lost = run_for(seconds(30), Fate::lost);
  ASSERT_EQ(lost.size(), 1U);
  const auto again = run_for(minutes(10));
  ASSERT_EQ(again.size(), 1U);
  EXPECT_EQ(lost[0].key, again[0].key);
}

TEST_F(FeedSourceTest, WhatNobodySawForLongIsForgotten) {
  keep_state();
  publish({item(1), item(2)});
  start("keep_days = 2\n" + kOneFeed + "interval_most_s = 3600\n");
  EXPECT_EQ(run_for(hours(1)).size(), 2U);
  const auto known = [&] {
    return FrontierReader::open(frontier_path(state_dir, "feeds"))->counts(now())->pages_known;
  };
  EXPECT_EQ(known(), 2U);
  publish({item(3), item(2)});
  run_for(5 * kDay);
  EXPECT_LE(known(), 2U);
  EXPECT_EQ(web.count("https://a.example/2024/story-2"), 4U);  // and none is met anew
}

TEST_F(FeedSourceTest, APausedFeedLeavesItsSiteAlone) {
  publish({item(1)});
  start(kOneFeed + "interval_most_s = 600\n");
  run_for(minutes(5));
  ASSERT_TRUE(source_control_of(*source)->pause("https://a.example/feed"));
  run_for(seconds(1));
  web.forget();
  run_for(kDay);
  EXPECT_TRUE(web.seen().empty());
  ASSERT_TRUE(source_control_of(*source)->resume("https://a.example/feed"));
  run_for(hours(1));
  EXPECT_GE(web.count("https://a.example/feed"), 5U);
  EXPECT_EQ(web.count("https://a.example/2024/story-1"), 1U);  // the revisit that it missed
}

}  // namespace
}  // namespace khabar
