#include "app/admin/host_check.h"

#include <algorithm>
#include <array>

#include <arpa/inet.h>

#include "core/text/ascii.h"

namespace khabar {
namespace {

bool is_port(std::string_view text) {
  return !text.empty() && text.size() <= 5 &&
         text.find_first_not_of("0123456789") == std::string_view::npos;
}

bool is_address(int family, std::string_view text) {
  std::array<unsigned char, 16> bytes{};
  return inet_pton(family, std::string(text).c_str(), bytes.data()) == 1;
}

}  // namespace

bool is_own_host(std::string_view host, const std::vector<std::string>& names) {
  if (host.find('\0') != std::string_view::npos) return false;
  if (host.starts_with('[')) {  // "[::1]:7117"
    const std::size_t end = host.find(']');
    if (end == std::string_view::npos) return false;
    const std::string_view rest = host.substr(end + 1);
    return is_address(AF_INET6, host.substr(1, end - 1)) &&
           (rest.empty() || (rest[0] == ':' && is_port(rest.substr(1))));
  }
  if (const std::size_t colon = host.find(':'); colon != std::string_view::npos) {
    if (!is_port(host.substr(colon + 1))) return false;
    host = host.substr(0, colon);
  }
  if (is_address(AF_INET, host) || equals_ignoring_case(host, "localhost")) return true;
  return std::any_of(names.begin(), names.end(),
                     [host](const std::string& name) { return equals_ignoring_case(host, name); });
}

}  // namespace khabar
