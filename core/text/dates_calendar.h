// Hijri and Persian days to Gregorian ones, by ICU's calendars.
// Owned by one worker: ICU calendars hold state.
#pragma once

#include <memory>
#include <optional>

#include "core/text/dates_words.h"
#include "core/text/partial_time.h"

namespace khabar {

class DateCalendars {
 public:
  DateCalendars();
  ~DateCalendars();
  DateCalendars(DateCalendars&&) noexcept;
  DateCalendars& operator=(DateCalendars&&) noexcept;

  // Hijri is Umm al-Qura (ICU "islamic-umalqura"): the civil calendar of Saudi Arabia, within two
  // days of what other countries sight. Jalali is ICU "persian". Nothing for a day that the
  // calendar does not have, or when ICU lacks the calendar.
  std::optional<PartialTime> to_gregorian(DateCalendar calendar, int year, int month, int day);

 private:
  struct Opened;
  std::unique_ptr<Opened> opened_;
};

}  // namespace khabar
