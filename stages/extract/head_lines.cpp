#include "stages/extract/head_lines.h"

#include <algorithm>

#include "core/text/fold.h"
#include "core/text/utf8.h"
#include "stages/extract/head_lines_roles.h"
#include "stages/extract/head_lines_shapes.h"

namespace khabar {
namespace {

// Lines looked at: before the title of a page saved as text, behind a title, at the end.
constexpr std::size_t kNavLinesMax = 25;
constexpr std::size_t kHeadLinesMax = 6;
constexpr std::size_t kTailLinesMax = 5;
// Sizes in characters.
constexpr std::size_t kTitleMax = 180;
constexpr std::size_t kShortTitleMax = 100;  // longer ones must be followed by longer lines
constexpr std::size_t kBodyLineMin = 100;
constexpr std::size_t kBylineWordsMax = 14;
constexpr std::size_t kNameWordsMax = 6;
constexpr std::size_t kCaptionMax = 120;
// Captions without a word that says so; longer lines there are standfirsts, which are body.
constexpr std::size_t kBareCaptionMax = 80, kCaptionWordsMax = 9, kNamedCaptionWordsMax = 6;
constexpr std::size_t kStandfirstMax = 300;
constexpr std::size_t kSectionWordsMax = 3;
constexpr std::size_t kSignatureWordsMax = 5;

class Reading {
 public:
  Reading(std::vector<Paragraph>& lines, const HeadContext& context, const Bylines& bylines,
          DatelineParser& datelines, DateParser& dates)
      : lines_(lines),
        context_(context),
        bylines_(bylines),
        datelines_(datelines),
        dates_(dates),
        roles_(lines.size(), HeadRole::body) {
    date_context_.language = context.language;
    date_context_.now = context.now;
  }

  HeadFields run() {
    const std::size_t first = read_title();
    const std::size_t body = read_head(first);
    read_tail(body);
    if (body < lines_.size() && roles_[body] == HeadRole::body) cut_inline_dateline(body);
    finish_dates();
    return std::move(fields_);
  }

  const std::vector<HeadRole>& roles() const { return roles_; }
  std::size_t head_end() const { return head_end_; }

 private:
  std::string_view text(std::size_t i) const { return trim_blanks(lines_[i].text); }
  std::size_t size(std::size_t i) const { return count_code_points(text(i)); }

  bool is_date_line(std::size_t i) { return dates_.is_date_line(text(i), date_context_); }
  // "آخر تحديث:" alone, with its date on the next line.
  bool is_date_label(std::size_t i) {
    if (i + 1 >= lines_.size() || size(i) > 40 || count_folded_words(text(i)) > 3) return false;
    if (!is_date_line(i + 1)) return false;
    const std::string both = std::string(text(i)) + " " + std::string(text(i + 1));
    const auto found = dates_.parse(both, date_context_);
    return found && found->kind != DateKind::plain && dates_.is_date_line(both, date_context_);
  }

  bool is_title_like(std::size_t i) const {
    const std::size_t n = size(i);
    return n > 0 && n <= kTitleMax && has_letters_or_digits(i) && !ends_like_prose(text(i)) &&
           !is_markup(text(i));
  }
  bool has_letters_or_digits(std::size_t i) const {
    return !folded(text(i), FoldMarks::drop).empty();
  }

  // Sets the title and returns the line behind it; the first line of all when there is none.
  std::size_t read_title() {
    if (lines_.empty()) return 0;
    if (!context_.given_title.empty() || !context_.find_title) return skip_given_title();
    if (const std::size_t at = repeated_title(); at > 0) {
      take_before_title(at);
      set_title(at);
      return at + 1;
    }
    std::size_t at = 0;
    if (is_publisher(0)) {
      roles_[0] = HeadRole::site;
      at = 1;
    }
    if (at >= lines_.size()) return at;
    // A date may stand above the title.
    while (at + 1 < lines_.size() && at < 2 && (is_date_line(at) || is_date_label(at))) {
      take_date(at++);
    }
    if (opens_with_dateline(at) || !is_title_like(at) || !body_follows(at)) return at;
    if (opens_the_story(at)) return at;
    set_title(at);
    return at + 1;
  }

