// The model that tells a page's story from the rest: two sums of oblivious decision trees over
// block features (block_features.h). The second also sees what the first said of the neighbours.
// Learned by tests/train/train_block_model.py; the table is const, so any thread may judge.
//
// An oblivious tree asks the same `depth` questions of every block, so it runs over whole columns:
//   leaf number = sum over k of (column(feature_k)[b] > border_k) << k
//
// Four blocks of five are plainly none of the story. What the first trees are sure of is left out
// of the rest: such a block keeps the probability it had then, in both sums, and its words are
// never looked at.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "stages/clean/block_features.h"

namespace khabar {

struct BlockSplit {
  std::uint16_t feature;
  float border;
};

struct BlockModelTable {
  int depth;
  std::size_t features;  // of the first model; the second has kBlockContexts more
  std::span<const BlockSplit> first_splits;
  std::span<const float> first_leaves;
  std::span<const BlockSplit> second_splits;
  std::span<const float> second_leaves;
  std::size_t hopeless_after;  // trees of the first sum; they ask nothing of the words
  float hopeless_below;        // log-odds by then
};

extern const BlockModelTable kBlockModelTable;

inline constexpr std::size_t kBlockContexts = 8;

class BlockModel {
 public:
  // The probability, for each block, that it belongs to the story. Valid until the next call.
  // Some 100 ns a block; linear in the number of blocks.
  std::span<const float> judge(const BlockFeatures& features) {
    find_hopeful(features);
    return judge_hopeful(features);
  }

  // The same in two steps: the blocks that the first trees, which ask nothing of the words, leave
  // hope for; then, with their words computed, the rest.
  std::span<const std::uint32_t> find_hopeful(const BlockFeatures& features);
  std::span<const float> judge_hopeful(const BlockFeatures& features);

 private:
  void keep_columns(const BlockFeatures& features);
  void fill_contexts(std::size_t blocks);

  std::vector<float> probabilities_;  // of all blocks
  // Features, then contexts, of the blocks in hopeful_; padded to whole vectors with columns of
  // whatever values, as sums_ is.
  std::vector<float> hopeful_columns_;
  std::vector<float> sums_;
  std::vector<std::uint32_t> hopeful_;
};

}  // namespace khabar
