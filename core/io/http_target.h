// Where a request goes: its URL in the form that is sent, and the rules by which names of a test
// or an intranet lead somewhere else than DNS says. Values; any thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace khabar {

struct HttpTarget {
  std::string url;   // serialised by the URL standard, without fragment
  std::string host;  // lower case, ASCII; addresses without brackets
  std::uint16_t port = 0;
  std::string origin;  // "https://example.com:443"
};

// Invalid: what is wrong, without the URL: no URL, not http or https, too long.
Result<HttpTarget> parse_http_target(std::string_view url);

// "PATTERN[:PORT]=ADDRESS[:PORT]": see HttpClientOptions::resolve.
class ResolveRules {
 public:
  static Result<ResolveRules> parse(const std::vector<std::string>& rules);

  struct Place {
    std::string address;  // IPv6 without brackets
    std::uint16_t port = 0;
  };
  // The place of the first rule that matches, or nullptr; port 0 means the URL's.
  const Place* find(std::string_view host, std::uint16_t port) const;

 private:
  struct Rule {
    std::string name;  // lower case; behind "*." when is_suffix; empty and is_suffix: every name
    bool is_suffix = false;
    std::uint16_t port = 0;  // 0: any
    Place place;
  };
  std::vector<Rule> rules_;
};

}  // namespace khabar
