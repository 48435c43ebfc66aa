// What the characters of one line tell, whatever its words mean: its length, how it ends, whether
// somebody says it. Pure functions of UTF-8; any thread; linear.
#pragma once

#include <string_view>

#include "stages/clean/text_blocks.h"

namespace khabar {

// Words, letters, how it ends. Reads the beginning and the end of the text only.
LineFacts shape_of(std::string_view text);

// Is there a full stop, question mark or the like at the end, quotes and brackets apart?
bool ends_sentence(std::string_view text);
// Headlines end without one, sentences with one; two or three are an ellipsis.
bool ends_in_full_stop(std::string_view text);

// "Follow us to the shelter," the soldier shouted: words that somebody said, told by the story.
bool is_told_speech(std::string_view text);

}  // namespace khabar
