// Decode to record, one worker, pages in memory: clean and extract over all pages of the evaluation
// WARCs. MB/s of HTML, mean and worst page. Processor time of the thread, so that neighbours count
// less; each page is run once, caches as they come, as in life.
//
//   bench_app_clean_extract [--records FOLDER]    also writes FOLDER/<set>.jsonl, for the scorer
#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "core/model/document_json.h"
#include "stages/clean/clean_stage.h"
#include "stages/extract/extract_stage.h"
#include "tests/app/pages/eval_pages.h"
#include "tests/thread_seconds.h"

namespace khabar {
namespace {

constexpr std::size_t kWorstShown = 5;

std::string conf_folder() {
  const char* named = std::getenv("KHABAR_CONF_DIR");
  return named ? named : KHABAR_SOURCE_DIR "/conf";
}

struct Timed {
  double seconds = 0;
  std::size_t page = 0;
};

int run(const std::string& records_folder) {
  std::vector<EvalPage> pages = eval_pages();
  if (pages.empty()) {
    std::printf("no pages at %s\n", eval_folder("html").c_str());
    return 0;
  }
  const auto shared = make_clean_shared(CleanOptions{}, conf_folder());
  const auto tables = load_extract_tables(conf_folder());
  if (!shared || !tables) {
    std::fprintf(stderr, "%s\n", (shared ? tables.error() : shared.error()).message.c_str());
    return 1;
  }
  CleanStage clean(*shared);
  ExtractStage extract(*tables, false);
  std::array<double, 3> phases{};
  std::vector<Timed> timed;
  std::size_t bytes = 0;
  std::string line;
  std::ofstream out;
  std::string set;
  for (std::size_t p = 0; p < pages.size(); ++p) {
    Document& document = pages[p].document;
    document.payload.body = std::move(pages[p].body);
    bytes += document.payload.body.size();
    line.clear();
    const double begin = thread_seconds();
    const Result<Decision> decision = clean.process(document);
    const bool kept = decision && decision->why_dropped.empty();
    const double cleaned = thread_seconds();
    if (kept) static_cast<void>(extract.process(document));
    const double extracted = thread_seconds();
    if (kept) append_record(document, line);
    const double end = thread_seconds();
    phases[0] += cleaned - begin;
    phases[1] += extracted - cleaned;
    phases[2] += end - extracted;
    timed.push_back({end - begin, p});
    // As behind the sinks of a run: its memory serves the next page.
    std::string url = std::move(document.url);
    document = Document{};
    document.url = std::move(url);
    if (records_folder.empty()) continue;
    if (pages[p].set != set) {
      set = pages[p].set;
      out = std::ofstream(records_folder + "/" + set + ".jsonl");
    }
    if (kept) out << line << '\n';
  }
  const double total = phases[0] + phases[1] + phases[2];
  const double megabytes = static_cast<double>(bytes) / 1e6;
  const auto count = static_cast<double>(pages.size());
  std::sort(timed.begin(), timed.end(),
            [](const Timed& a, const Timed& b) { return a.seconds > b.seconds; });
  std::printf("%zu pages, %.1f MB\n", pages.size(), megabytes);
  std::printf("%-8s %6.1f MB/s  %.3f ms a page, worst %.1f ms\n", "all", megabytes / total,
              total / count * 1e3, timed.front().seconds * 1e3);
  constexpr std::array<const char*, 3> kNames{"clean", "extract", "record"};
  for (std::size_t i = 0; i < phases.size(); ++i) {
    std::printf("%-8s %6.1f MB/s  %.3f ms a page  %4.1f %%\n", kNames[i], megabytes / phases[i],
                phases[i] / count * 1e3, phases[i] / total * 100);
  }
  for (std::size_t i = 0; i < std::min(kWorstShown, timed.size()); ++i) {
    std::printf("  %.1f ms  %s\n", timed[i].seconds * 1e3,
                pages[timed[i].page].document.url.substr(0, 90).c_str());
  }
  return 0;
}

}  // namespace
}  // namespace khabar

int main(int argc, char** argv) {
  const bool records = argc == 3 && std::string_view(argv[1]) == "--records";
  return khabar::run(records ? argv[2] : "");
}
