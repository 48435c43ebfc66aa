// FeedsView: the health of every feed of the run, as its frontiers tell it, read at most every
// four seconds however many ask. Any thread; blocks on the disk.
#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "core/base/clock.h"
#include "core/base/result.h"
#include "ingest/feed/frontier_reader.h"

namespace khabar {

// How a feed is, in one word: "retired", "paused", "failing", "disallowed" (robots.txt forbids
// its pages), "silent", "new" (never polled), "well".
const char* feed_condition(const FeedHealth& feed);
// Worth a person's look: failing, disallowed, silent or retired.
bool is_in_trouble(const FeedHealth& feed);

struct FeedsSnapshot {
  std::vector<FeedHealth> feeds;  // those in trouble first, then by name
  FrontierCounts counts;
  std::string error;  // why this is empty or old
};

class FeedsView {
 public:
  // Reads one frontier or several. One call at a time.
  using Read = std::function<Result<FeedsSnapshot>(TimePoint now)>;

  // A run without live sources has no `read`.
  FeedsView(const Clock& clock, Read read) : clock_(clock), read_(std::move(read)) {}

  bool has_feeds() const { return read_ != nullptr; }
  // While the frontier cannot be read, the last one that could be, with the error.
  std::shared_ptr<const FeedsSnapshot> snapshot();

 private:
  static constexpr Milliseconds kFresh{4000};

  const Clock& clock_;
  const Read read_;
  std::mutex mutex_;
  std::shared_ptr<const FeedsSnapshot> last_;
  SteadyPoint read_at_{};
};

// Adds what another frontier holds.
void merge_feeds(FeedsSnapshot&& part, FeedsSnapshot& into);
void put_trouble_first(FeedsSnapshot& snapshot);

}  // namespace khabar
