// A week of 500 sites on the hand clock: each publishes by its own hours, edits some of what it
// published, fails now and then. What was promised must hold of every entry and every request.
#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <deque>
#include <iostream>
#include <map>
#include <unordered_map>

#include "ingest/feed/schedule.h"
#include "tests/ingest/feed/newsroom.h"

namespace khabar {
namespace {

using namespace testing;

constexpr std::size_t kSites = 500;
constexpr Milliseconds kWeek{7 * kDay};
constexpr Milliseconds kLeast{300'000}, kDelay{2'000};
constexpr std::size_t kWindow = 20;  // entries that a feed shows
// Of these a first poll finds at least so many, though it may fail and come an hour later.
constexpr std::size_t kSurelyShown = 12;

struct Story {
  std::string url;
  TimePoint published{};
  std::optional<TimePoint> edited;
  std::vector<std::string> bodies_got;
};

struct Site {
  std::string host;
  std::vector<Story> stories;  // by time
  enum { etags, dates, nothing } validators = etags;
  double failures = 0;
  std::vector<TimePoint> polls;
  TimePoint last_request{};
  Milliseconds least_gap{kWeek};
};

// Exponential waits under a rate that follows the hours of an editorial office.
std::vector<Story> stories_of(const std::string& host, TimePoint from, TimePoint to,
                              Chance& chance) {
  const double per_day = std::exp(chance.between(std::log(0.5), std::log(30.0)));
  const double peak = chance.between(0, 24);
  std::vector<Story> out;
  TimePoint at = from;
  for (int n = 0;; ++n) {
    const double most = per_day * 2;
    at += Milliseconds(
        static_cast<std::int64_t>(-std::log(1 - chance.between(0, 1)) * 86'400'000 / most) + 1000);
    if (at >= to) return out;
    const double hour = static_cast<double>(at.time_since_epoch().count() % 86'400'000) / 3'600'000;
    const double now = 1 + std::cos((hour - peak) / 24 * 2 * 3.14159265);
    if (chance.between(0, 2) > now) continue;
    Story story;
    story.url = "https://" + host + "/2024/03/story-" + std::to_string(n);
    story.published = at;
    if (chance.between(0, 1) < 0.1) {
      story.edited =
          at + Milliseconds(static_cast<std::int64_t>(chance.between(0.1, 20) * 3'600'000));
    }
    out.push_back(std::move(story));
  }
}

class Week : public Newsroom {
 protected:
  void build(std::uint64_t seed) {
    chance_ = Chance(seed);
    begin_ = now();
    for (std::size_t n = 0; n < kSites; ++n) {
      Site& site = sites_.emplace_back();
      site.host = "site" + std::to_string(n) + ".example";
      site.stories = stories_of(site.host, begin_ - 3 * kDay, begin_ + kWeek, chance_);
      const double kind = chance_.between(0, 1);
      site.validators = kind < 0.6 ? Site::etags : kind < 0.8 ? Site::dates : Site::nothing;
      site.failures = chance_.between(0, 1) < 0.2 ? 0.03 : 0.002;
    }
    for (Site& site : sites_) {
      for (Story& story : site.stories) by_url_[story.url] = &story;
      by_host_[site.host] = &site;
      const std::string home = "https://" + site.host + "/";
      web.script(home, [this, &site](const HttpRequest& request) { return page(site, request); });
      web.script(home + "feed", [this, &site](const HttpRequest& r) { return feed(site, r); });
    }
    web.watch([this](const FakeWeb::Seen& seen) { note(seen); });
    web.set_idle_step(seconds{1});
  }

  void note(const FakeWeb::Seen& seen) {
    const std::size_t end = seen.url.find('/', 8);
    Site& site = *by_host_.at(seen.url.substr(8, end - 8));
    if (site.last_request != TimePoint{}) {
      site.least_gap = std::min<Milliseconds>(site.least_gap, seen.when - site.last_request);
    }
    site.last_request = seen.when;
    if (seen.url.ends_with("/feed")) site.polls.push_back(seen.when);
  }

