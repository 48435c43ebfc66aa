// Records a second into the database with its full-text index, and queries a second.
#include <cmath>
#include <filesystem>
#include <random>

#include <benchmark/benchmark.h>
#include <unistd.h>

#include "sinks/sqlite/article_search.h"
#include "sinks/sqlite/sqlite_sink.h"

namespace khabar {
namespace {

// Words by a Zipf-like law, so that the index looks as it does over real text: some 400 a document.
std::string some_text(std::mt19937_64& random) {
  std::string text;
  for (int i = 0; i < 400; ++i) {
    const double u = std::uniform_real_distribution<double>(0, 1)(random);
    auto word = static_cast<std::uint64_t>(std::pow(50'000.0, u));
    text += "ال";
    for (; word > 0; word /= 24) {
      text += '\xD8';
      text += static_cast<char>(0xA8 + word % 24 % 18);
    }
    text += ' ';
  }
  return text;
}

std::vector<Document> articles(std::mt19937_64& random, std::size_t count) {
  std::vector<Document> documents(count);
  for (Document& document : documents) {
    document.key = random();
    document.verdict.id = std::to_string(document.key);
    document.origin = {"warc", "crawl.warc.gz", 0, 0, document.verdict.id, ""};
    document.article.title = some_text(random).substr(0, 60);
    document.article.paragraphs.emplace_back().text = some_text(random);
  }
  return documents;
}

class BenchFile {
 public:
  BenchFile() { remove(); }
  ~BenchFile() { remove(); }
  const std::string& path() const { return path_; }

 private:
  void remove() const {
    for (const char* end : {"", "-wal", "-shm"}) std::filesystem::remove(path_ + end);
  }
  std::string path_ = (std::filesystem::temp_directory_path() /
                       ("khabar_bench_" + std::to_string(getpid()) + ".db"))
                          .string();
};

void write_articles(benchmark::State& state) {
  const BenchFile file;
  SqliteSink sink(file.path());
  bool ok = sink.open().has_value();
  std::mt19937_64 random(1);
  std::int64_t written = 0;
  for (auto _ : state) {
    state.PauseTiming();
    const auto documents = articles(random, static_cast<std::size_t>(state.range(0)));
    std::vector<const Document*> batch;
    for (const Document& document : documents) batch.push_back(&document);
    state.ResumeTiming();
    ok = ok && sink.write(batch).has_value();
    written += state.range(0);
  }
  if (!ok) state.SkipWithError("write failed");
  state.SetItemsProcessed(written);
  state.counters["bytes_per_article"] =
      static_cast<double>(std::filesystem::file_size(file.path())) / static_cast<double>(written);
}
BENCHMARK(write_articles)->Arg(16)->Arg(64)->Arg(256)->Unit(benchmark::kMillisecond)->UseRealTime();

void search(benchmark::State& state) {
  const BenchFile file;
  SqliteSink sink(file.path());
  bool ok = sink.open().has_value();
  std::mt19937_64 random(1);
  for (int i = 0; i < 20; ++i) {
    const auto documents = articles(random, 500);
    std::vector<const Document*> batch;
    for (const Document& document : documents) batch.push_back(&document);
    ok = ok && sink.write(batch).has_value();
  }
  for (auto _ : state) {
    const std::string text = some_text(random);
    const auto hits = search_articles(file.path(), text.substr(0, text.find(' ')), 10);
    ok = ok && hits.has_value();
  }
  if (!ok) state.SkipWithError("search failed");
}
BENCHMARK(search)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace khabar

BENCHMARK_MAIN();
