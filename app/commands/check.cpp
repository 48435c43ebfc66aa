#include <cstdio>

#include "app/commands/commands.h"
#include "app/conf_dir.h"
#include "app/exit_code.h"
#include "app/standard_catalog.h"
#include "core/flow/cursor_store.h"
#include "core/flow/metrics.h"
#include "core/flow/plan.h"

namespace khabar {

int run_check(const CommonOptions& common, const std::string& conf) {
  const auto conf_dir = find_conf_dir(common.conf_dir);
  if (!conf_dir) {
    std::fprintf(stderr, "khabar check: %s\n", conf_dir.error().message.c_str());
    return kExitUsage;
  }
  auto config = load_toml(conf);
  if (!config) {
    std::fprintf(stderr, "%s\n", config.error().message.c_str());
    return kExitUsage;
  }
  const Catalog catalog = standard_catalog();
  const Plan plan = read_plan(std::move(*config), catalog, {"log"});
  SystemClock clock;
  Metrics metrics;
  ForgetfulCursorStore cursors;
  const Services services{clock, metrics, cursors, *conf_dir, ""};
  const auto parts = make_parts(plan, catalog, services);
  if (!parts) {
    std::fprintf(stderr, "%s\n", parts.error().message.c_str());
    return kExitUsage;
  }
  std::printf("%s: %zu sources, %zu stages, %zu sinks; no faults\n", conf.c_str(),
              parts->sources.size(), parts->stages.size(), parts->sinks.size());
  return kExitOk;
}

}  // namespace khabar
