// Datelines: "دمشق-سانا", "واس - الرياض", "LONDON (Reuters) -", "القاهرة: أحمد علي". A dateline
// needs a known agency, or a known place with a person, a paper or a date; two places are none.
// What is no dateline for certain stays in the text.
//
// A DatelineParser belongs to one worker (it holds a DateParser); its tables are shared.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "core/text/dates.h"
#include "stages/extract/agency.h"
#include "stages/extract/byline.h"
#include "stages/extract/dateline_elements.h"
#include "stages/extract/place.h"

namespace khabar {

struct DatelineMatch {
  std::string place;  // as written: "دبي، الإمارات العربية المتحدة"; may be empty
  std::string agency;       // as written: "سانا", "أ ف ب"; may be empty
  std::string agency_name;  // canonical: "SANA"; two are joined by " / "; unknown ones as written
  std::string reporter;     // as written
  std::optional<PartialTime> date;
  std::size_t length = 0;   // bytes to cut from the start of the line
  bool whole_line = false;  // nothing of the line is left
};

class DatelineParser {
 public:
  // All must outlive the parser.
  DatelineParser(const Places& places, const Bylines& bylines, DateParser& dates)
      : places_(places), bylines_(bylines), dates_(dates) {}

  // `line`: one of the first lines of a body, or a line at its end; never its headline. Looks at
  // the first 400 bytes only.
  std::optional<DatelineMatch> parse(std::string_view line);

 private:
  std::optional<DatelineMatch> parse_places(std::string_view line);

  const Places& places_;
  const Bylines& bylines_;
  DateParser& dates_;
  HeadElements elements_;  // of the line at hand
};

}  // namespace khabar
