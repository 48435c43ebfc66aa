#include "ingest/feed/feed_source.h"

#include <algorithm>
#include <mutex>
#include <utility>
#include <vector>

#include "core/base/log.h"
#include "core/flow/channel.h"
#include "core/flow/checkpoint.h"
#include "ingest/feed/entry_intake.h"
#include "ingest/feed/feed_desk.h"
#include "ingest/feed/feed_meters.h"
#include "ingest/feed/fetcher.h"
#include "ingest/feed/frontier.h"
#include "ingest/feed/frontier_reader.h"
#include "ingest/feed/page_desk.h"
#include "ingest/feed/source_list.h"

namespace khabar {
namespace {

constexpr const char* kArea = "feeds";
constexpr Milliseconds kCommitEvery{250};    // what only has to be remembered
constexpr Milliseconds kCommitSpacing{10};   // what somebody waits for
constexpr Milliseconds kWishesEvery{2'000};  // of other processes
constexpr Milliseconds kExpireEvery{60'000};
constexpr std::size_t kExpireAtOnce = 1000;

// Fates on their way from the threads that settle to the source's own. Outlives the source.
class Settlements {
 public:
  void add(std::uint64_t page, Fate fate) {
    const std::lock_guard lock(mutex_);
    fates_.emplace_back(page, fate);
  }
  std::vector<std::pair<std::uint64_t, Fate>> take() {
    const std::lock_guard lock(mutex_);
    return std::exchange(fates_, {});
  }

 private:
  std::mutex mutex_;
  std::vector<std::pair<std::uint64_t, Fate>> fates_;
};

std::uint64_t seed_of(const FeedOptions& options, const Clock& clock) {
  if (options.seed != 0) return options.seed;
  return static_cast<std::uint64_t>(clock.now().time_since_epoch().count());
}

// What exists once the frontier and the client are open. Later members use earlier ones.
struct Live {
  Live(std::unique_ptr<HttpClient> http, std::unique_ptr<Frontier> memory, const Clock& clock,
       FeedMeters& meters, const std::shared_ptr<const FeedOptions>& options)
      : client(std::move(http)),
        frontier(std::move(memory)),
        fetcher(*client, *frontier, clock, options, meters.wire_bytes(), meters.down_since()),
        pages(*frontier, fetcher, clock, meters, options,
              [this](std::int64_t feed) { return feeds.find(feed); }),
        intake(*frontier, pages, meters, options),
        feeds(*frontier, fetcher, intake, clock, meters, seed_of(*options, clock)) {}

  std::unique_ptr<HttpClient> client;
  std::unique_ptr<Frontier> frontier;
  Fetcher fetcher;
  PageDesk pages;
  EntryIntake intake;
  FeedDesk feeds;
};

class FeedSource final : public Source {
 public:
  FeedSource(const std::string& path, std::shared_ptr<const FeedOptions> options,
             const Services& services, OpenHttpClient open_client)
      : options_(options),
        clock_(services.clock),
        frontier_path_(services.state_dir.empty()
                           ? std::string()
                           : frontier_path(services.state_dir, options->name)),
        open_client_(std::move(open_client)),
        meters_(services.metrics, options->name),
        control_(std::make_shared<SourceControl>(path, std::move(options))),
        checkpoint_(services.open_bounds, nullptr),
        feeds_gauge_(meters_.gauge("khabar_feeds", "Feeds, with the sitemaps of indexes")),
        waiting_gauge_(meters_.gauge("khabar_pages_waiting", "Pages that wait for their time")),
        open_gauge_(
            meters_.gauge("khabar_pages_open", "Pages between their start and their fate")) {}

  ~FeedSource() override {
    if (live_ == nullptr) return;
    if (Status saved = save_settled(); !saved) log_error(kArea, saved.error().message);
  }

  Result<std::vector<Parcel>> read(std::size_t max, const Stop& stop) override {
    std::vector<Parcel> parcels;
    if (live_ == nullptr) {
      if (Status opened = open(); !opened) return tl::unexpected(opened.error());
    }
    while (!stop.soft.stop_requested()) {
      take_ready(max, stop, parcels);
      if (!parcels.empty()) return parcels;
      if (Status turned = turn(); !turned) return tl::unexpected(turned.error());
    }
    if (Status saved = save_settled(); !saved) return tl::unexpected(saved.error());
    return parcels;
  }

  const std::shared_ptr<SourceControl>& control() const { return control_; }

 private:
  Status open() {
    auto frontier = Frontier::open(frontier_path_);
    if (!frontier) return tl::unexpected(frontier.error());
    auto client = open_client_(options_->client);
    if (!client) return tl::unexpected(client.error());
    auto live =
        std::make_unique<Live>(std::move(*client), std::move(*frontier), clock_, meters_, options_);
    if (Status opened = live->feeds.set_options(options_); !opened) return opened;
    if (Status opened = live->pages.open(); !opened) return opened;
    if (Status saved = live->frontier->commit(); !saved) return saved;
    live_ = std::move(live);
    log_info(kArea, "watching " + std::to_string(live_->feeds.feeds()) + " feeds; " +
                        std::to_string(live_->pages.waiting()) + " pages wait");
    return {};
  }

  void take_ready(std::size_t max, const Stop& stop, std::vector<Parcel>& parcels) {
    while (parcels.size() < max && live_->pages.has_ready()) {
      const std::size_t bytes = live_->pages.first_ready().payload.body.size();
      // Never waits in open(): while the pipeline is full, polls go on.
      if (!checkpoint_.has_room(bytes)) return;
      auto receipt = checkpoint_.open({}, bytes, stop);
      if (!receipt) return;
      PageDesk::Ready ready = live_->pages.take_ready();
      auto watched =
          std::move(*receipt).watched_by([settlements = settlements_, page = ready.page](
                                             Fate fate) { settlements->add(page, fate); });
      parcels.push_back({std::move(ready.document), std::move(watched), 0});
    }
  }

  Status turn() {
    if (Status done = hear(); !done) return done;
    if (Status done = live_->feeds.start_due(); !done) return done;
    if (Status done = live_->pages.start_due(); !done) return done;
    fetched_.clear();
    if (Status done = live_->fetcher.turn(wait_longest(), fetched_); !done) return done;
    if (const auto outage = live_->fetcher.take_outage()) {
      live_->feeds.ask_soon(*outage);
      if (Status done = live_->pages.ask_soon(*outage); !done) return done;
    }
    for (Fetched& one : fetched_) {
      const bool is_poll = one.desk == FeedDesk::kDesk;
      Status done = is_poll ? live_->feeds.take(std::move(one)) : live_->pages.take(std::move(one));
      if (!done) return done;
    }
    return commit_in_time();
  }

  // What others want of us: fates, wishes of the program and of other processes.
  Status hear() {
    for (const auto& [page, fate] : settlements_->take()) {
      if (Status done = live_->pages.settled(page, fate); !done) return done;
    }
    SourceControl::Wishes wishes = control_->take();
    if (wishes.options != nullptr) {
      options_ = std::move(wishes.options);
      live_->fetcher.set_options(options_);
      live_->pages.set_options(options_);
      live_->intake.set_options(options_);
      if (Status done = live_->feeds.set_options(options_); !done) return done;
    }
    const TimePoint now = clock_.now();
    if (now >= next_wishes_) {
      next_wishes_ = now + kWishesEvery;
      auto others = live_->frontier->take_wishes();
      if (!others) return tl::unexpected(others.error());
      wishes.to_pause.insert(wishes.to_pause.end(), others->begin(), others->end());
    }
    for (const auto& [url, pause] : wishes.to_pause) live_->feeds.pause(url, pause);
    return {};
  }

  Milliseconds wait_longest() const {
    const TimePoint now = clock_.now();
    TimePoint until = now + Milliseconds(kTick);
    if (live_->pages.has_ready() && checkpoint_.has_room(0)) return Milliseconds{0};
    if (const auto due = live_->feeds.next_due()) until = std::min(until, *due);
    if (const auto due = live_->pages.next_due()) until = std::min(until, *due);
    if (live_->pages.has_fresh()) until = std::min(until, committed_ + kCommitSpacing);
    // At least a millisecond, or what is held back by something else would spin.
    return std::max(std::chrono::duration_cast<Milliseconds>(until - now), Milliseconds{1});
  }

  Status commit_in_time() {
    const TimePoint now = clock_.now();
    if (now >= next_expiry_) {
      next_expiry_ = now + kExpireEvery;
      auto gone = live_->frontier->expire(now - options_->keep, kExpireAtOnce);
      if (!gone) return tl::unexpected(gone.error());
      if (*gone == kExpireAtOnce) next_expiry_ = now + kCommitEvery;  // there is more
      feeds_gauge_.set(static_cast<std::int64_t>(live_->feeds.feeds()));
      waiting_gauge_.set(static_cast<std::int64_t>(live_->pages.waiting()));
      open_gauge_.set(static_cast<std::int64_t>(live_->pages.open_pages()));
    }
    const Milliseconds age = std::chrono::duration_cast<Milliseconds>(now - committed_);
    const bool is_due = age >= kCommitEvery || (live_->pages.has_fresh() && age >= kCommitSpacing);
    if (!live_->frontier->is_dirty() || !is_due) return {};
    return commit();
  }

  Status commit() {
    if (Status done = live_->frontier->commit(); !done) return done;
    live_->pages.on_committed();
    committed_ = clock_.now();
    return {};
  }

  Status save_settled() {
    for (const auto& [page, fate] : settlements_->take()) {
      if (fate == Fate::lost) continue;  // it is still due, as it stands in the frontier
      if (Status done = live_->pages.settled(page, fate); !done) return done;
    }
    return commit();
  }

  std::shared_ptr<const FeedOptions> options_;
  Clock& clock_;
  const std::string frontier_path_;
  const OpenHttpClient open_client_;
  FeedMeters meters_;
  const std::shared_ptr<SourceControl> control_;
  const std::shared_ptr<Settlements> settlements_ = std::make_shared<Settlements>();
  Checkpoint checkpoint_;  // for its bounds; the frontier is the cursor
  Gauge &feeds_gauge_, &waiting_gauge_, &open_gauge_;
  std::unique_ptr<Live> live_;
  std::vector<Fetched> fetched_;
  TimePoint committed_{}, next_wishes_{}, next_expiry_{};
};

}  // namespace

Result<std::unique_ptr<Source>> make_feed_source(Settings& settings, const Services& services) {
  return make_feed_source(settings, services, open_http_client);
}

Result<std::unique_ptr<Source>> make_feed_source(Settings& settings, const Services& services,
                                                 OpenHttpClient open_client) {
  auto options = read_feed_options(settings);
  if (Status read = settings.finish(); !read) return tl::unexpected(read.error());
  return std::make_unique<FeedSource>(settings.path(), std::move(options), services,
                                      std::move(open_client));
}

std::shared_ptr<SourceControl> source_control_of(Source& source) {
  auto* const feeds = dynamic_cast<FeedSource*>(&source);
  return feeds == nullptr ? nullptr : feeds->control();
}

}  // namespace khabar
