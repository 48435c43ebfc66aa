#include "core/text/url_host.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <vector>

#include <unicode/bytestream.h>
#include <unicode/idna.h>
#include <unicode/stringpiece.h>

#include "core/base/check.h"
#include "core/text/ascii.h"
#include "core/text/utf8.h"

namespace khabar {
namespace {

constexpr std::string_view kAlsoInSet[] = {
    "",                       // c0_control
    " \"<>`",                 // fragment
    " \"#<>",                 // query
    " \"#<>'",                // special_query
    " \"#<>?^`{}",            // path
    " \"#<>?^`{}/:;=@[\\]|",  // userinfo
};

using ByteSet = std::array<bool, 256>;

constexpr std::array<ByteSet, std::size(kAlsoInSet)> kEncoded = [] {
  std::array<ByteSet, std::size(kAlsoInSet)> sets{};
  for (std::size_t set = 0; set < sets.size(); ++set) {
    for (std::size_t byte = 0; byte < 256; ++byte) {
      sets[set][byte] = byte <= 0x1F || byte >= 0x7F;
    }
    for (const char c : kAlsoInSet[set]) sets[set][static_cast<unsigned char>(c)] = true;
  }
  return sets;
}();

// A name in the DNS has 253 bytes at most; IDNA takes quadratic time over hostile ones.
constexpr std::size_t kIdnaBytesMax = 1024;

constexpr ByteSet kForbiddenInHost = [] {
  ByteSet set{};
  for (const char c : std::string_view{"\0\t\n\r #/:<>?@[\\]^|", 17}) {
    set[static_cast<unsigned char>(c)] = true;
  }
  return set;
}();

bool is_forbidden_in_host(char c) {
  return kForbiddenInHost[static_cast<unsigned char>(c)];
}

bool is_forbidden_in_domain(char c) {
  return is_forbidden_in_host(c) || (c >= 0 && c <= 0x1F) || c == '%' || c == 0x7F;
}

// "Domain to ASCII" with beStrict false. UTS 46 errors that it forgives: length and hyphens.
std::optional<std::string> domain_to_ascii(std::string_view domain) {
  const std::string lowered = lower_ascii(domain);
  if (is_ascii(domain)) return lowered;  // the standard takes "xn--" labels at their word

  // Immutable once made; creating one for each host would cost more than the conversion.
  UErrorCode status = U_ZERO_ERROR;
  static const std::unique_ptr<const icu::IDNA> kUts46(icu::IDNA::createUTS46Instance(
      UIDNA_CHECK_BIDI | UIDNA_CHECK_CONTEXTJ | UIDNA_NONTRANSITIONAL_TO_ASCII, status));
  CHECK(U_SUCCESS(status) && kUts46 != nullptr);
  if (domain.size() > kIdnaBytesMax) return std::nullopt;
  std::string ascii;
  icu::StringByteSink<std::string> sink(&ascii);
  icu::IDNAInfo found;
  kUts46->nameToASCII_UTF8(
      icu::StringPiece(domain.data(), static_cast<std::int32_t>(domain.size())), sink, found,
      status);
  constexpr std::uint32_t kForgiven =
      UIDNA_ERROR_EMPTY_LABEL | UIDNA_ERROR_LABEL_TOO_LONG | UIDNA_ERROR_DOMAIN_NAME_TOO_LONG |
      UIDNA_ERROR_LEADING_HYPHEN | UIDNA_ERROR_TRAILING_HYPHEN | UIDNA_ERROR_HYPHEN_3_4;
  if (U_FAILURE(status) || (found.getErrors() & ~kForgiven) != 0) return std::nullopt;
  return ascii;
}

// "IPv4 number parser": decimal, 0x hexadecimal or 0 octal. Saturates above 2^32.
std::optional<std::uint64_t> ipv4_number(std::string_view text) {
  if (text.empty()) return std::nullopt;
  unsigned radix = 10;
  if (text.size() >= 2 && text[0] == '0' && (text[1] == 'x' || text[1] == 'X')) {
    radix = 16;
    text.remove_prefix(2);
  } else if (text.size() >= 2 && text[0] == '0') {
    radix = 8;
    text.remove_prefix(1);
  }
  std::uint64_t value = 0;
  for (const char c : text) {
    const int digit = hex_digit_value(c);
    if (digit < 0 || digit >= static_cast<int>(radix)) return std::nullopt;
    value = std::min(value * radix + static_cast<unsigned>(digit), std::uint64_t{1} << 40);
  }
  return value;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (std::size_t at = 0;;) {
    const std::size_t end = std::min(text.find(separator, at), text.size());
    parts.push_back(text.substr(at, end - at));
    if (end == text.size()) return parts;
    at = end + 1;
  }
}

// "Ends-in-a-number checker".
bool ends_in_a_number(std::string_view domain) {
  if (domain.ends_with('.')) domain.remove_suffix(1);
  const std::string_view last = domain.substr(domain.rfind('.') + 1);
  if (last.empty() && domain.empty()) return false;
  if (!last.empty() && std::all_of(last.begin(), last.end(), is_ascii_digit)) return true;
  return ipv4_number(last).has_value();
}

std::optional<std::string> parse_ipv4(std::string_view domain) {
  if (domain.ends_with('.')) domain.remove_suffix(1);
  const std::vector<std::string_view> parts = split(domain, '.');
  if (parts.size() > 4) return std::nullopt;
  std::uint64_t address = 0;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const std::optional<std::uint64_t> number = ipv4_number(parts[i]);
    if (!number) return std::nullopt;
    const bool last = i + 1 == parts.size();
    // The last number fills all places that are left.
    if (*number >= (last ? std::uint64_t{1} << (8 * (4 - i)) : std::uint64_t{256})) {
      return std::nullopt;
    }
    address += last ? *number : *number << (8 * (3 - i));
  }
  std::string out;
  for (int shift = 24; shift >= 0; shift -= 8) {
    out += std::to_string(address >> shift & 0xFF);
    if (shift > 0) out += '.';
  }
  return out;
}

using Ipv6 = std::array<std::uint16_t, 8>;

// The dotted tail of an IPv6 address: exactly four decimal numbers, no leading zeros, into two
// pieces.
bool parse_ipv4_tail(std::string_view text, std::uint16_t* pieces) {
  const std::vector<std::string_view> parts = split(text, '.');
  if (parts.size() != 4) return false;
  for (std::size_t i = 0; i < 4; ++i) {
    const std::string_view part = parts[i];
    if (part.empty() || part.size() > 3 || (part.size() > 1 && part[0] == '0') ||
        !std::all_of(part.begin(), part.end(), is_ascii_digit)) {
      return false;
    }
    unsigned value = 0;
    for (const char c : part) value = value * 10 + static_cast<unsigned>(c - '0');
    if (value > 255) return false;
    pieces[i / 2] = static_cast<std::uint16_t>(pieces[i / 2] << 8 | value);
  }
  return true;
}

// The pieces on one side of "::"; -1 when malformed.
int parse_ipv6_side(std::string_view text, Ipv6& pieces) {
  if (text.empty()) return 0;
  std::size_t count = 0;
  for (const std::string_view part : split(text, ':')) {
    const bool last = part.data() + part.size() == text.data() + text.size();
    if (last && part.find('.') != std::string_view::npos) {
      if (count > 6) return -1;
      pieces[count] = pieces[count + 1] = 0;
      return parse_ipv4_tail(part, &pieces[count]) ? static_cast<int>(count + 2) : -1;
    }
    if (part.empty() || part.size() > 4 || count == 8) return -1;
    unsigned value = 0;
    for (const char c : part) {
      const int digit = hex_digit_value(c);
      if (digit < 0) return -1;
      value = value << 4 | static_cast<unsigned>(digit);
    }
    pieces[count++] = static_cast<std::uint16_t>(value);
  }
  return static_cast<int>(count);
}

std::optional<Ipv6> parse_ipv6(std::string_view text) {
  const std::size_t gap = text.find("::");
  Ipv6 head{}, tail{};
  if (gap == std::string_view::npos) {
    if (parse_ipv6_side(text, head) != 8) return std::nullopt;
    return head;
  }
  const std::string_view before = text.substr(0, gap);
  const std::string_view after = text.substr(gap + 2);
  if (before.find('.') != std::string_view::npos) return std::nullopt;
  const int head_count = parse_ipv6_side(before, head);
  const int tail_count = parse_ipv6_side(after, tail);
  if (head_count < 0 || tail_count < 0 || head_count + tail_count > 7) return std::nullopt;
  std::copy_n(tail.begin(), tail_count, head.end() - tail_count);
  std::fill(head.begin() + head_count, head.end() - tail_count, std::uint16_t{0});
  return head;
}

// RFC 5952: the first longest run of two zero pieces or more is "::".
std::string print_ipv6(const Ipv6& pieces) {
  std::size_t best = 8, best_size = 1;
  for (std::size_t i = 0; i < 8;) {
    std::size_t end = i;
    while (end < 8 && pieces[end] == 0) ++end;
    if (end - i > best_size) {
      best = i;
      best_size = end - i;
    }
    i = std::max(end, i + 1);
  }
  std::string out = "[";
  for (std::size_t i = 0; i < 8; ++i) {
    if (i == best) {
      out += i == 0 ? "::" : ":";
      i += best_size - 1;
      continue;
    }
    char digits[5];
    std::snprintf(digits, sizeof digits, "%x", unsigned{pieces[i]});
    out += digits;
    if (i < 7) out += ':';
  }
  return out + ']';
}

}  // namespace

