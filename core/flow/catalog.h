// Catalog: which components exist. An object that app/standard_catalog.cpp fills, one line a
// component; nothing registers itself. Filled before threads start, then const.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/flow/checkpoint.h"
#include "core/flow/settings.h"
#include "core/flow/sink.h"
#include "core/flow/source.h"
#include "core/flow/stage.h"

namespace khabar {

class Metrics;

// Borrowed by components for the length of a run; app owns them.
struct Services {
  Clock& clock;
  Metrics& metrics;
  CursorStore& cursors;
  std::string conf_dir;                 // where boilerplate/, agencies.toml ... lie
  std::string state_dir;                // empty: keep nothing
  Checkpoint::Bounds open_bounds = {};  // of one source: its share of what the plan lets be open
  // How far behind its sinks a killed run may start again: a sink that looks for keys it already
  // holds looks at this many of its last records.
  std::size_t replay_documents_max = 2 * limits::kOpenDocumentsMax;
};

// A stage is built once per run and then asked for a worker's instance as often as needed, so
// that workers share compiled rules or an index.
class StageFactory {
 public:
  virtual ~StageFactory() = default;
  virtual Result<std::unique_ptr<Stage>> make_worker() = 0;
  virtual bool needs_order() const { return false; }  // dedupe: one worker, source order
  // Makes durable what the stage has learned, should the program be killed. Called now and then on
  // the thread of run(), while workers work. An Error is logged, and it is tried again later.
  virtual Status save() { return {}; }
};

class Catalog {
 public:
  template <class T>
  using Make = std::function<Result<std::unique_ptr<T>>(Settings&, const Services&)>;

  void add_source(const std::string& name, Make<Source> make) { sources_[name] = std::move(make); }
  void add_stage(const std::string& name, Make<StageFactory> make) {
    stages_[name] = std::move(make);
  }
  void add_sink(const std::string& name, Make<Sink> make) { sinks_[name] = std::move(make); }

  const std::map<std::string, Make<Source>>& sources() const { return sources_; }
  const std::map<std::string, Make<StageFactory>>& stages() const { return stages_; }
  const std::map<std::string, Make<Sink>>& sinks() const { return sinks_; }

 private:
  std::map<std::string, Make<Source>> sources_;
  std::map<std::string, Make<StageFactory>> stages_;
  std::map<std::string, Make<Sink>> sinks_;
};

}  // namespace khabar
