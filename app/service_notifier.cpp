#include "app/service_notifier.h"

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <utility>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "core/base/log.h"

namespace khabar {
namespace {

const char* environment(const char* name) {
  const char* value = std::getenv(name);
  return value != nullptr ? value : "";
}

}  // namespace

ServiceNotifier::ServiceNotifier(std::string socket_name) : socket_name_(std::move(socket_name)) {
  if (socket_name_.empty()) return;
  const bool can_be_named = (socket_name_[0] == '/' || socket_name_[0] == '@') &&
                            socket_name_.size() < sizeof(sockaddr_un::sun_path);
  if (!can_be_named) {
    log_warning("service",
                "NOTIFY_SOCKET=" + socket_name_ + " is no socket: systemd hears nothing");
    return;
  }
  socket_ = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
}

ServiceNotifier ServiceNotifier::of_environment() {
  return ServiceNotifier(environment("NOTIFY_SOCKET"));
}

ServiceNotifier::ServiceNotifier(ServiceNotifier&& other) noexcept
    : socket_name_(std::move(other.socket_name_)), socket_(std::exchange(other.socket_, -1)) {}

ServiceNotifier::~ServiceNotifier() {
  if (socket_ >= 0) close(socket_);
}

void ServiceNotifier::reloading() {
  timespec now{};
  clock_gettime(CLOCK_MONOTONIC, &now);
  const long long usec = static_cast<long long>(now.tv_sec) * 1'000'000 + now.tv_nsec / 1000;
  send("RELOADING=1\nMONOTONIC_USEC=" + std::to_string(usec));
}

void ServiceNotifier::status(std::string_view text) {
  std::string line(text);
  std::replace(line.begin(), line.end(), '\n', ' ');  // a line break begins the next variable
  send("STATUS=" + line);
}

void ServiceNotifier::send(std::string_view message) {
  if (socket_ < 0) return;
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  std::memcpy(address.sun_path, socket_name_.data(), socket_name_.size());
  if (address.sun_path[0] == '@') address.sun_path[0] = '\0';  // abstract: unix(7)
  const auto length = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + socket_name_.size());
  const ssize_t sent = sendto(socket_, message.data(), message.size(), MSG_NOSIGNAL,
                              reinterpret_cast<const sockaddr*>(&address), length);
  if (sent < 0) {
    log(LogLevel::debug, "service", "NOTIFY_SOCKET=" + socket_name_ + ": " + std::strerror(errno));
  }
}

std::optional<std::chrono::microseconds> ServiceNotifier::watchdog_period() {
  const long long usec = std::atoll(environment("WATCHDOG_USEC"));
  const std::string pid = environment("WATCHDOG_PID");
  if (usec <= 0 || (!pid.empty() && pid != std::to_string(getpid()))) return std::nullopt;
  return std::chrono::microseconds(usec / 2);
}

}  // namespace khabar
