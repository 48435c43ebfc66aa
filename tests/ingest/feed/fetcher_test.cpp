#include "ingest/feed/fetcher.h"

#include "ingest/feed/frontier.h"
#include "tests/ingest/feed/newsroom.h"

namespace khabar {
namespace {

using namespace testing;

class FetcherTest : public ::testing::Test {
 protected:
  FetcherTest() : web_(clock_) {
    clock_.turn(hours{24 * 365 * 54});
    frontier_ = *Frontier::open("");
    auto options = std::make_shared<FeedOptions>();
    options->robots = RobotsFor::all;
    options_ = options;
    open();
  }
  void open() {
    client_ = web_.client();
    fetcher_ =
        std::make_unique<Fetcher>(*client_, *frontier_, clock_, options_, bytes_, down_since_);
  }
  // Fetches one URL to its end.
  Fetched fetch(const std::string& url, bool obeys_robots = true) {
    FetchOrder order;
    order.id = 17;
    order.url = url;
    order.obeys_robots = obeys_robots;
    order.delay = seconds{1};
    EXPECT_TRUE(fetcher_->start(std::move(order)));
    std::vector<Fetched> out;
    for (int i = 0; i < 1000 && out.empty(); ++i) EXPECT_TRUE(fetcher_->turn(minutes{1}, out));
    EXPECT_EQ(out.size(), 1U);
    EXPECT_EQ(fetcher_->orders_open(), 0U);
    EXPECT_EQ(out.at(0).id, 17U);
    return std::move(out.at(0));
  }
  void robots(const std::string& host, const std::string& rules) {
    web_.answer("https://" + host + "/robots.txt", {200, rules});
  }

