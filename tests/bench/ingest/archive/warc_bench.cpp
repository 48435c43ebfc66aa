// Records a second over a gzip WARC, against libdeflate alone decoding the same members: the ratio
// is what the reader costs.
#include <benchmark/benchmark.h>

#include <cstdlib>
#include <string>

#include "core/io/file.h"
#include "ingest/archive/warc_reader.h"
#include "tests/ingest/archive/warc_builder.h"

namespace {

using namespace khabar;

// KHABAR_BENCH_WARC names a file; else 2,000 records of 11 kB, each with its request, as crawlers
// write them.
const std::string& stored() {
  static const std::string bytes = [] {
    if (const char* path = std::getenv("KHABAR_BENCH_WARC")) {
      return *read_file(path, std::size_t{1} << 30);
    }
    testing::WarcBuilder warc;
    for (unsigned i = 0; i < 2000; ++i) {
      const std::string url = "http://a.example/" + std::to_string(i);
      warc.request(url).response(url, "<!doctype html><p>" + testing::prose(22'000, i));
    }
    return warc.gzip_members();
  }();
  return bytes;
}

std::size_t decode_members(std::string_view rest, std::string& out) {
  libdeflate_decompressor* d = libdeflate_alloc_decompressor();
  std::size_t total = 0;
  while (!rest.empty()) {
    std::size_t used = 0, got = 0;
    const auto result = libdeflate_gzip_decompress_ex(d, rest.data(), rest.size(), out.data(),
                                                      out.size(), &used, &got);
    if (result != LIBDEFLATE_SUCCESS) std::abort();
    benchmark::DoNotOptimize(out.data());
    rest.remove_prefix(used);
    total += got;
  }
  libdeflate_free_decompressor(d);
  return total;
}

void LibdeflateAlone(benchmark::State& state) {
  std::string out(std::size_t{16} << 20, '\0');
  const std::string& bytes = stored();
  std::size_t decoded = 0;
  for (auto _ : state) decoded += decode_members(bytes, out);
  state.SetBytesProcessed(static_cast<std::int64_t>(decoded));
}
BENCHMARK(LibdeflateAlone)->Unit(benchmark::kMillisecond);

void ReadWarc(benchmark::State& state, const std::string& bytes) {
  std::int64_t records = 0, payload = 0;
  for (auto _ : state) {
    auto reader = make_warc_reader(*open_members(MemoryStream::over(bytes), DecodeBounds{}),
                                   "bench.warc.gz", ReadBounds{});
    for (;;) {
      auto document = reader->next();
      if (!document || !*document) break;
      ++records;
      payload += static_cast<std::int64_t>((*document)->payload.body.size());
    }
  }
  state.SetItemsProcessed(records);
  state.SetBytesProcessed(payload);
}
void WarcGzipMembers(benchmark::State& state) {
  ReadWarc(state, stored());
}
BENCHMARK(WarcGzipMembers)->Unit(benchmark::kMillisecond);

std::string plain() {
  std::string all;
  auto members = *open_members(khabar::MemoryStream::over(stored()), DecodeBounds{});
  for (auto piece = members->next(); piece && !piece->bytes.empty(); piece = members->next()) {
    all += piece->bytes;
  }
  return all;
}
void WarcPlain(benchmark::State& state) {
  ReadWarc(state, plain());
}
BENCHMARK(WarcPlain)->Unit(benchmark::kMillisecond);

void WarcOneGzipMember(benchmark::State& state) {
  ReadWarc(state, testing::gzipped(plain()));
}
BENCHMARK(WarcOneGzipMember)->Unit(benchmark::kMillisecond);

void WarcOneZstdFrame(benchmark::State& state) {
  ReadWarc(state, testing::zstd_frame(plain()));
}
BENCHMARK(WarcOneZstdFrame)->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
