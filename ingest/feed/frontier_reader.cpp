#include "ingest/feed/frontier_reader.h"

#include <algorithm>
#include <map>

#include "core/text/url.h"
#include "ingest/feed/frontier_columns.h"
#include "ingest/feed/frontier_rows.h"
#include "ingest/feed/frontier_schema.h"
#include "ingest/feed/schedule.h"

namespace khabar {
namespace {

// Steps through all rows of `sql`, whose one parameter may be bound before.
template <class Take>
Status each_row(Statement& select, Take take) {
  for (;;) {
    const auto row = select.step();
    if (!row) return tl::unexpected(row.error());
    if (!*row) return {};
    ColumnReader reader(select);
    take(reader);
  }
}

template <class Take>
Status each_row(Database& database, std::string_view sql, Take take) {
  auto select = database.prepare(sql);
  if (!select) return tl::unexpected(select.error());
  return each_row(*select, take);
}

// Of the sitemaps that an index named.
struct Children {
  std::optional<TimePoint> last_news;
  std::int64_t news = 0;
  double per_day = 0;
};

FeedHealth health_of(const FeedRow& row, bool paused_there, TimePoint now) {
  FeedHealth health;
  health.url = row.url;
  health.name = !row.name.empty() ? row.name : !row.title.empty() ? row.title : host_of(row.url);
  health.adopted_url = row.adopted_url;
  health.kind = row.kind;
  health.language = row.language;
  health.group = row.group;
  health.state = row.is_paused || paused_there ? FeedState::paused
                 : row.is_retired              ? FeedState::retired
                                               : FeedState::active;
  health.last_poll = row.last_poll;
  health.last_ok = row.last_ok;
  health.last_news = row.last_news;
  if (health.state == FeedState::active) health.next_due = row.next_due;
  health.interval = row.interval;
  health.news_per_day = row.cadence.per_day();
  health.failures = row.failures;
  health.status = row.status;
  health.last_error = row.last_error;
  health.carries_text = row.carries_text;
  health.polls = static_cast<std::uint64_t>(row.polls);
  health.news = static_cast<std::uint64_t>(row.news);
  health.silent = health.state == FeedState::active && row.first_seen && row.last_ok &&
                  is_silent(row.cadence, row.last_news, *row.first_seen, now, row.is_silent);
  return health;
}

}  // namespace

std::string frontier_path(std::string_view state_dir, std::string_view source_name) {
  std::string file = "frontier";
  if (source_name != "feeds") file += "-" + std::string(source_name);
  return std::string(state_dir) + "/" + file + ".db";
}

const char* feed_state_name(FeedState state) {
  switch (state) {
    case FeedState::active:
      return "active";
    case FeedState::paused:
      return "paused";
    case FeedState::retired:
      return "retired";
  }
  return "active";
}

std::string disallowed_text(const FeedHealth& feed) {
  return "robots.txt forbids its pages, the last " + std::to_string(feed.pages_disallowed) +
         (feed.carries_text
              ? R"( in a row; its entries carry text: fetch_pages = "never" takes that)"
              : " in a row; its entries carry no text that could stand in");
}

Result<FrontierReader> FrontierReader::open(const std::string& path) {
  auto database = Database::open(path, DatabaseAccess::read_only);
  if (!database) return tl::unexpected(database.error());
  const auto version = database->user_version();
  if (!version) return tl::unexpected(version.error());
  if (*version != static_cast<std::int64_t>(kFrontierSchema.size())) {
    return invalid(path + " has schema " + std::to_string(*version) + ", this program knows " +
                   std::to_string(kFrontierSchema.size()));
  }
  return FrontierReader(std::move(*database));
}

Result<std::vector<FeedHealth>> FrontierReader::feeds(TimePoint now) {
  std::map<std::string, bool> wishes;
  Status read = each_row(database_, "SELECT url, paused FROM wishes", [&](ColumnReader& reader) {
    std::string url = reader.text();
    wishes[std::move(url)] = reader.flag();
  });
  if (!read) return tl::unexpected(read.error());
  std::vector<std::pair<std::int64_t, FeedHealth>> found;
  std::map<std::int64_t, Children> children;
  read = each_row(database_,
                  "SELECT " + std::string(kFeedColumns) +
                      ", id, conf_paused, pages_disallowed FROM feeds WHERE configured = 1",
                  [&](ColumnReader& reader) {
                    FeedRow row = read_feed(reader);
                    const std::int64_t id = reader.number();
                    const bool paused_there = reader.flag();
                    const int disallowed = reader.small();
                    if (row.parent != 0) {
                      Children& sum = children[row.parent];
                      sum.last_news = std::max(sum.last_news, row.last_news);
                      sum.news += row.news;
                      sum.per_day += row.cadence.per_day();
                      return;
                    }
                    if (const auto wish = wishes.find(row.url); wish != wishes.end()) {
                      row.is_paused = wish->second;
                      row.is_retired = row.is_retired && wish->second;
                    }
                    found.emplace_back(id, health_of(row, paused_there, now));
                    found.back().second.pages_disallowed = disallowed;
                  });
  if (!read) return tl::unexpected(read.error());
  std::vector<FeedHealth> out;
  for (auto& [id, health] : found) {
    if (const auto sum = children.find(id); sum != children.end()) {
      health.last_news = sum->second.last_news;
      health.news = static_cast<std::uint64_t>(sum->second.news);
      health.news_per_day = sum->second.per_day;
      health.silent = false;  // its sitemaps come and go: no cadence of its own
    }
    out.push_back(std::move(health));
  }
  std::ranges::sort(out, {}, [](const FeedHealth& health) {
    return std::pair(std::string_view(health.name), std::string_view(health.url));
  });
  return out;
}

Result<FrontierCounts> FrontierReader::counts(TimePoint now) {
  FrontierCounts counts;
  const auto all = feeds(now);
  if (!all) return tl::unexpected(all.error());
  for (const FeedHealth& feed : *all) {
    counts.feeds_active += feed.state == FeedState::active ? 1 : 0;
    counts.feeds_paused += feed.state == FeedState::paused ? 1 : 0;
    counts.feeds_retired += feed.state == FeedState::retired ? 1 : 0;
    counts.feeds_failing += feed.is_failing() ? 1 : 0;
    counts.feeds_silent += feed.silent ? 1 : 0;
    counts.feeds_disallowed += feed.state == FeedState::active && feed.is_disallowed() ? 1 : 0;
  }
  Status read =
      each_row(database_, "SELECT fate = '', COUNT(*) FROM pages WHERE due IS NOT NULL GROUP BY 1",
               [&](ColumnReader& reader) {
                 const bool is_first = reader.flag();
                 const auto count = static_cast<std::uint64_t>(reader.number());
                 (is_first ? counts.pages_waiting : counts.pages_to_revisit) = count;
               });
  if (!read) return tl::unexpected(read.error());
  constexpr std::string_view kFate = "fate.";
  read = each_row(database_, "SELECT name, value FROM counts ORDER BY value DESC, name",
                  [&](ColumnReader& reader) {
                    const std::string name = reader.text();
                    const auto value = static_cast<std::uint64_t>(reader.number());
                    if (name == "pages") counts.pages_known = value;
                    if (name.starts_with(kFate)) {
                      counts.fates.emplace_back(name.substr(kFate.size()), value);
                    }
                  });
  if (!read) return tl::unexpected(read.error());
  return counts;
}

Result<std::vector<PageState>> FrontierReader::pages(std::string_view feed_url, std::size_t max) {
  auto select = database_.prepare(
      "SELECT pages.url, feeds.url, fate, pages.last_error, pages.first_seen, due, visits"
      " FROM pages LEFT JOIN feeds ON feeds.id = pages.feed"
      " WHERE ?1 = '' OR pages.feed IN (SELECT id FROM feeds WHERE url = ?1 OR parent ="
      " (SELECT id FROM feeds WHERE url = ?1))"
      " ORDER BY pages.seen DESC LIMIT ?2");
  if (!select) return tl::unexpected(select.error());
  select->bind(1, feed_url).bind(2, static_cast<std::int64_t>(max));
  std::vector<PageState> out;
  const Status read = each_row(*select, [&](ColumnReader& reader) {
    PageState& page = out.emplace_back();
    page.url = reader.text();
    page.feed_url = reader.text();
    page.fate = reader.text();
    page.last_error = reader.text();
    page.first_seen = reader.time();
    page.next_due = reader.time();
    page.visits = reader.small();
  });
  if (!read) return tl::unexpected(read.error());
  return out;
}

Status set_feed_paused(const std::string& frontier_path, std::string_view feed, bool pause) {
  // Read first: opening to write would make an absent file.
  if (auto reader = FrontierReader::open(frontier_path); !reader) {
    return tl::unexpected(reader.error());
  }
  auto database = Database::open(frontier_path, DatabaseAccess::read_write);
  if (!database) return tl::unexpected(database.error());
  auto find = database->prepare(
      "SELECT url FROM feeds WHERE parent = 0 AND (url = ?1 OR name = ?1 OR title = ?1)"
      " ORDER BY url <> ?1, name <> ?1 LIMIT 1");
  if (!find) return tl::unexpected(find.error());
  std::string url;
  find->bind(1, feed);
  const Status read = each_row(*find, [&](ColumnReader& reader) { url = reader.text(); });
  if (!read) return read;
  if (url.empty()) return invalid(frontier_path + ": no feed \"" + std::string(feed) + "\"");
  auto wish = database->prepare("INSERT OR REPLACE INTO wishes VALUES (?, ?)");
  if (!wish) return tl::unexpected(wish.error());
  Binder(*wish).text(url).flag(pause);
  return wish->run();
}

}  // namespace khabar