  // "Key points" above a list is a heading in the story; "Remember their slogan?" above another
  // short line is its first sentence. A question that is a headline has a lede below it.
  bool opens_the_story(std::size_t at) {
    if (at + 1 >= lines_.size()) return false;
    if (count_folded_words(text(at)) <= kSectionWordsMax && opens_list(text(at + 1))) return true;
    if (!ends_like_question(text(at))) return false;
    const std::size_t next = at + 1;
    return size(next) < kBodyLineMin && closes_sentence(text(next)) && !is_date_line(next) &&
           !is_credit(next);
  }
  // A byline or dateline with the line to itself.
  bool is_credit(std::size_t i) {
    const auto match = datelines_.parse(text(i));
    return (match && match->whole_line) || bylines_.by_length(text(i)) > 0;
  }

  void set_title(std::size_t at) {
    collapse_blanks(lines_[at].text, fields_.title);
    roles_[at] = HeadRole::title;
  }

  std::size_t skip_given_title() {
    const std::string given = folded(context_.given_title, FoldMarks::drop);
    for (std::size_t i = 0; i < std::min<std::size_t>(lines_.size(), 3); ++i) {
      if (given.empty() || folded(text(i), FoldMarks::drop) != given) continue;
      roles_[i] = HeadRole::title;
      fields_.title = std::string(context_.given_title);
      return i + 1;
    }
    return 0;
  }

  // A page saved as text begins with its <title>, "SITE - SECTION - TITLE", and tells the title
  // again above the story: that line, or 0.
  std::size_t repeated_title() const {
    if (lines_.size() < 3 || size(0) > 2 * kTitleMax) return 0;
    const std::string whole = folded(text(0), FoldMarks::keep);
    for (std::size_t i = 1; i < std::min(lines_.size() - 1, kNavLinesMax); ++i) {
      if (count_folded_words(text(i)) < 3) continue;
      const std::string key = folded(text(i), FoldMarks::keep);
      if (key.size() + 3 >= whole.size() || !whole.ends_with(key)) continue;
      std::string_view before = std::string_view(whole).substr(0, whole.size() - key.size());
      while (before.ends_with(' ')) before.remove_suffix(1);
      if (before.ends_with('-') || before.ends_with('|') || before.ends_with("•")) return i;
    }
    return 0;
  }

  void take_before_title(std::size_t title) {
    roles_[0] = HeadRole::site;
    for (std::size_t i = 1; i < title; ++i) {
      if (is_date_label(i)) {
        take_date_label(i);
        ++i;
      } else if (is_date_line(i)) {
        take_date(i);
      } else if (count_folded_words(text(i)) <= 6 || is_markup(text(i))) {
        roles_[i] = HeadRole::nav;
      }
    }
  }

  // The name of the paper alone on the first line: known, or said again on the last.
  bool is_publisher(std::size_t i) const {
    if (lines_.size() < 3 || count_folded_words(text(i)) > kSignatureWordsMax) return false;
    const std::string key = folded(text(i), FoldMarks::drop);
    const bool again = folded(text(lines_.size() - 1), FoldMarks::drop) == key && !key.empty();
    const bool known = bylines_.agencies().named_by(text(i)) != nullptr;
    return (again || known) && is_title_like(i + 1) && size(i + 1) > size(i) && body_follows(i + 1);
  }

  // Is what follows a story, longer than its title?
  bool body_follows(std::size_t title) const {
    std::size_t sum = 0, longest = 0, count = 0;
    for (std::size_t i = title + 1; i < lines_.size() && count < 12; ++i, ++count) {
      sum += size(i);
      longest = std::max(longest, size(i));
    }
    const std::size_t own = size(title);
    if (count == 0 || sum < 2 * own) return false;
    if (own > kShortTitleMax) return longest > own;
    return longest > own || count >= 4;
  }

