// A page as its blocks: runs of text that no block-level boundary parts, in document order, with
// the evidence of where each stands. The ground on which main text is judged.
// One BlockParser a worker: it keeps its memory. One thread at a time; never blocks, never fails.
//
//   <article><h1>Title</h1><p>One <a>link</a>.</p><div>Two<br><br>Three</div></article>
//    block 0: h1 "Title"   1: p "One link."   2: div "Two"   3: div "Three"
//
//   containers: one for each element that holds a block, however deep; parent index links them
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/html/tree.h"
#include "stages/clean/page_elements.h"

namespace khabar {

// For each class group, how many elements up it was named: 1 the element itself, 0 nowhere.
using GroupDistances = std::array<std::uint8_t, 32>;
static_assert(kClassGroups <= 32);

enum BlockFlag : std::uint32_t {
  kInArticle = 1u << 0,
  kInMain = 1u << 1,
  kInNav = 1u << 2,
  kInAside = 1u << 3,
  kInFooter = 1u << 4,
  kInHeader = 1u << 5,
  kInForm = 1u << 6,
  kInTable = 1u << 7,
  kInList = 1u << 8,
  kInFigure = 1u << 9,
  kInQuote = 1u << 10,
  kInBodyProperty = 1u << 11,  // itemprop="articleBody", or RDFa's
  kHidden = 1u << 12,          // display:none, [hidden], aria-hidden, <noscript>, <dialog>
  kInLink = 1u << 13,          // the block's element stands inside <a>
  kOrderedList = 1u << 14,
  kInAddress = 1u << 15,
  kInHeading = 1u << 16,
  kInDetails = 1u << 17,
  kInAmp = 1u << 18,
  kAllBold = 1u << 19,
  kAllItalic = 1u << 20,
  kAfterImage = 1u << 21,  // an <img> or <figure> picture stands between it and the block before
  kInvisible = 1u << 22,   // display:none or [hidden]: no reader sees it, whatever scripts may do
  kSetApart = 1u << 23,    // of an element alone: display:block or the like, whatever its tag
};

struct Container {
  std::int32_t parent = -1;
  const Node* element = nullptr;
  std::uint16_t depth = 0;
  ClassGroups groups = 0;       // of the element itself
  std::uint32_t signature = 0;  // hash of its tag and class: equal for like siblings
  std::uint32_t blocks = 0, text_bytes = 0, link_bytes = 0;
  std::uint32_t sentence_bytes = 0;  // of blocks that read like sentences
  std::uint32_t sentence_blocks = 0;
  float score = 0;  // how much it looks like the wrapper of the story
};

struct Block {
  std::uint32_t begin = 0, end = 0;  // bytes of BlockParser::text()
  std::int32_t container = -1;       // the block-level element that holds the text
  const Node* first = nullptr;       // first and last text node
  const Node* last = nullptr;
  Tag tag = Tag::none;  // what decides its kind: p, h1.., li, td, blockquote, div ...
  std::uint8_t heading_level = 0, list_depth = 0;
  std::uint16_t depth = 0, links = 0;
  std::uint32_t flags = 0;
  std::uint32_t link_bytes = 0;
  std::uint32_t signature = 0;                     // of the element and its two parents
  const Node* first_link = nullptr;                // <a>
  std::uint32_t words = 0, marks = 0, digits = 0;  // marks: . , ! ? and their kin of every script
  bool ends_sentence = false, ends_colon = false;
  GroupDistances groups{};

  std::uint32_t bytes() const { return end - begin; }
  bool has(BlockFlag flag) const { return (flags & flag) != 0; }
};

// What the address of the first link says: /author/, /tag/ ... Reads the tree, which must still be.
ClassGroups link_groups(const Block& block);

class BlockParser {
 public:
  // The blocks of `tree`, valid until the next parse. At most kBlocksMax; a page that has more is
  // cut there. `elements` is what was read of the same tree.
  void parse(const Tree& tree, const PageElements& elements);
  void parse(const Tree& tree);  // reads the elements itself

  const std::vector<Block>& blocks() const { return blocks_; }
  const std::vector<Container>& containers() const { return containers_; }
  std::string_view text() const { return {text_.data(), text_bytes_}; }
  std::string_view text_of(const Block& block) const {
    return text().substr(block.begin, block.end - block.begin);
  }
  std::uint32_t first_h1_block() const { return first_h1_block_; }  // blocks().size(): none
  // Container of the highest score, or -1.
  std::int32_t best_container() const { return best_container_; }
  bool is_inside(std::int32_t container, std::int32_t ancestor) const;

 private:
  struct Frame {
    const Node* element = nullptr;
    std::uint32_t flags = 0;
    std::int32_t container = -1;
    ClassGroups own_groups = 0;
    std::uint32_t signature = 0;
    std::uint8_t list_depth = 0;
    bool is_block = false;
    GroupDistances groups{};
  };

  // Behind the text as many bytes can be read as a look at its last ones takes at once.
  static constexpr std::size_t kTextBytesBehind = 16;

  Block& open() { return blocks_.back(); }
  void enter(const Node* element);
  void leave();
  void line_break();
  void append(const Node* text_node);
  char* room(std::size_t bytes);
  void put(char c);
  char last() const { return text_[text_bytes_ - 1]; }
  void append_collapsed(std::string_view text);
  void append_verbatim(std::string_view text);
  void flush();
  void count_characters(Block& block) const;
  void add_up_containers();
  void score_containers();
  std::int32_t container_of_frame(std::size_t frame);

  const PageElements* elements_ = nullptr;  // during a parse
  std::vector<Frame> frames_;
  std::vector<Block> blocks_;
  std::vector<Container> containers_;
  std::string text_;  // longer than the text, and kept: its first text_bytes_ count
  std::size_t text_bytes_ = 0;
  bool has_open_ = false;          // the last block still grows
  const Node* link_ = nullptr;     // the open one, where link_depth_ > 0
  bool image_seen_ = false;        // since the last block
  std::uint32_t plain_bytes_ = 0;  // of the open block, outside bold; and outside italic
  std::uint32_t upright_bytes_ = 0;
  int pending_breaks_ = 0;
  int link_depth_ = 0, bold_depth_ = 0, italic_depth_ = 0, pre_depth_ = 0;
  std::uint32_t first_h1_block_ = 0;
  std::int32_t best_container_ = -1;
};

inline constexpr std::size_t kBlocksMax = 20'000;

}  // namespace khabar
