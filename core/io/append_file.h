// AppendFile: a file that this program alone lets grow, by whole pieces that are there or not.
// Move-only; one thread. Calls block on the disk. Errors name the path, the call and errno:
// `unavailable` for a full disk or quota, else `invalid`.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "core/base/result.h"

namespace khabar {

class AppendFile {
 public:
  // Made when absent. Locked (flock) until closed: a second writer is told so at once.
  static Result<AppendFile> open(const std::string& path);

  // All of it, or nothing: on failure the file is cut back to what it held. Not yet durable.
  Status append(std::string_view bytes);
  Status sync();  // fdatasync
  Status truncate(std::uint64_t size);
  // Durable under the new name, in the same folder or another of the same disk: fsync, rename,
  // fsync of the folder. What stood there before is replaced.
  Status rename_to(const std::string& path);

  const std::string& path() const { return path_; }
  std::uint64_t size() const { return size_; }

  AppendFile(AppendFile&& other) noexcept
      : path_(std::move(other.path_)),
        descriptor_(std::exchange(other.descriptor_, -1)),
        size_(other.size_),
        cut_pending_(other.cut_pending_) {}
  AppendFile& operator=(AppendFile&& other) noexcept;
  ~AppendFile();

 private:
  AppendFile(std::string path, int descriptor, std::uint64_t size)
      : path_(std::move(path)), descriptor_(descriptor), size_(size) {}

  std::string path_;
  int descriptor_ = -1;
  std::uint64_t size_ = 0;
  bool cut_pending_ = false;  // a failed append left bytes beyond size_ that could not be cut yet
};

// A whole file, mapped for reading. Move-only; any thread may read.
class MappedFile {
 public:
  static Result<MappedFile> open(const std::string& path);
  std::string_view bytes() const { return {data_, size_}; }

  MappedFile(MappedFile&& other) noexcept
      : data_(std::exchange(other.data_, nullptr)), size_(std::exchange(other.size_, 0)) {}
  MappedFile& operator=(MappedFile&&) = delete;
  ~MappedFile();

 private:
  MappedFile(const char* data, std::size_t size) : data_(data), size_(size) {}

  const char* data_;
  std::size_t size_;
};

// Writes all of `bytes` to an open descriptor, waiting where it would block. `name` is for errors.
Status write_all(int descriptor, std::string_view bytes, const std::string& name);

// `call` failed on `path` with `number` (errno).
Error file_error(const std::string& path, std::string_view call, int number);

}  // namespace khabar
