#include "core/text/dates_zones.h"

#include <unicode/basictz.h>
#include <unicode/timezone.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <memory>
#include <string>

#include "core/text/ascii.h"

namespace khabar {
namespace {

struct Abbreviation {
  std::string_view name;
  std::int16_t minutes;
};

// Sorted by name. Those that mean different clocks are settled before this table is asked.
constexpr std::array kAbbreviations = std::to_array<Abbreviation>({
    {"acdt", 630}, {"acst", 570}, {"aedt", 660}, {"aest", 600}, {"akdt", -480}, {"akst", -540},
    {"art", -180}, {"ast", -240}, {"awst", 480}, {"brt", -180}, {"bst", 60},    {"cat", 120},
    {"cdt", -300}, {"cest", 120}, {"cet", 60},   {"clt", -240}, {"cst", -360},  {"eat", 180},
    {"edt", -240}, {"eest", 180}, {"eet", 120},  {"est", -300}, {"gmt", 0},     {"gst", 240},
    {"hkt", 480},  {"hst", -600}, {"idt", 180},  {"irdt", 270}, {"irst", 210},  {"ist", 330},
    {"jst", 540},  {"ksa", 180},  {"kst", 540},  {"mdt", -360}, {"mesz", 120},  {"mez", 60},
    {"msk", 180},  {"mst", -420}, {"myt", 480},  {"nzdt", 780}, {"nzst", 720},  {"pdt", -420},
    {"pht", 480},  {"pkt", 300},  {"pst", -480}, {"sast", 120}, {"sgt", 480},   {"trt", 180},
    {"uae", 240},  {"ut", 0},     {"utc", 0},    {"uzt", 300},  {"wat", 60},    {"west", 60},
    {"wet", 0},    {"wib", 420},  {"wit", 540},  {"wita", 480}, {"z", 0},
});
static_assert(std::is_sorted(kAbbreviations.begin(), kAbbreviations.end(),
                             [](const auto& a, const auto& b) { return a.name < b.name; }));

std::optional<int> shared_abbreviation(std::string_view name, std::string_view country) {
  if (name == "ist" && country == "il") return 120;
  if (name == "ist" && country == "ie") return 60;
  if (name == "bst" && country == "bd") return 360;
  if (name == "cst" && (country == "cn" || country == "tw")) return 480;
  if (name == "ast" && (country == "sa" || country == "iq")) return 180;
  return std::nullopt;
}

struct CountryZone {
  std::string_view country, zone;
};

constexpr std::array kCountryZones = std::to_array<CountryZone>({
    {"ae", "Asia/Dubai"},        {"af", "Asia/Kabul"},        {"am", "Asia/Yerevan"},
    {"at", "Europe/Vienna"},     {"az", "Asia/Baku"},         {"bd", "Asia/Dhaka"},
    {"be", "Europe/Brussels"},   {"bg", "Europe/Sofia"},      {"bh", "Asia/Bahrain"},
    {"by", "Europe/Minsk"},      {"ch", "Europe/Zurich"},     {"cn", "Asia/Shanghai"},
    {"cz", "Europe/Prague"},     {"de", "Europe/Berlin"},     {"dj", "Africa/Djibouti"},
    {"dk", "Europe/Copenhagen"}, {"dz", "Africa/Algiers"},    {"eg", "Africa/Cairo"},
    {"fi", "Europe/Helsinki"},   {"fr", "Europe/Paris"},      {"gb", "Europe/London"},
    {"ge", "Asia/Tbilisi"},      {"gr", "Europe/Athens"},     {"hu", "Europe/Budapest"},
    {"ie", "Europe/Dublin"},     {"il", "Asia/Jerusalem"},    {"in", "Asia/Kolkata"},
    {"iq", "Asia/Baghdad"},      {"ir", "Asia/Tehran"},       {"it", "Europe/Rome"},
    {"jo", "Asia/Amman"},        {"jp", "Asia/Tokyo"},        {"kr", "Asia/Seoul"},
    {"kw", "Asia/Kuwait"},       {"lb", "Asia/Beirut"},       {"ly", "Africa/Tripoli"},
    {"ma", "Africa/Casablanca"}, {"mr", "Africa/Nouakchott"}, {"nl", "Europe/Amsterdam"},
    {"no", "Europe/Oslo"},       {"om", "Asia/Muscat"},       {"pk", "Asia/Karachi"},
    {"pl", "Europe/Warsaw"},     {"ps", "Asia/Gaza"},         {"qa", "Asia/Qatar"},
    {"ro", "Europe/Bucharest"},  {"rs", "Europe/Belgrade"},   {"sa", "Asia/Riyadh"},
    {"sd", "Africa/Khartoum"},   {"se", "Europe/Stockholm"},  {"so", "Africa/Mogadishu"},
    {"sy", "Asia/Damascus"},     {"tn", "Africa/Tunis"},      {"tr", "Europe/Istanbul"},
    {"ua", "Europe/Kyiv"},       {"ye", "Asia/Aden"},
});

}  // namespace

std::optional<int> zone_abbreviation(std::string_view name, std::string_view country) {
  if (name.empty() || name.size() > 4) return std::nullopt;
  std::array<char, 4> lower{};
  std::transform(name.begin(), name.end(), lower.begin(), ascii_lower);
  const std::string_view key{lower.data(), name.size()};
  if (const auto minutes = shared_abbreviation(key, country)) return minutes;
  const auto found =
      std::lower_bound(kAbbreviations.begin(), kAbbreviations.end(), key,
                       [](const Abbreviation& a, std::string_view k) { return a.name < k; });
  if (found == kAbbreviations.end() || found->name != key) return std::nullopt;
  return found->minutes;
}

std::string_view country_zone(std::string_view country) {
  for (const CountryZone& entry : kCountryZones) {
    if (entry.country == country) return entry.zone;
  }
  return {};
}

std::optional<int> zone_offset(std::string_view iana, const PartialTime& local) {
  if (iana.empty() || !local.has_date()) return std::nullopt;
  const std::unique_ptr<icu::TimeZone> zone{icu::TimeZone::createTimeZone(
      icu::UnicodeString(iana.data(), static_cast<std::int32_t>(iana.size()), US_INV))};
  if (!zone || *zone == icu::TimeZone::getUnknown()) return std::nullopt;
  const auto* basic = dynamic_cast<const icu::BasicTimeZone*>(zone.get());
  if (basic == nullptr) return std::nullopt;
  PartialTime wall = local;
  wall.offset_minutes = 0;
  const auto instant = wall.instant();
  if (!instant) return std::nullopt;
  std::int32_t raw = 0, saving = 0;
  UErrorCode status = U_ZERO_ERROR;
  zone->getOffset(static_cast<UDate>(instant->time_since_epoch().count()), true, raw, saving,
                  status);
  if (U_FAILURE(status)) return std::nullopt;
  return (raw + saving) / 60'000;
}

}  // namespace khabar
