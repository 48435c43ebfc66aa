// FeedDesk: polls each feed, sitemap and index page when it is due, and decides when it is due
// again. One thread: the source's.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/web/feed.h"
#include "ingest/feed/entry_intake.h"
#include "ingest/feed/feed_meters.h"
#include "ingest/feed/feed_options.h"
#include "ingest/feed/fetcher.h"
#include "ingest/feed/frontier.h"
#include "ingest/feed/page_desk.h"
#include "ingest/feed/poll_reply.h"
#include "ingest/feed/schedule.h"

namespace khabar {

class FeedDesk {
 public:
  static constexpr std::uint32_t kDesk = 1;
  static constexpr std::size_t kChildrenMax = 200;  // sitemaps followed of one index
  static constexpr Milliseconds kChildStagger{15'000};

  FeedDesk(Frontier& frontier, Fetcher& fetcher, EntryIntake& intake, const Clock& clock,
           FeedMeters& meters, std::uint64_t seed)
      : frontier_(frontier),
        fetcher_(fetcher),
        intake_(intake),
        clock_(clock),
        meters_(meters),
        chance_(seed) {}

  // Brings the frontier in step with the configuration; at the start and at each reload.
  Status set_options(std::shared_ptr<const FeedOptions> options);

  Status start_due();
  Status take(Fetched fetched);
  void pause(std::string_view url, bool pause);
  // The network was down since then: who failed in it is asked again within minutes.
  void ask_soon(TimePoint since);

  std::optional<PageFeed> find(std::int64_t feed) const;
  std::optional<TimePoint> next_due() const;
  std::size_t feeds() const { return feeds_.size(); }

 private:
  struct State {
    FeedRow row;
    FeedSpec spec;
    bool is_busy = false;
    bool was_conditional = false;        // the poll under way
    std::optional<TimePoint> listed_at;  // its place in due_
  };
  // How a poll went on, for the schedule.
  struct Hints {
    std::optional<Milliseconds> ttl, fresh_for, retry_after;
    std::optional<TimePoint> not_before;
    std::size_t wire_bytes = 0;
  };

  void list(State& state, TimePoint when);
  void unlist(State& state);
  void relist(State& state);  // by its row, where it is to be polled at all
  bool is_polled(const State& state) const;
  State& add(FeedRow row, const FeedSpec& spec);
  void drop(std::int64_t feed);

  Status start(State& state, TimePoint now);
  Status take_body(State& state, Fetched& fetched, const Hints& hints);
  struct Read {
    EntryIntake::Taken taken;
    std::uint64_t digest = 0;
    std::vector<SitemapUrl> children;  // of a sitemap index
  };
  Result<Read> read(State& state, const Fetched& fetched, std::string& fault);
  Result<Read> read_sitemap(State& state, const Fetched& fetched, std::string& fault);
  Result<Read> read_feed(State& state, const Fetched& fetched, std::string& fault);
  Status follow(State& index, const std::vector<SitemapUrl>& children, TimePoint now);
  void succeed(State& state, const Hints& hints, EntryIntake::Taken taken,
               std::string_view outcome);
  void fail(State& state, const Fetched& fetched, const Hints& hints, std::string error);

  Frontier& frontier_;
  Fetcher& fetcher_;
  EntryIntake& intake_;
  const Clock& clock_;
  FeedMeters& meters_;
  Chance chance_;
  std::shared_ptr<const FeedOptions> options_;
  std::map<std::int64_t, State> feeds_;
  std::map<std::string, std::int64_t, std::less<>> by_url_;
  std::set<std::pair<TimePoint, std::int64_t>> due_;
  Moves moves_;
  FeedParser parser_;  // with the charset tables it once needed
};

}  // namespace khabar
