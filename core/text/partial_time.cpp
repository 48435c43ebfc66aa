#include "core/text/partial_time.h"

#include <array>
#include <cstdio>

namespace khabar {
namespace {

// The offsets in use on Earth: Baker Island to Kiritimati.
constexpr int kOffsetLeast = -12 * 60;
constexpr int kOffsetMost = 14 * 60;

TimePoint at(std::int64_t days, std::int64_t ms_of_day, int offset_minutes) {
  return TimePoint{Milliseconds{days * 86'400'000 + ms_of_day - offset_minutes * 60'000LL}};
}

}  // namespace

int days_in_month(int year, int month) {
  static constexpr std::array<int, 13> kDays{0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (month < 1 || month > 12) return 0;
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : kDays[static_cast<std::size_t>(month)];
}

bool is_news_date(int year, int month, int day) {
  return year >= 1900 && year <= 2100 && day >= 1 && day <= days_in_month(year, month);
}

// Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms": days_from_civil, civil_from_days.
std::int64_t days_from_civil(int year, int month, int day) {
  const std::int64_t y = year - (month <= 2 ? 1 : 0);
  const std::int64_t era = (y >= 0 ? y : y - 399) / 400;
  const std::int64_t yoe = y - era * 400;
  const std::int64_t doy = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  const std::int64_t doe = yoe * 365 + yoe / 4 - yoe / 100 + doy;
  return era * 146'097 + doe - 719'468;
}

PartialTime civil_from_days(std::int64_t days) {
  const std::int64_t z = days + 719'468;
  const std::int64_t era = (z >= 0 ? z : z - 146'096) / 146'097;
  const std::int64_t doe = z - era * 146'097;
  const std::int64_t yoe = (doe - doe / 1460 + doe / 36'524 - doe / 146'096) / 365;
  const std::int64_t doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
  const std::int64_t mp = (5 * doy + 2) / 153;
  const std::int64_t month = mp < 10 ? mp + 3 : mp - 9;
  PartialTime out;
  out.year = static_cast<std::int16_t>(yoe + era * 400 + (month <= 2 ? 1 : 0));
  out.month = static_cast<std::int8_t>(month);
  out.day = static_cast<std::int8_t>(doy - (153 * mp + 2) / 5 + 1);
  return out;
}

int weekday_of(int year, int month, int day) {
  const std::int64_t days = days_from_civil(year, month, day) + 4;  // 1970-01-01 was a Thursday
  return static_cast<int>(((days % 7) + 7) % 7);
}

std::string PartialTime::iso() const {
  std::array<char, 48> buffer;
  std::string out;
  const auto add = [&](const char* format, int value) {
    const int n = std::snprintf(buffer.data(), buffer.size(), format, value);
    out.append(buffer.data(), static_cast<std::size_t>(n));
  };
  if (year > 0) add("%04d", year);
  if (month > 0) add(year > 0 ? "-%02d" : "--%02d", month);
  if (month > 0 && day > 0) add("-%02d", day);
  if (hour < 0) return out;
  add("T%02d", hour);
  add(":%02d", minute < 0 ? 0 : minute);
  if (second >= 0) add(":%02d", second);
  if (!has_offset()) return out;
  if (offset_minutes == 0) return out + "Z";
  const int span = offset_minutes < 0 ? -offset_minutes : offset_minutes;
  out += offset_minutes < 0 ? '-' : '+';
  add("%02d", span / 60);
  add(":%02d", span % 60);
  return out;
}

std::optional<TimePoint> PartialTime::instant(int offset_when_unknown) const {
  if (year <= 0) return std::nullopt;
  const auto known = [](int part, int least) { return part < least ? least : part; };
  const std::int64_t seconds = known(hour, 0) * 3600LL + known(minute, 0) * 60 + known(second, 0);
  return at(days_from_civil(year, known(month, 1), known(day, 1)),
            seconds * 1000 + known(millisecond, 0),
            has_offset() ? offset_minutes : offset_when_unknown);
}

std::optional<TimePoint> PartialTime::earliest() const {
  return instant(kOffsetMost);
}

std::optional<TimePoint> PartialTime::latest() const {
  if (year <= 0) return std::nullopt;
  PartialTime last = *this;
  if (last.month <= 0) last.month = 12;
  if (last.day <= 0) last.day = static_cast<std::int8_t>(days_in_month(last.year, last.month));
  if (last.hour < 0) last.hour = 23;
  if (last.minute < 0) last.minute = 59;
  if (last.second < 0) last.second = 59;
  if (last.millisecond < 0) last.millisecond = 999;
  return last.instant(kOffsetLeast);
}

PartialTime PartialTime::of(TimePoint time, int offset) {
  const std::int64_t ms = time.time_since_epoch().count() + offset * 60'000LL;
  const std::int64_t days = (ms >= 0 ? ms : ms - 86'399'999) / 86'400'000;
  const std::int64_t rest = ms - days * 86'400'000;
  PartialTime out = civil_from_days(days);
  out.hour = static_cast<std::int8_t>(rest / 3'600'000);
  out.minute = static_cast<std::int8_t>(rest / 60'000 % 60);
  out.second = static_cast<std::int8_t>(rest / 1000 % 60);
  out.millisecond = static_cast<std::int16_t>(rest % 1000);
  out.offset_minutes = static_cast<std::int16_t>(offset);
  return out;
}

}  // namespace khabar
