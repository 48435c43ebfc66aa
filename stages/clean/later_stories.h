// Whole stories below the page's own: pages that load the next one as readers scroll, and those of
// a day's short pieces. Free function over one page's blocks; any thread.
#pragma once

#include <string_view>
#include <vector>

#include "stages/clean/blocks.h"

namespace khabar {

enum class BlockFate : std::uint8_t;

// Takes the kept blocks of stories out whose wrapper stands beside that of the page's own story, is
// of the same element and class, and opens with a headline of the same make. The page's own is the
// one whose headline is `title`, else the first. What has no story of its own (a page title above
// sections, a list of cards) is left alone.
void drop_later_stories(const BlockParser& page, std::string_view title,
                        std::vector<BlockFate>& fates);

}  // namespace khabar
