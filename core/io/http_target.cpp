#include "core/io/http_target.h"

#include <charconv>
#include <optional>

#include "core/base/limits.h"
#include "core/io/address_guard.h"
#include "core/text/ascii.h"
#include "core/text/url.h"

namespace khabar {
namespace {

// "a:80" -> 80 and "a"; an IPv6 address keeps its colons by its brackets. Nothing: a bad port.
std::optional<std::uint16_t> take_port(std::string_view& text) {
  const std::size_t colon = text.rfind(':');
  if (colon == std::string_view::npos || text.back() == ']') return std::uint16_t{0};
  std::uint16_t port = 0;
  const char* end = text.data() + text.size();
  const auto [stop, fault] = std::from_chars(text.data() + colon + 1, end, port);
  if (fault != std::errc{} || stop != end || port == 0) return std::nullopt;
  text = text.substr(0, colon);
  return port;
}

std::string_view without_brackets(std::string_view host) {
  return host.size() > 2 && host.front() == '[' ? host.substr(1, host.size() - 2) : host;
}

}  // namespace

Result<HttpTarget> parse_http_target(std::string_view url) {
  if (url.size() > limits::kUrlBytesMax) {
    return invalid("URL of " + std::to_string(url.size()) + " bytes exceeds " +
                   std::to_string(limits::kUrlBytesMax));
  }
  auto parsed = parse_url(url);
  if (!parsed) return tl::unexpected(parsed.error());
  if (!parsed->is_http()) return invalid("scheme \"" + parsed->scheme + "\" is not http or https");
  if (!parsed->host || parsed->host->empty()) return invalid("no host");
  parsed->fragment.reset();
  HttpTarget out;
  out.url = parsed->href();
  out.host = without_brackets(*parsed->host);
  out.port = parsed->effective_port();
  out.origin = parsed->scheme + "://" + *parsed->host + ":" + std::to_string(out.port);
  return out;
}

Result<ResolveRules> ResolveRules::parse(const std::vector<std::string>& rules) {
  ResolveRules out;
  for (const std::string& text : rules) {
    const auto wrong = [&](const char* why) {
      return invalid("resolve: \"" + text + "\": " + why +
                     "; as in \"*.news.test=127.0.0.1:8080\"");
    };
    const std::size_t equals = text.find('=');
    if (equals == std::string::npos) return wrong("no \"=\"");
    std::string_view name = std::string_view(text).substr(0, equals);
    std::string_view place = std::string_view(text).substr(equals + 1);
    const auto name_port = take_port(name), place_port = take_port(place);
    if (!name_port || !place_port) return wrong("a port is 1 to 65535");
    if (name.empty()) return wrong("no name");
    const auto address = IpAddress::parse(without_brackets(place));
    if (!address) return wrong("the right side is an address, IPv6 in brackets");
    Rule rule;
    rule.port = *name_port;
    rule.place = {address->text(), *place_port};
    rule.is_suffix = name == "*" || name.starts_with("*.");
    rule.name = lower_ascii(rule.is_suffix ? name.substr(1) : name);
    out.rules_.push_back(std::move(rule));
  }
  return out;
}

const ResolveRules::Place* ResolveRules::find(std::string_view host, std::uint16_t port) const {
  for (const Rule& rule : rules_) {
    const bool is_named = rule.is_suffix ? host.ends_with(rule.name) : host == rule.name;
    if (is_named && (rule.port == 0 || rule.port == port)) return &rule.place;
  }
  return nullptr;
}

}  // namespace khabar
