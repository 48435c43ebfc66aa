// Lane: the thread of one sink. Sorts what comes by number, gathers batches, writes them until they
// are durable, and passes every document on, with its fate, to the sinks that take faults; these,
// or where there are none the sinks of records, hand it to the settler.
//
//     last stage ──┬─> lane jsonl  ──┬─> lane dead_letter ──> settler
//                  └─> lane sqlite ──┘    (waits for both)
#pragma once

#include <chrono>
#include <deque>
#include <string>
#include <vector>

#include "core/base/clock.h"
#include "core/base/log_quota.h"
#include "core/flow/channel.h"
#include "core/flow/control.h"
#include "core/flow/fault_log.h"
#include "core/flow/metrics.h"
#include "core/flow/plan.h"
#include "core/flow/reorder.h"
#include "core/flow/settler.h"
#include "core/flow/sink.h"
#include "core/flow/transit.h"

namespace khabar {

class Lane final : public Task {
 public:
  struct Counters {
    Counter *documents_total, *batches_total, *retries_total, *busy_nanoseconds_total;
    Gauge* failing;
  };

  // `parts`: how many lanes or workers' fan-outs send each number here. `next`: the lanes of the
  // sinks that take faults; empty for these.
  Lane(std::string name, Sink& sink, const Tuning& tuning, std::size_t parts, Counters counters,
       Channel<Delivery>::Inlet in, const std::vector<Channel<Delivery>*>& next, Settler& settler,
       const Clock& clock, Control& control, FaultLog& faults);

  void run() override;

 private:
  bool wants(const Delivery& delivery) const;
  void take_in();
  bool is_due() const;
  std::chrono::milliseconds patience() const;
  bool flush();
  bool write(std::vector<Delivery>& items);
  Result<std::vector<Rejection>> write_until_durable(std::span<const Document* const> batch);
  Result<std::vector<Rejection>> write_once(std::span<const Document* const> batch);
  void tell_return(std::chrono::nanoseconds away);
  bool wait_to_retry(std::chrono::milliseconds delay);
  bool pass_on(std::vector<Delivery>& items);

  const std::string name_;
  Sink& sink_;
  const bool takes_faults_;
  const Tuning& tuning_;
  const std::size_t batch_documents_;
  const Counters counters_;
  Settler& settler_;
  const Clock& clock_;
  Control& control_;
  FaultLog& faults_;
  LogQuota retry_log_;

  Channel<Delivery>::Inlet in_;
  std::vector<Channel<Delivery>::Outlet> next_;
  Reorder<Delivery> window_;
  std::deque<Delivery> pending_;  // in order, not yet written
  std::size_t wanted_ = 0;        // of pending_: what the sink takes
  SteadyPoint first_came_{};      // of pending_
};

}  // namespace khabar
