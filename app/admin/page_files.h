// The files of app/admin/page/, which the build writes into the program (cmake/embed_files.cmake).
// Constants; any thread.
#pragma once

#include <span>
#include <string_view>

namespace khabar {

struct PageFile {
  std::string_view name;  // "index.html"
  std::string_view bytes;
};

std::span<const PageFile> page_files();

}  // namespace khabar
