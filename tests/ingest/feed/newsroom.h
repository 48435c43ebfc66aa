// The fixture language of these tests: feeds written in a line, a source that runs for a while on
// the hand clock, and what came out of it.
#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "core/flow/cursor_store.h"
#include "core/flow/metrics.h"
#include "core/io/http_headers.h"
#include "core/text/partial_time.h"
#include "ingest/feed/feed_source.h"
#include "ingest/feed/frontier_reader.h"
#include "tests/fakes/fake_web.h"

namespace khabar::testing {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

inline constexpr Milliseconds kDay{86'400'000};

struct Item {
  std::string title, url;
  TimePoint published{};
  std::string guid = {};
  std::string content = {};
};

inline std::string rss(const std::vector<Item>& items, const std::string& channel = "") {
  std::string out =
      "<?xml version=\"1.0\" encoding=\"utf-8\"?><rss version=\"2.0\" "
      "xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel>"
      "<title>News</title><link>https://a.example/</link>" +
      channel;
  for (const Item& item : items) {
    out += "<item><title>" + item.title + "</title>";
    if (!item.url.empty()) out += "<link>" + item.url + "</link>";
    if (!item.guid.empty()) out += "<guid isPermaLink=\"false\">" + item.guid + "</guid>";
    if (item.published != TimePoint{}) {
      out += "<pubDate>" + format_http_date(item.published) + "</pubDate>";
    }
    if (!item.content.empty()) {
      out += "<content:encoded><![CDATA[" + item.content + "]]></content:encoded>";
    }
    out += "</item>";
  }
  return out + "</channel></rss>";
}

inline std::string article(const std::string& title) {
  std::string out =
      "<html><head><title>" + title + "</title></head><body><article><h1>" + title + "</h1>";
  for (int i = 0; i < 3; ++i) {
    out += "<p>The council of " + title + " met for the " + std::to_string(i) +
           "th time and decided nothing, which surprised nobody who had come to listen.</p>";
  }
  return out + "</article></body></html>";
}

class Newsroom : public ::testing::Test {
 protected:
  Newsroom() : web(clock) {
    clock.turn(Milliseconds{1'709'280'000'000} -
               clock.now().time_since_epoch());  // 2024-03-01 08:00
    web.set_idle_step(Milliseconds{500});
    web.on_turn([this](TimePoint now) {
      if (now >= deadline_) soft_.request_stop();
    });
  }
  ~Newsroom() override {
    stop_source();
    if (!state_dir.empty()) std::filesystem::remove_all(state_dir);
  }

  TimePoint now() const { return clock.now(); }

  // One feed, https://a.example/feed, and the pages of its items.
  void publish(const std::vector<Item>& items, const std::string& channel = "") {
    web.page("https://a.example/feed", rss(items, channel), "application/rss+xml");
    for (const Item& item : items) {
      if (!item.url.empty()) web.page(item.url, article(item.title));
    }
  }
  Item item(int n, Milliseconds age = Milliseconds{0}) const {
    const std::string name = std::to_string(n);
    return {"Story " + name, "https://a.example/2024/story-" + name, now() - age, "id-" + name};
  }

  void keep_state() {
    state_dir = std::filesystem::temp_directory_path() /
                ("khabar-feed-" + std::to_string(::getpid()) + "-" +
                 ::testing::UnitTest::GetInstance()->current_test_info()->name());
    std::filesystem::create_directories(state_dir);
  }

  // `toml`: what stands in [sources.feeds]. Spread and seed are set so that stories can be told.
  Result<std::unique_ptr<Source>> make(const std::string& toml) {
    config_ = *parse_toml(toml, "c.toml");
    Settings settings(config_, "sources.feeds");
    return make_feed_source(settings, services(), [this](const HttpClientOptions& options) {
      client_options = options;
      return Result<std::unique_ptr<HttpClient>>(web.client());
    });
  }
  void start(const std::string& toml) {
    auto made = make("seed = 7\nspread_s = 0\n" + toml);
    ASSERT_TRUE(made) << made.error().message;
    source = std::move(*made);
  }
  void stop_source() { source.reset(); }
  Services services() { return {clock, metrics, cursors_, "", state_dir, bounds}; }

  // Runs until the clock has turned so far; every document gets `fate`. Gives the documents.
  std::vector<Document> run_for(Milliseconds time, Fate fate = Fate::delivered) {
    std::vector<Document> out;
    deadline_ = clock.now() + time;
    soft_ = std::stop_source();
    while (!soft_.stop_requested()) {
      auto parcels = source->read(16, {soft_.get_token(), hard_.get_token()});
      if (!parcels) ADD_FAILURE() << parcels.error().message;
      if (!parcels) break;
      for (Parcel& parcel : *parcels) {
        if (held_back) {
          held.push_back(std::move(parcel));
          continue;
        }
        std::move(parcel.receipt).settle(fate);
        out.push_back(std::move(parcel.document));
      }
    }
    return out;
  }
  static std::vector<std::string> urls(const std::vector<Document>& documents) {
    std::vector<std::string> out;
    for (const Document& document : documents) out.push_back(document.url);
    return out;
  }
  double counted(const std::string& name, const std::string& label) {
    for (const MetricSample& sample : metrics.samples()) {
      if (sample.name != name) continue;
      for (const auto& [key, value] : sample.labels) {
        if (value == label) return sample.value;
      }
    }
    return 0;
  }
  FeedHealth only_feed() {
    auto reader = FrontierReader::open(frontier_path(state_dir, "feeds"));
    if (!reader) ADD_FAILURE() << reader.error().message;
    auto feeds = reader->feeds(clock.now());
    EXPECT_EQ(feeds->size(), 1U);
    return feeds->empty() ? FeedHealth{} : feeds->front();
  }

  HandClock clock;
  FakeWeb web;
  Metrics metrics;
  Checkpoint::Bounds bounds;
  std::string state_dir;
  std::unique_ptr<Source> source;
  HttpClientOptions client_options;
  bool held_back = false;
  std::vector<Parcel> held;

 private:
  ForgetfulCursorStore cursors_;
  TomlValue config_;
  std::stop_source soft_, hard_;
  TimePoint deadline_{};
};

inline const std::string kOneFeed = "[[feed]]\nurl = 'https://a.example/feed'\n";

}  // namespace khabar::testing
