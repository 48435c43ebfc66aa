// Worker: a thread that takes documents through a run of neighbouring stages. A run of stages that
// need order has one worker, which sorts what comes by number; the others have many.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/base/clock.h"
#include "core/flow/control.h"
#include "core/flow/fault_log.h"
#include "core/flow/metrics.h"
#include "core/flow/outflow.h"
#include "core/flow/reorder.h"
#include "core/flow/stage.h"

namespace khabar {

class Worker final : public Task {
 public:
  struct Step {
    std::string name;
    std::unique_ptr<Stage> stage;
    Counter* documents_total;
    Counter* busy_nanoseconds_total;
  };

  Worker(std::vector<Step> steps, bool needs_order, Channel<Transit>::Inlet in, Outflow out,
         const Clock& clock, Control& control, FaultLog& faults);

  void run() override;

 private:
  void sort(std::vector<Transit>& items);
  void process(Transit& item);
  void take_step(Transit& item, Step& step);

  std::vector<Step> steps_;
  std::optional<Reorder<Transit>> window_;
  Channel<Transit>::Inlet in_;
  Outflow out_;
  const Clock& clock_;
  Control& control_;
  FaultLog& faults_;
};

}  // namespace khabar
