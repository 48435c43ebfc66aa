// The agencies and outlets that datelines, bylines and signatures credit (conf/agencies.toml).
// Const after loading: shared by all workers.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/io/toml.h"
#include "stages/extract/phrase_map.h"

namespace khabar {

struct Agency {
  std::string name;     // canonical: "SANA", "Asharq Al-Awsat"
  std::string country;  // ISO 3166, lower case; empty when it has none
  bool outlet = false;  // a paper, site or station rather than an agency
};

struct AgencyName {
  std::uint32_t agency = 0;  // index
  bool weak = false;         // an everyday word too: "اليوم", "سبق"
  // A short Latin name ("AP", "MAP", "dpa") is one only in this very writing, or in capitals.
  std::string exact;
};

class Agencies {
 public:
  Agencies() = default;

  // Tables [[agency]] and [[outlet]] with `name`, `names`, and optional `country` and `weak`.
  // Errors name file and line.
  static Result<Agencies> from_toml(const TomlValue& root);
  static Result<Agencies> load(const std::string& path);

  // `key`: folded words; `written`: the same stretch of the display text.
  const AgencyName* find(std::string_view key, std::string_view written) const;
  const Agency& operator[](std::uint32_t index) const { return agencies_[index]; }
  std::size_t words_max() const { return names_.words_max(); }
  // Words of the longest name that begins with this folded word, 0: none does. Seldom too many.
  std::size_t words_max_from(std::string_view word) const { return names_.words_max_from(word); }
  std::size_t size() const { return agencies_.size(); }

  // Is the whole of a short text the name of one, marks and "وكالة" aside? Null when not.
  const Agency* named_by(std::string_view text) const;

 private:
  Status add(const TomlValue& table, bool outlet);

  std::vector<Agency> agencies_;
  PhraseMap<AgencyName> names_;
};

}  // namespace khabar
