// Lines a second, plain and gzip, against memchr alone over the same bytes.
#include <benchmark/benchmark.h>

#include <cstring>
#include <string>

#include "core/io/lines.h"
#include "core/io/member_stream.h"
#include "tests/core/io/compressed.h"

namespace {

using namespace khabar;

const std::string& lines() {
  static const std::string bytes = [] {
    std::string all;
    for (unsigned i = 0; i < 20'000; ++i) {
      std::string line = testing::prose(2000 + i % 3000, i);
      for (char& c : line) c = c == '\n' ? ' ' : c;
      all += line + '\n';
    }
    return all;
  }();
  return bytes;
}

void MemchrAlone(benchmark::State& state) {
  for (auto _ : state) {
    const char* at = lines().data();
    const char* end = at + lines().size();
    while (const void* found = std::memchr(at, '\n', static_cast<std::size_t>(end - at))) {
      at = static_cast<const char*>(found) + 1;
    }
    benchmark::DoNotOptimize(at);
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(lines().size()) * state.iterations());
}
BENCHMARK(MemchrAlone);

void Read(benchmark::State& state, const std::string& stored) {
  std::int64_t count = 0;
  for (auto _ : state) {
    auto stream = *open_decoded(MemoryStream::over(stored), "x", DecodeBounds{});
    LineReader reader(*stream, 1 << 20);
    for (auto line = reader.next(); line && *line; line = reader.next()) ++count;
  }
  state.SetItemsProcessed(count);
  state.SetBytesProcessed(static_cast<std::int64_t>(lines().size()) * state.iterations());
}
void LinesPlain(benchmark::State& state) {
  Read(state, lines());
}
BENCHMARK(LinesPlain);
void LinesGzip(benchmark::State& state) {
  Read(state, testing::gzipped(lines()));
}
BENCHMARK(LinesGzip);

}  // namespace

BENCHMARK_MAIN();
