#include "app/admin/status_json.h"

#include <algorithm>
#include <map>
#include <utility>

#include "app/admin/json_writer.h"
#include "app/admin/process_figures.h"
#include "core/text/partial_time.h"
#include "ingest/feed/feed_meters.h"

namespace khabar {
namespace {

constexpr std::size_t kRateSeconds = 10;

std::int64_t unix_ms(TimePoint time) {
  return time.time_since_epoch().count();
}

const std::string& only_label(const MetricSample& sample) {
  static const std::string kNone;
  return sample.labels.empty() ? kNone : sample.labels.front().second;
}

// One family by the value of its one label.
using ByLabel = std::map<std::string, double, std::less<>>;
ByLabel by_label(const Metrics& metrics, std::string_view name) {
  ByLabel out;
  for (const MetricSample& sample : metrics.samples(name)) out[only_label(sample)] += sample.value;
  return out;
}

double value_of(const ByLabel& values, std::string_view label) {
  const auto found = values.find(label);
  return found == values.end() ? 0 : found->second;
}

double total(const ByLabel& values) {
  double sum = 0;
  for (const auto& [label, value] : values) sum += value;
  return sum;
}

// Counts with their names, the greatest first.
void counts_json(std::string_view name, const ByLabel& values, JsonWriter& json) {
  std::vector<std::pair<std::string, double>> sorted(values.begin(), values.end());
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  json.array(name);
  for (const auto& [label, value] : sorted) {
    json.object();
    json.text("name", label);
    json.number("count", value);
    json.end();
  }
  json.end();
}

// The steps of the pipeline with what fills their queues and takes their time.
class Steps {
 public:
  Steps(const AdminSubject& subject, JsonWriter& json)
      : subject_(subject),
        json_(json),
        read_(by_label(subject.metrics, kMetricRead)),
        queue_(by_label(subject.metrics, kMetricQueue)),
        queue_max_(by_label(subject.metrics, kMetricQueueMax)),
        stage_(by_label(subject.metrics, kMetricStageDocuments)),
        workers_(by_label(subject.metrics, kMetricStageWorkers)),
        sink_(by_label(subject.metrics, kMetricSinkDocuments)),
        retries_(by_label(subject.metrics, kMetricSinkRetries)),
        failing_(by_label(subject.metrics, kMetricSinkFailing)) {}

  void write() {
    json_.array("steps");
    for (const std::string& name : subject_.sources) source(name);
    for (const std::string& name : subject_.stages) stage(name);
    for (const std::string& name : subject_.sinks) sink(name);
    json_.end();
  }

 private:
  void begin(const char* kind, const std::string& name, double documents) {
    json_.object();
    json_.text("kind", kind);
    json_.text("name", name);
    json_.number("documents", documents);
  }

  void source(const std::string& name) {
    begin("source", name, value_of(read_, name));
    json_.number("rate", subject_.history.rate("read:" + name, kRateSeconds));
    json_.end();
  }

  void stage(const std::string& name) {
    begin("stage", name, value_of(stage_, name));
    const double workers = std::max(1.0, value_of(workers_, name));
    json_.number("rate", subject_.history.rate("done:" + name, kRateSeconds));
    json_.number("workers", workers);
    json_.number("busy", subject_.history.rate("busy:" + name, kRateSeconds) / workers);
    // Stages that share their workers share the queue before the first: "extract+recent".
    for (const auto& [before, depth] : queue_) {
      if (before == name || before.starts_with(name + "+")) queue(before, depth);
    }
    json_.end();
  }

  void sink(const std::string& name) {
    begin("sink", name, value_of(sink_, name));
    json_.number("rate", subject_.history.rate("done:" + name, kRateSeconds));
    json_.number("busy", subject_.history.rate("busy:" + name, kRateSeconds));
    json_.number("retries", value_of(retries_, name));
    json_.flag("failing", value_of(failing_, name) > 0);
    if (const auto depth = queue_.find(name); depth != queue_.end()) {
      queue(depth->first, depth->second);
    }
    json_.end();
  }

