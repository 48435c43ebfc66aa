// A small pipeline to tell stories about: sources, stages and sinks of fakes, run to its end.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "core/flow/cursor_store.h"
#include "core/flow/metrics.h"
#include "core/flow/runner.h"
#include "tests/fakes/counting_source.h"
#include "tests/fakes/crashing_cursor_store.h"
#include "tests/fakes/function_stage.h"
#include "tests/fakes/recording_sink.h"

namespace khabar {

struct Pipeline {
  using Process = FunctionStage::Process;
  using Behaviour = RecordingSink::Behaviour;

  Pipeline() {
    tuning.workers = 2;
    tuning.batch_wait = Milliseconds(1);
    tuning.retry_first = Milliseconds(0);
  }

  Pipeline& source(std::uint64_t count, CountingSource::Fill fill = {}) {
    const std::string name = "source" + std::to_string(parts.sources.size());
    auto made = std::make_unique<CountingSource>(
        keys, count, cursors, name, tuning.share_of(sources_planned), fates, std::move(fill));
    keys += count;
    last_source = made.get();
    parts.sources.push_back({name, std::move(made)});
    return *this;
  }
  Pipeline& stage(Process process, bool needs_order = false) {
    parts.stages.push_back({"stage" + std::to_string(parts.stages.size()),
                            std::make_unique<FunctionStage>(std::move(process), needs_order)});
    return *this;
  }
  Pipeline& sink(Held& held, Behaviour behaviour = {}) {
    parts.sinks.push_back({"sink" + std::to_string(parts.sinks.size()),
                           std::make_unique<RecordingSink>(held, std::move(behaviour))});
    return *this;
  }
  Pipeline& dead_letters(Held& held) {
    Behaviour behaviour;
    behaviour.takes_faults = true;
    return sink(held, std::move(behaviour));
  }

  Runner& built() {
    if (!runner) {
      runner = std::make_unique<Runner>(tuning, std::move(parts),
                                        Services{*clock, metrics, cursors, "", ""});
    }
    return *runner;
  }
  Status run() { return built().run(); }
  RunSummary counts() {  // without the time
    RunSummary summary = built().summary();
    summary.seconds = 0;
    return summary;
  }

  SystemClock system_clock;
  Clock* clock = &system_clock;
  Metrics metrics;
  CrashingCursorStore own_cursors;
  CrashingCursorStore& cursors = own_cursors;
  Fates fates;
  Tuning tuning;
  std::size_t sources_planned = 1;
  std::uint64_t keys = 0;
  CountingSource* last_source = nullptr;
  Parts parts;
  std::unique_ptr<Runner> runner;
};

inline std::vector<std::uint64_t> up_to(std::uint64_t count) {
  std::vector<std::uint64_t> out;
  for (std::uint64_t i = 0; i < count; ++i) out.push_back(i);
  return out;
}

}  // namespace khabar
