// A source of `count` documents with keys 0, 1, ...; resumes from its saved cursor, settles through
// a Checkpoint, and remembers every fate. What a document holds beside its key is up to `fill`.
#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "core/flow/catalog.h"
#include "core/flow/checkpoint.h"
#include "core/flow/source.h"

namespace khabar {

// Outlives the source; any thread.
struct Fates {
  std::mutex mutex;
  std::map<std::uint64_t, std::vector<Fate>> by_key;
  std::vector<std::uint64_t> settled_in_order;  // but the lost
  std::size_t open = 0, open_most = 0;

  void opened() {
    const std::lock_guard lock(mutex);
    open_most = std::max(open_most, ++open);
  }
  void settled(std::uint64_t key, Fate fate) {
    const std::lock_guard lock(mutex);
    --open;
    by_key[key].push_back(fate);
    if (fate != Fate::lost) settled_in_order.push_back(key);
  }
};

class CountingSource final : public Source {
 public:
  using Fill = std::function<void(Document&)>;
  using Before = std::function<Status(std::uint64_t key)>;

  CountingSource(std::uint64_t first_key, std::uint64_t count, CursorStore& cursors,
                 std::string name, Checkpoint::Bounds bounds, Fates& fates, Fill fill)
      : end_(first_key + count),
        fates_(fates),
        fill_(std::move(fill)),
        checkpoint_(bounds, [&cursors, name](const std::string& cursor) {
          static_cast<void>(cursors.save(name, cursor));
        }) {
    const auto saved = cursors.load(name);
    next_ = saved && *saved ? std::stoull(**saved) : first_key;
  }

  // Called before each document is made: to stop the run, or to fail.
  void before_each(Before before) { before_ = std::move(before); }

  Result<std::vector<Parcel>> read(std::size_t max, const Stop& stop) override {
    std::vector<Parcel> out;
    while (next_ < end_ && out.size() < max) {
      Document document;
      document.key = next_;
      if (fill_) fill_(document);
      const std::size_t bytes = document.payload.body.size();
      if (!out.empty() && !checkpoint_.has_room(bytes)) break;
      if (before_) {
        if (const Status status = before_(next_); !status) return tl::unexpected(status.error());
      }
      auto receipt = checkpoint_.open(std::to_string(next_ + 1), bytes, stop);
      if (!receipt) break;
      fates_.opened();
      out.push_back({std::move(document),
                     std::move(*receipt).watched_by([this_fates = &fates_, key = next_](Fate f) {
                       this_fates->settled(key, f);
                     }),
                     0});
      ++next_;
    }
    return out;
  }

 private:
  std::uint64_t next_ = 0;
  const std::uint64_t end_;
  Fates& fates_;
  Fill fill_;
  Before before_;
  Checkpoint checkpoint_;
};

}  // namespace khabar
