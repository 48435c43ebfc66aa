// What the runner itself costs a document: stages and sinks that do nothing. Arguments: how many
// stages (the second of three needs order), how many sinks.
#include <memory>
#include <string>
#include <vector>

#include <benchmark/benchmark.h>

#include "core/flow/cursor_store.h"
#include "core/flow/runner.h"
#include "tests/fakes/function_stage.h"

namespace khabar {
namespace {

class EmptyDocuments final : public Source {
 public:
  EmptyDocuments(std::uint64_t count, Checkpoint::Bounds bounds)
      : left_(count), checkpoint_(bounds, [](const std::string&) {}) {}
  Result<std::vector<Parcel>> read(std::size_t max, const Stop& stop) override {
    std::vector<Parcel> out;
    while (left_ > 0 && out.size() < max && (out.empty() || checkpoint_.has_room(0))) {
      auto receipt = checkpoint_.open({}, 0, stop);
      if (!receipt) break;
      out.push_back({Document(), *std::move(receipt), 0});
      --left_;
    }
    return out;
  }

 private:
  std::uint64_t left_;
  Checkpoint checkpoint_;
};

class NullSink final : public Sink {
 public:
  Status open() override { return {}; }
  Result<std::vector<Rejection>> write(std::span<const Document* const>) override {
    return std::vector<Rejection>();
  }
};

void run_pipeline(benchmark::State& state) {
  constexpr std::uint64_t kDocuments = 50'000;
  for (auto _ : state) {
    SystemClock clock;
    Metrics metrics;
    ForgetfulCursorStore cursors;
    Tuning tuning;
    tuning.workers = 2;
    Parts parts;
    parts.sources.push_back(
        {"s", std::make_unique<EmptyDocuments>(kDocuments, tuning.share_of(1))});
    for (std::int64_t i = 0; i < state.range(0); ++i) {
      parts.stages.push_back(
          {"t" + std::to_string(i),
           std::make_unique<FunctionStage>([](Document&) { return Decision::keep(); }, i == 1)});
    }
    for (std::int64_t i = 0; i < state.range(1); ++i) {
      parts.sinks.push_back({"k" + std::to_string(i), std::make_unique<NullSink>()});
    }
    Runner runner(tuning, std::move(parts), Services{clock, metrics, cursors, "", ""});
    if (!runner.run()) state.SkipWithError("the run failed");
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations() * kDocuments));
}
BENCHMARK(run_pipeline)->Args({0, 1})->Args({1, 1})->Args({3, 1})->Args({3, 2})->UseRealTime();

}  // namespace
}  // namespace khabar

BENCHMARK_MAIN();
