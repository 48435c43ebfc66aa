#include "core/io/file.h"

#include <fcntl.h>
#include <glob.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <system_error>

#include "core/io/byte_stream.h"

namespace khabar {
namespace {

namespace fs = std::filesystem;

constexpr int kFolderDepthMax = 64;

std::string reason_of(int error) {
  return std::generic_category().message(error);
}

Status failed(const std::string& path, const char* what) {
  return unavailable(path + ": cannot " + what + ": " + reason_of(errno));
}

class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }
  int get() const { return fd_; }

 private:
  int fd_;
};

Status write_all(int fd, const std::string& path, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t n = ::write(fd, bytes.data(), bytes.size());
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return failed(path, "write");
    bytes.remove_prefix(static_cast<std::size_t>(n));
  }
  return {};
}

}  // namespace

Result<std::string> read_file(const std::string& path, std::size_t bytes_max) {
  auto file = FileStream::open(path);
  if (!file) return tl::unexpected(file.error());
  std::string bytes;
  const std::uint64_t size = (*file)->size().value_or(0);
  std::size_t had = 0;
  for (std::size_t room = static_cast<std::size_t>(std::min<std::uint64_t>(size, bytes_max)) + 1;;
       room = std::min(had * 2 + 4096, bytes_max + 1)) {
    bytes.resize(room);
    while (had < room) {
      auto got = (*file)->read(std::as_writable_bytes(std::span(bytes.data() + had, room - had)));
      if (!got) return tl::unexpected(got.error());
      had += *got;
      if (*got == 0) {
        bytes.resize(had);
        return bytes;
      }
    }
    if (had > bytes_max) {
      return invalid(path + ": longer than the " + std::to_string(bytes_max) + " bytes allowed");
    }
  }
}

Status write_file_atomically(const std::string& path, std::string_view bytes) {
  const std::string temporary = path + ".tmp";
  {
    const Descriptor file(
        ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644));
    if (file.get() < 0) return failed(temporary, "create");
    if (auto written = write_all(file.get(), temporary, bytes); !written) return written;
    if (::fsync(file.get()) != 0) return failed(temporary, "sync");
  }
  if (::rename(temporary.c_str(), path.c_str()) != 0) return failed(path, "replace");
  return sync_path(folder_of(path));
}

Status sync_path(const std::string& path) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.get() < 0) return failed(path, "open to sync");
  if (::fsync(file.get()) != 0) return failed(path, "sync");
  return {};
}

std::string folder_of(const std::string& path) {
  const std::string folder = fs::path(path).parent_path().string();
  return folder.empty() ? "." : folder;
}

Result<std::vector<std::string>> walk_files(const std::string& folder, std::size_t files_max) {
  std::vector<std::string> files;
  std::error_code error;
  fs::recursive_directory_iterator at(folder, fs::directory_options::skip_permission_denied, error);
  for (; !error && at != fs::recursive_directory_iterator(); at.increment(error)) {
    const std::string name = at->path().filename().string();
    std::error_code ignored;  // a file that vanished meanwhile is none
    const bool is_folder = at->is_directory(ignored) && !at->is_symlink(ignored);
    if (name.starts_with(".") || (is_folder && at.depth() >= kFolderDepthMax)) {
      if (is_folder) at.disable_recursion_pending();
      continue;
    }
    if (is_folder || at->is_directory(ignored)) continue;
    if (files.size() >= files_max) {
      return invalid(folder + ": holds more than " + std::to_string(files_max) + " files");
    }
    files.push_back(at->path().string());
  }
  if (error) return invalid(folder + ": cannot list: " + error.message());
  std::sort(files.begin(), files.end());
  return files;
}

bool is_glob(std::string_view path) {
  return path.find_first_of("*?[") != path.npos;
}

Result<std::vector<std::string>> match_glob(const std::string& pattern, std::size_t files_max) {
  glob_t found{};
  const int result = ::glob(pattern.c_str(), GLOB_NOSORT, nullptr, &found);
  std::vector<std::string> paths;
  if (result == 0) paths.assign(found.gl_pathv, found.gl_pathv + found.gl_pathc);
  ::globfree(&found);
  if (result != 0 && result != GLOB_NOMATCH) return invalid(pattern + ": cannot list");
  if (paths.size() > files_max) {
    return invalid(pattern + ": matches more than " + std::to_string(files_max) + " files");
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

}  // namespace khabar
