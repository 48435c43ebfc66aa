#include "sinks/sqlite/article_search.h"

#include <algorithm>

#include "core/io/database.h"
#include "core/text/fold.h"
#include "core/text/utf8.h"
#include "sinks/sqlite/article_index.h"
#include "sinks/sqlite/article_schema.h"

namespace khabar {
namespace {

constexpr std::size_t kPointsBefore = 60;  // code points around the hit, before cutting at words
constexpr std::size_t kPointsBehind = 160;

// A hit in the title or in a name says more than one in a long text.
constexpr std::string_view kSearch =
    "SELECT a.title, a.published, coalesce(a.source_name, a.source_host, a.source_id),"
    " coalesce(a.url, a.origin_path), a.id, a.text,"
    " bm25(article_index, 8.0, 1.0, 4.0, 4.0) AS distance, coalesce(a.revision, 0)"
    " FROM article_index JOIN articles AS a ON a.key = article_index.rowid"
    " WHERE article_index MATCH ? AND a.duplicate_of IS NULL"
    " ORDER BY distance, a.key LIMIT ?";

bool is_continuation(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

bool begins_without_blanks(std::string_view word) {
  const std::string words = index_words(word);
  return words.size() != word.size();  // parted further than folding parts it
}

// Offset of `word` in `key` as whole words, or npos.
std::size_t find_words(std::string_view key, std::string_view word) {
  const bool anywhere = begins_without_blanks(word) || code_point_at(word, 0).size == word.size();
  for (std::size_t at = key.find(word); at != std::string_view::npos; at = key.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    const bool whole = (at == 0 || key[at - 1] == ' ') && (end == key.size() || key[end] == ' ');
    if (whole || anywhere) return at;
  }
  return std::string_view::npos;
}

struct Range {
  std::size_t begin = 0, end = 0;
};

Range first_hit(std::string_view text, const std::vector<std::string>& sought) {
  FoldedText map;
  fold_with_map(text, FoldMarks::drop, map);
  std::size_t first = std::string::npos, size = 0;
  for (const std::string& word : sought) {
    const std::size_t at = find_words(map.key, word);
    if (at >= first) continue;
    first = at;
    size = word.size();
  }
  if (first == std::string::npos) return {};
  return {map.source_begin(first), map.source_end(first + size)};
}

std::size_t back(std::string_view text, std::size_t at, std::size_t points) {
  for (; at > 0 && points > 0; --points) {
    do --at;
    while (at > 0 && is_continuation(text[at]));
  }
  return at;
}

std::size_t forth(std::string_view text, std::size_t at, std::size_t points) {
  for (; at < text.size() && points > 0; --points) {
    do ++at;
    while (at < text.size() && is_continuation(text[at]));
  }
  return at;
}

// Outwards by so many code points, then inwards to a blank; text without blanks is cut as it is.
Range widened(std::string_view text, Range hit) {
  Range range{back(text, hit.begin, kPointsBefore), forth(text, hit.end, kPointsBehind)};
  if (range.begin > 0) {
    const std::size_t blank = text.find_first_of(" \n", range.begin);
    if (blank < hit.begin) range.begin = blank + 1;
  }
  if (range.end < text.size()) {
    const std::size_t blank = text.find_last_of(" \n", range.end);
    if (blank != std::string_view::npos && blank > hit.end) range.end = blank;
  }
  return range;
}

Status check_schema(Database& database) {
  const Result<std::int64_t> version = database.user_version();
  if (!version) return tl::unexpected(version.error());
  constexpr auto kKnown = static_cast<std::int64_t>(kArticleSchema.size());
  if (*version == 0) return invalid(database.path() + " holds no articles");
  if (*version == kKnown) return {};
  return invalid(database.path() + " has schema " + std::to_string(*version) +
                 ", this program knows " + std::to_string(kKnown));
}

}  // namespace

std::string snippet_of(std::string_view text, const std::vector<std::string>& sought) {
  const Range range = widened(text, first_hit(text, sought));
  std::string cut;
  collapse_blanks(text.substr(range.begin, range.end - range.begin), cut);
  return (range.begin > 0 ? "…" : "") + cut + (range.end < text.size() ? "…" : "");
}

Result<std::vector<SearchHit>> search_articles(const std::string& path, std::string_view query,
                                               std::size_t limit) {
  const Result<SearchQuery> parsed = parse_search_query(query);
  if (!parsed) return tl::unexpected(parsed.error());
  Result<Database> database = Database::open(path, DatabaseAccess::read_only);
  if (!database) return tl::unexpected(database.error());
  if (Status status = check_schema(*database); !status) return tl::unexpected(status.error());
  Result<Statement> select = database->prepare(kSearch);
  if (!select) return tl::unexpected(select.error());
  select->bind(1, parsed->expression);
  select->bind(2, static_cast<std::int64_t>(std::min<std::size_t>(limit, INT32_MAX)));
  std::vector<SearchHit> hits;
  for (;;) {
    const Result<bool> row = select->step();
    if (!row) return tl::unexpected(row.error());
    if (!*row) return hits;
    SearchHit& hit = hits.emplace_back();
    hit.title = select->text(0);
    hit.published = select->text(1);
    hit.source = select->text(2);
    hit.url = select->text(3);
    hit.id = select->text(4);
    hit.snippet = snippet_of(select->text(5), parsed->sought);
    hit.score = -select->number(6);
    hit.revision = select->integer(7);
  }
}

}  // namespace khabar
