#include "stages/extract/page_dates.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <vector>

#include "core/text/ascii.h"
#include "core/text/dates_zones.h"
#include "stages/extract/shown_dates.h"
#include "stages/extract/title.h"

namespace khabar {
namespace {

constexpr int kYearLeast = 1995;  // older dates on a web page are of its subject, not of the page

// Meta names in order of how surely they say when the story was published.
constexpr std::string_view kPublishedNames[] = {"article:published_time",
                                                "og:article:published_time",
                                                "article:published",
                                                "datepublished",
                                                "parsely-pub-date",
                                                "sailthru.date",
                                                "bt:pubdate",
                                                "og:pubdate",
                                                "og:published_time",
                                                "article.published",
                                                "cxenseparse:recs:publishtime",
                                                "publishdate",
                                                "publish-date",
                                                "publish_date",
                                                "published_time",
                                                "published_at",
                                                "pubdate",
                                                "pub_date",
                                                "publication_date",
                                                "published-date",
                                                "article_date_original",
                                                "originalpublicationdate",
                                                "dc.date.issued",
                                                "dcterms.issued",
                                                "dc.date.published",
                                                "dcterms.created",
                                                "dc.date.created",
                                                "datecreated",
                                                "citation_publication_date",
                                                "citation_online_date",
                                                "citation_date",
                                                "shareaholic:article_published_time",
                                                "rnews:datepublished",
                                                "release_date",
                                                "displaydate",
                                                "article-publish-date",
                                                "content_created",
                                                "created",
                                                "dc.date",
                                                "dcterms.date",
                                                "dc:date",
                                                "date",
                                                "article:date",
                                                "time",
                                                "buildtime",
                                                "mediator_published_time"};
constexpr std::string_view kModifiedNames[] = {"article:modified_time",
                                               "og:article:modified_time",
                                               "datemodified",
                                               "og:updated_time",
                                               "article:modified",
                                               "article:updated_time",
                                               "dc.date.modified",
                                               "dcterms.modified",
                                               "cxenseparse:recs:modifiedtime",
                                               "lastmod",
                                               "last-modified",
                                               "revised",
                                               "modified",
                                               "updated_time",
                                               "dateupdate"};

// Where the names of a list stand in it, by length and then by letters: a page has many metas, and
// most are of other lengths.
template <std::size_t kCount>
class RankedNames {
 public:
  constexpr explicit RankedNames(const std::string_view (&names)[kCount]) {
    for (std::size_t i = 0; i < kCount; ++i) sorted_[i] = {names[i], i};
    std::sort(sorted_.begin(), sorted_.end(), before);
  }

  // kCount: it is none of them.
  std::size_t rank_of(std::string_view name) const {
    const auto found = std::lower_bound(sorted_.begin(), sorted_.end(), Named{name, 0}, before);
    return found != sorted_.end() && found->name == name ? found->rank : kCount;
  }

 private:
  struct Named {
    std::string_view name;
    std::size_t rank = 0;
  };
  static constexpr bool before(const Named& a, const Named& b) {
    return a.name.size() != b.name.size() ? a.name.size() < b.name.size() : a.name < b.name;
  }

  std::array<Named, kCount> sorted_;
};
constexpr RankedNames kPublishedRanks(kPublishedNames);
constexpr RankedNames kModifiedRanks(kModifiedNames);

bool is_published_name(std::string_view name) {
  std::string letters;
  for (const char c : name) {
    if (is_ascii_lower(c)) letters += c;
  }
  const auto has = [&letters](std::string_view part) {
    return letters.find(part) != std::string::npos;
  };
  if (has("modif") || has("updat") || has("last") || has("publisher") || has("unpub")) return false;
  return has("publish") || has("pubdate") || has("datepub") || has("publicationdate") ||
         has("issued") || has("releasedate") || has("daterelease") || has("datecreated") ||
         has("createddate") || has("createdate") || has("contentdate") || has("articledate");
}

// 3/4 for 4/3: what is shown was read in the wrong order.
bool is_swapped(const PartialTime& a, const PartialTime& b) {
  return a.year == b.year && a.month == b.day && a.day == b.month && a.month != a.day;
}

class Chooser {
 public:
  Chooser(const PageFacts& facts, const StructuredArticle& structured,
          const PageDateContext& context, DateParser& parser)
      : facts_(facts), structured_(structured), context_(context), parser_(parser) {}