void percent_encode(std::string_view utf8, PercentSet set, std::string& out) {
  const ByteSet& encoded = kEncoded[static_cast<std::size_t>(set)];
  for (std::size_t at = 0; at < utf8.size();) {
    std::size_t end = at;
    while (end < utf8.size() && !encoded[static_cast<unsigned char>(utf8[end])]) ++end;
    out += utf8.substr(at, end - at);
    at = end;
    for (; at < utf8.size() && encoded[static_cast<unsigned char>(utf8[at])]; ++at) {
      constexpr std::string_view kDigits = "0123456789ABCDEF";
      const auto byte = static_cast<unsigned char>(utf8[at]);
      const char escape[] = {'%', kDigits[byte >> 4], kDigits[byte & 15]};
      out.append(escape, sizeof escape);
    }
  }
}

std::string percent_decode(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '%' && at + 2 < text.size() && hex_digit_value(text[at + 1]) >= 0 &&
        hex_digit_value(text[at + 2]) >= 0) {
      out += static_cast<char>(hex_digit_value(text[at + 1]) << 4 | hex_digit_value(text[at + 2]));
      at += 2;
    } else {
      out += text[at];
    }
  }
  return out;
}

std::optional<std::string> parse_host(std::string_view input, bool special) {
  if (input.starts_with('[')) {
    if (!input.ends_with(']') || input.size() < 2) return std::nullopt;
    const std::optional<Ipv6> address = parse_ipv6(input.substr(1, input.size() - 2));
    return address ? std::optional(print_ipv6(*address)) : std::nullopt;
  }
  if (!special) {
    if (std::any_of(input.begin(), input.end(), is_forbidden_in_host)) return std::nullopt;
    std::string opaque;
    percent_encode(input, PercentSet::c0_control, opaque);
    return opaque;
  }
  std::string decoded;
  sanitize_utf8(percent_decode(input), decoded);
  std::optional<std::string> ascii = domain_to_ascii(decoded);
  if (!ascii || ascii->empty()) return std::nullopt;
  if (std::any_of(ascii->begin(), ascii->end(), is_forbidden_in_domain)) return std::nullopt;
  return ends_in_a_number(*ascii) ? parse_ipv4(*ascii) : ascii;
}

}  // namespace khabar
