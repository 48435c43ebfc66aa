#include "stages/extract/dateline.h"

#include <algorithm>
#include <vector>

#include "core/text/ascii.h"
#include "core/text/utf8.h"
#include "stages/extract/dateline_elements.h"
#include "stages/extract/dateline_fields.h"

namespace khabar {
namespace {

// What follows a bare place must be a lede: a headline is shorter than this.
constexpr std::size_t kLedeLettersMin = 70;
constexpr std::size_t kLedeWordsMin = 8;
// So long is no headline, whatever it begins with. Code points.
constexpr std::size_t kLongLedeLettersMin = 130;
constexpr std::size_t kDatelineFieldsMax = 5;
// An unknown place or a name beside an agency has no more words than this.
constexpr std::size_t kUnknownPlaceWordsMax = 3;

using Field = DatelineField;

bool is_latin(std::string_view text) {
  return !text.empty() && script_of(code_point_at(text, 0).value) == Script::latin;
}

bool is_capitals(std::string_view text) {
  bool letter = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (is_ascii_lower(c)) return false;
    letter = letter || is_ascii_upper(c);
  }
  return letter;
}

bool starts_with_capital(std::string_view text) {
  return !text.empty() && !is_ascii_lower(text[0]);
}

std::size_t count_words(std::string_view text) {
  std::size_t words = 0;
  bool inside = false;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\t';
    words += !blank && !inside;
    inside = !blank;
  }
  return words;
}

// One try: do fields [0, count) make a dateline?
class Attempt {
 public:
  Attempt(const std::vector<Field>& fields, std::size_t count, const HeadElements& elements,
          const DatelineFields& splitter, const Bylines& bylines)
      : fields_(fields),
        count_(count),
        elements_(elements),
        splitter_(splitter),
        bylines_(bylines) {}

  std::optional<DatelineMatch> run(std::string_view line) {
    const Field& last = fields_[count_ - 1];
    const auto& all = elements_.all();
    const std::size_t cut = last.behind < all.size() ? all[last.behind].begin : line.size();
    rest_ = last.behind < all.size() ? trim_blanks(line.substr(cut)) : std::string_view();
    whole_ = rest_.empty();
    if (!whole_ && last.after == 0) return std::nullopt;
    if (!whole_ && last.after != '-' && last.after != ':' && last.after != '/' &&
        last.after != ')' && last.after != '.' && last.after != '|') {
      return std::nullopt;
    }
    for (std::size_t i = 0; i < count_; ++i) {
      if (!collect(i)) return std::nullopt;
    }
    if (!holds()) return std::nullopt;
    match_.length = whole_ ? line.size() : cut;
    match_.whole_line = whole_;
    return std::move(match_);
  }

 private:
  const Field& field(std::size_t i) const { return fields_[i]; }

  bool collect(std::size_t i) {
    const Field& at = field(i);
    switch (at.kind) {
      case Field::prose:
        return false;
      case Field::place:
        if (at.bracketed && i > 0 && field(i - 1).kind == Field::place) {
          // "الدوحة (قنا)": a town's name too, but in brackets the agency.
          const HeadElement& name = elements_.all()[at.first];
          if (name.agency_name == nullptr || at.last != at.first + 1) return join_country(i);
          add_agency(name);
          quoted_agency_ = true;
          return true;
        }
        if (i > 0 && field(i - 1).kind == Field::place && places_ > 0) return join_place(i);
        // "نيويورك (الأمم المتحدة)" is one place; another place elsewhere makes two.
        if (places_ > 0) return false;
        return take_place(at);
      case Field::country:
        // "إل شاكو (الإكوادور)": a country in brackets behind a place or an unknown word.
        if (at.bracketed && i > 0 &&
            (field(i - 1).kind == Field::place || field(i - 1).kind == Field::words)) {
          return join_country(i);
        }
        country_ = true;
        if (places_ > 0) return false;
        return take_place(at);
      case Field::agency:
        return take_agencies(at);
      case Field::mixed:
        return take_mixed(at);
      case Field::date:
        take_date(at);
        return true;
      case Field::follow_up:
        follow_up_ = true;
        return i > 0 || count_ > 1;
      case Field::words:
        return take_words(i);
    }
    return false;
  }