  HandClock clock_;
  FakeWeb web_;
  Counter bytes_;
  Gauge down_since_;
  std::shared_ptr<const FeedOptions> options_;
  std::unique_ptr<Frontier> frontier_;
  std::unique_ptr<HttpClient> client_;
  std::unique_ptr<Fetcher> fetcher_;
};

TEST_F(FetcherTest, FollowsRedirectsAndTellsWhetherTheyAreForGood) {
  web_.redirect("https://a.example/1", "/2", 301);
  web_.redirect("https://a.example/2", "https://b.example/3#part", 308);
  web_.page("https://b.example/3", "here");
  const Fetched fetched = fetch("https://a.example/1");
  EXPECT_EQ(fetched.end, FetchEnd::replied);
  EXPECT_EQ(fetched.url, "https://b.example/3");
  EXPECT_EQ(fetched.reply.body, "here");
  EXPECT_EQ(fetched.redirects, 2);
  EXPECT_TRUE(fetched.moved_for_good);
  web_.redirect("https://a.example/2", "https://b.example/3", 302);
  EXPECT_FALSE(fetch("https://a.example/1").moved_for_good);
}

TEST_F(FetcherTest, RedirectsEnd) {
  web_.redirect("https://a.example/loop", "/loop?x");
  web_.redirect("https://a.example/loop?x", "/loop");
  EXPECT_EQ(fetch("https://a.example/loop").end, FetchEnd::redirect_loop);
  web_.script("https://a.example/far", [](const HttpRequest& request) {
    return FakeReply{302, "", {{"location", request.url + "x"}}};
  });
  EXPECT_EQ(fetch("https://a.example/far").end, FetchEnd::too_many_redirects);
  EXPECT_EQ(web_.count("https://a.example/farxxxxxxxxxx"), 1U);
  EXPECT_EQ(web_.count("https://a.example/farxxxxxxxxxxx"), 0U);
  for (const char* where :
       {"", "ftp://a.example/", "file:///etc/passwd", "javascript:1", "http://"}) {
    web_.redirect("https://a.example/bad", where);
    EXPECT_EQ(fetch("https://a.example/bad").end, FetchEnd::bad_redirect) << where;
  }
}

// RFC 9309 2.2.2 holds for every URL that is fetched: also for where a redirect leads.
TEST_F(FetcherTest, EachHopAsksTheRobotsOfItsOrigin) {
  robots("b.example", "User-agent: *\nDisallow: /private\n");
  web_.redirect("https://a.example/1", "https://b.example/private/1");
  EXPECT_EQ(fetch("https://a.example/1").end, FetchEnd::robots_disallowed);
  EXPECT_EQ(web_.count("https://b.example/private/1"), 0U);
  EXPECT_EQ(fetch("https://a.example/1", false).end, FetchEnd::replied);
}

// 2.3.1.2: "crawlers SHOULD follow at least five consecutive redirects, even across authorities";
// "the robots.txt file ... rules MUST be followed in the context of the initial authority".
TEST_F(FetcherTest, RobotsRedirectsCountForTheFirstAuthority) {
  web_.redirect("https://a.example/robots.txt", "https://r1.example/robots.txt");
  for (int n = 1; n < 5; ++n) {
    web_.redirect("https://r" + std::to_string(n) + ".example/robots.txt",
                  "https://r" + std::to_string(n + 1) + ".example/robots.txt");
  }
  robots("r5.example", "User-agent: *\nDisallow: /x\n");
  EXPECT_EQ(fetch("https://a.example/x").end, FetchEnd::robots_disallowed);
  // "If there are more than five consecutive redirects, crawlers MAY assume that the robots.txt
  // file is unavailable."
  web_.redirect("https://r0.example/robots.txt", "https://a.example/robots.txt");
  web_.page("https://r0.example/x", "fine");
  EXPECT_EQ(fetch("https://r0.example/x").reply.body, "fine");
}

// 2.3.1.3 and 2.3.1.4.
TEST_F(FetcherTest, UnavailableAllowsAndUnreachableDisallows) {
  struct Row {
    FakeReply reply;
    FetchEnd end;
  };
  int n = 0;
  for (const Row& row : {
           Row{{200, ""}, FetchEnd::replied},
           Row{{401}, FetchEnd::replied},
           Row{{403}, FetchEnd::replied},
           Row{{404}, FetchEnd::replied},
           Row{{410}, FetchEnd::replied},
           Row{{429}, FetchEnd::robots_unreachable},
           Row{{500}, FetchEnd::robots_unreachable},
           Row{{503}, FetchEnd::robots_unreachable},
           Row{{0, "", {}, HttpFailure::timeout}, FetchEnd::robots_unreachable},
           Row{{0, "", {}, HttpFailure::dns}, FetchEnd::robots_unreachable},
       }) {
    const std::string host = "https://h" + std::to_string(n++) + ".example";
    web_.answer(host + "/robots.txt", row.reply);
    web_.page(host + "/x", "x");
    EXPECT_EQ(fetch(host + "/x").end, row.end) << row.reply.status;
  }
}

TEST_F(FetcherTest, KnownRulesHoldWhileRobotsIsUnreachable) {
  robots("a.example", "User-agent: *\nDisallow: /x\n");
  web_.page("https://a.example/y", "y");
  EXPECT_EQ(fetch("https://a.example/y").reply.body, "y");
  web_.answer("https://a.example/robots.txt", {500});
  clock_.turn(hours{25});
  EXPECT_EQ(fetch("https://a.example/y").reply.body, "y");
  EXPECT_EQ(fetch("https://a.example/x").end, FetchEnd::robots_disallowed);
  EXPECT_EQ(web_.count("https://a.example/robots.txt"), 2U);
  // After a month without an answer nobody knows any more.
  web_.page("https://a.example/x", "x");
  for (int day = 0; day < 33; ++day) {
    clock_.turn(hours{24});
    fetch("https://a.example/x");
  }
  EXPECT_EQ(fetch("https://a.example/x").reply.body, "x");
}

TEST_F(FetcherTest, RulesAndPausesOutliveTheFetcher) {
  robots("a.example", "User-agent: *\nDisallow: /x\n");
  EXPECT_EQ(fetch("https://a.example/x").end, FetchEnd::robots_disallowed);
  web_.answer("https://b.example/1", {429, "", {{"retry-after", "600"}}});
  const TimePoint refused = clock_.now();
  EXPECT_TRUE(fetch("https://b.example/1").not_before);
  open();
  EXPECT_EQ(fetch("https://a.example/x").end, FetchEnd::robots_disallowed);
  EXPECT_EQ(web_.count("https://a.example/robots.txt"), 1U);
  fetch("https://b.example/2");
  EXPECT_GE(web_.times_of("https://b.example/2").at(0) - refused, minutes{10});
}

TEST_F(FetcherTest, CrawlDelayIsKeptUpToItsBound) {
  robots("a.example", "User-agent: *\nCrawl-delay: 5\n");
  robots("b.example", "User-agent: *\nCrawl-delay: 500\n");
  for (const char* host : {"a", "b"}) {
    for (int n = 0; n < 3; ++n) {
      fetch("https://" + std::string(host) + ".example/" + std::to_string(n));
    }
  }
  const auto gap = [&](const std::string& host) {
    return web_.times_of("https://" + host + ".example/2").at(0) -
           web_.times_of("https://" + host + ".example/1").at(0);
  };
  EXPECT_GE(gap("a"), seconds{5});
  EXPECT_LT(gap("a"), seconds{6});
  EXPECT_GE(gap("b"), seconds{30});
  EXPECT_LT(gap("b"), seconds{31});
}

TEST_F(FetcherTest, WhatIsNoUrlFailsWithoutARequest) {
  for (const char* url : {"", "x", "ftp://a.example/", "https:///", "mailto:a@b"}) {
    EXPECT_EQ(fetch(url).reply.failure, HttpFailure::bad_url) << url;
  }
  EXPECT_TRUE(web_.seen().empty());
}

}  // namespace
}  // namespace khabar
