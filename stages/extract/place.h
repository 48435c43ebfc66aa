// The places that datelines name (conf/places.toml). Const after loading: shared by all workers.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/io/toml.h"
#include "stages/extract/phrase_map.h"

namespace khabar {

struct PlaceName {
  bool city = false;      // a city, district or region that news is sent from
  bool country = false;   // a country; "الكويت" and "Singapore" are both
  bool region = false;    // may follow a place behind a comma: "Calif."
  bool world = false;     // "عواصم": several places
  bool weak = false;      // an everyday word too: "العين", "Nice"
  char code[2] = {0, 0};  // of the country
};

class Places {
 public:
  Places() = default;

  // Tables [[country]] with `code`, `names`, `places`, `weak`; [regions] and [world] with `names`.
  // Errors name file and line.
  static Result<Places> from_toml(const TomlValue& root);
  static Result<Places> load(const std::string& path);

  // `key`: folded words. Null when no such place is known.
  const PlaceName* find(std::string_view key) const { return names_.find(key); }
  std::size_t words_max() const { return names_.words_max(); }
  // Words of the longest name that begins with this folded word, 0: none does. Seldom too many.
  std::size_t words_max_from(std::string_view word) const { return names_.words_max_from(word); }
  std::size_t size() const { return names_.size(); }

 private:
  Status add_country(const TomlValue& table);
  PlaceName& name(std::string_view display) { return *names_.add(display, PlaceName{}); }

  PhraseMap<PlaceName> names_;
};

}  // namespace khabar
