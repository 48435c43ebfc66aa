// What a page tells of where its site's news can be followed, and which of its links look like
// articles. Free functions over bytes; any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace khabar {

struct FeedLinkFound {
  std::string url;  // absolute
  std::string title;
  std::string kind;  // "rss", "atom", "json", "sitemap", "link" (an anchor that looks like one)
  int rank = 0;      // better is greater
};

// link rel=alternate, rel=feed, anchors whose address or words say feed; best first.
std::vector<FeedLinkFound> find_feed_links(std::string_view html, std::string_view url,
                                           std::string_view content_type);
// Addresses where a site may keep a feed or sitemap without saying so, best first.
std::vector<std::string> guess_feed_urls(std::string_view site_url);

// Links of a front or section page that look like articles by the shape of their addresses (dates,
// ids, slugs, depth; what most links of the page share) and the text they carry. In page order,
// absolute, canonical, each once, same registrable domain.
struct ArticleLink {
  std::string url, title;
  double score = 0;  // 0..1
};
std::vector<ArticleLink> find_article_links(std::string_view html, std::string_view url,
                                            std::string_view content_type);

}  // namespace khabar
