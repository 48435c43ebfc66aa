// What differs between the configuration that runs and another. Pure functions; any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/io/toml.h"

namespace khabar {

// Equal but for where they stand in their files; the order of keys does not matter.
bool same_toml(const TomlValue& a, const TomlValue& b);

struct ConfigChange {
  enum class Kind { added, removed, changed };
  Kind kind = Kind::changed;
  std::string path;               // of a component or a table: "sinks.jsonl", "dedupe"
  std::vector<std::string> keys;  // of a changed one: which settings, in order
};

// By component: the tables below [sources] and [sinks] count each for itself.
std::vector<ConfigChange> config_changes(const TomlValue& before, const TomlValue& after);

// "sinks.jsonl changed: path, rotate_bytes"
std::string change_line(const ConfigChange& change);

// The table at "sources.feeds", or null.
const TomlValue* table_at(const TomlValue& config, std::string_view dotted_path);

}  // namespace khabar
