// Counting the words and telling the language of real Arabic news, with ICU alone for comparison.
#include <string>
#include <vector>

#include <benchmark/benchmark.h>

#include "core/text/language.h"
#include "core/text/words.h"
#include "tests/core/text/real_texts.h"

namespace khabar {
namespace {

template <class Work>
void over_texts(benchmark::State& state, const Work& work) {
  static const std::vector<std::string> kTexts = real_texts("dedupe/ant.dev.jsonl.gz", 1000);
  if (kTexts.empty()) {
    state.SkipWithError("no evaluation data");
    return;
  }
  std::int64_t bytes = 0;
  std::int64_t items = 0;
  for (auto _ : state) {
    for (const std::string& text : kTexts) {
      work(text);
      bytes += static_cast<std::int64_t>(text.size());
      ++items;
    }
  }
  state.SetBytesProcessed(bytes);
  state.SetItemsProcessed(items);
}

void words_icu(benchmark::State& state) {
  WordCounter counter;
  over_texts(state, [&](const std::string& text) {
    benchmark::DoNotOptimize(counter.count_by_icu(text));
  });
}
BENCHMARK(words_icu);

void words(benchmark::State& state) {
  WordCounter counter;
  over_texts(state,
             [&](const std::string& text) { benchmark::DoNotOptimize(counter.count(text)); });
}
BENCHMARK(words);

void language(benchmark::State& state) {
  over_texts(state, [](const std::string& text) {
    benchmark::DoNotOptimize(detect_language(text, "ar").confident);
  });
}
BENCHMARK(language);

}  // namespace
}  // namespace khabar

BENCHMARK_MAIN();
