// Metrics: counters and gauges by name and labels. Any thread; counting is one atomic
// addition on a handle that was looked up once. Owned by app; components borrow handles, which
// live as long as the Metrics.
#pragma once

#include <atomic>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace khabar {

using Labels = std::vector<std::pair<std::string, std::string>>;

class Counter {
 public:
  void add(std::uint64_t n = 1) { value_.fetch_add(n, std::memory_order_relaxed); }
  std::uint64_t value() const { return value_.load(std::memory_order_relaxed); }

 private:
  std::atomic<std::uint64_t> value_{0};
};

class Gauge {
 public:
  void set(std::int64_t v) { value_.store(v, std::memory_order_relaxed); }
  void add(std::int64_t n) { value_.fetch_add(n, std::memory_order_relaxed); }
  std::int64_t value() const { return value_.load(std::memory_order_relaxed); }

 private:
  std::atomic<std::int64_t> value_{0};
};

struct MetricSample {
  std::string name;
  Labels labels;
  double value = 0;
  bool monotonic = false;
};

class Metrics {
 public:
  Metrics();
  ~Metrics();

  // The same name and labels give the same object. `help` is for /metrics; the first one counts.
  // At most 10,000 label sets a name: past that all share one labelled overflow="true".
  Counter& counter(std::string_view name, Labels labels, std::string_view help);
  Gauge& gauge(std::string_view name, Labels labels, std::string_view help);

  std::vector<MetricSample> samples() const;  // sorted by name, then labels
  // Of one name, sorted by labels: for who looks once a second and must not copy the rest.
  std::vector<MetricSample> samples(std::string_view name) const;
  std::string prometheus() const;  // text exposition format 0.0.4

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// The names that more than one part uses. Every document ends in exactly one of documents_settled.
inline constexpr std::string_view kMetricRead = "khabar_documents_read_total";          // source
inline constexpr std::string_view kMetricSettled = "khabar_documents_settled_total";    // fate
inline constexpr std::string_view kMetricDropped = "khabar_documents_dropped_total";    // reason
inline constexpr std::string_view kMetricRejected = "khabar_documents_rejected_total";  // reason
inline constexpr std::string_view kMetricInputBytes = "khabar_input_bytes_total";       // source
inline constexpr std::string_view kMetricInputBytesExpected = "khabar_input_bytes_expected";
// Of the runner: where documents wait and where time goes. Label: before, stage, or sink.
inline constexpr std::string_view kMetricOpen = "khabar_open_documents";
inline constexpr std::string_view kMetricQueue = "khabar_queue_documents";
inline constexpr std::string_view kMetricQueueMax = "khabar_queue_documents_max";
inline constexpr std::string_view kMetricStageDocuments = "khabar_stage_documents_total";
inline constexpr std::string_view kMetricStageBusy = "khabar_stage_busy_nanoseconds_total";
inline constexpr std::string_view kMetricStageWorkers = "khabar_stage_workers";
inline constexpr std::string_view kMetricSinkDocuments = "khabar_sink_documents_total";
inline constexpr std::string_view kMetricSinkBatches = "khabar_sink_batches_total";
inline constexpr std::string_view kMetricSinkRetries = "khabar_sink_retries_total";
inline constexpr std::string_view kMetricSinkBusy = "khabar_sink_busy_nanoseconds_total";
// 1 while the sink's last answer was that it is unavailable.
inline constexpr std::string_view kMetricSinkFailing = "khabar_sink_failing";

}  // namespace khabar
