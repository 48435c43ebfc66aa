// What the answer to a poll says of the feed itself: its validators, whether it moved, how well it
// is. Changes of one row; no clock, no disk. One thread.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/clock.h"
#include "ingest/feed/fetcher.h"
#include "ingest/feed/frontier_rows.h"

namespace khabar {

// A body is asked for at least so often, whatever validators say: servers whose ETag never changes
// would hide their news for ever.
inline constexpr Milliseconds kWholeEvery{86'400'000};
// How long validators that were caught lying are not sent.
inline constexpr Milliseconds kValidatorsOff{7 * std::int64_t{86'400'000}};

// If-None-Match and If-Modified-Since, where they may be trusted now.
std::vector<std::pair<std::string, std::string>> conditional_headers(const FeedRow& row,
                                                                     TimePoint now);

// Takes the validators of a whole answer. True: they are broken, for they are the old ones while
// what the feed says (`entries_hash`) is new.
bool take_validators(FeedRow& row, const HttpReply& reply, std::uint64_t entries_hash,
                     TimePoint now);

// A move for good (301, 308) is adopted once it was seen kMovedSightings times over kMovedFor, each
// time leading to a feed. Unless many sites' feeds lead to one place at once: then it is a portal's
// login page or somebody's outage, not a move.
class Moves {
 public:
  static constexpr int kSightings = 5;
  static constexpr Milliseconds kFor{48 * std::int64_t{3'600'000}};
  static constexpr std::size_t kSitesMax = 3;  // that may lead to one other site at once

  // A poll that ended with a feed. True: the row's adopted_url has changed.
  bool take(FeedRow& row, const Fetched& fetched, TimePoint now);

 private:
  // Who led where, when last: sites only.
  std::map<std::string, std::map<std::string, TimePoint>> leads_;
};

// The next address to try after failures of an adopted one: true when the row has gone back to the
// configured URL.
bool forsake_adopted(FeedRow& row, int status);

}  // namespace khabar