  bool take_place(const Field& at) {
    std::size_t end = at.first;
    const auto& all = elements_.all();
    std::size_t begin = at.first;
    for (std::size_t i = at.first; i < at.last; ++i) {
      if (all[i].kind == HeadElement::date) {
        match_.date = all[i].time;
        dated_ = true;
        if (end == at.first) begin = i + 1;
      } else if (all[i].kind != HeadElement::mark && !leads_to_date(i, at.last)) {
        end = i + 1;
      }
    }
    match_.place = with_dot(begin, end);
    place_first_ = begin;
    ++places_;
    strong_place_ = at.strong;
    world_ = at.world;
    with_country_ = at.with_country;
    return !match_.place.empty();
  }

  // "أبوظبي في 16 مايو": the word between place and date.
  bool leads_to_date(std::size_t i, std::size_t last) const {
    const auto& all = elements_.all();
    if (all[i].kind != HeadElement::word || i + 1 >= last) return false;
    if (all[i + 1].kind != HeadElement::date) return false;
    return (bylines_.words().senses(elements_.key(i, i + 1)) & BylineWords::not_in_names) != 0;
  }

  // "Calif." keeps its dot.
  std::string with_dot(std::size_t begin, std::size_t end) const {
    const auto& all = elements_.all();
    std::string out(splitter_.text(begin, end));
    const bool region = end > begin && all[end - 1].place_name != nullptr &&
                        all[end - 1].place_name->region && is_latin(out) && end - begin > 1;
    if (region && end < all.size() && all[end].kind == HeadElement::mark && all[end].sign == '.' &&
        !all[end].blank_before) {
      out += '.';
    }
    return out;
  }

  // "طهران - لندن", "München/London": one place field of two.
  bool join_place(std::size_t i) {
    const Field& at = field(i);
    if (at.before != '-' && at.before != '/' && at.before != ',') return false;
    match_.place = std::string(splitter_.text(place_first_, at.last));
    two_places_ = true;
    slash_ = at.before == '/';
    // "جدة - المدينة": the second is a paper's name too.
    const HeadElement& name = elements_.all()[at.first];
    if (name.agency_name != nullptr) second_paper_ = i;
    ++places_;
    return true;
  }

  bool join_country(std::size_t i) {
    const auto& all = elements_.all();
    const std::size_t first = field(i - 1).first;
    // With its closing bracket.
    const std::size_t close = std::min(field(i).last + 1, all.size());
    match_.place = std::string(splitter_.text(first, close));
    if (field(i - 1).kind == Field::words) {
      unknown_ = 0;
      maybe_person_ = false;
      match_.reporter.clear();
      persons_ = 0;
      places_ = 1;
      guessed_place_ = true;
    }
    with_country_ = true;
    return true;
  }

  bool take_agencies(const Field& at) {
    const auto& all = elements_.all();
    for (std::size_t i = at.first; i < at.last; ++i) {
      if (all[i].kind == HeadElement::agency) add_agency(all[i]);
    }
    quoted_agency_ = quoted_agency_ || at.quoted || at.bracketed;
    return true;
  }

  void add_agency(const HeadElement& element) {
    const Agency& agency = bylines_.agencies()[element.agency_name->agency];
    const std::string_view shown =
        elements_.head().substr(element.begin, element.end - element.begin);
    if (!match_.agency.empty()) {
      match_.agency += " / ";
      match_.agency_name += " / ";
    }
    match_.agency += shown;
    match_.agency_name += agency.name;
    ++agencies_;
    strong_agency_ = strong_agency_ || !element.agency_name->weak;
    outlet_ = outlet_ || agency.outlet;
  }

