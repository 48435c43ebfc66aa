#include "app/admin/capped_stream.h"

#include <algorithm>
#include <cerrno>
#include <cstring>

#include <poll.h>
#include <sys/socket.h>

namespace khabar {

bool CappedStream::wait_for(short events) const {
  using std::chrono::duration_cast;
  using std::chrono::milliseconds;
  for (;;) {
    const auto left = duration_cast<milliseconds>(until_ - std::chrono::steady_clock::now());
    if (left.count() <= 0) return false;
    pollfd wish{socket_, events, 0};
    const int ready = poll(&wish, 1, static_cast<int>(left.count()));
    if (ready > 0) return true;
    if (ready == 0 || errno != EINTR) return false;
  }
}

bool CappedStream::is_readable() const {
  return from_ < to_ || wait_for(POLLIN);
}
bool CappedStream::is_writable() const {
  return wait_for(POLLOUT);
}

ssize_t CappedStream::read(char* to, std::size_t size) {
  if (from_ == to_) {
    const std::size_t room = std::min(read_bytes_left_, sizeof buffer_);
    if (room == 0 || !wait_for(POLLIN)) return -1;
    const ssize_t got = recv(socket_, buffer_, room, 0);
    if (got <= 0) return got;
    read_bytes_left_ -= static_cast<std::size_t>(got);
    from_ = 0;
    to_ = static_cast<std::size_t>(got);
  }
  const std::size_t taken = std::min(size, to_ - from_);
  std::memcpy(to, buffer_ + from_, taken);
  from_ += taken;
  return static_cast<ssize_t>(taken);
}

ssize_t CappedStream::write(const char* from, std::size_t size) {
  if (!wait_for(POLLOUT)) return -1;
  return send(socket_, from, size, MSG_NOSIGNAL | MSG_DONTWAIT);
}

void CappedStream::get_remote_ip_and_port(std::string& ip, int& port) const {
  ip.clear();  // nobody asks who it is: whoever reaches the address may read
  port = 0;
}

void CappedStream::get_local_ip_and_port(std::string& ip, int& port) const {
  ip.clear();
  port = 0;
}

}  // namespace khabar
