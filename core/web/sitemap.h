// Sitemaps: urlset and sitemapindex by sitemaps.org, the news and image extensions, plain text.
// Values; any thread.
//
// Read on past any fault: whatever entry has a whole address counts, whether or not the document
// around it is well-formed; what was passed over is told in `faults`.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/text/partial_time.h"

namespace khabar {

struct SitemapUrl {
  std::string url;  // absolute
  std::string modified_text;
  std::optional<PartialTime> modified;
  // news:news
  std::string title, publication_name, language, published_text;
  std::optional<PartialTime> published;
  std::vector<std::string> images;  // absolute; the first kSitemapImagesMax

  bool is_news() const { return !title.empty() || !published_text.empty(); }
};

struct Sitemap {
  bool is_index = false;  // `urls` are sitemaps
  std::vector<SitemapUrl> urls;
  std::vector<std::string> faults;  // what was passed over and why, bounded
};

// The protocol's own caps ("no more than 50,000 URLs and no larger than 50 MB uncompressed"); what
// lies beyond is left and told as a fault.
inline constexpr std::size_t kSitemapUrlsMax = 50'000;
inline constexpr std::size_t kSitemapBytesMax = std::size_t{50} << 20;
inline constexpr std::size_t kSitemapUrlBytesMax = 8192;  // of one address; the protocol's 2,048
                                                          // characters, percent-encoded
inline constexpr std::size_t kSitemapImagesMax = 8;       // of one entry

// `bytes` already gunzipped by HTTP; a body that is gzip itself (sitemap.xml.gz) is undone here.
// `url` is the sitemap's own, the base of relative addresses; may be empty. Linear time; memory at
// most a few times the decoded bytes. Invalid: no sitemap; the message says what it is instead
// ("this is an RSS feed"), and web_format.h tells it as a value.
Result<Sitemap> parse_sitemap(std::string_view bytes, std::string_view url,
                              std::string_view content_type);

}  // namespace khabar
