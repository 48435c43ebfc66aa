// Dates in visible text and feeds, in every calendar and language the press writes them in. The
// rule of the house: a missed date is better than a wrong one, so what can be read two ways, a
// range, or two months that disagree give nothing.
//
// A DateParser belongs to one worker (it keeps buffers and ICU calendars); DateWords is shared.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/text/dates_calendar.h"
#include "core/text/dates_tokens.h"
#include "core/text/dates_words.h"
#include "core/text/partial_time.h"

namespace khabar {

// What is known beside the text. Views must outlive the call; all may be empty.
struct DateContext {
  std::string_view language;  // BCP 47 primary tag, lower case: "ar"
  std::string_view country;   // ISO 3166, lower case: settles 5/6/2020 in English, and IST
  // For "2 hours ago", "yesterday" and dates without a year. Its offset is kept where hours count.
  std::optional<PartialTime> now;
};

enum class DateKind : std::uint8_t { plain, published, updated, other };

struct FoundDate {
  std::size_t offset = 0, length = 0;  // bytes of the text, label included
  PartialTime time;
  DateKind kind = DateKind::plain;
  bool relative = false;
};

// What parse() and find() say of one text.
struct DateReading {
  std::optional<FoundDate> whole;
  std::vector<FoundDate> found;
};

class DateParser {
 public:
  // `words` must outlive the parser.
  explicit DateParser(const DateWords& words) : words_(words) {}

  // The one date that a short text is about (a byline, a <time> element, a feed's field):
  // published before plain before updated; nothing when two plain dates differ. Relative forms,
  // dates without a year and bare times count only when every word of the text is understood.
  std::optional<FoundDate> parse(std::string_view text, const DateContext& context);

  // Every date with a day in a line, in order, each with the label that governs it. No relative
  // forms. Ranges are passed over.
  std::vector<FoundDate> find(std::string_view line, const DateContext& context);

  // Both of the above at little more than the price of one.
  DateReading read(std::string_view text, const DateContext& context);

  // Is there nothing in this line but dates, times, labels and marks?
  bool is_date_line(std::string_view line, const DateContext& context);

  const DateWords& words() const { return words_; }

 private:
  const DateWords& words_;
  DateCalendars calendars_;
  DateTokens tokens_;
};

}  // namespace khabar