  PageDates choose() {
    PageDates dates;
    dates.modified = modified_by_head();
    const Maybe said = said_by_head();
    const Maybe in_url = accept_date(date_in_url(context_.url), context_);
    const bool agreed = said && in_url && same_day(*said, *in_url);
    const double overrules_from = agreed ? kOverrulesTwoFrom : kOverrulesFrom;
    ShownDatesWanted wanted;
    if (said || in_url) {  // only a strong date overrules these
      wanted.published_from = overrules_from;
      wanted.updated = !dates.modified;
    }
    ShownDates shown = find_shown_dates(facts_, context_, wanted, parser_);
    if (shown.published) shown.published->time = local_midnight(shown.published->time);
    const bool strong =
        shown.published && shown.published->near && shown.published->score >= overrules_from;
    dates.published = published(said, in_url, shown, strong, dates.modified);
    if (!dates.modified && shown.updated) dates.modified = shown.updated->time;
    return dates;
  }

 private:
  using Maybe = std::optional<PartialTime>;

  static bool same_day(const PartialTime& a, const PartialTime& b) {
    return a.year == b.year && a.month == b.month && a.day == b.day;
  }

  // The instant the head gives, written in the offset of the clock that readers see; else the day
  // that they see.
  PartialTime reconciled(const PartialTime& said, const PartialTime& shown) const {
    if (same_day(said, shown)) return said;
    if (!shown.has_time()) return on_day(said, shown).value_or(shown);
    const auto instant = said.has_time() && said.has_offset() ? said.instant() : std::nullopt;
    if (!instant || shown.has_offset()) return shown;
    const auto as_if_utc = shown.instant();
    if (!as_if_utc) return shown;
    using std::chrono::minutes;
    const auto apart = std::chrono::duration_cast<minutes>(*as_if_utc - *instant).count();
    const auto quarter = static_cast<int>((apart + (apart < 0 ? -7 : 7)) / 15 * 15);
    if (std::abs(apart) > 14 * 60 || std::abs(quarter - apart) > 1) return shown;
    return PartialTime::of(*instant, quarter);
  }

  // The instant the head gives by the clock of UTC, written in an offset that shows `day`: that of
  // the country, else the nearest of full hours. Nothing where no likely clock shows that day, and
  // for a midnight of UTC, which mostly is a day without an hour.
  Maybe on_day(const PartialTime& said, const PartialTime& day) const {
    using std::chrono::floor, std::chrono::hours, std::chrono::seconds;
    const auto instant = said.instant(), begin = day.instant();
    const bool midnight = said.hour == 0 && said.minute <= 0 && said.second <= 0;
    if (said.offset_minutes != 0 || !said.has_time() || midnight || !instant || !begin) return {};
    int offset = 0;
    if (const std::string_view zone = country_zone(zone_country()); !zone.empty()) {
      offset = zone_offset(zone, said).value_or(0);
      offset = zone_offset(zone, PartialTime::of(*instant, offset)).value_or(offset);
    } else {
      const auto ahead = floor<hours>(*begin - *instant + hours(1) - seconds(1)).count();
      const auto behind = floor<hours>(*instant - *begin).count() - 23;
      const auto apart = ahead > 0 ? ahead : -behind;
      if (std::abs(apart) > kLikelyHours) return {};
      offset = static_cast<int>(apart) * 60;
    }
    const PartialTime local = PartialTime::of(*instant, offset);
    return same_day(local, day) ? Maybe(local) : Maybe();
  }

  // The address bears the day of the newsroom; the head says the instant by the clock of UTC.
  static bool is_same_instant_elsewhere(const PartialTime& said, const PartialTime& day) {
    if (said.offset_minutes != 0 || !said.has_time() || same_day(said, day)) return false;
    const auto instant = said.instant(), begin = day.instant();
    if (!instant || !begin) return false;
    using std::chrono::hours;
    return *instant + hours(14) >= *begin && *instant - hours(12) < *begin + hours(24);
  }

  // "29.11.2022 – The ministry ...", "Ann Lee, 3 May 2020": lines too long to be marks, or last.
  Maybe in_story() {
    const auto& story = context_.story;
    for (std::size_t i = 0; i < std::min<std::size_t>(story.size(), 3); ++i) {
      const std::string_view opening = std::string_view(story[i].text).substr(0, 80);
      const auto found = parser_.find(opening, date_context(context_));
      if (found.empty()) continue;
      const FoundDate& first = found.front();
      // "Press release of 25 January 2022 | Berlin - ...": set off from the sentence.
      const std::size_t end = std::min(first.offset + first.length, opening.size());
      std::string_view behind = opening.substr(end);
      while (behind.starts_with(' ')) behind.remove_prefix(1);
      const bool set_off = behind.empty() || behind.find_first_of("|-:/)") == 0 ||
                           behind.starts_with("–") || behind.starts_with("—");
      if (first.offset > 4 && !(set_off && first.offset <= 32)) continue;
      return accept_date(first.time, context_);
    }
    for (std::size_t i = story.size(); i > 2 && i + 2 > story.size(); --i) {
      if (story[i - 1].text.size() > 60) continue;
      if (const Maybe time = read(story[i - 1].text)) return time;
    }
    return {};
  }

