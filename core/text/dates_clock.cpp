// Clocks: "23:43", "09:22 مساءً", "11h46", "14.36 Uhr", "3 PM", "2200 (GMT+04:00)", "GMT 17:49".
#include "core/text/dates_pieces.h"
#include "core/text/dates_zones.h"

namespace khabar {

// Digits of the clock at `i`: sets hour, minute, second and end.
bool DatePieces::take_clock_digits(DatePiece& piece, std::size_t i) const {
  if (!is_number(i, 1, 2)) {
    // 2200 (GMT+04:00)
    if (!is_number(i, 4, 4)) return false;
    const std::size_t zone = is_mark(i + 1, '(') ? i + 2 : i + 1;
    const DateToken* name = token(zone);
    if (name == nullptr || name->kind != DateToken::word) return false;
    const auto key = tokens_.key_of(*name);
    if (key != "gmt" && key != "utc") return false;
    piece.hour = tokens_[i].value / 100;
    piece.minute = tokens_[i].value % 100;
    piece.end = i + 1;
    return piece.hour < 24 && piece.minute < 60;
  }
  const int first = tokens_[i].value;
  const bool marked_before = i > 0 && has_role(i - 1, DateTerm::at_time);
  if (is_mark(i + 1, ':') && is_number(i + 2, 2, 2)) {
    const bool spaced = tokens_[i + 1].blank_before && !glued(i + 2);
    const bool tight = !tokens_[i + 1].blank_before && glued(i + 2);
    if (!spaced && !tight) return false;
    const int second = tokens_[i + 2].value;
    // A Persian agency prints minutes before hours: only one of the readings is a time.
    const bool swapped = spaced && first > 23 && first < 60 && second < 24;
    piece.hour = swapped ? second : first;
    piece.minute = swapped ? first : second;
    piece.end = i + 3;
    if (tight && is_mark(i + 3, ':') && glued(i + 3) && is_number(i + 4, 2, 2) && glued(i + 4)) {
      piece.second = tokens_[i + 4].value;
      piece.end = i + 5;
    }
    return piece.hour < 24 && piece.minute < 60 && piece.second < 60;
  }
  if (is_mark(i + 1, '.') && glued(i + 1) && is_number(i + 2, 2, 2) && glued(i + 2) &&
      !is_mark(i + 3, '.') && !is_mark(i + 3, ',')) {
    const DateToken* behind = token(i + 3);
    const bool zone = behind != nullptr && behind->upper &&
                      zone_abbreviation(tokens_.key_of(*behind)).has_value();
    const DateTerm* part = term(i + 3);
    const bool half = part != nullptr && part->part != DayPart::none;
    if (!has_role(i + 3, DateTerm::hour_mark) && !zone && !half && !marked_before) return false;
    piece.hour = first;
    piece.minute = tokens_[i + 2].value;
    piece.end = i + 3;
    return piece.hour < 24 && piece.minute < 60;
  }
  if (has_role(i + 1, DateTerm::hour_mark)) {
    const bool tight = glued(i + 1);
    if (is_number(i + 2, 2, 2) && !is_mark(i + 3, '/') && !is_mark(i + 3, '.')) {
      piece.hour = first;
      piece.minute = tokens_[i + 2].value;
      piece.end = i + 3;
      return piece.hour < 24 && piece.minute < 60;
    }
    const bool uhr = tokens_.key_of(tokens_[i + 1]) == "uhr";
    if (!uhr && !(tight && marked_before)) return false;
    piece.hour = first;
    piece.minute = 0;
    piece.end = i + 2;
    return piece.hour < 24;
  }
  const DateTerm* part = term(i + 1);
  if (part == nullptr || part->part == DayPart::none || first < 1 || first > 12) return false;
  // One letter is too little to make a clock of a number: "5 م" is five metres.
  const std::string_view word = tokens_.key_of(tokens_[i + 1]);
  const bool letter =
      tokens_[i + 1].term_tokens == 1 && (word.size() == 1 || (word.size() == 2 && word[0] < 0));
  if (letter && !marked_before) return false;
  piece.hour = first;
  piece.minute = 0;
  piece.end = i + 1;
  return true;
}

// "م" and its like turn the hours; false when the clock cannot be so.
bool DatePieces::set_day_part(DatePiece& piece, DayPart part) const {
  int& hour = piece.hour;
  switch (part) {
    case DayPart::none:
      break;
    case DayPart::am:
      if (hour > 12) return false;
      hour %= 12;
      break;
    case DayPart::pm:
      if (hour == 0) return false;
      if (hour < 12) hour += 12;
      break;
    case DayPart::noon:
      if (hour >= 1 && hour <= 4) hour += 12;
      return hour >= 10 && hour <= 16;
    case DayPart::night:
      if (hour == 12) hour = 0;
      if (hour >= 6 && hour < 12) hour += 12;
      return hour <= 5 || hour >= 18;
  }
  return true;
}

void DatePieces::take_day_part(DatePiece& piece) const {
  std::size_t next = piece.end;
  const bool bracket = is_mark(next, '(');
  if (bracket || is_mark(next, ',') || is_mark(next, '-')) ++next;
  const DateTerm* found = term(next);
  if (found == nullptr || found->part == DayPart::none) return;
  // "15:44 am 13. Mai" is German; "m" of "م" behind a mark is nothing.
  const bool day_behind = is_number(after_term(next), 1, 2);
  if (context_.language == "de" && day_behind) return;
  if (!set_day_part(piece, found->part)) {
    piece.hour = -1;  // contradictory: no clock rather than a wrong one
  }
  piece.end = after_term(next);
  if (bracket && is_mark(piece.end, ')')) ++piece.end;
}

// Behind "GMT": "+0400", "+04:00", "+3", "-5". Returns the token after it, or `i`.
std::size_t DatePieces::take_gmt_offset(DatePiece& piece, std::size_t i) const {
  const bool west = is_mark(i, '-');
  if (!west && !is_mark(i, '+')) return i;
  if (!is_number(i + 1, 1, 4) || !glued(i + 1)) return i;
  if (west && tokens_[i].blank_before && (is_mark(i + 2, '/') || is_mark(i + 2, '.'))) return i;
  const int digits = tokens_[i + 1].digits, value = tokens_[i + 1].value;
  int hours = digits <= 2 ? value : value / 100;
  int minutes = digits <= 2 ? 0 : value % 100;
  std::size_t end = i + 2;
  if (digits <= 2 && is_mark(end, ':') && is_number(end + 1, 2, 2)) {
    minutes = tokens_[end + 1].value;
    end += 2;
  }
  if (hours > 14 || minutes > 59) return i;
  piece.offset = (west ? -1 : 1) * (hours * 60 + minutes);
  return end;
}

// A zone at `i`, with or without brackets: "GMT", "(GMT+0400)", "UTC+1", "PDT", "+02:00",
// "بتوقيت دمشق", "Moscow time". Returns the token after it, or `i`.
std::size_t DatePieces::take_zone(DatePiece& piece, std::size_t i) const {
  std::size_t next = i;
  const bool bracket = is_mark(next, '(') || is_mark(next, '[');
  if (bracket) ++next;
  const auto close = [&](std::size_t end) {
    return bracket && (is_mark(end, ')') || is_mark(end, ']')) ? end + 1 : end;
  };
  const bool plus = is_mark(next, '+');
  if ((plus || (is_mark(next, '-') && glued(next))) && !bracket) {
    const bool clock_like = is_number(next + 1, 4, 4) || is_mark(next + 2, ':');
    if (clock_like) return take_gmt_offset(piece, next) > next ? take_gmt_offset(piece, next) : i;
  }
  const DateToken* name = token(next);
  if (name == nullptr || name->kind != DateToken::word) return i;
  if (has_role(next, DateTerm::local_time)) return close(after_term(next));
  if (has_role(next, DateTerm::zone_prefix)) {
    const std::size_t place = after_term(next);
    const DateTerm* found = term(place);
    if (has_role(place, DateTerm::local_time)) return close(after_term(place));
    if (found == nullptr || found->zone.empty()) {
      // A zone that we do not know: the clock stands, in local time of somewhere.
      return next;
    }
    piece.zone = found->zone;
    std::size_t end = after_term(place);
    if (has_role(end, DateTerm::zone_suffix)) end = after_term(end);
    return close(end);
  }
  const std::string_view key = tokens_.key_of(*name);
  if (key == "gmt" || key == "utc") {
    piece.offset = 0;
    piece.gmt_told = true;
    const std::size_t sign = take_gmt_offset(piece, next + 1);
    return close(sign);
  }
  const DateTerm* found = term(next);
  if (found != nullptr && !found->zone.empty()) {
    const std::size_t end = after_term(next);
    const bool by_itself = key == "ت" || key == "تغ" || key == "мск" || key == "tsi" ||
                           ((key == "et" || key == "pt" || key == "ct") && name->upper);
    if (by_itself || has_role(end, DateTerm::zone_suffix)) {
      piece.zone = found->zone;
      return close(has_role(end, DateTerm::zone_suffix) ? after_term(end) : end);
    }
  }
  if (!name->upper) return i;
  const std::string_view country =
      context_.country.empty() && context_.language == "he" ? "il" : context_.country;
  if (const auto minutes = zone_abbreviation(key, country)) {
    piece.offset = *minutes;
    return close(next + 1);
  }
  return i;
}

DatePiece DatePieces::clock_at(std::size_t i) const {
  DatePiece none, piece;
  piece.kind = DatePiece::clock;
  piece.begin = i;
  std::size_t digits = i;
  const DateToken* at = token(i);
  if (at == nullptr) return none;
  // "GMT 17:49", "GMT+3 17:49"
  if (at->kind == DateToken::word) {
    const std::string_view key = tokens_.key_of(*at);
    if (key != "gmt" && key != "utc") return none;
    digits = take_zone(piece, i);
    if (!is_mark(digits + 1, ':')) return none;
  }
  if (!is_number(digits, 1, 4)) return none;
  if (digits > 0 && glued(digits) && is_mark(digits - 1, ':') && digits > 1 &&
      is_number(digits - 2, 1, 255)) {
    return none;
  }
  if (!take_clock_digits(piece, digits)) return none;
  take_day_part(piece);
  if (has_role(piece.end, DateTerm::hour_mark)) {
    piece.end = after_term(piece.end);
    if (is_mark(piece.end, '.') && glued(piece.end)) ++piece.end;
  }
  if (piece.offset == PartialTime::kOffsetUnknown) {
    std::size_t next = piece.end;
    if (is_mark(next, ',') || is_mark(next, '-')) {
      // "12:30 - بتوقيت دمشق", but "12:30 - 05/06": only a worded zone may stand apart.
      const DateTerm* found = term(next + 1);
      if (found == nullptr || !found->has(DateTerm::zone_prefix))
        next = piece.end;
      else
        ++next;
    }
    const std::size_t end = take_zone(piece, next);
    if (end > next) piece.end = end;
  }
  return piece;
}

}  // namespace khabar
