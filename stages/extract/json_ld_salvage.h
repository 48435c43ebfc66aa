// The fields of an article in JSON-LD that is not JSON: a quotation mark within a headline, a field
// without its quotes. What stands plainly behind the keys is still what the site says.
// Pure; any thread. Linear in the script.
#pragma once

#include <string>
#include <string_view>

namespace khabar {

// `script` written once more as JSON ({\"@type\": ...}), as some sites do, is unwrapped; else
// empty.
std::string unwrapped_json(std::string_view script);

// A small JSON object of "@type", "headline", "datePublished", "dateModified", "articleSection" and
// "author" as far as they can be read; empty without a type of article and a headline or a date.
std::string salvaged_json(std::string_view script);

}  // namespace khabar
