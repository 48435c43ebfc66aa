// The tables of the SQLite sink, for whoever opens its file. No state; any thread.
#pragma once

#include <array>
#include <string_view>

namespace khabar {

// articles       one row a record: its scalar fields, its text, and `record`, the JSON as a whole
// authors, tags  one row each, with a folded form to search by
// versions       view: every version of an article by the id of its first
// copies         view: records marked as duplicates, with their original's id
// article_index  FTS5 over folded words (sinks/sqlite/article_index.h); rowid is articles.key
//
// `key` is Document::key as a signed integer. Nothing in a row depends on when or in which order
// it was written. The index keeps no text of its own (contentless), so a row that changes is taken
// out of it by its old words: whoever changes how words are folded adds a step here that fills the
// index anew. `text` is computed from `record`, so that no text is stored twice.
inline constexpr std::array<std::string_view, 1> kArticleSchema{R"sql(
CREATE TABLE articles (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  url TEXT, canonical_url TEXT,
  source_id TEXT, source_name TEXT, source_host TEXT,
  title TEXT, subtitle TEXT, authors TEXT, agency TEXT,
  dateline_place TEXT, dateline_agency TEXT,
  published TEXT, modified TEXT, fetched TEXT,
  language TEXT, direction TEXT,
  image_url TEXT, image_caption TEXT,
  section TEXT, tags TEXT,
  revision INTEGER, revision_of TEXT, duplicate_of TEXT, similarity REAL,
  words INTEGER NOT NULL,
  origin_kind TEXT NOT NULL, origin_path TEXT NOT NULL, origin_offset INTEGER NOT NULL,
  origin_line INTEGER, origin_record_id TEXT NOT NULL,
  record TEXT NOT NULL,
  text TEXT GENERATED ALWAYS AS (json_extract(record, '$.text')) VIRTUAL
);
CREATE INDEX articles_id ON articles (id);
CREATE INDEX articles_published ON articles (published);
CREATE INDEX articles_host ON articles (source_host, published);
CREATE INDEX articles_version ON articles (coalesce(revision_of, id), coalesce(revision, 1));
CREATE INDEX articles_copy ON articles (duplicate_of) WHERE duplicate_of IS NOT NULL;

CREATE TABLE authors (
  key INTEGER NOT NULL REFERENCES articles (key),
  position INTEGER NOT NULL,
  name TEXT NOT NULL, folded TEXT NOT NULL,
  PRIMARY KEY (key, position)
) WITHOUT ROWID;
CREATE INDEX authors_folded ON authors (folded);

CREATE TABLE tags (
  key INTEGER NOT NULL REFERENCES articles (key),
  position INTEGER NOT NULL,
  tag TEXT NOT NULL, folded TEXT NOT NULL,
  PRIMARY KEY (key, position)
) WITHOUT ROWID;
CREATE INDEX tags_folded ON tags (folded);

CREATE VIEW versions AS
  SELECT coalesce(revision_of, id) AS first_id, coalesce(revision, 1) AS number,
         id, title, published, modified, url, key
  FROM articles WHERE duplicate_of IS NULL;

CREATE VIEW copies AS
  SELECT duplicate_of, id, similarity, title, source_host, url, published, key
  FROM articles WHERE duplicate_of IS NOT NULL;

CREATE VIRTUAL TABLE article_index USING fts5 (
  title, text, authors, tags,
  content = '',
  tokenize = "unicode61 remove_diacritics 0 categories 'L* M* N* Co'"
);
)sql"};

}  // namespace khabar
