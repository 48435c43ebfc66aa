#include "stages/extract/page_dates.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <span>
#include <vector>

#include "stages/extract/title.h"

namespace khabar {
namespace {

constexpr int kYearLeast = 1995;  // older dates on a web page are of its subject, not of the page
constexpr std::uint32_t kNearHeadline = 160;  // nodes

// Meta names in order of how surely they say when the story was published.
constexpr std::string_view kPublishedNames[] = {
    "article:published_time", "og:article:published_time", "article:published", "datepublished",
    "parsely-pub-date", "sailthru.date", "bt:pubdate", "og:pubdate", "og:published_time",
    "article.published", "cxenseparse:recs:publishtime", "publishdate", "publish-date",
    "publish_date", "published_time", "published_at", "pubdate", "pub_date", "publication_date",
    "published-date", "article_date_original", "originalpublicationdate", "dc.date.issued",
    "dcterms.issued", "dc.date.published", "dcterms.created", "dc.date.created", "datecreated",
    "citation_publication_date", "citation_online_date", "citation_date",
    "shareaholic:article_published_time", "rnews:datepublished", "release_date", "displaydate",
    "article-publish-date", "content_created", "created", "dc.date", "dcterms.date", "dc:date",
    "date", "article:date", "time", "buildtime", "mediator_published_time"};
constexpr std::string_view kModifiedNames[] = {
    "article:modified_time", "og:article:modified_time", "datemodified", "og:updated_time",
    "article:modified", "article:updated_time", "dc.date.modified", "dcterms.modified",
    "cxenseparse:recs:modifiedtime", "lastmod", "last-modified", "revised", "modified",
    "updated_time", "dateupdate"};

bool contains_any(std::string_view text, std::initializer_list<std::string_view> parts) {
  return std::any_of(parts.begin(), parts.end(), [text](std::string_view part) {
    return text.find(part) != std::string_view::npos;
  });
}

class Chooser {
 public:
  Chooser(const PageFacts& facts, const StructuredArticle& structured,
          const PageDateContext& context, DateParser& parser)
      : facts_(facts), structured_(structured), context_(context), parser_(parser) {
    for (const HeadingMark& heading : facts.headings) {
      if (heading.level == 1 && !heading.place.in_side) {
        headline_ = heading.place.position;
        break;
      }
    }
    if (headline_ == 0) headline_ = facts.body_position;
  }

  PageDates choose() {
    PageDates dates;
    dates.modified = first_of({read(structured_.modified), from_metas(kModifiedNames),
                               from_properties("datemodified")});
    dates.published = first_of({read(structured_.published), from_metas(kPublishedNames),
                                from_properties("datepublished"), from_properties("pubdate"),
                                from_properties("datecreated")});
    const std::optional<PartialTime> url_date = accepted(date_in_url(context_.url));
    if (!dates.published) dates.published = from_times();
    if (!dates.published) dates.published = from_texts(true);
    if (!dates.published) dates.published = url_date;
    if (!dates.published) dates.published = from_texts(false);
    if (!dates.published) dates.published = dates.modified;
    return dates;
  }

 private:
  using Maybe = std::optional<PartialTime>;

  static Maybe first_of(std::initializer_list<Maybe> all) {
    for (const Maybe& one : all) {
      if (one) return one;
    }
    return {};
  }

  Maybe accepted(const Maybe& time) const {
    if (!time || !time->has_date() || time->year < kYearLeast) return {};
    if (context_.fetched) {
      const auto at = time->earliest();
      const auto limit = context_.fetched->latest();
      if (at && limit && *at > *limit + std::chrono::hours(24)) return {};
    }
    return time;
  }

  Maybe read(std::string_view text) {
    if (text.empty() || text.size() > 120) return {};
    if (const Maybe machine = parse_machine_date(text)) return accepted(machine);
    const auto found = parser_.parse(text, DateContext{context_.language, {}, {}});
    return found && !found->relative ? accepted(found->time) : Maybe{};
  }

  Maybe from_metas(std::span<const std::string_view> names) {
    for (const std::string_view name : names) {
      const std::string_view content = meta_content(facts_, {name});
      if (content.empty()) continue;
      if (const Maybe time = read(content)) return time;
    }
    return {};
  }

  Maybe from_properties(std::string_view property) {
    for (const TimeMark& mark : facts_.times) {
      if (mark.property.find(property) == std::string::npos || mark.place.in_side) continue;
      if (const Maybe time = read(mark.machine)) return time;
      if (const Maybe time = read(mark.text)) return time;
    }
    return {};
  }

  static bool says_updated(const TimeMark& mark) {
    return contains_any(mark.place.class_id, {"updated", "modified", "comment"}) &&
           !contains_any(mark.place.class_id, {"published", "entry-date"});
  }

  std::uint32_t distance(const TimeMark& mark) const {
    const std::int64_t away = std::int64_t{mark.place.position} - headline_;
    // A date below the headline is likelier its own than one above.
    return static_cast<std::uint32_t>(away >= 0 ? away : -away * 2);
  }

