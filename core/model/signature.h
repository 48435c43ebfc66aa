// What dedupe compares: computed in the parallel clean workers, read by the one dedupe worker.
#pragma once

#include <array>
#include <cstdint>

namespace khabar {

struct Signature {
  std::uint64_t text_hash_high = 0, text_hash_low = 0;  // XXH3-128 of the folded text; 0, 0: none
  std::uint32_t folded_bytes = 0;

  bool operator==(const Signature&) const = default;
};

}  // namespace khabar