  // "Tariffs of 2.11.2021 | Customs": the only day that the title tag or the description names.
  Maybe in_title() {
    for (const std::string_view text :
         {std::string_view{facts_.title_tag}, meta_content(facts_, {"description"})}) {
      const auto found = parser_.find(text.substr(0, 400), date_context(context_));
      if (found.size() == 1) return accept_date(found.front().time, context_);
    }
    return {};
  }

  Maybe published(const Maybe& said, const Maybe& in_url, const ShownDates& shown, bool strong,
                  const Maybe& modified) {
    if (said && strong && !is_swapped(*said, shown.published->time)) {
      return reconciled(*said, shown.published->time);
    }
    if (said && in_url && !strong && is_same_instant_elsewhere(*said, *in_url)) {
      return on_day(*said, *in_url).value_or(*in_url);
    }
    if (said) return said;
    if (strong) return shown.published->time;
    if (in_url) return in_url;
    if (shown.published && shown.published->score >= 0) return shown.published->time;
    if (shown.updated && shown.updated->score >= kUpdatedFrom) return shown.updated->time;
    if (const Maybe told = in_story()) return told;
    if (const Maybe told = in_title()) return told;
    if (shown.published && shown.published->score >= kDoubtfulFrom) return shown.published->time;
    const Maybe scripted = read(meta_content(facts_, {kFactsScriptDate}));
    return scripted ? scripted : modified;
  }

  Maybe read(std::string_view text) {
    return accept_date(read_date(text, context_, parser_), context_);
  }

  Maybe modified_by_head() {
    if (const Maybe time = read(structured_.modified)) return time;
    if (const Maybe time = from_metas(kModifiedRanks)) return time;
    return from_properties("datemodified");
  }

  Maybe said_by_head() {
    const Maybe said = published_by_head();
    return said ? local_midnight(*said) : said;
  }

  Maybe published_by_head() {
    if (const Maybe time = read(structured_.published)) return time;
    if (const Maybe time = from_metas(kPublishedRanks)) return time;
    for (const std::string_view property : {"datepublished", "pubdate", "datecreated"}) {
      if (const Maybe time = from_properties(property)) return time;
    }
    return from_metas_like_published();
  }

  // "nastooh:publishDate", "w-published-date", "sw-pubdate": every house has its own.
  Maybe from_metas_like_published() {
    for (const MetaTag& meta : facts_.metas) {
      if (!is_published_name(meta.name) || meta.name == kFactsScriptDate) continue;
      if (const Maybe time = read(meta.content)) return time;
    }
    return {};
  }

  // 23:00 of UTC is a day's midnight in Berlin: the day that an editor chose, and readers see.
  PartialTime local_midnight(const PartialTime& time) const {
    if (time.offset_minutes != 0 || time.minute != 0 || time.second > 0 || time.hour < 12) {
      return time;
    }
    const std::string_view zone = country_zone(zone_country());
    const auto instant = time.instant();
    if (zone.empty() || !instant) return time;
    const PartialTime local = PartialTime::of(*instant, (24 - time.hour) * 60);
    return zone_offset(zone, local) == local.offset_minutes ? local : time;
  }

  std::string_view zone_country() const {
    if (!context_.country.empty()) return context_.country;
    struct Home {
      std::string_view language, country;
    };
    // Languages whose press lives by one clock.
    static constexpr Home kHomes[] = {
        {"de", "de"}, {"fr", "fr"}, {"it", "it"}, {"nl", "nl"}, {"pl", "pl"}, {"cs", "cz"},
        {"hu", "hu"}, {"sv", "se"}, {"da", "dk"}, {"nb", "no"}, {"no", "no"}, {"fi", "fi"},
        {"ro", "ro"}, {"bg", "bg"}, {"el", "gr"}, {"tr", "tr"}, {"he", "il"}, {"fa", "ir"},
        {"ja", "jp"}, {"ko", "kr"}, {"uk", "ua"}};
    for (const Home& home : kHomes) {
      if (home.language == context_.language) return home.country;
    }
    return {};
  }

