// The model that tells a page's story from the rest: two sums of oblivious decision trees over
// block features (block_features.h). The second also sees what the first said of the neighbours.
// Learned by tests/train/train_block_model.py; the table is const, so any thread may judge.
//
// An oblivious tree asks the same `depth` questions of every block, so it runs over whole columns:
//   leaf number = sum over k of (column(feature_k)[b] > border_k) << k
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
};

extern const BlockModelTable kBlockModelTable;

inline constexpr std::size_t kBlockContexts = 8;

class BlockModel {
 public:
  // The probability, for each block, that it belongs to the story. Valid until the next call.
  // About 100 ns a block; linear in the number of blocks.
  std::span<const float> judge(const BlockFeatures& features);

 private:
  void sum_trees(const BlockFeatures& features, std::span<const BlockSplit> splits,
                 std::span<const float> leaves, std::vector<float>& sums);
  void fill_contexts(std::size_t blocks);

  std::vector<float> first_, second_, contexts_;
  std::vector<std::uint8_t> leaf_;
};

}  // namespace khabar
