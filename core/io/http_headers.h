// What the headers of an HTTP response say to those who come again: how long to stay away, how
// long the answer holds. Pure functions over values; any thread. Linear time; never fail: what
// cannot be read is nothing. (Content-Type: parse_content_type, core/text/charset.h.)
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/clock.h"

namespace khabar {

// As in HttpReply: names in lower case, in order.
using HttpHeaders = std::vector<std::pair<std::string, std::string>>;

// First value of that (lower-case) name, without blanks around it; "" when there is none.
std::string_view header_value(const HttpHeaders& headers, std::string_view name);

// RFC 9110 5.6.7: IMF-fixdate, RFC 850 and asctime forms; zones other than GMT as some servers
// write them. Nothing unless a day and a time are there.
std::optional<TimePoint> parse_http_date(std::string_view value);
// "Sun, 06 Nov 1994 08:49:37 GMT", for If-Modified-Since and tests.
std::string format_http_date(TimePoint time);

// RFC 9110 10.2.3: seconds or a date. How long from `now`; a date that is past is 0. At most
// kRetryAfterMax: a year and a typing error look the same.
inline constexpr Milliseconds kRetryAfterMax = std::chrono::hours{24 * 30};
std::optional<Milliseconds> parse_retry_after(std::string_view value, TimePoint now);

// RFC 9111 5.2.2. Of a directive that is given twice, the first counts (4.2.1); a negative or
// unreadable age is 0, one too large is 2^31 seconds (1.2.2).
struct CacheControl {
  std::optional<std::chrono::seconds> max_age, s_maxage;
  bool no_cache = false;  // ask before each use
  bool no_store = false;
  bool must_revalidate = false;
  bool is_private = false;
  bool immutable = false;  // RFC 8246
};
CacheControl parse_cache_control(std::string_view value);

// RFC 9111 4.2.1, for a private cache: max-age less Age, else Expires less Date (less `now` when
// there is no Date). 0 when the response says that it is stale at once: no-cache, no-store, an
// Expires that is past or no date ("0", "-1"). Nothing when it says nothing.
std::optional<Milliseconds> freshness_lifetime(const HttpHeaders& headers, TimePoint now);

}  // namespace khabar
