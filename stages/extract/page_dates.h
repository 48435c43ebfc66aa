// When a page's story was published and last changed: every source weighed. Pure; any thread, but
// the DateParser belongs to one worker.
#pragma once

#include <optional>
#include <string_view>

#include "core/model/page_facts.h"
#include "core/text/dates.h"
#include "stages/extract/json_ld.h"

namespace khabar {

struct PageDates {
  std::optional<PartialTime> published, modified;
};

struct PageDateContext {
  std::string_view url;       // of the page; may carry /2020/05/01/
  std::string_view language;  // for the order of day and month
  std::optional<PartialTime> fetched;  // no story is of later than this, give or take a day
};

// The sources in order of trust: JSON-LD, meta tags made for it, microdata, <time> near the
// headline, the URL, visible dates near the headline; then what says when it was changed. What a
// <time> in a teaser, a comment or the masthead says never counts.
PageDates choose_dates(const PageFacts& facts, const StructuredArticle& structured,
                       const PageDateContext& context, DateParser& parser);

// "/2020/05/01/", "/2020-05-01-", "/20200501/": day-precise only.
std::optional<PartialTime> date_in_url(std::string_view url);

}  // namespace khabar
