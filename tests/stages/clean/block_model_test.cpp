// The model by columns against a twin that walks one block at a time.
#include "stages/clean/block_model.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <string>

#include "core/html/parser.h"

namespace khabar {
namespace {

struct TwinSum {
  double early = 0, all = 0;
};

TwinSum sum_of(const std::vector<float>& row, std::span<const BlockSplit> splits,
               std::span<const float> leaves) {
  const auto depth = static_cast<std::size_t>(kBlockModelTable.depth);
  TwinSum out;
  for (std::size_t tree = 0; tree < splits.size() / depth; ++tree) {
    std::size_t leaf = 0;
    for (std::size_t k = 0; k < depth; ++k) {
      const BlockSplit& split = splits[tree * depth + k];
      if (row[split.feature] > split.border) leaf |= std::size_t{1} << k;
    }
    out.all += static_cast<double>(leaves[(tree << depth) + leaf]);
    if (tree + 1 == kBlockModelTable.hopeless_after) out.early = out.all;
  }
  return out;
}

std::vector<double> twin(const BlockFeatures& features) {
  const BlockModelTable& table = kBlockModelTable;
  const std::size_t n = features.blocks();
  std::vector<std::vector<float>> rows(n);
  std::vector<double> first(n), out(n);
  std::vector<bool> hopeless(n);
  double best = 0;
  for (std::size_t b = 0; b < n; ++b) {
    for (std::size_t f = 0; f < table.features; ++f) rows[b].push_back(features.column(f)[b]);
    const TwinSum sum = sum_of(rows[b], table.first_splits, table.first_leaves);
    hopeless[b] = sum.early < static_cast<double>(table.hopeless_below);
    out[b] = first[b] = 1 / (1 + std::exp(-(hopeless[b] ? sum.early : sum.all)));
    best = std::max(best, first[b]);
  }
  for (std::size_t b = 0; b < n; ++b) {
    if (hopeless[b]) continue;
    double before = 0, after = 0;
    for (std::size_t step = 1; step <= 6; ++step) {
      if (b >= step) before += first[b - step];
      if (b + step < n) after += first[b + step];
    }
    for (const double value :
         {first[b], b >= 1 ? first[b - 1] : 0, b + 1 < n ? first[b + 1] : 0,
          b >= 2 ? first[b - 2] : 0, b + 2 < n ? first[b + 2] : 0, before / 6, after / 6, best}) {
      rows[b].push_back(static_cast<float>(value));
    }
    out[b] = 1 / (1 + std::exp(-sum_of(rows[b], table.second_splits, table.second_leaves).all));
  }
  return out;
}

std::string random_page(std::mt19937& random) {
  const char* tags[] = {"p", "div", "li", "h2", "td", "blockquote", "aside", "article", "nav"};
  const char* texts[] = {"Home",
                         "<a href=/tag/x>Tag</a>",
                         "The ferry left the old harbour at dawn, "
                         "with forty sacks of olives and two goats on board, and came back.",
                         "© 2024",
                         "Photo: the harbour",
                         "قال الوزير إن الموسم جيد، وإن الأسعار ثابتة."};
  std::string html = "<title>Ferry</title><h1>Ferry</h1>";
  const std::size_t count = 1 + random() % 60;
  for (std::size_t i = 0; i < count; ++i) {
    const std::string tag = tags[random() % std::size(tags)];
    html += '<' + tag + '>' + texts[random() % std::size(texts)];
    if (random() % 3 != 0) html += "</" + tag + '>';
  }
  return html;
}

TEST(BlockModel, says_what_its_naive_twin_says) {
  const unsigned seed = std::random_device{}();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937 random(seed);
  HtmlParser parser;
  BlockParser blocks;
  BlockFeatures features;
  BlockModel model;
  for (int round = 0; round < 200; ++round) {
    const std::string html = random_page(random);
    blocks.parse(parser.parse(html));
    features.compute(blocks, StoryClaims{"Ferry", "", ""});
    const std::vector<double> want = twin(features);
    const std::span<const float> got = model.judge(features);
    ASSERT_EQ(got.size(), want.size());
    for (std::size_t b = 0; b < got.size(); ++b) {
      // Float against double: a first probability at the edge of a split may turn one small tree.
      ASSERT_NEAR(static_cast<double>(got[b]), want[b], 2e-2) << html;
    }
  }
}

// Else the words of every block would have to be read before the first trees are asked.
TEST(BlockModel, the_first_trees_ask_nothing_of_the_words) {
  const BlockModelTable& table = kBlockModelTable;
  const std::size_t splits = table.hopeless_after * static_cast<std::size_t>(table.depth);
  for (const BlockSplit& split : table.first_splits.first(splits)) {
    EXPECT_FALSE(BlockFeatures::is_of_words(split.feature)) << BlockFeatures::name(split.feature);
  }
}

TEST(BlockModel, words_of_hopeless_blocks_change_nothing) {
  const unsigned seed = std::random_device{}();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937 random(seed);
  HtmlParser parser;
  BlockParser blocks;
  BlockFeatures whole, stepwise;
  BlockModel naive, model;
  const StoryClaims claims{"Ferry", "", ""};
  for (int round = 0; round < 50; ++round) {
    const std::string html = random_page(random);  // links are read from it later
    blocks.parse(parser.parse(html));
    whole.compute(blocks, claims);
    stepwise.compute_places(blocks);
    stepwise.compute_words(blocks, claims, model.find_hopeful(stepwise));
    const auto want = naive.judge(whole), got = model.judge_hopeful(stepwise);
    ASSERT_TRUE(std::equal(got.begin(), got.end(), want.begin(), want.end()));
  }
}

TEST(BlockModel, a_page_without_blocks_has_no_word) {
  HtmlParser parser;
  BlockParser blocks;
  BlockFeatures features;
  BlockModel model;
  blocks.parse(parser.parse(""));
  features.compute(blocks, StoryClaims{});
  EXPECT_TRUE(model.judge(features).empty());
}

TEST(BlockModel, the_table_is_whole) {
  const BlockModelTable& table = kBlockModelTable;
  const auto depth = static_cast<std::size_t>(table.depth);
  EXPECT_EQ(table.first_splits.size() / depth << depth, table.first_leaves.size());
  EXPECT_EQ(table.second_splits.size() / depth << depth, table.second_leaves.size());
  for (const BlockSplit& split : table.first_splits) EXPECT_LT(split.feature, table.features);
  for (const BlockSplit& split : table.second_splits) {
    EXPECT_LT(split.feature, table.features + kBlockContexts);
  }
}

}  // namespace
}  // namespace khabar
