// Fetcher: GETs with manners. Takes orders; follows redirects, asks robots.txt before each hop that
// obeys it, keeps each site's delays, backs off when a site says so; gives each order one result.
// One thread: the source's.
//
//     start(order) ──> robots known? ──> Politeness ──> HttpClient ──> redirect? ──> results
//                          │ no               ^                            │ yes
//                          └─> GET /robots.txt┘          <─────────────────┘
//
// Whose request nobody answers waits for the next answer of anybody before it counts as failed.
// When none comes (outage.h) the network is down: orders are then kept, one request is tried every
// kProbeEvery, and all go on with the first answer. So an outage of ours is no order's failure.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/io/http_client.h"
#include "core/text/url.h"
#include "ingest/feed/feed_options.h"
#include "ingest/feed/outage.h"
#include "ingest/feed/politeness.h"
#include "ingest/feed/robots_cache.h"

namespace khabar {

class Counter;
class Frontier;
class Gauge;

struct FetchOrder {
  std::uint64_t id = 0;    // the owner's; comes back in the result
  std::uint32_t desk = 0;  // so does this: which of the owner's desks gave the order
  std::string url;
  std::vector<std::pair<std::string, std::string>> headers;         // to every hop
  std::vector<std::pair<std::string, std::string>> secret_headers;  // to the site of `url` only
  std::size_t body_bytes_max = 0;
  bool verify_tls = true;
  bool obeys_robots = true;
  Milliseconds delay{0};
  std::int64_t rank = 0;  // within its site, the lesser goes first
};

enum class FetchEnd : std::uint8_t {
  replied,  // with any status; or HttpReply::failure tells why not
  robots_disallowed,
  robots_unreachable,
  redirect_loop,
  too_many_redirects,
  bad_redirect,  // no Location, or one that is no http(s) URL
};
const char* fetch_end_name(FetchEnd end);

struct Fetched {
  std::uint64_t id = 0;
  std::uint32_t desk = 0;
  FetchEnd end = FetchEnd::replied;
  HttpReply reply;  // of the last hop
  std::string url;  // of the last hop
  int redirects = 0;
  bool moved_for_good = false;          // redirected, and each hop said 301 or 308
  std::optional<TimePoint> not_before;  // robots unreachable, or the site pauses us: until then
};

class Fetcher {
 public:
  static constexpr int kRedirectsMax = 10;
  static constexpr Milliseconds kProbeEvery{5'000};
  // How long a failure waits for an answer from somebody else.
  static constexpr Milliseconds kDoubtMost{90'000};

  // `down_since`: seconds since 1970 while the network is down, else 0.
  Fetcher(HttpClient& client, Frontier& frontier, const Clock& clock,
          std::shared_ptr<const FeedOptions> options, Counter& wire_bytes, Gauge& down_since);

  void set_options(std::shared_ptr<const FeedOptions> options);

  Status start(FetchOrder order);
  // Sends what may be sent, waits up to `longest` for something to happen, takes replies. The
  // results are in `out`. An Error is the frontier's: nothing more can be done.
  Status turn(Milliseconds longest, std::vector<Fetched>& out);

  std::size_t orders_open() const { return orders_open_; }
  // When an order for that URL would about be sent: to hold back what would only fill the queue.
  TimePoint start_estimate(const std::string& url) const;
  // Once behind an outage: when it began.
  std::optional<TimePoint> take_outage() { return std::exchange(past_outage_, std::nullopt); }

 private:
  struct Job {
    FetchOrder order;
    Url url;  // of this hop
    std::string site, origin;
    std::vector<std::string> seen;  // URLs of all hops
    int redirects = 0;
    bool all_permanent = true;
    bool is_robots = false;
    std::string robots_origin;  // whose rules this fetches; may have been redirected elsewhere
    Milliseconds delay{0};      // as it was queued
  };
  // A request that nobody answered, and nobody else's has been since.
  struct Doubtful {
    TimePoint until;
    std::uint64_t ticket;
    HttpReply reply;
  };

  Status route(std::uint64_t ticket);
  Status fetch_robots(const std::string& origin, const Job& by);
  void enqueue(std::uint64_t ticket, Milliseconds crawl_delay);
  void queue(std::uint64_t ticket);
  void send_ready(TimePoint now);
  void send(std::uint64_t ticket);
  Milliseconds wait_longest(Milliseconds longest, TimePoint now) const;
  Status take(HttpReply reply, TimePoint now);
  Status judge(HttpReply reply, TimePoint now);
  bool doubts() const { return outage_.is_likely() && !outage_.is_out() && !doubtful_.empty(); }
  void begin_outage(TimePoint now);
  void end_outage(TimePoint since, TimePoint now);
  Status fail_doubtful(TimePoint until, TimePoint now);
  Status redirect(std::uint64_t ticket, HttpReply& reply);
  Status finish_robots(std::uint64_t ticket, const HttpReply* reply, TimePoint now);
  void finish(std::uint64_t ticket, FetchEnd end, HttpReply reply,
              std::optional<TimePoint> not_before);
  std::optional<TimePoint> heed_refusal(const Job& job, const HttpReply& reply, TimePoint now);
  bool set_address(Job& job, Url url);

  HttpClient& client_;
  Frontier& frontier_;
  const Clock& clock_;
  std::shared_ptr<const FeedOptions> options_;
  Counter& wire_bytes_;
  Gauge& down_since_;
  Politeness politeness_;
  RobotsCache robots_;
  std::unordered_map<std::uint64_t, Job> jobs_;
  std::unordered_map<std::string, std::vector<std::uint64_t>> waiting_for_robots_;  // by origin
  std::vector<Fetched> done_;
  std::uint64_t tickets_ = 0;
  std::size_t orders_open_ = 0, under_way_ = 0;
  TimePoint next_sweep_{};
  Outage outage_;
  std::deque<Doubtful> doubtful_;  // in the order of their times
  TimePoint next_probe_{};
  std::optional<TimePoint> past_outage_;
};

}  // namespace khabar
