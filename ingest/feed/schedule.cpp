#include "ingest/feed/schedule.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/text/digest.h"

namespace khabar {
namespace {

Milliseconds scaled(Milliseconds time, double by) {
  return Milliseconds(std::llround(static_cast<double>(time.count()) * by));
}

}  // namespace

std::uint64_t Chance::next() {
  state_ += 0x9E3779B97F4A7C15U;
  std::uint64_t z = state_;
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9U;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBU;
  return z ^ (z >> 31);
}

double Chance::between(double least, double most) {
  return least + (most - least) * static_cast<double>(next() >> 11) * 0x1.0p-53;
}

Milliseconds interval_of(const Cadence& cadence, TimePoint now, const PollBounds& bounds) {
  return std::clamp(cadence.until_expected(now, kMomentsAPoll, bounds.most), bounds.least,
                    bounds.most);
}

Milliseconds raised(Milliseconds interval, const PollBounds& bounds, Milliseconds hints_most,
                    std::optional<Milliseconds> ttl, std::optional<Milliseconds> fresh_for) {
  for (const auto& hint : {ttl, fresh_for}) {
    if (hint) interval = std::max(interval, std::min(*hint, hints_most));
  }
  return std::min(interval, bounds.most);
}

Milliseconds after_failure(Milliseconds interval, int failures, const PollBounds& bounds,
                           std::optional<Milliseconds> retry_after) {
  const double doubled = std::exp2(std::clamp(failures, 1, 10) - 1);
  interval = std::clamp(scaled(std::max(interval, bounds.least), doubled), bounds.least,
                        std::max(bounds.most, bounds.least));
  if (retry_after) interval = std::max(interval, std::min(*retry_after, kRetryAfterMost));
  return interval;
}

Milliseconds jittered(Milliseconds interval, const PollBounds& bounds, Chance& chance) {
  const Milliseconds most = std::max(bounds.most, interval);  // a Retry-After may lie above
  return std::clamp(scaled(interval, chance.between(0.9, 1.1)), bounds.least, most);
}

Milliseconds first_poll_after(std::string_view url, Milliseconds spread) {
  constexpr std::uint64_t kSeed = 0x5eed;
  return scaled(spread, static_cast<double>(hash64(url, kSeed) >> 11) * 0x1.0p-53);
}

std::optional<Milliseconds> page_retry_after(int failures) {
  using std::chrono::minutes;
  static constexpr std::array<Milliseconds, 5> kWaits{minutes{10}, minutes{40}, minutes{160},
                                                      minutes{640}, minutes{1440}};
  if (failures < 1 || static_cast<std::size_t>(failures) > kWaits.size()) return std::nullopt;
  return kWaits[static_cast<std::size_t>(failures - 1)];
}

bool is_silent(const Cadence& cadence, std::optional<TimePoint> last_news, TimePoint first_seen,
               TimePoint now, bool was_silent) {
  constexpr Milliseconds kMonth{std::int64_t{30} * 86'400'000};
  const TimePoint since = last_news.value_or(first_seen);
  const Milliseconds silence = now - since;
  const Milliseconds usual = cadence.longest_silence();
  if (silence < kSilentLeast || silence < 2 * usual) return false;
  if (silence >= kMonth && silence >= 3 * usual) return true;
  return cadence.expected(since, now) >= (was_silent ? kStillSilentMoments : kSilentMoments);
}

}  // namespace khabar
