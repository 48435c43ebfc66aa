// The reading half of the sketches: two of them, and how alike their texts were.
#include <algorithm>
#include <bit>

#include "core/text/minhash.h"

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace khabar {
namespace {

std::size_t equal_bytes(const std::uint8_t* a, const std::uint8_t* b, std::size_t size) {
#if defined(__SSE2__)
  __m128i sum = _mm_setzero_si128();
  for (std::size_t i = 0; i < size; i += 16) {
    const __m128i x = _mm_loadu_si128(reinterpret_cast<const __m128i*>(a + i));
    const __m128i y = _mm_loadu_si128(reinterpret_cast<const __m128i*>(b + i));
    const __m128i same = _mm_sub_epi8(_mm_setzero_si128(), _mm_cmpeq_epi8(x, y));
    sum = _mm_add_epi64(sum, _mm_sad_epu8(same, _mm_setzero_si128()));
  }
  return static_cast<std::size_t>(_mm_cvtsi128_si64(sum) +
                                  _mm_cvtsi128_si64(_mm_srli_si128(sum, 8)));
#else
  std::size_t same = 0;
  for (std::size_t i = 0; i < size; ++i) same += a[i] == b[i] ? 1 : 0;
  return same;
#endif
}

// Two different bins agree in their stored bits by chance: (m - c) / (1 - c).
double without_chance(std::size_t same, std::size_t bins, double chance) {
  const double share = static_cast<double>(same) / static_cast<double>(bins);
  return std::max(0.0, (share - chance) / (1 - chance));
}

constexpr double kChance8 = 1.0 / 256, kChance4 = 1.0 / 16, kChance2 = 1.0 / 4;
// Inverse variances at J = .55: 1 / .044^2 and 1 / .039^2.
constexpr double kWeightBins = .44, kWeightFine = .56;

std::size_t equal_fine(const std::uint64_t* a, const std::uint64_t* b) {
  std::size_t different = 0;
  for (std::size_t i = 0; i < kFineWords; ++i) {
    const std::uint64_t bits = a[i] ^ b[i];
    different += static_cast<std::size_t>(std::popcount((bits | bits >> 1) & 0x5555555555555555U));
  }
  return kFineBins - different;
}

}  // namespace

double coarse_jaccard(const std::uint8_t* bins_a, const std::uint8_t* bins_b) {
  return without_chance(equal_bytes(bins_a, bins_b, kSketchBins), kSketchBins, kChance8);
}

double estimated_jaccard(const std::uint8_t* bins_a, const std::uint64_t* fine_a,
                         const std::uint8_t* bins_b, const std::uint64_t* fine_b) {
  return kWeightBins * coarse_jaccard(bins_a, bins_b) +
         kWeightFine * without_chance(equal_fine(fine_a, fine_b), kFineBins, kChance2);
}

double estimated_jaccard(const TextSketch& a, const TextSketch& b) {
  return estimated_jaccard(a.bins.data(), a.fine.data(), b.bins.data(), b.fine.data());
}

double estimated_containment(double jaccard, std::uint32_t shingles_a, std::uint32_t shingles_b) {
  const double smaller = std::min(shingles_a, shingles_b);
  if (smaller == 0) return 0;
  const double total = static_cast<double>(shingles_a) + static_cast<double>(shingles_b);
  return std::min(1.0, jaccard / (1 + jaccard) * total / smaller);
}

double estimated_lead_jaccard(const std::uint8_t* lead_a, const std::uint8_t* lead_b) {
  std::size_t same = 0;
  for (std::size_t i = 0; i < kLeadBins / 2; ++i) {
    const unsigned bits = lead_a[i] ^ lead_b[i];
    same += ((bits & 0xF0U) == 0 ? 1 : 0) + ((bits & 0x0FU) == 0 ? 1 : 0);
  }
  return without_chance(same, kLeadBins, kChance4);
}

NumberOverlap number_overlap(const std::uint16_t* a, std::size_t size_a, const std::uint16_t* b,
                             std::size_t size_b) {
  NumberOverlap out;
  out.smaller = static_cast<std::uint32_t>(std::min(size_a, size_b));
  std::size_t i = 0, j = 0;
  // Past a full set nothing is known: the union stops at the least hashes both could show.
  while (i < size_a || j < size_b) {
    if (i == kNumbersMax || j == kNumbersMax) break;
    const bool from_a = j == size_b || (i < size_a && a[i] <= b[j]);
    const bool from_b = i == size_a || (j < size_b && b[j] <= a[i]);
    i += from_a ? 1 : 0;
    j += from_b ? 1 : 0;
    out.both += from_a && from_b ? 1 : 0;
    ++out.either;
  }
  return out;
}

}  // namespace khabar
