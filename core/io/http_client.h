// HttpClient: asynchronous HTTP GETs, thousands at once on one thread. An interface, so that tests
// can be the whole web; the real one is over libcurl (http_client.cpp, http_exchange.cpp).
//
//     owner: send(request) ... ──> client's thread: connect, TLS, transfer, decode
//     owner: wait()        <── replies, in the order in which they ended
//
// Redirects are not followed: robots.txt, politeness and the memory of what moved belong to the
// owner, who sends the next hop himself. Nothing is retried, but for a kept connection that turns
// out to be closed, and a body whose coding cannot be undone, which is asked for once more plainly.
// Cookies, HSTS and alternative services are not remembered.
//
// Destroying the client ends what is open at once and silently: nobody is left to hear. No thread
// may be in send() or wait() then.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/clock.h"
#include "core/base/limits.h"
#include "core/base/result.h"

namespace khabar {

struct HttpRequest {
  std::uint64_t id = 0;                                      // the owner's; comes back in the reply
  std::string url;                                           // http or https
  std::vector<std::pair<std::string, std::string>> headers;  // added to the client's own
  std::size_t body_bytes_max = limits::kBodyBytesMax;        // after decoding
  Milliseconds timeout{30'000};                              // of the whole exchange
  bool verify_tls = true;
};

// Why there is no response. `none`: there is one, whatever its status.
enum class HttpFailure : std::uint8_t {
  none,
  bad_url,          // not http(s), or no URL
  refused_address,  // a private or local address: see address_guard.h
  dns,
  connect,  // refused, unreachable, reset while connecting
  tls,
  timeout,
  too_large,   // headers or decoded body
  broken,      // the transfer ended early, or its coding is damaged
  cancelled,   // never by this client; for owners and fakes that give up themselves
  overloaded,  // requests_open_max or bodies_bytes_max of the options: try again later
};
const char* http_failure_name(HttpFailure failure);  // "refused_address"

struct HttpReply {
  std::uint64_t id = 0;
  std::string url;  // as requested
  HttpFailure failure = HttpFailure::none;
  std::string error;  // for a person, names the URL and the number; empty when there is a response
  int status = 0;
  int http_version = 0;                                      // 10, 11, 20; 0: no response
  std::vector<std::pair<std::string, std::string>> headers;  // names in lower case, in order
  std::string body;                                          // content codings undone
  std::string address;           // of who answered: "192.0.2.7"; empty: nobody, or through a proxy
  std::uint64_t wire_bytes = 0;  // of headers and body as they came
  Milliseconds took{0};          // from the start of the exchange; time in the queue is not counted

  // The first header of that (lower-case) name, or "".
  std::string_view header(std::string_view name) const;
};

class HttpClient {
 public:
  virtual ~HttpClient() = default;

  // Never blocks; any thread. Every request gets one reply.
  virtual void send(HttpRequest request) = 0;
  // Waits up to `longest` for at least one reply; gives at most `max`. Empty: none came. One thread
  // at a time.
  virtual std::vector<HttpReply> wait(std::size_t max, Milliseconds longest) = 0;
  // Sent and not yet given back by wait().
  virtual std::size_t open() const = 0;
};

// What a user may have to say about the network. Fields without a comment say it all.
struct HttpClientOptions {
  std::string user_agent;  // names the program and a contact
  // "http://", "https://" or "socks5h://" HOST:PORT; empty: none (the environment is not asked).
  // The proxy itself is the user's word and is not guarded. Behind it the proxy resolves names, so
  // the guard can judge only hosts that are addresses, and refuses "localhost" and its subdomains;
  // which names may lead into its network is then for the proxy to say.
  std::string proxy;
  std::string ca_file;                // PEM; empty: the system's
  std::size_t connections_max = 256;  // also the exchanges at once
  std::size_t connections_per_host_max =
      8;  // also the exchanges at once, of one scheme, host, port
  Milliseconds connect_timeout{10'000};
  bool allow_private_addresses = false;       // for tests and intranets: see address_guard.h
  std::vector<std::string> allowed_networks;  // CIDR, though private: "10.1.0.0/16"

  // Where names lead, instead of DNS: "PATTERN[:PORT]=ADDRESS[:PORT]", the first that matches.
  //   "*.news.test=127.0.0.1"          subdomains of news.test, at the URL's port
  //   "news.test:443=127.0.0.1:18443"  this name, when the URL's port is 443
  //   "*=[::1]:8080"                   every name
  // The guard still judges the address. TLS verifies the URL's name.
  std::vector<std::string> resolve;
  // Addresses of a host instead of the system's resolver; none: it does not exist. Called on the
  // client's thread for each exchange but to localhost, must not block. For tests.
  std::function<std::vector<std::string>(const std::string& host)> resolver;

  // Requests sent and not yet given back; more are answered `overloaded`.
  std::size_t requests_open_max = 65'536;
  // Bodies in transfer and in replies that wait, decoded. Above it nothing new is begun, and bodies
  // larger than their fair share end as `overloaded`.
  std::size_t bodies_bytes_max = std::size_t{256} << 20;
};

// Starts the client's thread. Invalid: an option that cannot be used, named.
Result<std::unique_ptr<HttpClient>> open_http_client(const HttpClientOptions& options);

}  // namespace khabar
