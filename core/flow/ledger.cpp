#include "core/flow/ledger.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "core/base/check.h"

namespace khabar {
namespace {

constexpr std::string_view kSinkRejected = "sink_rejected";

std::uint64_t sum(const std::map<std::string, std::uint64_t>& counts) {
  return std::accumulate(counts.begin(), counts.end(), std::uint64_t{0},
                         [](std::uint64_t so_far, const auto& one) { return so_far + one.second; });
}

}  // namespace

std::uint64_t RunSummary::dropped_total() const {
  return sum(dropped);
}
std::uint64_t RunSummary::rejected_total() const {
  return sum(rejected);
}

Ledger::Ledger(Metrics& metrics, std::size_t unsaved_max, std::function<void()> on_flush_due)
    : metrics_(metrics), unsaved_max_(unsaved_max), on_flush_due_(std::move(on_flush_due)) {
  for (std::size_t i = 0; i < settled_total_.size(); ++i) {
    settled_total_[i] = &metrics.counter(kMetricSettled, {{"fate", fate_name(Fate(i))}},
                                         "Documents by what became of them");
  }
}

bool Ledger::has_room(const Gate& gate) const {
  return gate.open_documents + gate.reserved < gate.bounds.documents_max &&
         (gate.open_documents == 0 || gate.open_bytes < gate.bounds.bytes_max) &&
         unsaved_ < unsaved_max_;
}

std::size_t Ledger::reserve(Gate& gate, std::size_t max, const std::stop_token& soft) {
  std::size_t got = 0;
  bool flush_is_due = false;
  {
    std::unique_lock lock(mutex_);
    if (!room_.wait(lock, soft, [&] { return has_room(gate); })) return 0;
    if (soft.stop_requested()) return 0;
    const std::size_t room = gate.bounds.documents_max - gate.open_documents - gate.reserved;
    got = std::min({max, room, unsaved_max_ - unsaved_});
    gate.reserved += got;
    unsaved_ += got;
    flush_is_due = unsaved_ >= (unsaved_max_ + 1) / 2 && !flush_was_asked_;
    if (flush_is_due) flush_was_asked_ = true;
  }
  if (flush_is_due) on_flush_due_();
  return got;
}

void Ledger::unreserve(Gate& gate, std::size_t documents) {
  {
    const std::lock_guard lock(mutex_);
    CHECK(gate.reserved >= documents);
    gate.reserved -= documents;
    // A flush that began since has counted them as its own: then they are forgiven already.
    unsaved_ -= std::min(unsaved_, documents);
    unsaved_at_flush_ = std::min(unsaved_at_flush_, unsaved_);
  }
  room_.notify_all();
}

Transit Ledger::admit(Gate& gate, Parcel parcel) {
  Transit transit;
  const std::size_t bytes = parcel.document.payload.body.size();
  transit.outcome = std::make_shared<Outcome>();
  if (!parcel.document.dropped.empty()) {
    transit.fate = Fate::dropped;
    transit.outcome->reason = std::move(parcel.document.dropped);
  } else {
    if (parcel.document.fault) {
      transit.fate = Fate::rejected;
      transit.outcome->reason = parcel.document.fault->reason;
    }
    transit.document = std::make_shared<Document>(std::move(parcel.document));
  }
  transit.receipt = std::move(parcel.receipt)
                        .watched_by([this, &gate, bytes, outcome = transit.outcome](Fate fate) {
                          settled(gate, bytes, fate, *outcome);
                        });
  const std::lock_guard lock(mutex_);
  CHECK(gate.reserved > 0);
  --gate.reserved;
  ++gate.open_documents;
  gate.open_bytes += bytes;
  ++open_documents_;
  open_bytes_ += bytes;
  ++summary_.read;
  transit.number = next_number_++;
  return transit;
}

void Ledger::settled(Gate& gate, std::size_t bytes, Fate fate, const Outcome& outcome) {
  settled_total_[static_cast<std::size_t>(fate)]->add();
  const std::string reason = outcome.reason.empty() ? std::string(kSinkRejected) : outcome.reason;
  if (fate == Fate::dropped) {
    metrics_.counter(kMetricDropped, {{"reason", reason}}, "Documents passed over, by reason")
        .add();
  }
  if (fate == Fate::rejected) {
    metrics_.counter(kMetricRejected, {{"reason", reason}}, "Faulty documents, by reason").add();
  }
  {
    const std::lock_guard lock(mutex_);
    --gate.open_documents;
    gate.open_bytes -= bytes;
    --open_documents_;
    open_bytes_ -= bytes;
    if (fate == Fate::delivered) ++summary_.delivered;
    if (fate == Fate::dropped) ++summary_.dropped[reason];
    if (fate == Fate::rejected) ++summary_.rejected[reason];
    if (fate == Fate::lost) ++summary_.lost;
  }
  room_.notify_all();
}

void Ledger::flush_begins() {
  const std::lock_guard lock(mutex_);
  unsaved_at_flush_ = unsaved_;
}

void Ledger::flush_ended() {
  {
    const std::lock_guard lock(mutex_);
    unsaved_ -= unsaved_at_flush_;
    unsaved_at_flush_ = 0;
    flush_was_asked_ = false;
  }
  room_.notify_all();
}

bool Ledger::flush_is_due() const {
  const std::lock_guard lock(mutex_);
  return flush_was_asked_;
}

RunSummary Ledger::summary() const {
  const std::lock_guard lock(mutex_);
  return summary_;
}

std::size_t Ledger::open_documents() const {
  const std::lock_guard lock(mutex_);
  return open_documents_;
}

std::size_t Ledger::open_bytes() const {
  const std::lock_guard lock(mutex_);
  return open_bytes_;
}

}  // namespace khabar
