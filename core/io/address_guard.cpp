#include "core/io/address_guard.h"

#include <algorithm>
#include <charconv>
#include <cstring>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

namespace khabar {
namespace {

constexpr int kV4Bits = 32, kV6Bits = 128;

enum class Lift : std::uint8_t { by_name, with_private };

struct SpecialNetwork {
  std::array<std::uint8_t, 16> bytes;
  int prefix_bits;
  Lift lift;
  const char* what;  // "loopback (127.0.0.0/8)"
};

// IANA IPv4 Special-Purpose Address Registry (RFC 6890), the blocks not globally reachable, and
// multicast; 168.63.129.16 is every Azure machine's own host.
constexpr SpecialNetwork kV4Special[] = {
    {{0}, 8, Lift::by_name, "this network (0.0.0.0/8)"},
    {{10}, 8, Lift::with_private, "private (10.0.0.0/8)"},
    {{100, 64}, 10, Lift::with_private, "shared by carriers (100.64.0.0/10)"},
    {{127}, 8, Lift::with_private, "loopback (127.0.0.0/8)"},
    {{169, 254}, 16, Lift::by_name, "link-local (169.254.0.0/16)"},
    {{172, 16}, 12, Lift::with_private, "private (172.16.0.0/12)"},
    {{192, 0, 0}, 24, Lift::by_name, "IETF protocol assignments (192.0.0.0/24)"},
    {{192, 0, 2}, 24, Lift::by_name, "for documentation (192.0.2.0/24)"},
    {{192, 88, 99}, 24, Lift::by_name, "6to4 relays (192.88.99.0/24)"},
    {{192, 168}, 16, Lift::with_private, "private (192.168.0.0/16)"},
    {{198, 18}, 15, Lift::with_private, "for benchmarks (198.18.0.0/15)"},
    {{198, 51, 100}, 24, Lift::by_name, "for documentation (198.51.100.0/24)"},
    {{203, 0, 113}, 24, Lift::by_name, "for documentation (203.0.113.0/24)"},
    {{224}, 4, Lift::by_name, "multicast (224.0.0.0/4)"},
    {{255, 255, 255, 255}, 32, Lift::by_name, "broadcast (255.255.255.255/32)"},
    {{240}, 4, Lift::by_name, "reserved (240.0.0.0/4)"},
    {{168, 63, 129, 16}, 32, Lift::by_name, "a cloud's own host (168.63.129.16/32)"},
};

// IANA IPv6 Special-Purpose Address Registry. What is not named here and lies outside of
// 2000::/3 is refused too.
constexpr SpecialNetwork kV6Special[] = {
    {{}, 128, Lift::by_name, "unspecified (::/128)"},
    {{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1},
     128,
     Lift::with_private,
     "loopback (::1/128)"},
    {{}, 96, Lift::by_name, "IPv4-compatible (::/96)"},
    {{0, 0x64, 0xff, 0x9b, 0, 1}, 48, Lift::by_name, "local NAT64 (64:ff9b:1::/48)"},
    {{1}, 64, Lift::by_name, "discarded (100::/64)"},
    {{0x20, 0x01, 0, 0}, 32, Lift::by_name, "Teredo (2001::/32)"},
    {{0x20, 0x01, 0, 2, 0, 0}, 48, Lift::with_private, "for benchmarks (2001:2::/48)"},
    {{0x20, 0x01}, 23, Lift::by_name, "IETF protocol assignments (2001::/23)"},
    {{0x20, 0x01, 0x0d, 0xb8}, 32, Lift::by_name, "for documentation (2001:db8::/32)"},
    {{0x3f, 0xff}, 20, Lift::by_name, "for documentation (3fff::/20)"},
    {{0xfc}, 7, Lift::with_private, "unique-local (fc00::/7)"},
    {{0xfe, 0x80}, 10, Lift::by_name, "link-local (fe80::/10)"},
    {{0xfe, 0xc0}, 10, Lift::with_private, "site-local (fec0::/10)"},
    {{0xff}, 8, Lift::by_name, "multicast (ff00::/8)"},
};

bool same_bits(const std::uint8_t* a, const std::uint8_t* b, int bits) {
  const auto whole = static_cast<std::size_t>(bits / 8);
  if (std::memcmp(a, b, whole) != 0) return false;
  const int rest = bits % 8;
  return rest == 0 || ((a[whole] ^ b[whole]) >> (8 - rest)) == 0;
}

bool starts_with(const IpAddress& address, std::initializer_list<std::uint8_t> bytes) {
  return std::equal(bytes.begin(), bytes.end(), address.bytes.begin());
}

IpAddress v4_at(const IpAddress& v6, std::size_t offset) {
  IpAddress out{{}, true};
  std::copy_n(v6.bytes.begin() + static_cast<std::ptrdiff_t>(offset), 4, out.bytes.begin());
  return out;
}

struct Embedded {
  IpAddress v4;
  const char* form;
  bool is_all = false;  // the IPv6 address says nothing else, and stands or falls with the IPv4 one
};

// The IPv4 address to which a translator or tunnel on the way may carry this.
std::optional<Embedded> embedded_v4(const IpAddress& v6) {
  if (starts_with(v6, {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff})) {
    return Embedded{v4_at(v6, 12), "IPv4-mapped", true};  // RFC 4291 2.5.5.2
  }
  if (starts_with(v6, {0, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0})) {
    return Embedded{v4_at(v6, 12), "NAT64", true};  // RFC 6052 2.1
  }
  if (starts_with(v6, {0x20, 0x02})) return Embedded{v4_at(v6, 2), "6to4"};  // RFC 3056 2
  // RFC 5214 6.1: interface identifier [02]00:5EFE:a.b.c.d, under any prefix.
  if ((v6.bytes[8] & 0xfd) == 0 && v6.bytes[9] == 0 && v6.bytes[10] == 0x5e &&
      v6.bytes[11] == 0xfe) {
    return Embedded{v4_at(v6, 12), "ISATAP"};
  }
  return std::nullopt;
}

template <std::size_t n>
const SpecialNetwork* find_special(const SpecialNetwork (&table)[n], const IpAddress& address) {
  for (const SpecialNetwork& network : table) {
    if (same_bits(network.bytes.data(), address.bytes.data(), network.prefix_bits)) {
      return &network;
    }
  }
  return nullptr;
}

}  // namespace

std::optional<IpAddress> IpAddress::parse(std::string_view text) {
  const std::string terminated(text.substr(0, INET6_ADDRSTRLEN + 1));
  if (terminated.size() != text.size() || text.find('\0') != text.npos) return std::nullopt;
  IpAddress out;
  out.is_v4 = inet_pton(AF_INET, terminated.c_str(), out.bytes.data()) == 1;
  if (out.is_v4 || inet_pton(AF_INET6, terminated.c_str(), out.bytes.data()) == 1) return out;
  return std::nullopt;
}

std::optional<IpAddress> IpAddress::of(const sockaddr& address) {
  IpAddress out;
  if (address.sa_family == AF_INET) {
    sockaddr_in in;
    std::memcpy(&in, &address, sizeof in);
    std::memcpy(out.bytes.data(), &in.sin_addr, 4);
    out.is_v4 = true;
    return out;
  }
  if (address.sa_family == AF_INET6) {
    sockaddr_in6 in;
    std::memcpy(&in, &address, sizeof in);
    std::memcpy(out.bytes.data(), &in.sin6_addr, 16);
    return out;
  }
  return std::nullopt;
}

std::string IpAddress::text() const {
  char buffer[INET6_ADDRSTRLEN];
  return inet_ntop(is_v4 ? AF_INET : AF_INET6, bytes.data(), buffer, sizeof buffer);
}

bool IpNetwork::contains(const IpAddress& address) const {
  return base.is_v4 == address.is_v4 &&
         same_bits(base.bytes.data(), address.bytes.data(), prefix_bits);
}

Result<IpNetwork> parse_network(std::string_view text) {
  const std::string quoted = "\"" + std::string(text) + "\"";
  const std::size_t slash = text.find('/');
  const auto base = IpAddress::parse(text.substr(0, slash));
  if (!base) return invalid(quoted + " is not a network, as \"10.1.0.0/16\" or \"fd00::/8\" are");
  const int bits_max = base->is_v4 ? kV4Bits : kV6Bits;
  IpNetwork out{*base, bits_max};
  if (slash == std::string_view::npos) return out;
  const std::string_view digits = text.substr(slash + 1);
  const auto [end, fault] =
      std::from_chars(digits.data(), digits.data() + digits.size(), out.prefix_bits);
  if (fault != std::errc{} || end != digits.data() + digits.size() || out.prefix_bits < 0) {
    return invalid(quoted + ": \"" + std::string(digits) + "\" is not a prefix length");
  }
  if (out.prefix_bits > bits_max) {
    return invalid(quoted + ": prefix length " + std::to_string(out.prefix_bits) + " exceeds " +
                   std::to_string(bits_max));
  }
  for (int bit = out.prefix_bits; bit < bits_max; ++bit) {
    out.base.bytes[static_cast<std::size_t>(bit / 8)] &=
        static_cast<std::uint8_t>(~(0x80U >> (bit % 8)));
  }
  if (out.base == *base) return out;
  return invalid(quoted + ": bits are set behind the prefix; is " + out.base.text() + "/" +
                 std::to_string(out.prefix_bits) + " meant, or " + base->text() + "/" +
                 std::to_string(bits_max) + "?");
}

Result<AddressGuard> AddressGuard::make(bool allow_private,
                                        const std::vector<std::string>& allowed_networks) {
  AddressGuard guard;
  guard.allow_private_ = allow_private;
  for (const std::string& text : allowed_networks) {
    auto network = parse_network(text);
    if (!network) return invalid("allowed_networks: " + network.error().message);
    guard.allowed_.push_back(*network);
  }
  return guard;
}

std::optional<std::string> AddressGuard::refusal(const IpAddress& address) const {
  const bool is_allowed = std::any_of(allowed_.begin(), allowed_.end(),
                                      [&](const IpNetwork& n) { return n.contains(address); });
  if (is_allowed) return std::nullopt;
  if (!address.is_v4) {
    if (const auto embedded = embedded_v4(address)) {
      const auto inner = refusal(embedded->v4);
      if (inner) return address.text() + " is " + embedded->form + ": " + *inner;
      if (embedded->is_all) return std::nullopt;
    }
  }
  const SpecialNetwork* special =
      address.is_v4 ? find_special(kV4Special, address) : find_special(kV6Special, address);
  if (special) {
    if (special->lift == Lift::with_private && allow_private_) return std::nullopt;
    return address.text() + " is " + special->what;
  }
  if (address.is_v4 || (address.bytes[0] & 0xe0) == 0x20) return std::nullopt;
  return address.text() + " is not global unicast (2000::/3)";
}

}  // namespace khabar
