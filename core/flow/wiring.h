// Wiring: the channels of one run and the tasks at their ends, made of the parts before any thread
// starts. One thread builds it; then each task belongs to its thread.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "core/base/result.h"
#include "core/flow/catalog.h"
#include "core/flow/channel.h"
#include "core/flow/control.h"
#include "core/flow/fault_log.h"
#include "core/flow/ledger.h"
#include "core/flow/outflow.h"
#include "core/flow/plan.h"
#include "core/flow/settler.h"

namespace khabar {

class Wiring {
 public:
  struct Shared {  // borrowed
    const Tuning& tuning;
    Parts& parts;
    const Services& services;
    Ledger& ledger;
    Control& control;
    FaultLog& faults;
    std::vector<Ledger::Gate>& gates;  // one an intake
  };

  explicit Wiring(const Shared& shared) : shared_(shared) {}

  // Downstream first, so that a reader starts before its writers. An Error: a stage could not make
  // its workers.
  Result<std::vector<std::unique_ptr<Task>>> make_tasks();

  void show_depths();  // sets the gauges of the channels

 private:
  // Neighbouring stages that run in the same workers.
  struct Section {
    std::vector<Named<StageFactory>*> stages;
    bool needs_order = false;
    Channel<Transit>* in = nullptr;
  };
  template <class T>
  struct Watched {
    std::unique_ptr<Channel<T>> channel;
    Gauge* depth;
  };
  using Tasks = std::vector<std::unique_ptr<Task>>;

  void make_lanes(Tasks& tasks);
  Status make_workers(Tasks& tasks);
  void make_intakes(Tasks& tasks);

  std::vector<Section> sections();
  Gauge& depth_gauge(const std::string& name);
  Channel<Delivery>& add_lane_channel(const std::string& name);
  std::unique_ptr<Task> make_lane(Named<Sink>& sink, Channel<Delivery>& channel, std::size_t parts,
                                  const std::vector<Channel<Delivery>*>& next);
  Result<std::unique_ptr<Task>> make_worker(const Section& section, Channel<Transit>* next);
  Outflow outflow(Channel<Transit>* next) const;

  const Shared shared_;
  std::vector<Watched<Transit>> channels_;
  std::vector<Watched<Delivery>> lane_channels_;
  std::unique_ptr<Settler> settler_;
  std::vector<Channel<Delivery>*> first_lanes_;  // where the last stage sends to
  std::vector<Section> sections_;
};

}  // namespace khabar
