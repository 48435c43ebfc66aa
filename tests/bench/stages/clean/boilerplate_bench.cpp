// Cleaning of text: paragraphs + normalise + rules, over the articles of the dedupe evaluation set
// (KHABAR_EVAL_DIR), or over invented stories where it is absent. Read the ratio to fold alone, on
// the same bytes in the same run; and with a thousand more patterns.
#include <benchmark/benchmark.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "core/model/signature.h"
#include "core/text/fold.h"
#include "core/text/normalise.h"
#include "stages/clean/boilerplate.h"
#include "stages/clean/clean_stage.h"
#include "stages/clean/paragraphs.h"
#include "tests/bench/stages/clean/invented_texts.h"
#include "tests/stages/dedupe/eval_articles.h"

namespace khabar {
namespace {

const std::vector<std::string>& texts() {
  static const std::vector<std::string> all = [] {
    std::vector<EvalArticle> articles = eval_articles(8000);
    if (articles.empty()) return invented_texts();
    std::vector<std::string> out;
    for (EvalArticle& article : articles) out.push_back(std::move(article.text));
    return out;
  }();
  return all;
}

std::size_t bytes() {
  std::size_t n = 0;
  for (const std::string& text : texts()) n += text.size();
  return n;
}

std::vector<RuleFile> rule_files() {
  std::vector<RuleFile> files;
  for (const auto& entry :
       std::filesystem::directory_iterator(std::string(KHABAR_SOURCE_DIR) + "/conf/boilerplate")) {
    std::ostringstream text;
    text << std::ifstream(entry.path()).rdbuf();
    files.push_back({entry.path(), entry.path().stem(), text.str()});
  }
  return files;
}

// common_start: the added patterns begin with words that begin every other sentence ("he said"),
// so that these lines are read to the end; else with words of their own, as footers do.
BoilerplateRules rules_and(int more_patterns, bool common_start) {
  std::vector<RuleFile> files = rule_files();
  std::string extra;
  for (int i = 0; i < more_patterns; ++i) {
    const std::string n = std::to_string(i);
    extra += "[[contact]]\nname = \"n" + n + "\"\npatterns = [\"(" +
             (common_start ? "وقال|واضاف|" : "") + "تابعونا|كلمه" + n + ") ..4 (كلمه" + n +
             "|اخري" + n + ") (وهذه|وتلك) ...\"]\n";
  }
  for (RuleFile& file : files)
    if (file.language == "ar") file.toml += extra;
  auto rules = BoilerplateRules::from_files(files);
  if (!rules) std::fprintf(stderr, "%s\n", rules.error().message.substr(0, 400).c_str());
  return std::move(rules).value();
}

void fold_alone(benchmark::State& state) {
  std::string key;
  for (auto _ : state)
    for (const std::string& text : texts()) {
      fold(text, FoldMarks::keep, key);
      benchmark::DoNotOptimize(key.data());
    }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * bytes()));
}
BENCHMARK(fold_alone)->Unit(benchmark::kMillisecond);

void normalise_alone(benchmark::State& state) {
  std::string out;
  for (auto _ : state)
    for (const std::string& text : texts()) {
      normalise(text, {"ar"}, out);
      benchmark::DoNotOptimize(out.data());
    }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * bytes()));
}
BENCHMARK(normalise_alone)->Unit(benchmark::kMillisecond);

void paragraphs_alone(benchmark::State& state) {
  std::vector<Paragraph> paragraphs;
  for (auto _ : state)
    for (const std::string& text : texts()) {
      split_paragraphs(text, {"ar", true}, paragraphs);
      benchmark::DoNotOptimize(paragraphs.data());
    }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * bytes()));
}
BENCHMARK(paragraphs_alone)->Unit(benchmark::kMillisecond);

void clean_text(benchmark::State& state) {
  const BoilerplateRules rules = rules_and(static_cast<int>(state.range(0)), state.range(1) != 0);
  BoilerplateCleaner cleaner(rules);
  std::vector<Paragraph> paragraphs;
  std::vector<Removed> removed;
  for (auto _ : state)
    for (const std::string& text : texts()) {
      split_paragraphs(text, {"ar", true}, paragraphs);
      cleaner.clean(paragraphs, "ar", nullptr, false, removed);
      benchmark::DoNotOptimize(paragraphs.data());
    }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * bytes()));
  state.counters["patterns"] = static_cast<double>(rules.patterns());
  state.counters["states"] = static_cast<double>(rules.automaton().states());
}
BENCHMARK(clean_text)
    ->ArgNames({"more_patterns", "common_start"})
    ->Args({0, 0})
    ->Args({1000, 0})
    ->Args({1000, 1})
    ->Unit(benchmark::kMillisecond);

// The whole stage: decoding, paragraphs, language, normalising, rules; and the signature for
// dedupe, which is no cleaning but is made here because this stage runs in parallel.
void clean_stage(benchmark::State& state) {
  auto shared = make_clean_shared(CleanOptions{}, std::string(KHABAR_SOURCE_DIR) + "/conf").value();
  CleanStage stage(shared);
  for (auto _ : state)
    for (const std::string& text : texts()) {
      Document document;
      document.payload.kind = PayloadKind::text;
      document.payload.is_utf8 = true;
      document.payload.body = text;
      benchmark::DoNotOptimize(stage.process(document).has_value());
    }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * bytes()));
}
BENCHMARK(clean_stage)->Unit(benchmark::kMillisecond);

void sign_alone(benchmark::State& state) {
  Signer signer;
  for (auto _ : state)
    for (const std::string& text : texts())
      benchmark::DoNotOptimize(signer.sign(text).text_hash_low);
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * bytes()));
}
BENCHMARK(sign_alone)->Unit(benchmark::kMillisecond);

void load_rules(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(rules_and(0, false).patterns());
}
BENCHMARK(load_rules)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace khabar

BENCHMARK_MAIN();
