// Reorder: a window that takes numbered items in any order and gives them in the order of their
// numbers, each once `parts` of it have come. One thread.
//
//     next_ = 7:   [7: empty] [8: item] [9: empty] [10: item]      put(7) frees 7 and 8
//
// Its size is bounded by whoever bounds the numbers in transit (the runner's open documents).
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <utility>

#include "core/base/check.h"

namespace khabar {

// T has a member `number`, and with parts > 1 `void merge(T&& part)`.
template <class T>
class Reorder {
 public:
  explicit Reorder(std::size_t parts = 1) : parts_(parts) { CHECK(parts > 0); }

  void put(T item) {
    CHECK(item.number >= next_);  // each number comes `parts` times, and never again
    const auto index = static_cast<std::size_t>(item.number - next_);
    while (slots_.size() <= index) slots_.emplace_back();
    Slot& slot = slots_[index];
    CHECK(slot.came < parts_);
    if (slot.came++ == 0) {
      slot.item.emplace(std::move(item));
    } else {
      merge(*slot.item, std::move(item));
    }
  }

  std::optional<T> take() {
    if (slots_.empty() || slots_.front().came < parts_) return std::nullopt;
    std::optional<T> item = std::move(slots_.front().item);
    slots_.pop_front();
    ++next_;
    return item;
  }

  bool empty() const { return slots_.empty(); }

 private:
  struct Slot {
    std::optional<T> item;
    std::size_t came = 0;
  };

  static void merge(T& into, T&& part) {
    if constexpr (requires { into.merge(std::move(part)); }) {
      into.merge(std::move(part));
    } else {
      CHECK(false);  // a second part of an item that has but one
    }
  }

  const std::size_t parts_;
  std::uint64_t next_ = 0;
  std::deque<Slot> slots_;
};

}  // namespace khabar
