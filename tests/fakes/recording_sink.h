// A sink that remembers what it holds, and fails as it is told. What it holds (`Held`) outlives it,
// as a file outlives the process.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <vector>

#include "core/flow/sink.h"

namespace khabar {

struct Held {                       // written by the sink's thread, read when the run is over
  std::vector<std::uint64_t> keys;  // in order of writing, each once
  std::vector<std::string> faults;  // of these, "reason" each
  std::set<std::uint64_t> known;
  std::uint64_t came_again = 0;  // writes of a key that it held already
  int finished = 0;
  std::atomic<int> attempts{0};

  void add(const Document& document) {
    if (!known.insert(document.key).second) {
      ++came_again;
      return;
    }
    keys.push_back(document.key);
    faults.push_back(document.fault ? document.fault->reason : "");
  }
};

class RecordingSink final : public Sink {
 public:
  struct Behaviour {
    bool takes_faults = false;
    // Asked before each write: Ok, or how it fails. A batch that fails may be held half.
    std::function<Status()> trouble;
    std::function<bool(const Document&)> rejects;
    std::function<bool()> is_dead;  // asked before each document; once true, nothing is held
    Status open_status, finish_status;
    std::size_t batch_max = SIZE_MAX;
  };

  RecordingSink(Held& held, Behaviour behaviour) : held_(held), how_(std::move(behaviour)) {}

  Status open() override { return how_.open_status; }
  Result<std::vector<Rejection>> write(std::span<const Document* const> batch) override {
    ++held_.attempts;
    if (batch.empty() || batch.size() > how_.batch_max) return invalid("a batch of wrong size");
    const Status trouble = how_.trouble ? how_.trouble() : Status();
    const std::size_t reached = trouble ? batch.size() : batch.size() / 2;
    std::vector<Rejection> rejections;
    for (std::size_t i = 0; i < reached; ++i) {
      if (how_.rejects && how_.rejects(*batch[i])) {
        rejections.push_back({i, {ErrorKind::invalid, "not to my taste"}});
        continue;
      }
      if (how_.is_dead && how_.is_dead()) return unavailable("killed");
      held_.add(*batch[i]);
    }
    if (!trouble) return tl::unexpected(trouble.error());
    return rejections;
  }
  Status finish() override {
    ++held_.finished;
    return how_.finish_status;
  }
  bool wants_faults() const override { return how_.takes_faults; }

 private:
  Held& held_;
  Behaviour how_;
};

}  // namespace khabar