  bool fails(const Site& site, FakeReply& reply) {
    if (chance_.between(0, 1) >= site.failures) return false;
    const double how = chance_.between(0, 1);
    if (how < 0.5) reply = {500};
    if (how >= 0.5 && how < 0.8) reply.failure = HttpFailure::timeout;
    if (how >= 0.8) reply = {429, "", {{"retry-after", "120"}}};
    reply.latency = Milliseconds(how < 0.8 ? 30'000 : 50);
    return true;
  }

  FakeReply feed(const Site& site, const HttpRequest& request) {
    FakeReply reply;
    if (fails(site, reply)) return reply;
    std::vector<Item> items;
    auto end = std::ranges::upper_bound(site.stories, now(), {}, &Story::published);
    for (auto at = end; at != site.stories.begin() && items.size() < kWindow;) {
      --at;
      items.push_back({"Story of " + at->url, at->url, at->published, at->url});
    }
    const TimePoint last = items.empty() ? begin_ : items.front().published;
    const std::string etag = "\"" + std::to_string(last.time_since_epoch().count()) + "\"";
    if (site.validators == Site::etags) {
      reply.headers.emplace_back("etag", etag);
      if (header_of(request, "If-None-Match") == etag) reply.status = 304;
    } else if (site.validators == Site::dates) {
      reply.headers.emplace_back("last-modified", format_http_date(last));
      if (header_of(request, "If-Modified-Since") == format_http_date(last)) reply.status = 304;
    }
    reply.latency = Milliseconds(static_cast<std::int64_t>(chance_.between(20, 900)));
    if (reply.status == 200) reply.body = rss(items);
    return reply;
  }

  FakeReply page(const Site& site, const HttpRequest& request) {
    FakeReply reply{404};
    if (request.url.ends_with("robots.txt")) return reply;
    if (fails(site, reply)) return reply;
    const auto found = by_url_.find(request.url);
    if (found == by_url_.end() || found->second->published > now()) return reply;
    const bool edited = found->second->edited && *found->second->edited <= now();
    const std::string etag = edited ? "\"2\"" : "\"1\"";
    reply = {200, "", {{"etag", etag}, {"content-type", "text/html"}}};
    if (header_of(request, "If-None-Match") == etag) reply.status = 304;
    if (reply.status == 200) {
      reply.body = "<title>T</title><p>" + request.url + (edited ? " edited" : "");
    }
    return reply;
  }

  std::string config() const {
    std::string out = "delay_ms = " + std::to_string(kDelay.count()) + "\ninterval_least_s = 300\n";
    for (const Site& site : sites_) out += "[[feed]]\nurl = 'https://" + site.host + "/feed'\n";
    return out;
  }

  TimePoint begin_{};
  Chance chance_{0};
  std::deque<Site> sites_;
  std::unordered_map<std::string, Story*> by_url_;
  std::unordered_map<std::string, Site*> by_host_;
};

TEST_F(Week, EveryEntryIsSeenOnceAndNobodyIsAnnoyed) {
  const char* given = std::getenv("KHABAR_SEED");
  const std::uint64_t seed = given != nullptr ? std::strtoull(given, nullptr, 10) : 20240301;
  std::cout << "seed " << seed << " (KHABAR_SEED)\n";
  build(seed);
  start(config());
  std::vector<double> lateness_min;
  for (Milliseconds done{0}; done < kWeek; done += hours(6)) {
    for (const Document& document : run_for(hours(6))) {
      Story& story = *by_url_.at(document.url);
      if (story.bodies_got.empty() && story.published > begin_ + kDay) {
        const TimePoint fetched = *parse_machine_date(document.fetched)->instant();
        lateness_min.push_back(static_cast<double>((fetched - story.published).count()) / 60'000);
      }
      story.bodies_got.push_back(document.payload.body);
    }
  }
  const TimePoint end = now();
  std::size_t stories = 0, missed = 0, doubles = 0, edits = 0, edits_missed = 0, polls = 0;
  for (const Site& site : sites_) {
    EXPECT_GE(site.least_gap, kDelay) << site.host;
    polls += site.polls.size();
    for (std::size_t i = 1; i < site.polls.size(); ++i) {
      EXPECT_GE(site.polls[i] - site.polls[i - 1], kLeast) << site.host;
    }
    // What the feed still showed when it was first polled, and what came at least a day before the
    // end (the longest interval, and pages that failed at first come an hour later).
    for (std::size_t i = 0; i < site.stories.size(); ++i) {
      const Story& story = site.stories[i];
      const auto shown_first =
          std::ranges::upper_bound(site.stories, begin_, {}, &Story::published);
      const bool was_shown =
          site.stories.begin() + static_cast<std::ptrdiff_t>(i + kSurelyShown) >= shown_first;
      if (!was_shown || story.published > end - kDay - hours(2)) continue;
      ++stories;
      if (story.bodies_got.empty()) {
        ++missed;
        std::cout << "missed " << story.url << ", published "
                  << PartialTime::of(story.published).iso() << "\n";
      }
      const std::set<std::string> distinct(story.bodies_got.begin(), story.bodies_got.end());
      if (distinct.size() != story.bodies_got.size()) ++doubles;
      if (!story.edited || *story.edited > end - 2 * kDay) continue;
      ++edits;
      if (story.bodies_got.empty() || !story.bodies_got.back().ends_with("edited")) ++edits_missed;
    }
  }
  std::cout << stories << " stories, " << edits << " of them edited; " << polls << " polls; "
            << missed << " missed, " << doubles << " doubled, " << edits_missed
            << " edits missed\n";
  std::ranges::sort(lateness_min);
  std::cout << "minutes from publication to page: median " << lateness_min[lateness_min.size() / 2]
            << ", 90 % " << lateness_min[lateness_min.size() * 9 / 10] << "\n";
  EXPECT_GT(stories, 10'000U);
  EXPECT_EQ(missed, 0U);
  EXPECT_EQ(doubles, 0U);
  // A revisit that fails is tried twice more; what fails thrice waits for the next, or for none.
  EXPECT_LE(edits_missed, edits / 500);
}

}  // namespace
}  // namespace khabar
