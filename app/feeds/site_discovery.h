// How a site's news can be followed: what its page, its robots.txt and custom say, each looked at,
// best first. Blocks on the network through WebReader; the ranking is pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/feeds/source_report.h"
#include "app/feeds/web_reader.h"

namespace khabar {

struct SiteSource {
  std::string url, title;
  FeedKind kind = FeedKind::feed;
  std::string found_by;       // "page", "robots.txt", "guess"
  bool was_read = false;      // else only named
  std::string format, error;  // once read
  std::size_t entries = 0, dated = 0;
  std::optional<PartialTime> newest;
  double score = 0;  // best first
};

inline constexpr std::size_t kSourcesReadMax = 24;

// Reads `url` (a page, mostly a front page; a feed is its own answer), the site's robots.txt, and
// at most kSourcesReadMax of the addresses that they and custom name and robots.txt allows.
// Sources that cannot be read are left out, unless the page itself named them. `now` tells old
// news from new. An Error when `url` itself cannot be read.
Result<std::vector<SiteSource>> discover_sources(WebReader& web, const std::string& url,
                                                 TimePoint now);

// The same without a network: what `html` itself says, nothing read.
std::vector<SiteSource> sources_in_page(std::string_view html, std::string_view url,
                                        std::string_view content_type);

std::string sources_text(const std::vector<SiteSource>& sources);
std::string source_json(const SiteSource& source);  // one line

}  // namespace khabar
