// The day of publication that a page's scripts carry: {"publishedAt": "2020-05-01T..."} of pages
// that are built in the browser. A last resort, for pages that say it nowhere else.
// Pure; any thread. Linear in the script.
#pragma once

#include <span>
#include <string_view>

#include "core/html/tree.h"
#include "core/model/page_facts.h"

namespace khabar {

// The value behind the first key that says when something was published, else created; a view
// into `script`, as written. Empty when there is none. A script that lists many stories, as teasers
// do, says nothing of the page's own and gives nothing.
std::string_view date_in_script(std::string_view script);

// Adds it as a MetaTag named kFactsScriptDate, where neither meta tags nor JSON-LD bear a date: of
// the first of `elements` that is a script and bears one.
void collect_script_date(std::span<const Node* const> elements, PageFacts& facts);

}  // namespace khabar
