// Frontier: the memory of the live source, in one SQLite file: every feed, every URL, its fate and
// when it is due. One thread; calls block on the disk.
//
// Writes gather in a transaction that commit() makes durable, so that a thousand polls a second are
// some dozens of fsyncs. Reads see what was written before. Writes never fail by themselves: the
// first failure is kept and told by commit(), for after it nothing more can be trusted.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/result.h"
#include "core/io/database.h"
#include "ingest/feed/frontier_rows.h"

namespace khabar {

class Frontier {
 public:
  // Empty path: in memory, forgotten at the end.
  static Result<std::unique_ptr<Frontier>> open(const std::string& path);
  ~Frontier();  // what was not committed is lost

  // True: there is something to commit.
  bool is_dirty() const { return transaction_.has_value() || !counts_.empty(); }
  Status commit();

  // -- feeds
  Result<std::vector<FeedRow>> feeds();  // all, also those that are no longer configured
  void save_feed(FeedRow& row);          // gives a new one its id
  void set_configured(std::int64_t feed, bool configured, bool paused_there);
  void remove_feed(std::int64_t feed);  // with its forms
  // robots.txt forbade a page of it, which is counted, or allowed one: the count begins anew.
  void note_robots(std::int64_t feed, bool allowed);

  // -- entries
  Result<std::vector<EntryForm>> forms(std::int64_t feed);
  void save_form(const EntryForm& form, TimePoint now);
  void touch_form(const EntryForm& form, TimePoint now);  // its version and that it was seen
  // Of entries that left the feed before `before`.
  void forget_forms(std::int64_t feed, TimePoint before);

  // -- pages
  // By id, or by another address that alias() told of.
  Result<std::optional<PageRow>> page(std::uint64_t id);
  Result<std::uint64_t> resolve(std::uint64_t id);  // the page's own id; 0: not known
  void add_page(const PageRow& row);
  void save_page(const PageRow& row);   // all but what the entry said
  void save_entry(const PageRow& row);  // what the entry said
  void clear_entry(std::uint64_t page);
  void touch_page(std::uint64_t page, TimePoint now);
  void alias(std::uint64_t url, std::uint64_t page, TimePoint now);
  // Those that wait for a time, soonest first.
  struct Due {
    TimePoint when{};
    std::uint64_t page = 0;
  };
  Result<std::vector<Due>> due_pages();
  // Forgets pages, aliases, robots.txt and pauses that nobody saw or asked since: up to `max` of
  // each; gives how many of the most frequent kind.
  Result<std::size_t> expire(TimePoint before, std::size_t max);

  // -- manners
  Result<std::optional<RobotsRow>> robots(const std::string& origin);
  Status save_robots(const RobotsRow& row);
  std::vector<std::pair<std::string, TimePoint>> site_pauses();
  void save_site_pause(const std::string& site, TimePoint until);

  // -- what happened
  void count(const std::string& name, std::int64_t by = 1);  // "fate.delivered"
  // What other processes wish, and forgets it: URL and whether to pause. Cheap when there is none.
  Result<std::vector<std::pair<std::string, bool>>> take_wishes();

 private:
  enum class Sql : std::uint8_t;
  explicit Frontier(Database database) : database_(std::move(database)) {}

  Status prepare();
  Statement& statement(Sql which);  // cleared
  void write(Statement& statement);
  void fail(const Error& error);
  bool begin();

  Database database_;
  std::map<Sql, Statement> statements_;
  std::optional<Transaction> transaction_;
  std::map<std::string, std::int64_t> counts_;
  std::optional<Error> failure_;
  std::int64_t data_version_ = -1;
};

}  // namespace khabar
