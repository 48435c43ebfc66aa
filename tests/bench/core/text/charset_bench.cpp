// Decoding real Arabic news: good UTF-8, the same in windows-1256, and how much mojibake mending
// adds.
#include <string>
#include <vector>

#include <benchmark/benchmark.h>
#include <unicode/unistr.h>

#include "core/text/charset.h"
#include "tests/core/text/real_texts.h"

namespace khabar {
namespace {

std::string in_windows_1256(const std::string& utf8) {
  const icu::UnicodeString text = icu::UnicodeString::fromUTF8(utf8);
  std::string out(utf8.size(), ' ');
  out.resize(static_cast<std::size_t>(text.extract(
      0, text.length(), out.data(), static_cast<std::uint32_t>(out.size()), "windows-1256")));
  return out;
}

// Pages of some 60 kB, as on the Web.
std::vector<std::string> pages(bool legacy) {
  std::vector<std::string> out;
  for (const std::string& text : real_texts("dedupe/ant.dev.jsonl.gz", 4000)) {
    if (out.empty() || out.back().size() > 60'000) out.emplace_back("<html><body>");
    out.back() += "<p class=\"paragraph\">" + (legacy ? in_windows_1256(text) : text) + "</p>\n";
  }
  return out;
}

void run(benchmark::State& state, bool legacy, const CharsetHints& hints) {
  const std::vector<std::string> all = pages(legacy);
  if (all.empty()) {
    state.SkipWithError("no evaluation data");
    return;
  }
  CharsetDecoder decoder;
  std::int64_t bytes = 0;
  for (auto _ : state) {
    for (const std::string& page : all) {
      benchmark::DoNotOptimize(decoder.decode_to_utf8(page, hints).text().data());
      bytes += static_cast<std::int64_t>(page.size());
    }
  }
  state.SetBytesProcessed(bytes);
}

void utf8_as_declared(benchmark::State& state) {
  run(state, false, {.http_charset = "utf-8", .mend_mojibake = false});
}
BENCHMARK(utf8_as_declared);

void utf8_and_mojibake(benchmark::State& state) {
  run(state, false, {.http_charset = "utf-8"});
}
BENCHMARK(utf8_and_mojibake);

void windows_1256_as_declared(benchmark::State& state) {
  run(state, true, {.http_charset = "windows-1256"});
}
BENCHMARK(windows_1256_as_declared);

void windows_1256_detected(benchmark::State& state) {
  run(state, true, {});
}
BENCHMARK(windows_1256_detected);

}  // namespace
}  // namespace khabar

BENCHMARK_MAIN();
