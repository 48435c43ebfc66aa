#include "core/web/discovery.h"

#include <algorithm>
#include <array>
#include <optional>
#include <unordered_map>
#include <utility>

#include "core/text/ascii.h"
#include "core/text/url.h"
#include "core/text/utf8.h"
#include "core/web/page_links.h"

namespace khabar {
namespace {

template <std::size_t N>
bool holds_one_of(std::string_view text, const std::array<std::string_view, N>& words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
    return text.find(word) != std::string_view::npos;
  });
}

bool has_token(std::string_view list, std::string_view token) {
  for (std::size_t at = list.find(token); at != std::string_view::npos;
       at = list.find(token, at + 1)) {
    const bool begins = at == 0 || list[at - 1] == ' ';
    const std::size_t end = at + token.size();
    if (begins && (end == list.size() || list[end] == ' ')) return true;
  }
  return false;
}

// Pages for people that list a site's feeds.
bool is_list_of_feeds(std::string_view lower_path) {
  constexpr std::array<std::string_view, 7> kEnds = {
      "/feeds", "/feeds/", "/rss-feeds", "/rss-feeds/", "/rssfeeds", "/rss.html", "/rss.cms"};
  return std::any_of(kEnds.begin(), kEnds.end(),
                     [&](std::string_view end) { return lower_path.ends_with(end); });
}

bool is_feed_host(std::string_view host) {
  return host.starts_with("feeds.") || host.starts_with("rss.") || host.starts_with("feed.") ||
         host == "feedburner.google.com";
}

// What an address says it is; "" when nothing. `path_and_query` in lower case.
std::string kind_of_address(const Url& url) {
  const std::string path = lower_ascii(url.path);
  const std::string query = lower_ascii(url.query.value_or(""));
  const auto ends = [&](std::string_view end) { return path.ends_with(end); };
  if (path.find("sitemap") != std::string::npos && (ends(".xml") || ends(".gz"))) return "sitemap";
  if (ends(".atom") || ends("/atom.xml") || ends("/atom") || ends("/atom/")) return "atom";
  if (ends("/feed.json") || ends("/feed/json") || ends("/feed/json/")) return "json";
  if (is_list_of_feeds(path)) return "";
  constexpr std::array<std::string_view, 11> kEnds = {
      ".rss",     ".rdf",      "/rss",       "/rss/", "/feed", "/feed/",
      "/rss.xml", "/feed.xml", "/index.xml", "/rss2", "/rss2/"};
  if (std::any_of(kEnds.begin(), kEnds.end(), ends)) return "rss";
  constexpr std::array<std::string_view, 7> kWithin = {
      "/rss/", "/feed/", "/feeds/", "/rssfeed", "/rss.aspx", "/rss.php", "/xml/rss"};
  if (holds_one_of(path, kWithin)) return "rss";
  constexpr std::array<std::string_view, 5> kQueries = {"feed=", "format=feed", "type=rss",
                                                        "format=rss", "output=rss"};
  if (holds_one_of(query, kQueries)) return "rss";
  return is_feed_host(*url.host) && path.size() > 1 ? "rss" : "";
}

// What <link type> says it is; "" for styles, icons, translations, APIs.
std::string kind_of_type(std::string_view type, const Url& url) {
  if (type.find("rss") != std::string_view::npos || type.find("rdf") != std::string_view::npos) {
    return "rss";
  }
  if (type.find("atom") != std::string_view::npos) return "atom";
  if (type.starts_with("application/feed+json")) return "json";
  const std::string by_address = kind_of_address(url);
  if (type.find("json") != std::string_view::npos) {
    const bool is_api = url.path.find("wp-json") != std::string::npos ||
                        url.path.find("oembed") != std::string::npos;
    return by_address.empty() || is_api ? "" : "json";
  }
  return type.empty() || type.find("xml") != std::string_view::npos ? by_address : "";
}

bool is_of_comments(std::string_view lower_text, std::string_view lower_path) {
  constexpr std::array<std::string_view, 9> kWords = {"comment",    "تعليق",    "comentario",
                                                      "kommentar",  "commento", "yorum",
                                                      "комментари", "reacties", "دیدگاه"};
  return lower_path.find("comment") != std::string_view::npos || holds_one_of(lower_text, kWords);
}

// Feeds of one part: good, but the whole is better.
bool is_of_a_part(std::string_view lower_path) {
  constexpr std::array<std::string_view, 9> kParts = {"/tag/",    "/tags/",  "/category/",
                                                      "/author/", "/topic/", "/search",
                                                      "/podcast", "/video",  "/users/"};
  return holds_one_of(lower_path, kParts);
}

// Buttons of readers and networks that carry a feed's address inside their own.
bool is_handed_on(const Url& url) {
  const std::string query = lower_ascii(url.query.value_or(""));
  return query.find("http%3a") != std::string::npos ||
         query.find("https%3a") != std::string::npos || query.find("http:") != std::string::npos ||
         query.find("https:") != std::string::npos;
}

bool says_feed(std::string_view lower_text) {
  constexpr std::array<std::string_view, 9> kWords = {"خلاصات",   "خلاصة المواقع", "تغذية الأخبار",
                                                      "آر إس إس", "ار اس اس",      "flux rss",
                                                      "rss feed", "fuente rss",    "rss"};
  return lower_text.size() < 60 && holds_one_of(lower_text, kWords);
}

class FeedLinks {
 public:
  explicit FeedLinks(const Url& page)
      : page_(page.href()), site_(registrable_domain(page.host.value_or(""))) {}

