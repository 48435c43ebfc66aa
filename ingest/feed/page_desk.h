// PageDesk: fetches each page when it is due, judges what came, makes documents of articles, and
// settles what became of each. One thread: the source's.
//
//     add() ──> frontier ──commit──> due ──> Fetcher ──> judged ──> take_ready() ──> settled()
//                                     ^                    │                            │
//                                     └──── again later <──┴───────── revisits <────────┘
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <queue>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/flow/receipt.h"
#include "core/model/document.h"
#include "ingest/feed/feed_meters.h"
#include "ingest/feed/feed_options.h"
#include "ingest/feed/fetcher.h"
#include "ingest/feed/frontier.h"

namespace khabar {

// What a page needs to know of the feed that named it.
struct PageFeed {
  std::string url, name;
  FeedPolicy policy;
  bool is_paused = false;
};

class PageDesk {
 public:
  // Pages that are made and wait for the pipeline: past it none is fetched.
  static constexpr std::size_t kReadyMax = 256;
  static constexpr std::size_t kReadyBytesMax = std::size_t{32} << 20;

  using FindFeed = std::function<std::optional<PageFeed>(std::int64_t feed)>;

  PageDesk(Frontier& frontier, Fetcher& fetcher, const Clock& clock, FeedMeters& meters,
           std::shared_ptr<const FeedOptions> options, FindFeed find_feed);

  Status open();  // takes up what the frontier says is due
  void set_options(std::shared_ptr<const FeedOptions> options) { options_ = std::move(options); }

  // A page that the frontier does not know. Nothing is asked for before on_committed().
  void add(PageRow row);
  // The entry of a known page says something new (`entry`: its url, given and content).
  Status edited(std::uint64_t page, const PageRow& entry);
  void on_committed();
  // The network was down since then: pages that failed in it are tried at once, and not blamed.
  Status ask_soon(TimePoint since);

  Status start_due();
  Status take(Fetched fetched);

  struct Ready {
    Document document;
    std::uint64_t page = 0;
  };
  bool has_ready() const { return !ready_.empty(); }
  const Document& first_ready() const { return ready_.front().document; }
  Ready take_ready();
  // What became of a document that take_ready() gave.
  Status settled(std::uint64_t page, Fate fate);

  std::optional<TimePoint> next_due() const;
  std::size_t waiting() const { return due_.size() + fresh_.size(); }
  std::size_t open_pages() const { return visits_.size(); }
  bool has_fresh() const { return !fresh_.empty(); }  // pages that wait for a commit

  // Hash of where the document comes from and of the visit, so that it is the same after a kill.
  static std::uint64_t document_key(const std::string& feed_url, std::uint64_t page, int visit);

 private:
  // A page between its start and its end.
  struct Visit {
    std::string etag, last_modified, url;
    std::uint64_t body_hash = 0;
    TimePoint fetched{};
    bool again = false;  // its entry was edited meanwhile
  };
  struct Later {
    bool operator()(const Frontier::Due& a, const Frontier::Due& b) const {
      return a.when > b.when;
    }
  };

  Status start(std::uint64_t page, TimePoint due);
  FetchOrder order_of(const PageRow& row, const PageFeed& feed) const;
  void make_ready(Document document, std::uint64_t page);
  Document document_of(const PageRow& row, const PageFeed& feed) const;
  Status take_page(PageRow& row, const PageFeed& feed, Fetched& fetched);
  // Why what came is no article; empty: it is one.
  std::string fault_of(const PageRow& row, const Fetched& fetched, std::string& error) const;
  void retry(PageRow& row, const std::string& reason, std::optional<TimePoint> not_before);
  void end(PageRow& row, const std::string& fate);
  void no_news(PageRow& row, const std::string& outcome);
  void note_robots(std::int64_t feed, bool allowed);
  void plan_revisit(PageRow& row, TimePoint now);
  void save(PageRow& row);

  Frontier& frontier_;
  Fetcher& fetcher_;
  const Clock& clock_;
  FeedMeters& meters_;
  std::shared_ptr<const FeedOptions> options_;
  FindFeed find_feed_;
  std::priority_queue<Frontier::Due, std::vector<Frontier::Due>, Later> due_;
  std::vector<Frontier::Due> fresh_;  // written, not yet committed
  std::unordered_map<std::uint64_t, Visit> visits_;
  std::deque<Ready> ready_;
  std::size_t ready_bytes_ = 0;
  // Pages whose last fetch nobody answered, the latest kUnansweredMax of them, by time.
  static constexpr std::size_t kUnansweredMax = 4096;
  std::deque<Frontier::Due> unanswered_;
  // Feeds of whose pages robots.txt allowed the last one, as the frontier knows already.
  std::unordered_set<std::int64_t> allowed_;
};

}  // namespace khabar
