// What dedupe compares: computed in the parallel clean workers, read by the one dedupe worker.
// Values; a Signer belongs to one thread.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "core/text/minhash.h"

namespace khabar {

struct Paragraph;

struct Signature {
  std::uint64_t text_hash_high = 0, text_hash_low = 0;  // XXH3-128 of the folded text; 0, 0: none
  std::uint32_t folded_bytes = 0;
  TextSketch sketch;

  bool has_text() const { return folded_bytes != 0; }
  bool operator==(const Signature&) const = default;
};

// Folds with FoldMarks::drop, hashes and sketches. Keeps its scratch memory between texts: that of
// the longest one, at most a few times limits::kBodyBytesMax. Linear time.
class Signer {
 public:
  // A text without letters and digits gives the empty signature: it equals nothing.
  Signature sign(std::string_view text);
  // Paragraphs are joined by a blank, so that how a page breaks its lines does not count.
  Signature sign(std::span<const Paragraph> paragraphs);
  Signature sign_folded(std::string_view folded);

 private:
  Sketcher sketcher_;
  std::string joined_, folded_;
};

}  // namespace khabar