  // <time datetime>: the nearest to the headline that is not an update's, a comment's, a teaser's.
  Maybe from_times() {
    const TimeMark* best = nullptr;
    Maybe best_time;
    for (const TimeMark& mark : facts_.times) {
      if (!mark.is_time_element || mark.place.in_side) continue;
      if (contains_any(mark.place.class_id, {"comment"})) continue;
      Maybe time = read(mark.machine);
      if (!time) time = read(mark.text);
      if (!time) continue;
      const bool better = !best || (says_updated(*best) && !says_updated(mark)) ||
                          (says_updated(*best) == says_updated(mark) &&
                           distance(mark) < distance(*best));
      if (better) {
        best = &mark;
        best_time = time;
      }
    }
    return best_time;
  }

  // Visible dates. `classed`: in an element whose class says date; else in any short line.
  Maybe from_texts(bool classed) {
    const TimeMark* best = nullptr;
    Maybe best_time;
    for (const TimeMark& mark : facts_.times) {
      if (mark.is_time_element || mark.place.in_side) continue;
      if (classed && !contains_any(mark.place.class_id, {"date", "time", "datum", "fecha", "meta",
                                                         "posted", "publish", "byline"})) {
        continue;
      }
      if (distance(mark) > (classed ? kNearHeadline * 4 : kNearHeadline)) continue;
      const Maybe time = read_visible(mark.text);
      if (!time) continue;
      if (!best || distance(mark) < distance(*best)) {
        best = &mark;
        best_time = time;
      }
    }
    return best_time;
  }

  Maybe read_visible(const std::string& text) {
    if (const Maybe time = read(text)) return time;
    // "By Ann Lee | 3 May 2020 | 4 comments": one date among other words.
    const auto found = parser_.find(text, DateContext{context_.language, {}, {}});
    Maybe published;
    for (const FoundDate& one : found) {
      if (one.kind == DateKind::updated && found.size() > 1) continue;
      if (published && !(published->year == one.time.year && published->month == one.time.month &&
                         published->day == one.time.day)) {
        if (one.kind != DateKind::published) continue;
      }
      if (!published || one.kind == DateKind::published) published = one.time;
    }
    return accepted(published);
  }

  const PageFacts& facts_;
  const StructuredArticle& structured_;
  const PageDateContext& context_;
  DateParser& parser_;
  std::uint32_t headline_ = 0;
};

bool digits_at(std::string_view text, std::size_t at, std::size_t count) {
  if (at + count > text.size()) return false;
  return std::all_of(text.begin() + static_cast<std::ptrdiff_t>(at),
                     text.begin() + static_cast<std::ptrdiff_t>(at + count),
                     [](char c) { return c >= '0' && c <= '9'; });
}

int number_at(std::string_view text, std::size_t at, std::size_t count) {
  int value = 0;
  for (std::size_t i = at; i < at + count; ++i) value = value * 10 + (text[i] - '0');
  return value;
}

bool is_digit_at(std::string_view text, std::size_t at) { return digits_at(text, at, 1); }

std::optional<PartialTime> day_of(int year, int month, int day) {
  if (year < kYearLeast || !is_news_date(year, month, day)) return {};
  PartialTime time;
  time.year = static_cast<std::int16_t>(year);
  time.month = static_cast<std::int8_t>(month);
  time.day = static_cast<std::int8_t>(day);
  return time;
}

}  // namespace

std::optional<PartialTime> date_in_url(std::string_view url) {
  const std::size_t path = url.find("://");
  for (std::size_t at = path == std::string_view::npos ? 0 : path + 3; at < url.size(); ++at) {
    if (is_digit_at(url, at - (at > 0 ? 1 : 0)) && at > 0) continue;
    if (!digits_at(url, at, 4)) continue;
    const int year = number_at(url, at, 4);
    if (digits_at(url, at, 8) && !is_digit_at(url, at + 8)) {
      if (const auto time = day_of(year, number_at(url, at + 4, 2), number_at(url, at + 6, 2))) {
        return time;
      }
    }
    const std::size_t mark = at + 4;
    if (mark >= url.size() || (url[mark] != '/' && url[mark] != '-' && url[mark] != '_')) continue;
    const std::size_t month_digits = digits_at(url, mark + 1, 2) ? 2 : digits_at(url, mark + 1, 1);
    const std::size_t second = mark + 1 + month_digits;
    if (month_digits == 0 || second >= url.size() || url[second] != url[mark]) continue;
    const std::size_t day_digits = digits_at(url, second + 1, 2) ? 2 : digits_at(url, second + 1, 1);
    if (day_digits == 0 || is_digit_at(url, second + 1 + day_digits)) continue;
    if (const auto time = day_of(year, number_at(url, mark + 1, month_digits),
                                 number_at(url, second + 1, day_digits))) {
      return time;
    }
  }
  return {};
}

PageDates choose_dates(const PageFacts& facts, const StructuredArticle& structured,
                       const PageDateContext& context, DateParser& parser) {
  return Chooser(facts, structured, context, parser).choose();
}

}  // namespace khabar
