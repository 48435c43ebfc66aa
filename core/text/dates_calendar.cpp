#include "core/text/dates_calendar.h"

#include <unicode/calendar.h>
#include <unicode/locid.h>
#include <unicode/timezone.h>

namespace khabar {
namespace {

std::unique_ptr<icu::Calendar> open(const char* locale) {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::Calendar> calendar{icu::Calendar::createInstance(
      icu::TimeZone::getGMT()->clone(), icu::Locale::createFromName(locale), status)};
  if (U_FAILURE(status)) return nullptr;
  if (calendar) calendar->setLenient(false);
  return calendar;
}

}  // namespace

struct DateCalendars::Opened {
  std::unique_ptr<icu::Calendar> hijri = open("ar_SA@calendar=islamic-umalqura");
  std::unique_ptr<icu::Calendar> jalali = open("fa_IR@calendar=persian");
};

DateCalendars::DateCalendars() : opened_(std::make_unique<Opened>()) {}
DateCalendars::~DateCalendars() = default;
DateCalendars::DateCalendars(DateCalendars&&) noexcept = default;
DateCalendars& DateCalendars::operator=(DateCalendars&&) noexcept = default;

std::optional<PartialTime> DateCalendars::to_gregorian(DateCalendar calendar, int year, int month,
                                                       int day) {
  if (calendar == DateCalendar::gregorian) {
    if (!is_news_date(year, month, day)) return std::nullopt;
    return civil_from_days(days_from_civil(year, month, day));
  }
  icu::Calendar* icu_calendar =
      calendar == DateCalendar::hijri ? opened_->hijri.get() : opened_->jalali.get();
  if (icu_calendar == nullptr || month < 1 || month > 12 || day < 1 || day > 31) {
    return std::nullopt;
  }
  icu_calendar->clear();
  icu_calendar->set(UCAL_EXTENDED_YEAR, year);
  icu_calendar->set(UCAL_MONTH, month - 1);
  icu_calendar->set(UCAL_DATE, day);
  UErrorCode status = U_ZERO_ERROR;
  const double ms = icu_calendar->getTime(status);
  if (U_FAILURE(status)) return std::nullopt;
  const auto out = civil_from_days(static_cast<std::int64_t>(ms) / 86'400'000 - (ms < 0 ? 1 : 0));
  if (!is_news_date(out.year, out.month, out.day)) return std::nullopt;
  return out;
}

}  // namespace khabar
