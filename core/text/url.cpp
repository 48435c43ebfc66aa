#include "core/text/url.h"

#include <algorithm>
#include <array>

#include <libpsl.h>

#include "core/text/ascii.h"
#include "core/text/url_host.h"
#include "core/text/utf8.h"

namespace khabar {
namespace {

struct SpecialScheme {
  std::string_view name;
  std::uint16_t port;
};
constexpr SpecialScheme kSpecialSchemes[] = {{"http", 80}, {"https", 443}, {"ws", 80},
                                             {"wss", 443}, {"ftp", 21},    {"file", 0}};

// Parameters that only say where a reader came from. Names that some site uses to choose the page
// ("ref", "source", "cid", "id", "from") are not here, however often they track.
constexpr std::string_view kTrackingPrefixes[] = {
    "utm_",                                         // Google Analytics
    "mtm_",       "matomo_",   "pk_",    "piwik_",  // Matomo
    "at_",        "xtor",                           // AT Internet (BBC, France Télévisions)
    "ns_",                                          // Comscore
    "mc_",                                          // Mailchimp
    "hsa_",       "_hs",       "__hs",              // HubSpot
    "fb_action_", "fb_source", "fb_ref",            // Facebook
    "wt_mc",      "wt_zmc",                         // Webtrekk (German publishers)
    "guce_",                                        // Yahoo
    "oly_",       "vero_",     "elq",    "trk_",   "sc_campaign", "stm_",
};
// clang-format off
constexpr std::string_view kTrackingNames[] = {
    "__s", "__tn__", "__twitter_impression", "_branch_match_id", "_ga", "_gl", "_openstat",
    "action_object_map", "action_ref_map", "action_type_map", "amp_gsa", "amp_js_v", "cmp", "cmpid",
    "dclid", "dicbo", "epik", "fbclid", "ftag", "ftcamp", "gbraid", "gclid", "gclsrc", "guccounter",
    "icid", "igsh", "igshid", "irclickid", "ito", "li_fat_id", "mbid", "mkt_tok", "msclkid", "ncid",
    "ocid", "rb_clickid", "ref_src", "ref_url", "s_cid", "smid", "smprod", "smtyp", "soc_src",
    "soc_trk", "spref", "srsltid", "trk", "trkcampaign", "ttclid", "twclid", "usqp", "wbraid",
    "wickedid", "wprov", "yclid", "ymclid", "ysclid", "zanpid",
};
// clang-format on
static_assert(std::is_sorted(std::begin(kTrackingNames), std::end(kTrackingNames)));

// RFC 3986 section 2.3.
bool is_unreserved(char c) {
  return is_ascii_alphanumeric(c) || c == '-' || c == '.' || c == '_' || c == '~';
}

// "%4%41" must not become "%4A", which means something else.
bool would_complete_escape(std::string_view before, char byte) {
  if (hex_digit_value(byte) < 0) return false;
  return before.ends_with('%') || (before.size() >= 2 && before[before.size() - 2] == '%' &&
                                   hex_digit_value(before.back()) >= 0);
}

// RFC 3986 section 6.2.2: upper-case hex, and no escape that is not needed.
std::string with_normal_escapes(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool escape = text[at] == '%' && at + 2 < text.size() &&
                        hex_digit_value(text[at + 1]) >= 0 && hex_digit_value(text[at + 2]) >= 0;
    if (!escape) {
      out += text[at];
      continue;
    }
    const char byte =
        static_cast<char>(hex_digit_value(text[at + 1]) << 4 | hex_digit_value(text[at + 2]));
    at += 2;
    if (is_unreserved(byte) && !would_complete_escape(out, byte)) {
      out += byte;
    } else {
      constexpr std::string_view kDigits = "0123456789ABCDEF";
      out += '%';
      out += kDigits[static_cast<unsigned char>(byte) >> 4];
      out += kDigits[static_cast<unsigned char>(byte) & 15];
    }
  }
  return out;
}

std::string without_tracking(std::string_view query) {
  std::string out;
  for (std::size_t at = 0; at < query.size();) {
    const std::size_t end = std::min(query.find('&', at), query.size());
    const std::string_view parameter = query.substr(at, end - at);
    at = end + 1;
    if (parameter.empty() || parameter == "=") continue;
    if (is_tracking_parameter(parameter.substr(0, parameter.find('=')))) continue;
    if (!out.empty()) out += '&';
    out += with_normal_escapes(parameter);
  }
  return out;
}

bool is_ip_address(std::string_view host) {
  return host.starts_with('[') || host.find(':') != std::string_view::npos ||
         std::all_of(host.begin(), host.end(),
                     [](char c) { return c == '.' || is_ascii_digit(c); });
}

}  // namespace

