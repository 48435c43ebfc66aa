#include "ingest/archive/warc_header.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdio>

#include "core/text/ascii.h"
#include "ingest/archive/header_lines.h"

namespace khabar {
namespace {

std::string_view without_brackets(std::string_view value) {
  if (value.starts_with('<')) value.remove_prefix(1);
  if (value.ends_with('>')) value.remove_suffix(1);
  return value;
}

std::string uri_of(std::string_view value) {
  std::string uri;
  for (const char c : without_brackets(value)) {
    if (c == ' ') {
      uri += "%20";
    } else {
      uri.push_back(c);
    }
  }
  return uri;
}

std::optional<std::uint64_t> number_of(std::string_view text) {
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

// Reads fixed digits and separators off the front of a text.
class Digits {
 public:
  explicit Digits(std::string_view text) : rest_(text) {}

  int number(std::size_t digits) {
    int value = 0;
    for (std::size_t i = 0; i < digits; ++i) {
      if (i >= rest_.size() || !is_ascii_digit(rest_[i])) {
        failed_ = true;
        return 0;
      }
      value = value * 10 + (rest_[i] - '0');
    }
    rest_.remove_prefix(digits);
    return value;
  }
  bool take(std::string_view any_of) {
    if (rest_.empty() || any_of.find(rest_[0]) == any_of.npos) return false;
    rest_.remove_prefix(1);
    return true;
  }
  void expect(std::string_view any_of) { failed_ = !take(any_of) || failed_; }
  void skip_digits() {
    rest_.remove_prefix(static_cast<std::size_t>(
        std::find_if_not(rest_.begin(), rest_.end(), is_ascii_digit) - rest_.begin()));
  }
  bool finished() const { return !failed_ && rest_.empty(); }
  bool failed() const { return failed_; }

 private:
  std::string_view rest_;
  bool failed_ = false;
};

}  // namespace

bool begins_warc_record(std::string_view bytes) {
  if (!bytes.starts_with("WARC/") || bytes.size() < 9 || !is_ascii_digit(bytes[5]) ||
      bytes[6] != '.' || !is_ascii_digit(bytes[7])) {
    return false;
  }
  std::size_t at = is_ascii_digit(bytes[8]) ? 9 : 8;
  while (at < bytes.size() && (bytes[at] == ' ' || bytes[at] == '\r')) ++at;
  return at < bytes.size() && bytes[at] == '\n';
}

WarcHeader parse_warc_header(std::string_view block) {
  WarcHeader header;
  HeaderLines lines(block);
  lines.next_line();
  while (const auto field = lines.next_field()) {
    const auto& [name, value] = *field;
    if (equals_ignoring_case(name, "warc-type")) {
      header.type = value;
    } else if (equals_ignoring_case(name, "warc-record-id")) {
      header.record_id = without_brackets(value);
    } else if (equals_ignoring_case(name, "warc-date")) {
      header.date = value;
    } else if (equals_ignoring_case(name, "content-type")) {
      header.content_type = value;
    } else if (equals_ignoring_case(name, "warc-identified-payload-type")) {
      header.payload_type = value;
    } else if (equals_ignoring_case(name, "warc-target-uri")) {
      header.target_uri = uri_of(value);
    } else if (equals_ignoring_case(name, "content-length")) {
      header.content_length = number_of(value);
      header.content_length_text = value;
    }
  }
  return header;
}

std::string utc_time(std::string_view written) {
  namespace chrono = std::chrono;
  const bool compact =
      written.size() >= 14 && std::all_of(written.begin(), written.begin() + 14, is_ascii_digit);
  Digits digits(written);
  const int year = digits.number(4);
  if (!compact) digits.expect("-");
  const int month = digits.number(2);
  if (!compact) digits.expect("-");
  const int day = digits.number(2);
  if (!compact) digits.expect("Tt ");
  const int hour = digits.number(2);
  if (!compact) digits.expect(":");
  const int minute = digits.number(2);
  int second = 0;
  if (compact || digits.take(":")) second = digits.number(2);
  if (digits.take(".,")) digits.skip_digits();
  int offset_min = 0;
  if (!digits.take("Zz") && !compact) {
    const bool west = digits.take("-");
    if (!west) digits.expect("+");
    const int hours = digits.number(2);
    digits.take(":");
    offset_min = (hours * 60 + digits.number(2)) * (west ? -1 : 1);
  }
  const chrono::year_month_day date{chrono::year(year), chrono::month(static_cast<unsigned>(month)),
                                    chrono::day(static_cast<unsigned>(day))};
  const bool possible = date.ok() && hour < 24 && minute < 60 && second <= 60;
  if (!digits.finished() || !possible) return {};
  const auto time = chrono::sys_days(date) + chrono::hours(hour) + chrono::minutes(minute) +
                    chrono::seconds(std::min(second, 59)) - chrono::minutes(offset_min);
  const auto midnight = chrono::floor<chrono::days>(time);
  const chrono::year_month_day utc(midnight);
  const chrono::hh_mm_ss clock(time - midnight);
  char text[40];
  std::snprintf(text, sizeof text, "%04d-%02u-%02uT%02d:%02d:%02dZ", static_cast<int>(utc.year()),
                static_cast<unsigned>(utc.month()), static_cast<unsigned>(utc.day()),
                static_cast<int>(clock.hours().count()), static_cast<int>(clock.minutes().count()),
                static_cast<int>(clock.seconds().count()));
  return text;
}

}  // namespace khabar
