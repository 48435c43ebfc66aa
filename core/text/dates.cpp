#include "core/text/dates.h"

#include <algorithm>
#include <cstdlib>

#include "core/text/ascii.h"
#include "core/text/dates_pieces.h"
#include "core/text/dates_relative.h"
#include "core/text/dates_zones.h"

namespace khabar {
namespace {

constexpr std::size_t kParsedBytesMax = 1024;
// A short text with more words than this that no date explains is prose, not a date line.
constexpr std::size_t kUnknownWordsMax = 12;
// Between the parts of one date stand no more tokens than this.
constexpr std::size_t kGapTokensMax = 8;
// Hijri months begin when the moon is seen: two days of difference are common, three are seen.
constexpr std::int64_t kCalendarDriftDaysMax = 3;

bool has_digit(std::string_view text) {
  // Without a way out of the loop, so that compilers take many bytes at once.
  bool digit = false, beyond_ascii = false;
  for (const char c : text) {
    digit |= is_ascii_digit(c);
    beyond_ascii |= c < 0;
  }
  if (digit || !beyond_ascii) return digit;
  // Arabic-Indic and Persian digits: U+0660..0669, U+06F0..06F9.
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    const auto a = static_cast<unsigned char>(text[i]), b = static_cast<unsigned char>(text[i + 1]);
    if (a == 0xD9 && b >= 0xA0 && b <= 0xA9) return true;
    if (a == 0xDB && b >= 0xB0 && b <= 0xB9) return true;
    if (a == 0xEF || a == 0xE0) return true;  // full-width and Indic digits: let the fold tell
  }
  return false;
}

// The offset of a zone that keeps its clocks all year; for a clock whose day is not told.
std::optional<int> steady_offset(std::string_view zone) {
  PartialTime day;
  day.year = 2024, day.month = 1, day.day = 1;
  const auto winter = zone_offset(zone, day);
  day.month = 7;
  const auto summer = zone_offset(zone, day);
  return winter == summer ? winter : std::nullopt;
}

// One date or bare clock with what belongs to it.
struct Entry {
  std::size_t begin = 0, end = 0;  // tokens
  PartialTime time;
  DateKind kind = DateKind::plain;
  bool needs_whole = false;  // may stand only where every word is understood
};

class Assembly {
 public:
  Assembly(const DateTokens& tokens, const DateContext& context, DateCalendars& calendars)
      : tokens_(tokens), context_(context), calendars_(calendars) {}

  std::vector<Entry> run() {
    pieces_ = DatePieces(tokens_, context_).all();
    for (std::size_t i = 0; i < pieces_.size();) {
      std::size_t end = i + 1;
      while (end < pieces_.size() && joined(pieces_[end - 1], pieces_[end])) ++end;
      group(i, end);
      i = end;
    }
    return std::move(entries_);
  }

  // Words that neither a piece nor a filler explains.
  std::size_t unknown_words() const {
    std::size_t unknown = 0;
    std::size_t next = 0;
    for (std::size_t i = 0; i < tokens_.size();) {
      while (next < pieces_.size() && pieces_[next].end <= i) ++next;
      if (next < pieces_.size() && i >= pieces_[next].begin) {
        i = pieces_[next].end;
        continue;
      }
      const DateToken& at = tokens_[i];
      if (at.kind == DateToken::word && !soft(i)) ++unknown;
      if (at.kind == DateToken::number) ++unknown;
      i += at.kind == DateToken::word && at.term != nullptr ? at.term_tokens : 1;
    }
    return unknown;
  }

 private:
  bool soft(std::size_t i) const {
    const DateToken& at = tokens_[i];
    if (at.kind == DateToken::mark) return true;
    if (at.kind == DateToken::number || at.term == nullptr) return false;
    constexpr std::uint32_t kSoft = DateTerm::filler | DateTerm::at_time | DateTerm::equals |
                                    DateTerm::to | DateTerm::hour_mark | DateTerm::local_time |
                                    DateTerm::conjunction | DateTerm::gregorian_mark;
    return at.term->has(kSoft) || at.term->weekday >= 0 || at.term->days_back == 0;
  }

