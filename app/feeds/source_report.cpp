#include "app/feeds/source_report.h"

#include <algorithm>

#include "core/web/feed.h"
#include "core/web/sitemap.h"
#include "core/web/web_format.h"
#include "ingest/feed/entry_text.h"

namespace khabar {
namespace {

// By the newer half of the dates: one entry of years ago that stays pinned must not count.
double per_day(std::vector<TimePoint> times) {
  if (times.size() < 3) return 0;
  const auto middle = times.begin() + static_cast<std::ptrdiff_t>(times.size() / 2);
  std::nth_element(times.begin(), middle, times.end());
  const TimePoint newest = *std::max_element(middle, times.end());
  const double days = static_cast<double>((newest - *middle).count()) / 86'400'000.0;
  const auto newer = static_cast<double>(times.end() - middle - 1);
  return days > 0 ? newer / days : 0;
}

void count_entries(SourceReport& report) {
  std::vector<TimePoint> times;
  for (const ReportedEntry& entry : report.entries) {
    report.addressed += entry.url.empty() ? 0 : 1;
    report.full_texts += entry.carries_full_text && !entry.url.empty() ? 1 : 0;
    const auto instant = entry.published ? entry.published->instant() : std::nullopt;
    if (!instant) continue;
    if (!report.newest || *instant > *report.newest->instant()) report.newest = entry.published;
    if (!report.oldest || *instant < *report.oldest->instant()) report.oldest = entry.published;
    times.push_back(*instant);
  }
  report.dated = times.size();
  report.per_day = per_day(std::move(times));
}

SourceReport report_of(Feed feed, std::string_view url) {
  SourceReport report;
  report.url = url;
  report.format = feed.format;
  report.title = plain_text(feed.title);
  report.site_url = feed.url;
  report.language = feed.language;
  report.encoding = feed.encoding;
  report.ttl_minutes = feed.ttl_minutes;
  report.update_minutes = feed.update_minutes;
  report.hub_url = feed.hub_url;
  report.moved_to = feed.new_url;
  report.faults = std::move(feed.faults);
  for (FeedEntry& entry : feed.entries) {
    report.identified += entry.id.empty() ? 0 : 1;
    report.entries.push_back({plain_text(entry.title), entry.url,
                              entry.published ? entry.published : entry.updated,
                              carries_full_text(entry)});
  }
  count_entries(report);
  return report;
}

SourceReport report_of(Sitemap sitemap, std::string_view url) {
  SourceReport report;
  report.url = url;
  report.kind = FeedKind::sitemap;
  report.is_index = sitemap.is_index;
  const bool is_news = std::any_of(sitemap.urls.begin(), sitemap.urls.end(),
                                   [](const SitemapUrl& it) { return it.is_news(); });
  report.format = sitemap.is_index ? "sitemap index" : is_news ? "news sitemap" : "sitemap";
  report.faults = std::move(sitemap.faults);
  for (SitemapUrl& it : sitemap.urls) {
    if (report.title.empty()) report.title = it.publication_name;
    if (report.language.empty()) report.language = it.language;
    report.entries.push_back(
        {std::move(it.title), std::move(it.url), it.published ? it.published : it.modified, false});
  }
  count_entries(report);
  return report;
}

Result<SourceReport> report_page(std::string_view bytes, std::string_view url,
                                 std::string_view content_type) {
  if (url.empty()) {
    return invalid("an HTML page: its links need its address; give it with --url");
  }
  SourceReport report;
  report.url = url;
  report.kind = FeedKind::index_page;
  report.format = "front page";
  report.feed_links = find_feed_links(bytes, url, content_type);
  for (ArticleLink& link : find_article_links(bytes, url, content_type)) {
    report.entries.push_back({std::move(link.title), std::move(link.url), std::nullopt, false});
  }
  count_entries(report);
  return report;
}

}  // namespace

Result<SourceReport> report_source(std::string_view bytes, std::string_view url,
                                   std::string_view content_type) {
  const WebFormat format = web_format_of(bytes);
  if (format == WebFormat::html) return report_page(bytes, url, content_type);
  if (is_sitemap(format) || format == WebFormat::gzip) {
    Result<Sitemap> sitemap = parse_sitemap(bytes, url, content_type);
    if (!sitemap) return tl::unexpected(sitemap.error());
    return report_of(*std::move(sitemap), url);
  }
  if (format == WebFormat::opml) {
    return invalid("an OPML list of feeds: take them over with `khabar feeds import`");
  }
  FeedContext context;
  context.url = url;
  context.content_type = content_type;
  Result<Feed> feed = parse_feed(bytes, context);
  if (!feed) return tl::unexpected(feed.error());
  return report_of(*std::move(feed), url);
}

}  // namespace khabar
