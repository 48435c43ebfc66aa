// <meta name="parsely-page" content='{"title": ..., "authors": [...], "pub_date": ...}'>: what
// pages told Parse.ly's readers before its single tags, of which it says the same. Pure; any
// thread.
#pragma once

#include <string_view>
#include <vector>

#include "core/model/page_facts.h"

namespace khabar {

// As the single tags would say it: parsely-title, parsely-author (one a name), parsely-pub-date,
// parsely-section, parsely-image-url, and parsely-page:tags (parted by commas). Of text that breaks
// off or is no JSON, what stands before that. Linear; some 40 names and tags at most.
std::vector<MetaTag> parsely_page_metas(std::string_view content);

}  // namespace khabar
