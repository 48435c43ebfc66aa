// Cadence: how often a feed has news, by hour of day, learned from when it had. A value; one
// thread.
//
// A Poisson rate for each of the 24 hours (UTC), from counts that fade: each day counts half of
// what a day counted a week later. Entries published together are one moment, for polling once
// finds them all. A few days' counts say little about one hour, so that each hour's rate is drawn
// towards the day's mean, as if two more days had been average, and towards its neighbours.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/clock.h"

namespace khabar {

class Cadence {
 public:
  static constexpr Milliseconds kHalfLife{7 * std::int64_t{86'400'000}};
  // How far back the dates of a first poll's entries are believed to be complete.
  static constexpr Milliseconds kHistoryMost{7 * std::int64_t{86'400'000}};

  // Watched up to `now`, with these entries found since the last call. The first call takes what
  // the entries' dates tell of the time before.
  void watch(TimePoint now, std::vector<TimePoint> published);

  bool is_started() const { return watched_until_.has_value(); }
  double per_day() const;  // entries, not moments
  // Moments to be expected between the two.
  double expected(TimePoint from, TimePoint to) const;
  // When so many moments may be expected after `from`; at most `longest` later.
  Milliseconds until_expected(TimePoint from, double moments, Milliseconds longest) const;
  // The longest that it was without news, fading to half in four weeks.
  Milliseconds longest_silence() const { return longest_silence_; }

  std::string to_text() const;
  static std::optional<Cadence> from_text(std::string_view text);

  bool operator==(const Cadence&) const = default;

 private:
  void fade(TimePoint now);
  std::array<double, 24> rates() const;  // moments an hour

  std::array<double, 24> moments_{};  // faded counts
  double entries_ = 0;                // faded count
  double days_ = 0;                   // faded days of watching
  std::optional<TimePoint> watched_until_, last_news_;
  Milliseconds longest_silence_{0};
};

}  // namespace khabar
