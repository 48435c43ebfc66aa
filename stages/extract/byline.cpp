#include "stages/extract/byline.h"

#include <algorithm>
#include <array>
#include <bitset>

#include "core/text/ascii.h"
#include "core/text/fold.h"
#include "core/text/utf8.h"
#include "stages/extract/toml_strings.h"

namespace khabar {
namespace {

// Longer is prose; names and lists of names are shorter.
constexpr std::size_t kBylineBytesMax = 600;
constexpr std::size_t kNameBytesMax = 96;
constexpr std::size_t kAuthorsMax = 16;

constexpr std::array kLists = std::to_array<std::pair<std::string_view, BylineWords::Sense>>({
    {"by", BylineWords::by},
    {"and", BylineWords::conjunction},
    {"titles", BylineWords::title},
    {"roles", BylineWords::role},
    {"follow_ups", BylineWords::follow_up},
    {"organisations", BylineWords::organisation},
    {"not_in_names", BylineWords::not_in_names},
    {"particles", BylineWords::particle},
    {"given_names", BylineWords::given_name},
});

std::string_view trim_marks(std::string_view text) {
  static constexpr std::string_view kEdge = " \t\r\n,;:-|*/.()[]\"'_";
  const auto strip = [&](bool front) {
    while (!text.empty()) {
      const std::string_view trimmed = trim_blanks(text);
      if (trimmed.size() != text.size()) {
        text = trimmed;
        continue;
      }
      const char edge = front ? text.front() : text.back();
      // A closing dot belongs to "Jr." and to initials.
      const bool initial = !front && edge == '.' && text.size() > 1 &&
                           (text.size() < 4 || text[text.size() - 3] == ' ' ||
                            text[text.size() - 4] == ' ' || text[text.size() - 3] == '.');
      if (kEdge.find(edge) == std::string_view::npos || initial) break;
      front ? text.remove_prefix(1) : text.remove_suffix(1);
    }
  };
  strip(true);
  strip(false);
  if (text.empty() || (text.front() >= 0 && text.back() >= 0)) return text;
  for (const std::string_view mark : {"«", "»", "“", "”", "–", "—", "•", "،", "ـ", "؛"}) {
    while (text.starts_with(mark)) text = trim_blanks(text.substr(mark.size()));
    while (text.ends_with(mark)) text = trim_blanks(text.substr(0, text.size() - mark.size()));
  }
  return text;
}

std::vector<std::string_view> split_words(std::string_view key) {
  std::vector<std::string_view> out;
  while (!key.empty()) {
    const std::size_t end = std::min(key.find(' '), key.size());
    if (end > 0) out.push_back(key.substr(0, end));
    key.remove_prefix(std::min(end + 1, key.size()));
  }
  return out;
}

// Cuts `text` at each of `marks`; a mark of one dash needs blanks on both sides.
std::vector<std::string_view> split_at(std::string_view text,
                                       std::initializer_list<std::string_view> marks) {
  std::vector<std::string_view> out;
  std::bitset<256> firsts;
  for (const std::string_view mark : marks) firsts.set(static_cast<unsigned char>(mark[0]));
  std::size_t start = 0;
  for (std::size_t i = 0; i < text.size();) {
    if (!firsts[static_cast<unsigned char>(text[i])]) {
      ++i;
      continue;
    }
    std::size_t size = 0;
    for (const std::string_view mark : marks) {
      if (text.substr(i).starts_with(mark)) size = std::max(size, mark.size());
    }
    if (size == 0) {
      ++i;
      continue;
    }
    out.push_back(text.substr(start, i - start));
    start = i += size;
  }
  out.push_back(text.substr(start));
  return out;
}

bool has_any(std::string_view text, std::string_view chars) {
  return text.find_first_of(chars) != std::string_view::npos;
}

bool is_arabic(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint point = code_point_at(text, i);
    const Script script = script_of(point.value);
    if (script == Script::arabic) return true;
    if (script == Script::latin) return false;
    i += point.size;
  }
  return false;
}

// Does each word begin with a capital, but for particles? Of scripts that have capitals.
bool is_capitalised(std::string_view name, const BylineWords& words) {
  std::size_t capitals = 0;
  for (const std::string_view word : split_words(name)) {
    const std::string key = folded(word, FoldMarks::drop);
    if (key.empty()) continue;
    std::string first;
    append_utf8(code_point_at(word, 0).value, first);
    const std::string low = folded(first, FoldMarks::keep);
    const bool capital = !low.empty() && low != first;
    if (capital) {
      ++capitals;
    } else if ((words.senses(key) & BylineWords::particle) == 0) {
      return false;
    }
  }
  return capitals >= 2;
}

// A civil title ("frau", "mrs") with a single word behind it is a name of its own.
bool is_handle_of_title(std::string_view key, std::size_t title_end) {
  const std::string_view title = key.substr(0, title_end);
  for (const std::string_view civil :
       {"frau", "herr", "mr", "mrs", "ms", "miss", "madame", "sir", "lady"}) {
    if (title == civil) return key.find(' ', title_end + 1) == std::string_view::npos;
  }
  return false;
}

// Of a folded word that no list knows. Verbs, verbal nouns, plurals, feminine adjectives, adverbs
// and prepositions grown together with their article have shapes that names seldom have.
bool may_be_arabic_name(std::string_view word) {
  const std::size_t letters = count_code_points(word);
  if (letters < 2) return false;
  const bool article = word.starts_with("ال");
  if (word.starts_with("لل") || word.starts_with("بال") || word.starts_with("وال")) return false;
  if (article) return letters > 4;
  // "ينتحر", "تحسين"; "انتحار", "ايقاف", "اجلاء"; "سياره", "احتجاجات", "شنقا".
  if (word.starts_with("ي") || word.starts_with("ت")) return false;
  if (word.ends_with("ه") || word.ends_with("ء")) return false;
  if (letters >= 5 && word.ends_with("ات")) return false;
  if (letters == 4 && word.ends_with("ا")) return false;
  const bool masdar =
      letters >= 5 && word.starts_with("ا") && word.substr(word.size() - 4, 2) == "ا";
  return !masdar;
}

}  // namespace

