#include "stages/extract/dateline_fields.h"

#include <algorithm>

#include "core/text/utf8.h"

namespace khabar {
namespace {

constexpr std::size_t kFieldWordsMax = 10;

bool is_open(char c) {
  return c == '(' || c == '[' || c == '{';
}
bool is_close(char c) {
  return c == ')' || c == ']' || c == '}';
}
bool is_mark(const HeadElement& element, char sign) {
  return element.kind == HeadElement::mark && element.sign == sign;
}

}  // namespace

bool DatelineFields::is_from(const HeadElement& element) const {
  if (element.kind != HeadElement::word) return false;
  const std::string_view shown =
      elements_.head().substr(element.begin, element.end - element.begin);
  return shown == "من" || shown == "aus" || shown == "from";
}

// A day or month of one or two digits.
bool DatelineFields::is_number(const HeadElement& element) const {
  const std::string_view shown =
      elements_.head().substr(element.begin, element.end - element.begin);
  return shown.size() <= 4 && folded(shown).find_first_not_of("0123456789") == std::string::npos;
}

// "الدوحة في 3 مايو", "Paris, le 3 mai"
bool DatelineFields::is_before_date(const HeadElement& element) const {
  static constexpr std::string_view kWords[] = {"في", "يوم", "le", "on", "den", "am", "el", "del"};
  const std::string_view shown =
      elements_.head().substr(element.begin, element.end - element.begin);
  return std::find(std::begin(kWords), std::end(kWords), shown) != std::end(kWords);
}

bool DatelineFields::is_separator(std::size_t i) const {
  const auto& all = elements_.all();
  if (all[i].kind != HeadElement::mark) return false;
  const char sign = all[i].sign;
  // "РИА Новости. Президент": the dot behind an agency ends the dateline.
  if (sign == '.') {
    return i > 0 && i + 1 < all.size() && all[i - 1].kind == HeadElement::agency &&
           all[i + 1].blank_before && all[i + 1].kind == HeadElement::word;
  }
  if (sign == '-') {
    // Inside a Latin word it is a hyphen, but beside an agency ("LONDON-Reuters").
    const bool glued = i > 0 && i + 1 < all.size() && !all[i].blank_before &&
                       !all[i + 1].blank_before && all[i - 1].kind == HeadElement::word &&
                       all[i + 1].kind == HeadElement::word;
    return !glued || static_cast<unsigned char>(elements_.head()[all[i - 1].begin]) >= 0x80;
  }
  return sign == ':' || sign == '/' || sign == '|' || sign == '"' || is_open(sign) ||
         is_close(sign) || sign == '*' || sign == '<' || sign == '>' || sign == '?';
}

std::string_view DatelineFields::text(std::size_t first, std::size_t last) const {
  if (first >= last) return {};
  const auto& all = elements_.all();
  return trim_blanks(
      elements_.head().substr(all[first].begin, all[last - 1].end - all[first].begin));
}

std::vector<DatelineField> DatelineFields::split() const {
  const auto& all = elements_.all();
  std::vector<DatelineField> fields;
  std::size_t i = 0;
  char before = 0;
  char bracket = 0;
  while (i < all.size() && fields.size() < kFieldsMax) {
    DatelineField field;
    field.before = before;
    field.first = i;
    bool from = false;
    std::size_t words = 0;
    while (i < all.size() && !is_separator(i)) {
      // "«الاقتصادية» من الرياض", "أحمد علي من جدة": the place behind "من" is a field.
      from = is_from(all[i]) && i + 1 < all.size() && all[i + 1].kind == HeadElement::place &&
             (i + 2 == all.size() || is_separator(i + 2)) &&
             (i > field.first || (!fields.empty() && words == 0)) && words <= 4;
      if (from) break;
      ++words;
      ++i;
    }
    field.last = i;
    field.bracketed = bracket != 0 && bracket != '"';
    field.quoted = bracket == '"';
    // The separator: a run of marks, of which the strongest counts.
    char sep = from ? 'f' : 0;
    if (from) ++i;
    field.blank_before_sep = i < all.size() && all[i].blank_before;
    while (i < all.size() && !from &&
           (is_separator(i) || is_mark(all[i], '.') || is_mark(all[i], ','))) {
      const char sign = all[i].sign;
      if (sign == '"') {
        bracket = bracket == '"' ? '\0' : '"';
      } else if (is_open(sign)) {
        bracket = sign;
      } else if (is_close(sign)) {
        bracket = 0;
      }
      const bool opens = is_open(sign) || (sign == '"' && bracket == '"');
      if (sep == 0 || sign == '-' || (sign == ':' && sep != '-')) sep = sign;
      ++i;
      if (opens) break;
    }
    field.blank_after_sep = i < all.size() && all[i].blank_before;
    field.after = sep;
    field.behind = i;
    before = sep;
    classify(field);
    if (field.first == field.last) continue;
    fields.push_back(field);
    // No dateline reaches over prose: what follows is not asked for.
    if (field.kind == DatelineField::prose) break;
  }
  return fields;
}

void DatelineFields::classify(DatelineField& field) const {
  const auto& all = elements_.all();
  while (field.first < field.last && all[field.first].kind == HeadElement::mark) ++field.first;
  while (field.last > field.first && all[field.last - 1].kind == HeadElement::mark) --field.last;
  std::size_t places = 0, countries = 0, agencies = 0, dates = 0, numbers = 0;
  bool strong_place = false, strong_agency = false, odd_mark = false;
  for (std::size_t i = field.first; i < field.last; ++i) {
    const HeadElement& at = all[i];
    switch (at.kind) {
      case HeadElement::mark:
        odd_mark = odd_mark || (at.sign != ',' && at.sign != '.');
        break;
      case HeadElement::date:
        ++dates;
        break;
      case HeadElement::agency:
        if (at.agency_name->weak && at.place_name != nullptr && at.place_name->city) {
          ++places;
        } else {
          ++agencies;
          strong_agency = strong_agency || !at.agency_name->weak;
        }
        break;
      case HeadElement::place: {
        const PlaceName& name = *at.place_name;
        const bool only_country = (name.country || name.region) && !name.city && !name.world;
        // "دبي، الإمارات", "HAYWARD, Calif."
        if (places > 0 && (name.country || name.region)) {
          field.with_country = true;
        } else if (only_country) {
          ++countries;
        } else {
          ++places;
          field.world = field.world || name.world;
          strong_place = strong_place || (name.city && !name.weak && !name.country);
        }
        break;
      }
      case HeadElement::word:
        if (is_number(at)) {
          ++numbers;
        } else if (i + 1 >= field.last || all[i + 1].kind != HeadElement::date ||
                   !is_before_date(at)) {
          ++field.word_count;
        }
        break;
    }
  }
  // "الكويت - 15 - 5 (كونا)": day and month between dashes. Elsewhere a number is a word.
  const bool lone_number = numbers == 1 && field.last - field.first == 1;
  if (!lone_number) field.word_count += numbers;
  field.dated = dates > 0;
  field.strong = agencies > 0 ? strong_agency : (strong_place || field.with_country);
  const std::string_view shown = text(field);
  if (odd_mark || field.first == field.last) {
    field.kind = DatelineField::prose;
  } else if (bylines_.is_follow_up(shown)) {
    field.kind = DatelineField::follow_up;
  } else if (field.word_count == 0 && agencies > 0 && places + countries + dates == 0) {
    field.kind = DatelineField::agency;
  } else if (field.word_count == 0 && agencies > 0) {
    field.kind = DatelineField::mixed;
  } else if (field.word_count == 0 && places > 0) {
    field.kind = places == 1 ? DatelineField::place : DatelineField::prose;
  } else if (field.word_count == 0 && countries > 0 && dates == 0) {
    field.kind = DatelineField::country;
  } else if (field.word_count == 0 && (dates > 0 || lone_number)) {
    field.kind = DatelineField::date;
  } else {
    const std::size_t size = field.word_count + agencies + places + countries;
    field.kind = size > kFieldWordsMax || dates > 0 ? DatelineField::prose : DatelineField::words;
    field.word_count = size;
  }
}

PersonGrade DatelineFields::person_grade(const DatelineField& field) const {
  const auto names = bylines_.split_author_list(text(field));
  PersonGrade grade = names.empty() ? PersonGrade::no : PersonGrade::yes;
  for (const std::string& name : names) grade = std::min(grade, bylines_.person_grade(name));
  return grade;
}

}  // namespace khabar
