#include "core/flow/wiring.h"

#include <algorithm>

#include "core/base/check.h"
#include "core/flow/intake.h"
#include "core/flow/lane.h"
#include "core/flow/worker.h"

namespace khabar {

Result<std::vector<std::unique_ptr<Task>>> Wiring::make_tasks() {
  CHECK(channels_.empty() && lane_channels_.empty());
  Tasks tasks;
  make_lanes(tasks);
  sections_ = sections();
  if (const Status made = make_workers(tasks); !made) return tl::unexpected(made.error());
  make_intakes(tasks);
  return tasks;
}

void Wiring::make_lanes(Tasks& tasks) {
  std::vector<std::pair<Named<Sink>*, Channel<Delivery>*>> of_records, of_faults;
  std::vector<Channel<Delivery>*> fault_channels;
  for (Named<Sink>& sink : shared_.parts.sinks) {
    Channel<Delivery>& channel = add_lane_channel(sink.name);
    const bool takes_faults = sink.part->wants_faults();
    (takes_faults ? of_faults : of_records).emplace_back(&sink, &channel);
    if (takes_faults) fault_channels.push_back(&channel);
  }
  CHECK(!lane_channels_.empty());
  settler_ = std::make_unique<Settler>(of_faults.empty() ? of_records.size() : of_faults.size());
  for (const auto& [sink, channel] : of_faults) {
    const std::size_t parts = std::max<std::size_t>(1, of_records.size());
    tasks.push_back(make_lane(*sink, *channel, parts, {}));
  }
  for (const auto& [sink, channel] : of_records) {
    tasks.push_back(make_lane(*sink, *channel, 1, fault_channels));
    first_lanes_.push_back(channel);
  }
  if (of_records.empty()) first_lanes_ = fault_channels;
}

Status Wiring::make_workers(Tasks& tasks) {
  for (Section& section : sections_) {
    std::string name;
    for (const auto* stage : section.stages) name += (name.empty() ? "" : "+") + stage->name;
    channels_.push_back(
        {std::make_unique<Channel<Transit>>(shared_.tuning.queue_documents), &depth_gauge(name)});
    section.in = channels_.back().channel.get();
  }
  for (std::size_t i = sections_.size(); i-- > 0;) {
    const Section& section = sections_[i];
    Channel<Transit>* next = i + 1 < sections_.size() ? sections_[i + 1].in : nullptr;
    const std::size_t workers = section.needs_order ? 1 : shared_.tuning.workers;
    for (const auto* stage : section.stages) {
      shared_.services.metrics
          .gauge(kMetricStageWorkers, {{"stage", stage->name}},
                 "Threads that take documents through a stage")
          .set(static_cast<std::int64_t>(workers));
    }
    for (std::size_t n = 0; n < workers; ++n) {
      auto worker = make_worker(section, next);
      if (!worker) return tl::unexpected(worker.error());
      tasks.push_back(*std::move(worker));
    }
  }
  return {};
}

void Wiring::make_intakes(Tasks& tasks) {
  std::vector<std::vector<Intake::Inlet>> threads;
  for (const Named<Source>& source : shared_.parts.sources) {
    if (threads.empty() || !shared_.tuning.sources_in_turn) threads.emplace_back();
    threads.back().push_back(
        {source.name, source.part.get(),
         &shared_.services.metrics.counter(kMetricRead, {{"source", source.name}},
                                           "Documents that sources gave")});
  }
  CHECK(threads.size() == shared_.gates.size());
  for (std::size_t i = 0; i < threads.size(); ++i) {
    tasks.push_back(
        std::make_unique<Intake>(std::move(threads[i]), shared_.tuning.batch_documents_held(),
                                 shared_.ledger, shared_.gates[i], shared_.control, shared_.faults,
                                 outflow(sections_.empty() ? nullptr : sections_.front().in)));
  }
}

std::vector<Wiring::Section> Wiring::sections() {
  std::vector<Section> out;
  for (Named<StageFactory>& stage : shared_.parts.stages) {
    const bool needs_order = stage.part->needs_order();
    if (out.empty() || out.back().needs_order != needs_order) {
      out.push_back({{}, needs_order, nullptr});
    }
    out.back().stages.push_back(&stage);
  }
  return out;
}

Gauge& Wiring::depth_gauge(const std::string& name) {
  Metrics& metrics = shared_.services.metrics;
  metrics.gauge(kMetricQueueMax, {{"before", name}}, "Documents that may wait before a step")
      .set(static_cast<std::int64_t>(shared_.tuning.queue_documents));
  return metrics.gauge(kMetricQueue, {{"before", name}},
                       "Documents that wait before a step (an estimate)");
}

Channel<Delivery>& Wiring::add_lane_channel(const std::string& name) {
  lane_channels_.push_back(
      {std::make_unique<Channel<Delivery>>(shared_.tuning.queue_documents), &depth_gauge(name)});
  return *lane_channels_.back().channel;
}

std::unique_ptr<Task> Wiring::make_lane(Named<Sink>& sink, Channel<Delivery>& channel,
                                        std::size_t parts,
                                        const std::vector<Channel<Delivery>*>& next) {
  Metrics& metrics = shared_.services.metrics;
  const Labels labels{{"sink", sink.name}};
  const Lane::Counters counters{
      &metrics.counter(kMetricSinkDocuments, labels, "Documents a sink holds durably"),
      &metrics.counter(kMetricSinkBatches, labels, "Batches a sink has written"),
      &metrics.counter(kMetricSinkRetries, labels, "Batches that had to go again"),
      &metrics.counter(kMetricSinkBusy, labels, "Time spent in a sink"),
      &metrics.gauge(kMetricSinkFailing, labels, "1 while a sink is unavailable")};
  return std::make_unique<Lane>(sink.name, *sink.part, shared_.tuning, parts, counters,
                                Channel<Delivery>::Inlet(channel), next, *settler_,
                                shared_.services.clock, shared_.control, shared_.faults);
}

Result<std::unique_ptr<Task>> Wiring::make_worker(const Section& section, Channel<Transit>* next) {
  Metrics& metrics = shared_.services.metrics;
  std::vector<Worker::Step> steps;
  for (Named<StageFactory>* stage : section.stages) {
    auto made = stage->part->make_worker();
    if (!made) {
      return tl::unexpected(
          Error{made.error().kind, "stage " + stage->name + ": " + made.error().message});
    }
    const Labels labels{{"stage", stage->name}};
    steps.push_back(
        {stage->name, *std::move(made),
         &metrics.counter(kMetricStageDocuments, labels, "Documents a stage has processed"),
         &metrics.counter(kMetricStageBusy, labels,
                          "Time spent in a stage, all workers together")});
  }
  return std::make_unique<Worker>(std::move(steps), section.needs_order,
                                  Channel<Transit>::Inlet(*section.in), outflow(next),
                                  shared_.services.clock, shared_.control, shared_.faults);
}

Outflow Wiring::outflow(Channel<Transit>* next) const {
  return next != nullptr ? Outflow(*next) : Outflow(first_lanes_);
}

void Wiring::show_depths() {
  for (auto& watched : channels_) {
    watched.depth->set(static_cast<std::int64_t>(watched.channel->depth()));
  }
  for (auto& watched : lane_channels_) {
    watched.depth->set(static_cast<std::int64_t>(watched.channel->depth()));
  }
}

}  // namespace khabar