  void queue(const std::string& before, double depth) {
    json_.number("queue", depth);
    json_.number("queue_max", value_of(queue_max_, before));
  }

  const AdminSubject& subject_;
  JsonWriter& json_;
  const ByLabel read_, queue_, queue_max_, stage_, workers_, sink_, retries_, failing_;
};

void documents_json(const AdminSubject& subject, JsonWriter& json) {
  const ByLabel settled = by_label(subject.metrics, kMetricSettled);
  const ByLabel read = by_label(subject.metrics, kMetricRead);
  json.object("documents");
  json.number("read", total(read));
  for (const char* fate : {"delivered", "dropped", "rejected", "lost"}) {
    json.number(fate, value_of(settled, fate));
  }
  json.number("open", total(by_label(subject.metrics, kMetricOpen)));
  json.end();
  json.object("rates");
  for (const char* name : {"read", "delivered", "dropped", "rejected"}) {
    json.number(name, subject.history.rate(name, kRateSeconds));
  }
  json.end();
}

void feeds_counts(const FrontierCounts& counts, JsonWriter& json) {
  json.object("counts");
  json.number("active", counts.feeds_active);
  json.number("paused", counts.feeds_paused);
  json.number("retired", counts.feeds_retired);
  json.number("failing", counts.feeds_failing);
  json.number("silent", counts.feeds_silent);
  json.number("disallowed", counts.feeds_disallowed);
  json.number("pages_waiting", counts.pages_waiting);
  json.number("pages_to_revisit", counts.pages_to_revisit);
  json.number("pages_known", counts.pages_known);
  json.array("fates");
  for (const auto& [fate, count] : counts.fates) {
    json.object();
    json.text("name", fate);
    json.number("count", count);
    json.end();
  }
  json.end();
  json.end();
}

void process_json(JsonWriter& json) {
  const ProcessFigures figures = read_process_figures();
  json.object("process");
  json.number("resident_bytes", figures.resident_bytes);
  json.number("open_files", figures.open_files);
  json.number("threads", figures.threads);
  json.number("processor_seconds", figures.processor_seconds);
  json.end();
}

void reload_json(const RunPhase& phase, JsonWriter& json) {
  const auto reload = phase.reload();
  if (!reload) return;
  json.object("reload");
  json.number("at", unix_ms(reload->at));
  json.flag("in_force", reload->is_in_force);
  json.array("lines");
  for (const std::string& line : reload->lines) json.text({}, line);
  json.end();
  json.end();
}

}  // namespace

FlowHistory::Values flow_values(const Metrics& metrics) {
  FlowHistory::Values values;
  for (const auto& [source, count] : by_label(metrics, kMetricRead)) {
    values["read"] += count;
    values["read:" + source] = count;
  }
  for (const auto& [fate, count] : by_label(metrics, kMetricSettled)) values[fate] = count;
  values["open"] = total(by_label(metrics, kMetricOpen));
  for (const std::string_view name : {kMetricStageDocuments, kMetricSinkDocuments}) {
    for (const auto& [step, count] : by_label(metrics, name)) values["done:" + step] = count;
  }
  for (const std::string_view name : {kMetricStageBusy, kMetricSinkBusy}) {
    for (const auto& [step, busy] : by_label(metrics, name)) values["busy:" + step] = busy / 1e9;
  }
  return values;
}

std::string status_json(const AdminSubject& subject) {
  JsonWriter json;
  json.object();
  json.text("version", KHABAR_VERSION);
  json.text("phase", phase_name(subject.phase.phase()));
  json.text("complaint", unreadiness(subject));
  json.text("configuration", subject.configuration);
  json.number("now", unix_ms(subject.clock.now()));
  json.number("started", unix_ms(subject.phase.started()));
  documents_json(subject, json);
  Steps(subject, json).write();
  counts_json("verdicts", by_label(subject.metrics, "khabar_dedupe_verdicts_total"), json);
  counts_json("dropped", by_label(subject.metrics, kMetricDropped), json);
  counts_json("rejected", by_label(subject.metrics, kMetricRejected), json);
  if (subject.feeds.has_feeds()) {
    json.object("sources");
    feeds_counts(subject.feeds.snapshot()->counts, json);
    json.end();
  }
  process_json(json);
  reload_json(subject.phase, json);
  json.end();
  return json.take();
}

std::string history_json(const FlowHistory::Curves& curves) {
  JsonWriter json;
  json.object();
  json.array("names");
  for (const std::string& name : curves.names) json.text({}, name);
  json.end();
  json.array("times");
  for (const std::int64_t time : curves.times_s) json.number({}, time * 1000);
  json.end();
  json.array("values");
  for (const std::vector<double>& row : curves.values) {
    json.array();
    for (const double value : row) json.number({}, value);
    json.end();
  }
  json.end();
  json.end();
  return json.take();
}

std::string without_password(std::string_view url) {
  const std::size_t scheme = url.find("://");
  if (scheme == std::string_view::npos) return std::string(url);
  const std::size_t begin = scheme + 3;
  const std::size_t end = std::min(url.find_first_of("/?#", begin), url.size());
  const std::size_t at = url.substr(0, end).rfind('@');
  if (at == std::string_view::npos || at < begin) return std::string(url);
  return std::string(url.substr(0, begin)) + std::string(url.substr(at + 1));
}

std::string sources_json(const FeedsSnapshot& snapshot, bool only_trouble) {
  constexpr std::size_t kFeedsMax = 5000;  // a page can hold no more; those in trouble come first
  JsonWriter json;
  const auto time = [&json](const char* name, const std::optional<TimePoint>& when) {
    if (when) json.number(name, unix_ms(*when));
  };
  json.object();
  json.text_if_any("error", snapshot.error);
  feeds_counts(snapshot.counts, json);
  json.number("total", snapshot.feeds.size());
  json.array("feeds");
  std::size_t written = 0;
  for (const FeedHealth& feed : snapshot.feeds) {
    if (only_trouble && !is_in_trouble(feed)) continue;
    if (written++ == kFeedsMax) break;
    json.object();
    json.text("name", feed.name);
    const std::string url = without_password(feed.url);
    json.text("url", url);
    json.text_if_any("adopted_url", without_password(feed.adopted_url));
    json.text("kind", feed.kind);
    json.text_if_any("language", feed.language);
    json.text_if_any("group", feed.group);
    json.text("condition", feed_condition(feed));
    time("last_poll", feed.last_poll);
    time("last_ok", feed.last_ok);
    time("last_news", feed.last_news);
    time("next_due", feed.next_due);
    json.number("interval_ms", feed.interval.count());
    json.number("news_per_day", feed.news_per_day);
    json.number("failures", feed.failures);
    json.number("status", feed.status);
    std::string error = feed.last_error;  // it may name the address, as it was asked for
    if (const std::size_t named = error.find(feed.url); named != std::string::npos) {
      error.replace(named, feed.url.size(), url);
    }
    json.text_if_any("last_error", error);
    if (feed.is_disallowed()) {
      json.number("pages_disallowed", feed.pages_disallowed);
      json.flag("carries_text", feed.carries_text);
    }
    json.number("polls", feed.polls);
    json.number("news", feed.news);
    json.end();
  }
  json.end();
  json.end();
  return json.take();
}

std::string unreadiness(const AdminSubject& subject) {
  std::string why;
  const auto add = [&why](const std::string& line) { why += (why.empty() ? "" : "\n") + line; };
  const Phase phase = subject.phase.phase();
  if (phase != Phase::running) add(std::string("the run is ") + phase_name(phase));
  for (const auto& [sink, failing] : by_label(subject.metrics, kMetricSinkFailing)) {
    if (failing > 0) add("sink " + sink + " is unavailable");
  }
  for (const auto& [source, since] : by_label(subject.metrics, kMetricNetworkDown)) {
    const TimePoint time{std::chrono::seconds(static_cast<std::int64_t>(since))};
    if (since > 0) add("source " + source + ": network down since " + PartialTime::of(time).iso());
  }
  if (const std::string complaint = subject.pulse.complaint(); !complaint.empty()) add(complaint);
  return why;
}

}  // namespace khabar
