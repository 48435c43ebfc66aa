#include <cstdio>

#include "app/commands/commands.h"
#include "app/exit_code.h"

namespace khabar {

int run_dedupe_tool(const CommonOptions&, const std::string& verb, const std::string&,
                    const std::string&) {
  std::fprintf(stderr, "khabar dedupe %s: not yet\n", verb.c_str());
  return kExitFailure;
}

}  // namespace khabar
