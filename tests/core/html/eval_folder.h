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

inline std::filesystem::path eval_folder(const char* name) {
  const char* set = std::getenv("KHABAR_EVAL_DIR");
  const std::filesystem::path base = set ? set : KHABAR_SOURCE_DIR "/../shared/eval";
  return base / name;
}

inline std::string read_whole_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return std::move(text).str();
}

// In order of name; empty when the folder is absent.
inline std::vector<std::filesystem::path> files_with(const std::filesystem::path& folder,
                                                     const char* extension) {
  std::vector<std::filesystem::path> found;
  std::error_code absent;
  for (const auto& entry : std::filesystem::directory_iterator(folder, absent)) {
    if (entry.path().extension() == extension) found.push_back(entry.path());
  }
  std::sort(found.begin(), found.end());
  return found;
}

}  // namespace khabar
