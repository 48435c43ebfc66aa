#include "core/text/dates_words.h"

#include <unicode/dtfmtsym.h>
#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <array>
#include <cstddef>
#include <string>

#include "core/text/dates_words_list.h"
#include "core/text/fold.h"

namespace khabar {
namespace {

// Locales whose month and weekday names are asked of ICU, beside the hand-kept lists, which hold
// the spellings of the press. Earlier ones win where two languages differ over a name.
constexpr std::array kLocales = std::to_array<const char*>(
    {"en", "fr",      "de", "de_AT", "es", "it", "pt", "nl", "tr", "ru", "uk", "pl", "id", "ms",
     "he", "ur",      "fa", "ar",    "el", "ro", "sv", "da", "nb", "fi", "cs", "sk", "hu", "bg",
     "sr", "sr_Latn", "ca", "az",    "uz", "kk", "sq", "bs", "sl", "et", "hi", "bn", "ckb"});

template <class Do>
void for_each_part(std::string_view list, Do&& act) {
  std::size_t index = 0;
  while (!list.empty()) {
    const std::size_t end = list.find('|');
    act(list.substr(0, end), index++);
    if (end == std::string_view::npos) break;
    list.remove_prefix(end + 1);
  }
}

bool long_enough(const std::string& name) {
  // Two letters of a weekday are words of other languages: "do", "mi", "so".
  return folded(name).size() >= 3;
}

}  // namespace

DateWords::DateWords() {
  add_listed();
  add_from_icu();
}

DateTerm& DateWords::term(std::string_view display) {
  // Marks are dropped as the tokeniser does: "a.m." and "a m" are one phrase.
  const std::string phrase = folded(display, FoldMarks::drop);
  first_words_.note(phrase);
  return terms_[phrase];
}

void DateWords::add_listed() {
  for (const MonthNames& names : kMonthNames) {
    for_each_part(names.list, [&](std::string_view month, std::size_t index) {
      std::string_view rest = month;
      while (!rest.empty()) {
        const std::size_t end = rest.find('/');
        DateTerm& entry = term(rest.substr(0, end));
        entry.month = static_cast<std::int8_t>(index + 1);
        entry.calendar = names.calendar;
        if (end == std::string_view::npos) break;
        rest.remove_prefix(end + 1);
      }
    });
  }
  for (const std::string_view list : kWeekdayNames) {
    for_each_part(list, [&](std::string_view day, std::size_t index) {
      term(day).weekday = static_cast<std::int8_t>(index);
    });
  }
  for (const RoleWords& words : kRoleWords) {
    for_each_part(words.list,
                  [&](std::string_view w, std::size_t) { term(w).roles |= words.role; });
  }
  for (const UnitWords& words : kUnitWords) {
    for_each_part(words.list, [&](std::string_view w, std::size_t) {
      DateTerm& entry = term(w);
      entry.unit = words.unit;
      entry.dual = words.dual;
    });
  }
  for (const NumberWords& words : kNumberWords) {
    for_each_part(words.list,
                  [&](std::string_view w, std::size_t) { term(w).number = words.number; });
  }
  for (const DayWords& words : kDayWords) {
    for_each_part(words.list,
                  [&](std::string_view w, std::size_t) { term(w).days_back = words.days_back; });
  }
  for (const PartWords& words : kPartWords) {
    for_each_part(words.list, [&](std::string_view w, std::size_t) { term(w).part = words.part; });
  }
  for (const ZoneWords& words : kZoneWords) {
    for_each_part(words.list, [&](std::string_view w, std::size_t) { term(w).zone = words.zone; });
  }
}

void DateWords::add_from_icu() {
  using Symbols = icu::DateFormatSymbols;
  for (const char* name : kLocales) {
    UErrorCode status = U_ZERO_ERROR;
    const Symbols symbols(icu::Locale::createFromName(name), "gregorian", status);
    if (U_FAILURE(status)) continue;  // a smaller ICU data file: the lists still stand
    for (const auto context : {Symbols::FORMAT, Symbols::STANDALONE}) {
      for (const auto width : {Symbols::WIDE, Symbols::ABBREVIATED}) {
        std::int32_t count = 0;
        const icu::UnicodeString* months = symbols.getMonths(count, context, width);
        for (std::int32_t i = 0; i < count && i < 12; ++i) {
          std::string utf8;
          months[i].toUTF8String(utf8);
          if (!long_enough(utf8) || folded(utf8).find_first_of("0123456789") != std::string::npos) {
            continue;
          }
          DateTerm& entry = term(utf8);
          if (entry.month == 0) entry.month = static_cast<std::int8_t>(i + 1);
        }
        const icu::UnicodeString* days = symbols.getWeekdays(count, context, width);
        for (std::int32_t i = 1; i < count && i <= 7; ++i) {
          std::string utf8;
          days[i].toUTF8String(utf8);
          if (!long_enough(utf8)) continue;
          DateTerm& entry = term(utf8);
          if (entry.weekday < 0) entry.weekday = static_cast<std::int8_t>(i - 1);
        }
      }
    }
  }
}

}  // namespace khabar
