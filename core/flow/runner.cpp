#include "core/flow/runner.h"

#include <algorithm>
#include <exception>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

#include "core/base/check.h"
#include "core/base/log.h"
#include "core/flow/control.h"
#include "core/flow/wiring.h"

namespace khabar {
namespace {

using std::chrono::milliseconds;

std::vector<Ledger::Gate> make_gates(const Tuning& tuning, std::size_t sources) {
  const std::size_t intakes = tuning.sources_in_turn ? 1 : sources;
  return std::vector<Ledger::Gate>(intakes, Ledger::Gate{tuning.share_of(intakes)});
}

bool any_takes_faults(const Parts& parts) {
  return std::any_of(parts.sinks.begin(), parts.sinks.end(),
                     [](const Named<Sink>& sink) { return sink.part->wants_faults(); });
}

}  // namespace

struct Runner::State {
  State(const Tuning& t, Parts p, const Services& s)
      : tuning(t),
        services(s),
        parts(std::move(p)),
        faults(s.clock, any_takes_faults(parts)),
        ledger(s.metrics, t.open_documents_max, [this] { control.call_attention(); }),
        gates(make_gates(t, parts.sources.size())),
        open_documents(s.metrics.gauge(kMetricOpen, {}, "Documents between source and settlement")),
        open_bytes(s.metrics.gauge("khabar_open_bytes", {}, "Payload bytes of these, as read")) {}

  void start(std::vector<std::unique_ptr<Task>> tasks, std::vector<std::jthread>& threads);
  void attend(Wiring& wiring);
  void obey_deadline();
  void flush_cursors_when_due();
  Status flush_cursors();
  void save_learned_when_due();
  void show_gauges(Wiring& wiring);
  Status finish();
  std::chrono::duration<double> running_time() const;

  const Tuning tuning;
  const Services services;
  // Declared before what refers to them, so that they die after it.
  Control control;
  Parts parts;
  FaultLog faults;
  Ledger ledger;
  std::vector<Ledger::Gate> gates;
  Gauge& open_documents;
  Gauge& open_bytes;

  bool is_open = false;
  SteadyPoint flushed_at{}, saved_at{};
  std::optional<SteadyPoint> flush_fails_since;

