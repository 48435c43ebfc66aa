// Sitemaps: urlset and sitemapindex by sitemaps.org, the news and image extensions, plain text.
// Values; any thread.
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
  std::vector<std::string> images;

  bool is_news() const { return !title.empty() || !published_text.empty(); }
};

struct Sitemap {
  bool is_index = false;  // `urls` are sitemaps
  std::vector<SitemapUrl> urls;
  std::vector<std::string> faults;  // what was passed over and why, bounded
};

// `bytes` already gunzipped by HTTP; a body that is gzip itself (sitemap.xml.gz) is undone here.
// Caps of the protocol: 50,000 URLs, 50 MB. Invalid: no sitemap.
Result<Sitemap> parse_sitemap(std::string_view bytes, std::string_view url,
                              std::string_view content_type);

}  // namespace khabar
