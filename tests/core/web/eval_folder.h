// Where the evaluation data lies: KHABAR_EVAL_DIR, or beside the repository.
#pragma once

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace khabar {

inline std::filesystem::path web_eval_folder() {
  const char* set = std::getenv("KHABAR_EVAL_DIR");
  return set ? std::filesystem::path(set)
             : std::filesystem::path(KHABAR_SOURCE_DIR) / ".." / "shared" / "eval";
}

inline std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

// Files below `folder` that end in `suffix`, in order; none when the folder is absent.
inline std::vector<std::filesystem::path> eval_files(const std::string& folder,
                                                     const std::string& suffix) {
  std::vector<std::filesystem::path> found;
  std::error_code absent;
  for (const auto& entry :
       std::filesystem::recursive_directory_iterator(web_eval_folder() / folder, absent)) {
    if (entry.path().string().ends_with(suffix)) found.push_back(entry.path());
  }
  std::sort(found.begin(), found.end());
  return found;
}

}  // namespace khabar
