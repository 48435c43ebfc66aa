// Between rows and SQLite's values: times, hashes, texts that may be NULL. Free functions; one
// thread, the statement's.
#pragma once

#include <bit>
#include <optional>
#include <string>

#include "core/io/database.h"
#include "ingest/feed/frontier_rows.h"

namespace khabar {

// Binds or reads one column after the other.
class Binder {
 public:
  explicit Binder(Statement& statement) : statement_(statement) {}

  Binder& text(std::string_view value) {
    statement_.bind(++at_, value);
    return *this;
  }
  Binder& text_or_null(std::string_view value) {
    statement_.bind_text_or_null(++at_, value);
    return *this;
  }
  Binder& number(std::int64_t value) {
    statement_.bind(++at_, value);
    return *this;
  }
  Binder& hash(std::uint64_t value) { return number(std::bit_cast<std::int64_t>(value)); }
  Binder& flag(bool value) { return number(value ? 1 : 0); }
  Binder& time(TimePoint value) { return number(value.time_since_epoch().count()); }
  Binder& time(const std::optional<TimePoint>& value) {
    if (value) return time(*value);
    statement_.bind_null(++at_);
    return *this;
  }

 private:
  Statement& statement_;
  int at_ = 0;
};

class ColumnReader {
 public:
  explicit ColumnReader(const Statement& statement) : statement_(statement) {}

  std::string text() { return std::string(statement_.text(at_++)); }
  std::int64_t number() { return statement_.integer(at_++); }
  int small() { return static_cast<int>(number()); }
  std::uint64_t hash() { return std::bit_cast<std::uint64_t>(number()); }
  bool flag() { return number() != 0; }
  std::optional<TimePoint> time() {
    const int column = at_++;
    if (statement_.is_null(column)) return std::nullopt;
    return TimePoint(Milliseconds(statement_.integer(column)));
  }

 private:
  const Statement& statement_;
  int at_ = 0;
};

inline constexpr std::string_view kFeedColumns =
    "url, parent, name, kind, language, group_name, title, paused, retired, silent, adopted_url, "
    "moved_url,"
    " moved_sightings, moved_since, etag, last_modified, body_hash, entries_hash,"
    " validators_off_until, last_whole, failures, status, last_error, first_seen, last_poll,"
    " last_ok, last_news, next_due, interval, ttl, cadence, polls, news,"
    " carries_text";

inline constexpr std::string_view kPageColumns =
    "id, feed, url, key, record_id, title, published, authors, language, summary, content, fate,"
    " last_error, first_seen, seen, fetched, due, visits, revisit, failures, etag, last_modified,"
    " body_hash";

void bind_feed(Binder& binder, const FeedRow& row);
FeedRow read_feed(ColumnReader& reader);  // in the order of kFeedColumns
PageRow read_page(ColumnReader& reader);
// What the entry said: five columns and its content.
void bind_entry(Binder& binder, const PageRow& row);

}  // namespace khabar