  template <std::size_t kCount>
  Maybe from_metas(const RankedNames<kCount>& names) {
    Maybe best;
    std::size_t best_rank = kCount;
    for (const MetaTag& meta : facts_.metas) {
      const std::size_t rank = names.rank_of(meta.name);
      if (rank >= best_rank) continue;
      if (const Maybe time = read(meta.content)) {
        best = time;
        best_rank = rank;
      }
    }
    return best;
  }

  Maybe from_properties(std::string_view property) {
    for (const TimeMark& mark : facts_.times) {
      if (mark.property.find(property) == std::string::npos || mark.place.in_side) continue;
      if (const Maybe time = read(mark.machine)) return time;
      if (const Maybe time = read(mark.text)) return time;
    }
    return {};
  }

  static constexpr int kLikelyHours = 8;  // of most newsrooms' clocks from that of UTC
  static constexpr double kOverrulesFrom = 2.5, kOverrulesTwoFrom = 3.5, kUpdatedFrom = -2,
                          kDoubtfulFrom = -2.5;

  const PageFacts& facts_;
  const StructuredArticle& structured_;
  const PageDateContext& context_;
  DateParser& parser_;
};

bool digits_at(std::string_view text, std::size_t at, std::size_t count) {
  if (at + count > text.size()) return false;
  return std::all_of(text.begin() + static_cast<std::ptrdiff_t>(at),
                     text.begin() + static_cast<std::ptrdiff_t>(at + count), is_ascii_digit);
}

int number_at(std::string_view text, std::size_t at, std::size_t count) {
  int value = 0;
  for (std::size_t i = at; i < at + count; ++i) value = value * 10 + (text[i] - '0');
  return value;
}

bool is_digit_at(std::string_view text, std::size_t at) {
  return digits_at(text, at, 1);
}

std::optional<PartialTime> day_of(int year, int month, int day) {
  if (year < kYearLeast || !is_news_date(year, month, day)) return {};
  PartialTime time;
  time.year = static_cast<std::int16_t>(year);
  time.month = static_cast<std::int8_t>(month);
  time.day = static_cast<std::int8_t>(day);
  return time;
}

// "/29-10-2021", "-29-10-2021.html": the year last, of four digits that end there.
std::optional<PartialTime> day_before_year(std::string_view url, std::size_t year_at, int year) {
  if (year_at < 6 || is_digit_at(url, year_at + 4)) return {};
  const char mark = url[year_at - 1];
  if ((mark != '-' && mark != '_' && mark != '.') || url[year_at - 4] != mark) return {};
  if (!digits_at(url, year_at - 3, 2) || !digits_at(url, year_at - 6, 2)) return {};
  if (year_at > 6 && is_digit_at(url, year_at - 7)) return {};
  // The order of the second and the first is only known where one cannot be a month.
  const int first = number_at(url, year_at - 6, 2), second = number_at(url, year_at - 3, 2);
  if (first <= 12 && second <= 12 && first != second) return {};
  return first > 12 ? day_of(year, second, first) : day_of(year, first, second);
}

// "/october/03/" behind the year.
std::optional<PartialTime> day_with_named_month(std::string_view url, std::size_t mark, int year) {
  static constexpr std::string_view kMonths[] = {"jan", "feb", "mar", "apr", "may", "jun",
                                                 "jul", "aug", "sep", "oct", "nov", "dec"};
  const std::size_t end = std::min(url.find(url[mark], mark + 1), url.size());
  if (end - mark < 4 || end - mark > 10 || !is_digit_at(url, end + 1)) return {};
  const std::size_t day_digits = digits_at(url, end + 1, 2) ? 2 : 1;
  if (is_digit_at(url, end + 1 + day_digits)) return {};
  for (int month = 0; month < 12; ++month) {
    if (!url.substr(mark + 1).starts_with(kMonths[month])) continue;
    return day_of(year, month + 1, number_at(url, end + 1, day_digits));
  }
  return {};
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
    if (const auto time = day_before_year(url, at, year)) return time;
    const std::size_t mark = at + 4;
    if (mark >= url.size() || (url[mark] != '/' && url[mark] != '-' && url[mark] != '_')) continue;
    if (const auto time = day_with_named_month(url, mark, year)) return time;
    const std::size_t month_digits = digits_at(url, mark + 1, 2) ? 2 : digits_at(url, mark + 1, 1);
    const std::size_t second = mark + 1 + month_digits;
    if (month_digits == 0 || second >= url.size() || url[second] != url[mark]) continue;
    const std::size_t day_at = second + 1;
    const std::size_t day_digits = digits_at(url, day_at, 2) ? 2 : digits_at(url, day_at, 1);
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
