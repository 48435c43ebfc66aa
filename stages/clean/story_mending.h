// What the block model gets wrong in ways that structure alone tells, mostly on pages smaller than
// those it learned from. Free functions over one page's blocks; any thread.
#pragma once

#include <vector>

#include "stages/clean/blocks.h"

namespace khabar {

enum class BlockFate : std::uint8_t;

// Takes out kept blocks that are nothing but a link, where the line they hang below says that they
// lead elsewhere, or their own element's class does; and lines that offer a subscription from a box
// made for that.
void drop_ways_out(const BlockParser& page, std::vector<BlockFate>& fates);

// Takes out what is hidden, in a box named for comments, or about the author behind the story,
// where that is the smaller part; links to share by; and windows that open over the page, however
// much they say, where a story stands beside them.
void drop_named_boxes(const BlockParser& page, std::vector<BlockFate>& fates);

// Takes out teasers behind the story: a heading that is a link, and a short line below it.
void drop_teaser_cards(const BlockParser& page, std::vector<BlockFate>& fates);

// Keeps a table of short cells whole when it stands among the story's blocks, inside its wrapper.
void keep_data_tables(const BlockParser& page, std::vector<BlockFate>& fates);

}  // namespace khabar
