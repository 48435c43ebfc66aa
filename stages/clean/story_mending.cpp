#include "stages/clean/story_mending.h"

#include <algorithm>
#include <cstddef>

#include "stages/clean/cue_words.h"
#include "stages/clean/main_text.h"

namespace khabar {
namespace {

constexpr std::size_t kListItemsMax = 12;
constexpr std::uint32_t kLeadBytesMax = 120;  // "اقرأ أيضاً في هذا الملف"
constexpr std::uint32_t kItemBytesMax = 300;
constexpr std::uint32_t kCellBytesMax = 160;
constexpr std::uint32_t kOfferBytesMax = 400;
constexpr std::uint8_t kClassLevelsMax = 3;
constexpr std::uint32_t kTeaserBytesMax = 200;
constexpr std::uint64_t kMinorPercent = 35;
constexpr std::uint32_t kStoryBytesMin = 400;  // in sentences

bool is_link_line(const Block& block) {
  return block.bytes() <= kItemBytesMax && block.link_bytes * 10 >= block.bytes() * 9;
}

bool is_named(const Block& block, ClassGroup group, std::uint8_t levels_max = kClassLevelsMax) {
  const std::uint8_t levels = block.groups[static_cast<std::size_t>(group)];
  return levels > 0 && levels <= levels_max;
}

// "This story is for subscribers" in a box that calls itself paywall, signup, newsletter.
bool is_offer(const BlockParser& page, const Block& block) {
  return block.bytes() <= kOfferBytesMax && is_named(block, ClassGroup::newsletter) &&
         has_cue(cues_of(page.text_of(block)), Cue::newsletter);
}

// A short line that only announces: "Read also:", "مواضيع ذات صلة".
bool announces_links(const BlockParser& page, const Block& block, BlockFate fate) {
  if (block.bytes() > kLeadBytesMax || block.ends_sentence) return false;
  const bool set_apart =
      block.heading_level > 0 || block.ends_colon || block.has(kAllBold) || fate != BlockFate::kept;
  return set_apart && has_cue(cues_of(page.text_of(block)), Cue::related);
}

// "Read also: Mayor opens the library", the name of the other story being the link.
bool announces_its_own_link(const BlockParser& page, const Block& block) {
  if (block.link_bytes == 0 || block.bytes() > kItemBytesMax) return false;
  const std::string_view text = page.text_of(block);
  const std::size_t colon = std::min(text.find(':'), text.find("："));
  if (colon == std::string_view::npos || colon > kLeadBytesMax / 2) return false;
  return block.link_bytes + colon + 6 >= block.bytes() &&
         has_cue(cues_of(text.substr(0, colon)), Cue::related);
}

// "Home Politics Business Sport": a row of links and nothing else.
bool is_menu_row(const Block& block) {
  return block.links >= 3 && !block.ends_sentence && block.bytes() <= kItemBytesMax &&
         block.link_bytes + 3u * block.links >= block.bytes();
}

struct Table {
  const Node* element = nullptr;
  std::size_t first = 0, last = 0;  // blocks, both included
  std::size_t cells = 0, rows = 0;
  std::uint32_t bytes = 0, link_bytes = 0;
  bool short_cells = true;
};

const Node* up_to(const Node* from, Tag tag) {
  constexpr int kLevelsMax = 8;
  int level = 0;
  for (const Node* up = from->parent; up != nullptr && level < kLevelsMax; up = up->parent) {
    if (up->tag == tag) return up;
    ++level;
  }
  return nullptr;
}

// The blocks from `first` on that stand in the same table as it does.
Table table_at(const std::vector<Block>& blocks, std::size_t first) {
  Table table;
  table.element = up_to(blocks[first].first, Tag::table);
  table.first = table.last = first;
  if (table.element == nullptr) return table;
  const Node* row = nullptr;
  for (std::size_t b = first; b < blocks.size(); ++b) {
    const Block& block = blocks[b];
    if (!block.has(kInTable) || up_to(block.first, Tag::table) != table.element) break;
    const Node* own_row = up_to(block.first, Tag::tr);
    table.rows += own_row != row && own_row != nullptr;
    row = own_row;
    table.last = b;
    ++table.cells;
    table.bytes += block.bytes();
    table.link_bytes += block.link_bytes;
    table.short_cells = table.short_cells && block.bytes() <= kCellBytesMax &&
                        (block.tag == Tag::td || block.tag == Tag::th);
  }
  return table;
}

// Rows and columns of figures and names, few of them links: layout has long cells, menus links.
bool holds_data(const Table& table) {
  return table.short_cells && table.rows >= 3 && table.cells >= 2 * table.rows &&
         table.link_bytes * 2 <= table.bytes;
}

bool stands_in_story(const BlockParser& page, const std::vector<BlockFate>& fates,
                     const Table& table) {
  const std::int32_t best = page.best_container();
  if (best < 0 || !page.is_inside(page.blocks()[table.first].container, best)) return false;
  constexpr std::size_t kBlocksNear = 3;
  for (std::size_t back = 1; back <= kBlocksNear && back <= table.first; ++back) {
    if (fates[table.first - back] == BlockFate::kept) return true;
  }
  return false;
}

// Takes the kept blocks of a kind out where they are the smaller part of all that is kept: a page
// may hold its whole story in a wrapper that scripts unhide, or that is named for the discussion.
template <typename IsOfKind>
void drop_minor(const BlockParser& page, std::vector<BlockFate>& fates, IsOfKind is_of_kind,
                BlockFate fate) {
  const std::vector<Block>& blocks = page.blocks();
  std::uint64_t kept_bytes = 0, bytes = 0;
  for (std::size_t b = 0; b < blocks.size(); ++b) {
    if (fates[b] != BlockFate::kept) continue;
    kept_bytes += blocks[b].bytes();
    if (is_of_kind(blocks[b])) bytes += blocks[b].bytes();
  }
  if (bytes * 100 > kept_bytes * kMinorPercent) return;
  for (std::size_t b = 0; b < blocks.size() && bytes > 0; ++b) {
    if (fates[b] == BlockFate::kept && is_of_kind(blocks[b])) fates[b] = fate;
  }
}

// Windows that open over the page (consent, offers, alerts), where a story stands beside them.
void drop_windows(const std::vector<Block>& blocks, std::vector<BlockFate>& fates) {
  // The id of a heading is its own text more often than a name: "silence-your-alerts".
  const auto is_window = [](const Block& block) {
    const std::uint8_t levels = block.groups[static_cast<std::size_t>(ClassGroup::overlay)];
    return levels == 2 || (levels == 1 && block.heading_level == 0);
  };
  std::uint32_t story = 0;  // bytes in sentences
  bool any = false;
  for (std::size_t b = 0; b < blocks.size(); ++b) {
    if (fates[b] != BlockFate::kept) continue;
    any = any || is_window(blocks[b]);
    if (blocks[b].ends_sentence && !is_window(blocks[b])) story += blocks[b].bytes();
  }
  if (!any || story < kStoryBytesMin) return;
  for (std::size_t b = 0; b < blocks.size(); ++b) {
    if (fates[b] == BlockFate::kept && is_window(blocks[b])) fates[b] = BlockFate::elsewhere;
  }
}

// The first of the kept blocks behind which all are about the author, or the last block.
std::size_t story_end(const BlockParser& page, const std::vector<BlockFate>& fates) {
  const std::vector<Block>& blocks = page.blocks();
  std::size_t end = blocks.size() - 1;
  for (std::size_t b = blocks.size(); b-- > 0;) {
    if (fates[b] != BlockFate::kept) continue;
    if (!is_named(blocks[b], ClassGroup::author)) break;
    end = b;
  }
  return end;
}

}  // namespace

void drop_ways_out(const BlockParser& page, std::vector<BlockFate>& fates) {
  const std::vector<Block>& blocks = page.blocks();
  std::size_t items = 0;          // of the list in work
  const Block* leader = nullptr;  // the block above the list, until it was asked
  bool announced = false;         // by it
  const auto is_announced = [&] {
    if (leader != nullptr) {
      const auto above = static_cast<std::size_t>(leader - blocks.data());
      announced = announces_links(page, *leader, fates[above]);
      leader = nullptr;
    }
    return announced;
  };
  for (std::size_t b = 0; b < blocks.size(); ++b) {
    const Block& block = blocks[b];
    const bool kept = fates[b] == BlockFate::kept;
    if (kept &&
        (is_offer(page, block) || is_menu_row(block) || announces_its_own_link(page, block)))
      fates[b] = BlockFate::elsewhere;
    if (!is_link_line(block)) {
      leader = &block;
      items = 0;
      const bool leads = b + 1 < blocks.size() && is_link_line(blocks[b + 1]);
      if (fates[b] == BlockFate::kept && leads && is_announced()) fates[b] = BlockFate::elsewhere;
      continue;
    }
    if (fates[b] != BlockFate::kept) continue;
    if ((is_announced() && ++items <= kListItemsMax) || is_named(block, ClassGroup::related)) {
      fates[b] = BlockFate::elsewhere;
    }
  }
}

void drop_named_boxes(const BlockParser& page, std::vector<BlockFate>& fates) {
  const std::vector<Block>& blocks = page.blocks();
  if (blocks.empty()) return;
  drop_minor(
      page, fates, [](const Block& block) { return block.has(kInvisible); }, BlockFate::hidden);
  drop_minor(
      page, fates, [](const Block& block) { return is_named(block, ClassGroup::comment, 2); },
      BlockFate::elsewhere);
  drop_windows(blocks, fates);
  for (std::size_t b = 0; b < blocks.size(); ++b) {
    const bool shares = is_named(blocks[b], ClassGroup::share) && is_link_line(blocks[b]);
    if (fates[b] == BlockFate::kept && shares) fates[b] = BlockFate::elsewhere;
  }
  const std::size_t end = story_end(page, fates);
  drop_minor(
      page, fates,
      [&](const Block& block) {
        return is_named(block, ClassGroup::author) && block.begin >= blocks[end].begin;
      },
      BlockFate::elsewhere);
}

void drop_teaser_cards(const BlockParser& page, std::vector<BlockFate>& fates) {
  const std::vector<Block>& blocks = page.blocks();
  std::size_t first = blocks.size();  // of the teasers behind the story
  for (std::size_t b = blocks.size(); b-- > 1;) {
    if (fates[b] != BlockFate::kept) continue;
    const Block& lead = blocks[b - 1];
    const bool is_line = blocks[b].heading_level == 0 && blocks[b].bytes() <= kTeaserBytesMax &&
                         lead.heading_level > 1 && is_link_line(lead);
    const bool is_name = blocks[b].heading_level > 1 && is_link_line(blocks[b]);
    if (!is_line && !is_name) break;
    first = b;
  }
  if (first == blocks.size()) return;
  // A page that is a list of such cards has them for its content.
  drop_minor(
      page, fates, [&](const Block& block) { return block.begin >= blocks[first].begin; },
      BlockFate::elsewhere);
}

void keep_data_tables(const BlockParser& page, std::vector<BlockFate>& fates) {
  const std::vector<Block>& blocks = page.blocks();
  for (std::size_t b = 0; b < blocks.size(); ++b) {
    if (!blocks[b].has(kInTable)) continue;
    const Table table = table_at(blocks, b);
    if (holds_data(table) && stands_in_story(page, fates, table)) {
      for (std::size_t cell = table.first; cell <= table.last; ++cell) {
        if (fates[cell] == BlockFate::model) fates[cell] = BlockFate::kept;
      }
    }
    b = table.last;
  }
}

}  // namespace khabar
