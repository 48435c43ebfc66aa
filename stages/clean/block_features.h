// The evidence about each block as numbers, for the model that tells story from the rest.
// Shape, place, links, punctuation, class words, cue words of many languages, and what the page
// itself claims.
// One BlockFeatures a worker; one thread at a time. Linear in the number of blocks.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "stages/clean/blocks.h"
#include "stages/clean/cue_words.h"
#include "stages/clean/story_claims.h"
#include "stages/clean/word_hashes.h"

namespace khabar {

// Blocks that vector units judge at once: columns are filled up to whole vectors.
inline constexpr std::size_t kBlockLanes = 16;

// Column by column, so that a tree of the model reads one feature of all blocks in a row:
//   column(f)[b]: feature f of block b
class BlockFeatures {
 public:
  void compute(const BlockParser& page, const StoryClaims& claims);

  // The same in two steps: first what most trees ask, then the words of the blocks that the first
  // trees leave hope for. The columns of is_of_words() hold 0 for all other blocks.
  void compute_places(const BlockParser& page);
  void compute_words(const BlockParser& page, const StoryClaims& claims,
                     std::span<const std::uint32_t> blocks);
  static bool is_of_words(std::size_t feature);

  std::size_t blocks() const { return blocks_; }
  // From one column to the next: blocks() and what fills whole vectors, of zeros.
  std::size_t stride() const { return stride_; }
  const float* column(std::size_t feature) const { return &values_[feature * stride_]; }

  static std::size_t count();
  static std::string_view name(std::size_t feature);

 private:
  float* own_column(std::size_t feature) { return &values_[feature * stride_]; }
  void shape(const BlockParser& page);
  void place(const BlockParser& page);
  void classes(const BlockParser& page);
  void wrappers(const BlockParser& page);
  void likeness(const BlockParser& page);
  void repeats(const BlockParser& page);
  void neighbours();

  // block_surroundings.cpp
  void sections(const BlockParser& page);
  void ways(const BlockParser& page);
  void other_stories(const BlockParser& page);
  void main_makes(const BlockParser& page);

  // block_words.cpp
  void signs(const BlockParser& page, std::size_t block);
  void cues(const BlockParser& page, std::size_t block);
  Cues cues_of_line(const BlockParser& page, std::size_t block);
  void links(const Block& block, std::size_t number);
  void section_words(const BlockParser& page, std::size_t block);
  void take_claims(const StoryClaims& claims);
  void read_words(const BlockParser& page, std::size_t block);
  float claimed_share(const BlockParser& page, std::size_t block);

  std::size_t blocks_ = 0, stride_ = 0;
  std::vector<float> values_;
  std::vector<std::uint64_t> signatures_;      // each with its block's number, sorted
  std::vector<std::uint32_t> signature_rows_;  // the numbers
  std::vector<std::uint64_t> text_hashes_;     // open addressing; 0: free
  std::vector<std::uint32_t> text_rows_;       // the last block of each
  std::vector<std::uint64_t> title_hashes_;
  std::uint64_t title_bits_ = 0;  // of each of the above, the bit of its low six
  std::vector<bool> words_read_;  // of each block: cues_, title share and claims are known
  WordHashes words_;
  std::vector<Cues> cues_;               // where words_read_
  std::vector<std::uint32_t> headings_;  // the heading each block stands under, or blocks_
  std::vector<std::uint32_t> rows_;
  std::vector<std::int32_t> container_marks_;  // one a container
  std::vector<float> running_;
  ClaimIndex claims_;
};

}  // namespace khabar
