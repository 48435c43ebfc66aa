// HttpClient: asynchronous HTTP GETs, thousands at once on one thread. An interface, so that tests
// can be the whole web; the real one is over libcurl (http_client.cpp, its only home).
//
//     owner: send(request) ... ──> client's thread: connect, TLS, transfer, decode
//     owner: wait()        <── replies, in the order in which they ended
//
// Redirects are not followed: robots.txt, politeness and the memory of what moved belong to the
// owner, who sends the next hop himself.
#pragma once

#include <cstddef>
#include <cstdint>
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
  too_large,  // headers or decoded body
  broken,     // the transfer ended early, or its coding is damaged
  cancelled,  // the client was destroyed
};
const char* http_failure_name(HttpFailure failure);  // "refused_address"

struct HttpReply {
  std::uint64_t id = 0;
  std::string url;  // as requested
  HttpFailure failure = HttpFailure::none;
  std::string error;  // for a person, names the URL and the number; empty when there is a response
  int status = 0;
  std::vector<std::pair<std::string, std::string>> headers;  // names in lower case, in order
  std::string body;                                          // content codings undone
  std::uint64_t wire_bytes = 0;
  Milliseconds took{0};

  // The first header of that (lower-case) name, or "".
  std::string_view header(std::string_view name) const;
};

class HttpClient {
 public:
  virtual ~HttpClient() = default;

  // Never blocks. Every request gets one reply.
  virtual void send(HttpRequest request) = 0;
  // Waits up to `longest` for at least one reply; gives at most `max`. Empty: none came.
  virtual std::vector<HttpReply> wait(std::size_t max, Milliseconds longest) = 0;
  // Sent and not yet given back by wait().
  virtual std::size_t open() const = 0;
};

struct HttpClientOptions {
  std::string user_agent;  // names the program and a contact
  std::string proxy;       // empty: none (the environment is not asked)
  std::string ca_file;     // empty: the system's
  std::size_t connections_max = 256;
  std::size_t connections_per_host_max = 8;
  Milliseconds connect_timeout{10'000};
  bool allow_private_addresses = false;       // for tests and intranets
  std::vector<std::string> allowed_networks;  // CIDR, though private: "10.1.0.0/16"
};

// Starts the client's thread. Invalid: an option that cannot be used, named.
Result<std::unique_ptr<HttpClient>> open_http_client(const HttpClientOptions& options);

}  // namespace khabar