  // PLACE DATE AGENCY
  bool take_mixed(const Field& at) {
    const auto& all = elements_.all();
    std::size_t end = at.first;
    bool comma = false;
    for (std::size_t i = at.first; i < at.last; ++i) {
      switch (all[i].kind) {
        case HeadElement::place:
          if (agencies_ > 0 || dated_) return false;
          end = i + 1;
          comma = false;
          break;
        case HeadElement::date:
          match_.date = all[i].time;
          dated_ = true;
          break;
        case HeadElement::agency:
          // "Jakarta, CNN Indonesia": without a date the comma must part them.
          if (!dated_ && !comma) return false;
          add_agency(all[i]);
          break;
        case HeadElement::mark:
          comma = comma || all[i].sign == ',';
          break;
        case HeadElement::word:
          break;
      }
    }
    if (end > at.first) {
      match_.place = with_dot(at.first, end);
      ++places_;
      strong_place_ = true;
    }
    return true;
  }

  void take_date(const Field& at) {
    for (std::size_t i = at.first; i < at.last; ++i) {
      if (elements_.all()[i].kind != HeadElement::date) continue;
      match_.date = elements_.all()[i].time;
      dated_ = true;
    }
  }

  // A person, an unknown place, an unknown agency between brackets or quotes.
  bool take_words(std::size_t i) {
    const Field& at = field(i);
    const std::string_view shown = splitter_.text(at);
    if (at.quoted || at.bracketed) {
      if (at.word_count > 4 || !match_.agency.empty()) return false;
      match_.agency = match_.agency_name = std::string(shown);
      unknown_agency_ = true;
      quoted_words_ = at.quoted;
      return true;
    }
    const PersonGrade person = splitter_.person_grade(at);
    if (person == PersonGrade::yes) {
      if (persons_ + unknown_ > 0) return false;
      match_.reporter = std::string(shown.substr(bylines_.by_length(shown)));
      ++persons_;
      return true;
    }
    if (at.word_count > 7 || unknown_ + persons_ > 0) return false;
    unknown_field_ = i;
    maybe_person_ = person == PersonGrade::maybe;
    ++unknown_;
    return true;
  }

  bool lede_follows() const {
    return count_code_points(rest_) >= kLedeLettersMin && count_words(rest_) >= kLedeWordsMin;
  }

  bool holds() {
    if (second_paper_ != 0 && agencies_ == 0 && persons_ + unknown_ == 0 && whole_) {
      const HeadElement& name = elements_.all()[field(second_paper_).first];
      match_.place = std::string(splitter_.text(field(second_paper_ - 1)));
      two_places_ = false;
      add_agency(name);
    }
    if (agencies_ > 0) return agency_holds();
    if (unknown_agency_) return unknown_agency_holds();
    if (persons_ + unknown_ > 0) return reporter_holds();
    return place_holds();
  }

  bool agency_holds() {
    if (unknown_agency_) return false;
    // Two places before an agency are one: "طهران - لندن: «الشرق الأوسط»".
    const bool beside = places_ > 0 || follow_up_ || agencies_ > 1 || unknown_ + persons_ > 0;
    if (!strong_agency_ && !(beside || (quoted_agency_ && whole_))) return false;
    const char behind = fields_[count_ - 1].after;
    // "المنامة في 23 نوفمبر / بنا /": nobody dates an everyday word.
    const bool placed = strong_place_ && (behind == '-' || dated_);
    if (!strong_agency_ && !whole_ && !quoted_agency_ && !placed) return false;
    if (unknown_ > 0 && !take_unknown_beside_agency()) return false;
    if (persons_ > 0 && !whole_ && places_ == 0) return false;
    if (country_ && !whole_ && field(0).kind == Field::country && places_ > 1) return false;
    if (whole_) return true;
    if (follow_up_ && places_ == 0) return false;
    if (places_ > 0 || dated_) return true;
    // An agency alone before its text: "(CNN)--", "شفق نيوز/", "سانا -".
    const bool bracket = fields_[count_ - 1].bracketed;
    if (bracket || behind == '-' || behind == '/') return count_words(rest_) >= 3;
    // "رويترز: ..." is how headlines and quotes begin; a lede is longer.
    return behind == ':' && count_code_points(rest_) >= kLongLedeLettersMin;
  }

