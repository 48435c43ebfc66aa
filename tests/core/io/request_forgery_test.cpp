// Server-side request forgery: strangers give the URLs, and every form by which a URL can lead to
// a private address is tried through the whole client. A listener stands where the loopback forms
// lead to, and must not see a connection; the same forms reach it when they are allowed, so
// that the test knows what it speaks of.
#include <cstdlib>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "core/io/http_client.h"
#include "tests/core/io/loopback_server.h"

namespace khabar {
namespace {

using testing::LoopbackServer;
using testing::ok_answer;
using testing::ServerAnswer;
using Failure = HttpFailure;

constexpr Milliseconds kLong{60'000};

// What the fake DNS answers.
const std::map<std::string, std::vector<std::string>>& fake_dns() {
  static const std::map<std::string, std::vector<std::string>> kNames{
      {"loop.test", {"127.0.0.1"}},
      {"example.com", {"127.0.0.1"}},
      {"xn--mgbh0fb.example", {"127.0.0.1"}},
      {"loop.test.", {"127.0.0.1"}},
      {"metadata.google.internal", {"169.254.169.254"}},
      {"intranet.test", {"10.1.2.3"}},
      {"six.test", {"::1"}},
      {"mapped.test", {"::ffff:127.0.0.1"}},
      {"both.test", {"::1", "127.0.0.1"}},
      {"nat64.test", {"64:ff9b::7f00:1"}},
      {"any.test", {"0.0.0.0"}},
      {"127.0.0.1.nip.test", {"127.0.0.1"}},
      {"local.test", {"fe80::1"}},
  };
  return kNames;
}

HttpClientOptions strict_options() {
  HttpClientOptions options;
  options.resolver = [](const std::string& host) {
    const auto found = fake_dns().find(host);
    return found == fake_dns().end() ? std::vector<std::string>{} : found->second;
  };
  return options;
}

HttpReply reply_to(HttpClient& client, const std::string& url) {
  HttpRequest request;
  request.url = url;
  // The listener does not speak TLS: that handshake never ends.
  request.timeout = Milliseconds{url.starts_with("https") ? 200 : 10'000};
  client.send(request);
  auto replies = client.wait(1, kLong);
  return replies.empty() ? HttpReply{} : std::move(replies[0]);
}

struct Form {
  const char* url;  // PORT is the listener's
  bool is_loopback = false;
  Failure failure = Failure::refused_address;
};

// Other notations of 127.0.0.1: the URL standard makes them one, or no URL.
constexpr Form kNotations[] = {
    {"http://127.0.0.1:PORT/", true},
    {"http://127.1:PORT/", true},
    {"http://127.0.1:PORT/", true},
    {"http://2130706433:PORT/", true},
    {"http://0x7f000001:PORT/", true},
    {"http://0x7f.0.0.1:PORT/", true},
    {"http://0x7F.1:PORT/", true},
    {"http://0x7f.0x0.0x0.0x1:PORT/", true},
    {"http://0177.0.0.1:PORT/", true},
    {"http://0177.1:PORT/", true},
    {"http://017700000001:PORT/", true},
    {"http://00000177.0.0.1:PORT/", true},
    {"http://127.0.0.1.:PORT/", true},
    {"http://127.000.000.001:PORT/", true},
    {"http://127.0.0.2:PORT/", true},
    {"http://127.255.255.254:PORT/", true},
    {"http://0.0.0.0:PORT/", true},
    {"http://0:PORT/", true},
    {"http://0x0:PORT/", true},
    {"http://１２７.０.０.１:PORT/", true},
    {"http://127。0。0。1:PORT/", true},
    {"http://①②⑦.⓪.⓪.①:PORT/", true},
    {"http://%31%32%37.0.0.1:PORT/", true},
    {"http://127%2E0%2e0.1:PORT/", true},
    {"http://127.0.0.256:PORT/", false, Failure::bad_url},
    {"http://127.0.0.1.1:PORT/", false, Failure::bad_url},
    {"http://4294967296:PORT/", false, Failure::bad_url},
    {"http://127.0.0.0x:PORT/", true},
};

constexpr Form kNetworks[] = {
    {"http://10.0.0.1/"},
    {"http://172.16.0.1/"},
    {"http://172.31.255.255/"},
    {"http://192.168.1.1/"},
    {"http://169.254.169.254/latest/meta-data/"},
    {"http://0xa9fea9fe/"},
    {"http://2852039166/"},
    {"http://100.64.0.1/"},
    {"http://100.100.100.200/"},
    {"http://192.0.0.192/"},
    {"http://198.18.0.1/"},
    {"http://192.0.2.1/"},
    {"http://198.51.100.7/"},
    {"http://203.0.113.9/"},
    {"http://192.88.99.1/"},
    {"http://224.0.0.1/"},
    {"http://240.0.0.1/"},
    {"http://255.255.255.255/"},
    {"http://168.63.129.16/"},
    {"https://10.0.0.1/"},
    {"https://127.0.0.1:PORT/", true},
};

constexpr Form kIpv6[] = {
    {"http://[::1]:PORT/", true},
    {"http://[0:0:0:0:0:0:0:1]:PORT/", true},
    {"http://[::0001]:PORT/", true},
    {"http://[::ffff:127.0.0.1]:PORT/", true},
    {"http://[::ffff:7f00:1]:PORT/", true},
    {"http://[0:0:0:0:0:ffff:127.0.0.1]:PORT/", true},
    {"http://[::]:PORT/", true},
    {"http://[::127.0.0.1]:PORT/"},
    {"http://[::ffff:0:127.0.0.1]:PORT/"},
    {"http://[::ffff:10.0.0.1]/"},
    {"http://[::ffff:169.254.169.254]/"},
    {"http://[64:ff9b::7f00:1]:PORT/"},
    {"http://[64:ff9b::10.0.0.1]/"},
    {"http://[64:ff9b:1::a00:1]/"},
    {"http://[2002:7f00:1::]/"},
    {"http://[2002:a9fe:a9fe::1]/"},
    {"http://[2001:0:4136:e378:8000:63bf:80ff:fffe]/"},
    {"http://[2a00:1450:4001:800:0:5efe:10.0.0.1]/"},
    {"http://[fe80::1]/"},
    {"http://[fc00::1]/"},
    {"http://[fd00:ec2::254]/"},
    {"http://[fec0::1]/"},
    {"http://[ff02::1]/"},
    {"http://[2001:db8::1]/"},
    {"http://[100::1]/"},
    {"http://[3fff::1]/"},
    {"http://[fe80::1%25lo]/", false, Failure::bad_url},
    {"http://[::1%25lo]:PORT/", false, Failure::bad_url},
};

// What looks like another host; and names that lead inside.
constexpr Form kDisguises[] = {
    {"http://example.com@127.0.0.1:PORT/", true},
    {"http://example.com:80@127.0.0.1:PORT/", true},
    {"http://user:pass@[::1]:PORT/", true},
    {"http://example.com%40127.0.0.1:PORT/", false, Failure::bad_url},
    {"http://127.0.0.1:PORT\\@example.com/", true},
    {"http://127.0.0.1:PORT#@example.com/", true},
    {"http://127.0.0.1:PORT?@example.com/", true},
    {"http://example.com:PORT#@93.184.216.34/", true},
    {"http:\\\\127.0.0.1:PORT\\", true},
    {"http:127.0.0.1:PORT/", true},
    {"http:/127.0.0.1:PORT/", true},
    {"http:////127.0.0.1:PORT/", true},
    {" \thttp://127.0.0.1:PORT/", true},
    {"http://127.0.\n0.1:PORT/", true},
    {"HTTP://127.0.0.1:PORT/", true},
    {"http://localhost:PORT/", true},
    {"http://LOCALHOST:PORT/", true},
    {"http://foo.localhost:PORT/", true},
    {"http://loop.test:PORT/", true},
    {"http://LOOP.TEST:PORT/", true},
    {"http://loop.test.:PORT/", true},
    {"http://127.0.0.1.nip.test:PORT/", true},
    {"http://ｌｏｏｐ.test:PORT/", true},
    {"http://lo\u00ADop.test:PORT/", true},
    {"http://مثال.example:PORT/", true},
    {"http://any.test:PORT/", true},
    {"http://six.test:PORT/", true},
    {"http://mapped.test:PORT/", true},
    {"http://both.test:PORT/", true},
    {"http://nat64.test:PORT/"},
    {"http://local.test:PORT/"},
    {"http://intranet.test/"},
    {"http://metadata.google.internal/"},
    {"https://loop.test:PORT/", true},
};

std::vector<Form> all_forms() {
  std::vector<Form> forms;
  for (const Form& form : kNotations) forms.push_back(form);
  for (const Form& form : kNetworks) forms.push_back(form);
  for (const Form& form : kIpv6) forms.push_back(form);
  for (const Form& form : kDisguises) forms.push_back(form);
  return forms;
}

std::string with_port(std::string url, const LoopbackServer& server) {
  const std::size_t at = url.find("PORT");
  return at == std::string::npos ? url : url.replace(at, 4, server.port());
}

// On every address of the machine, so that every form of loopback leads here.
class RequestForgery : public ::testing::Test {
 protected:
  RequestForgery() {
    const auto script = [](const std::string&) { return ok_answer("inside"); };
    server_ = std::make_unique<LoopbackServer>(script, "::");
    has_ipv6_ = server_->is_listening();
    if (!has_ipv6_) server_ = std::make_unique<LoopbackServer>(script, "0.0.0.0");
  }

  std::unique_ptr<LoopbackServer> server_;
  bool has_ipv6_ = false;
};

TEST_F(RequestForgery, EveryFormIsRefusedBeforeAnyConnection) {
  const std::vector<Form> forms = all_forms();
  EXPECT_GE(forms.size(), 60U);
  const auto client = *open_http_client(strict_options());
  for (const Form& form : forms) {
    const std::string url = with_port(form.url, *server_);
    const HttpReply reply = reply_to(*client, url);
    EXPECT_STREQ(http_failure_name(reply.failure), http_failure_name(form.failure))
        << url << " " << reply.error;
    EXPECT_TRUE(reply.error.starts_with(url + ": ")) << reply.error;
    EXPECT_EQ(reply.status, 0) << url;
  }
  EXPECT_EQ(server_->connections(), 0);
}

TEST_F(RequestForgery, TheSameFormsLeadHereWhenTheyMay) {
  HttpClientOptions options = strict_options();
  options.allowed_networks = {"0.0.0.0/0", "::/0"};
  const auto client = *open_http_client(options);
  for (const Form& form : all_forms()) {
    const std::string url = with_port(form.url, *server_);
    const bool is_v6 = url.find('[') != url.npos || url.find("six.") != url.npos;
    if (!form.is_loopback || (is_v6 && !has_ipv6_)) continue;
    const int before = server_->connections() + static_cast<int>(server_->heads().size());
    const HttpReply reply = reply_to(*client, url);
    const int after = server_->connections() + static_cast<int>(server_->heads().size());
    EXPECT_GT(after, before) << url << " " << reply.error;
    if (url.find("https") == url.npos) {
      EXPECT_EQ(reply.body, "inside") << url;
    }
  }
}

// A name is public when it is asked for the first time, and private the second.
TEST(DnsRebinding, TheCheckIsAtTheSocketEachTime) {
  const auto closing = [](const std::string&) {
    ServerAnswer answer = ok_answer("outside", "Connection: close\r\n");
    answer.then = ServerAnswer::Then::close;
    return answer;
  };
  LoopbackServer outside(closing, "127.0.0.2");  // stands for a public address
  LoopbackServer inside([](const std::string&) { return ok_answer("inside"); }, "127.0.0.1",
                        outside.port_number());
  if (!outside.is_listening() || !inside.is_listening()) GTEST_SKIP() << "a port is taken";
  HttpClientOptions options;
  options.allowed_networks = {"127.0.0.2"};
  std::vector<std::vector<std::string>> answers{
      {"127.0.0.1"}, {"127.0.0.1", "127.0.0.2"}, {"127.0.0.1"}, {"127.0.0.2"}};
  options.resolver = [&](const std::string&) {
    auto answer = answers.back();
    answers.pop_back();
    return answer;
  };
  const auto client = *open_http_client(options);
  const std::string url = "http://rebind.test:" + outside.port() + "/";
  EXPECT_EQ(reply_to(*client, url).body, "outside");
  const HttpReply second = reply_to(*client, url);
  EXPECT_EQ(second.failure, Failure::refused_address);
  EXPECT_EQ(second.error, url + ": 127.0.0.1 is loopback (127.0.0.0/8)");
  // Of two addresses the one that may be is taken, wherever it stands.
  EXPECT_EQ(reply_to(*client, url).body, "outside");
  EXPECT_EQ(reply_to(*client, url).failure, Failure::refused_address);
  EXPECT_EQ(inside.connections(), 0);
}

// The owner follows redirects: each hop is a request like any other.
TEST_F(RequestForgery, TheNextHopOfARedirectIsRefused) {
  LoopbackServer outside(
      [&](const std::string&) {
        return ServerAnswer{
            "HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: http://127.0.0.1:" +
            server_->port() + "/\r\n\r\n"};
      },
      "127.0.0.2");
  HttpClientOptions options;
  options.allowed_networks = {"127.0.0.2"};
  const auto client = *open_http_client(options);
  const HttpReply reply = reply_to(*client, outside.url());
  ASSERT_EQ(reply.status, 302) << reply.error;
  const std::string next(reply.header("location"));
  EXPECT_EQ(reply_to(*client, next).failure, Failure::refused_address);
  EXPECT_EQ(server_->connections(), 0);
}

// `resolve` rules are the user's, but what they lead to is judged like DNS.
TEST_F(RequestForgery, ResolveRulesAreGuardedToo) {
  HttpClientOptions options;
  options.resolve = {"*=127.0.0.1:" + server_->port()};
  const auto client = *open_http_client(options);
  EXPECT_EQ(reply_to(*client, "http://example.com/").failure, Failure::refused_address);
  EXPECT_EQ(server_->connections(), 0);
}

TEST(Proxy, IsTheUsersWordButDoesNotHideTheTarget) {
  LoopbackServer proxy([](const std::string&) { return ok_answer("by proxy"); });
  HttpClientOptions options = strict_options();
  options.proxy = "http://" + proxy.place();
  const auto client = *open_http_client(options);
  EXPECT_EQ(reply_to(*client, "http://example.com/a").body, "by proxy");
  ASSERT_EQ(proxy.heads().size(), 1U);
  EXPECT_TRUE(proxy.heads()[0].starts_with("GET http://example.com/a HTTP/1.1"))
      << proxy.heads()[0];
  for (const char* url :
       {"http://127.0.0.1/", "http://2130706433/", "http://0x7f.1/", "http://[::1]/",
        "http://[::ffff:10.0.0.1]/", "https://10.0.0.1/", "http://localhost/", "http://LOCALHOST./",
        "http://a.b.localhost/", "http://169.254.169.254/", "http://a@192.168.0.1/"}) {
    EXPECT_EQ(reply_to(*client, url).failure, Failure::refused_address) << url;
  }
  EXPECT_EQ(proxy.heads().size(), 1U);
}

TEST(Proxy, TheEnvironmentIsNotAsked) {
  LoopbackServer proxy([](const std::string&) { return ok_answer("by proxy"); });
  LoopbackServer server([](const std::string&) { return ok_answer("direct"); });
  setenv("http_proxy", ("http://" + proxy.place()).c_str(), 1);
  HttpClientOptions options;
  options.allow_private_addresses = true;
  EXPECT_EQ(reply_to(**open_http_client(options), server.url()).body, "direct");
  unsetenv("http_proxy");
  EXPECT_EQ(proxy.connections(), 0);
}

}  // namespace
}  // namespace khabar
