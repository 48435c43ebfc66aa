// When a page's story was published and last changed: every source weighed. Pure; any thread, but
// the DateParser belongs to one worker.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "core/model/document.h"
#include "core/model/page_facts.h"
#include "core/text/dates.h"
#include "stages/extract/json_ld.h"

namespace khabar {

struct PageDates {
  std::optional<PartialTime> published, modified;
};

struct PageDateContext {
  std::string_view url;                // of the page; may carry /2020/05/01/
  std::string_view language;           // for the order of day and month
  std::string_view country;            // ISO 3166, lower case: settles 5/6/2020 in English
  std::uint32_t headline = 0;          // its node, by headline_position(); 0: unknown
  std::span<const Paragraph> story;    // its first and last lines may bear a date
  std::optional<PartialTime> fetched;  // no story is of later than this, give or take a day
};

// What the head says (JSON-LD, meta tags, microdata), and what readers see near the headline: a
// date that stands alone between headline and story. Where both speak and differ, the shown one is
// right more often, two to one and more: heads give the day of UTC, of the first draft, of the
// template. Without either: the URL, then weaker marks, then the story's first and last lines and
// the title tag, then scripts, then what says when it was changed. What a <time> in a comment says
// never counts.
PageDates choose_dates(const PageFacts& facts, const StructuredArticle& structured,
                       const PageDateContext& context, DateParser& parser);

// "/2020/05/01/", "/2020-05-01-", "/20200501/", "/2020/may/01/": day-precise only.
std::optional<PartialTime> date_in_url(std::string_view url);

}  // namespace khabar
