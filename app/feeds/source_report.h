// SourceReport: what khabar makes of a feed, sitemap or front page, before anybody subscribes to
// it: its format, its entries and their dates, its faults, and which pages would be fetched.
// Pure functions over bytes; any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/text/partial_time.h"
#include "core/web/discovery.h"
#include "ingest/feed/feed_options.h"

namespace khabar {

struct ReportedEntry {
  std::string title, url;
  std::optional<PartialTime> published;
  bool carries_full_text = false;  // its page need not be fetched (fetch_pages = "when_short")
};

struct SourceReport {
  std::string url;
  FeedKind kind = FeedKind::feed;
  std::string format;  // "rss20", "atom10", "sitemap", "sitemap index", "front page" ...
  std::string title, site_url, language, encoding;
  bool is_index = false;  // of sitemaps: the entries are sitemaps
  std::vector<ReportedEntry> entries;
  std::size_t dated = 0, addressed = 0, identified = 0, full_texts = 0;
  std::optional<PartialTime> newest, oldest;
  double per_day = 0;  // as the dates of its entries tell; 0: they do not
  std::uint32_t ttl_minutes = 0, update_minutes = 0;  // as it asks for; 0: it does not
  std::string hub_url, moved_to;
  std::vector<FeedLinkFound> feed_links;  // of a front page: where it says its feeds are
  std::vector<std::string> faults;

  // Pages that a first poll would ask for when `fetch_pages` is "when_short".
  std::size_t pages_to_fetch() const { return is_index ? 0 : addressed - full_texts; }
};

// Decides by the bytes what it is. `url` is where they come from: the base of relative links; may
// be empty for a feed. Invalid: none of these; the message says what it is instead.
Result<SourceReport> report_source(std::string_view bytes, std::string_view url,
                                   std::string_view content_type);

// Strangers' words for a terminal: without the control characters that could drive it.
std::string shown_text(std::string_view text);

// For people: at most `entries_max` entries. For machines: one object with all of them, a line.
std::string report_text(const SourceReport& report, std::size_t entries_max);
std::string report_json(const SourceReport& report);

}  // namespace khabar
