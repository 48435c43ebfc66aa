// People out of bylines: "By Jane Doe and John Roe, Staff Writers | Reuters", "كتب: أحمد علي".
// Names come in page order, without "by", titles, roles or agencies. Const: any number of threads.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/io/toml.h"
#include "stages/extract/agency.h"
#include "stages/extract/phrase_map.h"

namespace khabar {

// The lists of conf/bylines.toml.
class BylineWords {
 public:
  enum Sense : std::uint16_t {
    by = 1 << 0,
    conjunction = 1 << 1,
    title = 1 << 2,
    role = 1 << 3,
    follow_up = 1 << 4,     // "متابعات": no person, no place
    organisation = 1 << 5,  // "news", "صحيفة"
    not_in_names = 1 << 6,
    particle = 1 << 7,  // "van", "بن"
    given_name = 1 << 8,
  };

  // Errors name file and line.
  static Result<BylineWords> from_toml(const TomlValue& root);
  static Result<BylineWords> load(const std::string& path);

  // Senses of a folded phrase; 0 when unknown.
  std::uint16_t senses(std::string_view key) const {
    const std::uint16_t* found = phrases_.find(key);
    return found == nullptr ? std::uint16_t{0} : *found;
  }
  std::size_t words_max() const { return phrases_.words_max(); }
  // Words of the longest phrase that begins with this folded word, 0: none does. Seldom too many.
  std::size_t words_max_from(std::string_view word) const { return phrases_.words_max_from(word); }

 private:
  PhraseMap<std::uint16_t> phrases_;
};

enum class PersonGrade : std::uint8_t {
  no,
  maybe,  // nothing speaks against it
  yes,    // a known given name, or capitals as names have them
};

class Bylines {
 public:
  // Both must outlive this.
  Bylines(const BylineWords& words, const Agencies& agencies)
      : words_(words), agencies_(agencies) {}

  // The people of a byline. Behind a "by" any name is taken, but those of agencies; without it only
  // what looks like a person.
  std::vector<std::string> authors_from_byline(std::string_view text) const;

  // The parts of an author field of metadata: "Doe, Jane", "A, B and C", "A; B", "أحمد علي ومحمد".
  // Cleaned of titles, roles, addresses; without agencies; nothing twice. Names of teams stay.
  std::vector<std::string> split_author_list(std::string_view text) const;

  PersonGrade person_grade(std::string_view name) const;
  bool looks_like_person(std::string_view name) const {
    return person_grade(name) != PersonGrade::no;
  }

  // Bytes of a leading "by", "كتب:", "Автор:" with what separates it from the name; 0: none.
  std::size_t by_length(std::string_view text) const;
  bool is_follow_up(std::string_view text) const;  // "متابعات", "خاص"

  const BylineWords& words() const { return words_; }
  const Agencies& agencies() const { return agencies_; }

 private:
  std::string clean_name(std::string_view part) const;
  bool may_open_with_phrase(std::string_view text) const;
  bool is_role(std::string_view part) const;
  bool has_role_word(std::string_view part) const;
  bool is_organisation(std::string_view text) const;
  bool is_house_of(std::string_view first, std::string_view part) const;
  static bool is_credential(std::string_view part);
  void add_names(std::string_view segment, std::vector<std::string>& out) const;
  void split_arabic_and(std::string_view part, std::vector<std::string>& out) const;

  const BylineWords& words_;
  const Agencies& agencies_;
};

}  // namespace khabar
