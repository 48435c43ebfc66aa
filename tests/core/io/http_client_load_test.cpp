// Many requests: how they share a client's places and its memory.
#include "core/io/http_client.h"

#include <atomic>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "tests/core/io/http_story.h"
#include "tests/core/io/loopback_server.h"

namespace khabar {
namespace {

using namespace testing;  // its language
using Then = ServerAnswer::Then;

// Nobody is answered before all have come: they are open at the same time.
TEST(HttpClientLoad, ManyAtOnce) {
  constexpr std::size_t kCount = 100;
  std::mutex mutex;
  std::condition_variable all_came;
  std::size_t came = 0;
  LoopbackServer server([&](const std::string& head) {
    std::unique_lock lock(mutex);
    if (++came == kCount) all_came.notify_all();
    all_came.wait(lock, [&] { return came >= kCount; });
    return ok_answer(head.substr(4, head.find(' ', 4) - 4));
  });
  HttpClientOptions options = local_options();
  options.connections_max = kCount;
  options.connections_per_host_max = kCount;
  const auto client = client_of(options);
  for (std::size_t i = 0; i < kCount; ++i) {
    client->send(request_of(server.url("/" + std::to_string(i)), i));
  }
  std::set<std::uint64_t> ids;
  for (const HttpReply& reply : replies_of(*client, kCount)) {
    EXPECT_EQ(reply.body, "/" + std::to_string(reply.id)) << reply.error;
    ids.insert(reply.id);
  }
  EXPECT_EQ(ids.size(), kCount);
}

TEST(HttpClientLoad, AnOriginHasNoMoreThanItsPlaces) {
  std::atomic<int> open{0}, most{0};
  LoopbackServer server([&](const std::string&) {
    const int now = ++open;
    for (int seen = most; now > seen && !most.compare_exchange_weak(seen, now);) {
    }
    --open;
    return ok_answer("x");
  });
  HttpClientOptions options = local_options();
  options.connections_per_host_max = 2;
  const auto client = client_of(options);
  for (int i = 0; i < 200; ++i) client->send(request_of(server.url()));
  EXPECT_EQ(replies_of(*client, 200).size(), 200U);
  EXPECT_LE(most, 2);
  EXPECT_LE(server.connections(), 2);
}

TEST(HttpClientLoad, ASiteThatHangsDoesNotHoldOthers) {
  const auto hanging = server_of({"", Then::hang});
  const auto server = server_of(ok_answer("x"));
  HttpClientOptions options = local_options();
  options.connections_max = 4;
  options.connections_per_host_max = 2;
  const auto client = client_of(options);
  for (int i = 0; i < 50; ++i) client->send(request_of(hanging->url()));
  for (int i = 0; i < 50; ++i) client->send(request_of(server->url(), 2));
  for (const HttpReply& reply : replies_of(*client, 50)) EXPECT_EQ(reply.id, 2U) << reply.error;
  EXPECT_EQ(client->open(), 50U);
}

TEST(HttpClientLoad, ThousandsOfRequestsOverFewConnections) {
  LoopbackServer server([](const std::string&) {
    return ServerAnswer{"HTTP/1.1 304 Not Modified\r\nETag: \"a\"\r\n\r\n"};
  });
  const auto client = client_of();
  for (std::uint64_t i = 0; i < 3000; ++i) client->send(request_of(server.url(), i));
  std::set<std::uint64_t> ids;
  for (const HttpReply& reply : replies_of(*client, 3000)) {
    if (reply.status == 304) ids.insert(reply.id);
  }
  EXPECT_EQ(ids.size(), 3000U);
  EXPECT_LE(server.connections(), 8);
}

TEST(HttpClientLoad, MoreRequestsThanMayBeOpenAreToldSo) {
  const auto server = server_of({"", Then::hang});
  HttpClientOptions options = local_options();
  options.requests_open_max = 3;
  const auto client = client_of(options);
  for (std::uint64_t i = 0; i < 4; ++i) client->send(request_of(server->url(), i));
  const auto replies = client->wait(9, kLong);
  ASSERT_EQ(replies.size(), 1U);
  EXPECT_EQ(replies[0].id, 3U);
  EXPECT_EQ(replies[0].failure, HttpFailure::overloaded);
  EXPECT_EQ(replies[0].error, server->url() + ": 3 requests are open already");
  EXPECT_EQ(client->open(), 3U);
}

TEST(HttpClientLoad, RepliesThatWaitHoldNewOnesBack) {
  const std::string page(100'000, 'x');
  const auto server = server_of(ok_answer(page));
  HttpClientOptions options = local_options();
  options.bodies_bytes_max = 400'000;
  options.connections_max = 2;
  const auto client = client_of(options);
  for (int i = 0; i < 50; ++i) client->send(request_of(server->url()));
  const auto replies = replies_of(*client, 50);
  EXPECT_EQ(replies.size(), 50U);
  for (const HttpReply& reply : replies) EXPECT_EQ(reply.body.size(), page.size()) << reply.error;
}

TEST(HttpClientLoad, TheLargestBodiesYieldWhenAllAreTooMuch) {
  const auto server = server_of(ok_answer(std::string(500'000, 'x')));
  HttpClientOptions options = local_options();
  options.bodies_bytes_max = 300'000;
  options.connections_max = 2;
  const auto client = client_of(options);
  const HttpReply reply = reply_to(*client, server->url());
  EXPECT_EQ(reply.failure, HttpFailure::overloaded);
  EXPECT_TRUE(reply.error.ends_with(" of all bodies exceed 300,000")) << reply.error;
}

}  // namespace
}  // namespace khabar
