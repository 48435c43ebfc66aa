#include "app/source_watch.h"

#include <gtest/gtest.h>

namespace khabar {
namespace {

using std::chrono::hours;
const TimePoint kNow{hours(1000)};

FeedHealth feed(const std::string& name) {
  FeedHealth health;
  health.name = name;
  health.url = "https://" + name + ".example/";
  health.last_poll = health.last_ok = kNow;
  health.last_news = kNow - hours(30);
  health.news_per_day = 12;
  return health;
}

struct Watched {
  Metrics metrics;
  SourceWatch watch{metrics};
  std::vector<FeedHealth> feeds{feed("a"), feed("b")};

  std::vector<std::string> look() {
    std::vector<std::string> out;
    for (const auto& line : watch.look(feeds, kNow)) {
      out.push_back((line.is_trouble ? "! " : "") + line.text);
    }
    return out;
  }
  std::int64_t in(const char* condition) {
    return metrics.gauge("khabar_feeds_in_condition", {{"condition", condition}}, "").value();
  }
};

using Lines = std::vector<std::string>;

TEST(SourceWatch, ASourceThatFallsSilentIsToldOnce) {
  Watched w;
  EXPECT_EQ(w.look(), Lines{});
  w.feeds[0].silent = true;
  EXPECT_EQ(w.look(),
            Lines{"! a (https://a.example/) is silent: no news for 30 h; usually 12.0 a day"});
  EXPECT_EQ(w.look(), Lines{});
  EXPECT_EQ(w.in("silent"), 1);
  EXPECT_EQ(w.in("well"), 1);
  w.feeds[0].silent = false;
  EXPECT_EQ(w.look(), Lines{"a (https://a.example/) is well again"});
  EXPECT_EQ(w.in("silent"), 0);
}

TEST(SourceWatch, AFailureIsToldWhenItLasts) {
  Watched w;
  w.feeds[1].last_error = "HTTP 503";
  for (w.feeds[1].failures = 1; w.feeds[1].failures < 3; ++w.feeds[1].failures) {
    EXPECT_EQ(w.look(), Lines{});
  }
  EXPECT_EQ(w.look(), Lines{"! b (https://b.example/) fails, 3 polls in a row: HTTP 503"});
  w.feeds[1].failures = 4;
  EXPECT_EQ(w.look(), Lines{});
  w.feeds[1].failures = 0;
  EXPECT_EQ(w.look(), Lines{"b (https://b.example/) is well again"});
}

TEST(SourceWatch, ARetiredSourceIsTold) {
  Watched w;
  w.feeds[0].state = FeedState::retired;
  w.feeds[0].last_error = "HTTP 410";
  EXPECT_EQ(w.look(), Lines{"! a (https://a.example/) is gone for good: HTTP 410"});
}

TEST(SourceWatch, ASourceWhosePagesRobotsForbidIsTold) {
  Watched w;
  w.feeds[0].pages_disallowed = 2;
  EXPECT_EQ(w.look(), Lines{});
  w.feeds[0].pages_disallowed = 3;
  w.feeds[0].carries_text = true;
  EXPECT_EQ(w.look(), Lines{"! a (https://a.example/): robots.txt forbids its pages, the last 3 in "
                            "a row; its entries carry text: fetch_pages = \"never\" takes that"});
  EXPECT_EQ(w.in("disallowed"), 1);
  EXPECT_EQ(w.in("well"), 1);
  w.feeds[0].pages_disallowed = 4;
  EXPECT_EQ(w.look(), Lines{});
  w.feeds[0].pages_disallowed = 0;
  EXPECT_EQ(w.look(), Lines{"a (https://a.example/) is well again"});
}

TEST(SourceWatch, APausedSourceIsNoTrouble) {
  Watched w;
  w.feeds[0].state = FeedState::paused;
  w.feeds[0].silent = true;
  EXPECT_EQ(w.look(), Lines{});
  EXPECT_EQ(w.in("paused"), 1);
}

TEST(SourceWatch, WhenAllFailAtOnceAFewAreNamed) {
  Watched w;
  w.feeds.assign(500, feed("x"));
  for (std::size_t i = 0; i < w.feeds.size(); ++i) {
    w.feeds[i].url += std::to_string(i);
    w.feeds[i].failures = 9;
  }
  const Lines lines = w.look();
  ASSERT_EQ(lines.size(), SourceWatch::kLinesMax + 1);
  EXPECT_EQ(lines.back(), "! and 480 more sources changed their condition");
  EXPECT_EQ(w.look(), Lines{}) << "the others were told as a number";
}

}  // namespace
}  // namespace khabar
