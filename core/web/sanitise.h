// HTML made safe to show: of somebody else's markup what formats text stays, what runs, loads
// frames, covers the page or talks to other sites by itself goes. A list of what may stay
// (elements, attributes, CSS properties, URL schemes), after the list that feed readers have used
// for twenty years, over the house's HTML tokenizer. Free functions; any thread.
//
// What holds of the output, however hostile the input: every '<' in it begins a tag that was
// written here, of a listed element, its attributes listed, quoted and escaped. So no other reading
// of it (another parser, another place in a page) finds an element that was not looked at. Text and
// character references stay as the publisher wrote them. Tags are not balanced.
#pragma once

#include <string>
#include <string_view>

#include "core/web/feed.h"

namespace khabar {

struct SanitiseOptions {
  std::string_view base;  // of relative addresses; "": they stay relative
  bool is_xhtml = false;  // <b/> is empty
};

// Linear time; the output is at most a few times the input.
std::string sanitise_html(std::string_view html, const SanitiseOptions& options = {});

// `text` as it may be shown: markup sanitised with its base, plain text as it is.
std::string sanitised(const FeedText& text);

// May this element stay? `name` in any case.
bool is_acceptable_element(std::string_view name);

}  // namespace khabar
