// docs/CONFIG.md: every setting the program reads, from the reads themselves.
#pragma once

#include <string>

namespace khabar {

std::string settings_reference(const std::string& conf_dir);

}  // namespace khabar
