// Outflow: where a source's or a worker's documents go next: into one channel to the next workers,
// or, after the last stage, a branch into the channel of each sink. One thread.
#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "core/flow/channel.h"
#include "core/flow/transit.h"

namespace khabar {

class Outflow {
 public:
  explicit Outflow(Channel<Transit>& next) : next_(next) {}
  explicit Outflow(const std::vector<Channel<Delivery>*>& lanes) {
    lanes_.reserve(lanes.size());
    for (Channel<Delivery>* lane : lanes) lanes_.emplace_back(*lane);
  }

  // Waits for room. False on a hard stop; what was not taken is then lost with `items`.
  bool send(std::vector<Transit>& items, const Stop& stop) {
    if (next_) return next_->push(items, stop);
    for (std::size_t i = 0; i < lanes_.size(); ++i) {
      const bool is_last = i + 1 == lanes_.size();
      std::vector<Delivery> branches;
      branches.reserve(items.size());
      for (Transit& item : items) {
        branches.push_back({item.number, item.fate, item.document,
                            is_last ? std::move(item.receipt) : item.receipt.branch()});
      }
      if (!lanes_[i].push(branches, stop)) return false;
    }
    items.clear();
    return true;
  }

 private:
  std::optional<Channel<Transit>::Outlet> next_;
  std::vector<Channel<Delivery>::Outlet> lanes_;
};

}  // namespace khabar
