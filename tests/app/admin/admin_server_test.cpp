#include "app/admin/admin_server.h"

#include <array>
#include <string>
#include <vector>

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include "tests/app/admin/admin_fixture.h"

namespace khabar {
namespace {

struct Served {
  AdminFixture admin;
  std::unique_ptr<AdminServer> server;

  Served() {
    auto bound = AdminServer::bind("127.0.0.1", 0, admin.routes);
    EXPECT_TRUE(bound) << bound.error().message;
    server = *std::move(bound);
    server->start();
  }

  int connect() const {
    const int s = socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(server->port()));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    EXPECT_EQ(::connect(s, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
    return s;
  }
  static std::string read_all(int s) {
    std::string out;
    std::array<char, 4096> bytes{};
    for (ssize_t got = 0; (got = recv(s, bytes.data(), bytes.size(), 0)) > 0;) {
      out.append(bytes.data(), static_cast<std::size_t>(got));
    }
    close(s);
    return out;
  }
  // Sends bytes as they are and reads until the other side closes.
  std::string say(const std::string& bytes) const {
    const int s = connect();
    static_cast<void>(send(s, bytes.data(), bytes.size(), MSG_NOSIGNAL));
    return read_all(s);
  }
};

bool holds(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

TEST(AdminServer, AnswersWithTheStandingHeaders) {
  const Served served;
  const std::string reply = served.say("GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
  EXPECT_TRUE(reply.starts_with("HTTP/1.1 200")) << reply;
  EXPECT_TRUE(holds(reply, "Content-Security-Policy: default-src 'none'")) << reply;
  EXPECT_TRUE(holds(reply, "X-Content-Type-Options: nosniff"));
  EXPECT_TRUE(holds(reply, "Connection: close"));
  EXPECT_TRUE(reply.ends_with("ok\n"));
}

TEST(AdminServer, RefusesOtherNamesAndMethods) {
  const Served served;
  EXPECT_TRUE(
      served.say("GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n").starts_with("HTTP/1.1 421"));
  EXPECT_TRUE(served.say("GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n\r\n")
                  .starts_with("HTTP/1.1 421"))
      << "two names";
  EXPECT_TRUE(served.say("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\n\r\nabc")
                  .starts_with("HTTP/1.1 405"));
  const std::string head = served.say("HEAD / HTTP/1.1\r\nHost: localhost\r\n\r\n");
  EXPECT_TRUE(head.starts_with("HTTP/1.1 200")) << head;
  EXPECT_TRUE(head.ends_with("\r\n\r\n")) << "no body";
}

// The library bounds each line; all lines together are bounded here.
TEST(AdminServer, EndlessHeadersAreCutOff) {
  const Served served;
  std::string request = "GET / HTTP/1.1\r\nHost: localhost\r\n";
  for (int i = 0; i < 5000; ++i) request += "X-" + std::to_string(i) + ": aaaaaaaaaaaaaaaa\r\n";
  const std::string reply = served.say(request + "\r\n");
  EXPECT_FALSE(holds(reply, "HTTP/1.1 200")) << reply.substr(0, 100);
  EXPECT_TRUE(served.say("GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n").ends_with("ok\n"))
      << "others are served";
}

TEST(AdminServer, NonsenseIsAnsweredOrClosed) {
  const Served served;
  for (const std::string nonsense : {"\r\n\r\n", "GET\r\n\r\n", "GET / HTTP/9.9\r\n\r\n",
                                     "\x16\x03\x01\x02", "GET /%zz HTTP/1.1\r\n\r\n"}) {
    const int s = served.connect();
    static_cast<void>(send(s, nonsense.data(), nonsense.size(), MSG_NOSIGNAL));
    shutdown(s, SHUT_WR);
    EXPECT_FALSE(holds(Served::read_all(s), "HTTP/1.1 200")) << nonsense;
  }
  EXPECT_TRUE(served.say("GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n").ends_with("ok\n"));
}

TEST(AdminServer, APortThatIsTakenIsNamed) {
  const Served served;
  const auto second = AdminServer::bind("127.0.0.1", served.server->port(), served.admin.routes);
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().message, "admin: 127.0.0.1:" + std::to_string(served.server->port()) +
                                        " cannot be bound: Address already in use; set [admin] "
                                        "port or address, or enabled = false");
}

TEST(AdminServer, AnAddressThatIsNotOursIsNamed) {
  AdminFixture admin;
  const auto bound = AdminServer::bind("192.0.2.1", 0, admin.routes);
  ASSERT_FALSE(bound);
  EXPECT_TRUE(holds(bound.error().message, "admin: 192.0.2.1:0 cannot be bound"))
      << bound.error().message;
}

TEST(AdminServer, ManyAskAtOnce) {
  const Served served;
  std::vector<int> sockets;
  for (int i = 0; i < 60; ++i) {
    sockets.push_back(served.connect());
    const std::string request = "GET /metrics HTTP/1.1\r\nHost: localhost\r\n\r\n";
    ASSERT_GT(send(sockets.back(), request.data(), request.size(), MSG_NOSIGNAL), 0);
  }
  for (const int s : sockets) {
    EXPECT_TRUE(Served::read_all(s).starts_with("HTTP/1.1 200"));
  }
}

TEST(AdminServer, StopsWhileClientsAreSilent) {
  auto served = std::make_unique<Served>();
  const int silent = served->connect();
  served.reset();
  close(silent);
}

}  // namespace
}  // namespace khabar