Result<BylineWords> BylineWords::from_toml(const TomlValue& root) {
  BylineWords out;
  for (const auto& [key, sense] : kLists) {
    auto names = toml_strings(root, key, true);
    if (!names) return tl::unexpected(names.error());
    for (const std::string& name : *names) {
      if (std::uint16_t* senses = out.phrases_.add(name, 0)) {
        *senses = static_cast<std::uint16_t>(*senses | sense);
      }
    }
  }
  return out;
}

Result<BylineWords> BylineWords::load(const std::string& path) {
  auto root = load_toml(path);
  if (!root) return tl::unexpected(root.error());
  return from_toml(*root);
}

// Nearly no text does, and its first word tells.
bool Bylines::may_open_with_phrase(std::string_view text) const {
  const std::string_view lead = text.substr(0, text.find(' '));
  if (lead.size() > kNameBytesMax) return true;
  const std::string key = folded(lead, FoldMarks::drop);
  const std::string_view first = std::string_view(key).substr(0, key.find(' '));
  return first.empty() || words_.words_max_from(first) > 0;
}

std::size_t Bylines::by_length(std::string_view text) const {
  if (text.size() > kBylineBytesMax || !may_open_with_phrase(text)) return 0;
  FoldedText key;
  fold_with_map(text, FoldMarks::drop, key);
  std::size_t best = 0, end = 0;
  for (std::size_t n = 0; n < words_.words_max() && end < key.key.size(); ++n) {
    end = std::min(key.key.find(' ', end == 0 ? 0 : end + 1), key.key.size());
    const bool by =
        (words_.senses(std::string_view(key.key).substr(0, end)) & BylineWords::by) != 0;
    if (by) best = end;
  }
  if (best == 0 || best >= key.key.size()) return 0;
  // Nothing but marks may stand before the word.
  const std::string_view lead = text.substr(0, key.source_begin(0));
  if (lead.size() > 8) return 0;
  return key.source_begin(best + 1);
}

bool Bylines::is_follow_up(std::string_view text) const {
  if (text.size() > kNameBytesMax) return false;
  return (words_.senses(folded(text, FoldMarks::drop)) & BylineWords::follow_up) != 0;
}

