// The client against a server that others wrote: nginx with TLS and HTTP/2, as tests/live plays it.
// Skipped with a word where nginx, openssl or python3 is not installed.
#include <cstdio>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <signal.h>

#include "core/io/http_client.h"

namespace khabar {
namespace {

constexpr Milliseconds kLong{60'000};

class NginxTest : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    const std::string command =
        "exec python3 " KHABAR_SOURCE_DIR "/tests/live/news_sites.py 8 3 2>&1";
    server_ = popen(command.c_str(), "r");
    char line[512];
    while (server_ != nullptr && std::fgets(line, sizeof line, server_) != nullptr) {
      std::string text(line);
      text.erase(text.find_last_not_of("\r\n") + 1);
      if (text == "ready") break;
      const std::size_t blank = text.find(' ');
      said_[text.substr(0, blank)] = blank == text.npos ? "" : text.substr(blank + 1);
      last_line_ = text;
    }
  }
  static void TearDownTestSuite() {
    if (said_.contains("pid")) kill(std::stoi(said_["pid"]), SIGTERM);
    if (server_ != nullptr) pclose(server_);
  }
  void SetUp() override {
    if (!said_.contains("ca")) GTEST_SKIP() << "no live sites: " << last_line_;
  }

  static HttpClientOptions options() {
    HttpClientOptions options;
    options.user_agent = "khabar-test/1";
    options.allow_private_addresses = true;
    options.resolve = {"*:80=127.0.0.1:" + said_["http"], "*:443=127.0.0.1:" + said_["https"]};
    options.ca_file = said_["ca"];
    return options;
  }

  static HttpReply reply_to(HttpClient& client, HttpRequest request) {
    client.send(std::move(request));
    auto replies = client.wait(1, kLong);
    return replies.empty() ? HttpReply{} : std::move(replies[0]);
  }
  static HttpReply reply_to(HttpClient& client, std::string url) {
    HttpRequest request;
    request.url = std::move(url);
    return reply_to(client, std::move(request));
  }

