#include <cstdio>

#include "app/commands/commands.h"
#include "app/exit_code.h"
#include "stages/clean/site_lines.h"

namespace khabar {
namespace {

void print_site(const SiteLines& site) {
  std::printf("%s: %zu stories sampled\n", site.host().c_str(), site.stories());
  for (const LearnedLine& line : site.lines()) {
    std::printf("  %s %3u  %s\n", site.is_boilerplate(line) ? "removed" : "kept   ", line.stories,
                line.sample.c_str());
  }
}

}  // namespace

int run_sites_tool(const CommonOptions&, const std::string& verb, const std::string& state_dir,
                   const std::string& host) {
  const std::string path = state_dir + "/sites.jsonl";
  const auto store = SiteLinesStore::load(path);
  if (!store) {
    std::fprintf(stderr, "khabar sites: %s\n", store.error().message.c_str());
    return kExitFailure;
  }
  if (verb == "forget") {
    if (!(*store)->forget(host)) {
      std::fprintf(stderr, "khabar sites: nothing was learned of %s\n", host.c_str());
      return kExitFailure;
    }
    if (const Status saved = (*store)->save(path); !saved) {
      std::fprintf(stderr, "khabar sites: %s\n", saved.error().message.c_str());
      return kExitFailure;
    }
    return kExitOk;
  }
  for (const std::string& known : host.empty() ? (*store)->hosts() : std::vector{host}) {
    const auto site = (*store)->find(known);
    if (!site) {
      std::fprintf(stderr, "khabar sites: nothing was learned of %s\n", known.c_str());
      return kExitFailure;
    }
    print_site(*site);
  }
  return kExitOk;
}

}  // namespace khabar
