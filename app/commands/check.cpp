#include <cstdio>

#include "app/commands/commands.h"
#include "app/conf_dir.h"
#include "app/config_check.h"
#include "app/exit_code.h"
#include "app/run_config.h"

namespace khabar {

int run_check(const CommonOptions& common, const std::string& conf) {
  const auto conf_dir = find_conf_dir(common.conf_dir);
  if (!conf_dir) {
    std::fprintf(stderr, "khabar check: %s\n", conf_dir.error().message.c_str());
    return kExitUsage;
  }
  const auto config = read_run_config({conf, {}, {}}, *conf_dir);
  if (!config) {
    std::fprintf(stderr, "%s\n", config.error().message.c_str());
    return kExitUsage;
  }
  const auto checked = check_config(config->config, *conf_dir);
  if (!checked) {
    std::fprintf(stderr, "%s\n", checked.error().message.c_str());
    return kExitUsage;
  }
  std::printf("%s: %zu sources, %zu stages, %zu sinks; no faults\n", config->path.c_str(),
              checked->sources, checked->stages, checked->sinks);
  return kExitOk;
}

}  // namespace khabar
