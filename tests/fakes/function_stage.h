// A stage that is one function. Workers share it, so a parallel one must guard what it touches.
#pragma once

#include <functional>
#include <memory>
#include <utility>

#include "core/flow/catalog.h"

namespace khabar {

class FunctionStage final : public StageFactory {
 public:
  using Process = std::function<Result<Decision>(Document&)>;

  explicit FunctionStage(Process process, bool needs_order = false)
      : process_(std::make_shared<Process>(std::move(process))), needs_order_(needs_order) {}

  Result<std::unique_ptr<Stage>> make_worker() override {
    struct Instance final : Stage {
      explicit Instance(std::shared_ptr<Process> p) : process_(std::move(p)) {}
      Result<Decision> process(Document& document) override { return (*process_)(document); }
      std::shared_ptr<Process> process_;
    };
    return std::make_unique<Instance>(process_);
  }
  bool needs_order() const override { return needs_order_; }

 private:
  std::shared_ptr<Process> process_;
  bool needs_order_;
};

}  // namespace khabar
