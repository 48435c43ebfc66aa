#include "app/service_notifier.h"

#include <array>
#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <string>

#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace khabar {
namespace {

// The other side: a datagram socket of that name, as systemd has one.
class Listener {
 public:
  explicit Listener(const std::string& name) {
    socket_ = socket(AF_UNIX, SOCK_DGRAM | SOCK_NONBLOCK, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::memcpy(address.sun_path, name.data(), name.size());
    if (name[0] == '@') address.sun_path[0] = '\0';
    const auto length = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + name.size());
    EXPECT_EQ(bind(socket_, reinterpret_cast<const sockaddr*>(&address), length), 0);
  }
  ~Listener() { close(socket_); }
  std::string next() const {
    std::array<char, 512> bytes{};
    const ssize_t got = recv(socket_, bytes.data(), bytes.size(), 0);
    return got < 0 ? "(nothing)" : std::string(bytes.data(), static_cast<std::size_t>(got));
  }

 private:
  int socket_;
};

std::string socket_name() {
  return "@khabar-notify-test-" + std::to_string(getpid());
}

TEST(ServiceNotifier, SaysOneDatagramAMessage) {
  const Listener systemd(socket_name());
  ServiceNotifier notifier(socket_name());
  notifier.ready();
  notifier.watchdog();
  notifier.stopping();
  EXPECT_EQ(systemd.next(), "READY=1");
  EXPECT_EQ(systemd.next(), "WATCHDOG=1");
  EXPECT_EQ(systemd.next(), "STOPPING=1");
}

TEST(ServiceNotifier, AFileSocketIsHeardToo) {
  const std::string path = "/tmp/khabar-notify-" + std::to_string(getpid());
  const Listener systemd(path);
  ServiceNotifier(path).ready();
  EXPECT_EQ(systemd.next(), "READY=1");
  unlink(path.c_str());
}

// sd_notify(3): RELOADING=1 goes with MONOTONIC_USEC.
TEST(ServiceNotifier, AReloadTellsItsTime) {
  const Listener systemd(socket_name());
  ServiceNotifier(socket_name()).reloading();
  EXPECT_TRUE(systemd.next().starts_with("RELOADING=1\nMONOTONIC_USEC="));
}

// A line break would begin the next variable: a feed's name must not say READY=1.
TEST(ServiceNotifier, AStatusIsOneLine) {
  const Listener systemd(socket_name());
  ServiceNotifier(socket_name()).status("3 in\nREADY=1");
  EXPECT_EQ(systemd.next(), "STATUS=3 in READY=1");
}

TEST(ServiceNotifier, WhereNobodyListensNothingHappens) {
  ServiceNotifier nobody("");
  EXPECT_FALSE(nobody.is_heard());
  nobody.ready();
  ServiceNotifier gone("/nowhere/at/all");
  gone.ready();
  EXPECT_FALSE(ServiceNotifier("vsock:2:1234").is_heard()) << "a form this does not speak";
}

TEST(ServiceNotifier, TheWatchdogIsFedTwiceAsOftenAsAsked) {
  setenv("WATCHDOG_USEC", "30000000", 1);
  setenv("WATCHDOG_PID", std::to_string(getpid()).c_str(), 1);
  EXPECT_EQ(ServiceNotifier::watchdog_period(), std::chrono::seconds(15));
  setenv("WATCHDOG_PID", "1", 1);
  EXPECT_EQ(ServiceNotifier::watchdog_period(), std::nullopt) << "meant for another process";
  unsetenv("WATCHDOG_PID");
  unsetenv("WATCHDOG_USEC");
  EXPECT_EQ(ServiceNotifier::watchdog_period(), std::nullopt);
}

}  // namespace
}  // namespace khabar
