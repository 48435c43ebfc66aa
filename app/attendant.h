// The attendant of a run: one thread that hears SIGINT and SIGTERM and draws the progress line.
// Construct before the runner starts its threads: it blocks the signals for all of them.
#pragma once

#include <atomic>
#include <thread>

#include "core/flow/metrics.h"
#include "core/flow/runner.h"

namespace khabar {

class Attendant {
 public:
  // First signal: runner.stop(grace). Second: runner.stop(0). A progress line is drawn on stderr
  // when it is a terminal and `progress` is wished. All must outlive this.
  Attendant(Runner& runner, Metrics& metrics, std::chrono::seconds grace, bool progress);
  ~Attendant();  // joins; wipes the line

  bool was_stopped() const { return signals_ > 0; }

 private:
  void attend(const std::stop_token& done);
  void draw();

  Runner& runner_;
  Metrics& metrics_;
  std::chrono::seconds grace_;
  bool progress_;
  std::atomic<int> signals_{0};
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
  std::jthread thread_;
};

// "1,234,567"
std::string with_commas(std::uint64_t n);

}  // namespace khabar
