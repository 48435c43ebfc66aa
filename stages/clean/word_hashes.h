// The first words of a text as hashes that know no case: read once, they tell the cues of a line,
// its share of the title and of what the page claims. Hashes: hash_of_folded_word() of word_scan.h.
// One WordHashes a worker: it keeps its memory. One thread at a time; never blocks, never fails.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "stages/clean/word_scan.h"

namespace khabar {

class WordHashes {
 public:
  // What a block begins with tells enough of it.
  static constexpr std::size_t kWordsMax = WordBounds::kWordsMax;

  // Valid until the next call.
  std::span<const std::uint64_t> first_words(std::string_view text,
                                             std::size_t words_max = kWordsMax) {
    const PaddedText padded(text);
    bounds_.find(padded.view(), words_max);
    for (std::size_t i = 0; i < bounds_.words(); ++i) {
      hashes_[i] = hash_of_folded_word(padded.view(), bounds_.begin(i), bounds_.end(i));
    }
    return {hashes_.data(), bounds_.words()};
  }

 private:
  WordBounds bounds_;
  std::array<std::uint64_t, kWordsMax> hashes_{};
};

}  // namespace khabar
