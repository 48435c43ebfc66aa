#include "ingest/feed/robots_cache.h"

#include <algorithm>

#include "ingest/feed/frontier.h"

namespace khabar {
namespace {

using std::chrono::minutes;

// "If a server is unreachable for a reasonably long period of time (for example, 30 days), crawlers
// MAY assume that the robots.txt file is unavailable" (section 2.3.1.4).
constexpr Milliseconds kGivenUp{std::int64_t{30} * 86'400'000};

Milliseconds retry_after(int failures) {
  return std::min<Milliseconds>(minutes{10} * (1 << std::clamp(failures - 1, 0, 8)),
                                RobotsCache::kKept);
}

enum class Meaning : std::uint8_t { rules, unavailable, unreachable };

Meaning meaning_of(const HttpReply* reply) {
  if (reply == nullptr) return Meaning::unavailable;  // redirected too often (section 2.3.1.2)
  if (reply->failure != HttpFailure::none) return Meaning::unreachable;
  if (reply->status >= 200 && reply->status < 300) return Meaning::rules;
  // "Unavailable" is 4xx; but who says "too many requests" speaks of now, not of the file.
  if (reply->status >= 400 && reply->status < 500 && reply->status != 429) {
    return Meaning::unavailable;
  }
  return Meaning::unreachable;
}

}  // namespace

void RobotsCache::forget(std::map<std::string, Entry>::iterator entry) {
  bytes_ -= entry->second.bytes;
  entries_.erase(entry);
}

const RobotsCache::Entry& RobotsCache::keep(const RobotsRow& row) {
  if (const auto old = entries_.find(row.origin); old != entries_.end()) forget(old);
  while (!entries_.empty() &&
         (entries_.size() >= kOriginsMax || bytes_ + row.body.size() > kBytesMax)) {
    forget(std::ranges::min_element(entries_, {},
                                    [](const auto& entry) { return entry.second.expires; }));
  }
  const bool has_rules = row.kind == RobotsRow::Kind::rules ||
                         (row.kind == RobotsRow::Kind::unreachable && !row.body.empty());
  Entry entry;
  entry.robots = has_rules                                ? Robots::parse(row.body, product_token_)
                 : row.kind == RobotsRow::Kind::allow_all ? Robots::allow_all()
                                                          : Robots::disallow_all();
  entry.is_unreachable = row.kind == RobotsRow::Kind::unreachable && row.body.empty();
  entry.expires = row.expires;
  entry.bytes = row.body.size();
  bytes_ += entry.bytes;
  return entries_.insert_or_assign(row.origin, std::move(entry)).first->second;
}

Result<RobotsVerdict> RobotsCache::ask(const std::string& origin, std::string_view target,
                                       TimePoint now) {
  auto found = entries_.find(origin);
  const Entry* entry = found == entries_.end() ? nullptr : &found->second;
  if (entry == nullptr) {
    auto row = frontier_.robots(origin);
    if (!row) return tl::unexpected(row.error());
    if (*row) entry = &keep(**row);
  }
  if (entry == nullptr || entry->expires <= now) return RobotsVerdict{};
  RobotsVerdict verdict;
  verdict.until = entry->expires;
  verdict.crawl_delay = entry->robots.crawl_delay().value_or(Milliseconds{0});
  verdict.answer = entry->is_unreachable          ? RobotsAnswer::unreachable
                   : entry->robots.allows(target) ? RobotsAnswer::allowed
                                                  : RobotsAnswer::disallowed;
  return verdict;
}

Status RobotsCache::learn(const std::string& origin, const HttpReply* reply, TimePoint now) {
  auto known = frontier_.robots(origin);
  if (!known) return tl::unexpected(known.error());
  RobotsRow row;
  if (*known) row = **known;
  row.origin = origin;
  row.expires = now + kKept;
  const Meaning meaning = meaning_of(reply);
  if (meaning != Meaning::unreachable) {
    row.unreachable_since.reset();
    row.failures = 0;
    row.body.clear();
  }
  if (meaning == Meaning::rules) {
    row.kind = RobotsRow::Kind::rules;
    row.body = reply->body.substr(0, Robots::kBytesMax);
  } else if (meaning == Meaning::unavailable) {
    row.kind = RobotsRow::Kind::allow_all;
  } else {
    ++row.failures;
    if (!row.unreachable_since) row.unreachable_since = now;
    const bool given_up = now - *row.unreachable_since > kGivenUp;
    row.kind = given_up ? RobotsRow::Kind::allow_all : RobotsRow::Kind::unreachable;
    row.expires = now + retry_after(row.failures);
  }
  keep(row);
  return frontier_.save_robots(row);
}

}  // namespace khabar
