// ServiceNotifier: tells systemd how the service is, by the protocol of sd_notify(3) without its
// library: one datagram a message to the socket that $NOTIFY_SOCKET names. Where nobody asked to
// be told, nothing happens. Any thread; never blocks.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace khabar {

class ServiceNotifier {
 public:
  // `socket_name`: a path, or '@' and an abstract name; empty: nobody listens.
  explicit ServiceNotifier(std::string socket_name);
  static ServiceNotifier of_environment();

  ServiceNotifier(ServiceNotifier&& other) noexcept;
  ServiceNotifier& operator=(ServiceNotifier&&) = delete;
  ~ServiceNotifier();

  bool is_heard() const { return socket_ >= 0; }

  void ready() { send("READY=1"); }
  // "RELOADING=1 ... must be followed by READY=1" (sd_notify(3)).
  void reloading();
  void stopping() { send("STOPPING=1"); }
  void watchdog() { send("WATCHDOG=1"); }
  void status(std::string_view text);  // one line for `systemctl status`

  // Of $WATCHDOG_USEC, where $WATCHDOG_PID is absent or ours: how often watchdog() is due, half of
  // what systemd waits (sd_watchdog_enabled(3)).
  static std::optional<std::chrono::microseconds> watchdog_period();

 private:
  void send(std::string_view message);

  std::string socket_name_;
  int socket_ = -1;
};

}  // namespace khabar
