// Reloader: reads the configuration of a run again and puts in force what can change while it
// runs: the sources that let themselves be told. A bad file leaves all as it was. Called on the
// attendant's thread; blocks on the disk.
#pragma once

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "app/admin/run_phase.h"
#include "app/run_config.h"
#include "core/base/clock.h"

namespace khabar {

class Reloader {
 public:
  // A source that can change: its path, and who takes another table for it and says, a line each,
  // what will change (ingest/feed/source_control.h). Invalid: the faults, and nothing changes.
  struct LiveSource {
    std::string path;
    std::function<Result<std::vector<std::string>>(const TomlValue& table)> reload;
  };

  Reloader(RunWords words, std::string conf_dir, TomlValue in_force,
           std::vector<LiveSource> live_sources, const Clock& clock)
      : words_(std::move(words)),
        conf_dir_(std::move(conf_dir)),
        in_force_(std::move(in_force)),
        live_sources_(std::move(live_sources)),
        clock_(clock) {}

  // What it did is logged too.
  ReloadOutcome reload();

 private:
  Result<std::vector<std::string>> try_reload();
  bool is_live(const std::string& path) const;

  const RunWords words_;
  const std::string conf_dir_;
  const TomlValue in_force_;  // but for the tables of live sources
  const std::vector<LiveSource> live_sources_;
  const Clock& clock_;
};

}  // namespace khabar