  static inline FILE* server_ = nullptr;
  static inline std::map<std::string, std::string> said_;
  static inline std::string last_line_ = "python3 did not start";
};

TEST_F(NginxTest, FeedsAreAskedForWithBothValidators) {
  const auto client = *open_http_client(options());
  const std::string url = "http://site0000.news.test/feed.xml";
  const HttpReply first = reply_to(*client, url);
  ASSERT_EQ(first.status, 200) << first.error;
  EXPECT_NE(first.body.find("<rss"), std::string::npos);
  HttpRequest again;
  again.url = url;
  again.headers = {{"If-None-Match", std::string(first.header("etag"))},
                   {"If-Modified-Since", std::string(first.header("last-modified"))}};
  const HttpReply second = reply_to(*client, again);
  EXPECT_EQ(second.status, 304) << second.error;
  EXPECT_TRUE(second.body.empty());
}

TEST_F(NginxTest, PagesComePackedAndAreUnpacked) {
  const auto client = *open_http_client(options());
  const HttpReply reply = reply_to(*client, "http://site0001.news.test/news/1.html");
  ASSERT_EQ(reply.status, 200) << reply.error;
  EXPECT_EQ(reply.header("content-encoding"), "gzip");
  EXPECT_TRUE(reply.body.ends_with("</html>\n"));
  EXPECT_LT(reply.wire_bytes, reply.body.size());
}

TEST_F(NginxTest, TlsIsVerifiedUnlessTheOwnerSaysOtherwise) {
  HttpClientOptions of_system = options();
  of_system.ca_file.clear();
  const auto client = *open_http_client(of_system);
  HttpRequest request;
  request.url = "https://site0000.news.test/feed.xml";
  const HttpReply refused = reply_to(*client, request);
  EXPECT_EQ(refused.failure, HttpFailure::tls);
  EXPECT_NE(refused.error.find("certificate"), std::string::npos) << refused.error;
  request.verify_tls = false;
  EXPECT_EQ(reply_to(*client, request).status, 200);
  request.verify_tls = true;  // and the unverified connection is not used again
  EXPECT_EQ(reply_to(*client, request).failure, HttpFailure::tls);

  const auto trusting = *open_http_client(options());
  EXPECT_EQ(reply_to(*trusting, request).status, 200);
  request.url = "https://site0000.other.test/feed.xml";  // not a name of the certificate
  const HttpReply other = reply_to(*trusting, request);
  EXPECT_EQ(other.failure, HttpFailure::tls) << other.status;
  EXPECT_TRUE(other.error.starts_with(request.url + ": ")) << other.error;
}

TEST_F(NginxTest, Http2CarriesManyExchangesAtOnce) {
  const auto client = *open_http_client(options());
  for (std::uint64_t i = 0; i < 60; ++i) {
    HttpRequest request;
    request.id = i;
    request.url = "https://site0002.news.test/news/" + std::to_string(1 + i % 3) + ".html";
    client->send(std::move(request));
  }
  for (std::size_t got = 0; got < 60;) {
    const auto replies = client->wait(60, kLong);
    ASSERT_FALSE(replies.empty());
    for (const HttpReply& reply : replies) {
      EXPECT_EQ(reply.status, 200) << reply.error;
      EXPECT_EQ(reply.http_version, 20);
      EXPECT_TRUE(reply.body.ends_with("</html>\n")) << reply.body.size();
    }
    got += replies.size();
  }
}

TEST_F(NginxTest, WhatSitesAnswerIsGivenThrough) {
  const auto client = *open_http_client(options());
  const std::string site = "http://site0000.news.test";
  struct Row {
    const char* path;
    int status;
    const char *header, *value;
  };
  const Row rows[] = {
      {"/moved/1.html", 301, "location", "http://site0000.news.test/news/1.html"},
      {"/found/1.html", 302, "location", "http://site0000.news.test/news/1.html"},
      {"/gone/1.html", 410, "retry-after", ""},
      {"/busy/1.html", 429, "retry-after", "2"},
      {"/error/1.html", 500, "retry-after", ""},
      {"/none.html", 404, "retry-after", ""},
      {"/robots.txt", 200, "content-type", "text/plain; charset=utf-8"},
  };
  for (const Row& row : rows) {
    const HttpReply reply = reply_to(*client, site + row.path);
    EXPECT_EQ(reply.status, row.status) << row.path << " " << reply.error;
    EXPECT_EQ(reply.header(row.header), row.value) << row.path;
  }
}

TEST_F(NginxTest, SitesThatFail) {
  const auto client = *open_http_client(options());
  struct Row {
    const char* url;
    HttpFailure failure;
  };
  const Row rows[] = {
      {"http://site0000.news.test/drop/1.html", HttpFailure::broken},
      {"http://site0000.news.test/cut/1.html", HttpFailure::broken},
      {"http://site0000.news.test/silent/1.html", HttpFailure::timeout},
      {"https://site0000.news.test/drop/1.html", HttpFailure::broken},
      {"https://site0000.news.test/cut/1.html", HttpFailure::broken},
      {"https://site0000.news.test/silent/1.html", HttpFailure::timeout},
      {"http://bomb.news.test/feed.xml", HttpFailure::too_large},
      {"https://bomb.news.test/feed.xml", HttpFailure::too_large},
  };
  for (const Row& row : rows) {
    HttpRequest request;
    request.url = row.url;
    request.timeout = Milliseconds{row.failure == HttpFailure::timeout ? 300 : 30'000};
    const HttpReply reply = reply_to(*client, request);
    EXPECT_STREQ(http_failure_name(reply.failure), http_failure_name(row.failure))
        << row.url << " " << reply.status << " " << reply.error;
  }
}

}  // namespace
}  // namespace khabar
