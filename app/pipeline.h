// What `khabar batch`, `khabar run` and `khabar check` do alike on the way from a configuration to
// a run. Main thread.
#pragma once

#include <memory>
#include <string>

#include "app/run_summary_text.h"
#include "core/base/result.h"
#include "core/flow/checkpoint.h"
#include "core/flow/plan.h"
#include "core/io/toml.h"

namespace khabar {

// Reads the plan against the standard catalog; the tables of the service are somebody else's.
Plan plan_of(TomlValue config, const Catalog& catalog);

// Locks `state_dir` and opens its cursors; with an empty one, cursors that forget.
Result<std::unique_ptr<CursorStore>> open_cursors(const std::string& state_dir);

// The places that the configuration really writes to, for the summary.
SummaryContext summary_context(const TomlValue& config);

// Writes "khabar: MESSAGE" to stderr and gives `code` back.
int fail_with(const Error& error, int code);

}  // namespace khabar
