#include "core/text/dates_pieces.h"

#include <algorithm>
#include <array>

#include "core/text/dates_zones.h"

namespace khabar {
namespace {

bool year_fits(int year, DateCalendar calendar) {
  switch (calendar) {
    case DateCalendar::gregorian:
      return year >= 1900 && year <= 2100;
    case DateCalendar::hijri:
      return year >= 1318 && year <= 1500;
    case DateCalendar::jalali:
      return year >= 1279 && year <= 1430;
  }
  return false;
}

}  // namespace

bool DatePieces::is_number(std::size_t i, int digits_least, int digits_most) const {
  const DateToken* at = token(i);
  return at != nullptr && at->kind == DateToken::number && at->digits >= digits_least &&
         at->digits <= digits_most;
}

bool DatePieces::is_mark(std::size_t i, char32_t sign) const {
  const DateToken* at = token(i);
  return at != nullptr && at->kind == DateToken::mark && at->sign == sign;
}

bool DatePieces::has_role(std::size_t i, std::uint32_t role) const {
  const DateTerm* found = term(i);
  return found != nullptr && found->has(role);
}

// Over fillers, commas and closing brackets, at most `most` tokens.
std::size_t DatePieces::skip_fillers(std::size_t i, std::size_t most) const {
  const std::size_t limit = std::min(tokens_.size(), i + most);
  while (i < limit) {
    if (has_role(i, DateTerm::filler) && term(i)->month == 0) {
      i = after_term(i);
    } else if (is_mark(i, ',') || is_mark(i, '.')) {
      ++i;
    } else {
      break;
    }
  }
  return i;
}

// Numbers, words with a meaning and "GMT 17:49".
bool DatePieces::may_begin_piece(std::size_t i) const {
  const DateToken& at = tokens_[i];
  if (at.kind != DateToken::word) return at.kind == DateToken::number;
  return at.term != nullptr || at.end - at.begin == 3;
}

std::vector<DatePiece> DatePieces::all() {
  std::vector<DatePiece> pieces;
  pieces.reserve(8);  // most texts have fewer
  std::size_t pieces_end = 0;
  for (std::size_t i = 0; i < tokens_.size();) {
    if (!may_begin_piece(i)) {
      ++i;
      continue;
    }
    DatePiece piece = date_at(i);
    if (piece.end > i) {
      piece.refused = piece.refused || starts_range(piece, pieces_end);
      take_weekday(piece, pieces_end);
    } else {
      piece = clock_at(i);
    }
    const DateTerm* here = term(i);
    if (piece.end <= i && here != nullptr) {
      const bool published = here->has(DateTerm::published);
      if (published || here->has(DateTerm::updated) || here->has(DateTerm::other_label)) {
        piece = DatePiece{};
        piece.kind = DatePiece::label;
        piece.begin = i;
        piece.end = after_term(i);
        piece.label_kind = published                      ? DateKind::published
                           : here->has(DateTerm::updated) ? DateKind::updated
                                                          : DateKind::other;
      }
    }
    if (piece.end <= i) {
      i = here != nullptr ? after_term(i) : i + 1;
      continue;
    }
    pieces_end = i = piece.end;
    pieces.push_back(piece);
  }
  return pieces;
}

DatePiece DatePieces::date_at(std::size_t i) const {
  DatePiece none;
  const DateToken* at = token(i);
  if (at == nullptr || at->kind == DateToken::mark) return none;
  if (at->kind == DateToken::word) return month_first(i);
  // A number that is the tail of a clock or of a longer number is no day.
  if (i > 0 && glued(i) && (is_mark(i - 1, ':') || is_mark(i - 1, '.') || is_mark(i - 1, '/'))) {
    const bool number_before = i > 1 && is_number(i - 2, 1, 255) && glued(i - 1);
    if (number_before) return none;
  }
  for (const auto& read : {&DatePieces::signed_date, &DatePieces::numeric_date,
                           &DatePieces::day_first, &DatePieces::year_first}) {
    DatePiece piece = (this->*read)(i);
    if (piece.end > i) return piece;
  }
  return none;
}

// D sep M sep Y or Y sep M sep D, the separators alike, each with blanks on both sides or none.
DatePiece DatePieces::numeric_date(std::size_t i) const {
  DatePiece none, piece;
  if (!is_number(i, 1, 4) || !is_number(i + 2, 1, 2) || !is_number(i + 4, 1, 4)) return none;
  const DateToken* first = token(i + 1);
  const DateToken* second = token(i + 3);
  if (first->kind != DateToken::mark || second->kind != DateToken::mark) return none;
  const char32_t sep = first->sign;
  if (sep != second->sign || (sep != '/' && sep != '-' && sep != '.')) return none;
  const bool spaced = first->blank_before || !glued(i + 2);
  if (spaced && sep == '.' && (first->blank_before || second->blank_before)) return none;
  if (spaced != (second->blank_before || !glued(i + 4)) && sep != '.') return none;
  // "192.168.1.20", "1/2/3/2020": part of something longer.
  if (is_mark(i + 5, sep) && glued(i + 5) && is_number(i + 6, 1, 255) && glued(i + 6)) return none;
  const int a = tokens_[i].value, b = tokens_[i + 2].value, c = tokens_[i + 4].value;
  const int da = tokens_[i].digits, dc = tokens_[i + 4].digits;
  piece.begin = i;
  piece.end = i + 5;
  piece.dotted = sep == '.';
  if (da == 4 && dc <= 2) {
    piece.year = a, piece.month = b, piece.day = c;
  } else if (da <= 2 && (dc == 4 || dc == 2)) {
    piece.day = a, piece.month = b, piece.year = c;
    piece.short_year = dc == 2;
    piece.either_order = true;
  } else {
    return none;
  }
  take_year_marks(piece);
  return settle_numeric(piece, a, b, piece.year) ? piece : none;
}

// The calendar of a numeric date, and day or month first where that is certain.
bool DatePieces::settle_numeric(DatePiece& piece, int a, int b, int year) const {
  if (piece.short_year) {
    if (piece.calendar != DateCalendar::gregorian) return false;
    piece.year = year < 70 ? 2000 + year : 1900 + year;
  } else if (year >= 1279 && year <= 1500 && piece.calendar == DateCalendar::gregorian) {
    const bool persian = context_.language == "fa" || tokens_.persian_digits();
    if (persian && year <= 1430) {
      piece.calendar = DateCalendar::jalali;
    } else if (context_.language == "ar" && year >= 1400) {
      piece.calendar = DateCalendar::hijri;
    } else {
      return false;
    }
  }
  if (!year_fits(piece.year, piece.calendar)) return false;
  if (piece.calendar != DateCalendar::gregorian) {
    piece.either_order = false;  // day, month, year wherever those calendars are written
    return piece.month >= 1 && piece.month <= 12 && piece.day >= 1 && piece.day <= 31;
  }
  if (!piece.either_order) return is_news_date(piece.year, piece.month, piece.day);
  const bool day_first = is_news_date(piece.year, b, a);
  const bool month_first = is_news_date(piece.year, a, b);
  if (!day_first && !month_first) return false;
  // A month-first date with dots is not written anywhere.
  if (piece.dotted && !day_first) return false;
  if (!day_first) std::swap(piece.day, piece.month);
  piece.either_order = day_first && month_first && a != b && !piece.dotted;
  return true;
}

// "هـ" and "م" behind a year, "г.", "ء".
void DatePieces::take_year_marks(DatePiece& piece) const {
  for (int n = 0; n < 2; ++n) {
    const DateTerm* found = term(piece.end);
    if (found == nullptr) return;
    if (found->has(DateTerm::jalali_mark)) {
      piece.calendar = DateCalendar::jalali;
    } else if (found->has(DateTerm::hijri_mark) && piece.year < 1900) {
      piece.calendar = DateCalendar::hijri;
    } else if (!(found->has(DateTerm::gregorian_mark) && piece.year >= 1900) &&
               !(found->has(DateTerm::year_mark) && piece.year > 31)) {
      return;
    }
    piece.end = after_term(piece.end);
    if (is_mark(piece.end, '.') && glued(piece.end)) ++piece.end;
  }
}

DatePieces::Year DatePieces::year_at(std::size_t i, DateCalendar calendar) const {
  Year year;
  if (is_mark(i, '\'') && is_number(i + 1, 2, 2) && glued(i + 1)) {
    year.value = tokens_[i + 1].value + (tokens_[i + 1].value < 70 ? 2000 : 1900);
    year.end = i + 2;
    return year;
  }
  if (is_number(i, 4, 4) && year_fits(tokens_[i].value, calendar)) {
    // "May 15 2000:" is a year, "15 مايو 2000:30" nothing we know.
    year.value = tokens_[i].value;
    year.end = i + 1;
    return year;
  }
  const bool two = is_number(i, 2, 2) && calendar == DateCalendar::gregorian;
  if (two && !is_mark(i + 1, ':') && !is_mark(i + 1, '/') &&
      !has_role(i + 1, DateTerm::hour_mark) &&
      (term(i + 1) == nullptr || term(i + 1)->part == DayPart::none)) {
    year.value = tokens_[i].value + (tokens_[i].value < 70 ? 2000 : 1900);
    year.is_short = true;
    year.end = i + 1;
  }
  return year;
}

// The month name at `i` and, for "نوفمبر/ تشرين الثاني" and "يونيو (حزيران)", its second name.
// False when there is no month; two names that differ refuse the piece.
bool DatePieces::take_month(DatePiece& piece, std::size_t i) const {
  const DateTerm* first = term(i);
  if (first == nullptr || first->month == 0) return false;
  piece.month = first->month;
  piece.calendar = first->calendar;
  piece.named = true;
  piece.end = after_term(i);
  std::size_t next = piece.end;
  if (is_mark(next, '.') && glued(next)) piece.end = ++next;
  const bool bracket = is_mark(next, '(') || is_mark(next, '[');
  const bool sep = bracket || is_mark(next, '/') || is_mark(next, '-') || is_mark(next, '\\');
  if (sep) ++next;
  const DateTerm* second = term(next);
  if (second == nullptr || second->month == 0 || second->calendar != first->calendar) return true;
  if (second->month != first->month) {
    piece.refused = true;
    return true;
  }
  piece.end = after_term(next);
  if (bracket && (is_mark(piece.end, ')') || is_mark(piece.end, ']'))) ++piece.end;
  return true;
}

// D [ordinal] [of] MONTH [/ MONTH] [,] [of] [Y]
DatePiece DatePieces::day_first(std::size_t i) const {
  DatePiece none, piece;
  if (!is_number(i, 1, 2) || tokens_[i].value < 1 || tokens_[i].value > 31) return none;
  piece.begin = i;
  piece.day = tokens_[i].value;
  std::size_t next = i + 1;
  if (has_role(next, DateTerm::ordinal) && glued(next)) next = after_term(next);
  if (is_mark(next, 0xBA) || is_mark(next, 0xB0)) ++next;
  const bool dashed = is_mark(next, '-') || is_mark(next, '/');
  if (dashed) {
    ++next;
  } else {
    next = skip_fillers(next, 3);
  }
  if (!take_month(piece, next)) return none;
  next = piece.end;
  if (dashed && (is_mark(next, '-') || is_mark(next, '/'))) {
    ++next;
  } else {
    next = skip_fillers(next, 3);
    if (is_mark(next, '/') && is_number(next + 1, 4, 4)) ++next;
  }
  const Year year = year_at(next, piece.calendar);
  if (year.end != 0) {
    piece.year = year.value;
    piece.short_year = year.is_short;
    piece.end = year.end;
    take_year_marks(piece);
  } else if (is_number(next, 4, 4)) {
    piece.refused = true;  // a year that no news speaks of, or of another calendar
  }
  return piece;
}

// MONTH D [,] [Y]
DatePiece DatePieces::month_first(std::size_t i) const {
  DatePiece none, piece;
  piece.begin = i;
  if (!take_month(piece, i)) return none;
  std::size_t next = piece.end;
  if (is_mark(next, '.') || is_mark(next, ',') || is_mark(next, '-')) ++next;
  if (has_role(next, DateTerm::filler) && is_number(after_term(next), 1, 2)) {
    next = after_term(next);
  }
  if (!is_number(next, 1, 2) || tokens_[next].value < 1 || tokens_[next].value > 31) return none;
  if (is_mark(next + 1, ':')) return none;
  piece.day = tokens_[next].value;
  const std::size_t day = next++;
  piece.end = next;
  if (has_role(next, DateTerm::ordinal) && glued(next)) piece.end = next = after_term(next);
  const bool dash = is_mark(next, '-') || is_mark(next, '/');
  if (dash && is_number(next + 1, 1, 2) && !is_mark(next + 2, ':')) piece.refused = true;
  next = dash && is_number(next + 1, 4, 4) && glued(next) ? next + 1 : skip_fillers(next, 3);
  const Year year = year_at(next, piece.calendar);
  // "May 5, 12 people" has no year; a short one must be glued or marked.
  if (year.end != 0 && !year.is_short) {
    piece.year = year.value;
    piece.end = year.end;
    take_year_marks(piece);
  } else if (is_number(next, 4, 4)) {
    piece.refused = true;
  }
  // "مايو 15 يونيو": the number belongs to the month behind it.
  const DateTerm* behind = term(day + 1);
  if (behind != nullptr && behind->month != 0) return none;
  return piece;
}

// Y MONTH D
DatePiece DatePieces::year_first(std::size_t i) const {
  DatePiece none, piece;
  if (!is_number(i, 4, 4)) return none;
  std::size_t next = i + 1;
  const bool dashed = is_mark(next, '-') || is_mark(next, '/');
  if (dashed || is_mark(next, '.') || is_mark(next, ',')) ++next;
  piece.begin = i;
  piece.year = tokens_[i].value;
  if (!take_month(piece, next) || !year_fits(piece.year, piece.calendar)) return none;
  next = piece.end;
  if (is_mark(next, ',') || is_mark(next, '.') || (dashed && !is_mark(next, '('))) ++next;
  if (!is_number(next, 1, 2) || tokens_[next].value < 1 || tokens_[next].value > 31) return none;
  if (is_mark(next + 1, ':') || is_number(next + 1, 4, 4)) return none;
  // "2023 May 5 2024": the month may belong to what follows.
  piece.day = tokens_[next].value;
  piece.end = next + 1;
  return piece;
}

// 2024年5月15日, 2024년 5월 15일
DatePiece DatePieces::signed_date(std::size_t i) const {
  DatePiece none, piece;
  if (!is_number(i, 4, 4) || !has_role(i + 1, DateTerm::year_mark)) return none;
  if (!is_number(i + 2, 1, 2) || !has_role(i + 3, DateTerm::month_sign)) return none;
  if (!is_number(i + 4, 1, 2) || !has_role(i + 5, DateTerm::day_sign)) return none;
  piece.begin = i;
  piece.end = i + 6;
  piece.year = tokens_[i].value;
  piece.month = tokens_[i + 2].value;
  piece.day = tokens_[i + 4].value;
  return is_news_date(piece.year, piece.month, piece.day) ? piece : none;
}

// "12-15 May", "12 و 15 مايو", "12.–15. Mai": a smaller number and a connector before the day.
bool DatePieces::starts_range(const DatePiece& piece, std::size_t pieces_end) const {
  if (!piece.named || piece.begin < pieces_end + 2 || !is_number(piece.begin, 1, 2)) return false;
  std::size_t before = piece.begin - 1;
  const bool mark =
      is_mark(before, '-') || is_mark(before, '/') || is_mark(before, ',') || is_mark(before, '&');
  const bool word = has_role(before, DateTerm::to | DateTerm::conjunction);
  if (!mark && !word) return false;
  --before;
  if (is_mark(before, '.') && before > pieces_end) --before;
  if (has_role(before, DateTerm::ordinal) && before > pieces_end) --before;
  return is_number(before, 1, 2) && before >= pieces_end && tokens_[before].value >= 1 &&
         tokens_[before].value < piece.day;
}

// A weekday just before or just behind the date joins it.
void DatePieces::take_weekday(DatePiece& piece, std::size_t pieces_end) const {
  std::size_t before = piece.begin;
  for (std::size_t n = 0; n < 5 && before > pieces_end; ++n) {
    const DateToken& at = tokens_[before - 1];
    // Phrases are known at their first token: look for one that ends here, the longest first, as
    // "سه شنبه" is not "شنبه".
    for (std::size_t width = 3; width > 0; --width) {
      if (width > before - pieces_end) continue;
      const std::size_t start = before - width;
      const DateTerm* found = term(start);
      if (found == nullptr || tokens_[start].term_tokens != width || found->weekday < 0) continue;
      piece.weekday = found->weekday;
      piece.begin = start;
      return;
    }
    const bool soft = (at.kind == DateToken::mark && at.sign != '\n') ||
                      (at.term != nullptr && at.term->has(DateTerm::filler));
    if (!soft) break;
    --before;
  }
  std::size_t next = piece.end;
  if (is_mark(next, ',') || is_mark(next, '-') || is_mark(next, '(')) ++next;
  const DateTerm* found = term(next);
  if (found == nullptr || found->weekday < 0 || found->month != 0) return;
  piece.weekday = found->weekday;
  piece.end = after_term(next);
}

}  // namespace khabar
