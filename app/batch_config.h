// From the words of `khabar batch` to a configuration: what -o, --trace, --set ... mean.
// Reads the configuration file; otherwise a pure function.
#pragma once

#include <string>

#include "app/commands/commands.h"
#include "core/base/result.h"
#include "core/io/toml.h"

namespace khabar {

// The file of --conf with the inputs as sources.archive.paths, and with -o the sinks it names in
// place of the file's own; without either, records go to stdout. --set comes last and wins.
Result<TomlValue> batch_config(const BatchOptions& options);

// The same inputs with `clean` alone, counting each site's lines into `sites_path`.
Result<TomlValue> learning_config(const BatchOptions& options, const std::string& sites_path);

// Where rejected input goes when the configuration names no place: beside the first output file.
std::string dead_letter_path(const std::string& output);

}  // namespace khabar
