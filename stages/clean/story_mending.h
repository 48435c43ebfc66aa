// What the block model gets wrong in ways that structure alone tells: lists of links below a "read
// also" inside the story, offers to subscribe, and the cells of a table of figures. Free functions
// over one page's blocks; any thread.
#pragma once

#include <vector>

#include "stages/clean/blocks.h"

namespace khabar {

enum class BlockFate : std::uint8_t;

// Takes out kept blocks that are nothing but a link, where the line they hang below says that they
// lead elsewhere, or their own element's class does; and lines that offer a subscription from a box
// made for that.
void drop_ways_out(const BlockParser& page, std::vector<BlockFate>& fates);

// Keeps a table of short cells whole when it stands among the story's blocks, inside its wrapper.
void keep_data_tables(const BlockParser& page, std::vector<BlockFate>& fates);

}  // namespace khabar
