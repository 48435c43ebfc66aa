// What the shape of a line alone tells. Internal to stages/extract/head_lines. Free functions.
#pragma once

#include <cstddef>
#include <string_view>

namespace khabar {

std::size_t count_folded_words(std::string_view text);
// A full stop, a comma or a colon: no title and no caption ends so. "..." is no full stop.
bool ends_like_prose(std::string_view text);
bool ends_like_question(std::string_view text);
// A full stop, question or exclamation mark; a closing quote or bracket may follow.
bool closes_sentence(std::string_view text);
// A bullet, dash or number before the first word.
bool opens_list(std::string_view text);
bool holds_letters(std::string_view text);
// Junk of saved pages: addresses, tags, attributes.
bool is_markup(std::string_view text);
// "// انتهى //", "(انتهى)", "###", "-30-"
bool is_end_mark(std::string_view text);
// "صورة: ...", "File photo ..."
bool starts_with_picture_word(std::string_view line);
// Bytes of the words of a picture gallery that stand glued before a byline.
std::size_t gallery_controls(std::string_view line);

}  // namespace khabar
