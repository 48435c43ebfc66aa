#include "stages/clean/main_text.h"

#include <algorithm>

#include "core/text/digest.h"
#include "core/text/fold.h"
#include "stages/clean/block_markdown.h"
#include "stages/clean/later_stories.h"
#include "stages/clean/quoted_posts.h"
#include "stages/clean/story_mending.h"

namespace khabar {
namespace {

constexpr float kStoryFrom = 0.45f;         // threshold of the model, by cross-validation
constexpr std::uint32_t kRepeatBytes = 40;  // shorter lines may well stand twice in a story

constexpr std::size_t kCellBytes = 200;
const std::string kCellBorder = " | ";

ParagraphKind kind_of(const Block& block) {
  if (block.heading_level > 0) return ParagraphKind::heading;
  switch (block.tag) {
    case Tag::li:
    case Tag::dd:
    case Tag::dt:
      return ParagraphKind::list_item;
    case Tag::td:
    case Tag::th:
      return ParagraphKind::table_row;
    case Tag::figcaption:
    case Tag::caption:
      return ParagraphKind::caption;
    case Tag::pre:
      return ParagraphKind::preformatted;
    case Tag::blockquote:
      return ParagraphKind::quote;
    default:
      break;
  }
  if (block.has(kInQuote)) return ParagraphKind::quote;
  if (block.has(kInList) && block.list_depth > 0) return ParagraphKind::list_item;
  return ParagraphKind::paragraph;
}

const Node* row_of(const Node* text) {
  constexpr int kLevelsMax = 8;
  int level = 0;
  for (const Node* up = text->parent; up && level < kLevelsMax; up = up->parent, ++level) {
    if (up->tag == Tag::tr) return up;
  }
  return nullptr;
}

std::string escaped_pipes(std::string_view markdown) {
  std::string out;
  for (const char c : markdown) {
    if (c == '|') out += '\\';
    out += c;
  }
  return out;
}

}  // namespace

std::string_view block_fate_name(BlockFate fate) {
  switch (fate) {
    case BlockFate::kept:
      return "kept";
    case BlockFate::model:
      return "not story";
    case BlockFate::repeated:
      return "repeated";
    case BlockFate::title:
      return "title";
    case BlockFate::elsewhere:
      return "leads elsewhere";
    case BlockFate::hidden:
      return "hidden";
    case BlockFate::outside:
      return "outside";
  }
  return "";
}

void MainText::extract(const Tree& tree, const PageElements& elements, const StoryClaims& claims,
                       const MainTextOptions& options, std::vector<Paragraph>& paragraphs) {
  page_.parse(tree, elements);
  features_.compute_places(page_);
  features_.compute_words(page_, claims, model_.find_hopeful(features_));
  probabilities_ = model_.judge_hopeful(features_);
  choose(claims.title);
  drop_ways_out(page_, fates_);
  drop_named_boxes(page_, fates_);
  drop_teaser_cards(page_, fates_);
  drop_later_stories(page_, claims.title, fates_);
  keep_data_tables(page_, fates_);
  if (options.quoted_posts) keep_quoted_posts(page_, fates_);
  if (std::find(fates_.begin(), fates_.end(), BlockFate::kept) == fates_.end()) fall_back();
  emit(options, paragraphs);
}

void MainText::choose(std::string_view title) {
  const std::vector<Block>& blocks = page_.blocks();
  fates_.assign(blocks.size(), BlockFate::model);
  seen_.clear();
  const std::string title_key = folded(title);
  for (std::size_t b = 0; b < blocks.size(); ++b) {
    if (probabilities_[b] < kStoryFrom) continue;
    const Block& block = blocks[b];
    fates_[b] = BlockFate::kept;
    if (block.heading_level == 1 && !title_key.empty() && block.bytes() < 400) {
      const std::string key = folded(page_.text_of(block));
      if (!key.empty() && title_key.starts_with(key)) fates_[b] = BlockFate::title;
    }
    if (block.bytes() < kRepeatBytes || fates_[b] != BlockFate::kept) continue;
    const std::uint64_t hash = hash64(page_.text_of(block), 0);
    const auto place = std::lower_bound(seen_.begin(), seen_.end(), hash);
    if (place != seen_.end() && *place == hash) {
      fates_[b] = BlockFate::repeated;
    } else {
      seen_.insert(place, hash);
    }
  }
}

// The model trusts nothing: flashes of a line, pages of a make it never saw. What its best
// container says in sentences is better than nothing, and so is the likeliest block of all.
void MainText::fall_back() {
  const std::vector<Block>& blocks = page_.blocks();
  const std::int32_t best = page_.best_container();
  bool any = false;
  for (std::size_t b = 0; b < blocks.size(); ++b) {
    const Block& block = blocks[b];
    const bool inside = best >= 0 && page_.is_inside(block.container, best);
    if (!inside || block.heading_level > 0 || block.link_bytes * 2 > block.bytes()) continue;
    if (!block.ends_sentence && block.marks < 2) continue;
    if (fates_[b] != BlockFate::model || probabilities_[b] < 0.02f) continue;
    fates_[b] = BlockFate::kept;
    any = true;
  }
  if (any || blocks.empty()) return;
  const auto likeliest = std::max_element(probabilities_.begin(), probabilities_.end());
  if (*likeliest > 0.1f) {
    fates_[static_cast<std::size_t>(likeliest - probabilities_.begin())] = BlockFate::kept;
  }
}

// The cells of a row read as one line: "Monday | 21 °C | rain". Long cells are no data but layout.
bool MainText::join_row(const Block& block, Paragraph& cell, std::vector<Paragraph>& paragraphs) {
  if (cell.kind != ParagraphKind::table_row) return false;
  const bool same_cell = block.container == last_cell_;
  last_cell_ = block.container;
  if (same_cell || cell.text.size() > kCellBytes) {  // a table that lays the page out
    cell.kind = ParagraphKind::paragraph;
    if (same_cell && !paragraphs.empty() && paragraphs.back().kind == ParagraphKind::table_row &&
        paragraphs.back().text.find(kCellBorder) == std::string::npos) {
      paragraphs.back().kind = ParagraphKind::paragraph;
    }
    return false;
  }
  const Node* row = row_of(block.first);
  cell.markdown = escaped_pipes(cell.markdown);
  const bool joins = row != nullptr && row == open_row_ && !paragraphs.empty() &&
                     paragraphs.back().kind == ParagraphKind::table_row &&
                     cell.text.size() <= kCellBytes && last_cell_bytes_ <= kCellBytes;
  open_row_ = row;
  last_cell_bytes_ = cell.text.size();
  if (!joins) return false;
  Paragraph& line = paragraphs.back();
  line.text += kCellBorder + cell.text;
  if (!cell.markdown.empty()) line.markdown += kCellBorder + cell.markdown;
  return true;
}

void MainText::emit(const MainTextOptions& options, std::vector<Paragraph>& paragraphs) {
  paragraphs.clear();
  first_position_ = last_position_ = 0;
  open_row_ = nullptr;
  last_cell_ = -1;
  const std::vector<Block>& blocks = page_.blocks();
  for (std::size_t b = 0; b < blocks.size(); ++b) {
    if (fates_[b] != BlockFate::kept) continue;
    const Block& block = blocks[b];
    if (first_position_ == 0) first_position_ = block.first->id;
    last_position_ = block.last->id + 1;
    Paragraph paragraph;
    paragraph.kind = kind_of(block);
    paragraph.level = paragraph.kind == ParagraphKind::heading     ? block.heading_level
                      : paragraph.kind == ParagraphKind::list_item ? block.list_depth
                                                                   : std::uint8_t{0};
    paragraph.ordered = block.has(kOrderedList);
    paragraph.text = page_.text_of(block);
    if (options.markdown) paragraph.markdown = inline_markdown(block);
    if (!join_row(block, paragraph, paragraphs)) paragraphs.push_back(std::move(paragraph));
  }
  for (Paragraph& row : paragraphs) {  // of one cell: a table that lays the page out
    if (row.kind != ParagraphKind::table_row) continue;
    if (row.text.find(kCellBorder) == std::string::npos) row.kind = ParagraphKind::paragraph;
  }
}

}  // namespace khabar
