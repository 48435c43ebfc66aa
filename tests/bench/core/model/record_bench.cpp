// How fast records are written and read, against RapidJSON's writer and a plain copy of the bytes.
#include <benchmark/benchmark.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include "core/model/document_json.h"

namespace khabar {
namespace {

// 20 paragraphs of Arabic, some 8 kB: a long article.
Document article() {
  Document document;
  document.key = 1;
  document.verdict.id = "nelk2jujh3bej6bqawxbvbd5ie";
  document.url = document.canonical_url = "https://nahr.example/news/2026/03/07/bridge-reopens";
  document.source = {"nahr", "صحيفة النهر", "nahr.example"};
  document.origin = {"warc", "crawl/2026-03-07.warc.gz", 48211, 0, "urn:uuid:5f0c8f3e", ""};
  document.article.title = "إعادة فتح الجسر القديم بعد عامين من الترميم";
  document.article.authors = {"هدى منصور"};
  document.article.published = "2026-03-07T09:30:00+03:00";
  for (int i = 0; i < 20; ++i) {
    std::string& text = document.article.paragraphs.emplace_back().text;
    for (int j = 0; j < 4; ++j)
      text += "وقال المهندس المشرف إن \"الأعمال\" انتهت قبل موعدها بشهر. ";
  }
  return document;
}

void write_record(benchmark::State& state) {
  const Document document = article();
  std::string line;
  for (auto _ : state) {
    line.clear();
    append_record(document, line);
    benchmark::DoNotOptimize(line.data());
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(line.size()));
}
BENCHMARK(write_record);

void copy_record(benchmark::State& state) {
  std::string line, copy;
  append_record(article(), line);
  for (auto _ : state) {
    copy.assign(line);
    benchmark::DoNotOptimize(copy.data());
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(line.size()));
}
BENCHMARK(copy_record);

// The text alone, which is nearly all of the record.
void write_text_with_rapidjson(benchmark::State& state) {
  const std::string text = joined_text(article().article.paragraphs);
  rapidjson::StringBuffer buffer;
  for (auto _ : state) {
    buffer.Clear();
    rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
    writer.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
    benchmark::DoNotOptimize(buffer.GetString());
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(buffer.GetSize()));
}
BENCHMARK(write_text_with_rapidjson);

void read_record(benchmark::State& state) {
  std::string line;
  append_record(article(), line);
  for (auto _ : state) benchmark::DoNotOptimize(parse_record(line));
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(line.size()));
}
BENCHMARK(read_record);

void find_key(benchmark::State& state) {
  std::string line;
  append_record(article(), line);
  for (auto _ : state) benchmark::DoNotOptimize(key_of_line(line));
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(line.size()));
}
BENCHMARK(find_key);

}  // namespace
}  // namespace khabar

BENCHMARK_MAIN();