bool Url::is_special() const {
  return std::any_of(std::begin(kSpecialSchemes), std::end(kSpecialSchemes),
                     [this](const SpecialScheme& s) { return s.name == scheme; });
}

std::uint16_t Url::effective_port() const {
  if (port) return *port;
  for (const SpecialScheme& special : kSpecialSchemes) {
    if (special.name == scheme) return special.port;
  }
  return 0;
}

std::string Url::href() const {
  std::string out = scheme + ':';
  if (host) {
    out += "//";
    if (!username.empty() || !password.empty()) {
      out += username;
      if (!password.empty()) out += ':' + password;
      out += '@';
    }
    out += *host;
    if (port) out += ':' + std::to_string(*port);
  } else if (!path_is_opaque && path.starts_with("//")) {
    out += "/.";  // or the path would read as an authority
  }
  out += path;
  if (query) out += '?' + *query;
  if (fragment) out += '#' + *fragment;
  return out;
}

Result<std::string> resolve(std::string_view base, std::string_view reference) {
  const Result<Url> parsed_base = parse_url(base);
  if (!parsed_base) return tl::unexpected(parsed_base.error());
  const Result<Url> parsed = parse_url(reference, &*parsed_base);
  if (!parsed) return tl::unexpected(parsed.error());
  return parsed->href();
}

bool is_tracking_parameter(std::string_view name) {
  std::string lowered = lower_ascii(percent_decode(name));
  if (lowered.starts_with("amp;")) lowered.erase(0, 4);  // "&amp;utm_source" read undecoded
  return std::any_of(std::begin(kTrackingPrefixes), std::end(kTrackingPrefixes),
                     [&](std::string_view prefix) { return lowered.starts_with(prefix); }) ||
         std::binary_search(std::begin(kTrackingNames), std::end(kTrackingNames), lowered);
}

std::string canonical_url(const Url& url) {
  Url canonical = url;
  canonical.username.clear();
  canonical.password.clear();
  canonical.fragment.reset();
  if (url.path_is_opaque) return canonical.href();
  if (canonical.host && canonical.host->ends_with('.')) {
    const std::string name = canonical.host->substr(0, canonical.host->find_last_not_of('.') + 1);
    // "..." and "a.09." name nothing without their dots.
    if (!name.empty() && parse_host(name, url.is_special()) == name) canonical.host = name;
  }
  canonical.path = with_normal_escapes(url.path);
  if (canonical.query) {
    *canonical.query = without_tracking(*url.query);
    if (canonical.query->empty()) canonical.query.reset();
  }
  return canonical.href();
}

Result<std::string> canonical_url(std::string_view url) {
  const Result<Url> parsed = parse_url(url);
  if (!parsed) return tl::unexpected(parsed.error());
  return canonical_url(*parsed);
}

std::string host_of(std::string_view url) {
  Result<Url> parsed = parse_url(url);
  return parsed && parsed->host ? std::move(*parsed->host) : std::string();
}

std::string registrable_domain(std::string_view host) {
  while (host.ends_with('.')) host.remove_suffix(1);
  std::string name = lower_ascii(host);
  if (name.empty() || is_ip_address(name)) return name;
  const psl_ctx_t* const suffixes = psl_builtin();  // constant data of the library
  if (suffixes == nullptr) return name;
  const char* const registrable = psl_registrable_domain(suffixes, name.c_str());
  return registrable != nullptr ? std::string(registrable) : name;
}

}  // namespace khabar
