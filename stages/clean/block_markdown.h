// The inline Markdown of one block: links, emphasis, code. Pure function; any thread.
#pragma once

#include <string>

#include "stages/clean/blocks.h"

namespace khabar {

// CommonMark text of the block's run, from its first to its last text node, with the signs that
// Markdown would read as its own escaped. The tree must still live.
std::string inline_markdown(const Block& block);

// Escapes what CommonMark would take for markup in running text.
std::string escape_markdown(std::string_view text);

}  // namespace khabar
