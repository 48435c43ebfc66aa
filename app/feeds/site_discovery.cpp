#include "app/feeds/site_discovery.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <set>

#include "core/model/json_text.h"
#include "core/text/url.h"
#include "core/web/discovery.h"
#include "core/web/robots.h"

namespace khabar {
namespace {

constexpr std::size_t kGuessesMax = 15;
constexpr const char* kProductToken = "khabar";

// What is to be looked at, each address once.
class Candidates {
 public:
  void add(SiteSource source) {
    const Result<std::string> canonical = canonical_url(source.url);
    if (!canonical || found_.size() >= 256 || !known_.insert(*canonical).second) return;
    found_.push_back(std::move(source));
  }
  std::vector<SiteSource>& all() { return found_; }

 private:
  std::vector<SiteSource> found_;
  std::set<std::string> known_;
};

void add_named_by_page(const std::vector<FeedLinkFound>& links, Candidates& candidates) {
  for (const FeedLinkFound& link : links) {
    if (link.kind == "link") continue;  // a page for people
    SiteSource source;
    source.url = link.url;
    source.title = link.title;
    source.kind = link.kind == "sitemap" ? FeedKind::sitemap : FeedKind::feed;
    source.found_by = "page";
    source.score = link.rank;
    candidates.add(std::move(source));
  }
}

SiteSource front_page_of(const SourceReport& report) {
  SiteSource source;
  source.url = report.url;
  source.kind = FeedKind::index_page;
  source.found_by = "page";
  source.was_read = true;
  source.format = report.format;
  source.entries = report.entries.size();
  return source;
}

void take_report(const SourceReport& report, SiteSource& source) {
  source.was_read = true;
  source.kind = report.kind;
  source.format = report.format;
  if (!report.title.empty()) source.title = report.title;
  source.entries = report.entries.size();
  source.dated = report.dated;
  source.newest = report.newest;
}

// Feeds before news sitemaps before front pages before archives; fresh before stale, and the whole
// before a part, as the page ranked it.
double score_of(const SiteSource& source, TimePoint now) {
  double score = source.kind == FeedKind::feed         ? 100
                 : source.format == "news sitemap"     ? 80
                 : source.format == "sitemap index"    ? 45
                 : source.kind == FeedKind::index_page ? 40
                                                       : 30;
  if (source.kind == FeedKind::index_page && source.entries < 5) score -= 30;
  if (source.entries == 0) score -= 60;
  score += 5 * std::log2(1.0 + static_cast<double>(std::min<std::size_t>(source.entries, 64)));
  const auto newest = source.newest ? source.newest->instant() : std::nullopt;
  if (newest) {
    const double days = static_cast<double>((now - *newest).count()) / 86'400'000.0;
    score += days < 2 ? 30 : days < 14 ? 10 : days < 90 ? -20 : -60;
  } else if (source.kind != FeedKind::index_page && source.format != "sitemap index") {
    score -= 15;
  }
  if (source.found_by == "page") score += source.score / 10;  // as find_feed_links() ranks it
  if (source.found_by == "guess") score -= 5;
  return source.was_read ? score : score - 100;
}

void best_first(std::vector<SiteSource>& sources, TimePoint now) {
  for (SiteSource& source : sources) source.score = score_of(source, now);
  std::stable_sort(sources.begin(), sources.end(),
                   [](const SiteSource& a, const SiteSource& b) { return a.score > b.score; });
}

std::string path_and_query(const Url& url) {
  return url.path + (url.query ? "?" + *url.query : "");
}

// Reads what may be read; those that are nothing are marked with an error.
void read_sources(WebReader& web, const Robots& robots, const std::string& host,
                  std::vector<SiteSource>& sources) {
  std::vector<std::string> urls;
  std::vector<std::size_t> which;
  for (std::size_t i = 0; i < sources.size() && urls.size() < kSourcesReadMax; ++i) {
    const Result<Url> url = parse_url(sources[i].url);
    if (!url || sources[i].was_read) continue;
    if (url->host == host && !robots.allows(path_and_query(*url))) {
      sources[i].error = sources[i].url + ": robots.txt forbids it, or cannot be read";
      continue;
    }
    urls.push_back(sources[i].url);
    which.push_back(i);
  }
  const std::vector<WebPage> pages = web.get_all(urls);
  for (std::size_t k = 0; k < pages.size(); ++k) {
    SiteSource& source = sources[which[k]];
    if (!pages[k].ok()) {
      source.error = pages[k].error;
      continue;
    }
    const auto report = report_source(pages[k].body, pages[k].url, pages[k].content_type);
    if (!report) {
      source.error = report.error().message;
    } else if (report->kind == FeedKind::index_page) {
      source.error = source.url + ": this is an HTML page";
    } else {
      take_report(*report, source);
    }
  }
}

// Guesses that lead nowhere say nothing of the site; what robots.txt names is worth its error.
void drop_empty_guesses(std::vector<SiteSource>& sources) {
  std::erase_if(sources, [](const SiteSource& source) {
    return !source.was_read && source.found_by == "guess";
  });
  // The same feed under several addresses: what was named before it was guessed stands.
  std::set<std::string> seen;
  std::erase_if(sources, [&](const SiteSource& source) {
    if (!source.was_read || !source.newest) return false;
    const bool is_new = seen.insert(source.title + "|" + source.newest->iso() + "|" +
                                    std::to_string(source.entries))
                            .second;
    return !is_new && source.found_by == "guess";
  });
}

std::string row_of(const SiteSource& source) {
  std::string what = !source.was_read ? std::string(feed_kind_name(source.kind)) : source.format;
  char line[160];
  std::snprintf(line, sizeof line, "%-14s %5zu %-8s %-26s ", what.c_str(), source.entries,
                source.kind == FeedKind::index_page ? "links"
                : source.format == "sitemap index"  ? "sitemaps"
                                                    : "entries",
                source.newest ? source.newest->iso().c_str() : "");
  return line + source.url;
}

}  // namespace

Result<std::vector<SiteSource>> discover_sources(WebReader& web, const std::string& url,
                                                 TimePoint now) {
  const WebPage page = web.get(url);
  if (!page.ok()) return unavailable(page.error);
  const Result<Url> site = parse_url(page.url);
  if (!site) return tl::unexpected(site.error());
  Candidates candidates;
  auto report = report_source(page.body, page.url, page.content_type);
  if (report && report->kind == FeedKind::index_page) {
    add_named_by_page(report->feed_links, candidates);
    candidates.add(front_page_of(*report));
  } else if (report) {
    SiteSource source;
    source.url = page.url;
    source.found_by = "page";
    take_report(*report, source);
    candidates.add(std::move(source));
  }
  const WebPage robots_page = web.get(resolve(page.url, "/robots.txt").value_or(""));
  const Robots robots = robots_page.ok() ? Robots::parse(robots_page.body, kProductToken)
                        : robots_page.status >= 400 && robots_page.status < 500
                            ? Robots::allow_all()
                            : Robots::disallow_all();
  for (const std::string& sitemap : robots.sitemaps()) {
    SiteSource source;
    source.url = resolve(robots_page.url, sitemap).value_or("");
    source.kind = FeedKind::sitemap;
    source.found_by = "robots.txt";
    candidates.add(std::move(source));
  }
  std::size_t guesses = 0;
  for (const std::string& guess : guess_feed_urls(page.url)) {
    if (++guesses > kGuessesMax) break;
    SiteSource source;
    source.url = guess;
    source.found_by = "guess";
    candidates.add(std::move(source));
  }
  std::vector<SiteSource> sources = std::move(candidates.all());
  read_sources(web, robots, site->host.value_or(""), sources);
  drop_empty_guesses(sources);
  best_first(sources, now);
  return sources;
}

std::vector<SiteSource> sources_in_page(std::string_view html, std::string_view url,
                                        std::string_view content_type) {
  Candidates candidates;
  add_named_by_page(find_feed_links(html, url, content_type), candidates);
  if (const auto report = report_source(html, url, content_type);
      report && report->kind == FeedKind::index_page) {
    candidates.add(front_page_of(*report));
  }
  return std::move(candidates.all());
}

std::string sources_text(const std::vector<SiteSource>& sources) {
  std::string out;
  for (const SiteSource& source : sources) {
    out += row_of(source) + "\n";
    if (!source.title.empty()) out += "    " + shown_text(source.title) + "\n";
    if (!source.error.empty()) out += "    " + shown_text(source.error) + "\n";
  }
  return out;
}

std::string source_json(const SiteSource& source) {
  std::string out;
  JsonFields fields(out);
  fields.text("url", source.url);
  fields.text("kind", feed_kind_name(source.kind));
  fields.text("title", source.title);
  fields.text("found_by", source.found_by);
  fields.text("format", source.format);
  fields.number("entries", source.entries);
  fields.number("dated", source.dated);
  if (source.newest) fields.text("newest", source.newest->iso());
  fields.text("error", source.error);
  fields.end();
  return out;
}

}  // namespace khabar
