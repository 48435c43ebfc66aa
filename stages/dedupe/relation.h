// What two texts alike are to each other. A pure rule on what was measured, apart from the index
// that finds them, so that a table can test it.
#pragma once

#include <cstdint>

#include "core/text/minhash.h"

namespace khabar {

// Under this many characters a text is a flash or a caption: a copy must be equal to the letter.
inline constexpr std::uint32_t kNearCharactersMin = 300;
// And under this many distinct shingles it is one phrase over and over.
inline constexpr std::uint32_t kNearShinglesMin = 100;

struct Likeness {
  bool same_outlet = false;
  double jaccard = 0, containment = 0;  // estimates, of 5-character shingles
  double lead = 0;                      // of the first 60 words
  NumberOverlap numbers;
};

enum class Relation : std::uint8_t {
  none,     // a follow-up, a template filled anew, another story
  copy,     // one text in two outlets
  version,  // an outlet's own text, corrected, under another URL
};

Relation relation(const Likeness& likeness);

bool fit_for_near(const TextSketch& sketch);

}  // namespace khabar
