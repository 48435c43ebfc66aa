// Settler: the last point that documents pass. Settles their receipts in the order of their
// numbers, one at a time, once every last lane has let them go: what a watcher commits is then
// always a beginning of what the sinks hold. Any thread.
#pragma once

#include <cstddef>
#include <mutex>
#include <utility>
#include <vector>

#include "core/flow/reorder.h"
#include "core/flow/transit.h"

namespace khabar {

class Settler {
 public:
  explicit Settler(std::size_t parts) : window_(parts) {}

  // Calls watchers under the lock, which is why they must not block.
  void settle(std::vector<Delivery>& items) {
    const std::lock_guard lock(mutex_);
    for (Delivery& item : items) window_.put(std::move(item));
    while (auto next = window_.take()) std::move(next->receipt).settle(next->fate);
  }

 private:
  std::mutex mutex_;
  Reorder<Delivery> window_;
};

}  // namespace khabar
