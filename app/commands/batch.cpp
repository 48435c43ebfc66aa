#include <cstdio>
#include <filesystem>
#include <iostream>
#include <optional>

#include <unistd.h>

#include "app/attendant.h"
#include "app/batch_config.h"
#include "app/commands/commands.h"
#include "app/conf_dir.h"
#include "app/exit_code.h"
#include "app/pipeline.h"
#include "app/run_summary_text.h"
#include "app/standard_catalog.h"
#include "core/base/log.h"
#include "core/flow/cursor_store.h"
#include "core/flow/runner.h"

namespace khabar {
namespace {

constexpr std::string_view kArea = "batch";

struct Finished {
  RunSummary summary;
  Status status;
};

// Builds and runs one pipeline. Faults of the configuration are an Error.
Result<Finished> run_pipeline(TomlValue config, const BatchOptions& options, Services& services,
                              bool progress) {
  const Catalog catalog = standard_catalog();
  const Plan plan = plan_of(std::move(config), catalog);
  auto runner = Runner::build(plan, catalog, services);
  if (!runner) return tl::unexpected(runner.error());
  Finished finished;
  {
    Attendant attendant(**runner, services.metrics, plan.tuning.grace,
                        {progress && !options.quiet, {}, {}, {}});
    finished.status = (*runner)->run();
  }
  finished.summary = (*runner)->summary();
  return finished;
}

// First pass of --learn: counts each site's lines. Keeps no cursors: a killed pass starts anew.
Status learn(const BatchOptions& options, const std::string& conf_dir, Clock& clock,
             const std::string& sites_path) {
  for (const std::string& input : options.inputs) {
    if (input == "-")
      return invalid("--learn reads its inputs twice, and standard input is gone then");
  }
  std::error_code ignored;
  std::filesystem::remove(sites_path, ignored);  // learned anew, so that the result is the inputs'
  auto config = learning_config(options, sites_path);
  if (!config) return tl::unexpected(config.error());
  Metrics metrics;
  ForgetfulCursorStore cursors;
  Services services{clock, metrics, cursors, conf_dir, ""};
  log_info(kArea, "first pass: learning each site's boilerplate");
  auto finished = run_pipeline(std::move(*config), options, services, true);
  if (!finished) return tl::unexpected(finished.error());
  return finished->status;
}

}  // namespace

int run_batch(const CommonOptions& common, const BatchOptions& options) {
  if (options.inputs.empty() && options.conf.empty()) {
    return fail_with({ErrorKind::invalid, "batch: no input; name files, folders or - for stdin"},
                     kExitUsage);
  }
  const auto conf_dir = find_conf_dir(common.conf_dir);
  if (!conf_dir) return fail_with(conf_dir.error(), kExitUsage);
  auto config = batch_config(options);
  if (!config) return fail_with(config.error(), kExitUsage);
  SystemClock clock;
  if (options.learn) {
    const std::string sites_path = options.state_dir.empty()
                                       ? (std::filesystem::temp_directory_path() /
                                          ("khabar-sites-" + std::to_string(getpid()) + ".jsonl"))
                                             .string()
                                       : options.state_dir + "/sites.jsonl";
    if (!options.state_dir.empty()) std::filesystem::create_directories(options.state_dir);
    if (const Status learned = learn(options, *conf_dir, clock, sites_path); !learned) {
      return fail_with(learned.error(), kExitFailure);
    }
    if (const Status set = set_toml(*config, "clean.sites", '"' + sites_path + '"', "--learn");
        !set) {
      return fail_with(set.error(), kExitUsage);
    }
  }
  auto cursors = open_cursors(options.state_dir);
  if (!cursors) return fail_with(cursors.error(), kExitFailure);
  Metrics metrics;
  Services services{clock, metrics, **cursors, *conf_dir, options.state_dir};
  SummaryContext context = summary_context(*config);
  context.state_dir = options.state_dir;
  auto finished = run_pipeline(std::move(*config), options, services, true);
  if (!finished) {
    return fail_with(finished.error(),
                     finished.error().kind == ErrorKind::invalid ? kExitUsage : kExitFailure);
  }
  const bool never_began = !finished->status && finished->summary.read == 0;
  if (!options.quiet && !never_began) {
    std::fputs(run_summary_text(finished->summary, metrics, context).c_str(), stderr);
  }
  if (!finished->status) return fail_with(finished->status.error(), kExitFailure);
  return finished->summary.rejected_total() > 0 ? kExitDeadLetters : kExitOk;
}

}  // namespace khabar