  bool joined(const DatePiece& a, const DatePiece& b) const {
    if (b.begin < a.end || b.begin - a.end > kGapTokensMax) return false;
    for (std::size_t i = a.end; i < b.begin;) {
      if (!soft(i)) return false;
      i += tokens_[i].kind == DateToken::word ? tokens_[i].term_tokens : 1;
    }
    return true;
  }

  bool range_between(const DatePiece& a, const DatePiece& b) const {
    for (std::size_t i = a.end; i < b.begin; ++i) {
      const DateToken& at = tokens_[i];
      if (at.kind == DateToken::mark && (at.sign == '-' || at.sign == '~')) return true;
      if (at.term != nullptr && at.term->has(DateTerm::to)) return true;
    }
    return false;
  }

  // Pieces [begin, end) stand together. Labels cut them into segments.
  void group(std::size_t begin, std::size_t end) {
    DateKind kind = DateKind::plain;
    std::size_t label = begin;
    bool labelled = false;
    for (std::size_t i = begin; i < end;) {
      if (pieces_[i].kind == DatePiece::label) {
        kind = pieces_[i].label_kind;
        label = i++;
        labelled = true;
        continue;
      }
      std::size_t stop = i;
      while (stop < end && pieces_[stop].kind != DatePiece::label) ++stop;
      segment(i, stop, kind, labelled ? pieces_[label].begin : pieces_[i].begin, labelled);
      i = stop;
    }
  }

  void segment(std::size_t begin, std::size_t end, DateKind kind, std::size_t from, bool labelled) {
    std::vector<Entry> dates;
    std::vector<const DatePiece*> clocks;
    const bool clock_first = pieces_[begin].kind == DatePiece::clock;
    bool range = false;
    const DatePiece* last = nullptr;
    for (std::size_t i = begin; i < end; ++i) {
      const DatePiece& piece = pieces_[i];
      if (piece.kind == DatePiece::clock) {
        clocks.push_back(&piece);
        continue;
      }
      const bool other_calendar =
          last != nullptr && last->calendar != piece.calendar && !last->refused && !piece.refused;
      if (other_calendar && !dates.empty()) {
        if (!merge(dates.back(), *last, piece)) range = true;
        dates.back().end = piece.end;
      } else {
        if (last != nullptr && i > begin && range_between(pieces_[i - 1], piece) &&
            pieces_[i - 1].kind == DatePiece::date) {
          range = true;
        }
        dates.push_back(entry_of(piece, clocks, begin, end));
      }
      last = &piece;
    }
    if (range) return;
    std::erase_if(dates, [](const Entry& e) { return e.time.empty(); });
    if (dates.empty()) {
      // A clock whose date was refused says too little.
      if (last == nullptr) bare_clock(clocks, kind, from, labelled);
      return;
    }
    for (std::size_t d = 0; d < dates.size(); ++d) {
      Entry& entry = dates[d];
      entry.kind = kind;
      if (d == 0) entry.begin = std::min({entry.begin, from, pieces_[begin].begin});
      if (clocks.size() == dates.size() && clocks[d]->hour >= 0) set_clock(entry, *clocks[d]);
      if (clock_first && d < clocks.size()) entry.begin = std::min(entry.begin, clocks[d]->begin);
      entries_.push_back(entry);
    }
  }

  // A clock alone: belongs to the date before it ("..., آخر تحديث 02:21") or stands by itself.
  void bare_clock(const std::vector<const DatePiece*>& clocks, DateKind kind, std::size_t from,
                  bool labelled) {
    if (clocks.size() != 1 || clocks[0]->hour < 0) return;
    if (labelled && !entries_.empty() && !entries_.back().time.has_time() &&
        entries_.back().time.day != 0 && from - entries_.back().end <= kGapTokensMax) {
      Entry& before = entries_.back();
      set_clock(before, *clocks[0]);
      if (before.kind == DateKind::plain) before.kind = kind;
      return;
    }
    Entry entry;
    entry.begin = std::min(from, clocks[0]->begin);
    entry.kind = kind;
    entry.needs_whole = true;
    set_clock(entry, *clocks[0]);
    entries_.push_back(entry);
  }