  // "لاهاي–سانا" with a place that no table knows, or "حنان الحامدي – عين اليوم".
  bool take_unknown_beside_agency() {
    if (places_ > 0) {
      // The place is known: the words are a reporter's name, of a line of its own.
      if (!whole_ || !maybe_person_) return false;
      match_.reporter = std::string(splitter_.text(field(unknown_field_)));
      return true;
    }
    const Field& at = field(unknown_field_);
    if (outlet_ && maybe_person_ && whole_) {
      match_.reporter = std::string(splitter_.text(at));
      return true;
    }
    const std::string_view shown = splitter_.text(at);
    if (at.word_count > kUnknownPlaceWordsMax || !strong_agency_) return false;
    // In prose, "قالت الوكالة (سانا) إن", only a dash behind the agency makes a dateline.
    if (!whole_ && (fields_[count_ - 1].after != '-' || unknown_field_ > 0)) return false;
    // "رويترز: النفط يصعد" is a headline; "سانا - عين الزهور" is not.
    if (unknown_field_ > 0 && (at.before == ':' || at.word_count > 2)) return false;
    if (is_latin(shown) ? !starts_with_capital(shown) : !maybe_place(at)) return false;
    match_.place = std::string(shown);
    ++places_;
    return true;
  }

  // No function word, no verb, no news word stands in the name of a place.
  bool maybe_place(const Field& at) const {
    for (std::size_t i = at.first; i < at.last; ++i) {
      const HeadElement& element = elements_.all()[i];
      if (element.kind == HeadElement::agency) return false;
      if (element.kind != HeadElement::word) continue;
      const std::string key = elements_.key(i, i + 1);
      const std::uint16_t senses = bylines_.words().senses(key);
      const bool verb = i > at.first && (key.starts_with("ي") || key.starts_with("ت"));
      if (verb || (senses & (BylineWords::not_in_names | BylineWords::organisation)) != 0)
        return false;
    }
    return true;
  }

  // "لندن: «صحيفة»", "Kiel (dpo) -": an agency that no table knows, in its brackets.
  bool unknown_agency_holds() const {
    if (persons_ + unknown_ > 0 || places_ == 0 || country_) return false;
    const Field& last = fields_[count_ - 1];
    if (quoted_words_) return whole_ && last.quoted && strong_place_ && count_ == 2;
    const bool one_word = last.bracketed && last.word_count == 1 && is_latin(splitter_.text(last));
    return one_word && last.after == '-' && (whole_ || count_words(rest_) >= 3);
  }

  // PLACE: REPORTER, REPORTER - PLACE, of a line of its own.
  bool reporter_holds() {
    if (!whole_ || places_ == 0 || (country_ && !with_country_)) return false;
    if (unknown_ > 0) {
      // Only the order PLACE: NAME makes a person of words that might be anything.
      const Field& at = field(unknown_field_);
      const bool colon = at.before == ':' && unknown_field_ > 0;
      const bool from = at.after == 'f';  // NAME "من" PLACE
      if (!(colon || from) || !maybe_person_ || at.word_count > 4) return false;
      match_.reporter = std::string(splitter_.text(at));
    }
    return true;
  }

