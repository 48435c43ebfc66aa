// What a page tells of where its site's news can be followed, and which of its links look like
// articles. Free functions over bytes; any thread. Linear time, bounded memory, whatever the bytes.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace khabar {

struct FeedLinkFound {
  std::string url;  // absolute
  std::string title;
  std::string kind;  // "rss", "atom", "json", "sitemap", "link" (an anchor that looks like one)
  int rank = 0;      // better is greater; feeds of comments and of one tag stand low
};

inline constexpr std::size_t kFeedLinksMax = 200;

// link rel=alternate, rel=feed, anchors whose address or words say feed; best first, each once.
// `url` is the page's own: the base of relative links and the site that feeds should be of.
std::vector<FeedLinkFound> find_feed_links(std::string_view html, std::string_view url,
                                           std::string_view content_type);
// Addresses where a site may keep a feed or sitemap without saying so, best first. Empty when
// `site_url` is no http(s) address.
std::vector<std::string> guess_feed_urls(std::string_view site_url);

// Links of a front or section page that look like articles by the shape of their addresses (dates,
// ids, slugs, depth; what most links of the page share) and the text they carry. In page order,
// absolute, canonical, each once, same registrable domain.
struct ArticleLink {
  std::string url, title;
  double score = 0;  // 0..1; those below kArticleScoreMin are left out
};

inline constexpr std::size_t kArticleLinksMax = 1000;
inline constexpr double kArticleScoreMin = 0.5;

std::vector<ArticleLink> find_article_links(std::string_view html, std::string_view url,
                                            std::string_view content_type);

}  // namespace khabar
