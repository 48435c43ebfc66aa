// ContinuousRun: everything of `khabar run` between its configuration and its end: the pipeline,
// the attendant, the admin page, the service manager. Main thread.
//
//     sources ──> stages ──> tap ──> sinks          AdminServer <── a person, Prometheus
//        ^                    │        │                 │ reads
//        │ SIGHUP             v        v                 v
//     Reloader <── Attendant ── ticks ──> FlowHistory, Pulse, ServiceNotifier
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "app/run_config.h"
#include "core/base/result.h"
#include "core/flow/checkpoint.h"
#include "core/flow/runner.h"

namespace khabar {

class ContinuousRun {
 public:
  struct Borrowed {  // outlives the run
    Clock& clock;
    Metrics& metrics;
    CursorStore& cursors;
    std::string conf_dir;
  };

  // Invalid: the faults of the configuration, one a line, or an admin address that cannot be bound.
  static Result<std::unique_ptr<ContinuousRun>> build(RunWords words, RunConfig config,
                                                      const Borrowed& borrowed, bool progress);
  ~ContinuousRun();

  // Opens the sinks and runs until the sources end or a signal stops it. Once.
  Status run();

  RunSummary summary() const;
  int admin_port() const;  // 0: no page
  const TomlValue& config() const;

 private:
  struct State;
  explicit ContinuousRun(std::unique_ptr<State> state);

  std::unique_ptr<State> state_;
};

}  // namespace khabar
