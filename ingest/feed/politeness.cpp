#include "ingest/feed/politeness.h"

#include <algorithm>

#include "core/base/check.h"

namespace khabar {
namespace {

constexpr Milliseconds kFirstBackOff{60'000};
constexpr Milliseconds kLongestBackOff{86'400'000};
constexpr Milliseconds kForgivenAfter{30 * 60'000};
constexpr Milliseconds kForgottenAfter{3'600'000};

}  // namespace

void Politeness::set_rules(const PolitenessRules& rules) {
  for (auto& [name, site] : sites_) {
    unlist(site);
    unhold(site);
  }
  rules_ = rules;
  for (auto& [name, site] : sites_) list(site);
}

TimePoint Politeness::ready_at(const Site& site) const {
  return rules_.on ? std::max(site.next_start, site.paused_until) : TimePoint{};
}

// Its place depends on ready_at() and turn: unlist before either changes.
void Politeness::list(Site& site) {
  const bool may_start = !rules_.on || site.under_way < rules_.site_requests_max;
  if (site.is_ready_listed || site.is_held || site.queue.empty() || !may_start) return;
  ready_.emplace(ready_at(site), site.turn, &site);
  site.is_ready_listed = true;
}

void Politeness::unlist(Site& site) {
  if (!site.is_ready_listed) return;
  const std::size_t erased = ready_.erase({ready_at(site), site.turn, &site});
  CHECK(erased == 1);
  site.is_ready_listed = false;
}

bool Politeness::is_full(const Address* address) const {
  return rules_.on && rules_.address_requests_max > 0 && address != nullptr &&
         address->under_way >= rules_.address_requests_max;
}

// Only what could start now is held, so whoever is released may start at once.
void Politeness::hold(Site& site) {
  unlist(site);
  site.is_held = true;
  site.address->held.push_back(&site);
}

void Politeness::unhold(Site& site) {
  if (!site.is_held) return;
  std::erase(site.address->held, &site);
  site.is_held = false;
}

void Politeness::release(Address& address) {
  std::size_t room = is_full(&address) ? 0
                     : rules_.address_requests_max > 0
                         ? rules_.address_requests_max - address.under_way
                         : address.held.size();
  for (; room > 0 && !address.held.empty(); --room) {
    Site& site = *address.held.front();
    address.held.pop_front();
    site.is_held = false;
    list(site);
  }
}

void Politeness::note_address(const std::string& name, const std::string& text) {
  Site& site = sites_[name];
  if (site.address != nullptr && site.address->text == text) return;
  unhold(site);
  if (const auto old = site.address) {
    old->under_way -= site.under_way;
    release(*old);
  }
  site.address = addresses_[text].lock();
  if (site.address == nullptr) {
    site.address = std::make_shared<Address>();
    site.address->text = text;
    addresses_[text] = site.address;
  }
  site.address->under_way += site.under_way;
  list(site);
}

void Politeness::enqueue(const std::string& name, std::uint64_t ticket, std::int64_t rank,
                         Milliseconds delay) {
  Site& site = sites_[name];
  unlist(site);
  if (site.turn == 0) site.turn = ++turns_;  // by arrival, never by address in memory
  site.queue.emplace(std::pair(rank, arrivals_++), Site::Queued{ticket, delay});
  ++waiting_;
  list(site);
}

std::optional<std::uint64_t> Politeness::take(TimePoint now) {
  for (;;) {
    if (ready_.empty() || std::get<0>(*ready_.begin()) > now) return std::nullopt;
    Site& first = *std::get<2>(*ready_.begin());
    if (!is_full(first.address.get())) break;
    hold(first);
  }
  Site& site = *std::get<2>(*ready_.begin());
  unlist(site);
  const Site::Queued queued = site.queue.begin()->second;
  site.queue.erase(site.queue.begin());
  --waiting_;
  ++site.under_way;
  if (site.address != nullptr) ++site.address->under_way;
  site.delay = queued.delay;
  site.next_start = now + queued.delay;
  site.turn = ++turns_;
  list(site);
  return queued.ticket;
}

void Politeness::finished(const std::string& name) {
  const auto found = sites_.find(name);
  CHECK_THAT(found != sites_.end() && found->second.under_way > 0, name);
  Site& site = found->second;
  unlist(site);
  --site.under_way;
  list(site);
  if (site.address == nullptr) return;
  --site.address->under_way;
  release(*site.address);
}

void Politeness::pause(const std::string& name, TimePoint until) {
  Site& site = sites_[name];
  unlist(site);
  unhold(site);
  site.paused_until = std::max(site.paused_until, until);
  list(site);
}

TimePoint Politeness::back_off(const std::string& name, TimePoint now,
                               std::optional<Milliseconds> retry_after) {
  Site& site = sites_[name];
  // Several requests under way that are refused together are one refusal.
  const bool is_new = now >= site.paused_until;
  if (now - std::max(site.last_refusal, site.paused_until) > kForgivenAfter) site.refusals = 0;
  if (is_new) site.refusals = std::min(site.refusals + 1, 12);
  site.last_refusal = now;
  Milliseconds wait =
      std::min(kFirstBackOff * (1 << std::max(site.refusals - 1, 0)), kLongestBackOff);
  if (retry_after) wait = std::clamp(*retry_after, Milliseconds{1000}, kLongestBackOff);
  if (is_new || retry_after) pause(name, now + wait);
  return site.paused_until;
}

TimePoint Politeness::start_estimate(const std::string& name, TimePoint now) const {
  const auto found = sites_.find(name);
  if (found == sites_.end() || !rules_.on) return now;
  const Site& site = found->second;
  const auto queued = static_cast<std::int64_t>(site.queue.size());
  return std::max(now, ready_at(site)) + queued * site.delay;
}

std::optional<TimePoint> Politeness::next_ready() const {
  if (ready_.empty()) return std::nullopt;
  return std::get<0>(*ready_.begin());
}

void Politeness::sweep(TimePoint now) {
  std::erase_if(sites_, [&](const auto& entry) {
    const Site& site = entry.second;
    return site.queue.empty() && site.under_way == 0 &&
           std::max({site.next_start, site.paused_until, site.last_refusal}) + kForgottenAfter <
               now;
  });
  std::erase_if(addresses_, [](const auto& entry) { return entry.second.expired(); });
}

}  // namespace khabar
