// Control: the wishes of a run and its first error, shared by the runner's threads. Any thread.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <optional>
#include <stop_token>
#include <utility>

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/base/stop.h"

namespace khabar {

class Control {
 public:
  Stop stop() const { return {soft_.get_token(), hard_.get_token()}; }
  void ask_soft() {
    soft_.request_stop();
    call_attention();
  }
  void ask_hard() {
    soft_.request_stop();
    hard_.request_stop();
    call_attention();
  }

  // The first failure is the run's. Soft: what was read is still delivered.
  void fail_soft(Error error) {
    keep(std::move(error));
    ask_soft();
  }
  void fail_hard(Error error) {
    keep(std::move(error));
    ask_hard();
  }
  std::optional<Error> error() const {
    const std::lock_guard lock(mutex_);
    return error_;
  }

  // Wakes the runner: a cursor flush is due, a stop was asked.
  void call_attention() {
    {
      const std::lock_guard lock(mutex_);
      attention_ = true;
    }
    wake_.notify_all();
  }
  void task_begins() {
    const std::lock_guard lock(mutex_);
    ++tasks_;
  }
  void task_ends() {
    {
      const std::lock_guard lock(mutex_);
      --tasks_;
    }
    wake_.notify_all();
  }
  // Waits for attention, at most `longest`; true when no task is left.
  bool wait(Milliseconds longest) {
    std::unique_lock lock(mutex_);
    wake_.wait_for(lock, longest, [this] { return attention_ || tasks_ == 0; });
    attention_ = false;
    return tasks_ == 0;
  }

 private:
  void keep(Error error) {
    const std::lock_guard lock(mutex_);
    if (!error_) error_ = std::move(error);
  }

  std::stop_source soft_, hard_;
  mutable std::mutex mutex_;
  std::condition_variable wake_;
  std::optional<Error> error_;
  std::size_t tasks_ = 0;
  bool attention_ = false;
};

// A thread of the run. run() once; then the task dies on its thread, and with it the outlets it
// held: this is how the end travels downstream.
class Task {
 public:
  virtual ~Task() = default;
  virtual void run() = 0;
};

}  // namespace khabar
