// Search in the file of a SQLite sink, while it is being written or not. Free functions; any
// thread, for each call opens the file for itself. Blocks on the disk.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace khabar {

struct SearchHit {
  std::string title, published, source, url, id;
  std::string snippet;  // display text around the hit, cut at words; "…" where something was cut
  std::int64_t revision = 0;  // 0: no earlier version known; else 2, 3, ...
  double score = 0;           // BM25, greater is better; comparable within one search only
};

// The best `limit` articles, best first; copies that were marked as duplicates are left out.
// The query language is that of parse_search_query(). `invalid` for an empty query, or a file that
// is no database of the SQLite sink.
Result<std::vector<SearchHit>> search_articles(const std::string& path, std::string_view query,
                                               std::size_t limit);

// The part of `text` around the first place that folds to one of `sought`, or the beginning.
std::string snippet_of(std::string_view text, const std::vector<std::string>& sought);

}  // namespace khabar
