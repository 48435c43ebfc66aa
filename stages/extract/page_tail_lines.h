// What stands below a page's story about who wrote it: "Jane Roe writes about harbours for the
// Herald.", "Written by Jane Roe". On most pages it stands in a box of its own and never comes
// here. Free functions; the parser is the worker's own.
#pragma once

#include <vector>

#include "core/model/document.h"
#include "stages/extract/byline.h"

namespace khabar {

// Takes the last paragraphs off that open with the full name of one of `article.authors`, give an
// address of theirs, or are wholly a byline, and headings that then have nothing below. Interviews,
// whose lines open with "Jane Roe:", and stories of a few lines stay whole. With `removed`, says of
// each what took it.
void take_page_tail_lines(Article& article, const Bylines& bylines, std::vector<Removed>* removed);

}  // namespace khabar
