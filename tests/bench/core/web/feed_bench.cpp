// MB/s of the feed parser over large feeds, beside a bare expat pass over the same bytes in the
// same run: expat is told to call nothing, so its figure is what reading XML costs at least.
// The large feeds are made of the evaluation's real ones, their entries repeated; where that is
// absent, of one written here. Reads KHABAR_EVAL_DIR.
#include <benchmark/benchmark.h>
#include <expat.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "core/web/feed.h"

namespace {

using khabar::Feed;
using khabar::FeedContext;
using khabar::FeedParser;

struct Entries {
  const char* open;
  const char* close;
};
constexpr Entries kEntries[] = {
    {"<item>", "</item>"}, {"<item ", "</item>"}, {"<entry>", "</entry>"}, {"<entry ", "</entry>"}};

// `feed` with all between its first and its last entry repeated up to `bytes`; "" when it has none.
std::string enlarge(const std::string& feed, std::size_t bytes) {
  for (const Entries& entries : kEntries) {
    const std::size_t begin = feed.find(entries.open);
    const std::size_t last = feed.rfind(entries.close);
    if (begin == std::string::npos || last == std::string::npos || last < begin) continue;
    const std::size_t end = last + std::string(entries.close).size();
    std::string out = feed.substr(0, begin);
    while (out.size() < bytes) out.append(feed, begin, end - begin);
    return out.append(feed, end);
  }
  return {};
}

std::string written_feed() {
  std::string feed =
      "<?xml version=\"1.0\" encoding=\"utf-8\"?><rss version=\"2.0\" "
      "xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" "
      "xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel><title>أخبار الميناء</title>"
      "<link>https://news.example/</link>\n";
  feed +=
      "<item><title>افتتاح الرصيف الجديد أمام السفن</title>\n"
      "<link>https://news.example/2026/05/port-reopens-17</link>\n"
      "<guid isPermaLink=\"false\">https://news.example/?p=17</guid>\n"
      "<pubDate>Sun, 03 May 2026 09:30:00 +0300</pubDate><dc:creator>ليلى حداد</dc:creator>\n"
      "<category>محليات</category>\n"
      "<description><![CDATA[<p>أعلنت هيئة الميناء صباح الأحد افتتاح الرصيف.</p>]]></description>\n"
      "<content:encoded><![CDATA[";
  for (int i = 0; i < 12; ++i) {
    feed +=
        "<p>وقال مدير الهيئة إن العمل استمر عامين، وإن <a href=\"/port/history\">الرصيف</a> يتسع "
        "لأربع سفن كبيرة. The quay was closed after the storm of 2024 &amp; rebuilt since.</p>\n";
  }
  feed += "]]></content:encoded></item>\n</channel></rss>";
  return feed;
}

// A feed that this parser reads and expat too: the comparison is about speed.
bool is_well_formed(const std::string& feed) {
  XML_Parser parser = XML_ParserCreate(nullptr);
  const bool good =
      XML_Parse(parser, feed.data(), static_cast<int>(feed.size()), XML_TRUE) == XML_STATUS_OK;
  XML_ParserFree(parser);
  return good;
}

std::vector<std::string> large_feeds() {
  const char* folder = std::getenv("KHABAR_EVAL_DIR");
  const std::filesystem::path files =
      std::filesystem::path(folder != nullptr ? folder : KHABAR_SOURCE_DIR "/../shared/eval") /
      "feeds/feedparser/files/wellformed";
  std::vector<std::filesystem::path> paths;
  for (const char* kind : {"namespace", "rss", "atom10", "rdf"}) {
    if (!std::filesystem::is_directory(files / kind)) continue;
    for (const auto& file : std::filesystem::directory_iterator(files / kind)) {
      if (file.file_size() > 1500) paths.push_back(file.path());
    }
  }
  std::sort(paths.begin(), paths.end());
  static constexpr std::size_t kSizes[] = {80 << 10, 300 << 10, 1 << 20, 5 << 19};
  std::vector<std::string> out;
  std::size_t next = 0;
  for (const std::filesystem::path& path : paths) {
    std::ifstream file(path, std::ios::binary);
    const std::string feed{std::istreambuf_iterator<char>(file), {}};
    std::string large = enlarge(feed, kSizes[next % 4]);
    if (large.empty() || !is_well_formed(large)) continue;
    out.push_back(std::move(large));
    ++next;
  }
  return out;
}

const std::vector<std::string>& feeds(bool real) {
  static const std::vector<std::string> kReal = large_feeds();
  static const std::vector<std::string> kWritten = [] {
    std::vector<std::string> out;
    for (const std::size_t bytes : {80 << 10, 300 << 10, 1 << 20, 5 << 19}) {
      out.push_back(enlarge(written_feed(), bytes));
    }
    return out;
  }();
  return real ? kReal : kWritten;
}

void finish(benchmark::State& state, bool real) {
  std::size_t bytes = 0;
  for (const std::string& feed : feeds(real)) bytes += feed.size();
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * bytes));
  state.counters["feeds"] = static_cast<double>(feeds(real).size());
}

void khabar_feed(benchmark::State& state, bool real) {
  if (feeds(real).empty()) return state.SkipWithError("KHABAR_EVAL_DIR is absent");
  FeedParser parser;
  FeedContext context;
  context.url = "https://news.example/feed";
  std::size_t entries = 0;
  for (auto _ : state) {
    for (const std::string& feed : feeds(real)) {
      const auto parsed = parser.parse(feed, context);
      if (parsed) entries += parsed->entries.size();
    }
  }
  state.counters["entries/s"] =
      benchmark::Counter(static_cast<double>(entries), benchmark::Counter::kIsRate);
  finish(state, real);
}

// What a parser kept between feeds is worth where they are small.
void small_feed(benchmark::State& state, bool is_kept) {
  const std::string feed = written_feed();
  FeedContext context;
  context.url = "https://news.example/feed";
  FeedParser kept;
  for (auto _ : state) {
    if (is_kept) {
      benchmark::DoNotOptimize(kept.parse(feed, context));
    } else {
      benchmark::DoNotOptimize(khabar::parse_feed(feed, context));
    }
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * feed.size()));
}

void bare_expat(benchmark::State& state, bool real) {
  if (feeds(real).empty()) return state.SkipWithError("KHABAR_EVAL_DIR is absent");
  for (auto _ : state) {
    for (const std::string& feed : feeds(real)) benchmark::DoNotOptimize(is_well_formed(feed));
  }
  finish(state, real);
}

}  // namespace

BENCHMARK_CAPTURE(bare_expat, written, false)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(khabar_feed, written, false)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(bare_expat, real, true)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(khabar_feed, real, true)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(small_feed, a_parser_each, false);
BENCHMARK_CAPTURE(small_feed, one_parser, true);
BENCHMARK_MAIN();
