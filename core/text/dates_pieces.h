// The step between tokens and dates: where in the tokens a date, a clock, a label or a weekday
// stands. Internal to core/text/dates.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "core/text/dates.h"

namespace khabar {

struct DatePiece {
  enum Kind : std::uint8_t { date, clock, label };

  Kind kind = date;
  std::size_t begin = 0, end = 0;  // tokens
  // date: as written, in its calendar. year 0: not told.
  DateCalendar calendar = DateCalendar::gregorian;
  int year = 0, month = 0, day = 0;
  bool short_year = false;    // two digits
  bool named = false;         // the month has a name
  bool dotted = false;        // numeric with dots
  bool either_order = false;  // day and month may be swapped; `day` holds the first number
  bool refused = false;       // looks like a date and must not be taken: a range, two months
  int weekday = -1;
  // clock
  int hour = -1, minute = -1, second = -1;
  int offset = PartialTime::kOffsetUnknown;
  std::string_view zone;  // IANA, when told by place
  bool gmt_told = false;
  // label
  DateKind label_kind = DateKind::plain;
};

// Finds the pieces of `tokens` from left to right. Linear: each position is tried once and every
// try looks at a bounded number of tokens.
class DatePieces {
 public:
  DatePieces(const DateTokens& tokens, const DateContext& context)
      : tokens_(tokens), context_(context) {}

  std::vector<DatePiece> all();

  // The readings of one position; `end` of the piece is 0 when there is none.
  DatePiece clock_at(std::size_t i) const;
  DatePiece date_at(std::size_t i) const;

 private:
  struct Year {
    int value = 0;
    bool is_short = false;
    std::size_t end = 0;
  };

  bool may_begin_piece(std::size_t i) const;
  const DateToken* token(std::size_t i) const { return i < tokens_.size() ? &tokens_[i] : nullptr; }
  bool is_number(std::size_t i, int digits_least, int digits_most) const;
  bool is_mark(std::size_t i, char32_t sign) const;
  bool glued(std::size_t i) const { return i < tokens_.size() && !tokens_[i].blank_before; }
  const DateTerm* term(std::size_t i) const {
    return i < tokens_.size() ? tokens_[i].term : nullptr;
  }
  bool has_role(std::size_t i, std::uint32_t role) const;
  std::size_t after_term(std::size_t i) const { return i + tokens_[i].term_tokens; }
  std::size_t skip_fillers(std::size_t i, std::size_t most) const;

  DatePiece numeric_date(std::size_t i) const;
  DatePiece day_first(std::size_t i) const;
  DatePiece month_first(std::size_t i) const;
  DatePiece year_first(std::size_t i) const;
  DatePiece signed_date(std::size_t i) const;  // 2024年5月15日
  bool take_month(DatePiece& piece, std::size_t i) const;
  Year year_at(std::size_t i, DateCalendar calendar) const;
  void take_year_marks(DatePiece& piece) const;
  bool settle_numeric(DatePiece& piece, int a, int b, int year) const;
  bool starts_range(const DatePiece& piece, std::size_t pieces_end) const;
  void take_weekday(DatePiece& piece, std::size_t pieces_end) const;

  bool take_clock_digits(DatePiece& piece, std::size_t i) const;
  void take_day_part(DatePiece& piece) const;
  bool set_day_part(DatePiece& piece, DayPart part) const;
  std::size_t take_zone(DatePiece& piece, std::size_t i) const;
  std::size_t take_gmt_offset(DatePiece& piece, std::size_t i) const;

  const DateTokens& tokens_;
  const DateContext& context_;
};

}  // namespace khabar
