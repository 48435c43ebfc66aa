#include "core/flow/lane.h"

#include <algorithm>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <utility>

#include "core/base/check.h"
#include "core/base/log.h"

namespace khabar {

using std::chrono::milliseconds;

Lane::Lane(std::string name, Sink& sink, const Tuning& tuning, std::size_t parts, Counters counters,
           Channel<Delivery>::Inlet in, const std::vector<Channel<Delivery>*>& next,
           Settler& settler, const Clock& clock, Control& control, FaultLog& faults)
    : name_(std::move(name)),
      sink_(sink),
      takes_faults_(sink.wants_faults()),
      tuning_(tuning),
      batch_documents_(tuning.batch_documents_held()),
      counters_(counters),
      settler_(settler),
      clock_(clock),
      control_(control),
      faults_(faults),
      retry_log_(clock, 1, std::chrono::seconds(10)),
      in_(std::move(in)),
      window_(parts) {
  next_.reserve(next.size());
  for (Channel<Delivery>* channel : next) next_.emplace_back(*channel);
}

void Lane::run() {
  const Stop stop = control_.stop();
  while (!stop.hard.stop_requested()) {
    take_in();
    while (is_due()) {
      if (!flush()) return;
    }
    if (in_.ended() && pending_.empty()) break;
  }
  CHECK(stop.hard.stop_requested() || window_.empty());
}

bool Lane::wants(const Delivery& delivery) const {
  return delivery.document != nullptr && delivery.has_fault() == takes_faults_;
}

void Lane::take_in() {
  std::vector<Delivery> items;
  in_.pop(items, batch_documents_, std::min(kTick, patience()));
  for (Delivery& item : items) window_.put(std::move(item));
  while (auto next = window_.take()) {
    if (pending_.empty()) first_came_ = clock_.steady_now();
    if (wants(*next)) ++wanted_;
    pending_.push_back(*std::move(next));
  }
}

// How long the oldest that waits may go on waiting.
milliseconds Lane::patience() const {
  if (pending_.empty()) return kTick;
  const auto waited = std::chrono::duration_cast<milliseconds>(clock_.steady_now() - first_came_);
  return std::clamp(tuning_.batch_wait - waited, milliseconds(0), kTick);
}

bool Lane::is_due() const {
  if (pending_.empty()) return false;
  if (wanted_ == 0) return true;  // nothing to write: what passes by need not wait
  // Twice the batch: where nearly all was dropped, those that pass by hold the source's credits.
  return wanted_ >= batch_documents_ || pending_.size() >= 2 * batch_documents_ || in_.ended() ||
         patience() == milliseconds(0);
}

// Writes the first batch of pending_ and passes on what it held. False: the run is over for us.
bool Lane::flush() {
  std::vector<Delivery> items;
  std::size_t taken = 0;
  while (!pending_.empty() && taken < batch_documents_) {
    if (wants(pending_.front())) ++taken;
    items.push_back(std::move(pending_.front()));
    pending_.pop_front();
  }
  wanted_ -= taken;
  if (!pending_.empty()) first_came_ = clock_.steady_now();
  return (taken == 0 || write(items)) && pass_on(items);
}

bool Lane::write(std::vector<Delivery>& items) {
  std::vector<Delivery*> written;
  std::vector<const Document*> batch;
  for (Delivery& item : items) {
    if (!wants(item)) continue;
    written.push_back(&item);
    batch.push_back(item.document.get());
  }
  auto rejections = write_until_durable(batch);
  if (!rejections) {
    const bool gave_up_on_wish =
        rejections.error().kind == ErrorKind::cancelled && control_.stop().hard.stop_requested();
    if (!gave_up_on_wish) {
      control_.fail_hard(
          {rejections.error().kind, "sink " + name_ + ": " + rejections.error().message});
    }
    return false;
  }
  counters_.batches_total->add();
  counters_.documents_total->add(batch.size() - rejections->size());
  for (Rejection& rejection : *rejections) {
    CHECK_THAT(rejection.index < written.size(), name_);
    Delivery& item = *written[rejection.index];
    if (takes_faults_) {
      log_error("sink " + name_, "refused a dead letter: " + rejection.error.message);
      continue;
    }
    auto faulty = std::make_shared<Document>(*item.document);
    faulty->fault = Fault{"sink_rejected", "sink " + name_ + ": " + rejection.error.message};
    faults_.note(*faulty);
    item.document = std::move(faulty);
    item.fate = Fate::rejected;
  }
  return true;
}

Result<std::vector<Rejection>> Lane::write_until_durable(std::span<const Document* const> batch) {
  const SteadyPoint began = clock_.steady_now();
  milliseconds delay = tuning_.retry_first;
  bool was_told = false;
  for (;;) {
    auto result = write_once(batch);
    const bool is_away = !result && result.error().kind == ErrorKind::unavailable;
    counters_.failing->set(is_away ? 1 : 0);
    if (!is_away) {
      if (result && was_told) tell_return(clock_.steady_now() - began);
      return result;
    }
    if (clock_.steady_now() - began >= tuning_.retry_patience) return result;
    counters_.retries_total->add();
    if (retry_log_.take()) {
      was_told = true;
      log_warning("sink " + name_, result.error().message + "; the same batch goes again in " +
                                       std::to_string(delay.count()) + " ms");
    }
    if (!wait_to_retry(delay)) return cancelled("stopped while it was unavailable");
    delay = std::min(delay * 2, tuning_.retry_longest);
  }
}

// Whoever read that it was away wants to read that it is back.
void Lane::tell_return(std::chrono::nanoseconds away) {
  const auto ms = std::chrono::duration_cast<milliseconds>(away).count();
  log_info("sink " + name_, "takes records again, after " + std::to_string(ms) + " ms");
}

Result<std::vector<Rejection>> Lane::write_once(std::span<const Document* const> batch) {
  const SteadyPoint began = clock_.steady_now();
  Result<std::vector<Rejection>> result;
  try {
    result = sink_.write(batch);
  } catch (const std::exception& thrown) {
    result = invalid(std::string("exception: ") + thrown.what());
  }
  counters_.busy_nanoseconds_total->add(
      static_cast<std::uint64_t>(std::chrono::nanoseconds(clock_.steady_now() - began).count()));
  return result;
}

// False on a hard stop.
bool Lane::wait_to_retry(milliseconds delay) {
  const std::stop_token hard = control_.stop().hard;
  const SteadyPoint until = clock_.steady_now() + delay;
  std::mutex mutex;
  std::condition_variable_any never;
  std::unique_lock lock(mutex);
  while (!hard.stop_requested() && clock_.steady_now() < until) {
    never.wait_for(lock, hard, std::min(delay, kTick), [] { return false; });
  }
  return !hard.stop_requested();
}

bool Lane::pass_on(std::vector<Delivery>& items) {
  if (next_.empty()) {
    settler_.settle(items);
    return true;
  }
  for (std::size_t i = 0; i < next_.size(); ++i) {
    const bool is_last = i + 1 == next_.size();
    std::vector<Delivery> branches;
    branches.reserve(items.size());
    for (Delivery& item : items) {
      branches.push_back({item.number, item.fate, item.document,
                          is_last ? std::move(item.receipt) : item.receipt.branch()});
    }
    if (!next_[i].push(branches, control_.stop())) return false;
  }
  return true;
}

}  // namespace khabar
