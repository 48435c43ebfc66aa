// Test language: a small HTTP/1.1 server on a loopback port that answers what a script says, byte
// for byte, and counts who came. A thread for the port and one for each connection.
#pragma once

#include <atomic>
#include <functional>
#include <list>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include "core/base/check.h"

namespace khabar::testing {

struct ServerAnswer {
  std::string bytes;
  enum class Then { keep, close, hang } then = Then::keep;
};

// "HTTP/1.1 200 OK" with the length and the given header lines.
inline ServerAnswer ok_answer(std::string_view body, std::string_view header_lines = {}) {
  return {"HTTP/1.1 200 OK\r\nContent-Length: " + std::to_string(body.size()) + "\r\n" +
          std::string(header_lines) + "\r\n" + std::string(body)};
}

class LoopbackServer {
 public:
  // Gets the request's head, line ends included. Called on the connections' threads.
  using Script = std::function<ServerAnswer(const std::string& head)>;

  // Port 0: any that is free.
  explicit LoopbackServer(Script script, const char* address = "127.0.0.1", std::uint16_t port = 0)
      : address_(address), script_(std::move(script)) {
    is_v6_ = address_.find(':') != std::string::npos;
    listener_ = socket(is_v6_ ? AF_INET6 : AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (!bind_to(port) || listen(listener_, 1024) != 0) return;
    acceptor_ = std::thread([this] { accept_all(); });
  }
  ~LoopbackServer() {
    shutdown(listener_, SHUT_RDWR);
    if (acceptor_.joinable()) acceptor_.join();
    {
      const std::lock_guard lock(mutex_);
      for (const int socket : sockets_) shutdown(socket, SHUT_RDWR);
    }
    for (std::thread& thread : threads_) thread.join();
    for (const int socket : sockets_) close(socket);
    close(listener_);
  }
  LoopbackServer(const LoopbackServer&) = delete;
  LoopbackServer& operator=(const LoopbackServer&) = delete;

  bool is_listening() const { return acceptor_.joinable(); }  // false: no such address here
  std::uint16_t port_number() const { return port_; }
  std::string port() const { return std::to_string(port_); }
  std::string place() const { return (is_v6_ ? "[" + address_ + "]" : address_) + ":" + port(); }
  std::string url(std::string_view path = "/") const {
    return "http://" + place() + std::string(path);
  }
  int connections() const { return connections_; }
  std::vector<std::string> heads() const {
    const std::lock_guard lock(mutex_);
    return heads_;
  }

 private:
  bool bind_to(std::uint16_t port) {
    sockaddr_storage storage{};
    socklen_t size = 0;
    if (is_v6_) {
      auto& in = reinterpret_cast<sockaddr_in6&>(storage);
      in.sin6_family = AF_INET6;
      in.sin6_port = htons(port);
      inet_pton(AF_INET6, address_.c_str(), &in.sin6_addr);
      size = sizeof in;
    } else {
      auto& in = reinterpret_cast<sockaddr_in&>(storage);
      in.sin_family = AF_INET;
      in.sin_port = htons(port);
      inet_pton(AF_INET, address_.c_str(), &in.sin_addr);
      size = sizeof in;
    }
    if (bind(listener_, reinterpret_cast<sockaddr*>(&storage), size) != 0) return false;
    getsockname(listener_, reinterpret_cast<sockaddr*>(&storage), &size);
    port_ = ntohs(reinterpret_cast<sockaddr_in&>(storage).sin_port);  // as in sockaddr_in6
    return true;
  }

  void accept_all() {
    for (;;) {
      const int connection = accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
      if (connection < 0) return;
      ++connections_;
      const std::lock_guard lock(mutex_);
      sockets_.push_back(connection);
      threads_.emplace_back([this, connection] { serve(connection); });
    }
  }

  void serve(int connection) {
    std::string received;
    while (read_head(connection, received)) {
      const std::size_t end = received.find("\r\n\r\n") + 4;
      const std::string head = received.substr(0, end);
      received.erase(0, end);
      {
        const std::lock_guard lock(mutex_);
        heads_.push_back(head);
      }
      const ServerAnswer answer = script_(head);
      if (!send_all(connection, answer.bytes)) break;
      if (answer.then == ServerAnswer::Then::hang) read_to_end(connection);
      if (answer.then != ServerAnswer::Then::keep) break;
    }
    shutdown(connection, SHUT_RDWR);
  }

  static bool read_head(int connection, std::string& received) {
    char buffer[4096];
    while (received.find("\r\n\r\n") == std::string::npos) {
      const ssize_t got = recv(connection, buffer, sizeof buffer, 0);
      if (got <= 0) return false;
      received.append(buffer, static_cast<std::size_t>(got));
    }
    return true;
  }

  static bool send_all(int connection, std::string_view bytes) {
    while (!bytes.empty()) {
      const ssize_t sent = send(connection, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (sent <= 0) return false;
      bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
  }

  static void read_to_end(int connection) {
    char buffer[4096];
    while (recv(connection, buffer, sizeof buffer, 0) > 0) {
    }
  }

  std::string address_;
  bool is_v6_ = false;
  Script script_;
  int listener_ = -1;
  std::uint16_t port_ = 0;
  std::atomic<int> connections_{0};
  mutable std::mutex mutex_;
  std::vector<std::string> heads_;
  std::list<int> sockets_;
  std::list<std::thread> threads_;
  std::thread acceptor_;
};

}  // namespace khabar::testing
