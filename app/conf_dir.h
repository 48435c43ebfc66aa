// Where the rule files lie (boilerplate/, agencies.toml, places.toml). Reads the environment and
// the disk; any thread.
#pragma once

#include <string>

#include "core/base/result.h"

namespace khabar {

// The first that exists: `given` (--conf-dir), $KHABAR_CONF_DIR, ../share/khabar/conf beside the
// program, the source tree it was built from. The error names all that were tried.
Result<std::string> find_conf_dir(const std::string& given);

}  // namespace khabar
