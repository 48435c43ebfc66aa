// Main text: which blocks of a page are the story, in reading order, each once.
// One MainText a worker (it keeps its memory); one thread at a time; never blocks, never fails.
#pragma once

#include <string_view>
#include <vector>

#include "core/html/tree.h"
#include "core/model/document.h"
#include "stages/clean/block_features.h"
#include "stages/clean/block_model.h"
#include "stages/clean/blocks.h"
#include "stages/clean/story_claims.h"

namespace khabar {

struct MainTextOptions {
  bool markdown = false;     // fill Paragraph::markdown
  bool quoted_posts = true;  // keep what posts of X, Instagram and the like say inside the story
};

// Why a block stayed or went, for `explain`.
enum class BlockFate : std::uint8_t { kept, model, repeated, title, elsewhere, hidden, outside };
std::string_view block_fate_name(BlockFate fate);

class MainText {
 public:
  // Replaces `paragraphs`. `elements` is what was read of `tree`; the page's own title, in
  // `claims`, is not text of the story. Never empty where the page has text at all: a page on which
  // the model trusts nothing gives what its best container holds.
  void extract(const Tree& tree, const PageElements& elements, const StoryClaims& claims,
               const MainTextOptions& options, std::vector<Paragraph>& paragraphs);

  // Of the last extract(): what was judged, and how.
  const BlockParser& page() const { return page_; }
  const BlockFeatures& features() const { return features_; }
  std::span<const float> probabilities() const { return probabilities_; }
  const std::vector<BlockFate>& fates() const { return fates_; }
  // Node numbers of the first and behind the last kept block; 0, 0 when nothing was kept.
  std::uint32_t first_position() const { return first_position_; }
  std::uint32_t last_position() const { return last_position_; }

 private:
  void choose(std::string_view title);
  void fall_back();
  bool join_row(const Block& block, Paragraph& cell, std::vector<Paragraph>& paragraphs);
  void emit(const MainTextOptions& options, std::vector<Paragraph>& paragraphs);

  BlockParser page_;
  BlockFeatures features_;
  BlockModel model_;
  std::span<const float> probabilities_;
  std::vector<BlockFate> fates_;
  std::vector<std::uint64_t> seen_;
  const Node* open_row_ = nullptr;  // of the last paragraph, while emitting
  std::size_t last_cell_bytes_ = 0;
  std::int32_t last_cell_ = -1;  // container of the last cell, while emitting
  std::uint32_t first_position_ = 0, last_position_ = 0;
};

}  // namespace khabar
