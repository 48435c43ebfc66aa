#include "stages/clean/block_model.h"

#include <algorithm>
#include <cmath>

#if defined(__x86_64__) && defined(__GNUC__)
#define KHABAR_TREES_AVX512 1
#include <immintrin.h>
#else
#define KHABAR_TREES_AVX512 0
#endif

#include "core/base/check.h"

namespace khabar {
namespace {

float probability(float log_odds) {
  return 1.0f / (1.0f + std::exp(-log_odds));
}

constexpr std::size_t kDepth = 6;

// A copy of the loop for the vector units of newer processors, chosen when the program starts.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && \
    !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#define KHABAR_VECTOR_CLONES \
  __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define KHABAR_VECTOR_CLONES
#endif

// One tree over `rows` blocks. Lanes are blocks: six comparisons, a look-up, an addition.
KHABAR_VECTOR_CLONES
void add_tree(const float* columns, std::size_t rows, const BlockSplit* splits, const float* leaves,
              float* __restrict sums) {
  const float* column[kDepth];
  float border[kDepth];
  for (std::size_t k = 0; k < kDepth; ++k) {
    column[k] = columns + splits[k].feature * rows;
    border[k] = splits[k].border;
  }
  for (std::size_t b = 0; b < rows; ++b) {
    std::uint32_t leaf = 0;
    for (std::size_t k = 0; k < kDepth; ++k) {
      leaf |= (column[k][b] > border[k] ? 1u : 0u) << k;
    }
    sums[b] += leaves[leaf];
  }
}

#if KHABAR_TREES_AVX512
// All trees over sixteen blocks before the next sixteen, whose values then stay in the first cache;
// a tree's 64 leaves are four registers, which look-ups choose from. `rows`: a multiple of
// kBlockLanes.
__attribute__((target("avx512f"))) void add_trees_avx512(const float* columns, std::size_t rows,
                                                         const BlockSplit* splits,
                                                         const float* leaves, std::size_t trees,
                                                         float* sums) {
  static_assert(kDepth == 6 && kBlockLanes == 16);
  for (std::size_t at = 0; at < rows; at += kBlockLanes) {
    __m512 sum = _mm512_loadu_ps(sums + at);
    const BlockSplit* split = splits;
    const float* leaf = leaves;
    for (std::size_t tree = 0; tree < trees; ++tree, leaf += 64) {
      __m512i number = _mm512_setzero_si512();
      __mmask16 greater = 0;
      for (std::size_t k = 0; k < kDepth; ++k, ++split) {
        const __m512 values = _mm512_loadu_ps(columns + split->feature * rows + at);
        greater = _mm512_cmp_ps_mask(values, _mm512_set1_ps(split->border), _CMP_GT_OQ);
        number = _mm512_mask_or_epi32(number, greater, number, _mm512_set1_epi32(1 << k));
      }
      const __m512 low =
          _mm512_permutex2var_ps(_mm512_loadu_ps(leaf), number, _mm512_loadu_ps(leaf + 16));
      const __m512 high =
          _mm512_permutex2var_ps(_mm512_loadu_ps(leaf + 32), number, _mm512_loadu_ps(leaf + 48));
      sum = _mm512_add_ps(sum, _mm512_mask_blend_ps(greater, low, high));  // the sixth question
    }
    _mm512_storeu_ps(sums + at, sum);
  }
}
#endif

// `columns` holds `rows` values of feature 0, then of feature 1, and so on.
void add_trees(const float* columns, std::size_t rows, std::span<const BlockSplit> splits,
               std::span<const float> leaves, float* sums) {
#if KHABAR_TREES_AVX512
  if (rows % kBlockLanes == 0 && __builtin_cpu_supports("avx512f")) {
    add_trees_avx512(columns, rows, splits.data(), leaves.data(), splits.size() / kDepth, sums);
    return;
  }
#endif
  for (std::size_t tree = 0; tree * kDepth < splits.size(); ++tree) {
    add_tree(columns, rows, &splits[tree * kDepth], &leaves[tree << kDepth], sums);
  }
}

}  // namespace

std::span<const std::uint32_t> BlockModel::find_hopeful(const BlockFeatures& features) {
  const BlockModelTable& table = kBlockModelTable;
  CHECK(table.features == BlockFeatures::count());
  CHECK(table.depth == static_cast<int>(kDepth));
  probabilities_.resize(features.blocks());
  hopeful_.clear();
  if (probabilities_.empty()) return hopeful_;
  const std::size_t early = std::min(table.hopeless_after, table.first_splits.size() / kDepth);
  sums_.assign(features.stride(), 0.0f);
  add_trees(features.column(0), sums_.size(), table.first_splits.first(early * kDepth),
            table.first_leaves.first(early << kDepth), sums_.data());
  std::copy_n(sums_.begin(), probabilities_.size(), probabilities_.begin());
  for (std::size_t b = 0; b < probabilities_.size(); ++b) {
    if (probabilities_[b] >= table.hopeless_below) {
      hopeful_.push_back(static_cast<std::uint32_t>(b));
    }
  }
  return hopeful_;
}

std::span<const float> BlockModel::judge_hopeful(const BlockFeatures& features) {
  const BlockModelTable& table = kBlockModelTable;
  const std::size_t n = features.blocks();
  if (n == 0) return probabilities_;
  const std::size_t early = std::min(table.hopeless_after, table.first_splits.size() / kDepth);
  keep_columns(features);
  const std::size_t rows = hopeful_.size(), padded = sums_.size();
  add_trees(hopeful_columns_.data(), padded, table.first_splits.subspan(early * kDepth),
            table.first_leaves.subspan(early << kDepth), sums_.data());
  for (float& value : probabilities_) value = probability(value);
  for (std::size_t r = 0; r < rows; ++r) probabilities_[hopeful_[r]] = probability(sums_[r]);
  fill_contexts(n);
  sums_.assign(padded, 0.0f);
  add_trees(hopeful_columns_.data(), padded, table.second_splits, table.second_leaves,
            sums_.data());
  for (std::size_t r = 0; r < rows; ++r) probabilities_[hopeful_[r]] = probability(sums_[r]);
  return probabilities_;
}

void BlockModel::keep_columns(const BlockFeatures& features) {
  const std::size_t rows = hopeful_.size();
  const std::size_t padded = (rows + kBlockLanes - 1) / kBlockLanes * kBlockLanes;
  sums_.assign(padded, 0.0f);
  for (std::size_t r = 0; r < rows; ++r) sums_[r] = probabilities_[hopeful_[r]];
  hopeful_columns_.resize((kBlockModelTable.features + kBlockContexts) * padded);
  for (std::size_t f = 0; f < kBlockModelTable.features; ++f) {
    const float* from = features.column(f);
    float* to = hopeful_columns_.data() + f * padded;
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
  const std::size_t padded = sums_.size();
  float* contexts = hopeful_columns_.data() + kBlockModelTable.features * padded;
  for (std::size_t r = 0; r < rows; ++r) {
    const auto i = static_cast<std::ptrdiff_t>(hopeful_[r]);
    float before = 0, after = 0;
    for (std::ptrdiff_t step = 1; step <= 6; ++step) {
      before += at(i - step);
      after += at(i + step);
    }
    const float row[kBlockContexts] = {at(i),     at(i - 1),  at(i + 1), at(i - 2),
                                       at(i + 2), before / 6, after / 6, best};
    for (std::size_t c = 0; c < kBlockContexts; ++c) contexts[c * padded + r] = row[c];
  }
}

}  // namespace khabar
