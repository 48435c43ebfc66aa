// A CursorStore in memory that can lose what a kill would lose: all that was not flushed.
// Any thread.
#pragma once

#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "core/flow/checkpoint.h"

namespace khabar {

class CrashingCursorStore final : public CursorStore {
 public:
  Result<std::optional<std::string>> load(const std::string& name) override {
    const std::lock_guard lock(mutex_);
    if (const auto found = saved_.find(name); found != saved_.end()) return found->second;
    return std::nullopt;
  }
  Status save(const std::string& name, const std::string& cursor) override {
    const std::lock_guard lock(mutex_);
    if (fails_) return unavailable("the disk is full");
    saved_[name] = cursor;
    history_[name].push_back(cursor);
    return {};
  }
  Status flush() override {
    const std::lock_guard lock(mutex_);
    if (fails_) return unavailable("the disk is full");
    durable_ = saved_;
    return {};
  }

  void crash() {
    const std::lock_guard lock(mutex_);
    saved_ = durable_;
  }
  void fail_from_now_on() {
    const std::lock_guard lock(mutex_);
    fails_ = true;
  }
  std::vector<std::string> history(const std::string& name) {
    const std::lock_guard lock(mutex_);
    return history_[name];
  }

 private:
  std::mutex mutex_;
  std::map<std::string, std::string> saved_, durable_;
  std::map<std::string, std::vector<std::string>> history_;
  bool fails_ = false;
};

}  // namespace khabar
