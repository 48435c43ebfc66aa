// Which documents of a bucket share a band: open addressing, 4 bytes a slot. Not thread-safe.
//
//   slot   [ tag 10 bits | index + 1, 22 bits ]     0: free
//
// A band is 4 of the 128 bins; 32 bands. Two documents of similarity J share one with probability
// 1 - (1 - J^4)^32: .99 at .6, .87 at .5. The tag saves a look at most entries that only stand
// near; what remains is for the caller to verify against the bins.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <vector>

#include "core/text/minhash.h"

namespace khabar {

inline constexpr std::size_t kBandRows = 4;
inline constexpr std::size_t kBands = kSketchBins / kBandRows;

using BandHashes = std::array<std::uint64_t, kBands>;

inline bool same_band(const std::uint8_t* bins_a, const std::uint8_t* bins_b, std::size_t band) {
  return std::memcmp(bins_a + band * kBandRows, bins_b + band * kBandRows, kBandRows) == 0;
}

BandHashes band_hashes(const std::uint8_t* bins);

class BandTable {
 public:
  static constexpr std::uint32_t kIndexMax = (1U << 22) - 2;
  // Longest run of slots looked at: past it a band is too common to tell anything.
  static constexpr std::size_t kProbesMax = 1024;

  bool needs_room(std::size_t documents) const {
    return documents * kBands * 4 > slots_.size() * 3;
  }
  // Empty, with room for `documents` at three quarters full.
  void reset(std::size_t documents) {
    slots_.assign(documents * kBands * 4 / 3 + kBands, 0);
    slots_.shrink_to_fit();
  }

  void prefetch(std::uint64_t hash) const { __builtin_prefetch(&slots_[start(hash)]); }

  // Calls visit(index) for entries that may share the band, oldest first, until it says false.
  template <class Visit>
  void find(std::uint64_t hash, Visit&& visit) const {
    std::size_t at = start(hash);
    for (std::size_t probe = 0; probe < kProbesMax && slots_[at] != 0; ++probe) {
      if (slots_[at] >> 22 == tag(hash) && !visit((slots_[at] & kIndexMask) - 1)) return;
      at = at + 1 == slots_.size() ? 0 : at + 1;
    }
  }

  // At the first free slot; not at all where kProbesMax stand before it.
  void insert(std::uint64_t hash, std::uint32_t index) {
    std::size_t at = start(hash);
    for (std::size_t probe = 0; probe < kProbesMax; ++probe) {
      if (slots_[at] == 0) {
        slots_[at] = tag(hash) << 22 | (index + 1);
        return;
      }
      at = at + 1 == slots_.size() ? 0 : at + 1;
    }
  }

  std::size_t bytes() const { return slots_.size() * sizeof(std::uint32_t); }

 private:
  static constexpr std::uint32_t kIndexMask = (1U << 22) - 1;

  static std::uint32_t tag(std::uint64_t hash) { return static_cast<std::uint32_t>(hash) >> 22; }
  std::size_t start(std::uint64_t hash) const {
    return static_cast<std::size_t>((hash >> 32) * slots_.size() >> 32);
  }

  std::vector<std::uint32_t> slots_;
};

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

}  // namespace khabar
