// WaitingLine: the few threads that answer the admin page, and the few connections that wait for
// them; past these, the one that accepts connections waits. The library's own queue has no bound.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

#include <httplib.h>

namespace khabar {

class WaitingLine final : public httplib::TaskQueue {
 public:
  WaitingLine(std::size_t threads, std::size_t waiting_max);
  ~WaitingLine() override = default;

  void enqueue(std::function<void()> task) override;
  void shutdown() override;  // answers who waits, then joins

 private:
  void serve();

  const std::size_t waiting_max_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::function<void()>> waiting_;
  bool is_closed_ = false;
  std::vector<std::jthread> threads_;
};

}  // namespace khabar
