// Which of a class or id attribute's words make an element a candidate for the page's facts, or
// say that it holds other stories than the page's own. Web authors' words, in many languages.
#pragma once

#include <cstdint>
#include <string_view>

#include "stages/clean/class_text.h"

namespace khabar {

using ClassHints = std::uint16_t;
inline constexpr ClassHints kCreditHint = 1;    // author, byline, autor, reporter, redakteur ...
inline constexpr ClassHints kDateHint = 2;      // date, time, datum, meta, published, stand ...
inline constexpr ClassHints kTagsHint = 4;      // tags, tag-list, keywords
inline constexpr ClassHints kTrailHint = 8;     // breadcrumb
inline constexpr ClassHints kTitleHint = 16;    // title, headline
inline constexpr ClassHints kSideHint = 32;     // related, sidebar, recommended, newsletter ...
inline constexpr ClassHints kCommentHint = 64;  // comment, disqus: by readers; a side too

// Pure; linear in `value`. Words count wherever they stand in it ("postdate", "authorName").
ClassHints class_hints(std::string_view value);
// The same, of a `text` that is read of `value`.
ClassHints class_hints(std::string_view value, const ClassText& text);

}  // namespace khabar
