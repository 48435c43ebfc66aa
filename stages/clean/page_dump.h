// Whole web pages that came as text (copied out of a browser, or html2text): menus, tickers, the
// story, other stories, footer, one line each. Tells such a text from a story and cuts the story
// out. Judges by shape alone, not by words, so that it knows no language. Free functions; any
// thread. Time is linear in the text.
//
//   Home / World / Sport ...            menu lines      -40 each   } head: outside
//   Parliament passes the water law     headline        found by the words it shares with the story
//   The house voted on Monday ...       sentence        +140       }
//   Advertisement                       short           -40        } the segment of most weight
//   "We waited for years", she said.    sentence        +32        }
//   More stories / headline / headline  unmarked        -50 each   } tail: outside
//   About us / Contact / © 2031 ...
#pragma once

#include <span>
#include <vector>

#include "core/model/document.h"

namespace khabar {

// True only where there is no doubt: dozens of lines, many of them unfinished and menu-like, a
// region of sentences, and three of the four marks of a page: a menu before the story, a menu
// behind it, menu lines that come again, a © line outside the story. A story with a long table or
// list of names is none.
bool is_page_dump(std::span<const Paragraph> lines);

// Leaves the story and its headline. What falls is appended to `removed`, unless that is null, with
// rule "dump/outside_story", or "dump/teaser" for lines inside the story that recur behind it.
// Of several stories the first of weight stays. No change where there is no region of sentences.
void keep_story(std::vector<Paragraph>& lines, std::vector<Removed>* removed);

}  // namespace khabar
