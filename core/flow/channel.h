// Channel: a bounded queue between threads, many to many; home of moodycamel. FIFO per outlet.
// The last outlet's death closes it; an inlet ends when it is closed and empty.
//
//     outlet ─┐                                     ┌─ inlet
//     outlet ─┼─> credits ──> queue ──> credits ───>┼─ inlet
//     outlet ─┘   (take one    (FIFO per (give one  └─ inlet
//                  an item)     outlet)   back)
//
// An outlet and an inlet belong to one thread each. Make all of both before any thread starts, and
// let the channel outlive them.
#pragma once

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <iterator>
#include <optional>
#include <type_traits>
#include <utility>
#include <vector>

#include <concurrentqueue/blockingconcurrentqueue.h>

#include "core/base/check.h"
#include "core/base/stop.h"

namespace khabar {

// Nobody waits longer without looking up, so nobody needs waking.
inline constexpr std::chrono::milliseconds kTick{50};

template <class T>
class Channel {
  // moodycamel loses count when a move into or out of the queue throws.
  static_assert(std::is_nothrow_move_constructible_v<T>);

  // Threads outnumber cores here: a spinning waiter takes the core from whom it waits for.
  static constexpr int kSpins = 100;
  struct Traits : moodycamel::ConcurrentQueueDefaultTraits {
    static const int MAX_SEMA_SPINS = kSpins;
  };
  using Signed = moodycamel::LightweightSemaphore::ssize_t;
  // Empty: a wake-up call without an item, sent to each inlet when the channel closes, so that the
  // end of a run does not cost a tick a hop. (A bare signal would make wait_dequeue spin.)
  using Slot = std::optional<T>;

 public:
  explicit Channel(std::size_t capacity)
      : capacity_(capacity), credits_(static_cast<Signed>(capacity), kSpins) {
    CHECK(capacity > 0);
  }
  Channel(const Channel&) = delete;
  Channel& operator=(const Channel&) = delete;

  std::size_t capacity() const { return capacity_; }
  // For gauges only: an estimate, never a reason to decide anything. By credits, as a wake-up call
  // that nobody needed may stay in the queue.
  std::size_t depth() const { return capacity_ - std::min(credits_.availableApprox(), capacity_); }

  class Outlet {
   public:
    explicit Outlet(Channel& channel) : channel_(&channel), token_(channel.queue_) {
      channel.outlets_.fetch_add(1, std::memory_order_relaxed);
    }
    Outlet(Outlet&& other) noexcept
        : channel_(std::exchange(other.channel_, nullptr)), token_(std::move(other.token_)) {}
    Outlet& operator=(Outlet&&) = delete;
    ~Outlet() {
      if (channel_ != nullptr) channel_->leave(token_);
    }

    // Moves all of `items` in, waiting for room: this is the back-pressure. False on a hard stop:
    // what had no room is still in `items`' tail, moved-from in its head; the caller drops it all.
    bool push(std::vector<T>& items, const Stop& stop) {
      auto next = items.begin();
      while (next != items.end()) {
        const auto left = static_cast<Signed>(items.end() - next);
        const Signed got =
            channel_->credits_.waitMany(left, std::chrono::microseconds(kTick).count());
        if (got == 0 && stop.hard.stop_requested()) return false;
        CHECK(channel_->queue_.enqueue_bulk(token_, std::make_move_iterator(next),
                                            static_cast<std::size_t>(got)));
        next += got;
      }
      items.clear();
      return true;
    }

   private:
    Channel* channel_;
    moodycamel::ProducerToken token_;
  };

  class Inlet {
   public:
    explicit Inlet(Channel& channel) : channel_(&channel), token_(channel.queue_) {
      channel.inlets_.fetch_add(1, std::memory_order_relaxed);
    }
    Inlet(Inlet&& other) noexcept
        : channel_(other.channel_), token_(std::move(other.token_)), ended_(other.ended_) {}
    Inlet& operator=(Inlet&&) = delete;

    bool ended() const { return ended_; }  // closed, and nothing left for this inlet

    // Appends up to `max` items, waiting at most `wait` for the first; gives how many.
    std::size_t pop(std::vector<T>& out, std::size_t max, std::chrono::milliseconds wait = kTick) {
      // Read first: when it was closed before we looked, "empty" is for good.
      const bool closed = channel_->outlets_.load(std::memory_order_acquire) == 0;
      slots_.clear();
      slots_.reserve(max);  // the queue forbids throwing iterators
      const auto to = std::back_inserter(slots_);
      const std::size_t got = closed
                                  ? channel_->queue_.try_dequeue_bulk(token_, to, max)
                                  : channel_->queue_.wait_dequeue_bulk_timed(token_, to, max, wait);
      ended_ = closed && got == 0;
      out.reserve(out.size() + got);
      std::size_t items = 0;
      for (Slot& slot : slots_) {
        if (!slot) continue;
        out.push_back(*std::move(slot));
        ++items;
      }
      slots_.clear();
      if (items > 0) channel_->credits_.signal(static_cast<Signed>(items));
      return items;
    }

   private:
    Channel* channel_;
    moodycamel::ConsumerToken token_;
    std::vector<Slot> slots_;
    bool ended_ = false;
  };

 private:
  void leave(const moodycamel::ProducerToken& token) {
    // Release: whoever reads 0 sees every item of every outlet.
    if (outlets_.fetch_sub(1, std::memory_order_acq_rel) != 1) return;
    const int sleepers = inlets_.load(std::memory_order_relaxed);
    for (int i = 0; i < sleepers; ++i) CHECK(queue_.enqueue(token, Slot()));
  }

  const std::size_t capacity_;
  moodycamel::BlockingConcurrentQueue<Slot, Traits> queue_;
  moodycamel::LightweightSemaphore credits_;
  std::atomic<int> outlets_{0};
  std::atomic<int> inlets_{0};
};

}  // namespace khabar
