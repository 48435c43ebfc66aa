// Signs by which lines of furniture give themselves away, counted sixteen bytes at a time.
// Pure functions of UTF-8; any thread; linear.
#pragma once

#include <cstdint>
#include <string_view>

namespace khabar {

// Signs that lists of links, share bars and copyright lines use: | / > @ # + [ © » · • ›
std::uint32_t count_odd_signs(std::string_view text);

struct InitialLetters {
  std::uint32_t words = 0;     // that stand at the beginning or behind a blank: ASCII letters
  std::uint32_t capitals = 0;  // of those
  bool operator==(const InitialLetters&) const = default;
};
InitialLetters count_initial_letters(std::string_view text);

}  // namespace khabar
