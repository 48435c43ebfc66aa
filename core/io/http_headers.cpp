#include "core/io/http_headers.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <cstdio>

#include "core/text/ascii.h"
#include "core/text/partial_time.h"

namespace khabar {
namespace {

using std::chrono::seconds;

constexpr std::int64_t kDeltaSecondsMax = std::int64_t{1} << 31;  // RFC 9111 1.2.2

std::string_view trim(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

// Digits only, held at the greatest delta that the RFC asks to be told apart.
std::optional<std::int64_t> delta_seconds(std::string_view digits) {
  if (digits.empty()) return std::nullopt;
  std::int64_t value = 0;
  for (const char c : digits) {
    if (c < '0' || c > '9') return std::nullopt;
    value = std::min(value * 10 + (c - '0'), kDeltaSecondsMax);
  }
  return value;
}

struct Directive {
  std::string_view name, value;
};

// Takes one directive off the front: token [ "=" ( token / quoted-string ) ], up to its comma.
Directive take_directive(std::string_view& rest) {
  std::size_t end = 0;
  for (bool quoted = false; end < rest.size() && (quoted || rest[end] != ','); ++end) {
    if (rest[end] == '"') quoted = !quoted;
    if (rest[end] == '\\' && quoted && end + 1 < rest.size()) ++end;
  }
  const std::string_view all = trim(rest.substr(0, end));
  rest.remove_prefix(std::min(end + 1, rest.size()));
  const std::size_t equals = all.find('=');
  if (equals == std::string_view::npos) return {all, {}};
  std::string_view value = trim(all.substr(equals + 1));
  if (value.size() >= 2 && value.front() == '"' && value.back() == '"') {
    value = value.substr(1, value.size() - 2);
  }
  return {trim(all.substr(0, equals)), value};
}

void set_age(std::optional<seconds>& age, std::string_view value) {
  if (!age) age = seconds{delta_seconds(value).value_or(0)};
}

void apply(const Directive& directive, CacheControl& out) {
  const std::string_view name = directive.name;
  if (equals_ignoring_case(name, "max-age")) {
    set_age(out.max_age, directive.value);
  } else if (equals_ignoring_case(name, "s-maxage")) {
    set_age(out.s_maxage, directive.value);
  } else if (equals_ignoring_case(name, "no-cache")) {
    out.no_cache |= directive.value.empty();  // no-cache="set-cookie" is about that field only
  } else if (equals_ignoring_case(name, "no-store")) {
    out.no_store = true;
  } else if (equals_ignoring_case(name, "must-revalidate")) {
    out.must_revalidate = true;
  } else if (equals_ignoring_case(name, "private")) {
    out.is_private = true;
  } else if (equals_ignoring_case(name, "immutable")) {
    out.immutable = true;
  }
}

}  // namespace

std::string_view header_value(const HttpHeaders& headers, std::string_view name) {
  for (const auto& [key, value] : headers) {
    if (key == name) return trim(value);
  }
  return {};
}

std::optional<TimePoint> parse_http_date(std::string_view value) {
  const std::optional<PartialTime> time = parse_rfc822(trim(value));
  if (!time || !time->has_date() || !time->has_time()) return std::nullopt;
  return time->instant();
}

std::string format_http_date(TimePoint time) {
  static constexpr const char* kDays[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  static constexpr const char* kMonths[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                            "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const PartialTime t = PartialTime::of(time);
  char text[64];
  const int length = std::snprintf(text, sizeof text, "%s, %02d %s %04d %02d:%02d:%02d GMT",
                                   kDays[weekday_of(t.year, t.month, t.day)], t.day,
                                   kMonths[t.month - 1], t.year, t.hour, t.minute, t.second);
  return {text, static_cast<std::size_t>(length)};
}

std::optional<Milliseconds> parse_retry_after(std::string_view value, TimePoint now) {
  value = trim(value);
  Milliseconds wait{0};
  if (const auto delta = delta_seconds(value.substr(0, value.find('.')))) {  // "1.5" is seen
    wait = seconds{*delta};
  } else if (const auto date = parse_http_date(value)) {
    wait = *date - now;
  } else {
    return std::nullopt;
  }
  return std::clamp(wait, Milliseconds{0}, kRetryAfterMax);
}

CacheControl parse_cache_control(std::string_view value) {
  CacheControl out;
  while (!value.empty()) apply(take_directive(value), out);
  return out;
}

std::optional<Milliseconds> freshness_lifetime(const HttpHeaders& headers, TimePoint now) {
  std::string joined;  // RFC 9110 5.3: fields of one name are one list
  for (const auto& [key, value] : headers) {
    if (key == "cache-control") joined.append(joined.empty() ? "" : ",").append(value);
  }
  const CacheControl control = parse_cache_control(joined);
  if (control.no_cache || control.no_store) return Milliseconds{0};
  if (control.max_age) {
    const auto age = delta_seconds(header_value(headers, "age")).value_or(0);
    return std::max(Milliseconds{0}, Milliseconds{*control.max_age - seconds{age}});
  }
  const std::string_view expires = header_value(headers, "expires");
  if (expires.empty()) return std::nullopt;
  const auto until = parse_http_date(expires);
  if (!until) return Milliseconds{0};  // RFC 9111 5.3: an invalid date is in the past
  const auto date = parse_http_date(header_value(headers, "date"));
  return std::max(Milliseconds{0}, Milliseconds{*until - date.value_or(now)});
}

}  // namespace khabar