// "PhD", "M.D.", "DACVB": short, dotted or in capitals.
bool Bylines::is_credential(std::string_view part) {
  part = trim_blanks(part);
  if (part.empty() || part.size() > 14) return false;
  std::size_t letters = 0, capitals = 0;
  for (const char c : part) {
    const bool capital = is_ascii_upper(c);
    if (!is_ascii_letter(c) && c != '.' && c != '-' && c != ' ') return false;
    letters += is_ascii_letter(c);
    capitals += capital;
  }
  const bool one_word = part.find(' ') == part.npos;
  const bool dotted = one_word && part.find('.') != part.npos && letters <= 6;
  return letters >= 2 && ((capitals == letters && letters <= 6) || (dotted && capitals >= 1) ||
                          part == "PhD" || part == "MSc" || part == "BSc" || part == "DPhil");
}

bool Bylines::is_role(std::string_view part) const {
  const std::string key = folded(part, FoldMarks::drop);
  if ((words_.senses(key) & (BylineWords::role | BylineWords::follow_up)) != 0) return true;
  // "BBC News, Cairo correspondent": a role closes the part.
  const auto words = split_words(key);
  if (words.size() < 2) return false;
  return (words_.senses(words.back()) & BylineWords::role) != 0 && words.size() <= 5 &&
         !is_arabic(part);
}

// Without titles, brackets, addresses, roles; empty when nothing of a name is left.
std::string Bylines::clean_name(std::string_view part) const {
  part = trim_marks(part);
  if (const std::size_t at = part.find_first_of("(["); at != std::string_view::npos && at > 0) {
    const std::size_t close = part.find_first_of(")]", at);
    if (close == std::string_view::npos || close + 1 == part.size())
      part = trim_marks(part.substr(0, at));
  }
  for (const std::string_view tail :
       {" @", " http", " updated", " Updated", " published", " Published", " - ", " – ", " | "}) {
    const std::size_t at = part.find(tail);
    if (at != std::string_view::npos && at > 0) part = trim_marks(part.substr(0, at));
  }
  // "Jane Roe for The Paper", but "Institute for Science".
  for (const std::string_view tail : {" for ", " For ", " FOR ", " via ", " in ", " from "}) {
    const std::size_t at = part.find(tail);
    if (at == std::string_view::npos || at == 0) continue;
    const std::string_view before = trim_marks(part.substr(0, at));
    if (person_grade(before) == PersonGrade::yes) part = before;
  }
  if (part.size() > kNameBytesMax || has_any(part, "@<>{}") || part.find("://") != part.npos) {
    return {};
  }
  // A blank-free dotted word with a known ending is a site: "example.com".
  FoldedText key;
  for (int n = 0; n < 3; ++n) {
    fold_with_map(part, FoldMarks::drop, key);
    const std::string_view all = key.key;
    std::size_t cut = 0, end = 0;
    for (std::size_t w = 0; w < 2 && end < all.size(); ++w) {
      end = std::min(all.find(' ', end == 0 ? 0 : end + 1), all.size());
      if ((words_.senses(all.substr(0, end)) & BylineWords::title) != 0) cut = end;
    }
    if (cut == 0 || cut >= all.size()) break;
    // "Frau Sabienes": who signs with a title and one word is called so.
    if (n == 0 && is_handle_of_title(all, cut)) break;
    const std::string_view before = part.substr(0, key.source_begin(cut + 1));
    // A title of one letter must have its dot, and "M.D." is none.
    if (cut <= 2 && before.find(". ") == std::string_view::npos) {
      const bool arabic = before.size() > 1 && before[0] < 0 && before.find('.') != before.npos;
      if (!arabic) break;
    }
    part = trim_marks(part.substr(key.source_begin(cut + 1)));
  }
  std::string out;
  collapse_blanks(part, out);
  const std::string folded_name = folded(out, FoldMarks::drop);
  if (folded_name.empty() || is_role(out) || agencies_.named_by(out) != nullptr) return {};
  if (std::none_of(folded_name.begin(), folded_name.end(),
                   [](char c) { return c < 0 || is_ascii_lower(c); })) {
    return {};
  }
  return out;
}

