// Which addresses may be connected to. URLs come from strangers: a feed that links to 127.0.0.1, a
// name that resolves to 10.0.0.1, a redirect to the machine's metadata service must not make the
// program speak to them (SSRF). Asked at the socket, after DNS, for each connection: names and
// notations ("0x7f.1", "127.1", "[::ffff:7f00:1]") are already one address there, and a name
// cannot change its mind between check and use.
//
// Refused: every network of the IANA special-purpose registries that is not globally reachable,
// everything outside of 2000::/3, and IPv6 forms that carry an IPv4 address which is refused
// (mapped, 6to4, NAT64, ISATAP). Teredo and other IETF protocol assignments are refused as a whole.
//
// Values; any thread once built.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

struct sockaddr;

namespace khabar {

struct IpAddress {
  std::array<std::uint8_t, 16> bytes{};  // network order; IPv4 is the first four
  bool is_v4 = false;

  // "192.0.2.1" (dotted, four parts) or "2001:db8::1"; no brackets, no zone.
  static std::optional<IpAddress> parse(std::string_view text);
  // Nothing for families other than AF_INET and AF_INET6.
  static std::optional<IpAddress> of(const sockaddr& address);

  std::string text() const;

  bool operator==(const IpAddress&) const = default;
};

// A CIDR block.
struct IpNetwork {
  IpAddress base;
  int prefix_bits = 0;

  bool contains(const IpAddress& address) const;
};

// "10.1.0.0/16", "fd00:1::/32", or one address. Invalid: what is wrong, with the numbers: a prefix
// that is too long, or bits set behind it ("10.1.2.3/16"), which hints at a typing error.
Result<IpNetwork> parse_network(std::string_view text);

class AddressGuard {
 public:
  // `allow_private` lifts loopback, private, shared (100.64/10), unique-local and benchmark
  // networks. Link-local, where clouds keep credentials (169.254.169.254), and what nobody can be
  // reached at (0/8, multicast, reserved) stay refused, but for `allowed_networks`, which lift
  // everything they contain. Invalid: a network that does not parse, named.
  static Result<AddressGuard> make(bool allow_private,
                                   const std::vector<std::string>& allowed_networks);

  // Why this may not be connected to: "127.0.0.1 is loopback (127.0.0.0/8)"; nothing when it may.
  std::optional<std::string> refusal(const IpAddress& address) const;

 private:
  bool allow_private_ = false;
  std::vector<IpNetwork> allowed_;
};

}  // namespace khabar