  bool opens_with_dateline(std::size_t i) {
    const auto match = datelines_.parse(text(i));
    return match && !match->agency.empty() && (match->whole_line || size(i) > kTitleMax);
  }

  // The lines between title and body. Returns the first of the body.
  std::size_t read_head(std::size_t first) {
    std::size_t i = first;
    const std::size_t limit = std::min(lines_.size(), first + kHeadLinesMax);
    while (i < limit) {
      if (is_date_label(i)) {
        take_date_label(i);
        i += 2;
      } else if (is_date_line(i)) {
        take_date(i++);
      } else if (take_dateline(i) || take_byline(i, first)) {
        ++i;
      } else if (is_caption(i, first)) {
        roles_[i] = HeadRole::caption;
        if (fields_.caption.empty()) collapse_blanks(lines_[i].text, fields_.caption);
        ++i;
      } else if (is_standfirst(i, first)) {
        ++i;  // body, but not the end of the head
      } else {
        break;
      }
    }
    head_end_ = i;
    return i;
  }

  // A line of the body above the byline and the date.
  bool is_standfirst(std::size_t i, std::size_t first) {
    if (i != first || fields_.title.empty() || size(i) > kStandfirstMax) return false;
    for (std::size_t next = i + 1; next < std::min(lines_.size(), i + 3); ++next) {
      if (is_date_line(next) || is_date_label(next)) return true;
      if (size(next) > kCaptionMax || !is_credit(next)) return false;
    }
    return false;
  }

  void take_date_label(std::size_t i) {
    const std::string both = std::string(text(i)) + " " + std::string(text(i + 1));
    note_dates(both);
    roles_[i] = roles_[i + 1] = HeadRole::date;
  }

  void take_date(std::size_t i) {
    note_dates(text(i));
    roles_[i] = HeadRole::date;
  }

  void note_dates(std::string_view line) {
    const auto found = dates_.find(line, date_context_);
    for (const FoundDate& date : found) {
      auto& slot = date.kind == DateKind::updated ? modified_ : published_;
      if (!slot || (!slot->has_date() && date.time.has_date())) slot = date.time;
    }
    if (!found.empty()) return;
    // A time alone: of the day told elsewhere.
    if (const auto time = dates_.parse(line, date_context_); time && time->time.has_time()) {
      if (!clock_) clock_ = time->time;
    }
  }

  bool take_dateline(std::size_t i) {
    std::string_view line = text(i);
    const std::size_t controls = gallery_controls(line);
    line.remove_prefix(controls);
    if (count_code_points(line) > kCaptionMax) return false;
    const auto match = datelines_.parse(line);
    if (!match || !match->whole_line) return false;
    // A place alone is one only between title and story.
    const bool bare = match->agency.empty() && match->reporter.empty() && !match->date;
    if (bare && (i + 1 >= lines_.size() || size(i + 1) < kBodyLineMin || fields_.title.empty())) {
      return false;
    }
    note(*match);
    roles_[i] =
        match->place.empty() && match->agency.empty() ? HeadRole::byline : HeadRole::dateline;
    return true;
  }

  void note(const DatelineMatch& match) {
    if (fields_.dateline.place.empty()) fields_.dateline.place = match.place;
    if (fields_.dateline.agency.empty()) {
      fields_.dateline.agency = match.agency;
      fields_.agency_name = match.agency_name;
    }
    if (fields_.agency.empty()) fields_.agency = match.agency;
    if (!match.reporter.empty()) {
      add_authors(bylines_.split_author_list(match.reporter));
    }
    if (match.date && match.date->year > 0 && !published_) published_ = match.date;
  }

  void add_authors(const std::vector<std::string>& names) {
    for (const std::string& name : names) {
      const bool have =
          std::find(fields_.authors.begin(), fields_.authors.end(), name) != fields_.authors.end();
      if (!have) fields_.authors.push_back(name);
    }
  }

