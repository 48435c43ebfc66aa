// FlowHistory: what the run's counters and gauges were, second by second for five minutes and
// minute by minute for a day: the curves of the page, and rates. The attendant adds; any thread
// asks. Memory is bounded: kSeriesMax numbers a sample.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/clock.h"

namespace khabar {

class FlowHistory {
 public:
  static constexpr std::size_t kSeriesMax = 128;  // names; later ones are not remembered
  static constexpr std::size_t kSecondsMax = 300;
  static constexpr std::size_t kMinutesMax = 24 * 60;

  using Values = std::map<std::string, double, std::less<>>;

  // Any number of times a second: the first of each second, and of each minute, is kept.
  void add(TimePoint now, const Values& values);
  bool is_due(TimePoint now) const;

  // How fast a counter grew over the last `seconds`, a second; 0 where nothing is known yet.
  double rate(std::string_view name, std::size_t seconds) const;

  struct Curves {
    std::vector<std::string> names;
    std::vector<std::int64_t> times_s;        // Unix time of each sample
    std::vector<std::vector<double>> values;  // a row a sample; shorter where a name came later
  };
  enum class Span { minutes, day };  // the last five by the second; the last day by the minute
  Curves curves(Span span) const;

 private:
  struct Sample {
    std::int64_t time_s = 0;
    std::vector<double> values;
  };
  static void keep(std::deque<Sample>& samples, const Sample& sample, std::size_t most);

  mutable std::mutex mutex_;
  std::map<std::string, std::size_t, std::less<>> columns_;
  std::deque<Sample> seconds_, minutes_;
};

}  // namespace khabar
