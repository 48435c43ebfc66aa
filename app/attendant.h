// The attendant of a run: one thread that hears the signals, draws the progress line and does what
// the run wants done several times a second (docs/decisions/007).
// Construct before any other thread starts: it blocks the signals for all of them.
#pragma once

#include <atomic>
#include <functional>
#include <string>
#include <thread>

#include "core/flow/metrics.h"
#include "core/flow/runner.h"

namespace khabar {

class Attendant {
 public:
  // Called on the attendant's thread; should a call take long, the signals wait.
  struct Duties {
    bool progress = false;            // a line on stderr, when that is a terminal
    std::function<void()> on_stop;    // the first SIGINT or SIGTERM, before the runner is told
    std::function<void()> on_reload;  // SIGHUP; empty: the signal keeps its default, which ends
    std::function<void()> on_tick;    // ten times a second
  };

  // First SIGINT or SIGTERM: runner.stop(grace). Second: runner.stop(0). All must outlive this.
  Attendant(Runner& runner, Metrics& metrics, std::chrono::seconds grace, Duties duties);
  ~Attendant();  // joins; wipes the line

  bool was_stopped() const { return signals_ > 0; }

 private:
  void attend(const std::stop_token& done);
  void obey(int signal);
  void draw();

  Runner& runner_;
  Metrics& metrics_;
  std::chrono::seconds grace_;
  Duties duties_;
  std::atomic<int> signals_{0};
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
  std::jthread thread_;
};

// "1,234,567"
std::string with_commas(std::uint64_t n);

}  // namespace khabar
