// Records a second into files, by size of the batch that one sync makes durable.
#include <filesystem>

#include <benchmark/benchmark.h>
#include <unistd.h>

#include "sinks/jsonl/jsonl_sink.h"

namespace khabar {
namespace {

// A news article of some 5 kB.
std::vector<Document> articles(std::size_t count) {
  std::vector<Document> documents(count);
  for (Document& document : documents) {
    document.origin = {"warc", "crawl.warc.gz", 0, 0, "urn:uuid:5f0c8f3e", ""};
    document.article.title = "إعادة فتح الجسر القديم بعد عامين من الترميم";
    for (int i = 0; i < 10; ++i) {
      std::string& text = document.article.paragraphs.emplace_back().text;
      for (int j = 0; j < 5; ++j) text += "وقال المهندس المشرف إن الأعمال انتهت قبل موعدها بشهر. ";
    }
  }
  return documents;
}

// Arguments: documents a batch, zstd level, fsync.
void write_records(benchmark::State& state) {
  const SystemClock clock;
  const auto folder =
      std::filesystem::temp_directory_path() / ("khabar_bench_" + std::to_string(getpid()));
  std::filesystem::create_directories(folder);
  JsonlOptions options;
  options.path = (folder / "records.jsonl").string();
  options.file = {state.range(2) != 0, static_cast<int>(state.range(1))};
  options.rotate_bytes = std::uint64_t{256} << 20;
  JsonlSink sink(options, clock);
  bool ok = sink.open().has_value();
  std::vector<Document> documents = articles(static_cast<std::size_t>(state.range(0)));
  std::uint64_t key = 0;
  for (auto _ : state) {
    std::vector<const Document*> batch;
    for (Document& document : documents) {
      document.key = ++key;
      batch.push_back(&document);
    }
    ok = ok && sink.write(batch).has_value();
  }
  if (!ok) state.SkipWithError("write failed");
  state.SetItemsProcessed(static_cast<std::int64_t>(key));
  std::filesystem::remove_all(folder);
}
BENCHMARK(write_records)
    ->ArgNames({"batch", "zstd", "fsync"})
    ->Args({1, 0, 1})
    ->Args({64, 0, 1})
    ->Args({256, 0, 1})
    ->Args({256, 0, 0})
    ->Args({256, 3, 1})
    ->UseRealTime();

}  // namespace
}  // namespace khabar

BENCHMARK_MAIN();
