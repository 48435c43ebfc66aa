// Folding sixteen bytes at once: ASCII and plain Arabic, which most text in the script is made of.
// What the table of fold_table.h says of these characters, in vectors. Private to core/text.
// Free functions; any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "core/text/fold.h"

namespace khabar {

inline constexpr std::size_t kFoldBlock = 16;

struct FoldedBlock {
  std::size_t taken = 0;  // bytes of the text, whole characters; 0: the first is not plain
  std::size_t put = 0;    // bytes of the key
};

// Folds from text[at], which begins a character, as far as the characters are plain: sixteen bytes
// at most, which must all be there. Writes up to kFoldBlock bytes to `out`, of which `put` count.
// after_blank: 1 when a blank (or nothing) stands before; replaced.
FoldedBlock fold_block(const char* text, FoldMarks marks, char* out, std::uint32_t& after_blank);

}  // namespace khabar
