// The story as the page's JSON-LD claims it, where the page itself shows only its beginning: pages
// built in the browser and metered ones carry the whole text in articleBody alone. A claim is
// evidence, not truth: it counts when it is long, goes on where the shown text ends, and the shown
// text is a small part of it. Pure; any thread. Linear in the claim.
#pragma once

#include <string_view>
#include <vector>

#include "core/model/document.h"

namespace khabar {

// Replaces `paragraphs`, which the page shows, by those of `claimed` (a StoryClaims::body, which
// may hold tags and entities); false, and nothing done, where the page is better than the claim.
bool take_claimed_story(std::string_view claimed, std::vector<Paragraph>& paragraphs);

}  // namespace khabar
