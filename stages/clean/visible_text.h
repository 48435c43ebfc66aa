// A subtree's text as a reader sees it. Pure; any thread.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "core/html/tree.h"

namespace khabar {

// Runs of blanks, of any script, become one blank; none is written at the start of a line.
void append_collapsed(std::string_view text, std::string& out);
void trim_end(std::string& text);

inline constexpr std::size_t kVisibleBytesMax = 600;

// Blanks collapsed, scripts, styles and form fields left out, blocks parted by '\n'. At most
// `bytes_max` bytes, which is kVisibleBytesMax at most, cut at a character, out of at most
// `nodes_max` nodes: what is longer than the caller looks for costs no more than what is not.
std::string visible_text(const Node* root, std::size_t bytes_max, std::size_t nodes_max = 400);
// The same in place of what `out` held, its capacity reused.
void read_visible_text(const Node* root, std::size_t bytes_max, std::size_t nodes_max,
                       std::string& out);

}  // namespace khabar
