// The rows of frontier.db as values. What each column means is told in frontier_schema.h.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/clock.h"
#include "core/model/document.h"
#include "core/web/entry_identity.h"
#include "ingest/feed/cadence.h"

namespace khabar {

struct FeedRow {
  std::int64_t id = 0;      // 0: not yet in the file
  std::string url;          // as configured; of a sitemap found in an index, its own
  std::int64_t parent = 0;  // the index it was found in
  std::string name, kind, language, group;  // as configured
  std::string title;                        // as the feed calls itself
  bool is_paused = false;                   // by a person, beside the configuration
  bool is_retired = false;
  bool is_silent = false;  // at its last good poll

  std::string adopted_url;
  std::string moved_url;  // where it says to have moved for good, seen so often since then
  int moved_sightings = 0;
  std::optional<TimePoint> moved_since;

  std::string etag, last_modified;
  std::uint64_t body_hash = 0;     // of the last answer, to the byte
  std::uint64_t entries_hash = 0;  // of what it said
  std::optional<TimePoint> validators_off_until;
  std::optional<TimePoint> last_whole;  // when its body last came

  int failures = 0, status = 0;
  std::string last_error;
  std::optional<TimePoint> first_seen, last_poll, last_ok, last_news, next_due;
  Milliseconds interval{0};
  Milliseconds ttl{0};  // as the feed last asked for
  Cadence cadence;
  std::int64_t polls = 0, news = 0;
  bool carries_text = false;  // most entries of its last news had text of their own

  const std::string& address() const { return adopted_url.empty() ? url : adopted_url; }
};

// An entry of a feed under one of the forms it was seen in.
struct EntryForm {
  std::int64_t feed = 0;
  KnownEntry known;
  std::uint64_t page = 0;     // 0: passed over
  std::uint64_t version = 0;  // version_of() when it was last seen
  std::optional<TimePoint> seen;
};

// A URL, or an entry that is its own article.
struct PageRow {
  std::uint64_t id = 0;
  std::int64_t feed = 0;
  std::string url;        // empty: there is nothing to fetch
  std::uint64_t key = 0;  // of the document that its next visit makes
  std::string record_id;
  Given given;
  std::string content;  // the entry's own text as an HTML page, when that is the article
  std::string fate;     // empty: none yet
  std::string last_error;
  std::optional<TimePoint> first_seen, seen, fetched;
  std::optional<TimePoint> due;  // when it is to be fetched (again); none: never
  int visits = 0;                // documents that settled
  int revisit = 0;               // how many of the configured revisits are over
  int failures = 0;              // in a row
  std::string etag, last_modified;
  std::uint64_t body_hash = 0;
};

struct RobotsRow {
  std::string origin;  // "https://example.com:8443"
  enum class Kind : std::uint8_t { rules, allow_all, unreachable };
  Kind kind = Kind::rules;
  std::string body;  // the last rules known, also while unreachable
  TimePoint expires{};
  std::optional<TimePoint> unreachable_since;
  int failures = 0;
};

}  // namespace khabar
