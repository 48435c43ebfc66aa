#include "core/io/http_client.h"

#include <atomic>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "tests/core/io/compressed.h"
#include "tests/core/io/http_story.h"
#include "tests/core/io/loopback_server.h"

namespace khabar {
namespace {

using namespace testing;  // its language
using Then = ServerAnswer::Then;

TEST(HttpClient, GivesStatusHeadersAndBody) {
  const auto server = server_of(
      {"HTTP/1.1 404 Not Found\r\nContent-Length: 5\r\nETag:  \"a\" \r\nX-Two: 1\r\nx-two: 2\r\n"
       "X-Folded: a\r\n  b\r\n\r\ngone!"});
  const auto client = client_of();
  const HttpReply reply = reply_to(*client, request_of(server->url("/a#part"), 77));
  EXPECT_EQ(reply.failure, HttpFailure::none) << reply.error;
  EXPECT_EQ(reply.id, 77U);
  EXPECT_EQ(reply.url, server->url("/a#part"));
  EXPECT_EQ(reply.status, 404);
  EXPECT_EQ(reply.http_version, 11);
  EXPECT_EQ(reply.body, "gone!");
  EXPECT_EQ(reply.header("etag"), "\"a\"");
  EXPECT_EQ(reply.header("x-two"), "1");
  EXPECT_EQ(reply.header("x-folded"), "a b");
  EXPECT_GT(reply.wire_bytes, 80U);
  EXPECT_EQ(reply.address, "127.0.0.1");
  EXPECT_EQ(client->open(), 0U);
}

TEST(HttpClient, SendsItsNameAndTheOwnersHeaders) {
  const auto server = server_of(ok_answer("x"));
  const auto client = client_of();
  HttpRequest request = request_of(server->url("/path?q=خبر"));
  request.headers = {{"If-None-Match", "\"a\""}, {"Accept-Language", "ar"}};
  EXPECT_EQ(reply_to(*client, request).status, 200);
  const std::string head = server->heads().at(0);
  EXPECT_EQ(head.substr(0, head.find('\r')), "GET /path?q=%D8%AE%D8%A8%D8%B1 HTTP/1.1") << head;
  for (const char* line : {"If-None-Match: \"a\"", "Accept-Language: ar", "br", "zstd", "gzip",
                           "User-Agent: khabar-test/1 (+https://khabar.example/bot)"}) {
    EXPECT_NE(head.find(line), std::string::npos) << line << " in " << head;
  }
}

TEST(HttpClient, KeepsConnectionsForTheNextRequest) {
  const auto server = server_of(ok_answer("x"));
  const auto client = client_of();
  for (int i = 0; i < 20; ++i) EXPECT_EQ(reply_to(*client, server->url()).body, "x");
  EXPECT_EQ(server->connections(), 1);
}

TEST(HttpClient, DoesNotFollowRedirects) {
  const auto server =
      server_of({"HTTP/1.1 301 Moved\r\nLocation: /b\r\nContent-Length: 0\r\n\r\n"});
  const auto client = client_of();
  const HttpReply reply = reply_to(*client, server->url("/a"));
  EXPECT_EQ(reply.status, 301);
  EXPECT_EQ(reply.header("location"), "/b");
  EXPECT_EQ(server->heads().size(), 1U);
}

TEST(HttpClient, InterimResponsesAndTrailersAreNotTheResponse) {
  const auto server = server_of(
      {"HTTP/1.1 103 Early Hints\r\nETag: \"early\"\r\nContent-Length: 99999999999\r\n\r\n"
       "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nTrailer: ETag\r\n\r\n"
       "3\r\nabc\r\n4;x=y\r\ndefg\r\n0\r\nETag: \"late\"\r\n\r\n"});
  const auto client = client_of();
  const HttpReply reply = reply_to(*client, server->url());
  EXPECT_EQ(reply.status, 200) << reply.error;
  EXPECT_EQ(reply.body, "abcdefg");
  EXPECT_EQ(reply.header("etag"), "");
}

TEST(HttpClient, A304MayDeclareTheLengthOfWhatItDoesNotSend) {
  const auto server = server_of({"HTTP/1.1 304 Not Modified\r\nContent-Length: 99999999\r\n\r\n"});
  const auto client = client_of();
  const HttpReply reply = reply_to(*client, server->url());
  EXPECT_EQ(reply.status, 304) << reply.error;
  EXPECT_EQ(reply.body, "");
}

TEST(HttpClient, UndoesContentCodings) {
  const std::string page = testing::prose(300'000, 5);
  const std::map<std::string, std::string> coded{
      {"gzip", testing::gzipped(page)},      {"br", testing::brotlied(page)},
      {"zstd", testing::zstd_frame(page)},   {"deflate", testing::zlibbed(page)},
      {"deflate ", testing::deflated(page)}, {"identity", page}};
  const auto client = client_of();
  for (const auto& [name, bytes] : coded) {
    const auto server = server_of(ok_answer(bytes, "Content-Encoding: " + name + "\r\n"));
    const HttpReply reply = reply_to(*client, server->url());
    EXPECT_EQ(reply.failure, HttpFailure::none) << name << ": " << reply.error;
    EXPECT_EQ(reply.body, page) << name;
    EXPECT_GE(reply.wire_bytes, bytes.size()) << name;
    EXPECT_LT(reply.wire_bytes, bytes.size() + 200) << name;
  }
}

// A few kilobytes that become a gigabyte end at the bound, whatever their coding.
TEST(HttpClient, BombsEndAtTheBound) {
  const std::string zeros(std::size_t{64} << 20, '\0');
  const std::map<std::string, std::string> bombs{
      {"gzip", testing::gzipped(zeros)},
      {"br", testing::brotlied(zeros)},
      {"zstd", testing::zstd_frame(zeros)},
      {"gzip, gzip", testing::gzipped(testing::gzipped(zeros))},
      {"br, gzip", testing::gzipped(testing::brotlied(zeros))}};
  const auto client = client_of();
  for (const auto& [name, bytes] : bombs) {
    const auto server = server_of(ok_answer(bytes, "Content-Encoding: " + name + "\r\n"));
    HttpRequest request = request_of(server->url("/bomb"));
    request.body_bytes_max = 1'000'000;
    const HttpReply reply = reply_to(*client, request);
    EXPECT_EQ(reply.failure, HttpFailure::too_large) << name << ": " << reply.error;
    EXPECT_TRUE(reply.error.starts_with(server->url("/bomb") + ": body of at least 1,0"))
        << reply.error;
    EXPECT_TRUE(reply.error.ends_with(" bytes exceeds 1,000,000")) << reply.error;
    EXPECT_TRUE(reply.body.empty());
  }
}

TEST(HttpClient, ADeclaredLengthIsRefusedBeforeItComes) {
  const auto server = server_of({"HTTP/1.1 200 OK\r\nContent-Length: 9214003\r\n\r\n", Then::hang});
  const auto client = client_of();
  HttpRequest request = request_of(server->url("/feed"));
  request.body_bytes_max = 8'388'608;
  const HttpReply reply = reply_to(*client, request);
  EXPECT_EQ(reply.failure, HttpFailure::too_large);
  EXPECT_EQ(reply.error, server->url("/feed") + ": body 9,214,003 bytes exceeds 8,388,608");
}

TEST(HttpClient, BodiesThatDeclareNothingAreBoundToo) {
  const std::string chunk = "10000\r\n" + std::string(0x10000, 'x') + "\r\n";
  std::string endless = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
  for (int i = 0; i < 32; ++i) endless += chunk;
  const auto server = server_of({endless, Then::hang});
  const auto client = client_of();
  HttpRequest request = request_of(server->url());
  request.body_bytes_max = 1'000'000;
  const HttpReply reply = reply_to(*client, request);
  EXPECT_EQ(reply.failure, HttpFailure::too_large) << reply.error;
}

TEST(HttpClient, HeadersAreBound) {
  const std::string line = "X-Long: " + std::string(8000, 'x') + "\r\n";
  std::string many = "HTTP/1.1 200 OK\r\n";
  for (int i = 0; i < 20; ++i) many += line;
  const std::string one = "HTTP/1.1 200 OK\r\nX: " + std::string(300'000, 'x') + "\r\n\r\n";
  const auto client = client_of();
  for (const std::string& bytes : {many, one}) {
    const auto server = server_of({bytes, Then::hang});
    const HttpReply reply = reply_to(*client, server->url());
    EXPECT_EQ(reply.failure, HttpFailure::too_large) << reply.error;
    EXPECT_NE(reply.error.find("exceed"), std::string::npos) << reply.error;
  }
}

TEST(HttpClient, WhatIsNoResponseIsBroken) {
  const std::vector<ServerAnswer> answers{
      {"", Then::close},
      {"HTTP/1.1 2", Then::close},
      {"HTTP/1.1 200 OK\r\nContent-Le", Then::close},
      {"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc", Then::close},
      {"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab", Then::close},
      {"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n0\r\n\r\n", Then::close},
      {"<html>I am HTTP/0.9</html>", Then::close},
      {"ICY 200 OK\r\n\r\nmusic", Then::close},
      {"SSH-2.0-OpenSSH_9.2\r\n", Then::close},
      {std::string(2000, '\0'), Then::close},
      {"HTTP/1.1 abc\r\nContent-Length: 0\r\n\r\n", Then::close},
      {"HTTP/7.3 200 OK\r\nContent-Length: 0\r\n\r\n", Then::close},
      {"HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n", Then::close},
      ok_answer("not gzip at all", "Content-Encoding: gzip\r\n"),
      {"HTTP/1.1 200 OK\r\nno colon\r\nContent-Length: 0\r\n\r\n", Then::close},
      ok_answer("\x28\xb5\x2f\xfd garbage", "Content-Encoding: zstd\r\n"),
      ok_answer("garbage", "Content-Encoding: br\r\n"),
      ok_answer("x", "Content-Encoding: gzip, gzip, gzip, gzip, gzip, gzip, gzip\r\n"),
  };
  const auto client = client_of();
  for (const ServerAnswer& answer : answers) {
    const auto server = server_of(answer);
    const HttpReply reply = reply_to(*client, server->url());
    EXPECT_EQ(reply.failure, HttpFailure::broken) << answer.bytes << ": " << reply.error;
    EXPECT_TRUE(reply.error.starts_with(server->url() + ": ")) << reply.error;
    EXPECT_EQ(reply.status, 0);
  }
}

// header('Content-Encoding: UTF-8') is a mistake that sites make, and browsers forgive.
TEST(HttpClient, ACodingNobodyKnowsIsAskedForOncePlainly) {
  for (const char* name : {"UTF-8", "binary", "windows-1256"}) {
    const auto server =
        server_of(ok_answer("<p>خبر</p>", "Content-Encoding: " + std::string(name) + "\r\n"));
    const auto client = client_of();
    const HttpReply reply = reply_to(*client, server->url());
    EXPECT_EQ(reply.body, "<p>خبر</p>") << reply.error;
    ASSERT_EQ(server->heads().size(), 2U);
    EXPECT_EQ(server->heads()[1].find("Accept-Encoding"), std::string::npos);
    EXPECT_EQ(reply_to(*client, server->url()).status, 200);
    EXPECT_NE(server->heads()[2].find("Accept-Encoding"), std::string::npos);
  }
}

// Servers that cut their own files: what came is a page, as in a browser.
TEST(HttpClient, ACodingThatEndsEarlyInACompleteResponseGivesWhatThereWas) {
  const std::string page = testing::prose(50'000, 1);
  const auto server =
      server_of(ok_answer(testing::gzipped(page).substr(0, 3000), "Content-Encoding: gzip\r\n"));
  const auto client = client_of();
  const HttpReply reply = reply_to(*client, server->url());
  EXPECT_EQ(reply.status, 200) << reply.error;
  EXPECT_TRUE(!reply.body.empty() && page.starts_with(reply.body)) << reply.body.size();
}

TEST(HttpClient, AKeptConnectionThatWasClosedIsMadeAgain) {
  std::atomic<int> count{0};
  LoopbackServer server([&](const std::string&) {
    ServerAnswer answer = ok_answer("x");
    if (++count == 1) answer.then = Then::close;  // without saying so
    return answer;
  });
  const auto client = client_of();
  for (int i = 0; i < 3; ++i) {
    const HttpReply reply = reply_to(*client, server.url());
    EXPECT_EQ(reply.status, 200) << reply.error;
  }
  EXPECT_EQ(server.connections(), 2);
}

TEST(HttpClient, SilenceEndsAtTheTimeout) {
  for (const char* bytes :
       {"", "HTTP/1.1 200 OK\r\nX-Slow: ", "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc"}) {
    const auto server = server_of({bytes, Then::hang});
    const auto client = client_of();
    HttpRequest request = request_of(server->url());
    request.timeout = Milliseconds{50};
    const HttpReply reply = reply_to(*client, request);
    EXPECT_EQ(reply.failure, HttpFailure::timeout) << reply.error;
    EXPECT_NE(reply.error.find("milliseconds"), std::string::npos) << reply.error;
    EXPECT_GE(reply.took, Milliseconds{50});
  }
}

TEST(HttpClient, NobodyListens) {
  std::string url;
  {
    const auto server = server_of(ok_answer("x"));
    url = server->url();
  }
  const auto client = client_of();
  EXPECT_EQ(reply_to(*client, url).failure, HttpFailure::connect);
  HttpClientOptions options = local_options();
  options.resolver = [](const std::string&) { return std::vector<std::string>{}; };
  const HttpReply reply = reply_to(*client_of(options), "http://nowhere.test/");
  EXPECT_EQ(reply.failure, HttpFailure::dns);
  EXPECT_EQ(reply.error, "http://nowhere.test/: host nowhere.test is not known");
}

TEST(HttpClient, WhatIsNoHttpUrlIsNotAsked) {
  const auto client = client_of();
  for (const std::string url :
       {"", "/a", "ftp://127.0.0.1/", "file:///etc/passwd", "gopher://127.0.0.1:25/_x", "http://",
        "http://a b/", "http://[::1", "http://127.0.0.1:99999/", "javascript:alert(1)"}) {
    const HttpReply reply = reply_to(*client, url);
    EXPECT_EQ(reply.failure, HttpFailure::bad_url) << url;
    EXPECT_TRUE(reply.error.starts_with(url + ": ")) << reply.error;
  }
  const HttpReply reply = reply_to(*client, "http://127.0.0.1/" + std::string(20'000, 'a'));
  EXPECT_EQ(reply.failure, HttpFailure::bad_url);
}

// A validator comes from a stranger: it must not become a second header, or a second request.
TEST(HttpClient, HeadersCannotSmuggleLines) {
  const auto server = server_of(ok_answer("x"));
  const auto client = client_of();
  HttpRequest request = request_of(server->url());
  request.headers = {{"If-None-Match", "\"a\"\r\nHost: other"}};
  EXPECT_EQ(reply_to(*client, request).failure, HttpFailure::bad_url);
  EXPECT_EQ(server->connections(), 0);
  EXPECT_EQ(reply_to(*client, server->url()).status, 200) << "the handle is good for the next";
}

TEST(HttpClient, DestroyedWithRequestsOpen) {
  const auto hanging = server_of({"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc", Then::hang});
  const auto client = client_of();
  for (int i = 0; i < 500; ++i) client->send(request_of(hanging->url()));
  EXPECT_TRUE(client->wait(1, Milliseconds{1}).empty());
}

TEST(HttpClient, OptionsThatCannotBeUsedAreNamed) {
  const auto fault_of = [](auto change) {
    HttpClientOptions options = local_options();
    change(options);
    const auto client = open_http_client(options);
    return client ? std::string("none") : client.error().message;
  };
  using Options = HttpClientOptions;
  EXPECT_EQ(fault_of([](Options& o) { o.connections_max = 0; }),
            "HTTP client: connections_max 0 is not in 1 to 65536");
  EXPECT_EQ(fault_of([](Options& o) { o.ca_file = "/nowhere/ca.pem"; }),
            "HTTP client: ca_file /nowhere/ca.pem cannot be read");
  EXPECT_EQ(fault_of([](Options& o) { o.user_agent = "a\r\nHost: b"; }),
            "HTTP client: user_agent holds a line break");
  EXPECT_EQ(fault_of([](Options& o) { o.proxy = "ftp://proxy:21"; }),
            "HTTP client: proxy \"ftp://proxy:21\" is not http://, https:// or socks5h://");
  EXPECT_EQ(fault_of([](Options& o) { o.allowed_networks = {"10.0.0.0/33"}; }),
            "HTTP client: allowed_networks: \"10.0.0.0/33\": prefix length 33 exceeds 32");
  EXPECT_EQ(fault_of([](Options& o) { o.resolve = {"*.test"}; }),
            "HTTP client: resolve: \"*.test\": no \"=\"; as in \"*.news.test=127.0.0.1:8080\"");
}

TEST(HttpClient, ResolveRulesLeadNamesElsewhere) {
  const auto server = server_of(ok_answer("here"));
  const auto other = server_of(ok_answer("there"));
  HttpClientOptions options = local_options();
  options.resolve = {"a.news.test=" + other->place(), "*.news.test:80=" + server->place(),
                     "*.port.test=127.0.0.1"};
  const auto client = client_of(options);
  EXPECT_EQ(reply_to(*client, "http://a.news.test/").body, "there");
  EXPECT_EQ(reply_to(*client, "http://b.news.test/x").body, "here");
  EXPECT_EQ(reply_to(*client, "http://c.port.test:" + server->port() + "/").body, "here");
  EXPECT_NE(server->heads().at(0).find("Host: b.news.test\r\n"), std::string::npos);
}

TEST(HttpClient, EveryFailureHasAName) {
  for (int i = 0; i <= static_cast<int>(HttpFailure::overloaded); ++i) {
    EXPECT_STRNE(http_failure_name(static_cast<HttpFailure>(i)), "unknown") << i;
  }
}

}  // namespace
}  // namespace khabar
