// The full-text side of the database: how a text becomes words to index, and how a person's query
// becomes an FTS5 expression over such words. Both fold the same way, so that a query without
// hamza or harakat finds the word that has them. Free functions without state; any thread.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace khabar {

// A longer query is no question any more.
inline constexpr std::size_t kQueryBytesMax = 4096;
inline constexpr std::size_t kQueryTermsMax = 32;

// The folded words of `display`, parted by blanks. Scripts that are written without blanks (Han,
// kana, Thai, Lao, Khmer, Myanmar) are parted at every character; a search for a word of theirs
// is a search for the row of its characters.
std::string index_words(std::string_view display);

struct SearchQuery {
  std::string expression;  // for MATCH; no input makes it a syntax error
  // What a hit may look like in a folded text, any of them: to find the place for the snippet.
  std::vector<std::string> sought;
};

// Words must all occur; "a row of words" in quotes («», “” too) as one; -word must not; a OR b one
// of the two. A bare Arabic word is also found with the article and the proclitics written onto it
// (و ف ب ك ل), and an article in the query does not matter. `invalid` when there is nothing to
// search for.
Result<SearchQuery> parse_search_query(std::string_view query);

}  // namespace khabar