  void set_clock(Entry& entry, const DatePiece& clock) const {
    entry.time.hour = static_cast<std::int8_t>(clock.hour);
    entry.time.minute = static_cast<std::int8_t>(clock.minute);
    entry.time.second = static_cast<std::int8_t>(clock.second);
    entry.end = std::max(entry.end, clock.end);
    if (clock.offset != PartialTime::kOffsetUnknown) {
      entry.time.offset_minutes = static_cast<std::int16_t>(clock.offset);
    } else if (const auto told = zone_offset(clock.zone, entry.time)) {
      entry.time.offset_minutes = static_cast<std::int16_t>(*told);
    } else if (const auto steady = steady_offset(clock.zone); steady && !entry.time.has_date()) {
      entry.time.offset_minutes = static_cast<std::int16_t>(*steady);
    } else if (jalali_) {
      // Persian months are Iran's, and so is its clock.
      if (const auto iran = zone_offset("Asia/Tehran", entry.time)) {
        entry.time.offset_minutes = static_cast<std::int16_t>(*iran);
      }
    }
  }

  // The date of a piece alone; empty when it must not be taken.
  Entry entry_of(const DatePiece& piece, const std::vector<const DatePiece*>& clocks,
                 std::size_t begin, std::size_t end) {
    Entry entry;
    entry.begin = piece.begin;
    entry.end = piece.end;
    if (piece.refused) return entry;
    jalali_ = piece.calendar == DateCalendar::jalali;
    if (piece.year == 0) {
      if (piece.calendar == DateCalendar::gregorian) entry.time = without_year(piece);
      entry.needs_whole = true;
      return entry;
    }
    if (piece.short_year && !short_year_holds(piece, clocks, begin, end)) return entry;
    entry.needs_whole = piece.short_year && piece.named;
    DatePiece settled = piece;
    if (settled.either_order && !settle_order(settled)) return entry;
    const auto day =
        calendars_.to_gregorian(settled.calendar, settled.year, settled.month, settled.day);
    if (!day) return entry;
    // A numeric date whose weekday is wrong was read in the wrong order, or is no date.
    if (!settled.named && settled.weekday >= 0 &&
        weekday_of(day->year, day->month, day->day) != settled.weekday &&
        settled.calendar == DateCalendar::gregorian) {
      return entry;
    }
    entry.time = *day;
    return entry;
  }

  // Day or month first: the weekday knows; else the country and the language.
  bool settle_order(DatePiece& piece) const {
    const auto fits = [&](int month, int day) {
      return piece.weekday < 0 || weekday_of(piece.year, month, day) == piece.weekday;
    };
    if (piece.weekday >= 0) {
      const bool as_is = fits(piece.month, piece.day), swapped = fits(piece.day, piece.month);
      if (as_is == swapped) return as_is;  // both fit: the same weekday twice; or none does
      if (swapped) std::swap(piece.month, piece.day);
      return true;
    }
    const auto one_of = [](std::string_view value, std::initializer_list<std::string_view> list) {
      return std::find(list.begin(), list.end(), value) != list.end();
    };
    const std::string_view language = context_.language, country = context_.country;
    if (one_of(country, {"us", "ph", "fm", "mh", "pw"})) {
      std::swap(piece.month, piece.day);
      return true;
    }
    if (one_of(language, {"ja", "zh", "ko", "hu", "mn", "lt", "en", "fil", "tl"})) {
      return language == "en" &&
             one_of(country, {"gb", "ie", "au", "nz", "in", "pk", "bd", "lk", "sg", "my", "hk",
                              "ng", "ke", "gh", "ug", "tz", "il", "ae", "sa", "qa", "eg", "lb",
                              "jo", "tr", "fr", "de", "es", "it", "mt", "jm", "tt", "bb"});
    }
    return !language.empty() || !tokens_.latin_only();
  }

