// MB/s of HTML from bytes to paragraphs on one core, and where the time goes: over all pages of the
// evaluation WARCs, unpacked in memory. Processor time of the thread, so that neighbours count
// less.
//
//   bench_stages_clean_main_text [pages_max]
#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "core/html/parser.h"
#include "core/text/charset.h"
#include "stages/clean/main_text.h"
#include "stages/clean/page_facts_collector.h"
#include "tests/core/html/eval_warcs.h"
#include "tests/thread_seconds.h"

namespace khabar {
namespace {

enum Phase { kDecode, kParse, kHead, kBlocks, kFeatures, kModel, kRest, kPhases };
constexpr std::array<const char*, kPhases> kPhaseNames{
    "decode", "parse", "head", "blocks", "features", "model", "choose and emit"};

int run(std::size_t pages_max) {
  std::vector<std::string> pages = eval_page_bodies();
  if (pages.size() > pages_max) pages.resize(pages_max);
  std::size_t bytes = 0;
  for (const std::string& page : pages) bytes += page.size();
  if (bytes == 0) {
    std::printf("no pages at %s\n", eval_folder("html").c_str());
    return 0;
  }
  CharsetDecoder decoder;
  HtmlParser parser;
  PageElements elements;
  PageFactsCollector collector;
  PageFacts facts;
  BlockParser blocks;
  BlockFeatures features;
  BlockModel model;
  MainText main_text;
  std::vector<Paragraph> paragraphs;
  std::array<double, kPhases> seconds{};
  double worst = 0;
  std::size_t worst_bytes = 0, block_count = 0;
  for (const std::string& page : pages) {
    std::array<double, kPhases + 1> at{};
    at[0] = thread_seconds();
    const DecodedText decoded = decoder.decode_to_utf8(page, CharsetHints{});
    at[1] = thread_seconds();
    const Tree& tree = parser.parse(decoded.text());
    at[2] = thread_seconds();
    elements.read(tree);
    collector.collect_head(tree, elements, facts);
    const StoryClaims claims = story_claims(facts);
    at[3] = thread_seconds();
    blocks.parse(tree, elements);
    at[4] = thread_seconds();
    features.compute(blocks, claims);
    at[5] = thread_seconds();
    model.judge(features);
    at[6] = thread_seconds();
    main_text.extract(tree, elements, claims, MainTextOptions{}, paragraphs);
    // extract() repeats the three phases before: what is left is its own.
    at[7] = std::max(at[6], thread_seconds() - (at[6] - at[3]));
    block_count += blocks.blocks().size();
    for (std::size_t p = 0; p < kPhases; ++p) seconds[p] += at[p + 1] - at[p];
    if (at[7] - at[0] > worst) {
      worst = at[7] - at[0];
      worst_bytes = page.size();
    }
  }
  double total = 0;
  for (const double one : seconds) total += one;
  const auto count = static_cast<double>(pages.size());
  const double megabytes = static_cast<double>(bytes) / 1e6;
  std::printf("%zu pages, %.1f MB, %.0f blocks a page\n", pages.size(), megabytes,
              static_cast<double>(block_count) / count);
  std::printf("%-16s %8.1f MB/s  %.3f ms a page, worst %.1f ms (%zu kB)\n", "all",
              megabytes / total, total / count * 1e3, worst * 1e3, worst_bytes / 1000);
  for (std::size_t p = 0; p < kPhases; ++p) {
    std::printf("%-16s %8.1f MB/s  %.3f ms a page  %4.1f %%\n", kPhaseNames[p],
                megabytes / seconds[p], seconds[p] / count * 1e3, seconds[p] / total * 100);
  }
  return 0;
}

}  // namespace
}  // namespace khabar

int main(int argc, char** argv) {
  return khabar::run(argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 100'000);
}
