// Normalising real Arabic news as it comes, and once more when it is clean already; to compare
// with copying the same texts in the same run.
#include <string>
#include <vector>

#include <benchmark/benchmark.h>

#include "core/text/normalise.h"
#include "core/text/utf8.h"
#include "tests/core/text/real_texts.h"

namespace khabar {
namespace {

std::vector<std::string> texts(bool clean) {
  std::vector<std::string> all = real_texts("dedupe/ant.dev.jsonl.gz", 4000);
  for (std::string& text : all) {
    if (clean) text = normalised(text, {.language = "ar"});
  }
  return all;
}

template <class Work>
void over_texts(benchmark::State& state, bool clean, const Work& work) {
  const std::vector<std::string> all = texts(clean);
  if (all.empty()) {
    state.SkipWithError("no evaluation data");
    return;
  }
  std::int64_t bytes = 0;
  for (auto _ : state) {
    for (const std::string& text : all) {
      work(text);
      bytes += static_cast<std::int64_t>(text.size());
    }
  }
  state.SetBytesProcessed(bytes);
}

void copy_only(benchmark::State& state) {
  std::string out;
  over_texts(state, true, [&](const std::string& text) {
    out.assign(text);
    benchmark::DoNotOptimize(out.data());
  });
}
BENCHMARK(copy_only);

void normalise_clean(benchmark::State& state) {
  std::string out;
  over_texts(state, true, [&](const std::string& text) {
    normalise(text, {.language = "ar"}, out);
    benchmark::DoNotOptimize(out.data());
  });
}
BENCHMARK(normalise_clean);

void normalise_as_found(benchmark::State& state) {
  std::string out;
  over_texts(state, false, [&](const std::string& text) {
    normalise(text, {.language = "ar"}, out);
    benchmark::DoNotOptimize(out.data());
  });
}
BENCHMARK(normalise_as_found);

void validate_utf8(benchmark::State& state) {
  over_texts(state, false,
             [&](const std::string& text) { benchmark::DoNotOptimize(is_valid_utf8(text)); });
}
BENCHMARK(validate_utf8);

}  // namespace
}  // namespace khabar

BENCHMARK_MAIN();
