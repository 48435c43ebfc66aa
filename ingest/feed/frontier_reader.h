// FrontierReader: looks into the frontier of a source of type "feeds" while that runs, or after:
// which feeds are well, what waits, what became of which URL. Reads frontier.db through its own
// connection; blocks on the disk, never on the writer. One thread at a time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/io/database.h"

namespace khabar {

// The file of [sources.NAME]: "STATE/frontier.db" for the name "feeds", else
// "STATE/frontier-NAME.db".
std::string frontier_path(std::string_view state_dir, std::string_view source_name);

enum class FeedState : std::uint8_t {
  active,
  paused,   // by the configuration or by `khabar feeds pause`
  retired,  // answered 410 Gone
};
const char* feed_state_name(FeedState state);  // "active"

// One configured feed, sitemap or index page.
struct FeedHealth {
  std::string name;         // as configured, else the feed's own title, else its host
  std::string url;          // as configured
  std::string adopted_url;  // where it moved for good; empty: it did not
  std::string kind;         // "feed", "sitemap", "index_page"
  std::string language, group;
  FeedState state = FeedState::active;
  std::optional<TimePoint> last_poll;  // that ended, well or not
  std::optional<TimePoint> last_ok;    // that was answered as it should be (200 and a feed, or 304)
  std::optional<TimePoint> last_news;  // when an entry was last seen for the first time
  std::optional<TimePoint> next_due;   // none: paused, retired, or its first poll is not yet set
  Milliseconds interval{0};            // between the last poll and the next; 0: never polled
  double news_per_day = 0;             // usual cadence, as its last weeks were
  int failures = 0;                    // polls in a row that failed
  int status = 0;                      // HTTP status of the last poll; 0: there was no answer
  std::string last_error;              // empty when failures is 0
  bool silent = false;  // no news for much longer than its usual cadence at these hours would let
                        // one expect
  std::uint64_t polls = 0, news = 0;  // ever
  int pages_disallowed = 0;           // in a row, by robots.txt
  bool carries_text = false;          // most of its latest entries have text of their own
  bool is_failing() const { return failures > 0; }
  // robots.txt forbids the pages: that one is forbidden may be the page's own affair.
  static constexpr int kDisallowedLeast = 3;
  bool is_disallowed() const { return pages_disallowed >= kDisallowedLeast; }
};

// What became of the URLs that the frontier knows.
struct FrontierCounts {
  std::uint64_t feeds_active = 0, feeds_paused = 0, feeds_retired = 0, feeds_failing = 0,
                feeds_silent = 0, feeds_disallowed = 0;
  std::uint64_t pages_waiting = 0;  // to be fetched for the first time, or again after a failure
  std::uint64_t pages_to_revisit = 0;
  std::uint64_t pages_known = 0;
  // Fates with their counts, most frequent first: "delivered", "not_found", "soft_404" ...
  std::vector<std::pair<std::string, std::uint64_t>> fates;
};

struct PageState {
  std::string url, feed_url;  // the feed that named it first
  std::string fate;           // empty: waits for its first fetch
  std::string last_error;
  std::optional<TimePoint> first_seen, next_due;
  int visits = 0;  // documents made of it
};

// What can be done about a feed whose pages robots.txt forbids: for people.
std::string disallowed_text(const FeedHealth& feed);

class FrontierReader {
 public:
  // Invalid or unavailable when the file is absent or no frontier.
  static Result<FrontierReader> open(const std::string& path);

  // In the order of their names. `now` decides who is silent.
  Result<std::vector<FeedHealth>> feeds(TimePoint now);
  Result<FrontierCounts> counts(TimePoint now);
  // The newest pages of one feed (URL as configured; empty: of all), at most `max`.
  Result<std::vector<PageState>> pages(std::string_view feed_url, std::size_t max);

 private:
  explicit FrontierReader(Database database) : database_(std::move(database)) {}

  Database database_;
};

// Pauses or resumes a feed of a frontier that another process may be running: that one obeys
// within seconds. For a feed of this process see SourceControl. Invalid: no such feed (URL as
// configured, or name) was ever seen there.
Status set_feed_paused(const std::string& frontier_path, std::string_view feed, bool pause);

}  // namespace khabar
