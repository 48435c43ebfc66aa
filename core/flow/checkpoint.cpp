#include "core/flow/checkpoint.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <utility>

#include "core/base/check.h"

namespace khabar {

struct Checkpoint::Shared {
  struct Entry {
    std::string cursor;
    bool settled = false;
    bool lost = false;
  };

  Shared(Bounds b, Save s) : bounds(b), save(std::move(s)) {}

  bool room_for(std::size_t bytes) const {
    if (open_documents == 0 && entries.empty()) return true;
    // After a loss nothing is held back for saving any more: what is open is all there is.
    const std::size_t held = tracking ? entries.size() : open_documents;
    return held < bounds.documents_max &&
           (open_documents == 0 || open_bytes + bytes <= bounds.bytes_max);
  }

  // Takes the settled from the front; the newest of them is what may be saved.
  void advance() {
    while (tracking && !entries.empty() && entries.front().settled) {
      if (entries.front().lost) {
        tracking = false;
        entries.clear();
        return;
      }
      newest = std::move(entries.front().cursor);
      entries.pop_front();
      ++first;
    }
  }

  // One thread at a time calls `save`, outside the lock; whoever settles meanwhile leaves its
  // cursor in `newest` and goes on.
  void save_newest(std::unique_lock<std::mutex>& lock) {
    if (saving) return;
    saving = true;
    while (newest && save) {
      const std::string cursor = *std::exchange(newest, std::nullopt);
      lock.unlock();
      save(cursor);
      lock.lock();
    }
    saving = false;
    saved.notify_all();
  }

  void settle(std::uint64_t number, std::size_t bytes, Fate fate) {
    std::unique_lock lock(mutex);
    --open_documents;
    open_bytes -= bytes;
    if (tracking) {
      CHECK(number >= first && number - first < entries.size());
      Entry& entry = entries[number - first];
      entry.settled = true;
      entry.lost = fate == Fate::lost;
      advance();
    }
    room.notify_all();
    save_newest(lock);
  }

  const Bounds bounds;
  Save save;  // empty once the checkpoint is gone

  mutable std::mutex mutex;
  std::condition_variable_any room;
  std::condition_variable saved;
  std::deque<Entry> entries;  // in order, from the first that is not covered by a save
  std::uint64_t first = 0;    // number of entries.front()
  std::uint64_t next = 0;
  std::size_t open_documents = 0;
  std::size_t open_bytes = 0;
  std::optional<std::string> newest;
  bool saving = false;
  bool tracking = true;  // false for good after a loss
};

Checkpoint::Checkpoint(Bounds bounds, Save save)
    : shared_(std::make_shared<Shared>(bounds, std::move(save))) {
  CHECK(bounds.documents_max > 0);
}

Checkpoint::~Checkpoint() {
  std::unique_lock lock(shared_->mutex);
  shared_->saved.wait(lock, [this] { return !shared_->saving; });
  shared_->save = nullptr;
}

std::optional<Receipt> Checkpoint::open(std::string cursor, std::size_t bytes, const Stop& stop) {
  std::unique_lock lock(shared_->mutex);
  if (!shared_->room.wait(lock, stop.soft, [&] { return shared_->room_for(bytes); })) {
    return std::nullopt;
  }
  if (stop.soft.stop_requested()) return std::nullopt;
  const std::uint64_t number = shared_->next++;
  ++shared_->open_documents;
  shared_->open_bytes += bytes;
  if (shared_->tracking) {
    shared_->entries.push_back({std::move(cursor), false, false});
  }
  return Receipt(
      [shared = shared_, number, bytes](Fate fate) { shared->settle(number, bytes, fate); });
}

bool Checkpoint::has_room(std::size_t bytes) const {
  const std::lock_guard lock(shared_->mutex);
  return shared_->room_for(bytes);
}

std::size_t Checkpoint::open_documents() const {
  const std::lock_guard lock(shared_->mutex);
  return shared_->open_documents;
}

}  // namespace khabar