  bool take_byline(std::size_t i, std::size_t first) {
    std::string_view line = text(i);
    line.remove_prefix(gallery_controls(line));
    const std::size_t words = count_folded_words(line);
    if (words == 0 || words > kBylineWordsMax || size(i) > kCaptionMax) return false;
    if (i + 1 >= lines_.size()) return false;
    const std::size_t by = bylines_.by_length(line);
    const bool prose = ends_like_prose(line) && !line.ends_with(":");
    if (by > 0 && !prose) {
      const auto names = bylines_.authors_from_byline(line);
      const bool marked = line.substr(0, by).find_first_of(":-") != line.npos;
      const bool sure = marked || std::all_of(names.begin(), names.end(), [&](const auto& name) {
                          return bylines_.person_grade(name) != PersonGrade::no;
                        });
      if (!names.empty() && (sure && words <= kNameWordsMax + 4)) {
        add_authors(names);
        roles_[i] = HeadRole::byline;
        return true;
      }
    }
    // A name alone just below the title, or below the lines taken since.
    const bool below =
        i > 0 && (i == first ? !fields_.title.empty() : roles_[i - 1] != HeadRole::body);
    if (!below || prose || words > kNameWordsMax + 2) return false;
    const auto names = bylines_.authors_from_byline(line);
    const bool all = !names.empty() && names_fill(line, names);
    if (!all) return false;
    add_authors(names);
    roles_[i] = HeadRole::byline;
    return true;
  }

  // Do the names, with "and", dashes, agencies and marks of follow-up, make up the whole line?
  bool names_fill(std::string_view line, const std::vector<std::string>& names) const {
    std::size_t letters = 0;
    for (const std::string& name : names) letters += count_code_points(name);
    if (bylines_.person_grade(line) == PersonGrade::yes) return true;
    std::size_t rest = count_code_points(line) - std::min(count_code_points(line), letters);
    // "حنان الحامدي – عين اليوم": what stands behind the dash is an outlet or a follow-up.
    for (const std::string_view dash : {" – ", " - ", " — ", " | "}) {
      const std::size_t at = line.find(dash);
      if (at == line.npos) continue;
      const std::string_view behind = trim_blanks(line.substr(at + dash.size()));
      if (bylines_.agencies().named_by(behind) != nullptr || bylines_.is_follow_up(behind)) {
        return true;
      }
    }
    return rest <= 4 * names.size();
  }

  // A short line that cannot be of the body: the date stands below it, or the body begins with a
  // dateline below it, or it says that it is of a picture.
  bool is_caption(std::size_t i, std::size_t first) {
    if (fields_.title.empty() || size(i) > kCaptionMax || ends_like_prose(text(i))) return false;
    if (!holds_letters(text(i))) return false;
    if (starts_with_picture_word(text(i))) return true;
    const std::size_t words = count_folded_words(text(i));
    if (size(i) > kBareCaptionMax || words > kCaptionWordsMax) return false;
    for (std::size_t next = i + 1; next < std::min(lines_.size(), i + 3); ++next) {
      if (words <= kNamedCaptionWordsMax && is_date_line(next) && next <= first + 3) return true;
      if (size(next) > kCaptionMax) break;
    }
    if (i + 1 >= lines_.size() || size(i + 1) < kBodyLineMin) return false;
    const auto match = datelines_.parse(text(i + 1));
    return match && !match->agency.empty() && !match->whole_line;
  }

  void read_tail(std::size_t body) {
    std::size_t end = lines_.size();
    for (std::size_t n = 0; n < kTailLinesMax && end > body + 1; ++n) {
      if (!take_tail(end - 1)) break;
      --end;
    }
  }

