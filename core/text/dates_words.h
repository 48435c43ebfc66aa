// The words of dates in the languages khabar reads: months of five Arabic and twenty other
// traditions, Hijri and Persian months, weekdays, halves of the day, units, labels, zones.
// Built once (some milliseconds: half of it asks ICU), then const: any number of threads may read.
#pragma once

#include <cstdint>
#include <string_view>

#include "core/text/first_words.h"
#include "core/text/phrase_table.h"

namespace khabar {

enum class DateCalendar : std::uint8_t { gregorian, hijri, jalali };
enum class DateUnit : std::uint8_t { none, second, minute, hour, day, week, month, year };
enum class DayPart : std::uint8_t { none, am, pm, night, noon };

// What a phrase may mean; which of its meanings holds is settled by where it stands.
struct DateTerm {
  enum Role : std::uint32_t {
    filler = 1 << 0,          // "de", "the", "يوم": may stand between the parts
    at_time = 1 << 1,         // a clock follows: "at", "الساعة", "um"
    hour_mark = 1 << 2,       // "h", "u", "Uhr": after or inside a clock
    ago_before = 1 << 3,      // "منذ", "vor", "il y a"
    ago_after = 1 << 4,       // "ago", "назад"
    hijri_mark = 1 << 5,      // "هـ", "AH"
    gregorian_mark = 1 << 6,  // "م" behind a year, "AD"
    jalali_mark = 1 << 7,     // "هـ ش"
    equals = 1 << 8,          // "الموافق": the same day in the other calendar
    to = 1 << 9,              // "إلى", "to", "bis": a range
    conjunction = 1 << 10,    // "و", "and": a range when between two days
    published = 1 << 11,
    updated = 1 << 12,
    other_label = 1 << 13,  // a date of something else: "born", "copyright"
    zone_prefix = 1 << 14,  // "بتوقيت", "heure de"
    zone_suffix = 1 << 15,  // "time"
    local_time = 1 << 16,   // "المحلي": no zone told
    ordinal = 1 << 17,      // "st", "th", "er", "º" glued to a day
    year_mark = 1 << 18,    // "г", "года", "ء", "年": behind a year
    month_sign = 1 << 19,   // "月", "월"
    day_sign = 1 << 20,     // "日", "일"
    half = 1 << 21,         // "نصف ساعة"
    quarter = 1 << 22,
  };

  std::uint32_t roles = 0;
  std::int8_t month = 0;  // 1..12 of `calendar`
  DateCalendar calendar = DateCalendar::gregorian;
  std::int8_t weekday = -1;  // 0 = Sunday
  std::int8_t number = 0;    // number word: "ثلاث", "einer"
  DateUnit unit = DateUnit::none;
  bool dual = false;           // of `unit`: "ساعتين"
  std::int8_t days_back = -1;  // today 0, yesterday 1, the day before 2
  DayPart part = DayPart::none;
  std::string_view zone;  // IANA, of a city, country or zone name

  bool has(std::uint32_t role) const { return (roles & role) != 0; }
};

class DateWords {
 public:
  static constexpr std::size_t kPhraseWordsMax = 4;

  DateWords();
  DateWords(const DateWords&) = delete;
  DateWords& operator=(const DateWords&) = delete;

  // `phrase`: folded words (core/text/fold.h) joined by one blank. Null when unknown.
  const DateTerm* find(std::string_view phrase) const { return terms_.find(phrase); }
  // Words of the longest phrase that begins with `word`, 0: none does. Seldom too many.
  std::size_t words_max_from(std::string_view word) const {
    return first_words_.words_max_from(word);
  }
  std::size_t size() const { return terms_.size(); }

 private:
  void add_listed();
  void add_from_icu();
  DateTerm& term(std::string_view display);

  PhraseTable<DateTerm> terms_;
  FirstWords<14> first_words_;
};

}  // namespace khabar