  mutable std::mutex mutex;
  std::optional<SteadyPoint> hard_at;
  std::optional<SteadyPoint> began, ended;
};

void Runner::State::start(std::vector<std::unique_ptr<Task>> tasks,
                          std::vector<std::jthread>& threads) {
  flushed_at = saved_at = services.clock.steady_now();  // before anybody works
  for (std::unique_ptr<Task>& task : tasks) {
    control.task_begins();
    threads.emplace_back([this, own = std::move(task)]() mutable {
      try {
        own->run();
      } catch (const std::exception& thrown) {
        control.fail_hard({ErrorKind::invalid, std::string("exception: ") + thrown.what()});
      }
      own.reset();  // closes what it fed
      control.task_ends();
    });
  }
}

// The thread of run() while the others work.
void Runner::State::attend(Wiring& wiring) {
  while (!control.wait(std::min(kTick, tuning.cursor_wait))) {
    obey_deadline();
    flush_cursors_when_due();
    save_learned_when_due();
    show_gauges(wiring);
  }
}

void Runner::State::obey_deadline() {
  const std::lock_guard lock(mutex);
  if (hard_at && services.clock.steady_now() >= *hard_at) {
    hard_at.reset();
    control.ask_hard();
  }
}

void Runner::State::flush_cursors_when_due() {
  const SteadyPoint now = services.clock.steady_now();
  const bool is_due = now - flushed_at >= tuning.cursor_wait || ledger.flush_is_due();
  if (!is_due || (flush_fails_since && now - flushed_at < tuning.cursor_wait)) return;
  flushed_at = now;
  const Status flushed = flush_cursors();
  if (flushed) {
    flush_fails_since.reset();
    return;
  }
  if (!flush_fails_since) {
    flush_fails_since = now;
    log_error("cursors", flushed.error().message + "; the sources wait until it works again");
  }
  if (now - *flush_fails_since >= tuning.retry_patience) {
    control.fail_soft({ErrorKind::unavailable, "cursors: " + flushed.error().message});
  }
}

// What a kill may cost of it.
constexpr std::chrono::minutes kSaveEvery{10};

void Runner::State::save_learned_when_due() {
  const SteadyPoint now = services.clock.steady_now();
  if (now - saved_at < kSaveEvery) return;
  saved_at = now;
  for (Named<StageFactory>& stage : parts.stages) {
    if (const Status saved = stage.part->save(); !saved) {
      log_error("stage " + stage.name, saved.error().message);
    }
  }
}

Status Runner::State::flush_cursors() {
  ledger.flush_begins();
  const Status flushed = services.cursors.flush();
  if (flushed) ledger.flush_ended();
  return flushed;
}

void Runner::State::show_gauges(Wiring& wiring) {
  wiring.show_depths();
  open_documents.set(static_cast<std::int64_t>(ledger.open_documents()));
  open_bytes.set(static_cast<std::int64_t>(ledger.open_bytes()));
}

// All threads are gone: what the run came to, and the sinks' last word where it came to a good end.
Status Runner::State::finish() {
  Status ended_with;
  if (const auto error = control.error()) {
    ended_with = tl::unexpected(*error);
  } else if (const std::uint64_t lost = ledger.summary().lost; lost > 0) {
    ended_with = cancelled("stopped with " + std::to_string(lost) +
                           " documents undelivered; the next run reads them again");
  }
  if (ended_with) {
    for (Named<Sink>& sink : parts.sinks) {
      const Status finished = sink.part->finish();
      if (finished || !ended_with) continue;
      ended_with = tl::unexpected(
          Error{finished.error().kind, "sink " + sink.name + ": " + finished.error().message});
    }
  }
  const Status flushed = flush_cursors();
  if (!flushed && ended_with) {
    ended_with = tl::unexpected(Error{flushed.error().kind, "cursors: " + flushed.error().message});
  }
  return ended_with;
}

std::chrono::duration<double> Runner::State::running_time() const {
  const std::lock_guard lock(mutex);
  if (!began) return std::chrono::duration<double>(0);
  return ended.value_or(services.clock.steady_now()) - *began;
}

Result<std::unique_ptr<Runner>> Runner::build(const Plan& plan, const Catalog& catalog,
                                              const Services& services) {
  auto parts = make_parts(plan, catalog, services);
  if (!parts) return tl::unexpected(parts.error());
  return std::make_unique<Runner>(plan.tuning, *std::move(parts), services);
}

Runner::Runner(const Tuning& tuning, Parts parts, const Services& services) {
  CHECK(!parts.sources.empty() && !parts.sinks.empty());
  state_ = std::make_unique<State>(tuning, std::move(parts), services);
}

Runner::~Runner() = default;

Status Runner::open() {
  std::string all;
  ErrorKind kind = ErrorKind::invalid;
  for (Named<Sink>& sink : state_->parts.sinks) {
    const Status opened = sink.part->open();
    if (opened) continue;
    kind = opened.error().kind;
    if (!all.empty()) all += '\n';
    all += "sink " + sink.name + ": " + opened.error().message;
  }
  if (!all.empty()) return tl::unexpected(Error{kind, std::move(all)});
  state_->is_open = true;
  return {};
}

Status Runner::run() {
  State& s = *state_;
  {
    const std::lock_guard lock(s.mutex);
    CHECK(!s.began);
    s.began = s.services.clock.steady_now();
  }
  if (!s.is_open) {
    if (const Status opened = open(); !opened) return opened;
  }
  {
    // The channels die before the account is closed: what a hard stop left in them settles as lost.
    Wiring wiring({s.tuning, s.parts, s.services, s.ledger, s.control, s.faults, s.gates});
    auto tasks = wiring.make_tasks();
    if (!tasks) return tl::unexpected(tasks.error());
    std::vector<std::jthread> threads;
    s.start(*std::move(tasks), threads);
    s.attend(wiring);
    threads.clear();
    s.show_gauges(wiring);
  }
  const Status ended_with = s.finish();
  const std::lock_guard lock(s.mutex);
  s.ended = s.services.clock.steady_now();
  return ended_with;
}

void Runner::stop(milliseconds grace) {
  State& s = *state_;
  if (grace <= milliseconds(0)) return s.control.ask_hard();
  const SteadyPoint hard_at = s.services.clock.steady_now() + grace * 3 / 4;
  {
    const std::lock_guard lock(s.mutex);
    if (!s.hard_at || hard_at < *s.hard_at) s.hard_at = hard_at;
  }
  s.control.ask_soft();
}

RunSummary Runner::summary() const {
  RunSummary summary = state_->ledger.summary();
  summary.seconds = state_->running_time().count();
  return summary;
}

}  // namespace khabar
