// What [sources.NAME] with type = "feeds" says, read and resolved. Values; const once read, so any
// thread may look.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/base/clock.h"
#include "core/io/http_client.h"
#include "core/io/toml.h"

namespace khabar {

enum class FeedKind : std::uint8_t { feed, sitemap, index_page };
const char* feed_kind_name(FeedKind kind);

enum class FetchPages : std::uint8_t {
  always,
  when_short,  // when the entry does not carry its full text
  never,       // the entry is the article
};
const char* fetch_pages_name(FetchPages pages);

// What robots.txt decides: feeds are asked for by their publishers' own invitation, so most
// readers fetch them without asking; pages are another matter.
enum class RobotsFor : std::uint8_t { all, pages, nothing };

// What groups share and feeds may say for themselves.
struct FeedPolicy {
  FetchPages fetch_pages = FetchPages::when_short;
  Milliseconds interval_least{300'000}, interval_most{86'400'000};  // between two polls
  Milliseconds delay{1000};  // between the starts of two requests to one site
  // Sent to the feed's own site only, never behind a redirect to another.
  std::vector<std::pair<std::string, std::string>> headers;
  bool verify_tls = true;
  bool paused = false;

  bool operator==(const FeedPolicy&) const = default;
};

struct FeedSpec {
  std::string url;  // as parse_url() prints it
  std::string name, language, group;
  FeedKind kind = FeedKind::feed;
  FeedPolicy policy;

  bool operator==(const FeedSpec&) const = default;
};

struct FeedOptions {
  std::string name = "feeds";   // of the source: its label in metrics, its frontier's file
  std::vector<FeedSpec> feeds;  // each URL once
  HttpClientOptions client;

  bool politeness = true;  // false: no delays, no bound on a site's requests; for benches
  RobotsFor robots = RobotsFor::pages;
  Milliseconds crawl_delay_most{30'000};  // of robots.txt; longer ones count as this
  std::size_t site_requests_max = 2;      // under way at once
  std::size_t address_requests_max = 16;  // under way at once to one IP address; 0: no bound
  std::size_t requests_max = 128;         // under way at once, all sites together

  Milliseconds timeout{30'000};
  std::size_t feed_bytes_max = std::size_t{15} << 20;  // news sitemaps reach 10 MB
  std::size_t page_bytes_max = std::size_t{5} << 20;   // what CC-NEWS keeps of a page

  Milliseconds spread{60'000};           // first polls of new feeds are spread over this
  Milliseconds hints_most{3'600'000};    // ttl, max-age and Expires count up to this
  Milliseconds backlog{7 * 86'400'000};  // older entries of a new feed are passed over
  std::vector<Milliseconds> revisits{Milliseconds{3'600'000}, Milliseconds{6 * 3'600'000},
                                     Milliseconds{24 * 3'600'000}};
  Milliseconds keep{std::int64_t{90} * 86'400'000};  // memory of a page that no feed names any more
  std::size_t pages_waiting_max = 1'000'000;
  std::uint64_t seed = 0;  // of jitter and spread
};

}  // namespace khabar
