#include "app/conf_dir.h"

#include <cstdlib>
#include <filesystem>
#include <vector>

namespace khabar {

Result<std::string> find_conf_dir(const std::string& given) {
  namespace fs = std::filesystem;
  std::vector<fs::path> candidates;
  if (!given.empty()) {
    candidates.emplace_back(given);
  } else {
    if (const char* named = std::getenv("KHABAR_CONF_DIR")) candidates.emplace_back(named);
    std::error_code error;
    const fs::path program = fs::read_symlink("/proc/self/exe", error);
    if (!error) candidates.push_back(program.parent_path() / "../share/khabar/conf");
    candidates.emplace_back(KHABAR_CONF_DIR);
  }
  std::string tried;
  for (const fs::path& candidate : candidates) {
    std::error_code error;
    if (fs::is_directory(candidate / "boilerplate", error)) {
      return candidate.lexically_normal().string();
    }
    tried += (tried.empty() ? "" : ", ") + candidate.string();
  }
  return invalid("no rule files (boilerplate/*.toml) in " + tried +
                 "; name their folder with --conf-dir or KHABAR_CONF_DIR");
}

}  // namespace khabar
