// AdminServer: AdminRoutes over HTTP, by cpp-httplib, on a few threads of its own (they look and
// never touch: docs/decisions/010). One request a connection; what a client may send, and how long
// all of it may take, is bounded.
#pragma once

#include <memory>
#include <string>

#include "app/admin/admin_routes.h"
#include "core/base/result.h"

namespace khabar {

class AdminServer {
 public:
  static constexpr std::size_t kThreads = 3, kWaitingMax = 16;
  static constexpr std::size_t kRequestBytesMax = 16 * 1024;  // request line and all headers
  static constexpr std::chrono::seconds kExchangeMax{10};

  // Binds. `routes` must outlive the server. Invalid: the address is taken or not ours, named.
  static Result<std::unique_ptr<AdminServer>> bind(const std::string& address, int port,
                                                   const AdminRoutes& routes);
  ~AdminServer();  // stops

  // Begins to answer. Block what signals the threads must not hear before.
  void start();
  void stop();  // hangs up on who is still asking; joins

  int port() const { return port_; }
  std::string url() const;  // "http://127.0.0.1:7117/"

 private:
  struct State;
  AdminServer(std::unique_ptr<State> state, std::string address, int port);

  std::unique_ptr<State> state_;
  const std::string address_;
  const int port_;
};

}  // namespace khabar