// "سوسن أبو حسين ومحمد عبده": cut before a word whose "و" stands before a name.
void Bylines::split_arabic_and(std::string_view part, std::vector<std::string>& out) const {
  const auto add = [&](std::string_view name) {
    std::string clean = clean_name(name);
    if (clean.empty() || out.size() >= kAuthorsMax) return;
    const std::string key = folded(clean, FoldMarks::drop);
    for (const std::string& have : out) {
      if (folded(have, FoldMarks::drop) == key) return;
    }
    out.push_back(std::move(clean));
  };
  std::string text;
  collapse_blanks(part, text);
  const auto words = split_words(text);
  static constexpr std::string_view kAnd = "و";
  std::string name;
  std::size_t start = 0;  // of the name, in words
  for (std::size_t i = 0; i < words.size(); ++i) {
    std::string_view word = words[i];
    if (i > start && word.starts_with(kAnd)) {
      const std::string whole = folded(word, FoldMarks::drop);
      const std::string rest = folded(word.substr(kAnd.size()), FoldMarks::drop);
      const bool rest_given = (words_.senses(rest) & BylineWords::given_name) != 0 || rest == "عبد";
      const bool whole_given = (words_.senses(whole) & BylineWords::given_name) != 0;
      const bool room = i - start >= 2 && words.size() - i >= 2;
      if (rest.empty() || (!whole_given && (rest_given || room))) {
        add(name);
        name.clear();
        start = i;
        word.remove_prefix(kAnd.size());
      }
    }
    if (!name.empty() && !word.empty()) name += ' ';
    name += word;
  }
  add(name);
}

void Bylines::add_names(std::string_view segment, std::vector<std::string>& out) const {
  bool first = true;
  for (const std::string_view part :
       split_at(segment, {",", "،", ";", "؛", "&", "/", " and ", " And ", " AND ", " und ", " et ",
                          " и ", " та ", " dan ", " ve ", "\n"})) {
    // Behind a name: "PhD", "Staff Writer", "Director of Operations".
    const bool behind = !first && !out.empty();
    first = false;
    if (behind && (is_credential(part) || has_role_word(part))) continue;
    if (behind && is_house_of(out.front(), part)) continue;
    // Words that join names in one language and are common in others: both sides must be people.
    const auto halves =
        split_at(part, {" y ", " e ", " en ", " with ", " avec ", " mit ", " con "});
    const bool people = halves.size() > 1 && std::all_of(halves.begin(), halves.end(), [&](auto h) {
                          return person_grade(h) == PersonGrade::yes;
                        });
    if (people) {
      for (const std::string_view half : halves) split_arabic_and(half, out);
    } else {
      split_arabic_and(part, out);
    }
  }
}

bool Bylines::has_role_word(std::string_view part) const {
  const std::string key = folded(part, FoldMarks::drop);
  for (const std::string_view word : split_words(key)) {
    if ((words_.senses(word) & BylineWords::role) != 0) return true;
  }
  return false;
}

// "Jane Roe, The Jersey Journal", "سامر حداد، شبكة الميناء": where she works.
bool Bylines::is_house_of(std::string_view first, std::string_view part) const {
  return trim_marks(part).find(' ') != part.npos && is_organisation(part) &&
         person_grade(first) == PersonGrade::yes;
}

// "Center for Drug Evaluation and Research" is one author.
bool Bylines::is_organisation(std::string_view text) const {
  const std::string key = folded(text, FoldMarks::drop);
  for (const std::string_view word : split_words(key)) {
    if ((words_.senses(word) & BylineWords::organisation) != 0) return true;
  }
  return false;
}

std::vector<std::string> Bylines::split_author_list(std::string_view text) const {
  std::vector<std::string> out;
  text = trim_marks(text);
  if (text.empty() || text.size() > kBylineBytesMax) return out;
  text.remove_prefix(by_length(text));
  // "Doe, Jane" is one person.
  const std::size_t comma = text.find(',');
  if (comma != std::string_view::npos && text.find(',', comma + 1) == std::string_view::npos) {
    const std::string_view last = trim_blanks(text.substr(0, comma));
    const std::string_view first = trim_blanks(text.substr(comma + 1));
    const auto one_word = [](std::string_view s) {
      return !s.empty() && s.find(' ') == std::string_view::npos && s.back() != '.';
    };
    // "Jeff" or "Jeff T."
    const bool initial = first.size() > 3 && first.back() == '.' && first[first.size() - 3] == ' ';
    if (one_word(last) && (one_word(first) || initial) && !is_role(first) &&
        !is_credential(first) &&
        is_capitalised(std::string(first) + " " + std::string(last), words_)) {
      const std::string name = clean_name(std::string(first) + " " + std::string(last));
      if (!name.empty()) return {name};
    }
  }
  for (const std::string_view segment :
       split_at(text, {"|", "•", "·", "\t", " – ", " — ", " - "})) {
    add_names(segment, out);
  }
  const bool nobody = out.size() > 1 && std::none_of(out.begin(), out.end(), [&](const auto& name) {
                        return person_grade(name) == PersonGrade::yes;
                      });
  if (nobody && is_organisation(text)) {
    const std::string whole = clean_name(text);
    if (!whole.empty()) return {whole};
  }
  return out;
}

