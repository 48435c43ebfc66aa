#include "core/flow/cursor_store.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include "core/base/log.h"
#include "core/io/file.h"
#include "core/text/ascii.h"

namespace khabar {
namespace {

constexpr std::size_t kFileNameBytesMax = 200;  // with ".cursor.tmp" below the usual 255
constexpr std::size_t kCursorBytesMax = std::size_t{1} << 20;

bool stands_as_it_is(char c) {
  return is_ascii_alphanumeric(c) || c == '_' || c == '-';
}

std::string encoded(const std::string& name) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string out;
  for (const char c : name) {
    if (stands_as_it_is(c)) {
      out += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    out += '%';
    out += kHex[byte >> 4];
    out += kHex[byte & 15];
  }
  return out;
}

std::string last_error() {
  return std::strerror(errno);
}

// The process id that the holder wrote, for the message.
std::string holder_of(int file) {
  std::array<char, 32> text{};
  const ssize_t got = ::pread(file, text.data(), text.size() - 1, 0);
  std::string holder(text.data(), got > 0 ? static_cast<std::size_t>(got) : 0);
  while (!holder.empty() && holder.back() == '\n') holder.pop_back();
  return holder.empty() ? "unknown" : holder;
}

}  // namespace

Result<StateLock> StateLock::take(const std::string& directory) {
  std::error_code failed;
  std::filesystem::create_directories(directory, failed);
  if (failed) return invalid("state directory " + directory + ": " + failed.message());
  const std::string path = directory + "/lock";
  const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0640);
  if (file < 0) return invalid(path + ": " + last_error());
  StateLock lock(file);
  if (::flock(file, LOCK_EX | LOCK_NB) != 0) {
    if (errno != EWOULDBLOCK) return invalid(path + ": " + last_error());
    return unavailable("state directory " + directory + " is in use by process " + holder_of(file));
  }
  const std::string holder = std::to_string(::getpid()) + "\n";
  const bool written =
      ::ftruncate(file, 0) == 0 &&
      ::pwrite(file, holder.data(), holder.size(), 0) == static_cast<ssize_t>(holder.size());
  if (!written) return invalid(path + ": " + last_error());
  return lock;
}

StateLock::StateLock(StateLock&& other) noexcept : file_(std::exchange(other.file_, -1)) {}

StateLock& StateLock::operator=(StateLock&& other) noexcept {
  std::swap(file_, other.file_);
  return *this;
}

StateLock::~StateLock() {
  if (file_ >= 0) ::close(file_);
}

Result<std::unique_ptr<FileCursorStore>> FileCursorStore::open(const std::string& directory) {
  auto lock = StateLock::take(directory);
  if (!lock) return tl::unexpected(lock.error());
  return std::unique_ptr<FileCursorStore>(new FileCursorStore(directory, *std::move(lock)));
}

FileCursorStore::FileCursorStore(std::string directory, StateLock lock)
    : directory_(std::move(directory)), lock_(std::move(lock)) {}

FileCursorStore::~FileCursorStore() {
  if (const Status flushed = flush(); !flushed) log_error("cursors", flushed.error().message);
}

Result<std::string> FileCursorStore::path_of(const std::string& name) const {
  const std::string file_name = encoded(name);
  if (file_name.empty() || file_name.size() > kFileNameBytesMax) {
    return invalid("cursor \"" + name + "\": a name of " + std::to_string(file_name.size()) +
                   " encoded bytes, want 1 to " + std::to_string(kFileNameBytesMax));
  }
  return directory_ + "/" + file_name + ".cursor";
}

Result<std::optional<std::string>> FileCursorStore::load(const std::string& name) {
  const auto path = path_of(name);
  if (!path) return tl::unexpected(path.error());
  {
    const std::lock_guard lock(mutex_);
    const auto found = cursors_.find(name);
    if (found != cursors_.end()) return found->second;
  }
  if (::access(path->c_str(), F_OK) != 0 && errno == ENOENT) return std::nullopt;
  auto text = read_file(*path, kCursorBytesMax);
  if (!text) return tl::unexpected(text.error());
  return *std::move(text);
}

Status FileCursorStore::save(const std::string& name, const std::string& cursor) {
  if (const auto path = path_of(name); !path) return tl::unexpected(path.error());
  if (cursor.size() > kCursorBytesMax) {
    return invalid("cursor \"" + name + "\": " + std::to_string(cursor.size()) + " bytes exceed " +
                   std::to_string(kCursorBytesMax));
  }
  const std::lock_guard lock(mutex_);
  cursors_[name] = cursor;
  due_[name] = cursor;
  return {};
}

Status FileCursorStore::flush() {
  const std::lock_guard one_at_a_time(flushing_);
  std::map<std::string, std::string> due;
  {
    const std::lock_guard lock(mutex_);
    due.swap(due_);
  }
  Status worst;
  for (const auto& [name, cursor] : due) {
    const Status written = write_file_atomically(*path_of(name), cursor);
    if (written) continue;
    if (worst) worst = written;
    const std::lock_guard lock(mutex_);
    due_.try_emplace(name, cursor);  // unless a newer one came meanwhile
  }
  return worst;
}

Result<std::optional<std::string>> ForgetfulCursorStore::load(const std::string& name) {
  const std::lock_guard lock(mutex_);
  const auto found = cursors_.find(name);
  if (found == cursors_.end()) return std::nullopt;
  return found->second;
}

Status ForgetfulCursorStore::save(const std::string& name, const std::string& cursor) {
  const std::lock_guard lock(mutex_);
  cursors_[name] = cursor;
  return {};
}

}  // namespace khabar
