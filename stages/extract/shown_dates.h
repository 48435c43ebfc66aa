// The dates that a page shows near its headline, weighed: for page_dates. The DateParser belongs to
// one worker; else pure. Bounded: at most 32 marks are read.
#pragma once

#include <optional>
#include <string_view>

#include "core/model/page_facts.h"
#include "core/text/dates.h"
#include "stages/extract/page_dates.h"

namespace khabar {

struct ShownDate {
  PartialTime time;
  double score = 0;   // 0 is doubtful; from 2.5 it is the story's own more often than not
  bool near = false;  // between headline and story, or hard by
};

struct ShownDates {
  std::optional<ShownDate> published, updated;
};

// What of the shown dates the caller's choice depends on: marks that cannot tell it are not read.
struct ShownDatesWanted {
  // The published date only matters from this score on; one of less may be another or none.
  double published_from = -100;
  bool updated = true;
};

ShownDates find_shown_dates(const PageFacts& facts, const PageDateContext& context,
                            const ShownDatesWanted& wanted, DateParser& parser);

// A machine-readable date, or a text that is about one date. Nothing for relative ones.
std::optional<PartialTime> read_date(std::string_view text, const PageDateContext& context,
                                     DateParser& parser);

DateContext date_context(const PageDateContext& context);

// Nothing for what is no day, older than the web, or later than the fetch.
std::optional<PartialTime> accept_date(const std::optional<PartialTime>& time,
                                       const PageDateContext& context);

}  // namespace khabar
