#include <cstdio>

#include "app/commands/commands.h"
#include "app/conf_dir.h"
#include "app/config_check.h"
#include "app/exit_code.h"
#include "app/run_config.h"

namespace khabar {
namespace {

std::string counted(std::size_t n, const char* what) {
  return std::to_string(n) + " " + what + (n == 1 ? "" : "s");
}

int refuse(const Error& error) {
  std::fprintf(stderr, "%s\n", error.message.c_str());
  return kExitUsage;
}

}  // namespace

int run_check(const CommonOptions& common, const std::string& conf) {
  const auto conf_dir = find_conf_dir(common.conf_dir);
  if (!conf_dir) return refuse({ErrorKind::invalid, "khabar check: " + conf_dir.error().message});
  const std::string path = find_run_config(conf, *conf_dir);
  const auto config = load_toml(path);
  if (!config) return refuse(config.error());
  const auto checked = check_config(*config, *conf_dir);
  if (!checked) return refuse(checked.error());
  std::printf("%s: %s, %s, %s; no faults\n", path.c_str(),
              counted(checked->sources, "source").c_str(),
              counted(checked->stages, "stage").c_str(), counted(checked->sinks, "sink").c_str());
  return kExitOk;
}

}  // namespace khabar
