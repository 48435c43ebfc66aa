#include "stages/dedupe/relation.h"

namespace khabar {
namespace {

// Two outlets. Rewritten wire copy keeps half of the shingles; read by eye, within 72 hours, all
// pairs from .5 up were one story. Set a little above, for an estimate errs by .03.
constexpr double kCopyJaccard = .54;
// One is the other cut short, or set in a longer text.
constexpr double kCopyContainment = .85;
// A containment estimate multiplies the error of a small Jaccard: under this it tells nothing.
constexpr double kContainmentJaccardMin = .25;
// Both are the same form (exchange rates, fixtures, weather) filled by two outlets: the text is
// alike and the numbers are others.
constexpr std::uint32_t kFormNumbersMin = 4;
constexpr double kFormNumbersShare = .25;

// One outlet. Its follow-ups repeat whole paragraphs of background and its forms repeat every
// word, so a version must agree in lead and numbers too.
constexpr double kVersionJaccard = .7;
constexpr double kVersionContainment = .8;
constexpr double kVersionLead = .5;
constexpr double kVersionNumbers = .5;

bool numbers_differ(const NumberOverlap& numbers) {
  return numbers.smaller >= kFormNumbersMin &&
         numbers.both < kFormNumbersShare * static_cast<double>(numbers.smaller);
}

bool is_contained(const Likeness& likeness, double least) {
  return likeness.containment >= least && likeness.jaccard >= kContainmentJaccardMin;
}

}  // namespace

Relation relation(const Likeness& likeness) {
  if (!likeness.same_outlet) {
    const bool alike = likeness.jaccard >= kCopyJaccard || is_contained(likeness, kCopyContainment);
    return alike && !numbers_differ(likeness.numbers) ? Relation::copy : Relation::none;
  }
  const bool alike =
      likeness.jaccard >= kVersionJaccard || is_contained(likeness, kVersionContainment);
  return alike && likeness.lead >= kVersionLead && likeness.numbers.jaccard() >= kVersionNumbers
             ? Relation::version
             : Relation::none;
}

bool fit_for_near(const TextSketch& sketch) {
  return sketch.has_letters && sketch.characters >= kNearCharactersMin &&
         sketch.shingles >= kNearShinglesMin;
}

}  // namespace khabar
