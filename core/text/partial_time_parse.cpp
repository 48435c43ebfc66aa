// Machine-readable dates: a cursor over at most 64 bytes of ASCII, no allocation.
#include <array>
#include <cstddef>

#include "core/text/ascii.h"
#include "core/text/dates_zones.h"
#include "core/text/partial_time.h"

namespace khabar {
namespace {

constexpr std::size_t kDateBytesMax = 64;

struct Cursor {
  std::string_view rest;

  bool done() const { return rest.empty(); }
  char peek() const { return rest.empty() ? '\0' : rest.front(); }
  bool take(char c) {
    if (peek() != c || rest.empty()) return false;
    rest.remove_prefix(1);
    return true;
  }
  bool take_blanks() {
    const std::size_t before = rest.size();
    while (peek() == ' ' || peek() == '\t' || peek() == '\n' || peek() == '\r') {
      rest.remove_prefix(1);
    }
    return rest.size() != before;
  }
  std::size_t digits_ahead() const {
    std::size_t n = 0;
    while (n < rest.size() && is_ascii_digit(rest[n])) ++n;
    return n;
  }
  int number(std::size_t digits) {  // that many digits must be ahead
    int value = 0;
    for (std::size_t i = 0; i < digits; ++i) value = value * 10 + (rest[i] - '0');
    rest.remove_prefix(digits);
    return value;
  }
  std::string_view word() {
    std::size_t n = 0;
    while (n < rest.size() && is_ascii_letter(rest[n])) ++n;
    const std::string_view out = rest.substr(0, n);
    rest.remove_prefix(n);
    return out;
  }
};

int month_of(std::string_view word) {
  static constexpr std::array<std::string_view, 12> kMonths{
      "january", "february", "march",     "april",   "may",      "june",
      "july",    "august",   "september", "october", "november", "december"};
  if (word.size() < 3) return 0;
  for (std::size_t i = 0; i < kMonths.size(); ++i) {
    const bool fits = word.size() <= kMonths[i].size() &&
                      starts_ignoring_case(word, kMonths[i].substr(0, word.size()));
    if (fits) return static_cast<int>(i) + 1;
  }
  return 0;
}

bool is_weekday(std::string_view word) {
  static constexpr std::array<std::string_view, 7> kDays{"sun", "mon", "tue", "wed",
                                                         "thu", "fri", "sat"};
  for (std::string_view day : kDays) {
    if (starts_ignoring_case(word, day)) return true;
  }
  return false;
}

// HH[:MM[:SS[.fff]]] or HHMM[SS[.fff]]; 24:00 and 23:59:60 as ISO 8601 and RFC 3339 have them.
bool take_clock(Cursor& at, PartialTime& out) {
  const std::size_t n = at.digits_ahead();
  if (n != 1 && n != 2 && n != 4 && n != 6) return false;
  const int hour = at.number(n == 1 ? 1 : 2);
  int minute = 0, second = -1;
  if (n >= 4) {
    minute = at.number(2);
    if (n == 6) second = at.number(2);
  } else if (at.take(':')) {
    const std::size_t m = at.digits_ahead();
    if (m == 0 || m > 2) return false;
    minute = at.number(m);
    if (at.peek() == ':' && at.rest.size() > 1 && is_ascii_digit(at.rest[1])) {
      at.take(':');
      const std::size_t s = at.digits_ahead();
      if (s > 2) return false;
      second = at.number(s);
    }
  } else if (n == 1) {
    return false;
  }
  // "10:30:05:250" is what some generators of JSON print.
  const bool colon = at.peek() == ':' && at.rest.size() > 3 && is_ascii_digit(at.rest[3]);
  if (second >= 0 && (at.peek() == '.' || at.peek() == ',' || colon)) {
    at.rest.remove_prefix(1);
    const std::size_t f = at.digits_ahead();
    if (f == 0 || f > 9) return false;
    int ms = 0, scale = 100;
    for (std::size_t i = 0; i < f; ++i, scale /= 10) ms += (at.rest[i] - '0') * scale;
    at.rest.remove_prefix(f);
    out.millisecond = static_cast<std::int16_t>(ms);
  }
  const bool midnight = hour == 24 && minute == 0 && second <= 0;
  if (hour > 24 || (hour == 24 && !midnight) || minute > 59 || second > 60) return false;
  if (midnight) {
    const auto next = civil_from_days(days_from_civil(out.year, out.month, out.day) + 1);
    out.year = next.year, out.month = next.month, out.day = next.day;
  }
  out.hour = static_cast<std::int8_t>(midnight ? 0 : hour);
  out.minute = static_cast<std::int8_t>(minute);
  out.second = static_cast<std::int8_t>(second == 60 ? 59 : second);
  return true;
}

// +HH, +HMM, +HHMM, +HH:MM
bool take_numeric_offset(Cursor& at, PartialTime& out) {
  const bool west = at.peek() == '-';
  if (!west && at.peek() != '+') return false;
  at.rest.remove_prefix(1);
  const std::size_t n = at.digits_ahead();
  if (n == 0 || n > 4) return false;
  const int hours = at.number(n <= 2 ? n : n - 2);
  int minutes = n > 2 ? at.number(2) : 0;
  if (n <= 2 && at.take(':')) {
    if (at.digits_ahead() != 2) return false;
    minutes = at.number(2);
  }
  if (hours > 14 || minutes > 59) return false;
  const int span = hours * 60 + minutes;
  out.offset_minutes = static_cast<std::int16_t>(west ? -span : span);
  return true;
}

// "PM" behind a clock of twelve hours; false when the clock has none such.
bool take_half_of_day(Cursor& at, PartialTime& out) {
  const Cursor before = at;
  const std::string_view word = at.word();
  const bool pm = word.size() == 2 && starts_ignoring_case(word, "pm");
  if (!pm && !(word.size() == 2 && starts_ignoring_case(word, "am"))) {
    at = before;
    return true;
  }
  if (out.hour > 12) return pm;  // "14:30 PM" says it twice
  if (pm && out.hour == 0) return false;
  out.hour = static_cast<std::int8_t>(out.hour % 12 + (pm ? 12 : 0));
  return true;
}

// An offset or a zone name, or nothing; unknown names leave the offset unknown.
bool take_zone(Cursor& at, PartialTime& out) {
  at.take_blanks();
  if (out.has_time() && !take_half_of_day(at, out)) return false;
  at.take_blanks();
  if (at.done()) return true;
  if (at.peek() == '+' || at.peek() == '-') return take_numeric_offset(at, out);
  if (!is_ascii_letter(at.peek())) return false;
  const std::string_view name = at.word();
  if (const auto minutes = zone_abbreviation(name)) {
    out.offset_minutes = static_cast<std::int16_t>(*minutes);
  } else if (name.size() > 5) {
    return false;
  }
  const bool utc = out.offset_minutes == 0;
  if (utc && (at.peek() == '+' || at.peek() == '-')) return take_numeric_offset(at, out);
  return true;
}

// A remark behind the date: "(CEST)" of RFC 822, "[Europe/Berlin]" of java.time.
bool take_remark(Cursor& at) {
  at.take_blanks();
  const char close = at.peek() == '(' ? ')' : at.peek() == '[' ? ']' : '\0';
  if (close == '\0') return true;
  const std::size_t end = at.rest.find(close);
  if (end == std::string_view::npos) return false;
  at.rest.remove_prefix(end + 1);
  return true;
}

bool ends_well(Cursor& at) {
  if (!take_remark(at)) return false;
  at.take_blanks();
  return at.done();
}

bool is_date(const PartialTime& t) {
  return t.year >= 1 && t.day >= 1 && t.day <= days_in_month(t.year, t.month);
}

bool set_ordinal(PartialTime& out, int day_of_year) {
  if (day_of_year < 1 || day_of_year > (days_in_month(out.year, 2) == 29 ? 366 : 365)) return false;
  const auto date = civil_from_days(days_from_civil(out.year, 1, 1) + day_of_year - 1);
  out.month = date.month, out.day = date.day;
  return true;
}

// ISO 8601 weeks: week 1 holds 4 January; day 1 is Monday.
bool set_week(PartialTime& out, int week, int day) {
  if (week < 1 || week > 53 || day < 1 || day > 7) return false;
  const int fourth = weekday_of(out.year, 1, 4);
  const std::int64_t monday = days_from_civil(out.year, 1, 4) - (fourth + 6) % 7;
  const auto date = civil_from_days(monday + (week - 1) * 7 + day - 1);
  out.year = date.year, out.month = date.month, out.day = date.day;
  return true;
}

// The date of ISO 8601; leaves the cursor behind it.
bool take_iso_date(Cursor& at, PartialTime& out) {
  const std::size_t n = at.digits_ahead();
  if (n == 14 || n == 12) {  // YYYYMMDDHHMM[SS], as in some meta tags
    out.year = static_cast<std::int16_t>(at.number(4));
    out.month = static_cast<std::int8_t>(at.number(2));
    out.day = static_cast<std::int8_t>(at.number(2));
    if (!is_date(out)) return false;
    Cursor clock{at.rest.substr(0, n - 8)};
    at.rest.remove_prefix(n - 8);
    return take_clock(clock, out);
  }
  if (n != 4 && n != 7 && n != 8) return false;
  out.year = static_cast<std::int16_t>(at.number(4));
  if (n == 7) return set_ordinal(out, at.number(3));
  if (n == 8) {
    out.month = static_cast<std::int8_t>(at.number(2));
    out.day = static_cast<std::int8_t>(at.number(2));
    return is_date(out);
  }
  if (at.done()) return out.year >= 1;
  const char sep = at.peek();
  if (sep != '-' && sep != '/' && sep != '.' && sep != ':') return false;
  at.rest.remove_prefix(1);
  if (sep == '-' && (at.take('W') || at.take('w'))) {
    if (at.digits_ahead() != 2) return false;
    const int week = at.number(2);
    const bool day = at.take('-');
    if (day && at.digits_ahead() != 1) return false;
    return set_week(out, week, day ? at.number(1) : 1);
  }
  const std::size_t m = at.digits_ahead();
  if (m == 3) return set_ordinal(out, at.number(3));
  if (m == 0 || m > 2) return false;
  out.month = static_cast<std::int8_t>(at.number(m));
  if (at.done()) return sep == '-' && m == 2 && out.month >= 1 && out.month <= 12;
  if (!at.take(sep)) return false;
  const std::size_t d = at.digits_ahead();
  if (d == 0 || d > 2) return false;
  out.day = static_cast<std::int8_t>(at.number(d));
  return is_date(out);
}

// A day, month or year of RFC 822 with its separators of blank or '-'.
bool take_gap(Cursor& at) {
  const bool dash = at.take('-');
  return at.take_blanks() || dash || at.take(',');
}

bool take_year(Cursor& at, PartialTime& out) {
  const std::size_t n = at.digits_ahead();
  if (n != 2 && n != 4) return false;
  int year = at.number(n);
  if (n == 2) year += year < 70 ? 2000 : 1900;  // RFC 2822 section 4.3 puts the cut at 50
  out.year = static_cast<std::int16_t>(year);
  return true;
}

// asctime and JavaScript, behind the weekday: "May  1 10:00:00 [CEST] 2020", "May 01 2020 10:00:00"
bool take_month_first(Cursor& at, PartialTime& out) {
  out.month = static_cast<std::int8_t>(month_of(at.word()));
  if (out.month == 0 || !take_gap(at)) return false;
  const std::size_t d = at.digits_ahead();
  if (d == 0 || d > 2) return false;
  out.day = static_cast<std::int8_t>(at.number(d));
  at.take(',');
  if (!at.take_blanks()) return false;
  if (at.digits_ahead() == 4) {
    if (!take_year(at, out) || !is_date(out)) return false;
    at.take_blanks();
    return at.done() || (take_clock(at, out) && take_zone(at, out));
  }
  out.year = 2000;  // a leap year, so that the clock may stand before the year
  if (!take_clock(at, out)) return false;
  at.take_blanks();
  if (is_ascii_letter(at.peek()) && !take_zone(at, out)) return false;
  at.take_blanks();
  return take_year(at, out) && is_date(out);
}

}  // namespace

std::optional<PartialTime> parse_iso8601(std::string_view text) {
  if (text.size() > kDateBytesMax) return std::nullopt;
  Cursor at{text};
  at.take_blanks();
  PartialTime out;
  if (!take_iso_date(at, out)) return std::nullopt;
  if (ends_well(at)) return out;
  if (out.day == 0) return std::nullopt;
  const bool joined = out.has_time() || at.take('T') || at.take('t') || at.take('_');
  at.take_blanks();
  if (!joined && !is_ascii_digit(at.peek())) return std::nullopt;
  if (!out.has_time() && !take_clock(at, out)) return std::nullopt;
  if (!take_zone(at, out) || !ends_well(at)) return std::nullopt;
  return out;
}

std::optional<PartialTime> parse_rfc822(std::string_view text) {
  if (text.size() > kDateBytesMax) return std::nullopt;
  Cursor at{text};
  at.take_blanks();
  PartialTime out;
  if (is_ascii_letter(at.peek())) {
    Cursor before = at;
    const std::string_view word = at.word();
    if (is_weekday(word)) {
      at.take('.');
      at.take(',');
      at.take_blanks();
    } else {
      at = before;
    }
  }
  if (is_ascii_letter(at.peek())) {
    if (!take_month_first(at, out) || !ends_well(at)) return std::nullopt;
    return out;
  }
  const std::size_t d = at.digits_ahead();
  if (d == 0 || d > 2) return std::nullopt;
  out.day = static_cast<std::int8_t>(at.number(d));
  if (!take_gap(at)) return std::nullopt;
  out.month = static_cast<std::int8_t>(month_of(at.word()));
  at.take('.');
  if (out.month == 0 || !take_gap(at)) return std::nullopt;
  if (!take_year(at, out) || !is_date(out)) return std::nullopt;
  at.take(',');
  at.take_blanks();
  if (at.done()) return out;
  if (!take_clock(at, out) || !take_zone(at, out) || !ends_well(at)) return std::nullopt;
  return out;
}

std::optional<PartialTime> parse_machine_date(std::string_view text) {
  while (!text.empty() && (text.back() == ' ' || text.back() == '\n')) text.remove_suffix(1);
  if (const auto iso = parse_iso8601(text)) return iso;
  if (const auto rfc = parse_rfc822(text)) return rfc;
  Cursor at{text};
  at.take_blanks();
  const std::size_t n = at.digits_ahead();
  if ((n != 10 && n != 13) || n != at.rest.size()) return std::nullopt;
  std::int64_t value = 0;
  for (char c : at.rest) value = value * 10 + (c - '0');
  const std::int64_t seconds = n == 10 ? value : value / 1000;
  if (seconds < 978'307'200 || seconds >= 2'000'000'000) return std::nullopt;
  return PartialTime::of(TimePoint{Milliseconds{n == 10 ? value * 1000 : value}});
}

}  // namespace khabar
