// All faults of a configuration at once, without touching what a run of it keeps: for
// `khabar check`, and for a reload beside the run itself. Reads rule files; any thread.
#pragma once

#include <cstddef>
#include <string>

#include "core/base/result.h"
#include "core/io/toml.h"

namespace khabar {

struct CheckedConfig {
  std::size_t sources = 0, stages = 0, sinks = 0;
};

// Reads [run], [admin] and [log], and makes every component in an empty state folder of its own,
// which it removes again; opens none. Invalid: the faults of all of them, one a line.
Result<CheckedConfig> check_config(const TomlValue& config, const std::string& conf_dir);

}  // namespace khabar
