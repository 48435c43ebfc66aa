#include "core/flow/metrics.h"

#include <algorithm>
#include <mutex>

#include "core/base/check.h"
#include "core/text/ascii.h"

namespace khabar {
namespace {

constexpr std::size_t kLabelSetsMax = 10'000;

bool is_metric_name(std::string_view name) {
  constexpr std::string_view kAllowed =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_:";
  return !name.empty() && !is_ascii_digit(name[0]) &&
         name.find_first_not_of(kAllowed) == std::string_view::npos;
}

// Text exposition format 0.0.4: "\, line feed and, in label values, double quotes are escaped".
std::string escaped(std::string_view text, bool quotes_too) {
  std::string out;
  for (const char c : text) {
    if (c == '\\') {
      out += "\\\\";
    } else if (c == '\n') {
      out += "\\n";
    } else if (c == '"' && quotes_too) {
      out += "\\\"";
    } else {
      out += c;
    }
  }
  return out;
}

std::string label_text(const Labels& labels) {
  if (labels.empty()) return {};
  std::string out = "{";
  for (const auto& [name, value] : labels) {
    if (out.size() > 1) out += ',';
    out += name + "=\"" + escaped(value, true) + "\"";
  }
  return out + "}";
}

}  // namespace

struct Metrics::State {
  struct Family {
    std::string help;
    bool monotonic = false;
    std::map<Labels, std::unique_ptr<Counter>> counters;
    std::map<Labels, std::unique_ptr<Gauge>> gauges;
  };

  mutable std::mutex mutex;
  std::map<std::string, Family, std::less<>> families;

  Family& family(std::string_view name, bool monotonic, std::string_view help) {
    CHECK_THAT(is_metric_name(name), name);
    auto found = families.find(name);
    if (found == families.end()) {
      found =
          families.emplace(std::string(name), Family{std::string(help), monotonic, {}, {}}).first;
    }
    CHECK_THAT(found->second.monotonic == monotonic, name);  // a counter, or a gauge: not both
    return found->second;
  }

  static void append(const std::string& name, const Family& family,
                     std::vector<MetricSample>& out) {
    for (const auto& [labels, counter] : family.counters) {
      out.push_back({name, labels, static_cast<double>(counter->value()), true});
    }
    for (const auto& [labels, gauge] : family.gauges) {
      out.push_back({name, labels, static_cast<double>(gauge->value()), false});
    }
  }

  template <class T>
  static T& member(std::map<Labels, std::unique_ptr<T>>& members, Labels labels) {
    std::sort(labels.begin(), labels.end());
    const auto found = members.find(labels);
    if (found != members.end()) return *found->second;
    if (members.size() >= kLabelSetsMax) labels = {{"overflow", "true"}};
    auto& slot = members[std::move(labels)];
    if (slot == nullptr) slot = std::make_unique<T>();
    return *slot;
  }
};

Metrics::Metrics() : state_(std::make_unique<State>()) {}
Metrics::~Metrics() = default;

Counter& Metrics::counter(std::string_view name, Labels labels, std::string_view help) {
  const std::lock_guard lock(state_->mutex);
  return State::member(state_->family(name, true, help).counters, std::move(labels));
}

Gauge& Metrics::gauge(std::string_view name, Labels labels, std::string_view help) {
  const std::lock_guard lock(state_->mutex);
  return State::member(state_->family(name, false, help).gauges, std::move(labels));
}

std::vector<MetricSample> Metrics::samples() const {
  const std::lock_guard lock(state_->mutex);
  std::vector<MetricSample> out;
  for (const auto& [name, family] : state_->families) State::append(name, family, out);
  return out;
}

std::vector<MetricSample> Metrics::samples(std::string_view name) const {
  const std::lock_guard lock(state_->mutex);
  std::vector<MetricSample> out;
  const auto found = state_->families.find(name);
  if (found != state_->families.end()) State::append(found->first, found->second, out);
  return out;
}

std::string Metrics::prometheus() const {
  const std::lock_guard lock(state_->mutex);
  std::string out;
  for (const auto& [name, family] : state_->families) {
    out += "# HELP " + name + " " + escaped(family.help, false) + "\n";
    out += "# TYPE " + name + (family.monotonic ? " counter\n" : " gauge\n");
    for (const auto& [labels, counter] : family.counters) {
      out += name + label_text(labels) + " " + std::to_string(counter->value()) + "\n";
    }
    for (const auto& [labels, gauge] : family.gauges) {
      out += name + label_text(labels) + " " + std::to_string(gauge->value()) + "\n";
    }
  }
  return out;
}

}  // namespace khabar
