#include "app/admin/flow_history.h"

namespace khabar {
namespace {

std::int64_t seconds_of(TimePoint now) {
  return std::chrono::floor<std::chrono::seconds>(now).time_since_epoch().count();
}

}  // namespace

bool FlowHistory::is_due(TimePoint now) const {
  const std::lock_guard lock(mutex_);
  return seconds_.empty() || seconds_of(now) > seconds_.back().time_s;
}

void FlowHistory::add(TimePoint now, const Values& values) {
  const std::lock_guard lock(mutex_);
  Sample sample{seconds_of(now), {}};
  for (const auto& [name, value] : values) {
    if (columns_.size() < kSeriesMax) columns_.emplace(name, columns_.size());
    const auto column = columns_.find(name);
    if (column == columns_.end()) continue;
    if (sample.values.size() <= column->second) sample.values.resize(column->second + 1);
    sample.values[column->second] = value;
  }
  // A wall clock that was set back begins anew: the curves would run into themselves.
  if (!seconds_.empty() && sample.time_s < seconds_.back().time_s) {
    seconds_.clear();
    minutes_.clear();
  }
  if (seconds_.empty() || sample.time_s > seconds_.back().time_s) {
    keep(seconds_, sample, kSecondsMax);
  }
  if (minutes_.empty() || sample.time_s >= minutes_.back().time_s + 60) {
    keep(minutes_, sample, kMinutesMax);
  }
}

void FlowHistory::keep(std::deque<Sample>& samples, const Sample& sample, std::size_t most) {
  samples.push_back(sample);
  if (samples.size() > most) samples.pop_front();
}

double FlowHistory::rate(std::string_view name, std::size_t seconds) const {
  const std::lock_guard lock(mutex_);
  const auto column = columns_.find(name);
  if (column == columns_.end() || seconds_.size() < 2) return 0;
  const Sample& last = seconds_.back();
  const Sample* first = &last;
  for (auto sample = seconds_.rbegin(); sample != seconds_.rend(); ++sample) {
    if (last.time_s - sample->time_s > static_cast<std::int64_t>(seconds)) break;
    first = &*sample;
  }
  const auto value = [&](const Sample& sample) {
    return column->second < sample.values.size() ? sample.values[column->second] : 0.0;
  };
  const auto elapsed = static_cast<double>(last.time_s - first->time_s);
  return elapsed > 0 ? (value(last) - value(*first)) / elapsed : 0;
}

FlowHistory::Curves FlowHistory::curves(Span span) const {
  const std::lock_guard lock(mutex_);
  Curves curves;
  curves.names.resize(columns_.size());
  for (const auto& [name, column] : columns_) curves.names[column] = name;
  for (const Sample& sample : span == Span::minutes ? seconds_ : minutes_) {
    curves.times_s.push_back(sample.time_s);
    curves.values.push_back(sample.values);
  }
  return curves;
}

}  // namespace khabar
