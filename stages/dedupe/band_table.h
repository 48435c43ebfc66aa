// Which documents of a bucket share a band: a hash table whose every look-up reads one cache line.
// Not thread-safe.
//
//   line   16 slots, filled from the left; a full one goes on in the next      [ s s s s s . . . ]
//   slot   [ tag 12 bits | index 20 bits ]                                     0: free
//
// A band is 4 of the 128 bins; 32 bands. Two documents of similarity J share one with probability
// 1 - (1 - J^4)^32: .99 at .6, .87 at .5. The tag, never 0, saves a look at most entries that only
// stand near; what remains is for the caller to verify against the bins.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>

#include "core/text/minhash.h"

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace khabar {

inline constexpr std::size_t kBandRows = 4;
inline constexpr std::size_t kBands = kSketchBins / kBandRows;

using BandHashes = std::array<std::uint64_t, kBands>;

inline bool same_band(const std::uint8_t* bins_a, const std::uint8_t* bins_b, std::size_t band) {
  return std::memcmp(bins_a + band * kBandRows, bins_b + band * kBandRows, kBandRows) == 0;
}

inline BandHashes band_hashes(const std::uint8_t* bins) {
  BandHashes out;
  for (std::size_t band = 0; band < kBands; ++band) {
    std::uint32_t rows = 0;
    std::memcpy(&rows, bins + band * kBandRows, kBandRows);
    std::uint64_t hash = (std::uint64_t{rows} | std::uint64_t{band} << 32) * 0x9E3779B97F4A7C15U;
    hash = (hash ^ hash >> 32) * 0xD6E8FEB86659FD93U;
    out[band] = hash ^ hash >> 32;
  }
  return out;
}

class BandTable {
 public:
  static constexpr std::uint32_t kDocumentsMax = 1U << 20;
  // Full lines looked at in a row: past them a band is too common to tell anything.
  static constexpr std::size_t kLinesMax = 64;

  bool needs_room(std::size_t documents) const {
    return documents * kBands * 5 > lines_ * kSlots * 4;  // four fifths full
  }
  // Empty, with room for `documents`.
  void reset(std::size_t documents);

  void prefetch(std::uint64_t hash) const { __builtin_prefetch(&table_[line_of(hash)]); }

  // Calls visit(index) for entries that may share the band, oldest first, until it says false.
  template <class Visit>
  void find(std::uint64_t hash, Visit&& visit) const {
    std::size_t at = line_of(hash);
    for (std::size_t lines = 0; lines < kLinesMax; ++lines) {
      const Line& line = table_[at];
      for (unsigned found = matches(line, tag(hash)); found != 0; found &= found - 1) {
        const auto slot = static_cast<std::size_t>(__builtin_ctz(found));
        if (!visit(line.slots[slot] & kIndexMask)) return;
      }
      if (line.slots[kSlots - 1] == 0) return;
      at = at + 1 == lines_ ? 0 : at + 1;
    }
  }

  // In the first free slot; not at all where kLinesMax full lines stand before it.
  void insert(std::uint64_t hash, std::uint32_t index) {
    std::size_t at = line_of(hash);
    for (std::size_t lines = 0; lines < kLinesMax; ++lines) {
      Line& line = table_[at];
      if (line.slots[kSlots - 1] == 0) {
        // Filled from the left: the free ones are the highest of 16 bits.
        const unsigned free = matches(line, 0);
        line.slots[__builtin_ctz(free)] = tag(hash) << kIndexBits | index;
        return;
      }
      at = at + 1 == lines_ ? 0 : at + 1;
    }
  }

  std::size_t bytes() const { return lines_ * sizeof(Line); }

 private:
  static constexpr std::size_t kSlots = 16;
  static constexpr unsigned kIndexBits = 20;
  static constexpr std::uint32_t kIndexMask = (1U << kIndexBits) - 1;
  struct alignas(64) Line {
    std::uint32_t slots[kSlots];
  };
  struct Free {
    void operator()(Line* lines) const;
  };

  static std::uint32_t tag(std::uint64_t hash) {
    return static_cast<std::uint32_t>(hash & 0xFFFF) * 4095U / 65'536U + 1;
  }
  std::size_t line_of(std::uint64_t hash) const {
    return static_cast<std::size_t>((hash >> 32) * lines_ >> 32);
  }
  static unsigned matches(const Line& line, std::uint32_t tag) {
#if defined(__SSE2__)
    const __m128i wanted = _mm_set1_epi32(static_cast<int>(tag));
    const auto* slots = reinterpret_cast<const __m128i*>(line.slots);
    const auto same = [&](int i) {
      return _mm_cmpeq_epi32(_mm_srli_epi32(_mm_load_si128(slots + i), kIndexBits), wanted);
    };
    const __m128i all =
        _mm_packs_epi16(_mm_packs_epi32(same(0), same(1)), _mm_packs_epi32(same(2), same(3)));
    return static_cast<unsigned>(_mm_movemask_epi8(all));
#else
    unsigned out = 0;
    for (unsigned i = 0; i < kSlots; ++i)
      out |= (line.slots[i] >> kIndexBits == tag ? 1U : 0U) << i;
    return out;
#endif
  }

  std::unique_ptr<Line[], Free> table_;
  std::size_t lines_ = 0;
};

}  // namespace khabar
