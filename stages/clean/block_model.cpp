#include "stages/clean/block_model.h"

#include <algorithm>
#include <cmath>

#include "core/base/check.h"

namespace khabar {
namespace {

void to_probabilities(std::vector<float>& values) {
  for (float& value : values) value = 1.0f / (1.0f + std::exp(-value));
}

}  // namespace

std::span<const float> BlockModel::judge(const BlockFeatures& features) {
  CHECK(kBlockModelTable.features == BlockFeatures::count());
  contexts_.clear();
  sum_trees(features, kBlockModelTable.first_splits, kBlockModelTable.first_leaves, first_);
  to_probabilities(first_);
  fill_contexts(features.blocks());
  sum_trees(features, kBlockModelTable.second_splits, kBlockModelTable.second_leaves, second_);
  to_probabilities(second_);
  return second_;
}

void BlockModel::sum_trees(const BlockFeatures& features, std::span<const BlockSplit> splits,
                           std::span<const float> leaves, std::vector<float>& sums) {
  const std::size_t n = features.blocks();
  const auto depth = static_cast<std::size_t>(kBlockModelTable.depth);
  sums.assign(n, 0.0f);
  leaf_.resize(n);
  for (std::size_t tree = 0; tree * depth < splits.size(); ++tree) {
    for (std::size_t k = 0; k < depth; ++k) {
      const BlockSplit split = splits[tree * depth + k];
      const float* column = split.feature < kBlockModelTable.features
                                ? features.column(split.feature)
                                : &contexts_[(split.feature - kBlockModelTable.features) * n];
      const auto bit = static_cast<std::uint8_t>(1u << k);
      std::uint8_t* leaf = leaf_.data();
      if (k == 0) {
        for (std::size_t b = 0; b < n; ++b) leaf[b] = column[b] > split.border ? bit : 0;
      } else {
        for (std::size_t b = 0; b < n; ++b) {
          leaf[b] = static_cast<std::uint8_t>(leaf[b] | (column[b] > split.border ? bit : 0));
        }
      }
    }
    const float* values = &leaves[tree << depth];
    for (std::size_t b = 0; b < n; ++b) sums[b] += values[leaf_[b]];
  }
}

// Columns: the block itself, one before, one after, two before, two after, the mean of the six
// before and of the six after (absent ones count 0), the page's best. As context() of the script.
void BlockModel::fill_contexts(std::size_t n) {
  contexts_.assign(n * kBlockContexts, 0.0f);
  float best = 0;
  for (const float p : first_) best = std::max(best, p);
  const auto at = [this, n](std::ptrdiff_t b) {
    return b < 0 || b >= static_cast<std::ptrdiff_t>(n) ? 0.0f
                                                        : first_[static_cast<std::size_t>(b)];
  };
  for (std::size_t b = 0; b < n; ++b) {
    const auto i = static_cast<std::ptrdiff_t>(b);
    float before = 0, after = 0;
    for (std::ptrdiff_t step = 1; step <= 6; ++step) {
      before += at(i - step);
      after += at(i + step);
    }
    const float row[kBlockContexts] = {at(i),     at(i - 1),  at(i + 1), at(i - 2),
                                       at(i + 2), before / 6, after / 6, best};
    for (std::size_t c = 0; c < kBlockContexts; ++c) contexts_[c * n + b] = row[c];
  }
}

}  // namespace khabar
