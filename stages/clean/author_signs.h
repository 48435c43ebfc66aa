// Cheap signs of an author: how a line opens, where a link leads. They choose what becomes a
// credit in PageFacts; what the credit says is read later. Pure functions, any thread.
#pragma once

#include <string_view>

namespace khabar {

// "By Jane Roe", "Von Max Muster", "بقلم ...": the line opens as bylines do. Case counts: one word
// has its few customary spellings.
bool says_by(std::string_view text);

// "/author/jane-roe", "/autoren/x.html", "?author=7": the page of one who writes. The word must
// stand behind a '/' or '?' and be followed by something. Linear in the length of href.
bool leads_to_author(std::string_view href);

}  // namespace khabar
