// The fields of a line's head between its dashes, colons, slashes and brackets, each with what it
// can be in a dateline. Internal to stages/extract/dateline.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "stages/extract/byline.h"
#include "stages/extract/dateline_elements.h"

namespace khabar {

struct DatelineField {
  enum Kind : std::uint8_t {
    place,    // a place, with its country or region behind a comma
    country,  // a country alone
    agency,   // one or more agencies
    mixed,    // place, date and agency without marks between: the house style of SPA
    date,
    follow_up,  // "متابعات"
    words,      // a person, an unknown place or agency
    prose,      // too long, or with marks that no dateline has
  };

  Kind kind = prose;
  std::size_t first = 0, last = 0;  // elements, last excluded; without marks at both ends
  char before = 0, after = 0;       // separators: '-', ':', '/', '(', '"', '|', '.', 0 at the ends
  bool bracketed = false, quoted = false;
  bool blank_before_sep = false, blank_after_sep = false;
  bool strong = false;  // a place that is no everyday word, an agency likewise
  bool dated = false;
  bool world = false;         // "عواصم"
  bool with_country = false;  // "place, country"
  std::size_t word_count = 0;
  std::size_t behind = 0;  // element behind the separator
};

// At most kFieldsMax fields of `elements`; the last may be prose.
class DatelineFields {
 public:
  static constexpr std::size_t kFieldsMax = 6;

  DatelineFields(const HeadElements& elements, const Bylines& bylines)
      : elements_(elements), bylines_(bylines) {}

  std::vector<DatelineField> split() const;
  // The display text of elements [first, last), trimmed.
  std::string_view text(std::size_t first, std::size_t last) const;
  std::string_view text(const DatelineField& field) const { return text(field.first, field.last); }
  // Is each of the names in the field a person's?
  PersonGrade person_grade(const DatelineField& field) const;

 private:
  bool is_separator(std::size_t i) const;
  void classify(DatelineField& field) const;
  bool is_from(const HeadElement& element) const;
  bool is_number(const HeadElement& element) const;
  bool is_before_date(const HeadElement& element) const;

  const HeadElements& elements_;
  const Bylines& bylines_;
};

}  // namespace khabar
