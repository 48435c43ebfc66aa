// What feeds write into their texts, and what they mean: types, people, addresses, dates.
// Private to the feed parser. Free functions; any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/text/dates.h"
#include "core/web/feed.h"

namespace khabar {

// "html" -> "text/html", "xhtml" -> "application/xhtml+xml", "text", "plain" -> "text/plain";
// media types in lower case without parameters.
std::string media_type_of(std::string_view written);

// Is a text of no declared type HTML? It must hold an end tag or a character reference, no tag that
// HTML does not have, and no name that is no entity: "1 < 2 & 3" is text.
bool holds_markup(std::string_view text);

// RFC 4648, blanks passed over; nothing when it is no base64 or no UTF-8 comes of it.
std::optional<std::string> decode_base64_text(std::string_view text);

// "Layla <layla@example.com>", "layla@example.com (Layla)", "Layla", "layla@example.com".
FeedPerson parse_person(std::string_view text);

// Absolute address of `reference`; "" when it is none, or one to run rather than to fetch
// (javascript:, data:, vbscript:). Absolute http addresses of plain characters stay as written.
std::string resolve_link(std::string_view base, std::string_view reference);
// An absolute http address that the URL parser would leave alone but for the case of its host.
bool is_plain_address(std::string_view url);
// xml:base: http, https, ftp, file or "" to say that it is none.
std::string resolve_base(std::string_view base, std::string_view reference);

// BCP 47 with '-': "ar_EG" -> "ar-EG".
std::string language_tag(std::string_view written);

std::uint32_t parse_count(std::string_view digits);  // 0 when it is no number below 2^32

// Dates in fields of feeds. Machine-readable forms are quick; others go to the parser of written
// dates, which is made at need and asked at most kWrittenDatesMax times between resets.
class FeedDates {
 public:
  static constexpr int kWrittenDatesMax = 1000;

  std::optional<PartialTime> parse(std::string_view text, std::string_view language);
  void reset() { written_dates_ = 0; }

 private:
  std::unique_ptr<DateWords> words_;
  std::unique_ptr<DateParser> parser_;
  int written_dates_ = 0;
};

}  // namespace khabar
