// Closing up the bytes of a vector that a mask keeps, as AVX-512 does in one instruction: eight at
// a time, by a table of 2 kB. Private to core/text, where there is SSSE3.
#pragma once

#include <array>
#include <cstdint>

#if defined(__SSSE3__)
#include <tmmintrin.h>

namespace khabar {

// For each mask of eight bits: the places of its ones, lowest first, as the bytes of a shuffle.
inline constexpr std::array<std::uint64_t, 256> kPlacesOfOnes = [] {
  std::array<std::uint64_t, 256> table{};
  for (std::uint64_t mask = 0; mask < 256; ++mask) {
    int shift = 0;
    for (std::uint64_t bit = 0; bit < 8; ++bit) {
      if ((mask >> bit & 1) == 0) continue;
      table[mask] |= bit << shift;
      shift += 8;
    }
  }
  return table;
}();

// Shuffles for bytes 0..7 and 8..15 of a vector: the kept ones come first, in their order. `mask`
// has eight bits.
inline __m128i low_selection(unsigned mask) {
  return _mm_cvtsi64_si128(static_cast<long long>(kPlacesOfOnes[mask]));
}
inline __m128i high_selection(unsigned mask) {
  return _mm_add_epi8(low_selection(mask), _mm_set1_epi8(8));
}

}  // namespace khabar
#endif
