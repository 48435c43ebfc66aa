// When to come again: pure functions of what is known of a feed, with chance as a parameter.
// Any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "core/base/clock.h"
#include "ingest/feed/cadence.h"

namespace khabar {

// The small chances of a schedule: SplitMix64 (Steele, Lea, Flood 2014), the same on every machine.
class Chance {
 public:
  explicit Chance(std::uint64_t seed) : state_(seed) {}
  double between(double least, double most);  // uniform
  std::uint64_t next();

 private:
  std::uint64_t state_;
};

struct PollBounds {
  Milliseconds least{300'000}, most{86'400'000};
};

// A fifth of a moment of news is to be expected by then, so that about every fifth poll finds some.
// Of a week of 500 simulated sites, half the news is then found within some ten minutes for some 40
// polls a day and feed (tests/ingest/feed/simulation_test.cpp); most of these are 304s.
inline constexpr double kMomentsAPoll = 0.2;
Milliseconds interval_of(const Cadence& cadence, TimePoint now, const PollBounds& bounds);

// `interval`, or the longest of what the publisher asked for where that is longer; each counts up
// to `hints_most`, and all up to bounds.most.
Milliseconds raised(Milliseconds interval, const PollBounds& bounds, Milliseconds hints_most,
                    std::optional<Milliseconds> ttl, std::optional<Milliseconds> fresh_for);

// Doubles with each failure in a row (from 1). A Retry-After counts up to a day, beyond bounds.most
// too: it is the site's word.
inline constexpr Milliseconds kRetryAfterMost{86'400'000};
Milliseconds after_failure(Milliseconds interval, int failures, const PollBounds& bounds,
                           std::optional<Milliseconds> retry_after);

// Up to a tenth more or less, but never outside the bounds.
Milliseconds jittered(Milliseconds interval, const PollBounds& bounds, Chance& chance);

// Where in `spread` the first poll of this feed lies: the same at every start.
Milliseconds first_poll_after(std::string_view url, Milliseconds spread);

// How long a page that failed waits; `failures` in a row, from 1. Nothing: give it up.
std::optional<Milliseconds> page_retry_after(int failures);

// Silent: so much news was to be expected since the last that none is no chance any more, and the
// feed was never without for half as long. After a month of nothing the habit has faded; then three
// times its longest silence is enough. `was_silent`: lets it be so a little longer, so that a feed
// at the bound does not go back and forth.
inline constexpr double kSilentMoments = 8, kStillSilentMoments = 6;
inline constexpr Milliseconds kSilentLeast{6 * 3'600'000};
bool is_silent(const Cadence& cadence, std::optional<TimePoint> last_news, TimePoint first_seen,
               TimePoint now, bool was_silent = false);

}  // namespace khabar
