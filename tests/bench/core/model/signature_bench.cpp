// From raw text to signature, on invented Arabic articles of 2 to 5 kB: what one clean worker pays.
// Counter: documents a second. Fold alone stands beside it as the measure of the machine.
#include <benchmark/benchmark.h>

#include <random>
#include <string>
#include <vector>

#include "core/model/signature.h"
#include "core/text/fold.h"
#include "core/text/utf8.h"

namespace {

std::vector<std::string> articles() {
  static const std::u32string kLetters = U"ابتجحدرسشعفقكلمنهويأإةىؤئ";
  std::mt19937 random(42);
  std::vector<std::string> vocabulary(20'000), out(500);
  for (std::string& word : vocabulary) {
    if (random() % 25 == 0) {
      word = std::to_string(random() % 3000);
      continue;
    }
    for (auto n = 2 + random() % 6; n > 0; --n) {
      khabar::append_utf8(kLetters[random() % kLetters.size()], word);
    }
  }
  for (std::string& text : out) {
    const std::size_t bytes = 2000 + random() % 3000;
    while (text.size() < bytes) {
      const double u = static_cast<double>(random()) / 4294967296.0;
      text += vocabulary[static_cast<std::size_t>(u * u * u * 20'000)];
      text += random() % 12 == 0 ? "، " : " ";
    }
  }
  return out;
}

void sign(benchmark::State& state) {
  const auto texts = articles();
  khabar::Signer signer;
  std::size_t i = 0;
  for (auto _ : state) benchmark::DoNotOptimize(signer.sign(texts[i++ % texts.size()]));
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(sign);

void fold_only(benchmark::State& state) {
  const auto texts = articles();
  std::string key;
  std::size_t i = 0;
  for (auto _ : state) {
    khabar::fold(texts[i++ % texts.size()], khabar::FoldMarks::drop, key);
    benchmark::DoNotOptimize(key.data());
  }
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(fold_only);

void compare(benchmark::State& state) {
  const auto texts = articles();
  khabar::Signer signer;
  std::vector<khabar::Signature> all;
  for (const auto& text : texts) all.push_back(signer.sign(text));
  std::size_t i = 0;
  for (auto _ : state) {
    const auto& a = all[i % all.size()].sketch;
    const auto& b = all[(i * 7 + 1) % all.size()].sketch;
    ++i;
    benchmark::DoNotOptimize(khabar::estimated_jaccard(a, b));
  }
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(compare);

}  // namespace

BENCHMARK_MAIN();