  bool take_tail(std::size_t i) {
    const std::string_view line = text(i);
    if (size(i) > kCaptionMax) return false;
    if (is_end_mark(line)) {
      roles_[i] = HeadRole::signature;
      return true;
    }
    const std::size_t words = count_folded_words(line);
    if (words == 0) return false;
    if (roles_[0] == HeadRole::site &&
        folded(line, FoldMarks::drop) == folded(text(0), FoldMarks::drop)) {
      roles_[i] = HeadRole::site;
      if (fields_.agency.empty()) fields_.agency = std::string(line);
      return true;
    }
    if (is_date_line(i)) {
      take_date(i);
      return true;
    }
    if (words <= kSignatureWordsMax && take_signature(i)) return true;
    const bool person = words <= kNameWordsMax && fields_.authors.empty() &&
                        !ends_like_prose(line) && size(i - 1) >= kBodyLineMin &&
                        ends_like_prose(text(i - 1)) &&
                        bylines_.person_grade(line) == PersonGrade::yes;
    if (!person) return false;
    add_authors(bylines_.split_author_list(line));
    roles_[i] = HeadRole::byline;
    return true;
  }

  // "سيريانيوز", "(أ. ف. ب)", "--(بترا)": the whole line is agencies.
  bool take_signature(std::size_t i) {
    if (bylines_.agencies().named_by(text(i)) == nullptr) {
      const auto match = datelines_.parse(text(i));
      const bool signed_line = match && match->whole_line && !match->agency.empty() &&
                               match->place.empty() && match->reporter.empty() && !match->date;
      if (!signed_line) return false;
    }
    if (fields_.agency.empty()) {
      std::string_view name = text(i);
      static constexpr std::string_view kMarks = "-()[]*./|\"' ";
      while (!name.empty() && kMarks.find(name.front()) != kMarks.npos) name.remove_prefix(1);
      while (!name.empty() && kMarks.find(name.back()) != kMarks.npos) name.remove_suffix(1);
      fields_.agency = std::string(name);
    }
    roles_[i] = HeadRole::signature;
    return true;
  }

  void cut_inline_dateline(std::size_t i) {
    const auto match = datelines_.parse(lines_[i].text);
    if (!match || match->whole_line) return;
    note(*match);
    if (!context_.cut_inline_dateline || match->place.empty()) return;
    if (script_of(code_point_at(match->place, 0).value) == Script::latin) return;
    lines_[i].text =
        std::string(trim_blanks(std::string_view(lines_[i].text).substr(match->length)));
    lines_[i].markdown.clear();
  }

  void finish_dates() {
    if (clock_ && published_ && !published_->has_time() && !clock_->has_date()) {
      const PartialTime day = *published_;
      published_ = *clock_;
      published_->year = day.year, published_->month = day.month, published_->day = day.day;
    }
    if (published_ && published_->year > 0) fields_.published = published_->iso();
    if (modified_ && modified_->year > 0) fields_.modified = modified_->iso();
  }

  std::vector<Paragraph>& lines_;
  const HeadContext& context_;
  const Bylines& bylines_;
  DatelineParser& datelines_;
  DateParser& dates_;
  DateContext date_context_;
  std::vector<HeadRole> roles_;
  HeadFields fields_;
  std::optional<PartialTime> published_, modified_, clock_;
  std::size_t head_end_ = 0;
};

}  // namespace

HeadFields HeadLines::take(std::vector<Paragraph>& paragraphs, const HeadContext& context,
                           std::vector<Removed>* removed) {
  Reading reading(paragraphs, context, bylines_, datelines_, dates_);
  HeadFields fields = reading.run();
  const std::vector<HeadRole>& roles = reading.roles();
  std::size_t kept = 0;
  for (std::size_t i = 0; i < paragraphs.size(); ++i) {
    if (roles[i] == HeadRole::body) {
      if (kept != i) paragraphs[kept] = std::move(paragraphs[i]);
      ++kept;
      continue;
    }
    if (removed == nullptr) continue;
    const bool tail = i >= reading.head_end();
    removed->push_back({std::move(paragraphs[i].text), std::string(rule_of(roles[i], tail)),
                        tail ? "tail" : "head"});
  }
  paragraphs.resize(kept);
  return fields;
}

}  // namespace khabar
