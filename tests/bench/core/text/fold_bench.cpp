// Folding real Arabic news: bytes a second, and as a ratio to memcpy of the same texts in this run.
#include <cstring>
#include <string>
#include <vector>

#include <benchmark/benchmark.h>

#include "core/text/fold.h"
#include "tests/core/text/real_texts.h"

namespace khabar {
namespace {

const std::vector<std::string>& texts() {
  static const std::vector<std::string> kTexts = real_texts("dedupe/ant.dev.jsonl.gz", 4000);
  return kTexts;
}

template <class Work>
void over_texts(benchmark::State& state, const Work& work) {
  if (texts().empty()) {
    state.SkipWithError("no evaluation data");
    return;
  }
  std::int64_t bytes = 0;
  for (auto _ : state) {
    for (const std::string& text : texts()) {
      work(text);
      bytes += static_cast<std::int64_t>(text.size());
    }
  }
  state.SetBytesProcessed(bytes);
}

void copy_only(benchmark::State& state) {
  std::string out(1 << 20, ' ');
  over_texts(state, [&](const std::string& text) {
    std::memcpy(out.data(), text.data(), std::min(text.size(), out.size()));
    benchmark::DoNotOptimize(out.data());
    benchmark::ClobberMemory();
  });
}
BENCHMARK(copy_only);

void fold_drop(benchmark::State& state) {
  std::string key;
  over_texts(state, [&](const std::string& text) {
    fold(text, FoldMarks::drop, key);
    benchmark::DoNotOptimize(key.data());
  });
}
BENCHMARK(fold_drop);

void fold_keep(benchmark::State& state) {
  std::string key;
  over_texts(state, [&](const std::string& text) {
    fold(text, FoldMarks::keep, key);
    benchmark::DoNotOptimize(key.data());
  });
}
BENCHMARK(fold_keep);

void fold_drop_with_map(benchmark::State& state) {
  FoldedText map;
  over_texts(state, [&](const std::string& text) {
    fold_with_map(text, FoldMarks::drop, map);
    benchmark::DoNotOptimize(map.key.data());
  });
}
BENCHMARK(fold_drop_with_map);

}  // namespace
}  // namespace khabar

BENCHMARK_MAIN();
