#include "stages/extract/shown_dates.h"

#include <algorithm>
#include <vector>

#include "core/text/fold.h"
#include "stages/extract/title.h"

namespace khabar {
namespace {

constexpr int kYearLeast = 1995;  // older dates on a web page are of its subject, not of the page
constexpr std::size_t kMarksMax = 32;
constexpr double kScoreMost = 7.5;  // of a mark that stands in the best place
constexpr double kPlaceWorst = -6;

using Maybe = std::optional<PartialTime>;

bool contains_any(std::string_view text, std::initializer_list<std::string_view> parts) {
  return std::any_of(parts.begin(), parts.end(), [text](std::string_view part) {
    return text.find(part) != std::string_view::npos;
  });
}

bool same_day(const PartialTime& a, const PartialTime& b) {
  return a.year == b.year && a.month == b.month && a.day == b.day;
}

struct Zone {
  std::uint32_t begin = 0, end = 0, story_end = 0;

  // What a place takes off or adds; `near` when it is the headline's.
  double weight(std::uint32_t at, bool& near) const {
    near = false;
    if (end == 0) return 0;
    if (at < begin) {
      near = begin - at < 80;
      return -std::min(4.0, 0.3 + (begin - at) / 60.0);
    }
    if (at <= end) {
      near = true;
      return 0.5;
    }
    if (at <= story_end) {
      near = at - end < 40;
      return -std::min(4.0, (at - end) / 40.0);
    }
    return -1.2 - std::min(4.0, (at - story_end) / 60.0);
  }
};

Zone zone_of(const PageFacts& facts, std::uint32_t headline) {
  Zone zone;
  const std::uint32_t story = facts.body_position;
  zone.begin = headline == 0 ? story : story == 0 ? headline : std::min(headline, story);
  zone.end = std::max(headline, story);
  zone.story_end = facts.body_end_position;
  return zone;
}

struct Reading {
  Maybe time;
  bool whole = false;  // the text is about this date and nothing else, or a machine wrote it
  bool says_published = false, says_updated = false;
};

// "By Ann Lee | 3 May 2020 | 4 comments": one date among other words.
Reading read_words(const std::vector<FoundDate>& dates) {
  Reading reading;
  bool others = false, differ = false;
  Maybe published, plain, updated;
  for (const FoundDate& found : dates) {
    Maybe& slot = found.kind == DateKind::published ? published
                  : found.kind == DateKind::updated ? updated
                                                    : plain;
    others = others || found.kind != DateKind::updated;
    if (!slot) {
      slot = found.time;
    } else if (!same_day(*slot, found.time)) {
      differ = differ || &slot == &plain;
    }
  }
  reading.says_published = published.has_value();
  reading.says_updated = updated.has_value() && !others;
  if (published) {
    reading.time = published;
  } else if (plain && !differ) {
    reading.time = plain;
  } else if (!plain) {
    reading.time = updated;
  }
  return reading;
}

Reading read_mark(const TimeMark& mark, const PageDateContext& context, DateParser& parser) {
  const DateReading text = parser.read(mark.text, date_context(context));
  Reading reading = read_words(text.found);
  if (text.whole && !text.whole->relative && text.whole->time.has_date()) {
    reading.time = text.whole->time;
    reading.whole = true;
  }
  const Maybe machine = read_date(mark.machine, context, parser);
  if (!machine || !machine->has_date()) return reading;
  // What readers see overrules a machine's day: that may be of UTC.
  if (!reading.time || !reading.whole || same_day(*reading.time, *machine)) {
    reading.time = machine;
    reading.whole = true;
  }
  return reading;
}

bool opens_with_update(std::string_view text) {
  const std::string key = folded(text.substr(0, 40));
  for (const std::string_view word :
       {"updated", "last updated", "modified", "last modified", "aktualisiert", "zuletzt", "stand",
        "mis a jour", "actualizado", "aggiornato", "atualizado", "اخر تحديث"}) {
    if (key.starts_with(word)) return true;
  }
  return false;
}

// What speaks for a mark but its place. Monotonous in `whole` and `says_published`.
double own_score(const TimeMark& mark, bool whole, bool says_published) {
  double score = whole ? 3 : 1;
  if (!mark.is_time_element && mark.text.size() > 60) score -= 1;
  if (mark.is_time_element) score += 1;
  if (contains_any(mark.place.class_id, {"date", "time", "datum", "fecha", "meta", "posted",
                                         "publi", "byline", "stand", "tarih", "submitted"})) {
    score += 1.5;
  }
  if (says_published ||
      contains_any(mark.place.class_id, {"publi", "posted", "entry-date", "pubdate", "created"})) {
    score += 1.5;
  }
  return score;
}

bool is_update(const TimeMark& mark, const Reading& reading) {
  const std::string& made = mark.place.class_id;
  const bool modified = contains_any(made, {"updat", "modif", "mod-time", "modtime"});
  if (modified && !contains_any(made, {"publi", "posted", "entry-date", "pubdate", "created"})) {
    return true;
  }
  if (!reading.says_updated && !opens_with_update(mark.text)) return false;
  // Templates that print "Updated 3 May" where they print the day of publication mean that.
  const bool own_slot =
      contains_any(made, {"published", "publish-date", "publishdate", "publication", "pubdate",
                          "pub-date", "pub_date", "createdate", "post-date", "article-date"});
  return !own_slot || modified || contains_any(mark.property, {"modif"});
}

struct Placed {
  const TimeMark* mark;
  double weight;
  bool near;
};

}  // namespace

DateContext date_context(const PageDateContext& context) {
  return {context.language, context.country, {}};
}

Maybe read_date(std::string_view text, const PageDateContext& context, DateParser& parser) {
  if (text.empty() || text.size() > 120) return {};
  if (Maybe machine = parse_machine_date(text)) return machine;
  const auto found = parser.parse(text, date_context(context));
  return found && !found->relative ? Maybe{found->time} : Maybe{};
}

Maybe accept_date(const Maybe& time, const PageDateContext& context) {
  if (!time || !time->has_date() || time->year < kYearLeast) return {};
  if (context.fetched) {
    const auto at = time->earliest();
    const auto limit = context.fetched->latest();
    if (at && limit && *at > *limit + std::chrono::hours(24)) return {};
  }
  return time;
}

ShownDates find_shown_dates(const PageFacts& facts, const PageDateContext& context,
                            const ShownDatesWanted& wanted, DateParser& parser) {
  const Zone zone = zone_of(facts, context.headline);
  std::vector<Placed> placed;
  for (const TimeMark& mark : facts.times) {
    if (mark.place.in_comments) continue;
    Placed one{&mark, 0, false};
    one.weight = zone.weight(mark.place.position, one.near) - (mark.place.in_side ? 2 : 0);
    if (one.weight >= kPlaceWorst) placed.push_back(one);
  }
  // The best places first: most pages are settled by the first marks.
  std::stable_sort(placed.begin(), placed.end(),
                   [](const Placed& a, const Placed& b) { return a.weight > b.weight; });
  ShownDates shown;
  const auto matters = [&](const TimeMark& mark, double weight) {
    if (wanted.updated) return true;
    const double most = own_score(mark, true, true) + weight;
    return most >= wanted.published_from && (!shown.published || most > shown.published->score);
  };
  std::size_t marks_met = 0;
  const TimeMark* last = nullptr;
  std::optional<Reading> reading;  // of `last`, where that was read
  for (const Placed& one : placed) {
    if (shown.published && one.weight + kScoreMost <= shown.published->score) break;
    const TimeMark& mark = *one.mark;
    // Wrappers repeat what they wrap.
    if (last == nullptr || mark.text != last->text || mark.machine != last->machine) {
      if (++marks_met > kMarksMax) break;
      last = &mark;
      reading.reset();
    }
    if (!matters(mark, one.weight)) continue;
    if (!reading) reading = read_mark(mark, context, parser);
    const Maybe time = accept_date(reading->time, context);
    if (!time) continue;
    const double score = own_score(mark, reading->whole, reading->says_published) + one.weight;
    auto& slot = is_update(mark, *reading) ? shown.updated : shown.published;
    if (!slot || score > slot->score) slot = ShownDate{*time, score, one.near};
  }
  return shown;
}

}  // namespace khabar
