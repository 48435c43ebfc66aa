#include <cstdio>
#include <string>

#include "app/commands/commands.h"
#include "app/conf_dir.h"
#include "app/exit_code.h"
#include "app/settings_reference.h"
#include "core/model/record_schema.h"

namespace khabar {

int run_schema() {
  const std::string schema = record_schema();
  std::fwrite(schema.data(), 1, schema.size(), stdout);
  if (!schema.ends_with('\n')) std::fputc('\n', stdout);
  return kExitOk;
}

int run_settings_reference(const CommonOptions& common) {
  const auto conf_dir = find_conf_dir(common.conf_dir);
  if (!conf_dir) {
    std::fprintf(stderr, "khabar settings: %s\n", conf_dir.error().message.c_str());
    return kExitUsage;
  }
  const std::string reference = settings_reference(*conf_dir);
  std::fwrite(reference.data(), 1, reference.size(), stdout);
  return kExitOk;
}

}  // namespace khabar