  bool place_holds() const {
    if (places_ == 0) return false;
    const Field& last = fields_[count_ - 1];
    if (dated_) return whole_ || (last.after == '-' && count_words(rest_) >= 3 && strong_place_);
    if (follow_up_) return whole_;
    if (country_ || world_ || !strong_place_ || guessed_place_) return false;
    if (two_places_ && !(slash_ && is_latin(match_.place) && last.after == '-')) return false;
    if (whole_) return true;
    if (field(0).first > 0 || !lede_follows() || next_is_place()) return false;
    const bool latin = is_latin(match_.place);
    if (latin && !starts_with_capital(rest_)) return false;
    if (last.after == '-') {
      // In Latin a hyphen must stand free, in Arabic it may be glued to the place.
      return !latin || (last.blank_before_sep && last.blank_after_sep) || is_capitals(match_.place);
    }
    return last.after == ':' && latin && last.blank_after_sep && !last.bracketed;
  }

  bool next_is_place() const {
    const auto& all = elements_.all();
    const std::size_t behind = fields_[count_ - 1].behind;
    if (behind >= all.size() || all[behind].kind != HeadElement::place) return false;
    // "Paris - Nice: the race"; but a long lede may begin with a place.
    const bool marked = behind + 1 < all.size() && all[behind + 1].kind == HeadElement::mark;
    return marked || (!is_latin(match_.place) && count_code_points(rest_) < kLongLedeLettersMin);
  }

  const std::vector<Field>& fields_;
  const std::size_t count_;
  const HeadElements& elements_;
  const DatelineFields& splitter_;
  const Bylines& bylines_;
  DatelineMatch match_;
  std::string_view rest_;
  bool whole_ = false;
  std::size_t places_ = 0, agencies_ = 0, persons_ = 0, unknown_ = 0;
  std::size_t place_first_ = 0, unknown_field_ = 0, second_paper_ = 0;
  bool strong_place_ = false, strong_agency_ = false, outlet_ = false, country_ = false;
  bool world_ = false, two_places_ = false, slash_ = false, with_country_ = false;
  bool dated_ = false, follow_up_ = false, maybe_person_ = false;
  bool guessed_place_ = false;  // an unknown word with its country in brackets
  bool unknown_agency_ = false, quoted_words_ = false, quoted_agency_ = false;
};

}  // namespace

std::optional<DatelineMatch> DatelineParser::parse(std::string_view line) {
  // "By John Doe, PARIS, Jan 3 (AFP) -"
  const std::size_t comma = line.find(',');
  const std::size_t by =
      comma == std::string_view::npos ? 0 : bylines_.by_length(line.substr(0, comma));
  if (by > 0) {
    auto match = parse_places(line.substr(comma + 1));
    if (!match || match->place.empty() || !match->reporter.empty()) return std::nullopt;
    match->reporter = std::string(trim_blanks(line.substr(by, comma - by)));
    match->length += comma + 1;
    return match;
  }
  return parse_places(line);
}

std::optional<DatelineMatch> DatelineParser::parse_places(std::string_view line) {
  elements_.refill(line, bylines_.agencies(), places_, dates_);
  if (elements_.opens_with_prose()) return std::nullopt;
  const DatelineFields splitter(elements_, bylines_);
  const std::vector<Field> fields = splitter.split();
  // Nothing is a dateline with prose in it, nor without an agency or a place.
  std::size_t count = std::min<std::size_t>(fields.size(), kDatelineFieldsMax);
  for (std::size_t i = count; i > 0; --i) {
    if (fields[i - 1].kind == Field::prose) count = i - 1;
  }
  const auto names_any = std::find_if(fields.begin(), fields.end(), [](const Field& field) {
    return field.kind == Field::agency || field.kind == Field::mixed ||
           field.kind == Field::place || field.kind == Field::country;
  });
  const auto needed = static_cast<std::size_t>(names_any - fields.begin()) + 1;
  // The longest dateline wins: "دبي (CNN) --" before "دبي".
  for (; count >= needed; --count) {
    if (auto match = Attempt(fields, count, elements_, splitter, bylines_).run(line)) return match;
  }
  return std::nullopt;
}

}  // namespace khabar
