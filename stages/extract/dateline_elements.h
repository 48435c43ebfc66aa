// The head of a line cut into what a dateline is made of. Internal to stages/extract/dateline.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/text/dates.h"
#include "core/text/fold.h"
#include "stages/extract/agency.h"
#include "stages/extract/place.h"

namespace khabar {

struct HeadElement {
  enum Kind : std::uint8_t { word, mark, agency, place, date };

  Kind kind = word;
  bool blank_before = false;
  char sign = 0;  // of a mark, in ASCII; '?' for others
  // Words of the longest names that may begin here, while names are looked for.
  std::uint8_t agency_words = 0, place_words = 0;
  std::uint32_t begin = 0, end = 0;  // bytes of the line
  const AgencyName* agency_name = nullptr;
  const PlaceName* place_name = nullptr;  // also of an agency that is a place too
  PartialTime time;                       // of a date
};

// Reused from line to line. Longest names win: "بغداد اليوم" is an outlet, not a place and a day.
class HeadElements {
 public:
  static constexpr std::size_t kBytesMax = 400;

  void refill(std::string_view line, const Agencies& agencies, const Places& places,
              DateParser& dates);

  const std::vector<HeadElement>& all() const { return elements_; }
  std::string_view head() const { return head_; }  // the bytes looked at
  bool cut_short() const { return cut_short_; }
  // A dozen words without anything that parts fields: no dateline begins so. Then all() ends there.
  bool opens_with_prose() const { return opens_with_prose_; }
  // Folded words of elements [first, last), joined by blanks.
  std::string key(std::size_t first, std::size_t last) const;

 private:
  void cut_tokens();
  bool take_dates(DateParser& dates);
  void note_first_words(std::size_t from, const Agencies& agencies, const Places& places);
  std::size_t find_names(const Agencies& agencies, const Places& places);
  void find_name(std::size_t at, const Agencies& agencies, const Places& places, HeadElement& best,
                 std::size_t& best_last);
  bool may_be_of_date(std::size_t at, std::size_t first_digit, const DateWords& words) const;

  std::string head_;
  FoldedText folded_;
  std::vector<HeadElement> elements_;
  std::vector<HeadElement> named_;  // elements_ to be
  std::string phrase_;
  bool cut_short_ = false;
  bool opens_with_prose_ = false;
};

}  // namespace khabar
