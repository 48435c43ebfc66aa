#include "app/feeds/source_report.h"

#include <string>

#include <gtest/gtest.h>

namespace khabar {
namespace {

constexpr const char* kUrl = "https://akhbar.example/feed";

const std::string kFeed = R"(<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>أخبار المثال</title><link>https://akhbar.example/</link><language>ar</language><ttl>30</ttl>
<item><title>الحكومة تقر الموازنة</title><link>/1</link><guid>g1</guid>
  <pubDate>Mon, 23 Nov 2026 09:00:00 +0300</pubDate></item>
<item><title>تفاصيل كاملة</title><link>/2</link><pubDate>Mon, 23 Nov 2026 03:00:00 +0300</pubDate>
  <content:encoded><![CDATA[<p>LONG</p>]]></content:encoded></item>
<item><title>قديم مثبت</title><link>/3</link><pubDate>Mon, 23 Nov 2015 03:00:00 +0300</pubDate></item>
<item><title>بلا عنوان شبكي</title></item></channel></rss>)";

std::string with_full_text(std::string feed) {
  std::string text;
  for (int i = 0; i < 60; ++i) text += "وأضاف المتحدث أن العمل في المشروع يسير كما خطط له. ";
  return feed.replace(feed.find("LONG"), 4, text);
}

TEST(SourceReport, TellsWhatAFeedHolds) {
  const auto report = report_source(with_full_text(kFeed), kUrl, "text/html");
  ASSERT_TRUE(report.has_value()) << report.error().message;
  EXPECT_EQ(report->kind, FeedKind::feed);
  EXPECT_EQ(report->format, "rss20");
  EXPECT_EQ(report->title, "أخبار المثال");
  EXPECT_EQ(report->entries.size(), 4u);
  EXPECT_EQ(report->dated, 3u);
  EXPECT_EQ(report->addressed, 3u);
  EXPECT_EQ(report->full_texts, 1u);
  EXPECT_EQ(report->pages_to_fetch(), 2u);
  EXPECT_EQ(report->newest->iso(), "2026-11-23T09:00:00+03:00");
  EXPECT_EQ(report->entries[0].url, "https://akhbar.example/1");
  const std::string text = report_text(*report, 1);
  EXPECT_NE(text.find("entries   4 entries: 3 dated, 3 with an address, 1 with an id"),
            std::string::npos)
      << text;
  EXPECT_NE(text.find("2 pages; 1 entry carries its full text; 1 entry has no address"),
            std::string::npos)
      << text;
  EXPECT_NE(text.find("ttl 30 min"), std::string::npos) << text;
  EXPECT_NE(text.find("and 3 more"), std::string::npos) << text;
}

// An entry of years ago that stays pinned says nothing of the cadence.
TEST(SourceReport, TheCadenceIsThatOfTheNewerHalf) {
  std::string feed =
      "<rss version='2.0'><channel><item><title>مثبت</title>"
      "<pubDate>Mon, 23 Nov 2015 03:00:00 +0300</pubDate></item>";
  for (int hour = 0; hour < 24; ++hour) {
    const std::string two = (hour < 10 ? "0" : "") + std::to_string(hour);
    feed +=
        "<item><title>خبر</title><pubDate>Mon, 23 Nov 2026 " + two + ":00:00 GMT</pubDate></item>";
  }
  EXPECT_NEAR(report_source(feed, kUrl, "")->per_day, 24, 1);
}

TEST(SourceReport, KnowsSitemapsAndFrontPages) {
  const auto news = report_source(
      "<urlset "
      "xmlns:n='u'><url><loc>https://akhbar.example/1</loc><n:news><n:publication><n:name>أخبار"
      "</n:name></n:publication><n:title>خبر</n:title></n:news></url></urlset>",
      kUrl, "");
  EXPECT_EQ(news->format, "news sitemap");
  EXPECT_EQ(news->title, "أخبار");
  const auto index =
      report_source("<sitemapindex><sitemap><loc>/a.xml</loc></sitemap></sitemapindex>", kUrl, "");
  EXPECT_EQ(index->format, "sitemap index");
  EXPECT_EQ(index->pages_to_fetch(), 0u);
  const auto page = report_source(
      "<!doctype html><link rel=alternate type=application/rss+xml href=/rss>"
      "<h2><a href=/2026/11/23/some-long-slug>خبر طويل عن الموازنة العامة</a></h2>",
      kUrl, "text/html; charset=utf-8");
  EXPECT_EQ(page->kind, FeedKind::index_page);
  EXPECT_EQ(page->entries.size(), 1u);
  EXPECT_EQ(page->feed_links.size(), 1u);
  EXPECT_NE(report_text(*page, 10).find("linked after the first look"), std::string::npos);
}

TEST(SourceReport, SaysWhatIsNoSource) {
  EXPECT_NE(report_source("<opml/>", kUrl, "").error().message.find("feeds import"),
            std::string::npos);
  EXPECT_NE(report_source("<!doctype html><p>x", "", "").error().message.find("--url"),
            std::string::npos);
  EXPECT_FALSE(report_source("", kUrl, "").has_value());
  EXPECT_FALSE(report_source("غير موجود", kUrl, "").has_value());
}

TEST(SourceReport, IsJsonForMachines) {
  const std::string json = report_json(*report_source(kFeed, kUrl, ""));
  EXPECT_EQ(json.find('\n'), std::string::npos);
  EXPECT_TRUE(json.starts_with("{\"url\":\"https://akhbar.example/feed\",\"kind\":\"feed\""))
      << json;
  EXPECT_NE(json.find("\"entries\":[{\"title\":\"الحكومة تقر الموازنة\""), std::string::npos)
      << json;
}

// Titles are strangers' words: "\x1b]0;..." would rename the reader's terminal.
TEST(SourceReport, ControlCharactersDoNotReachTheTerminal) {
  EXPECT_EQ(shown_text("a\x1b]0;b\x07\x7f"
                       "c\nd"),
            "a ]0;b  c d");
  EXPECT_EQ(shown_text("a\xC2\x9Bm خبر"), "a m خبر");
}

}  // namespace
}  // namespace khabar
