// Runner: a pipeline that runs. Starts all threads, settles all receipts, hears all stops.
//
//     intake ──> workers ──> worker ──> workers ──┬─> lane ──┬─> lane of the
//     (a source) (clean)     (dedupe,   (extract) └─> lane ──┘   dead letters ──> settler
//                             ordered)
//
// Neighbouring stages of the same kind share their workers. What bounds the rest: each channel has
// queue_documents, all together have open_documents_max (the sorting windows too), and a document
// is open until every sink has passed it.
//
// Shutdown is destruction order: an intake ends and its outlets die, the channel closes and
// drains, the workers end, and so on downstream; sinks finish() when the run ended well.
#pragma once

#include <chrono>
#include <memory>

#include "core/base/result.h"
#include "core/flow/catalog.h"
#include "core/flow/ledger.h"
#include "core/flow/plan.h"

namespace khabar {

class Runner {
 public:
  // The plan's and the components' faults, all at once. `services` must outlive the runner.
  static Result<std::unique_ptr<Runner>> build(const Plan& plan, const Catalog& catalog,
                                               const Services& services);
  // Of parts made elsewhere: at least one source and one sink.
  Runner(const Tuning& tuning, Parts parts, const Services& services);
  ~Runner();

  // Opens every sink; all errors at once. run() does it where it was not done.
  Status open();

  // Returns when the last document has settled. Once. Ok: the sources are exhausted, or a soft
  // stop was asked, and every document read has its fate; the sinks have finished. Error: the
  // first failure, or, `cancelled`, how many documents a hard stop left undelivered.
  Status run();

  // From any thread, before or during run(): soft now; hard when three quarters of `grace` have
  // gone, at once when it is 0. The earliest deadline of several holds. Not for signal handlers.
  void stop(std::chrono::milliseconds grace);

  RunSummary summary() const;  // so far; any thread

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace khabar
