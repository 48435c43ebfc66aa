// Sketches of a folded text, small enough to keep for every document of a window and good enough to
// tell a copy from a neighbour without the texts: which 5-character shingles it has, how it begins,
// which numbers it names. Values and free functions; a Sketcher belongs to one thread.
//
//   folded text   "دمشق سانا بحث وزير ..."
//     shingles    "دمشق " "مشق س" "شق سا" ...          each packed into 60 bits, one multiplication
//     one-permutation MinHash: the top 7 bits of a hash choose the bin, the bin keeps its least
//     bins        [ . 7f . . 03 ... ]   128            empty bins borrow (optimal densification)
//     stored      8 bits of each: 128 bytes, which the window index cuts into bands
//     fine        a second one of 256 bins, 2 bits each: 64 bytes more make the estimate of
//                 similarity a third less noisy, which bins of 8 bits would need 128 for
//
// One-permutation hashing: Li, Owen, Zhang, "One Permutation Hashing", NIPS 2012. Densification:
// Shrivastava, "Optimal Densification for Fast and Accurate Minwise Hashing", ICML 2017. b bits a
// bin: Li, Koenig, "b-Bit Minwise Hashing", WWW 2010.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace khabar {

inline constexpr std::size_t kShingleCharacters = 5;
inline constexpr std::size_t kSketchBins = 128;
inline constexpr std::size_t kFineBins = 256;
inline constexpr std::size_t kFineWords = kFineBins * 2 / 64;
inline constexpr std::size_t kLeadBins = 32;
inline constexpr std::size_t kLeadWords = 60;  // agencies write the whole news into the first 60
inline constexpr std::size_t kNumbersMax = 16;

struct TextSketch {
  std::uint32_t characters = 0;  // code points of the folded text, blanks too
  std::uint32_t shingles = 0;  // distinct ones, within 1 %; 0: no text, and the rest means nothing
  bool has_letters = false;    // anything but digits and blanks
  std::uint8_t number_count = 0;  // of `numbers`
  std::array<std::uint8_t, kSketchBins> bins{};
  std::array<std::uint64_t, kFineWords> fine{};
  std::array<std::uint8_t, kLeadBins / 2> lead{};    // of the first kLeadWords words, 4 bits each
  std::array<std::uint16_t, kNumbersMax> numbers{};  // least hashes of the digit runs, ascending

  bool operator==(const TextSketch&) const = default;
};

// Keeps its scratch memory between texts: at most 2 MB.
class Sketcher {
 public:
  // `folded`: what fold(text, FoldMarks::drop) gave. Any bytes are safe; malformed UTF-8 gives some
  // sketch, always the same. Linear time.
  void sketch(std::string_view folded, TextSketch& out);

 private:
  std::vector<std::uint64_t> seen_;  // bitmap for counting distinct shingles
};

// Estimated Jaccard similarity |A and B| / |A or B| of the shingle sets, corrected for bins that
// agree by chance, 0..1. From the bins alone, standard error sqrt(J (1 - J) / 128): .044 at .55.
double coarse_jaccard(const std::uint8_t* bins_a, const std::uint8_t* bins_b);
// From bins and fine bins, weighted by their variances: standard error .03 at .55.
double estimated_jaccard(const std::uint8_t* bins_a, const std::uint64_t* fine_a,
                         const std::uint8_t* bins_b, const std::uint64_t* fine_b);
double estimated_jaccard(const TextSketch& a, const TextSketch& b);
// |A and B| / min(|A|, |B|), from a Jaccard estimate and the sizes: how much of the smaller text
// stands in the larger.
double estimated_containment(double jaccard, std::uint32_t shingles_a, std::uint32_t shingles_b);
// Of the first words, 0..1. Standard error .09 at .7.
double estimated_lead_jaccard(const std::uint8_t* lead_a, const std::uint8_t* lead_b);

// How the numbers of two texts agree. Sets past kNumbersMax are compared by their least hashes.
struct NumberOverlap {
  std::uint32_t both = 0, either = 0;
  std::uint32_t smaller = 0;  // numbers of the text that names fewer

  // 1 when neither names any.
  double jaccard() const { return either == 0 ? 1.0 : double(both) / double(either); }
};
NumberOverlap number_overlap(const std::uint16_t* a, std::size_t size_a, const std::uint16_t* b,
                             std::size_t size_b);

}  // namespace khabar
