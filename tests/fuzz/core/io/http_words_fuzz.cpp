// Header values, URLs, networks and rules of any bytes: nothing unreadable becomes a number out of
// bounds, and what was read reads the same when written. Lines of the input are the values.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/check.h"
#include "core/base/limits.h"
#include "core/io/address_guard.h"
#include "core/io/http_headers.h"
#include "core/io/http_target.h"

namespace khabar {
namespace {

void check_headers(std::string_view value, TimePoint now) {
  if (const auto wait = parse_retry_after(value, now)) {
    CHECK(*wait >= Milliseconds{0} && *wait <= kRetryAfterMax);
  }
  const CacheControl control = parse_cache_control(value);
  for (const auto& age : {control.max_age, control.s_maxage}) CHECK(!age || age->count() >= 0);
  for (const char* name : {"cache-control", "expires", "age", "date"}) {
    const auto fresh = freshness_lifetime({{name, std::string(value)}}, now);
    CHECK(!fresh || *fresh >= Milliseconds{0});
  }
  const auto date = parse_http_date(value);
  if (date) {
    const auto whole = std::chrono::floor<std::chrono::seconds>(*date);
    CHECK_THAT(parse_http_date(format_http_date(whole)) == whole, format_http_date(whole));
  }
}

void check_addresses(std::string_view value, const AddressGuard& guard) {
  // Escapes may make an address longer than one may be.
  const auto target = parse_http_target(value);
  if (target && target->url.size() <= limits::kUrlBytesMax) {
    const auto again = parse_http_target(target->url);
    CHECK_THAT(again && again->url == target->url && again->host == target->host, target->url);
    CHECK_THAT(target->port != 0 || target->url.find(":0") != std::string::npos, target->url);
  }
  if (const auto network = parse_network(value)) CHECK(network->contains(network->base));
  if (const auto address = IpAddress::parse(value)) {
    CHECK_THAT(IpAddress::parse(address->text()) == address, address->text());
    (void)guard.refusal(*address);
  }
  const std::string rule(value);
  if (const auto rules = ResolveRules::parse({rule})) (void)rules->find(value, 80);
}

}  // namespace
}  // namespace khabar

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  static const khabar::AddressGuard guard = *khabar::AddressGuard::make(false, {"10.1.0.0/16"});
  constexpr khabar::TimePoint kNow{khabar::Milliseconds{1'800'000'000'000}};
  std::string_view rest(reinterpret_cast<const char*>(bytes), size);
  while (!rest.empty()) {
    const std::size_t end = rest.find('\n');
    khabar::check_headers(rest.substr(0, end), kNow);
    khabar::check_addresses(rest.substr(0, end), guard);
    rest.remove_prefix(end == rest.npos ? rest.size() : end + 1);
  }
  return 0;
}
