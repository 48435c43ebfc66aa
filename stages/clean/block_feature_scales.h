// How the features of block_features.h measure: shares and logarithms. Shared by the files that
// compute them, and by no other. Pure functions; any thread.
#pragma once

#include <array>
#include <cmath>
#include <cstddef>

namespace khabar {

// 0 of nothing.
inline float share(std::size_t part, std::size_t whole) {
  return whole == 0 ? 0.0f : static_cast<float>(part) / static_cast<float>(whole);
}

// log(1 + n), by a table: it is asked for a dozen times a block, mostly of small numbers.
inline float log_scale(std::size_t n) {
  static const std::array<float, 1024> kTable = [] {
    std::array<float, 1024> table{};
    for (std::size_t i = 0; i < table.size(); ++i) table[i] = std::log1p(static_cast<float>(i));
    return table;
  }();
  return n < kTable.size() ? kTable[n] : std::log1p(static_cast<float>(n));
}

}  // namespace khabar