  // "21/02/09" is three things; a clock of GMT, as the agencies print, or dots, or a European
  // language make it day, month, year.
  bool short_year_holds(const DatePiece& piece, const std::vector<const DatePiece*>& clocks,
                        std::size_t begin, std::size_t end) const {
    if (piece.named) return true;
    const bool gmt = std::any_of(pieces_.begin() + static_cast<std::ptrdiff_t>(begin),
                                 pieces_.begin() + static_cast<std::ptrdiff_t>(end),
                                 [](const DatePiece& p) { return p.gmt_told; });
    if (gmt) return true;
    constexpr std::string_view kDayFirst[] = {"fr", "es", "it", "pt", "he", "tr", "ru", "uk",
                                              "de", "pl", "nl", "id", "ro", "el", "da", "nb",
                                              "no", "fi", "cs", "sk", "bg", "sr", "ca"};
    const bool european = std::find(std::begin(kDayFirst), std::end(kDayFirst),
                                    context_.language) != std::end(kDayFirst);
    if (context_.now && piece.year > context_.now->year) return false;
    return european && (piece.dotted || !clocks.empty() || end - begin > 1 || piece.weekday >= 0);
  }

  PartialTime without_year(const DatePiece& piece) const {
    PartialTime out;
    if (piece.day > days_in_month(2000, piece.month)) return out;
    out.month = static_cast<std::int8_t>(piece.month);
    out.day = static_cast<std::int8_t>(piece.day);
    if (!context_.now || !context_.now->has_date()) return out;
    const PartialTime& now = *context_.now;
    const std::int64_t today = days_from_civil(now.year, now.month, now.day);
    for (int year = now.year + 1; year >= now.year - 1; --year) {
      if (!is_news_date(year, piece.month, piece.day)) continue;
      if (days_from_civil(year, piece.month, piece.day) > today + 1) continue;
      if (piece.weekday >= 0 && weekday_of(year, piece.month, piece.day) != piece.weekday) continue;
      out.year = static_cast<std::int16_t>(year);
      break;
    }
    return out;
  }

  // `piece` tells the day of `entry`, made of `first`, in another calendar: the Gregorian one is
  // kept, and the two must be near each other.
  bool merge(Entry& entry, const DatePiece& first, const DatePiece& piece) {
    const bool keep_first = first.calendar == DateCalendar::gregorian;
    const DatePiece& told = keep_first ? first : piece;
    const DatePiece& other = keep_first ? piece : first;
    if (told.calendar != DateCalendar::gregorian || told.year == 0) return false;
    Entry gregorian = keep_first ? entry : entry_of(told, {}, 0, 0);
    if (gregorian.time.empty()) return false;
    if (other.year != 0) {
      const auto day = calendars_.to_gregorian(other.calendar, other.year, other.month, other.day);
      if (!day) return false;
      const auto days = [](const PartialTime& t) {
        return days_from_civil(t.year, t.month, t.day);
      };
      if (std::abs(days(*day) - days(gregorian.time)) > kCalendarDriftDaysMax) return false;
    }
    entry.time = gregorian.time;
    entry.needs_whole = gregorian.needs_whole;
    return true;
  }

