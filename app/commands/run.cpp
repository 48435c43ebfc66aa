#include <cstdio>

#include "app/commands/commands.h"
#include "app/conf_dir.h"
#include "app/continuous_run.h"
#include "app/exit_code.h"
#include "app/log_words.h"
#include "app/pipeline.h"
#include "app/run_config.h"
#include "app/run_summary_text.h"
#include "core/flow/metrics.h"

namespace khabar {
namespace {

// A bad configuration will be as bad at the next try; a place that is taken may come free.
int code_of(const Error& error) {
  return error.kind == ErrorKind::invalid ? kExitUsage : kExitFailure;
}

}  // namespace

int run_continuously(const CommonOptions& common, const RunOptions& options) {
  const auto conf_dir = find_conf_dir(common.conf_dir);
  if (!conf_dir) return fail_with(conf_dir.error(), kExitUsage);
  const RunWords words{options.conf, options.state_dir, options.settings};
  auto config = read_run_config(words, *conf_dir);
  if (!config) return fail_with(config.error(), kExitUsage);
  configure_log_words(common.log_level.empty() ? config->service.log_level : common.log_level,
                      common.log_format.empty() ? config->service.log_format : common.log_format);
  if (config->service.state_dir.empty()) {
    return fail_with({ErrorKind::invalid,
                      "run: no state folder; name one with [run] state or --state, for without it "
                      "every restart would begin anew"},
                     kExitUsage);
  }
  auto cursors = open_cursors(config->service.state_dir);
  if (!cursors) return fail_with(cursors.error(), kExitFailure);
  SystemClock clock;
  Metrics metrics;
  auto run = ContinuousRun::build(words, *std::move(config), {clock, metrics, **cursors, *conf_dir},
                                  !options.quiet);
  if (!run) return fail_with(run.error(), code_of(run.error()));
  const Status ended = (*run)->run();
  const bool never_began = !ended && (*run)->summary().read == 0;
  if (!options.quiet && !never_began) {
    std::fputs(
        run_summary_text((*run)->summary(), metrics, summary_context((*run)->config())).c_str(),
        stderr);
  }
  return ended ? kExitOk : fail_with(ended.error(), code_of(ended.error()));
}

}  // namespace khabar
