// The host parser of the WHATWG URL Standard, section 3.5, and its percent-encode sets.
// Private to core/text. Free functions; any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace khabar {

enum class PercentSet { c0_control, fragment, query, special_query, path, userinfo };
// Appends `utf8`, with the bytes of the set as %XX.
void percent_encode(std::string_view utf8, PercentSet set, std::string& out);
std::string percent_decode(std::string_view text);

// The host serialised, or nothing on failure. `special`: a domain or address, by IDNA; otherwise an
// opaque host. "[...]" is IPv6 in both.
std::optional<std::string> parse_host(std::string_view input, bool special);

}  // namespace khabar
