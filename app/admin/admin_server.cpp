#include "app/admin/admin_server.h"

#include <atomic>
#include <cerrno>
#include <cstring>
#include <mutex>
#include <set>
#include <thread>
#include <utility>

#include <httplib.h>
#include <sys/socket.h>
#include <unistd.h>

#include "app/admin/capped_stream.h"
#include "app/admin/waiting_line.h"
#include "core/base/log.h"

namespace khabar {
namespace {

AdminRequest request_of(const httplib::Request& request) {
  AdminRequest out;
  out.method = request.method;
  out.path = request.path;
  const std::size_t query = request.target.find('?');
  if (query != std::string::npos) out.query = request.target.substr(query + 1);
  if (request.get_header_value_count("Host") == 1) out.host = request.get_header_value("Host");
  return out;
}

class Server final : public httplib::Server {
 public:
  // The library lets five wait to be accepted; a browser that comes back with a page full of
  // files, and a scraper, are more. listen(2) again sets the new number.
  void lengthen_backlog() { ::listen(svr_sock_, 128); }

  // Nobody is waited for any more.
  void hang_up() {
    const std::lock_guard lock(mutex_);
    hangs_up_ = true;
    for (const socket_t socket : open_) shutdown(socket, SHUT_RDWR);
  }

 private:
  // As the library's own, with bounds over the whole exchange.
  bool process_and_close_socket(socket_t socket) override {
    bool answered = false;
    if (enter(socket)) {
      CappedStream stream(socket, AdminServer::kRequestBytesMax,
                          std::chrono::steady_clock::now() + AdminServer::kExchangeMax);
      bool is_closed = false;
      answered =
          process_request(stream, /*close_connection=*/true, is_closed, [](httplib::Request&) {});
      const std::lock_guard lock(mutex_);
      open_.erase(socket);
    }
    shutdown(socket, SHUT_RDWR);
    close(socket);
    return answered;
  }

  bool enter(socket_t socket) {
    const std::lock_guard lock(mutex_);
    if (!hangs_up_) open_.insert(socket);
    return !hangs_up_;
  }

  std::mutex mutex_;
  std::set<socket_t> open_;
  bool hangs_up_ = false;
};

}  // namespace

struct AdminServer::State {
  Server server;
  std::atomic<bool> has_ended{false};
  std::jthread listener;
};

Result<std::unique_ptr<AdminServer>> AdminServer::bind(const std::string& address, int port,
                                                       const AdminRoutes& routes) {
  auto state = std::make_unique<State>();
  Server& server = state->server;
  if (!server.is_valid()) return invalid("admin: the HTTP server cannot be made");
  // The library would set SO_REUSEPORT, with which two programs share a port and neither knows.
  server.set_socket_options([](socket_t socket) {
    const int yes = 1;
    setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
  });
  server.set_payload_max_length(0);
  server.set_keep_alive_max_count(1);
  server.new_task_queue = [] { return new WaitingLine(kThreads, kWaitingMax); };
  server.set_pre_routing_handler(
      [&routes](const httplib::Request& request, httplib::Response& response) {
        const AdminReply reply = routes.answer(request_of(request));
        response.status = reply.status;
        for (const auto& [name, value] : AdminRoutes::standing_headers()) {
          response.set_header(name, value);
        }
        for (const auto& [name, value] : reply.headers) response.set_header(name, value);
        response.set_content(reply.body, reply.content_type);
        return httplib::Server::HandlerResponse::Handled;
      });
  server.set_exception_handler(
      [](const httplib::Request&, httplib::Response& response, const std::exception_ptr&) {
        log_error("admin", "a request failed with an exception");
        response.status = 500;
      });
  errno = 0;
  int bound = port;
  if (port == 0) {
    bound = server.bind_to_any_port(address);
  } else if (!server.bind_to_port(address, port)) {
    bound = -1;
  }
  if (bound < 0) {
    const std::string why = errno != 0 ? std::strerror(errno) : "no such address";
    return invalid("admin: " + address + ":" + std::to_string(port) + " cannot be bound: " + why +
                   "; set [admin] port or address, or enabled = false");
  }
  server.lengthen_backlog();
  return std::unique_ptr<AdminServer>(new AdminServer(std::move(state), address, bound));
}

AdminServer::AdminServer(std::unique_ptr<State> state, std::string address, int port)
    : state_(std::move(state)), address_(std::move(address)), port_(port) {}

AdminServer::~AdminServer() {
  stop();
}

void AdminServer::start() {
  state_->listener = std::jthread([state = state_.get()] {
    state->server.listen_after_bind();
    state->has_ended = true;
  });
  // A stop() before it runs would go unheard.
  while (!state_->server.is_running() && !state_->has_ended) std::this_thread::yield();
}

void AdminServer::stop() {
  if (!state_->listener.joinable()) return;
  state_->server.hang_up();
  state_->server.stop();
  state_->listener.join();
}

std::string AdminServer::url() const {
  const bool is_v6 = address_.find(':') != std::string::npos;
  return "http://" + (is_v6 ? "[" + address_ + "]" : address_) + ":" + std::to_string(port_) + "/";
}

}  // namespace khabar
