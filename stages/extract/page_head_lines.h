// The lines between a page's headline and its story that are fields, not text: "By Tom Ashby",
// "12/03/2026 - 10:30". On most pages they stand outside the story's wrapper and never come here.
// Free functions; the parsers are the worker's own.
#pragma once

#include <vector>

#include "core/model/document.h"
#include "core/text/dates.h"
#include "stages/extract/byline.h"

namespace khabar {

// Takes lines that are wholly a byline, a date or the name of a known author out of the first few
// of `article.paragraphs`; fills `article.authors` where nothing better did. What ends a sentence
// is story, and so is all behind it; at least one paragraph stays. With `removed`, says of each
// what took it.
void take_page_head_lines(Article& article, const Bylines& bylines, DateParser& dates,
                          std::vector<Removed>* removed);

}  // namespace khabar
