// Test language: requests and replies of a client in one line each.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "core/io/http_client.h"
#include "tests/core/io/loopback_server.h"

namespace khabar::testing {

inline constexpr Milliseconds kLong{60'000};  // for what does not take long

inline HttpClientOptions local_options() {
  HttpClientOptions options;
  options.user_agent = "khabar-test/1 (+https://khabar.example/bot)";
  options.allow_private_addresses = true;
  return options;
}

inline std::unique_ptr<HttpClient> client_of(const HttpClientOptions& options = local_options()) {
  auto client = open_http_client(options);
  EXPECT_TRUE(client) << client.error().message;
  return *std::move(client);
}

inline HttpRequest request_of(std::string url, std::uint64_t id = 1) {
  HttpRequest request;
  request.id = id;
  request.url = std::move(url);
  return request;
}

inline HttpReply reply_to(HttpClient& client, HttpRequest request) {
  client.send(std::move(request));
  auto replies = client.wait(1, kLong);
  return replies.empty() ? HttpReply{} : std::move(replies[0]);
}

inline HttpReply reply_to(HttpClient& client, const std::string& url) {
  return reply_to(client, request_of(url));
}

inline std::vector<HttpReply> replies_of(HttpClient& client, std::size_t count) {
  std::vector<HttpReply> all;
  while (all.size() < count) {
    auto some = client.wait(count - all.size(), kLong);
    if (some.empty()) break;
    for (HttpReply& reply : some) all.push_back(std::move(reply));
  }
  return all;
}

// Answers each connection's requests with `answer`.
inline std::unique_ptr<LoopbackServer> server_of(ServerAnswer answer) {
  return std::make_unique<LoopbackServer>([answer](const std::string&) { return answer; });
}

}  // namespace khabar::testing
