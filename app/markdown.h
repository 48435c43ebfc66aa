// A record as Markdown: headings, lists, quotes, tables and links as the page had them.
// Pure function; any thread.
#pragma once

#include <string>

#include "core/model/document.h"

namespace khabar {

// The title as a first heading, a line of credits, then the paragraphs.
std::string markdown_of(const Document& document);

}  // namespace khabar
