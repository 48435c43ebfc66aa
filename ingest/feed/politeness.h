// Politeness: which request may be sent now. Each site (a registrable domain) has a queue, a least
// time between two starts, a bound on requests under way, and at times a pause that it asked for.
// Sites that lie on one IP address share a bound on requests under way, once their address is known
// from an answer. Sites take turns. One thread; no clock of its own.
//
//     site a   [q q q]  ready 12:00:01 ─┐
//     site b   [q]      ready 12:00:00 ─┼─ by (ready, turn) ──> take(now)
//     site c   [q q]    paused to 13:00 ┘
//     site d   [q]      ready, but its address is full: held until a request there ends
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "core/base/clock.h"

namespace khabar {

struct PolitenessRules {
  bool on = true;  // off: neither delays nor bounds nor pauses; sites still take turns
  std::size_t site_requests_max = 2;
  std::size_t address_requests_max = 0;  // 0: no bound
};

class Politeness {
 public:
  explicit Politeness(const PolitenessRules& rules) : rules_(rules) {}

  void set_rules(const PolitenessRules& rules);

  // A ticket is the caller's number of a request, new each time. The lesser `rank` goes first
  // within its site. `delay`: from this request's start to the next one's of the same site.
  void enqueue(const std::string& site, std::uint64_t ticket, std::int64_t rank,
               Milliseconds delay);
  // The next ticket that may start; it has then started.
  std::optional<std::uint64_t> take(TimePoint now);
  // The request of that site that take() gave has ended.
  void finished(const std::string& site);

  // Where the site's last answer came from.
  void note_address(const std::string& site, const std::string& address);

  // Nothing of the site starts before `until`. Earlier pauses only grow.
  void pause(const std::string& site, TimePoint until);
  // Another refusal (429, 503) without a time: a minute, doubling to a day, forgiven after half an
  // hour without one. Gives until when.
  TimePoint back_off(const std::string& site, TimePoint now,
                     std::optional<Milliseconds> retry_after);

  // When a request that were enqueued now would about start: later than `now` for a paused site or
  // a long queue.
  TimePoint start_estimate(const std::string& site, TimePoint now) const;
  // When take() may next give something; nothing: no site has anything that could start.
  std::optional<TimePoint> next_ready() const;
  std::size_t waiting() const { return waiting_; }

  // Forgets sites that have been idle since long.
  void sweep(TimePoint now);

 private:
  struct Site;
  // A server, whatever sites it holds. Its requests under way are theirs.
  struct Address {
    std::string text;
    std::size_t under_way = 0;
    std::deque<Site*> held;  // could start, but for the bound; in the order of their turns
  };
  struct Site {
    struct Queued {
      std::uint64_t ticket;
      Milliseconds delay;
    };
    std::map<std::pair<std::int64_t, std::uint64_t>, Queued> queue;  // by rank, then arrival
    std::size_t under_way = 0;
    TimePoint next_start{}, paused_until{};
    TimePoint last_refusal{};
    int refusals = 0;
    Milliseconds delay{0};  // of the last request
    std::uint64_t turn = 0;
    bool is_ready_listed = false;
    bool is_held = false;  // then it is not listed
    std::shared_ptr<Address> address;
  };
  using Sites = std::unordered_map<std::string, Site>;
  using Ready = std::tuple<TimePoint, std::uint64_t, Site*>;

  TimePoint ready_at(const Site& site) const;
  void list(Site& site);
  void unlist(Site& site);
  bool is_full(const Address* address) const;
  void hold(Site& site);
  void unhold(Site& site);
  void release(Address& address);

  PolitenessRules rules_;
  Sites sites_;  // node-based: Site* stay
  std::unordered_map<std::string, std::weak_ptr<Address>> addresses_;
  std::set<Ready> ready_;
  std::uint64_t arrivals_ = 0, turns_ = 0;
  std::size_t waiting_ = 0;
};

}  // namespace khabar