std::vector<std::string> Bylines::authors_from_byline(std::string_view text) const {
  std::vector<std::string> out;
  if (text.size() > kBylineBytesMax) return out;
  bool by_seen = false;
  for (const std::string_view raw :
       split_at(text, {"|", "•", "·", "\t", "\n", " – ", " — ", " - ", " ـ ", "– ", "- "})) {
    std::string_view segment = trim_marks(raw);
    const std::size_t by = by_length(segment);
    if (by == 0 && by_seen) break;  // what follows the names is a date, a place, an agency
    segment.remove_prefix(by);
    by_seen = by_seen || by > 0;
    // A date behind the names: cut at the first digit, but for those of a name like "mona85".
    std::size_t digit = segment.find_first_of("0123456789");
    const auto is_letter_at = [&segment](std::size_t at) {
      const char c = segment[at];
      return static_cast<unsigned char>(c) >= 0x80 || is_ascii_alphanumeric(c);
    };
    while (digit < segment.size() && digit > 0 && is_letter_at(digit - 1)) {
      digit = segment.find_first_of("0123456789", digit + 1);
    }
    if (digit != std::string_view::npos) segment = segment.substr(0, digit);
    std::vector<std::string> names;
    add_names(segment, names);
    for (std::string& name : names) {
      const bool take = by > 0 || person_grade(name) == PersonGrade::yes;
      if (take && out.size() < kAuthorsMax) out.push_back(std::move(name));
    }
  }
  return out;
}

PersonGrade Bylines::person_grade(std::string_view name) const {
  name = trim_marks(name);
  if (name.size() < 4 || name.size() > kNameBytesMax || has_any(name, "0123456789@:;!?\"<>/()[]")) {
    return PersonGrade::no;
  }
  if (name.find(" - ") != name.npos || name.find(" – ") != name.npos) return PersonGrade::no;
  if (name.find("؟") != name.npos || name.find("«") != name.npos || name.find("..") != name.npos) {
    return PersonGrade::no;
  }
  const std::string key = folded(name, FoldMarks::drop);
  const auto words = split_words(key);
  if (words.size() < 2 || words.size() > 7 || agencies_.named_by(name) != nullptr) {
    return PersonGrade::no;
  }
  std::size_t first = 0;
  while (first + 2 < words.size() && (words_.senses(words[first]) & BylineWords::title) != 0)
    ++first;
  for (std::size_t i = first; i < words.size(); ++i) {
    const std::uint16_t senses = words_.senses(words[i]);
    const bool fine = (senses & (BylineWords::given_name | BylineWords::particle)) != 0;
    if (!fine && (senses & (BylineWords::organisation | BylineWords::not_in_names)) != 0) {
      return PersonGrade::no;
    }
  }
  if (!is_arabic(name)) {
    if (is_capitalised(name, words_)) return PersonGrade::yes;
    return PersonGrade::no;
  }
  const std::uint16_t opening = words_.senses(words[first]);
  if ((opening & BylineWords::given_name) != 0 || words[first] == "عبد" || words[first] == "ابو" ||
      words[first].starts_with("عبدال")) {
    return words.size() - first <= 6 ? PersonGrade::yes : PersonGrade::no;
  }
  if (words.size() > 4) return PersonGrade::no;
  for (const std::string_view word : words) {
    if (!may_be_arabic_name(word)) return PersonGrade::no;
  }
  return words[first].starts_with("ال") ? PersonGrade::no : PersonGrade::maybe;
}

}  // namespace khabar
