#include "core/io/append_file.h"

#include <cerrno>
#include <cstdio>
#include <cstring>

#include <fcntl.h>
#include <poll.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/io/file.h"

namespace khabar {
namespace {

tl::unexpected<Error> failed(const std::string& path, std::string_view call) {
  return tl::unexpected(file_error(path, call, errno));
}

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  int get() const { return number_; }
  int release() { return std::exchange(number_, -1); }

 private:
  int number_;
};

}  // namespace

Error file_error(const std::string& path, std::string_view call, int number) {
  const bool full = number == ENOSPC || number == EDQUOT;
  return {full ? ErrorKind::unavailable : ErrorKind::invalid,
          path + ": " + std::string(call) + ": " + std::strerror(number) + " (errno " +
              std::to_string(number) + ")"};
}

Status write_all(int descriptor, std::string_view bytes, const std::string& name) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written >= 0) {
      bytes.remove_prefix(static_cast<std::size_t>(written));
    } else if (errno == EAGAIN) {
      pollfd wait{descriptor, POLLOUT, 0};
      ::poll(&wait, 1, -1);
    } else if (errno != EINTR) {
      return failed(name, "write");
    }
  }
  return {};
}

Result<AppendFile> AppendFile::open(const std::string& path) {
  // Not O_APPEND: after a failed cut the next write must land at size_, not at the end.
  Descriptor descriptor(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644));
  if (descriptor.get() < 0) return failed(path, "open");
  struct stat held {
  }, named{};
  if (::fstat(descriptor.get(), &held) != 0) return failed(path, "stat");
  if (!S_ISREG(held.st_mode)) return invalid(path + ": is not a regular file");
  if (::flock(descriptor.get(), LOCK_EX | LOCK_NB) != 0) {
    if (errno == EWOULDBLOCK) return invalid(path + ": another program is writing this file");
    return failed(path, "lock");
  }
  // The former writer may have renamed it between our open and our lock.
  if (::stat(path.c_str(), &named) != 0 || named.st_ino != held.st_ino ||
      named.st_dev != held.st_dev || ::fstat(descriptor.get(), &held) != 0) {
    return invalid(path + ": was renamed by another program while it was being opened");
  }
  return AppendFile(path, descriptor.release(), static_cast<std::uint64_t>(held.st_size));
}

AppendFile& AppendFile::operator=(AppendFile&& other) noexcept {
  std::swap(path_, other.path_);
  std::swap(descriptor_, other.descriptor_);
  std::swap(size_, other.size_);
  std::swap(cut_pending_, other.cut_pending_);
  return *this;
}

AppendFile::~AppendFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

Status AppendFile::append(std::string_view bytes) {
  if (cut_pending_) {
    if (Status status = truncate(size_); !status) return status;
  }
  if (::lseek(descriptor_, static_cast<off_t>(size_), SEEK_SET) < 0) return failed(path_, "seek");
  if (Status status = write_all(descriptor_, bytes, path_); !status) {
    cut_pending_ = !truncate(size_);
    return status;
  }
  size_ += bytes.size();
  return {};
}

Status AppendFile::sync() {
  while (::fdatasync(descriptor_) != 0) {
    if (errno != EINTR) return failed(path_, "fdatasync");
  }
  return {};
}

Status AppendFile::truncate(std::uint64_t size) {
  while (::ftruncate(descriptor_, static_cast<off_t>(size)) != 0) {
    if (errno != EINTR) return failed(path_, "truncate");
  }
  size_ = size;
  cut_pending_ = false;
  return {};
}

Status AppendFile::rename_to(const std::string& path) {
  if (Status status = sync(); !status) return status;
  if (std::rename(path_.c_str(), path.c_str()) != 0) return failed(path_, "rename to " + path);
  path_ = path;
  return sync_path(folder_of(path));
}

Result<MappedFile> MappedFile::open(const std::string& path) {
  const Descriptor descriptor(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (descriptor.get() < 0) return failed(path, "open");
  struct stat held {};
  if (::fstat(descriptor.get(), &held) != 0) return failed(path, "stat");
  if (!S_ISREG(held.st_mode)) return invalid(path + ": is not a regular file");
  const auto size = static_cast<std::size_t>(held.st_size);
  if (size == 0) return MappedFile(nullptr, 0);  // an empty mapping is an error
  void* data = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, descriptor.get(), 0);
  if (data == MAP_FAILED) return failed(path, "map");
  return MappedFile(static_cast<const char*>(data), size);
}

MappedFile::~MappedFile() {
  if (data_ != nullptr) ::munmap(const_cast<char*>(data_), size_);
}

}  // namespace khabar
