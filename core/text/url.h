// URLs by the WHATWG URL Standard (https://url.spec.whatwg.org/): parsing, resolving references,
// the canonical form under which an address is known, and whose site a host belongs to.
// Values and free functions; any thread.
//
//   https://user:pass@example.com:8080/a/b?x=1#top
//   scheme  username  host        port path query fragment
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace khabar {

struct Url {
  std::string scheme;  // lower case, without ':'
  std::string username;
  std::string password;
  // As serialised: "example.com", "xn--...", "192.0.2.1", "[::1]"; "" for file:///. None: no host.
  std::optional<std::string> host;
  std::optional<std::uint16_t> port;  // none when it is the scheme's own
  std::string path;                   // "/a/b", or anything when opaque ("mailto:" and its like)
  bool path_is_opaque = false;
  std::optional<std::string> query;     // without '?'
  std::optional<std::string> fragment;  // without '#'

  bool is_special() const;  // http, https, ws, wss, ftp, file
  bool is_http() const { return scheme == "http" || scheme == "https"; }
  std::string href() const;  // the URL serialiser
  // Port to connect to: `port`, or the scheme's own, or 0.
  std::uint16_t effective_port() const;

  bool operator==(const Url&) const = default;
};

// The basic URL parser. `input` is UTF-8 (malformed bytes become U+FFFD); query strings are
// encoded as UTF-8 whatever the document's charset was. Fails (invalid) as the standard says:
// a relative reference without base, a bad host, a bad port. Linear time.
Result<Url> parse_url(std::string_view input, const Url* base = nullptr);

// Parses `base`, then `reference` against it, and serialises.
Result<std::string> resolve(std::string_view base, std::string_view reference);

// The same page under different addresses gets one: credentials, fragment, default port, a dot
// behind the host, empty queries, empty parameters and tracking parameters (is_tracking_parameter)
// go; percent-encoding in upper-case hex, unreserved characters decoded. The order of parameters,
// http or https, "www." and a trailing slash stay, because they do make a difference somewhere.
std::string canonical_url(const Url& url);
Result<std::string> canonical_url(std::string_view url);

// Does the parameter `name` (percent-decoded or not, in any case) only tell where a reader came
// from? The lists are in url.cpp.
bool is_tracking_parameter(std::string_view name);

// Host of a URL, lower case, in its ASCII form; "" when it has none or is no URL.
std::string host_of(std::string_view url);

// The domain somebody registered: "example.co.uk" of "news.example.co.uk", by the public suffix
// list built into libpsl. A host that is itself a suffix or an IP address is its own.
std::string registrable_domain(std::string_view host);

}  // namespace khabar
