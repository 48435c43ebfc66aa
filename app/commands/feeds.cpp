#include "app/commands/feeds.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <iostream>
#include <iterator>

#include "app/conf_dir.h"
#include "app/exit_code.h"
#include "app/feeds/configured_feeds.h"
#include "app/feeds/feed_health_text.h"
#include "app/feeds/feed_list_file.h"
#include "app/feeds/site_discovery.h"
#include "app/feeds/source_report.h"
#include "app/feeds/web_reader.h"
#include "app/run_config.h"
#include "core/io/file.h"
#include "core/text/url.h"
#include "ingest/feed/frontier_reader.h"
#include "ingest/feed/outline_settings.h"

namespace khabar {
namespace {

int fail(const std::string& message, int code = kExitFailure) {
  std::fprintf(stderr, "khabar feeds: %s\n", shown_text(message).c_str());
  return code;
}

int fail_lines(const std::string& messages, int code) {
  std::fprintf(stderr, "khabar feeds: %s\n", messages.c_str());
  return code;
}

bool is_web_address(const std::string& target) {
  return target.starts_with("http://") || target.starts_with("https://");
}

Result<std::string> read_input(const std::string& path) {
  if (path != "-") return read_file(path, limits::kBodyBytesMax);
  std::string bytes{std::istreambuf_iterator<char>(std::cin), {}};
  if (bytes.size() > limits::kBodyBytesMax) {
    return invalid("stdin: " + std::to_string(bytes.size()) + " bytes exceed " +
                   std::to_string(limits::kBodyBytesMax));
  }
  return bytes;
}

// The target's bytes, from the web or the disk.
Result<WebPage> fetch(const FeedsOptions& options) {
  if (is_web_address(options.target)) {
    const auto client = open_command_client(options.allow_private);
    if (!client) return tl::unexpected(client.error());
    WebPage page = WebReader(**client).get(options.target);
    if (!page.ok()) return unavailable(page.error);
    return page;
  }
  auto bytes = read_input(options.target);
  if (!bytes) return tl::unexpected(bytes.error());
  WebPage page;
  page.asked = options.target;
  page.url = options.url;
  page.body = *std::move(bytes);
  page.content_type = options.content_type;
  return page;
}

struct Opened {
  RunConfig run;
  std::vector<FeedTable> tables;
};

Result<RunConfig> open_config(const CommonOptions& common, const FeedsOptions& options) {
  const auto conf_dir = find_conf_dir(common.conf_dir);
  if (!conf_dir) return tl::unexpected(conf_dir.error());
  return read_run_config({options.conf, options.state_dir, {}}, *conf_dir);
}

Result<Opened> open_feeds(const CommonOptions& common, const FeedsOptions& options) {
  auto run = open_config(common, options);
  if (!run) return tl::unexpected(run.error());
  auto tables = read_feed_tables(run->config, run->path);
  if (!tables) return tl::unexpected(tables.error());
  return Opened{*std::move(run), *std::move(tables)};
}

// Without a configuration --to may be any file.
Result<std::string> list_to_write(const CommonOptions& common, const FeedsOptions& options) {
  if (options.conf.empty() && !options.to.empty()) return options.to;
  const auto run = open_config(common, options);
  if (!run) return tl::unexpected(run.error());
  const auto tables = read_feed_files(run->config, run->path);
  if (!tables) return tl::unexpected(tables.error());
  return file_to_add_to(*tables, options.to, run->path);
}

int write_feeds(const std::string& path, const std::vector<OpmlFeed>& feeds) {
  const auto addition = add_to_list_file(path, feeds);
  if (!addition) return fail(addition.error().message);
  for (const std::string& url : addition->added) std::printf("added %s\n", url.c_str());
  for (const std::string& url : addition->known) std::printf("known %s\n", url.c_str());
  std::fprintf(stderr, "%s: %zu added, %zu stood there already\n", path.c_str(),
               addition->added.size(), addition->known.size());
  return kExitOk;
}

Status set_paused(const Opened& opened, const std::string& feed, bool pause) {
  const std::string& state = opened.run.service.state_dir;
  if (state.empty()) {
    return invalid(opened.run.path + ": names no state folder ([run] state); give --state");
  }
  Status last = invalid("no feed \"" + feed + "\" was ever polled with the state in " + state);
  for (const FeedTable& table : opened.tables) {
    const std::string path = frontier_path(state, table.name);
    std::error_code ignored;
    if (!std::filesystem::exists(path, ignored)) continue;
    Status done = set_feed_paused(path, feed, pause);
    if (done) return done;
    last = std::move(done);
  }
  return last;
}

// What the frontier tells of the table's feeds; what was never polled yet by its configuration.
Result<std::vector<FeedHealth>> health_of(const FeedTable& table, const std::string& state_dir,
                                          TimePoint now) {
  std::vector<FeedHealth> feeds;
  std::error_code ignored;
  const std::string path = state_dir.empty() ? "" : frontier_path(state_dir, table.name);
  if (!path.empty() && std::filesystem::exists(path, ignored)) {
    auto reader = FrontierReader::open(path);
    if (!reader) return tl::unexpected(reader.error());
    auto read = reader->feeds(now);
    if (!read) return tl::unexpected(read.error());
    feeds = *std::move(read);
  }
  for (const FeedSpec& spec : table.options->feeds) {
    const bool is_known = std::any_of(feeds.begin(), feeds.end(),
                                      [&](const FeedHealth& feed) { return feed.url == spec.url; });
    if (is_known) continue;
    FeedHealth feed;
    feed.url = spec.url;
    feed.name = spec.name.empty() ? host_of(spec.url) : spec.name;
    feed.kind = feed_kind_name(spec.kind);
    feed.language = spec.language;
    feed.group = spec.group;
    feed.state = spec.policy.paused ? FeedState::paused : FeedState::active;
    feeds.push_back(std::move(feed));
  }
  return feeds;
}

}  // namespace

int run_feeds_test(const FeedsOptions& options) {
  const auto page = fetch(options);
  if (!page) return fail(page.error().message);
  const auto report = report_source(page->body, page->url, page->content_type);
  if (!report) return fail(options.target + ": " + report.error().message);
  const std::string text =
      options.json ? report_json(*report) + "\n" : report_text(*report, options.entries);
  std::fwrite(text.data(), 1, text.size(), stdout);
  return kExitOk;
}

int run_feeds_discover(const FeedsOptions& options) {
  std::vector<SiteSource> sources;
  if (is_web_address(options.target)) {
    const auto client = open_command_client(options.allow_private);
    if (!client) return fail(client.error().message);
    WebReader web(**client);
    auto found = discover_sources(web, options.target, SystemClock().now());
    if (!found) return fail(found.error().message);
    sources = *std::move(found);
  } else {
    const auto page = fetch(options);
    if (!page) return fail(page.error().message);
    if (page->url.empty()) return fail("a file's links need its address: give --url", kExitUsage);
    sources = sources_in_page(page->body, page->url, page->content_type);
  }
  if (!options.json) std::fputs(sources_text(sources).c_str(), stdout);
  for (const SiteSource& source : sources) {
    if (options.json) std::printf("%s\n", source_json(source).c_str());
  }
  if (sources.empty()) return fail(options.target + ": nothing to follow was found");
  return kExitOk;
}

int run_feeds_list(const CommonOptions& common, const FeedsOptions& options) {
  const auto opened = open_feeds(common, options);
  if (!opened) return fail_lines(opened.error().message, kExitUsage);
  const TimePoint now = SystemClock().now();
  if (opened->run.service.state_dir.empty()) {
    fail(opened->run.path +
         ": names no state folder ([run] state); without --state nobody knows "
         "how the feeds are");
  }
  for (const FeedTable& table : opened->tables) {
    const auto feeds = health_of(table, opened->run.service.state_dir, now);
    if (!feeds) return fail(feeds.error().message);
    if (opened->tables.size() > 1 && !options.json)
      std::printf("[sources.%s]\n", table.name.c_str());
    if (!options.json) std::fputs(feed_health_text(*feeds, now).c_str(), stdout);
    for (const FeedHealth& feed : *feeds) {
      if (options.json) std::printf("%s\n", feed_health_json(feed).c_str());
    }
  }
  return kExitOk;
}

int run_feeds_add(const CommonOptions& common, const FeedsOptions& options) {
  const Result<Url> url = parse_url(options.target);
  if (!url || !url->is_http()) {
    return fail("\"" + options.target + "\" is no http(s) address", kExitUsage);
  }
  const auto path = list_to_write(common, options);
  if (!path) return fail_lines(path.error().message, kExitUsage);
  OpmlFeed feed;
  feed.url = url->href();
  feed.title = options.title;
  feed.language = options.language;
  if (!options.group.empty()) feed.groups = {options.group};
  if (!options.no_test) {
    const auto page = fetch(options);
    if (!page) return fail(page.error().message + "; --no-test adds it all the same");
    const auto report = report_source(page->body, page->url, page->content_type);
    if (!report) return fail(report.error().message);
    if (report->kind == FeedKind::index_page) {
      return fail(options.target + ": this is an HTML page; `khabar feeds discover " +
                  options.target + "` tells what feeds it has");
    }
    if (report->kind == FeedKind::sitemap) feed.settings = {{"kind", "sitemap"}};
    if (feed.title.empty()) feed.title = report->title;
    if (feed.language.empty()) feed.language = report->language;
    feed.site_url = report->site_url;
  }
  return write_feeds(*path, {feed});
}

int run_feeds_import(const CommonOptions& common, const FeedsOptions& options) {
  const auto bytes = read_input(options.target);
  if (!bytes) return fail(bytes.error().message);
  std::vector<std::string> faults;
  const auto feeds = parse_feed_list(*bytes, options.target, &faults);
  if (!feeds) return fail(feeds.error().message);
  for (const std::string& fault : faults) fail(options.target + ": " + fault);
  for (const OpmlFeed& feed : *feeds) {  // such a list would keep the configuration from loading
    FeedSpec spec;
    spec.url = feed.url;
    for (const std::string& fault : take_outline_settings(feed.settings, options.target, spec)) {
      return fail(fault);
    }
  }
  const auto path = list_to_write(common, options);
  if (!path) return fail_lines(path.error().message, kExitUsage);
  return write_feeds(*path, *feeds);
}

int run_feeds_export(const CommonOptions& common, const FeedsOptions& options) {
  const auto opened = open_feeds(common, options);
  if (!opened) return fail_lines(opened.error().message, kExitUsage);
  const std::string opml = write_opml(outlines_of(opened->tables), "khabar");
  std::fwrite(opml.data(), 1, opml.size(), stdout);
  std::size_t with_headers = 0;
  for (const FeedTable& table : opened->tables) {
    for (const FeedSpec& feed : table.options->feeds) {
      with_headers += feed.policy.headers.empty() ? 0 : 1;
    }
  }
  if (with_headers > 0) {
    std::fprintf(stderr,
                 "khabar feeds: the headers of %zu feeds are left out: they may be secret\n",
                 with_headers);
  }
  return kExitOk;
}

int run_feeds_pause(const CommonOptions& common, const FeedsOptions& options, bool pause) {
  const auto opened = open_feeds(common, options);
  if (!opened) return fail_lines(opened.error().message, kExitUsage);
  if (const Status done = set_paused(*opened, options.target, pause); !done) {
    return fail(done.error().message);
  }
  std::printf("%s %s\n", pause ? "paused" : "resumed", options.target.c_str());
  return kExitOk;
}

}  // namespace khabar
