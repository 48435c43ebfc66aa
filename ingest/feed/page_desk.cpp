#include "ingest/feed/page_desk.h"

#include <algorithm>

#include "core/base/check.h"
#include "core/text/digest.h"
#include "core/text/partial_time.h"
#include "core/text/url.h"
#include "core/web/entry_identity.h"
#include "ingest/feed/page_sense.h"
#include "ingest/feed/schedule.h"
#include "ingest/feed/soft_404.h"

namespace khabar {
namespace {

constexpr std::uint32_t kPageDesk = 2;
constexpr Milliseconds kHeldBack{15'000};  // a site's queue of this length is full
constexpr Milliseconds kAfterLoss{60'000};
constexpr Milliseconds kPausedFor{300'000};  // until a paused feed is looked at again
constexpr int kPausesMax = 40;  // times a site may say "later" before its page is given up
constexpr std::size_t kErrorBytesMax = 300;

std::string rfc3339(TimePoint time) {
  return PartialTime::of(std::chrono::floor<std::chrono::seconds>(time)).iso();
}

std::uint64_t url_key(const std::string& url) {
  FeedEntry entry;
  entry.url = url;
  return keys_of(entry).url;
}

}  // namespace

PageDesk::PageDesk(Frontier& frontier, Fetcher& fetcher, const Clock& clock, FeedMeters& meters,
                   std::shared_ptr<const FeedOptions> options, FindFeed find_feed)
    : frontier_(frontier),
      fetcher_(fetcher),
      clock_(clock),
      meters_(meters),
      options_(std::move(options)),
      find_feed_(std::move(find_feed)) {}

std::uint64_t PageDesk::document_key(const std::string& feed_url, std::uint64_t page, int visit) {
  Hasher128 hasher;
  hasher.part("feed").part(feed_url).part(hex(page)).part(std::to_string(visit));
  return hasher.digest().low;
}

Status PageDesk::open() {
  auto due = frontier_.due_pages();
  if (!due) return tl::unexpected(due.error());
  due_ = decltype(due_)(Later{}, *std::move(due));
  return {};
}

void PageDesk::add(PageRow row) {
  frontier_.add_page(row);
  if (row.due) {
    fresh_.push_back({*row.due, row.id});
  } else {
    meters_.end(row.fate);
    frontier_.count("fate." + row.fate);
  }
}

Status PageDesk::edited(std::uint64_t page, const PageRow& entry) {
  auto known = frontier_.page(page);
  if (!known) return tl::unexpected(known.error());
  if (!*known) return {};
  PageRow row = **known;
  if (row.visits == 0 && !row.fate.empty()) return {};  // it has its end
  const TimePoint now = clock_.now();
  const std::uint64_t asked = url_key(entry.url);
  if (entry.url != row.url && asked != 0 && asked != row.id) frontier_.alias(asked, row.id, now);
  if (!entry.url.empty()) row.url = entry.url;
  row.given = entry.given;
  row.content = entry.content;
  row.seen = now;
  row.due = now;
  frontier_.save_entry(row);
  frontier_.save_page(row);
  if (const auto open = visits_.find(page); open != visits_.end()) {
    open->second.again = true;
  } else {
    fresh_.push_back({now, page});
  }
  return {};
}

void PageDesk::on_committed() {
  for (const Frontier::Due& due : fresh_) due_.push(due);
  fresh_.clear();
}

Status PageDesk::ask_soon(TimePoint since) {
  const TimePoint now = clock_.now();
  for (const Frontier::Due& failed : std::exchange(unanswered_, {})) {
    if (failed.when < since || visits_.contains(failed.page)) continue;
    auto found = frontier_.page(failed.page);
    if (!found) return tl::unexpected(found.error());
    if (!*found || !(*found)->due || (*found)->failures == 0) continue;
    PageRow& row = **found;
    --row.failures;
    row.due = now;
    save(row);
  }
  return {};
}

std::optional<TimePoint> PageDesk::next_due() const {
  if (due_.empty() || ready_.size() >= kReadyMax || ready_bytes_ >= kReadyBytesMax) {
    return std::nullopt;
  }
  return due_.top().when;
}

Status PageDesk::start_due() {
  const TimePoint now = clock_.now();
  const std::size_t open_max = options_->requests_max * 8 + kReadyMax;
  while (!due_.empty() && due_.top().when <= now && visits_.size() < open_max &&
         ready_.size() < kReadyMax && ready_bytes_ < kReadyBytesMax) {
    const Frontier::Due next = due_.top();
    due_.pop();
    if (Status started = start(next.page, next.when); !started) return started;
  }
  return {};
}

// A page may stand in the queue several times; the row says which time is true.
Status PageDesk::start(std::uint64_t page, TimePoint due) {
  if (visits_.contains(page)) return {};
  auto found = frontier_.page(page);
  if (!found) return tl::unexpected(found.error());
  if (!*found || !(*found)->due || *(*found)->due > due) return {};
  PageRow& row = **found;
  const auto feed = find_feed_(row.feed);
  if (!feed) {  // its feed is no longer configured
    if (row.visits == 0) end(row, "feed_removed");
    if (row.visits > 0) no_news(row, "feed_removed");
    return {};
  }
  if (feed->is_paused) {  // who pauses a feed wants its site left alone
    due_.push({clock_.now() + kPausedFor, page});
    return {};
  }
  if (!row.content.empty()) {
    Visit& visit = visits_[page];
    visit.fetched = clock_.now();
    visit.url = row.url;
    if (feed->policy.fetch_pages == FetchPages::never) note_robots(row.feed, true);
    Document document = document_of(row, *feed);
    document.payload = {PayloadKind::html, "text/html; charset=utf-8", true,
                        std::move(row.content)};
    make_ready(std::move(document), page);
    return {};
  }
  const TimePoint now = clock_.now();
  if (const TimePoint estimate = fetcher_.start_estimate(row.url); estimate > now + kHeldBack) {
    due_.push({estimate, page});
    return {};
  }
  visits_.emplace(page, Visit{});
  return fetcher_.start(order_of(row, *feed));
}

FetchOrder PageDesk::order_of(const PageRow& row, const PageFeed& feed) const {
  FetchOrder order;
  order.id = row.id;
  order.desk = kPageDesk;
  order.url = row.url;
  order.headers.emplace_back("Accept", "text/html,application/xhtml+xml,*/*;q=0.5");
  if (row.visits > 0) {  // before that nothing is held that "not modified" could mean
    if (!row.etag.empty()) order.headers.emplace_back("If-None-Match", row.etag);
    if (!row.last_modified.empty()) {
      order.headers.emplace_back("If-Modified-Since", row.last_modified);
    }
  }
  const bool same_site =
      registrable_domain(host_of(row.url)) == registrable_domain(host_of(feed.url));
  if (same_site) order.secret_headers = feed.policy.headers;
  order.body_bytes_max = options_->page_bytes_max;
  order.verify_tls = feed.policy.verify_tls;
  order.obeys_robots = true;
  order.delay = feed.policy.delay;
  order.rank = -row.first_seen.value_or(TimePoint{}).time_since_epoch().count();
  return order;
}

Document PageDesk::document_of(const PageRow& row, const PageFeed& feed) const {
  Document document;
  document.key = row.key;
  document.origin.kind = "feed";
  document.origin.path = feed.url;
  document.origin.record_id = row.record_id;
  document.url = row.url;
  document.source.id = feed.url;
  document.source.name = feed.name;
  document.source.host = registrable_domain(host_of(row.url.empty() ? feed.url : row.url));
  document.given = row.given;
  document.fetched = rfc3339(clock_.now());
  return document;
}

void PageDesk::make_ready(Document document, std::uint64_t page) {
  ready_bytes_ += document.payload.body.size();
  ready_.push_back({std::move(document), page});
}

PageDesk::Ready PageDesk::take_ready() {
  Ready first = std::move(ready_.front());
  ready_.pop_front();
  ready_bytes_ -= first.document.payload.body.size();
  return first;
}

Status PageDesk::take(Fetched fetched) {
  const std::uint64_t page = fetched.id;
  CHECK(visits_.contains(page));
  auto found = frontier_.page(page);
  if (!found) return tl::unexpected(found.error());
  const auto feed = *found ? find_feed_((*found)->feed) : std::nullopt;
  if (!feed) {
    visits_.erase(page);
    if (*found) end(**found, "feed_removed");
    return {};
  }
  return take_page(**found, *feed, fetched);
}

Status PageDesk::take_page(PageRow& row, const PageFeed& feed, Fetched& fetched) {
  const HttpReply& reply = fetched.reply;
  const TimePoint now = clock_.now();
  if (fetched.end == FetchEnd::replied || fetched.end == FetchEnd::robots_disallowed) {
    note_robots(row.feed, fetched.end == FetchEnd::replied);
  }
  if (fetched.end == FetchEnd::replied && reply.failure == HttpFailure::none &&
      reply.status == 304 && row.visits > 0) {
    no_news(row, "not_modified");
    return {};
  }
  std::string error;
  const std::string fault = fault_of(row, fetched, error);
  if (!fault.empty()) {
    row.last_error = error.substr(0, kErrorBytesMax);
    retry(row, fault, fetched.not_before);
    return {};
  }
  const std::uint64_t body_hash = hash64(reply.body);
  if (row.visits > 0 && body_hash == row.body_hash) {
    no_news(row, "unchanged");
    return {};
  }
  // The same article under the address that its redirects led to: another feed has brought it.
  const std::uint64_t landed = fetched.redirects > 0 ? url_key(fetched.url) : 0;
  if (landed != 0 && landed != row.id) {
    const auto other = frontier_.resolve(landed);
    if (!other) return tl::unexpected(other.error());
    if (*other != 0 && *other != row.id && row.visits == 0) {
      end(row, "known_by_redirect");
      return {};
    }
    if (*other == 0) frontier_.alias(landed, row.id, now);
  }
  Visit& visit = visits_.at(row.id);
  visit.fetched = now;
  visit.etag = reply.header("etag");
  visit.last_modified = reply.header("last-modified");
  visit.body_hash = body_hash;
  visit.url = fetched.url;
  Document document = document_of(row, feed);
  document.url = fetched.url;
  document.source.host = registrable_domain(host_of(fetched.url));
  const std::string content_type(reply.header("content-type"));
  const bool is_text = sense_of(content_type, reply.body) == PageSense::text;
  document.payload = {is_text ? PayloadKind::text : PayloadKind::html, content_type, false,
                      std::move(fetched.reply.body)};
  meters_.page("document");
  make_ready(std::move(document), row.id);
  return {};
}

std::string PageDesk::fault_of(const PageRow& row, const Fetched& fetched,
                               std::string& error) const {
  const HttpReply& reply = fetched.reply;
  if (fetched.end != FetchEnd::replied) {
    error = fetched.url + ": " + fetch_end_name(fetched.end);
    return fetch_end_name(fetched.end);
  }
  if (reply.failure != HttpFailure::none) {
    error = reply.error;
    return http_failure_name(reply.failure);
  }
  error = fetched.url + ": HTTP " + std::to_string(reply.status);
  if (reply.status == 404) return "not_found";
  if (reply.status == 410) return "gone";
  if (reply.status == 401 || reply.status == 403 || reply.status == 451) return "forbidden";
  if (reply.status == 429 || reply.status == 503) return "refused";
  if (reply.status >= 500) return "server_error";
  if (reply.status < 200 || reply.status >= 300) return "http_" + std::to_string(reply.status);
  const PageSense sense = sense_of(reply.header("content-type"), reply.body);
  if (sense != PageSense::html && sense != PageSense::text) {
    error = fetched.url + ": " + page_sense_name(sense);
    return std::string("not_a_page_") + page_sense_name(sense);
  }
  if (reply.body.empty()) return "empty_body";
  const PageJudgement judged =
      judge_page(row.url, fetched.url, reply.body, reply.header("content-type"));
  if (judged.verdict == PageVerdict::article) return {};
  error = fetched.url + ": " + judged.why;
  return page_verdict_name(judged.verdict);
}

// A page that did not come: again later while there is hope. One that came before stays delivered,
// and a revisit is not worth more than two more tries.
void PageDesk::retry(PageRow& row, const std::string& reason, std::optional<TimePoint> not_before) {
  const auto is = [&](std::initializer_list<std::string_view> reasons) {
    return std::ranges::find(reasons, reason) != reasons.end();
  };
  const TimePoint now = clock_.now();
  const bool site_wide = is({"refused", "robots_unreachable"});
  ++row.failures;
  if (is({http_failure_name(HttpFailure::dns), http_failure_name(HttpFailure::connect),
          http_failure_name(HttpFailure::timeout)})) {
    if (unanswered_.size() == kUnansweredMax) unanswered_.pop_front();
    unanswered_.push_back({now, row.id});
  }
  const bool hopeless =
      is({"gone", "robots_disallowed", "bad_redirect", "redirect_loop", "too_many_redirects"}) ||
      reason.starts_with("not_a_page_") || reason.starts_with("http_") ||
      reason == http_failure_name(HttpFailure::bad_url) ||
      reason == http_failure_name(HttpFailure::refused_address) ||
      reason == http_failure_name(HttpFailure::too_large);
  // Fresh pages are at times linked before they are there: not found is asked again, not for ever.
  const bool doubtful = is({"not_found", "forbidden", "soft_404", "consent_wall", "login_wall",
                            "bot_wall", "empty_body"});
  const int most = site_wide ? kPausesMax : doubtful ? 2 : 5;
  const auto wait = page_retry_after(site_wide ? std::min(row.failures, 3) : row.failures);
  if (row.visits > 0 && (hopeless || doubtful || row.failures > 2)) {
    return no_news(row, is({"not_found", "gone"}) ? "withdrawn" : reason);
  }
  if (hopeless || row.failures > most || !wait) return end(row, reason);
  row.due = std::max(now + *wait, not_before.value_or(now));
  meters_.page("retry");
  visits_.erase(row.id);
  save(row);
}

void PageDesk::end(PageRow& row, const std::string& fate) {
  row.fate = fate;
  row.due.reset();
  row.etag.clear();
  row.last_modified.clear();
  visits_.erase(row.id);
  frontier_.save_page(row);
  frontier_.clear_entry(row.id);
  frontier_.count("fate." + fate);
  meters_.page(fate);
  meters_.end(fate);
}

// A revisit that gave no document.
void PageDesk::no_news(PageRow& row, const std::string& outcome) {
  meters_.page(outcome);
  row.failures = 0;
  const bool again = visits_.contains(row.id) && visits_.at(row.id).again;
  visits_.erase(row.id);
  plan_revisit(row, clock_.now());
  if (again) row.due = clock_.now();
  save(row);
}

void PageDesk::note_robots(std::int64_t feed, bool allowed) {
  if (allowed && !allowed_.insert(feed).second) return;
  if (!allowed) allowed_.erase(feed);
  frontier_.note_robots(feed, allowed);
}

void PageDesk::plan_revisit(PageRow& row, TimePoint now) {
  row.due.reset();
  const auto& steps = options_->revisits;
  auto next = static_cast<std::size_t>(std::max(row.revisit, 0));
  while (row.fetched && next < steps.size() && *row.fetched + steps[next] <= now) ++next;
  row.revisit = static_cast<int>(next);
  const bool fetches = row.content.empty() && !row.url.empty() && row.fetched;
  if (fetches && next < steps.size()) {
    row.due = *row.fetched + steps[next];
  }
}

void PageDesk::save(PageRow& row) {
  frontier_.save_page(row);
  if (row.due) {
    due_.push({*row.due, row.id});
  } else {
    frontier_.clear_entry(row.id);
  }
}

Status PageDesk::settled(std::uint64_t page, Fate fate) {
  const auto open = visits_.find(page);
  if (open == visits_.end()) return {};
  const Visit visit = std::move(open->second);
  visits_.erase(open);
  auto found = frontier_.page(page);
  if (!found) return tl::unexpected(found.error());
  if (!*found) return {};
  PageRow& row = **found;
  const TimePoint now = clock_.now();
  if (fate == Fate::lost) {  // it comes again, under its key
    due_.push({now + kAfterLoss, page});
    return {};
  }
  const auto feed = find_feed_(row.feed);
  if (row.visits == 0) {
    meters_.end(fate_name(fate));
    frontier_.count(std::string("fate.") + fate_name(fate));
    row.fetched = visit.fetched;
    row.fate = fate_name(fate);
  }
  ++row.visits;
  row.key = document_key(feed ? feed->url : "", page, row.visits);
  row.failures = 0;
  row.last_error.clear();
  row.etag = visit.etag;
  row.last_modified = visit.last_modified;
  row.body_hash = visit.body_hash;
  plan_revisit(row, now);
  if (visit.again) row.due = now;
  save(row);
  return {};
}

}  // namespace khabar
