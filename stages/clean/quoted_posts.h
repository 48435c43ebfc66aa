// Posts that a story quotes: what <blockquote class="twitter-tweet"> and its kin hold. Readers see
// them between its paragraphs; the block model, who wrote which apart, takes them for furniture.
// Free function over one page's blocks; any thread.
#pragma once

#include <vector>

#include "stages/clean/blocks.h"

namespace khabar {

enum class BlockFate : std::uint8_t;

// Keeps the words of a post that stands beside a kept block of the story, below it; not who posted
// them and when ("— Name (@handle) date"), and not the prompts to look at it elsewhere.
void keep_quoted_posts(const BlockParser& page, std::vector<BlockFate>& fates);

}  // namespace khabar
