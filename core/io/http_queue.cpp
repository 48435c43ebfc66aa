#include "core/io/http_queue.h"

#include <utility>

#include "core/base/check.h"

namespace khabar {

void HttpQueue::push(Entry entry) {
  Origin& origin = origins_[entry.target.origin];
  if (origin.places_taken == per_origin_max_) {
    origin.waiting.push_back(std::move(entry));
    return;
  }
  ++origin.places_taken;
  ready_.push_back(std::move(entry));
}

std::optional<HttpQueue::Entry> HttpQueue::pop() {
  if (ready_.empty()) return std::nullopt;
  std::optional<Entry> entry(std::move(ready_.front()));
  ready_.pop_front();
  return entry;
}

void HttpQueue::done(const std::string& name) {
  const auto found = origins_.find(name);
  CHECK_THAT(found != origins_.end(), name);
  Origin& origin = found->second;
  if (!origin.waiting.empty()) {
    ready_.push_back(std::move(origin.waiting.front()));
    origin.waiting.pop_front();
  } else if (--origin.places_taken == 0) {
    origins_.erase(found);
  }
}

}  // namespace khabar