  void take(const PageLink& link) {
    if (found_.size() >= 4 * kFeedLinksMax || is_handed_on(link.url)) return;
    FeedLinkFound found = link.is_anchor ? of_anchor(link) : of_link(link);
    if (found.kind.empty()) return;
    Url plain = link.url;
    plain.fragment.reset();
    found.url = plain.href();
    if (found.url == page_) return;
    found.rank += bonus(link, found.title);
    const auto [at, is_new] =
        known_.try_emplace(found.url.substr(found.url.find(':')), found_.size());
    if (is_new) {
      found_.push_back(std::move(found));
      return;
    }
    FeedLinkFound& known = found_[at->second];
    if (known.title.empty()) known.title = found.title;
    if (found.url.starts_with("https:")) known.url = found.url;
    if (known.kind == "link") known.kind = found.kind;
    known.rank = std::max(known.rank, found.rank);
  }

  std::vector<FeedLinkFound> best_first() {
    std::stable_sort(found_.begin(), found_.end(),
                     [](const auto& a, const auto& b) { return a.rank > b.rank; });
    if (found_.size() > kFeedLinksMax) found_.resize(kFeedLinksMax);
    return std::move(found_);
  }

 private:
  static constexpr int kDeclared = 100, kByAddress = 60, kByWords = 30;

  static FeedLinkFound of_link(const PageLink& link) {
    const std::string rel = lower_ascii(link.node->attribute(AttributeName::rel));
    const std::string type = lower_ascii(link.node->attribute(AttributeName::type));
    FeedLinkFound found;
    found.title = link.node->attribute(AttributeName::title);
    if (has_token(rel, "sitemap")) {
      found.kind = "sitemap";
    } else if (has_token(rel, "feed") && (type.empty() || type.starts_with("text/html"))) {
      found.kind = kind_of_address(link.url);
      if (found.kind.empty()) found.kind = "rss";
    } else if (has_token(rel, "feed") ||
               (has_token(rel, "alternate") && !has_token(rel, "stylesheet"))) {
      found.kind = kind_of_type(type, link.url);
    }
    found.rank = found.kind == "sitemap" ? kByAddress - 10 : kDeclared;
    return found;
  }

  static FeedLinkFound of_anchor(const PageLink& link) {
    FeedLinkFound found;
    found.title = link.text;
    found.kind = kind_of_address(link.url);
    found.rank = found.kind == "sitemap" ? kByAddress - 20 : kByAddress;
    if (!found.kind.empty()) return found;
    const std::string type = lower_ascii(link.node->attribute(AttributeName::type));
    if (!type.empty()) found.kind = kind_of_type(type, link.url);
    if (found.kind.empty() &&
        (says_feed(lower_ascii(link.text)) || is_list_of_feeds(lower_ascii(link.url.path)))) {
      found.kind = "link";  // most often a page that lists the feeds
      found.rank = kByWords;
    }
    return found;
  }

  int bonus(const PageLink& link, std::string_view title) const {
    const std::string path = lower_ascii(link.url.path);
    int bonus = 0;
    if (is_of_comments(lower_ascii(title), path)) bonus -= 65;
    if (is_of_a_part(path)) bonus -= 15;
    const bool is_own = registrable_domain(*link.url.host) == site_;
    if (is_own) bonus += 5;
    if (!is_own && link.is_anchor && !is_feed_host(*link.url.host)) bonus -= 30;
    // The whole site's feed stands at the top.
    bonus -=
        static_cast<int>(std::min<std::ptrdiff_t>(std::count(path.begin(), path.end(), '/'), 5));
    return bonus;
  }

  const std::string page_, site_;
  std::vector<FeedLinkFound> found_;
  std::unordered_map<std::string, std::size_t> known_;  // without http or https
};

}  // namespace

std::vector<FeedLinkFound> find_feed_links(std::string_view html, std::string_view url,
                                           std::string_view content_type) {
  const Result<Url> page = parse_url(url);
  if (!page || !page->is_http()) return {};
  FeedLinks links(*page);
  for_each_page_link(html, url, content_type, [&](const PageLink& link) { links.take(link); });
  return links.best_first();
}

std::vector<std::string> guess_feed_urls(std::string_view site_url) {
  const Result<Url> site = parse_url(site_url);
  if (!site || !site->is_http()) return {};
  // WordPress, hand-made, Drupal and Joomla, Hugo, Jekyll, Blogger, JSON Feed; then sitemaps by the
  // names that plugins give them, those of news first.
  constexpr std::array<std::string_view, 8> kFeeds = {
      "feed/",    "rss", "rss.xml", "feed.xml", "atom.xml", "index.xml", "feeds/posts/default",
      "feed.json"};
  constexpr std::array<std::string_view, 7> kSitemaps = {
      "news-sitemap.xml", "sitemap-news.xml",  "sitemap_news.xml", "googlenews.xml",
      "sitemap.xml",      "sitemap_index.xml", "wp-sitemap.xml"};
  std::vector<std::string> folders;
  std::string path = site->path;
  path.resize(path.rfind('/') + 1);
  // The edition's own ("/ar/"), when the address names one, before the site's.
  if (path.size() > 1 && std::count(path.begin(), path.end(), '/') == 2) folders.push_back(path);
  folders.emplace_back("/");
  std::vector<std::string> out;
  const auto add = [&](const std::string& folder, std::string_view name) {
    Url guess = *site;
    guess.query.reset();
    guess.fragment.reset();
    guess.username.clear();
    guess.password.clear();
    guess.path = folder + std::string(name);
    out.push_back(guess.href());
  };
  for (const std::string& folder : folders) {
    for (const std::string_view name : kFeeds) add(folder, name);
  }
  for (const std::string_view name : kSitemaps) add("/", name);
  return out;
}

}  // namespace khabar
