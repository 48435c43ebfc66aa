#include "app/feeds/site_discovery.h"

#include <string>

#include <gtest/gtest.h>

#include "core/web/discovery.h"
#include "tests/fakes/fake_web.h"

namespace khabar {
namespace {

constexpr const char* kSite = "https://akhbar.example";
const TimePoint kNow = *parse_machine_date("2026-11-23T12:00:00Z")->instant();

std::string feed_of(const std::string& title, const std::string& day) {
  std::string feed = "<rss version='2.0'><channel><title>" + title + "</title>";
  for (int i = 0; i < 10; ++i) {
    feed += "<item><title>خبر</title><link>/" + std::to_string(i) + "</link><pubDate>" + day +
            "T0" + std::to_string(i) + ":00:00Z</pubDate></item>";
  }
  return feed + "</channel></rss>";
}

// A site by its pages; every other address of it answers 404.
class Site {
 public:
  Site() : web_(clock_), client_(web_.client()) {}

  void page(const std::string& path, const std::string& body) {
    pages_[kSite + path] = {200, body, {{"content-type", "text/html"}}};
    web_.script(kSite, [this](const HttpRequest& request) {
      const auto found = pages_.find(request.url);
      return found == pages_.end() ? FakeReply{404, "غير موجود"} : found->second;
    });
  }
  void answer(const std::string& path, FakeReply reply) {
    page(path, ""), pages_[kSite + path] = reply;
  }

  // "kind path", best first.
  std::string discovered(const std::string& path = "/") {
    WebReader reader(*client_);
    const auto found = discover_sources(reader, kSite + path, kNow);
    if (!found) return found.error().message;
    std::string out;
    for (const SiteSource& source : *found) {
      out += source.format + (source.error.empty() ? " " : "! ") +
             source.url.substr(std::string(kSite).size()) + "\n";
    }
    return out;
  }

  FakeWeb& web() { return web_; }

 private:
  HandClock clock_;
  FakeWeb web_;
  std::unique_ptr<HttpClient> client_;
  std::map<std::string, FakeReply> pages_;
};

TEST(SiteDiscovery, RanksFreshFeedsBeforeSitemapsBeforeStaleOnes) {
  Site site;
  site.page("/",
            "<!doctype html><link rel=alternate type=application/rss+xml href=/old.xml>"
            "<link rel=alternate type=application/rss+xml href=/news.rss>"
            "<link rel=alternate type=application/rss+xml href=/gone.rss>"
            "<h2><a href=/2026/11/23/some-long-slug>خبر طويل عن الموازنة العامة</a></h2>");
  site.page("/old.xml", feed_of("قديم", "2019-01-01"));
  site.page("/news.rss", feed_of("أخبار", "2026-11-23"));
  site.page("/robots.txt", "User-agent: *\nDisallow: /atom.xml\nSitemap: /news-map.xml\n");
  site.page(
      "/news-map.xml",
      "<urlset xmlns:n='u'><url><loc>/1</loc><n:news><n:title>خبر</n:title><n:publication_date>"
      "2026-11-23T10:00:00Z</n:publication_date></n:news></url></urlset>");
  site.page("/atom.xml", feed_of("ممنوع", "2026-11-23"));
  EXPECT_EQ(site.discovered(),
            "rss20 /news.rss\n"
            "news sitemap /news-map.xml\n"
            "rss20 /old.xml\n"
            "front page /\n"
            "! /gone.rss\n");
  EXPECT_EQ(site.web().count(std::string(kSite) + "/atom.xml"), 0u) << "robots.txt forbids it";
}

TEST(SiteDiscovery, FindsByCustomWhatNobodyNames) {
  Site site;
  site.page("/", "<!doctype html><p>مرحبا");
  site.page("/feed/", feed_of("أخبار", "2026-11-23"));
  site.page("/rss", feed_of("أخبار", "2026-11-23"));  // the same feed once more
  EXPECT_EQ(site.discovered(), "rss20 /feed/\nfront page /\n");
}

TEST(SiteDiscovery, FollowsRedirectsButNotForEver) {
  Site site;
  site.answer("/old", {301, "", {{"location", "/feed/"}}});
  site.page("/feed/", feed_of("أخبار", "2026-11-23"));
  site.answer("/ring", {302, "", {{"location", "/ring"}}});
  EXPECT_EQ(site.discovered("/old"), "rss20 /feed/\n");
  EXPECT_EQ(site.discovered("/ring"), std::string(kSite) + "/ring: more than 5 redirects");
}

TEST(SiteDiscovery, ASiteThatIsDownIsAnError) {
  Site site;
  site.answer("/", {.status = 503});
  EXPECT_EQ(site.discovered(), std::string(kSite) + "/: HTTP status 503");
}

// RFC 9309, 2.3.1.4: robots.txt unreachable: "MUST assume complete disallow".
TEST(SiteDiscovery, WithoutRobotsNothingMoreIsAsked) {
  Site site;
  site.page("/", "<!doctype html><link rel=alternate type=application/rss+xml href=/rss>");
  site.answer("/robots.txt", {.status = 500});
  site.page("/rss", feed_of("أخبار", "2026-11-23"));
  EXPECT_EQ(site.discovered(), "front page /\n! /rss\n");
  EXPECT_EQ(site.web().count(std::string(kSite) + "/rss"), 0u);
}

TEST(SiteDiscovery, AsksASiteABoundedNumberOfTimes) {
  Site site;
  std::string page = "<!doctype html>";
  for (int i = 0; i < 500; ++i) {
    page += "<link rel=alternate type=application/rss+xml href=/" + std::to_string(i) + ".rss>";
  }
  site.page("/", page);
  site.discovered();
  EXPECT_LE(site.web().seen().size(), kSourcesReadMax + 2);
}

TEST(SiteDiscovery, OfAFileTellsWhatStandsThere) {
  const auto found = sources_in_page(
      "<!doctype html><link rel=alternate type=application/rss+xml title=أخبار href=/rss>",
      "https://akhbar.example/", "");
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(source_json(found[0]),
            "{\"url\":\"https://akhbar.example/rss\",\"kind\":\"feed\",\"title\":\"أخبار\","
            "\"found_by\":\"page\"}");
  EXPECT_EQ(found[1].format, "front page");
}

}  // namespace
}  // namespace khabar
