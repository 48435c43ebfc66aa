#include "core/flow/worker.h"

#include <chrono>
#include <exception>
#include <utility>

#include "core/base/check.h"

namespace khabar {
namespace {

// One of several workers takes few at a time, so that a slow document holds few others back.
constexpr std::size_t kTakeParallel = 4;
constexpr std::size_t kTakeOrdered = 64;

void reject(Transit& item, std::string reason, std::string detail) {
  item.document->fault = Fault{std::move(reason), std::move(detail)};
}

}  // namespace

Worker::Worker(std::vector<Step> steps, bool needs_order, Channel<Transit>::Inlet in, Outflow out,
               const Clock& clock, Control& control, FaultLog& faults)
    : steps_(std::move(steps)),
      in_(std::move(in)),
      out_(std::move(out)),
      clock_(clock),
      control_(control),
      faults_(faults) {
  if (needs_order) window_.emplace();
}

void Worker::run() {
  const Stop stop = control_.stop();
  std::vector<Transit> items;
  while (!in_.ended() && !stop.hard.stop_requested()) {
    items.clear();
    in_.pop(items, window_ ? kTakeOrdered : kTakeParallel);
    if (window_) sort(items);
    for (Transit& item : items) {
      if (stop.hard.stop_requested()) return;
      process(item);
    }
    if (!out_.send(items, stop)) return;
  }
  // A number that never came would mean a document that left without its receipt.
  CHECK(stop.hard.stop_requested() || !window_ || window_->empty());
}

// Puts all of `items` into the window and takes out what is next in order.
void Worker::sort(std::vector<Transit>& items) {
  for (Transit& item : items) window_->put(std::move(item));
  items.clear();
  while (auto next = window_->take()) items.push_back(*std::move(next));
}

void Worker::process(Transit& item) {
  for (Step& step : steps_) {
    if (item.fate != Fate::delivered) return;
    take_step(item, step);
  }
}

void Worker::take_step(Transit& item, Step& step) {
  const SteadyPoint began = clock_.steady_now();
  Result<Decision> decision = Decision::keep();
  try {
    decision = step.stage->process(*item.document);
    if (!decision) {
      reject(item, "stage_error", step.name + ": " + decision.error().message);
    }
  } catch (const std::exception& thrown) {
    decision = Decision::keep();
    reject(item, "exception", step.name + ": " + thrown.what());
  }
  step.documents_total->add();
  step.busy_nanoseconds_total->add(
      static_cast<std::uint64_t>(std::chrono::nanoseconds(clock_.steady_now() - began).count()));
  if (decision && decision->on_settled) {
    item.receipt = std::move(item.receipt).watched_by(std::move(decision->on_settled));
  }
  if (item.document->fault) {
    item.fate = Fate::rejected;
    item.outcome->reason = item.document->fault->reason;
    faults_.note(*item.document);
  } else if (!decision->why_dropped.empty()) {
    item.fate = Fate::dropped;
    item.outcome->reason = std::move(decision->why_dropped);
    item.document = nullptr;
  }
}

}  // namespace khabar