  const DateTokens& tokens_;
  const DateContext& context_;
  DateCalendars& calendars_;
  std::vector<DatePiece> pieces_;
  std::vector<Entry> entries_;
  bool jalali_ = false;
};

FoundDate found_of(const Entry& entry, const DateTokens& tokens) {
  FoundDate found;
  found.offset = tokens.source_begin(entry.begin);
  found.length = tokens.source_end(entry.end - 1) - found.offset;
  found.time = entry.time;
  found.kind = entry.kind;
  return found;
}

// The entry that speaks for a short text, or null.
const Entry* choose(const std::vector<Entry>& entries, bool whole) {
  const Entry* plain = nullptr;
  const Entry* updated = nullptr;
  const bool dated =
      std::any_of(entries.begin(), entries.end(), [](const Entry& e) { return e.time.day != 0; });
  for (const Entry& entry : entries) {
    if (entry.needs_whole && !whole) continue;
    if (dated && entry.time.day == 0) continue;  // a bare clock beside a date
    if (entry.kind == DateKind::published) return &entry;
    if (entry.kind == DateKind::updated && updated == nullptr) updated = &entry;
    if (entry.kind != DateKind::plain) continue;
    if (plain == nullptr) {
      plain = &entry;
      continue;
    }
    const PartialTime& a = plain->time;
    const PartialTime& b = entry.time;
    if (a.year != b.year || a.month != b.month || a.day != b.day) return nullptr;
    if (!a.has_time() && b.has_time()) plain = &entry;
  }
  return plain != nullptr ? plain : updated;
}

std::optional<FoundDate> the_one(const std::vector<Entry>& entries, const Assembly& assembly,
                                 const DateTokens& tokens) {
  if (entries.empty()) return std::nullopt;
  const std::size_t unknown = assembly.unknown_words();
  if (unknown > kUnknownWordsMax) return std::nullopt;
  const Entry* chosen = choose(entries, unknown == 0);
  if (chosen == nullptr) return std::nullopt;
  return found_of(*chosen, tokens);
}

// But for bare clocks.
std::vector<FoundDate> all_with_days(const std::vector<Entry>& entries, const DateTokens& tokens) {
  std::vector<FoundDate> found;
  for (const Entry& entry : entries) {
    if (entry.time.day != 0) found.push_back(found_of(entry, tokens));
  }
  return found;
}

// What a machine wrote, but for numbers that may be anything.
std::optional<FoundDate> exact_date(std::string_view text) {
  const auto exact = parse_machine_date(text);
  if (!exact || !exact->has_date() || !is_news_date(exact->year, exact->month, exact->day)) {
    return std::nullopt;
  }
  const bool numeric_time = text.find_first_not_of("0123456789") == std::string_view::npos;
  if (numeric_time) return std::nullopt;
  FoundDate found;
  found.length = text.size();
  found.time = *exact;
  return found;
}

}  // namespace

std::optional<FoundDate> DateParser::parse(std::string_view text, const DateContext& context) {
  if (text.size() > kParsedBytesMax) return std::nullopt;
  if (auto exact = exact_date(text)) return exact;
  tokens_.refill(text, words_);
  if (auto relative = relative_date(tokens_, context)) {
    relative->length = text.size();
    return relative;
  }
  Assembly assembly(tokens_, context, calendars_);
  const std::vector<Entry> entries = assembly.run();
  return the_one(entries, assembly, tokens_);
}

std::vector<FoundDate> DateParser::find(std::string_view line, const DateContext& context) {
  if (!has_digit(line)) return {};
  tokens_.refill(line, words_);
  Assembly assembly(tokens_, context, calendars_);
  return all_with_days(assembly.run(), tokens_);
}

DateReading DateParser::read(std::string_view text, const DateContext& context) {
  DateReading reading;
  if (!has_digit(text)) {
    reading.whole = parse(text, context);
    return reading;
  }
  const bool parsed = text.size() <= kParsedBytesMax;
  if (parsed) reading.whole = exact_date(text);
  tokens_.refill(text, words_);
  Assembly assembly(tokens_, context, calendars_);
  const std::vector<Entry> entries = assembly.run();
  reading.found = all_with_days(entries, tokens_);
  if (!parsed || reading.whole) return reading;
  reading.whole = relative_date(tokens_, context);
  if (reading.whole) {
    reading.whole->length = text.size();
  } else {
    reading.whole = the_one(entries, assembly, tokens_);
  }
  return reading;
}

bool DateParser::is_date_line(std::string_view line, const DateContext& context) {
  if (line.size() > 256 || !has_digit(line)) return false;
  tokens_.refill(line, words_);
  Assembly assembly(tokens_, context, calendars_);
  return !assembly.run().empty() && assembly.unknown_words() == 0;
}

}  // namespace khabar
