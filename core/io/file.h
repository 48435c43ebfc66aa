// Small things done to whole files. Any thread. May block on the disk. Errors name the path.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace khabar {

// The whole file; an Error when it is longer than `bytes_max`.
Result<std::string> read_file(const std::string& path, std::size_t bytes_max);

// Readers see the old bytes or the new ones, and after a power loss too: written to "PATH.tmp",
// fsync, rename, fsync of the folder. One writer a path.
Status write_file_atomically(const std::string& path, std::string_view bytes);

// fsync of a file or a folder by name; a new name is durable once its folder is synced.
Status sync_path(const std::string& path);
// The folder that holds `path`: "." for a bare name.
std::string folder_of(const std::string& path);

// Every file below `folder`, as "FOLDER/...", in byte order of the whole paths, so that every
// machine and locale reads the same order. Hidden entries (a leading dot) are left out, symbolic
// links to folders are not followed (they may form a ring). An Error past `files_max`.
Result<std::vector<std::string>> walk_files(const std::string& folder, std::size_t files_max);

// Paths that match a glob(7) pattern, in byte order; empty when nothing does.
Result<std::vector<std::string>> match_glob(const std::string& pattern, std::size_t files_max);
bool is_glob(std::string_view path);

}  // namespace khabar
