#include "app/admin/feeds_view.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <string_view>
#include <tuple>
#include <utility>

namespace khabar {

const char* feed_condition(const FeedHealth& feed) {
  if (feed.state == FeedState::retired) return "retired";
  if (feed.state == FeedState::paused) return "paused";
  if (feed.is_failing()) return "failing";
  if (feed.is_disallowed()) return "disallowed";
  if (feed.silent) return "silent";
  return feed.last_poll ? "well" : "new";
}

bool is_in_trouble(const FeedHealth& feed) {
  if (feed.state == FeedState::paused) return false;
  return feed.state == FeedState::retired || feed.is_failing() || feed.is_disallowed() ||
         feed.silent;
}

std::shared_ptr<const FeedsSnapshot> FeedsView::snapshot() {
  const std::lock_guard lock(mutex_);
  const SteadyPoint now = clock_.steady_now();
  if (last_ != nullptr && (read_ == nullptr || now - read_at_ < kFresh)) return last_;
  auto fresh = std::make_shared<FeedsSnapshot>();
  if (read_ != nullptr) {
    auto read = read_(clock_.now());
    if (read) {
      *fresh = *std::move(read);
      put_trouble_first(*fresh);
    } else {
      if (last_ != nullptr) *fresh = *last_;
      fresh->error = read.error().message;
    }
  }
  read_at_ = now;
  last_ = std::move(fresh);
  return last_;
}

void merge_feeds(FeedsSnapshot&& part, FeedsSnapshot& into) {
  std::move(part.feeds.begin(), part.feeds.end(), std::back_inserter(into.feeds));
  FrontierCounts& sum = into.counts;
  const FrontierCounts& more = part.counts;
  sum.feeds_active += more.feeds_active;
  sum.feeds_paused += more.feeds_paused;
  sum.feeds_retired += more.feeds_retired;
  sum.feeds_failing += more.feeds_failing;
  sum.feeds_silent += more.feeds_silent;
  sum.feeds_disallowed += more.feeds_disallowed;
  sum.pages_waiting += more.pages_waiting;
  sum.pages_to_revisit += more.pages_to_revisit;
  sum.pages_known += more.pages_known;
  for (const auto& one : more.fates) {
    const auto same = std::find_if(sum.fates.begin(), sum.fates.end(),
                                   [&](const auto& known) { return known.first == one.first; });
    if (same == sum.fates.end()) {
      sum.fates.push_back(one);
    } else {
      same->second += one.second;
    }
  }
}

void put_trouble_first(FeedsSnapshot& snapshot) {
  const auto rank = [](const FeedHealth& feed) {
    return std::tuple(!is_in_trouble(feed), std::string_view(feed.name),
                      std::string_view(feed.url));
  };
  std::sort(snapshot.feeds.begin(), snapshot.feeds.end(),
            [&](const FeedHealth& a, const FeedHealth& b) { return rank(a) < rank(b); });
}

}  // namespace khabar
