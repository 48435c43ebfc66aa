#include "core/io/byte_stream.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <system_error>

namespace khabar {
namespace {

constexpr int kTick_ms = 50;

std::string reason_of(int error) {
  return std::generic_category().message(error);
}

}  // namespace

Status ByteStream::seek(std::uint64_t offset) {
  return invalid("cannot go to byte " + std::to_string(offset) + " of a stream read only once");
}

FileStream::FileStream(int fd, std::string name, bool owned)
    : fd_(fd), name_(std::move(name)), owned_(owned) {
  struct stat about {};
  regular_ = ::fstat(fd_, &about) == 0 && S_ISREG(about.st_mode);
  if (regular_) ::posix_fadvise(fd_, 0, 0, POSIX_FADV_SEQUENTIAL);
}

FileStream::~FileStream() {
  if (owned_) ::close(fd_);
}

Result<std::unique_ptr<FileStream>> FileStream::open(const std::string& path) {
  // O_NONBLOCK: opening a FIFO without a writer must not hang; reads poll below.
  const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (fd < 0) return invalid(path + ": cannot open: " + reason_of(errno));
  std::unique_ptr<FileStream> stream(new FileStream(fd, path, true));
  struct stat about {};
  if (::fstat(fd, &about) == 0 && S_ISDIR(about.st_mode)) {
    return invalid(path + ": is a directory");
  }
  return stream;
}

std::unique_ptr<FileStream> FileStream::standard_input() {
  return std::unique_ptr<FileStream>(new FileStream(STDIN_FILENO, "-", false));
}

Result<std::size_t> FileStream::read(std::span<std::byte> to) {
  for (;;) {
    if (wish_.stop_requested()) return cancelled(name_ + ": reading was stopped");
    if (!regular_) {
      pollfd waiting{fd_, POLLIN, 0};
      if (::poll(&waiting, 1, kTick_ms) == 0) continue;
    }
    const ssize_t got = ::read(fd_, to.data(), to.size());
    if (got >= 0) return static_cast<std::size_t>(got);
    if (errno != EINTR && errno != EAGAIN) {
      return invalid(name_ + ": cannot read: " + reason_of(errno));
    }
  }
}

Status FileStream::seek(std::uint64_t offset) {
  if (!regular_) return ByteStream::seek(offset);
  if (::lseek(fd_, static_cast<off_t>(offset), SEEK_SET) < 0) {
    return invalid(name_ + ": cannot go to byte " + std::to_string(offset) + ": " +
                   reason_of(errno));
  }
  return {};
}

std::optional<std::uint64_t> FileStream::size() const {
  struct stat about {};
  if (!regular_ || ::fstat(fd_, &about) != 0) return std::nullopt;
  return static_cast<std::uint64_t>(about.st_size);
}

std::unique_ptr<MemoryStream> MemoryStream::over(std::string_view borrowed) {
  auto stream = std::make_unique<MemoryStream>();
  stream->bytes_ = borrowed;
  return stream;
}

std::unique_ptr<MemoryStream> MemoryStream::owning(std::string bytes) {
  auto stream = std::make_unique<MemoryStream>();
  stream->owned_ = std::move(bytes);
  stream->bytes_ = stream->owned_;
  return stream;
}

Result<std::size_t> MemoryStream::read(std::span<std::byte> to) {
  const std::size_t n = std::min(to.size(), bytes_.size() - at_);
  if (n > 0) std::memcpy(to.data(), bytes_.data() + at_, n);
  at_ += n;
  return n;
}

Status MemoryStream::seek(std::uint64_t offset) {
  at_ = static_cast<std::size_t>(std::min<std::uint64_t>(offset, bytes_.size()));
  return {};
}

}  // namespace khabar
