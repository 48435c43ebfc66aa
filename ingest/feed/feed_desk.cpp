#include "ingest/feed/feed_desk.h"

#include <algorithm>

#include "core/base/log.h"
#include "core/io/http_headers.h"
#include "core/text/digest.h"
#include "core/text/url.h"

namespace khabar {
namespace {

constexpr Milliseconds kHeldBack{30'000};
constexpr std::int64_t kPollRank = INT64_MIN / 2;  // before pages: polls are few, and find news
constexpr std::size_t kErrorBytesMax = 300;
// A feed's own bytes: what it costs a publisher to be polled, spread to this many a second.
constexpr std::int64_t kBytesASecond = 32 * 1024;

constexpr Milliseconds kRecovery{120'000};  // after an outage, all are asked within this
// Who does not answer at all may be there again at any time, and asking costs him nothing.
constexpr Milliseconds kUnansweredMost{2 * 3'600'000};

constexpr const char* kArea = "feeds";
constexpr const char* kAcceptFeeds =
    "application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml, "
    "application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, */*;q=0.5";

bool is_sitemap(std::string_view body) {
  const std::string_view start = body.substr(0, 4096);
  return start.find("<urlset") != std::string_view::npos ||
         start.find("<sitemapindex") != std::string_view::npos;
}

// Did anybody answer, whatever he said?
bool is_answered(const Fetched& fetched) {
  const HttpFailure failure = fetched.reply.failure;
  return fetched.end != FetchEnd::replied ||
         (failure != HttpFailure::dns && failure != HttpFailure::connect &&
          failure != HttpFailure::timeout);
}

PollBounds bounds_of(const FeedSpec& spec) {
  return {spec.policy.interval_least, spec.policy.interval_most};
}

}  // namespace

// ---- which feeds there are

bool FeedDesk::is_polled(const State& state) const {
  return !state.row.is_paused && !state.row.is_retired && !state.spec.policy.paused;
}

void FeedDesk::unlist(State& state) {
  if (state.listed_at) due_.erase({*state.listed_at, state.row.id});
  state.listed_at.reset();
}

void FeedDesk::list(State& state, TimePoint when) {
  unlist(state);
  due_.emplace(when, state.row.id);
  state.listed_at = when;
}

void FeedDesk::relist(State& state) {
  unlist(state);
  if (is_polled(state) && !state.is_busy) list(state, state.row.next_due.value_or(clock_.now()));
}

FeedDesk::State& FeedDesk::add(FeedRow row, const FeedSpec& spec) {
  row.name = spec.name;
  row.kind = feed_kind_name(spec.kind);
  row.language = spec.language;
  row.group = spec.group;
  const bool is_new = row.id == 0;
  const TimePoint now = clock_.now();
  if (is_new) {
    row.first_seen = now;
    if (!row.next_due) row.next_due = now + first_poll_after(row.url, options_->spread);
  }
  frontier_.save_feed(row);
  frontier_.set_configured(row.id, true, spec.policy.paused);
  State& state = feeds_[row.id];
  state.spec = spec;
  // The interval may have been longer than it may be now.
  const TimePoint latest = now + spec.policy.interval_most;
  if (row.next_due && *row.next_due > latest && row.failures == 0) row.next_due = latest;
  state.row = std::move(row);
  by_url_[state.row.url] = state.row.id;
  relist(state);
  return state;
}

void FeedDesk::drop(std::int64_t feed) {
  const auto found = feeds_.find(feed);
  if (found == feeds_.end()) return;
  unlist(found->second);
  by_url_.erase(found->second.row.url);
  feeds_.erase(found);
}

Status FeedDesk::set_options(std::shared_ptr<const FeedOptions> options) {
  options_ = std::move(options);
  auto rows = frontier_.feeds();
  if (!rows) return tl::unexpected(rows.error());
  std::map<std::string, FeedRow> known;
  for (FeedRow& row : *rows) known.emplace(row.url, std::move(row));
  std::map<std::int64_t, State> before;
  before.swap(feeds_);
  by_url_.clear();
  due_.clear();
  const auto take_over = [&](FeedRow row, const FeedSpec& spec) {
    const auto old = before.find(row.id);
    const bool busy = row.id != 0 && old != before.end() && old->second.is_busy;
    const bool conditional = busy && old->second.was_conditional;
    State& state = add(std::move(row), spec);
    state.is_busy = busy;
    state.was_conditional = conditional;
    if (busy) unlist(state);
  };
  for (const FeedSpec& spec : options_->feeds) {
    FeedRow row;
    if (const auto found = known.find(spec.url); found != known.end()) {
      row = std::move(found->second);
      known.erase(found);
    }
    row.url = spec.url;
    row.parent = 0;
    take_over(std::move(row), spec);
  }
  for (auto& [url, row] : known) {
    const auto parent = feeds_.find(row.parent);
    if (row.parent == 0 || parent == feeds_.end()) {
      // Kept for a while: lists are at times edited back.
      const TimePoint last = row.last_poll.value_or(row.first_seen.value_or(TimePoint{}));
      if (row.parent != 0 || last + options_->keep < clock_.now()) {
        frontier_.remove_feed(row.id);
      } else {
        frontier_.set_configured(row.id, false, false);
      }
      continue;
    }
    FeedSpec spec = parent->second.spec;  // with its URL: pages of a child are the index's
    spec.kind = FeedKind::sitemap;
    take_over(std::move(row), spec);
  }
  return {};
}

void FeedDesk::pause(std::string_view url, bool pause) {
  const auto found = by_url_.find(url);
  if (found == by_url_.end()) return;
  State& state = feeds_.at(found->second);
  state.row.is_paused = pause;
  if (!pause && state.row.is_retired) {
    state.row.is_retired = false;
    state.row.failures = 0;
    state.row.next_due = clock_.now();
  }
  frontier_.save_feed(state.row);
  relist(state);
  log_info(kArea, (pause ? "paused " : "resumed ") + state.row.url);
}

std::optional<PageFeed> FeedDesk::find(std::int64_t feed) const {
  const auto found = feeds_.find(feed);
  if (found == feeds_.end()) return std::nullopt;
  const State& state = found->second;
  const std::string& name = state.spec.name.empty() ? state.row.title : state.spec.name;
  return PageFeed{state.row.url, name, state.spec.policy,
                  !is_polled(state) && !state.row.is_retired};
}

// ---- polls

std::optional<TimePoint> FeedDesk::next_due() const {
  if (due_.empty()) return std::nullopt;
  return due_.begin()->first;
}

Status FeedDesk::start_due() {
  const TimePoint now = clock_.now();
  while (!due_.empty() && due_.begin()->first <= now &&
         fetcher_.orders_open() < options_->requests_max * 16) {
    State& state = feeds_.at(due_.begin()->second);
    const TimePoint estimate = fetcher_.start_estimate(state.row.address());
    if (estimate > now + kHeldBack) {
      list(state, estimate);
      continue;
    }
    if (Status started = start(state, now); !started) return started;
  }
  return {};
}

Status FeedDesk::start(State& state, TimePoint now) {
  unlist(state);
  state.is_busy = true;
  FetchOrder order;
  order.id = static_cast<std::uint64_t>(state.row.id);
  order.desk = kDesk;
  order.url = state.row.address();
  order.headers = conditional_headers(state.row, now);
  state.was_conditional = !order.headers.empty();
  order.headers.emplace_back("Accept",
                             state.spec.kind == FeedKind::index_page ? "text/html" : kAcceptFeeds);
  order.secret_headers = state.spec.policy.headers;
  order.body_bytes_max = options_->feed_bytes_max;
  order.verify_tls = state.spec.policy.verify_tls;
  order.obeys_robots = options_->robots == RobotsFor::all;
  order.delay = state.spec.policy.delay;
  order.rank = kPollRank;
  return fetcher_.start(std::move(order));
}

Status FeedDesk::take(Fetched fetched) {
  const auto found = feeds_.find(static_cast<std::int64_t>(fetched.id));
  if (found == feeds_.end()) return {};  // removed meanwhile
  State& state = found->second;
  FeedRow& row = state.row;
  const HttpReply& reply = fetched.reply;
  const TimePoint now = clock_.now();
  state.is_busy = false;
  row.last_poll = now;
  ++row.polls;
  row.status = fetched.end == FetchEnd::replied ? reply.status : 0;
  Hints hints;
  hints.fresh_for = freshness_lifetime(reply.headers, now);
  hints.retry_after = parse_retry_after(reply.header("retry-after"), now);
  hints.not_before = fetched.not_before;
  hints.wire_bytes = reply.wire_bytes;
  if (fetched.end != FetchEnd::replied) {
    fail(state, fetched, hints, fetched.url + ": " + fetch_end_name(fetched.end));
  } else if (reply.failure != HttpFailure::none) {
    fail(state, fetched, hints, reply.error);
  } else if (reply.status == 304 && state.was_conditional) {
    moves_.take(row, fetched, now);
    succeed(state, hints, {}, "not_modified");
  } else if (reply.status >= 200 && reply.status < 300) {
    return take_body(state, fetched, hints);
  } else if (reply.status == 410 && row.adopted_url.empty()) {
    row.is_retired = true;
    row.last_error = fetched.url + ": HTTP 410, gone for good";
    row.next_due.reset();
    meters_.poll("gone");
    frontier_.save_feed(row);
  } else {
    fail(state, fetched, hints, fetched.url + ": HTTP " + std::to_string(reply.status));
  }
  return {};
}

void FeedDesk::ask_soon(TimePoint since) {
  const TimePoint now = clock_.now();
  for (auto& [id, state] : feeds_) {
    FeedRow& row = state.row;
    const bool failed_in_it = row.failures > 0 && row.status == 0 && row.last_poll >= since;
    if (!failed_in_it || state.is_busy) continue;
    const TimePoint soon = now + first_poll_after(row.url, kRecovery);
    row.next_due = std::max(soon, *row.last_poll + state.spec.policy.interval_least);
    frontier_.save_feed(row);
    relist(state);
  }
}

Status FeedDesk::take_body(State& state, Fetched& fetched, const Hints& hints) {
  FeedRow& row = state.row;
  const HttpReply& reply = fetched.reply;
  const TimePoint now = clock_.now();
  const std::uint64_t body_hash = hash64(reply.body);
  if (row.body_hash == body_hash && row.last_ok) {
    take_validators(row, reply, row.entries_hash, now);
    moves_.take(row, fetched, now);
    succeed(state, hints, {}, "unchanged");
    return {};
  }
  std::string fault;
  auto read_result = read(state, fetched, fault);
  if (!read_result) return tl::unexpected(read_result.error());
  if (!fault.empty()) {
    fail(state, fetched, hints, fault);
    return {};
  }
  if (take_validators(row, reply, read_result->digest, now)) {
    meters_.poll("broken_validators");
    log(LogLevel::debug, kArea, row.url + ": its ETag or date stayed while its entries changed");
  }
  row.body_hash = body_hash;
  if (moves_.take(row, fetched, now)) {
    log_info(kArea, row.url + " has moved for good: now asked at " + row.address());
  }
  const std::vector<SitemapUrl> children = std::move(read_result->children);
  const bool has_news = read_result->taken.news > 0;
  succeed(state, hints, std::move(read_result->taken), has_news ? "news" : "no_news");
  return follow(state, children, now);
}

Result<FeedDesk::Read> FeedDesk::read(State& state, const Fetched& fetched, std::string& fault) {
  const HttpReply& reply = fetched.reply;
  const TimePoint now = clock_.now();
  if (state.spec.kind == FeedKind::index_page) {
    const auto links = find_article_links(reply.body, fetched.url, reply.header("content-type"));
    if (links.empty()) fault = fetched.url + ": no link on it looks like an article's";
    auto taken = intake_.take(state.row, state.spec, links, now);
    if (!taken) return tl::unexpected(taken.error());
    return Read{std::move(*taken), EntryIntake::digest(links), {}};
  }
  // What it is counts, not what it was called: sites put one in the place of the other.
  const bool as_sitemap = is_sitemap(reply.body) || (state.spec.kind == FeedKind::sitemap &&
                                                     reply.body.find("<rss") == std::string::npos &&
                                                     reply.body.find("<feed") == std::string::npos);
  return as_sitemap ? read_sitemap(state, fetched, fault) : read_feed(state, fetched, fault);
}

Result<FeedDesk::Read> FeedDesk::read_sitemap(State& state, const Fetched& fetched,
                                              std::string& fault) {
  const HttpReply& reply = fetched.reply;
  const auto sitemap = parse_sitemap(reply.body, fetched.url, reply.header("content-type"));
  if (!sitemap) {
    fault = sitemap.error().message;  // names the address
    return Read{};
  }
  Read out;
  out.digest = EntryIntake::digest(*sitemap);
  state.row.ttl = Milliseconds{0};
  if (sitemap->is_index) {
    if (state.row.parent != 0) fault = fetched.url + ": an index of sitemaps inside an index";
    out.children = sitemap->urls;
    return out;
  }
  auto taken = intake_.take(state.row, state.spec, *sitemap, clock_.now());
  if (!taken) return tl::unexpected(taken.error());
  out.taken = std::move(*taken);
  return out;
}

Result<FeedDesk::Read> FeedDesk::read_feed(State& state, const Fetched& fetched,
                                           std::string& fault) {
  const HttpReply& reply = fetched.reply;
  FeedContext context;
  context.url = fetched.url;
  context.content_type = reply.header("content-type");
  context.content_location = reply.header("content-location");
  context.content_language = reply.header("content-language");
  const auto feed = parser_.parse(reply.body, context);
  if (!feed) {
    fault = feed.error().message;  // begins with the address
    return Read{};
  }
  FeedRow& row = state.row;
  row.title = feed->title.value.substr(0, kErrorBytesMax);
  row.ttl = std::chrono::minutes(std::max(feed->ttl_minutes, feed->update_minutes));
  auto taken = intake_.take(row, state.spec, *feed, clock_.now());
  if (!taken) return tl::unexpected(taken.error());
  return Read{std::move(*taken), EntryIntake::digest(*feed), {}};
}

// The sitemaps of an index become feeds of their own: the newest first, a little apart.
Status FeedDesk::follow(State& index, const std::vector<SitemapUrl>& found, TimePoint now) {
  if (found.empty()) return {};
  std::vector<const SitemapUrl*> children;
  const auto when = [](const SitemapUrl& url) {
    return (url.modified ? url.modified->instant() : std::nullopt).value_or(TimePoint{});
  };
  for (const SitemapUrl& url : found) {
    // One whose last change lies before the backlog can hold nothing that is wanted.
    const bool is_old = url.modified && when(url) + options_->backlog < now;
    const auto parsed = parse_url(url.url);
    if (is_old || !parsed || !parsed->is_http() || url.url == index.row.url) continue;
    children.push_back(&url);
  }
  std::ranges::stable_sort(children,
                           [&](const auto* a, const auto* b) { return when(*a) > when(*b); });
  if (children.size() > kChildrenMax) {
    meters_.entry("sitemap_beyond_bound", children.size() - kChildrenMax);
    children.resize(kChildrenMax);
  }
  std::set<std::string_view> wanted;
  Milliseconds after{0};
  for (const SitemapUrl* child : children) {
    wanted.insert(child->url);
    const auto known = by_url_.find(child->url);
    if (known != by_url_.end()) {
      State& state = feeds_.at(known->second);
      const bool changed = state.row.last_poll && when(*child) > *state.row.last_poll;
      if (!changed || state.is_busy || !is_polled(state)) continue;
      const TimePoint least = *state.row.last_poll + state.spec.policy.interval_least;
      list(state, std::max(least, now + after));
    } else {
      FeedRow row;
      row.url = child->url;
      row.parent = index.row.id;
      row.next_due = now + after;
      FeedSpec spec = index.spec;
      spec.kind = FeedKind::sitemap;
      add(std::move(row), spec);
    }
    after += kChildStagger;
  }
  std::vector<std::int64_t> gone;
  for (const auto& [id, state] : feeds_) {
    if (state.row.parent == index.row.id && !wanted.contains(state.row.url)) gone.push_back(id);
  }
  for (const std::int64_t id : gone) {
    frontier_.remove_feed(id);
    drop(id);
  }
  return {};
}

// ---- when it is due again

void FeedDesk::succeed(State& state, const Hints& hints, EntryIntake::Taken taken,
                       std::string_view outcome) {
  FeedRow& row = state.row;
  const TimePoint now = clock_.now();
  const PollBounds bounds = bounds_of(state.spec);
  row.failures = 0;
  row.last_error.clear();
  row.last_ok = now;
  if (taken.news > 0) {
    row.last_news = now;
    row.news += static_cast<std::int64_t>(taken.news);
    row.carries_text = taken.carry_text;
  }
  row.cadence.watch(now, std::move(taken.published));
  const auto ttl = row.ttl > Milliseconds{0} ? std::optional(row.ttl) : std::nullopt;
  Milliseconds interval = raised(interval_of(row.cadence, now, bounds), bounds,
                                 options_->hints_most, ttl, hints.fresh_for);
  const auto heavy =
      std::chrono::seconds(static_cast<std::int64_t>(hints.wire_bytes) / kBytesASecond);
  interval = std::clamp<Milliseconds>(heavy, interval, std::max(bounds.most, interval));
  row.interval = jittered(interval, bounds, chance_);
  row.next_due = now + row.interval;
  row.is_silent =
      row.first_seen && is_silent(row.cadence, row.last_news, *row.first_seen, now, row.is_silent);
  meters_.poll(outcome);
  frontier_.save_feed(row);
  relist(state);
}

void FeedDesk::fail(State& state, const Fetched& fetched, const Hints& hints, std::string error) {
  FeedRow& row = state.row;
  const TimePoint now = clock_.now();
  PollBounds bounds = bounds_of(state.spec);
  if (!is_answered(fetched)) {
    bounds.most = std::clamp(kUnansweredMost, bounds.least, std::max(bounds.least, bounds.most));
  }
  row.failures = std::min(row.failures + 1, 1'000'000);
  if (error.size() > kErrorBytesMax) error.resize(kErrorBytesMax);
  if (row.failures == 1) log(LogLevel::debug, kArea, error);
  row.last_error = std::move(error);
  if (forsake_adopted(row, fetched.reply.status)) {
    log_info(kArea, row.url + ": back to its configured address, the adopted one fails");
  }
  const Milliseconds usual =
      row.cadence.is_started() ? interval_of(row.cadence, now, bounds) : bounds.least;
  const Milliseconds interval = after_failure(usual, row.failures, bounds, hints.retry_after);
  row.interval = jittered(interval, bounds, chance_);
  row.next_due = now + row.interval;
  if (hints.not_before) row.next_due = std::max(*row.next_due, *hints.not_before);
  meters_.poll("failed");
  frontier_.save_feed(row);
  relist(state);
}

}  // namespace khabar
