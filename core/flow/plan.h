// Plan: what a configuration asks for, before anything is opened; and the components made of it.
// Every fault of the whole file is told at once. Values; one thread.
//
//     [pipeline]      workers, bounds, batches, patience        Tuning
//     [sources.NAME]  type = "archive" (default: NAME), enabled = true, what the source reads
//     [stages]        order = ["clean", "dedupe", "extract"]
//     [clean] ...     what each stage reads, one table a stage
//     [sinks.NAME]    type = "jsonl" (default: NAME), enabled = true, what the sink reads
#pragma once

#include <chrono>
#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "core/base/limits.h"
#include "core/base/result.h"
#include "core/flow/catalog.h"
#include "core/flow/settings.h"
#include "core/io/toml.h"

namespace khabar {

// The runner's own settings: [pipeline].
struct Tuning {
  std::size_t workers = 1;  // threads of each run of parallel stages
  std::size_t queue_documents = 64;
  std::size_t open_documents_max = limits::kOpenDocumentsMax;
  std::size_t open_bytes_max = limits::kOpenBytesMax;
  // A sink is written when so many have gathered, or the oldest has waited so long.
  std::size_t batch_documents = 64;
  std::chrono::milliseconds batch_wait{200};
  std::chrono::milliseconds cursor_wait{1000};  // cursors become durable at least this often
  // How long a sink (or the state directory) may be unavailable before the run fails.
  std::chrono::milliseconds retry_patience{300'000};
  std::chrono::milliseconds retry_first{100}, retry_longest{30'000};
  std::chrono::seconds grace{30};
  bool sources_in_turn = false;  // one after another, for output that repeats byte for byte

  // batch_documents, but at most a quarter of what may be open: a sink that waited for more than
  // can come would always wait for the clock.
  std::size_t batch_documents_held() const;
  // What each of several sources that read together may have open.
  Checkpoint::Bounds share_of(std::size_t sources) const;
  // See Services::replay_documents_max.
  std::size_t replay_documents_max() const { return 2 * open_documents_max; }
};

struct Plan {
  struct Component {
    std::string name, type;
    std::string path;                  // "sinks.jsonl", for messages
    const TomlValue* table = nullptr;  // of `config`
  };

  std::shared_ptr<const TomlValue> config;  // keeps the tables alive
  std::shared_ptr<const TomlValue> absent;  // an empty table: that of a stage without one
  Tuning tuning;
  std::vector<Component> sources, stages, sinks;
  std::vector<std::string> faults;  // "FILE:LINE:COL: ..."; make_parts() adds those of components
};

// Never fails: what is wrong is in Plan::faults. `other_tables` are the top-level tables that
// somebody else reads: "log", "admin".
Plan read_plan(TomlValue config, const Catalog& catalog,
               const std::vector<std::string>& other_tables);

template <class T>
struct Named {
  std::string name;
  std::unique_ptr<T> part;
};

struct Parts {
  std::vector<Named<Source>> sources;
  std::vector<Named<StageFactory>> stages;  // in order
  std::vector<Named<Sink>> sinks;
};

// Makes every component; an Error tells all faults, the plan's and the components', one a line.
// Opens nothing: that is Runner::open().
Result<Parts> make_parts(const Plan& plan, const Catalog& catalog, const Services& services);

// What the code really reads, for docs/CONFIG.md: [pipeline], then each component of the catalog.
std::vector<SettingRow> setting_rows(const Catalog& catalog, const Services& services);

}  // namespace khabar
