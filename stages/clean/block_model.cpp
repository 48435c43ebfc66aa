#include "stages/clean/block_model.h"

#include <algorithm>
#include <cmath>

#include "core/base/check.h"

namespace khabar {
namespace {

float probability(float log_odds) { return 1.0f / (1.0f + std::exp(-log_odds)); }

}  // namespace

std::span<const float> BlockModel::judge(const BlockFeatures& features) {
  const BlockModelTable& table = kBlockModelTable;
  CHECK(table.features == BlockFeatures::count());
  const std::size_t n = features.blocks();
  const auto depth = static_cast<std::size_t>(table.depth);
  probabilities_.assign(n, 0.0f);
  if (n == 0) return probabilities_;
  const std::size_t early = std::min(table.hopeless_after, table.first_splits.size() / depth);
  add_trees(features.column(0), n, table.first_splits.first(early * depth),
            table.first_leaves.first(early << depth), probabilities_.data());
  keep_hopeful(features);
  const std::size_t rows = hopeful_.size();
  add_trees(hopeful_columns_.data(), rows, table.first_splits.subspan(early * depth),
            table.first_leaves.subspan(early << depth), sums_.data());
  for (float& value : probabilities_) value = probability(value);
  for (std::size_t r = 0; r < rows; ++r) probabilities_[hopeful_[r]] = probability(sums_[r]);
  fill_contexts(n);
  sums_.assign(rows, 0.0f);
  add_trees(hopeful_columns_.data(), rows, table.second_splits, table.second_leaves, sums_.data());
  for (std::size_t r = 0; r < rows; ++r) probabilities_[hopeful_[r]] = probability(sums_[r]);
  return probabilities_;
}

// `columns` holds `rows` values of feature 0, then of feature 1, and so on.
void BlockModel::add_trees(const float* columns, std::size_t rows,
                           std::span<const BlockSplit> splits, std::span<const float> leaves,
                           float* sums) {
  const auto depth = static_cast<std::size_t>(kBlockModelTable.depth);
  leaf_.resize(std::max(leaf_.size(), rows));
  std::uint8_t* leaf = leaf_.data();
  for (std::size_t tree = 0; tree * depth < splits.size(); ++tree) {
    for (std::size_t k = 0; k < depth; ++k) {
      const BlockSplit split = splits[tree * depth + k];
      const float* column = columns + split.feature * rows;
      const auto bit = static_cast<std::uint8_t>(1u << k);
      if (k == 0) {
        for (std::size_t b = 0; b < rows; ++b) leaf[b] = column[b] > split.border ? bit : 0;
      } else {
        for (std::size_t b = 0; b < rows; ++b) {
          leaf[b] = static_cast<std::uint8_t>(leaf[b] | (column[b] > split.border ? bit : 0));
        }
      }
    }
    const float* values = &leaves[tree << depth];
    for (std::size_t b = 0; b < rows; ++b) sums[b] += values[leaf[b]];
  }
}

void BlockModel::keep_hopeful(const BlockFeatures& features) {
  const std::size_t n = features.blocks();
  hopeful_.clear();
  for (std::size_t b = 0; b < n; ++b) {
    if (probabilities_[b] >= kBlockModelTable.hopeless_below) {
      hopeful_.push_back(static_cast<std::uint32_t>(b));
    }
  }
  const std::size_t rows = hopeful_.size();
  sums_.resize(rows);
  for (std::size_t r = 0; r < rows; ++r) sums_[r] = probabilities_[hopeful_[r]];
  hopeful_columns_.resize((kBlockModelTable.features + kBlockContexts) * rows);
  for (std::size_t f = 0; f < kBlockModelTable.features; ++f) {
    const float* from = features.column(f);
    float* to = &hopeful_columns_[f * rows];
    for (std::size_t r = 0; r < rows; ++r) to[r] = from[hopeful_[r]];
  }
}

// Columns: the block itself, one before, one after, two before, two after, the mean of the six
// before and of the six after (absent ones count 0), the page's best. As context() of the script.
void BlockModel::fill_contexts(std::size_t n) {
  const float best = *std::max_element(probabilities_.begin(), probabilities_.end());
  const auto at = [this, n](std::ptrdiff_t b) {
    const bool there = b >= 0 && b < static_cast<std::ptrdiff_t>(n);
    return there ? probabilities_[static_cast<std::size_t>(b)] : 0.0f;
  };
  const std::size_t rows = hopeful_.size();
  float* contexts = hopeful_columns_.data() + kBlockModelTable.features * rows;
  for (std::size_t r = 0; r < rows; ++r) {
    const auto i = static_cast<std::ptrdiff_t>(hopeful_[r]);
    float before = 0, after = 0;
    for (std::ptrdiff_t step = 1; step <= 6; ++step) {
      before += at(i - step);
      after += at(i + step);
    }
    const float row[kBlockContexts] = {at(i),     at(i - 1),  at(i + 1), at(i - 2),
                                       at(i + 2), before / 6, after / 6, best};
    for (std::size_t c = 0; c < kBlockContexts; ++c) contexts[c * rows + r] = row[c];
  }
}

}  // namespace khabar
