// With which words the phrases of a table begin, and how long those phrases are: a filter before
// look-ups by phrase, as nearly every word of a text begins none. A table of lengths indexed by a
// hash of the word. Built once, then const: any number of threads may read.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace khabar {

// Of a word, or of a phrase: its length with the first and last eight bytes, enough for words and
// quicker than a digest. The high bits are the better ones.
inline std::uint64_t mixed_ends(std::string_view word) {
  std::uint64_t head = 0, tail = 0;
  if (word.size() >= sizeof head) {
    std::memcpy(&head, word.data(), sizeof head);
    std::memcpy(&tail, word.data() + word.size() - sizeof tail, sizeof tail);
  } else if (word.size() >= 4) {
    std::memcpy(&head, word.data(), 4);
    std::memcpy(&tail, word.data() + word.size() - 4, 4);
  } else {
    for (const char c : word) head = head << 8 | static_cast<unsigned char>(c);
  }
  const std::uint64_t mixed =
      (head ^ std::rotl(tail, 29) ^ word.size() << 56) * 0x9E3779B97F4A7C15u;
  return (mixed ^ mixed << 23) * 0xC2B2AE3D27D4EB4Fu;
}

// kSlotBits: a few more than the words take, so that few strangers pass.
template <int kSlotBits>
class FirstWords {
 public:
  // `phrase`: words joined by one blank.
  void note(std::string_view phrase) {
    const auto blanks = static_cast<std::size_t>(std::count(phrase.begin(), phrase.end(), ' '));
    std::uint8_t& words_max = words_max_[slot_of(phrase.substr(0, phrase.find(' ')))];
    words_max = static_cast<std::uint8_t>(
        std::max<std::size_t>(words_max, std::min<std::size_t>(blanks + 1, UINT8_MAX)));
  }

  // Words of the longest phrase that begins with `word`, UINT8_MAX standing for more; 0: none
  // does. Seldom too many.
  std::size_t words_max_from(std::string_view word) const { return words_max_[slot_of(word)]; }

  // Can the table hold this phrase?
  bool may_hold(std::string_view phrase) const {
    return words_max_from(phrase.substr(0, phrase.find(' '))) > 0;
  }

 private:
  static std::size_t slot_of(std::string_view word) {
    return static_cast<std::size_t>(mixed_ends(word) >> (64 - kSlotBits));
  }

  std::array<std::uint8_t, std::size_t{1} << kSlotBits> words_max_{};
};

}  // namespace khabar
