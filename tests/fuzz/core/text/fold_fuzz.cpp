// Folding, normalising and counting never crash; a key folds to itself; the map never decreases.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "core/base/check.h"
#include "core/text/fold.h"
#include "core/text/normalise.h"
#include "core/text/utf8.h"
#include "core/text/words.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace khabar;
  const std::string_view text(reinterpret_cast<const char*>(bytes), size);
  for (const FoldMarks marks : {FoldMarks::drop, FoldMarks::keep}) {
    const std::string key = folded(text, marks);
    CHECK(folded(key, marks) == key);
    CHECK(is_valid_utf8(key));
    FoldedText map;
    fold_with_map(text, marks, map);
    CHECK(map.key == key);
    CHECK(map.source.size() == key.size() + 1);
    for (std::size_t i = 1; i < map.source.size(); ++i) CHECK(map.source[i - 1] <= map.source[i]);
    CHECK(map.source.back() <= size);
    for (std::size_t i = 0; i <= key.size(); ++i) CHECK(map.source_end(i) <= size);
  }
  std::string valid;
  sanitize_utf8(text, valid);
  for (const char* language : {"ar", "fa"}) {
    const std::string once = normalised(valid, {.language = language});
    CHECK(is_valid_utf8(once));
    CHECK(normalised(once, {.language = language}) == once);
    normalised(text, {.language = language});
  }
  WordCounter counter;
  CHECK(counter.count(text) <= size);
  return 0;
}
