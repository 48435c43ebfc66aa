// The tables of frontier.db. Times are milliseconds since 1970 UTC; NULL: never, or not known.
//
//     feeds ──< forms >── pages        an entry (form) was seen in a feed and led to a page
//       └──< feeds (parent)            sitemaps that an index named
//     aliases >── pages                other URLs of a page: redirects, edited addresses
#pragma once

#include <array>
#include <string_view>

namespace khabar {

inline constexpr std::array<std::string_view, 2> kFrontierSchema{R"(
CREATE TABLE feeds (
  id INTEGER PRIMARY KEY,
  url TEXT NOT NULL UNIQUE,
  parent INTEGER NOT NULL DEFAULT 0,
  configured INTEGER NOT NULL DEFAULT 1,     -- 0: no longer in the configuration
  name TEXT NOT NULL, kind TEXT NOT NULL, language TEXT NOT NULL, group_name TEXT NOT NULL,
  conf_paused INTEGER NOT NULL DEFAULT 0,    -- by the configuration
  title TEXT NOT NULL DEFAULT '',
  paused INTEGER NOT NULL DEFAULT 0,         -- by a person
  retired INTEGER NOT NULL DEFAULT 0,        -- 410
  silent INTEGER NOT NULL DEFAULT 0,
  adopted_url TEXT NOT NULL DEFAULT '',
  moved_url TEXT NOT NULL DEFAULT '', moved_sightings INTEGER NOT NULL DEFAULT 0, moved_since INTEGER,
  etag TEXT NOT NULL DEFAULT '', last_modified TEXT NOT NULL DEFAULT '',
  body_hash INTEGER NOT NULL DEFAULT 0, entries_hash INTEGER NOT NULL DEFAULT 0,
  validators_off_until INTEGER, last_whole INTEGER,
  failures INTEGER NOT NULL DEFAULT 0, status INTEGER NOT NULL DEFAULT 0,
  last_error TEXT NOT NULL DEFAULT '',
  first_seen INTEGER, last_poll INTEGER, last_ok INTEGER, last_news INTEGER, next_due INTEGER,
  interval INTEGER NOT NULL DEFAULT 0, ttl INTEGER NOT NULL DEFAULT 0,
  cadence TEXT NOT NULL DEFAULT '',
  polls INTEGER NOT NULL DEFAULT 0, news INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE forms (
  feed INTEGER NOT NULL, identity INTEGER NOT NULL,
  guid INTEGER NOT NULL, url INTEGER NOT NULL, title INTEGER NOT NULL, published_s INTEGER NOT NULL,
  page INTEGER NOT NULL,                     -- 0: passed over
  version INTEGER NOT NULL, seen INTEGER NOT NULL,
  PRIMARY KEY (feed, identity, guid, url, title, published_s)
) WITHOUT ROWID;
CREATE TABLE pages (
  id INTEGER PRIMARY KEY,                    -- hash of the address, or of feed and entry
  feed INTEGER NOT NULL,
  url TEXT NOT NULL,                         -- '': the entry itself is the article
  key INTEGER NOT NULL,                      -- of the document that the next visit makes
  record_id TEXT NOT NULL,
  title TEXT, published TEXT, authors TEXT, language TEXT, summary TEXT, content TEXT,
  fate TEXT NOT NULL DEFAULT '',             -- '': none yet
  last_error TEXT NOT NULL DEFAULT '',
  first_seen INTEGER NOT NULL, seen INTEGER NOT NULL, fetched INTEGER,
  due INTEGER,                               -- NULL: never again
  visits INTEGER NOT NULL DEFAULT 0, revisit INTEGER NOT NULL DEFAULT 0,
  failures INTEGER NOT NULL DEFAULT 0,
  etag TEXT NOT NULL DEFAULT '', last_modified TEXT NOT NULL DEFAULT '',
  body_hash INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX pages_due ON pages(due, fate) WHERE due IS NOT NULL;
CREATE INDEX pages_seen ON pages(seen);
CREATE TABLE aliases (url INTEGER PRIMARY KEY, page INTEGER NOT NULL, seen INTEGER NOT NULL);
CREATE INDEX aliases_seen ON aliases(seen);
CREATE TABLE robots (
  origin TEXT PRIMARY KEY, kind INTEGER NOT NULL, expires INTEGER NOT NULL,
  unreachable_since INTEGER, failures INTEGER NOT NULL, body TEXT NOT NULL
);
CREATE TABLE site_pauses (site TEXT PRIMARY KEY, until INTEGER NOT NULL);
CREATE TABLE counts (name TEXT PRIMARY KEY, value INTEGER NOT NULL);
CREATE TABLE wishes (url TEXT PRIMARY KEY, paused INTEGER NOT NULL);  -- of other processes
)",
                                                                 R"(
ALTER TABLE feeds ADD COLUMN carries_text INTEGER NOT NULL DEFAULT 0;     -- most of its entries
-- Pages that robots.txt forbade since it last allowed one.
ALTER TABLE feeds ADD COLUMN pages_disallowed INTEGER NOT NULL DEFAULT 0;
)"};

}  // namespace khabar
