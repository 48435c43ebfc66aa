// Ledger: the runner's account of every document from its reading to its fate, and the gate that
// bounds what is open. Any thread. Must outlive all receipts it watches.
#pragma once

#include <array>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "core/flow/checkpoint.h"
#include "core/flow/metrics.h"
#include "core/flow/transit.h"

namespace khabar {

struct RunSummary {
  std::uint64_t read = 0;  // = delivered + all dropped + all rejected + lost, once a run has ended
  std::uint64_t delivered = 0;
  std::map<std::string, std::uint64_t> dropped, rejected;  // by reason
  std::uint64_t lost = 0;
  double seconds = 0;

  std::uint64_t dropped_total() const;
  std::uint64_t rejected_total() const;
  bool operator==(const RunSummary&) const = default;
};

class Ledger {
 public:
  // One thread's share of the bounds.
  struct Gate {
    Checkpoint::Bounds bounds;
    std::size_t open_documents = 0;
    std::size_t open_bytes = 0;
    std::size_t reserved = 0;
  };

  // `unsaved_max`: documents admitted since the last flushed(); a source waits past it, so that a
  // killed run has no more than that to read again. `on_flush_due` is called at the half of it,
  // under no lock.
  Ledger(Metrics& metrics, std::size_t unsaved_max, std::function<void()> on_flush_due);

  // Waits for room and reserves 1..max documents of it; 0: soft stop.
  std::size_t reserve(Gate& gate, std::size_t max, const std::stop_token& soft);
  void unreserve(Gate& gate, std::size_t documents);  // what the source did not fill

  // Numbers a document that was reserved for and watches its receipt. A source's own drop or fault
  // already has its fate.
  Transit admit(Gate& gate, Parcel parcel);

  // flush_begins(), then a successful flush of the cursors, then flush_ended().
  void flush_begins();
  void flush_ended();
  bool flush_is_due() const;  // on_flush_due was called, and no flush has ended since

  RunSummary summary() const;  // seconds left at 0
  std::size_t open_documents() const;
  std::size_t open_bytes() const;

 private:
  void settled(Gate& gate, std::size_t bytes, Fate fate, const Outcome& outcome);
  bool has_room(const Gate& gate) const;

  Metrics& metrics_;
  const std::size_t unsaved_max_;
  const std::function<void()> on_flush_due_;
  std::array<Counter*, 4> settled_total_;

  mutable std::mutex mutex_;
  std::condition_variable_any room_;
  RunSummary summary_;
  std::uint64_t next_number_ = 0;
  std::size_t open_documents_ = 0;
  std::size_t open_bytes_ = 0;
  std::size_t unsaved_ = 0;           // reserved or admitted since the last successful flush began
  std::size_t unsaved_at_flush_ = 0;  // of these, before the flush that is under way
  bool flush_was_asked_ = false;
};

}  // namespace khabar
