#include "ingest/feed/fetcher.h"

#include <algorithm>
#include <set>
#include <string_view>

#include "core/base/check.h"
#include "core/base/log.h"
#include "core/flow/metrics.h"
#include "core/io/http_headers.h"
#include "core/text/partial_time.h"
#include "ingest/feed/frontier.h"

namespace khabar {
namespace {

constexpr std::size_t kRepliesAtOnce = 256;
constexpr std::int64_t kRobotsRank = INT64_MIN;  // others wait for it
// Larger than RFC 9309 asks to be read, for a body over the bound does not come at all.
constexpr std::size_t kRobotsFetchedMax = std::size_t{8} << 20;
constexpr Milliseconds kSweepEvery{600'000};
constexpr const char* kArea = "feeds";

bool is_redirect(int status) {
  return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

std::string origin_of(const Url& url) {
  std::string origin = url.scheme + "://" + url.host.value_or("");
  if (url.port) origin += ":" + std::to_string(*url.port);
  return origin;
}

std::string target_of(const Url& url) {
  return url.query ? url.path + "?" + *url.query : url.path;
}

PolitenessRules rules_of(const FeedOptions& options) {
  return {options.politeness, options.site_requests_max, options.address_requests_max};
}

std::size_t sites_of(const FeedOptions& options) {
  std::set<std::string> sites;
  for (const FeedSpec& feed : options.feeds) {
    if (sites.size() >= Outage::kSitesMost) break;
    sites.insert(registrable_domain(host_of(feed.url)));
  }
  return sites.size();
}

enum class Answer : std::uint8_t { somebody, nobody, not_asked };
Answer answer_of(const HttpReply& reply) {
  switch (reply.failure) {
    case HttpFailure::dns:
    case HttpFailure::connect:
    case HttpFailure::timeout:
      return Answer::nobody;
    case HttpFailure::bad_url:
    case HttpFailure::refused_address:
    case HttpFailure::cancelled:
    case HttpFailure::overloaded:
      return Answer::not_asked;
    case HttpFailure::none:
    case HttpFailure::tls:
    case HttpFailure::too_large:
    case HttpFailure::broken:
      break;
  }
  return Answer::somebody;
}

}  // namespace

const char* fetch_end_name(FetchEnd end) {
  switch (end) {
    case FetchEnd::replied:
      return "replied";
    case FetchEnd::robots_disallowed:
      return "robots_disallowed";
    case FetchEnd::robots_unreachable:
      return "robots_unreachable";
    case FetchEnd::redirect_loop:
      return "redirect_loop";
    case FetchEnd::too_many_redirects:
      return "too_many_redirects";
    case FetchEnd::bad_redirect:
      return "bad_redirect";
  }
  return "unknown";
}

Fetcher::Fetcher(HttpClient& client, Frontier& frontier, const Clock& clock,
                 std::shared_ptr<const FeedOptions> options, Counter& wire_bytes, Gauge& down_since)
    : client_(client),
      frontier_(frontier),
      clock_(clock),
      options_(std::move(options)),
      wire_bytes_(wire_bytes),
      down_since_(down_since),
      politeness_(rules_of(*options_)),
      robots_(frontier, "khabar") {
  for (const auto& [site, until] : frontier.site_pauses()) politeness_.pause(site, until);
  outage_.watch(sites_of(*options_));
}

void Fetcher::set_options(std::shared_ptr<const FeedOptions> options) {
  options_ = std::move(options);
  politeness_.set_rules(rules_of(*options_));
  outage_.watch(sites_of(*options_));
}

TimePoint Fetcher::start_estimate(const std::string& url) const {
  return politeness_.start_estimate(registrable_domain(host_of(url)), clock_.now());
}

bool Fetcher::set_address(Job& job, Url url) {
  if (!url.is_http() || !url.host || url.host->empty()) return false;
  url.fragment.reset();
  job.site = registrable_domain(*url.host);
  job.origin = origin_of(url);
  job.url = std::move(url);
  return true;
}

Status Fetcher::start(FetchOrder order) {
  const std::uint64_t ticket = ++tickets_;
  ++orders_open_;
  Job& job = jobs_[ticket];
  job.order = std::move(order);
  auto url = parse_url(job.order.url);
  if (!url || !set_address(job, std::move(*url))) {
    HttpReply reply;
    reply.failure = HttpFailure::bad_url;
    reply.error = job.order.url + ": no http(s) URL";
    finish(ticket, FetchEnd::replied, std::move(reply), std::nullopt);
    return {};
  }
  job.seen.push_back(job.url.href());
  return route(ticket);
}

// Where a job goes whose address is set: to its site's queue, to wait for rules, or to its end.
Status Fetcher::route(std::uint64_t ticket) {
  Job& job = jobs_.at(ticket);
  const bool asks = job.order.obeys_robots && options_->robots != RobotsFor::nothing;
  if (job.is_robots || !asks) {
    enqueue(ticket, Milliseconds{0});
    return {};
  }
  const TimePoint now = clock_.now();
  auto verdict = robots_.ask(job.origin, target_of(job.url), now);
  if (!verdict) return tl::unexpected(verdict.error());
  switch (verdict->answer) {
    case RobotsAnswer::allowed:
      enqueue(ticket, std::min(verdict->crawl_delay, options_->crawl_delay_most));
      return {};
    case RobotsAnswer::disallowed:
      finish(ticket, FetchEnd::robots_disallowed, {}, std::nullopt);
      return {};
    case RobotsAnswer::unreachable:
      finish(ticket, FetchEnd::robots_unreachable, {}, verdict->until);
      return {};
    case RobotsAnswer::unknown:
      break;
  }
  std::vector<std::uint64_t>& waiting = waiting_for_robots_[job.origin];
  waiting.push_back(ticket);
  return waiting.size() > 1 ? Status() : fetch_robots(job.origin, job);
}

Status Fetcher::fetch_robots(const std::string& origin, const Job& by) {
  Job job;
  job.is_robots = true;
  job.robots_origin = origin;
  job.order.url = origin + "/robots.txt";
  job.order.body_bytes_max = kRobotsFetchedMax;
  job.order.verify_tls = by.order.verify_tls;
  job.order.obeys_robots = false;
  job.order.delay = by.order.delay;
  job.order.rank = kRobotsRank;
  auto url = parse_url(job.order.url);
  CHECK_THAT(url && set_address(job, std::move(*url)), job.order.url);
  job.seen.push_back(job.url.href());
  const std::uint64_t ticket = ++tickets_;
  jobs_.emplace(ticket, std::move(job));
  return route(ticket);
}

void Fetcher::enqueue(std::uint64_t ticket, Milliseconds crawl_delay) {
  Job& job = jobs_.at(ticket);
  job.delay = std::max(job.order.delay, crawl_delay);
  queue(ticket);
}

void Fetcher::queue(std::uint64_t ticket) {
  const Job& job = jobs_.at(ticket);
  politeness_.enqueue(job.site, ticket, job.order.rank, job.delay);
}

void Fetcher::send(std::uint64_t ticket) {
  const Job& job = jobs_.at(ticket);
  HttpRequest request;
  request.id = ticket;
  request.url = job.url.href();
  request.headers = job.order.headers;
  const auto home = parse_url(job.order.url);
  const bool at_home = home && job.site == registrable_domain(home->host.value_or("")) &&
                       (job.url.scheme == "https" || home->scheme == "http");
  if (at_home) {
    request.headers.insert(request.headers.end(), job.order.secret_headers.begin(),
                           job.order.secret_headers.end());
  }
  request.body_bytes_max = job.order.body_bytes_max;
  request.timeout = options_->timeout;
  request.verify_tls = job.order.verify_tls;
  ++under_way_;
  client_.send(std::move(request));
}

// While the network is down, or seems to be, one request now and then finds out whether it is.
void Fetcher::send_ready(TimePoint now) {
  if (doubts() && now >= next_probe_) {
    queue(doubtful_.front().ticket);
    doubtful_.pop_front();
    next_probe_ = now + kProbeEvery;
  }
  while (under_way_ < options_->requests_max) {
    if (outage_.is_out() && now < next_probe_) return;
    const auto ticket = politeness_.take(now);
    if (!ticket) return;
    if (outage_.is_out()) next_probe_ = now + kProbeEvery;
    send(*ticket);
  }
}

Milliseconds Fetcher::wait_longest(Milliseconds longest, TimePoint now) const {
  if (!done_.empty()) return Milliseconds{0};
  const auto until = [&](TimePoint time) {
    longest =
        std::clamp(std::chrono::duration_cast<Milliseconds>(time - now), Milliseconds{0}, longest);
  };
  if (!doubtful_.empty()) until(doubtful_.front().until);
  if (doubts()) until(next_probe_);
  if (const auto ready = politeness_.next_ready(); ready && under_way_ < options_->requests_max) {
    until(outage_.is_out() ? std::max(*ready, next_probe_) : *ready);
  }
  return longest;
}

Status Fetcher::turn(Milliseconds longest, std::vector<Fetched>& out) {
  TimePoint now = clock_.now();
  send_ready(now);
  std::vector<HttpReply> replies = client_.wait(kRepliesAtOnce, wait_longest(longest, now));
  now = clock_.now();
  for (HttpReply& reply : replies) {
    if (Status taken = take(std::move(reply), now); !taken) return taken;
  }
  if (Status failed = fail_doubtful(now, now); !failed) return failed;
  if (now >= next_sweep_) {
    politeness_.sweep(now);
    next_sweep_ = now + kSweepEvery;
  }
  out.insert(out.end(), std::make_move_iterator(done_.begin()),
             std::make_move_iterator(done_.end()));
  done_.clear();
  return {};
}

Status Fetcher::take(HttpReply reply, TimePoint now) {
  const std::uint64_t ticket = reply.id;
  const Job& job = jobs_.at(ticket);
  --under_way_;
  politeness_.finished(job.site);
  wire_bytes_.add(reply.wire_bytes);
  if (!reply.address.empty()) politeness_.note_address(job.site, reply.address);
  const Answer answer = answer_of(reply);
  if (answer == Answer::not_asked) return judge(std::move(reply), now);
  const auto since = outage_.since();
  const Outage::Turn turn = outage_.take(answer == Answer::somebody, job.site, now);
  if (answer == Answer::somebody) {
    if (turn == Outage::Turn::ends) end_outage(*since, now);
    if (Status failed = fail_doubtful(TimePoint::max(), now); !failed) return failed;
    return judge(std::move(reply), now);
  }
  if (turn == Outage::Turn::begins) begin_outage(now);
  if (outage_.is_out()) {
    queue(ticket);
  } else {
    doubtful_.push_back({now + kDoubtMost, ticket, std::move(reply)});
  }
  return {};
}

void Fetcher::begin_outage(TimePoint now) {
  log_warning(kArea, "network down since " + PartialTime::of(*outage_.since()).iso() +
                         ": nobody answers, whoever is asked. Until somebody does one request is "
                         "tried every " +
                         std::to_string(kProbeEvery / std::chrono::seconds{1}) +
                         " s, and no source or page is blamed");
  down_since_.set(
      std::chrono::duration_cast<std::chrono::seconds>(outage_.since()->time_since_epoch())
          .count());
  next_probe_ = now + kProbeEvery;
  for (const Doubtful& one : doubtful_) queue(one.ticket);
  doubtful_.clear();
}

void Fetcher::end_outage(TimePoint since, TimePoint now) {
  log_info(kArea, "network up again after " +
                      std::to_string((now - since) / std::chrono::seconds{1}) + " s: all go on");
  down_since_.set(0);
  past_outage_ = since;
}

// Those whose time of doubt ends by `until`: it was they who did not answer.
Status Fetcher::fail_doubtful(TimePoint until, TimePoint now) {
  while (!doubtful_.empty() && doubtful_.front().until <= until) {
    HttpReply reply = std::move(doubtful_.front().reply);
    doubtful_.pop_front();
    if (Status judged = judge(std::move(reply), now); !judged) return judged;
  }
  return {};
}

Status Fetcher::judge(HttpReply reply, TimePoint now) {
  const std::uint64_t ticket = reply.id;
  const Job& job = jobs_.at(ticket);
  if (reply.failure == HttpFailure::none && is_redirect(reply.status)) {
    return redirect(ticket, reply);
  }
  const auto not_before = heed_refusal(job, reply, now);
  if (job.is_robots) return finish_robots(ticket, &reply, now);
  finish(ticket, FetchEnd::replied, std::move(reply), not_before);
  return {};
}

// 429 and 503 are the site's words for "slower"; a Retry-After on anything else is a hint about
// that URL alone.
std::optional<TimePoint> Fetcher::heed_refusal(const Job& job, const HttpReply& reply,
                                               TimePoint now) {
  if (reply.failure != HttpFailure::none) return std::nullopt;
  if (reply.status != 429 && reply.status != 503) return std::nullopt;
  const TimePoint until =
      politeness_.back_off(job.site, now, parse_retry_after(reply.header("retry-after"), now));
  frontier_.save_site_pause(job.site, until);
  return until;
}

Status Fetcher::redirect(std::uint64_t ticket, HttpReply& reply) {
  Job& job = jobs_.at(ticket);
  const bool permanent = reply.status == 301 || reply.status == 308;
  job.all_permanent = job.all_permanent && permanent;
  ++job.redirects;
  FetchEnd end = FetchEnd::replied;
  auto next = parse_url(reply.header("location"), &job.url);
  const int most = job.is_robots ? RobotsCache::kRedirectsMax : kRedirectsMax;
  if (reply.header("location").empty() || !next || !next->is_http()) {
    end = FetchEnd::bad_redirect;
  } else if (job.redirects > most) {
    end = FetchEnd::too_many_redirects;
  } else {
    next->fragment.reset();
    std::string href = next->href();
    if (std::ranges::find(job.seen, href) != job.seen.end()) end = FetchEnd::redirect_loop;
    job.seen.push_back(std::move(href));
  }
  if (end == FetchEnd::replied && set_address(job, std::move(*next))) return route(ticket);
  if (end == FetchEnd::replied) end = FetchEnd::bad_redirect;
  if (job.is_robots) return finish_robots(ticket, nullptr, clock_.now());
  finish(ticket, end, std::move(reply), std::nullopt);
  return {};
}

Status Fetcher::finish_robots(std::uint64_t ticket, const HttpReply* reply, TimePoint now) {
  const std::string origin = jobs_.at(ticket).robots_origin;
  jobs_.erase(ticket);
  if (Status learned = robots_.learn(origin, reply, now); !learned) return learned;
  const auto waiting = waiting_for_robots_.extract(origin);
  if (waiting.empty()) return {};
  for (const std::uint64_t one : waiting.mapped()) {
    if (Status routed = route(one); !routed) return routed;
  }
  return {};
}

void Fetcher::finish(std::uint64_t ticket, FetchEnd end, HttpReply reply,
                     std::optional<TimePoint> not_before) {
  const auto found = jobs_.find(ticket);
  Job& job = found->second;
  Fetched fetched;
  fetched.id = job.order.id;
  fetched.desk = job.order.desk;
  fetched.end = end;
  fetched.reply = std::move(reply);
  fetched.url = job.url.href();
  fetched.redirects = job.redirects;
  fetched.moved_for_good = job.redirects > 0 && job.all_permanent;
  fetched.not_before = not_before;
  jobs_.erase(found);
  --orders_open_;
  done_.push_back(std::move(fetched));
}

}  // namespace khabar
