// A date or time that says only what is known: "1 May 2020" has no hour, "3 May" has no year,
// "20:56" has no day, "23:43" has no offset from UTC. Values; safe to pass between threads.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/clock.h"

namespace khabar {

// Unknown parts hold the value given here. Parts are known from the largest down, with two
// exceptions that texts make: month and day without a year, and a time without a day.
struct PartialTime {
  static constexpr int kOffsetUnknown = INT16_MIN;

  std::int16_t year = 0;  // proleptic Gregorian; 0: unknown
  std::int8_t month = 0;  // 1..12; 0: unknown
  std::int8_t day = 0;    // 1..31; 0: unknown
  std::int8_t hour = -1;  // 0..23
  std::int8_t minute = -1;
  std::int8_t second = -1;
  std::int16_t millisecond = -1;                 // kept for the instant; not written by iso()
  std::int16_t offset_minutes = kOffsetUnknown;  // east of UTC

  bool has_date() const { return year > 0 && month > 0 && day > 0; }
  bool has_time() const { return hour >= 0; }
  bool has_offset() const { return offset_minutes != kOffsetUnknown; }
  bool empty() const { return year == 0 && month == 0 && hour < 0; }

  // ISO 8601, as precise as known: "2017", "2017-11", "2017-11-02", "2017-11-02T23:43",
  // "2017-11-02T23:43:05+02:00", "2017-11-02T23:43Z"; "--05-03" without a year, "T20:56" without a
  // date. Empty when nothing is known.
  std::string iso() const;

  // The instant meant when unknown parts are taken as their least value and an unknown offset as
  // `offset_when_unknown`. Nothing without a year.
  std::optional<TimePoint> instant(int offset_when_unknown = 0) const;

  // The instants that this may mean, both included: an unknown hour widens to the day, an unknown
  // offset to the -12:00 .. +14:00 of the world. Nothing without a year.
  std::optional<TimePoint> earliest() const;
  std::optional<TimePoint> latest() const;

  static PartialTime of(TimePoint time, int offset = 0);

  bool operator==(const PartialTime&) const = default;
};

// Days of a month of the Gregorian calendar; 0 for a month out of 1..12.
int days_in_month(int year, int month);
// Is this a day that exists, in the years 1900..2100 that news can speak of?
bool is_news_date(int year, int month, int day);
// 0 = Sunday .. 6 = Saturday.
int weekday_of(int year, int month, int day);
// Days since 1970-01-01 and back.
std::int64_t days_from_civil(int year, int month, int day);
PartialTime civil_from_days(std::int64_t days);

// Machine-readable dates, of metadata, feeds and headers. Total length bounded to what a date can
// be (64 bytes). Nothing when the text is anything else, also when only part of it is a date.
//   ISO 8601, RFC 3339, W3C-DTF: 2020-05-01T10:00:00.123+02:00  20200501T1000Z  2020-122 2020-W18-5
//   RFC 822, 1123, 850, asctime: Fri, 01 May 2020 10:00:00 GMT  Friday, 01-May-20 10:00:00 GMT
//                                Fri May  1 10:00:00 2020       Fri May 01 10:00:00 CEST 2020
//   JavaScript:                  Fri May 01 2020 10:00:00 GMT+0200 (CEST)
//   Unix time:                   1588327200  1588327200000 (2001 to May 2033: beyond lie dates
//                                such as 2034050110)
std::optional<PartialTime> parse_iso8601(std::string_view text);
std::optional<PartialTime> parse_rfc822(std::string_view text);
std::optional<PartialTime> parse_machine_date(std::string_view text);

}  // namespace khabar
