#include "ingest/feed/cadence.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdio>

namespace khabar {
namespace {

using std::chrono::hours;

constexpr Milliseconds kHour{3'600'000};
constexpr double kDay_ms = 86'400'000;
constexpr Milliseconds kMoment{600'000};  // entries within ten minutes were published together
constexpr double kShrinkDays = 2;
// Before anything is known: four moments a day, believed as much as a quarter of a day's watching.
constexpr double kFirstMoments = 1, kFirstDays = 0.25;

std::size_t hour_of(TimePoint time) {
  const auto since = std::chrono::floor<hours>(time.time_since_epoch()).count() % 24;
  return static_cast<std::size_t>((since + 24) % 24);
}

Milliseconds left_of_hour(TimePoint time) {
  return kHour - (time.time_since_epoch() -
                  Milliseconds(std::chrono::floor<hours>(time.time_since_epoch())));
}

// What is left of a count after so long.
double faded(Milliseconds passed) {
  return std::exp2(-static_cast<double>(passed.count()) /
                   static_cast<double>(Cadence::kHalfLife.count()));
}

}  // namespace

void Cadence::fade(TimePoint now) {
  if (!watched_until_ || now <= *watched_until_) return;
  const double left = faded(now - *watched_until_);
  for (double& count : moments_) count *= left;
  entries_ *= left;
  // The integral of the fading over the time that passed, so that a steady feed's counts and days
  // come to rest together.
  days_ =
      days_ * left + (1 - left) * static_cast<double>(kHalfLife.count()) / kDay_ms / std::log(2.0);
  const double left_of_silence = std::pow(left, 0.25);
  longest_silence_ =
      Milliseconds(std::llround(static_cast<double>(longest_silence_.count()) * left_of_silence));
  watched_until_ = now;
}

void Cadence::watch(TimePoint now, std::vector<TimePoint> published) {
  std::ranges::sort(published);
  if (!watched_until_) {
    const TimePoint earliest = now - kHistoryMost;
    std::erase_if(published, [&](TimePoint time) { return time < earliest || time > now; });
    watched_until_ = published.empty() ? now : published.front();
  }
  const TimePoint since = *watched_until_;
  fade(now);
  TimePoint last_moment{};
  for (TimePoint time : published) {
    // A date that lies outside the time watched is wrong or late; what is sure is that it is here.
    if (time < since - kHour * 24 || time > now) time = now;
    const double weight = faded(now - time);
    entries_ += weight;
    if (last_moment != TimePoint{} && time - last_moment < kMoment) continue;
    moments_[hour_of(time)] += weight;
    if (last_news_ && time > *last_news_) {
      longest_silence_ = std::max(longest_silence_, time - *last_news_);
    }
    last_moment = time;
    if (!last_news_ || time > *last_news_) last_news_ = time;
  }
}

double Cadence::per_day() const {
  return entries_ / std::max(days_, 1.0);
}

std::array<double, 24> Cadence::rates() const {
  double all = 0;
  for (const double count : moments_) all += count;
  const double mean = (all + kFirstMoments) / (24 * (days_ + kFirstDays));
  std::array<double, 24> out{};
  for (std::size_t h = 0; h < 24; ++h) {
    const double around =
        0.25 * moments_[(h + 23) % 24] + 0.5 * moments_[h] + 0.25 * moments_[(h + 1) % 24];
    out[h] = (around + kShrinkDays * mean) / (days_ + kShrinkDays);
  }
  return out;
}

double Cadence::expected(TimePoint from, TimePoint to) const {
  const auto rate = rates();
  double sum = 0;
  const double days = std::floor(static_cast<double>((to - from).count()) / kDay_ms);
  if (days >= 1) {
    for (const double r : rate) sum += r * days;
    from += Milliseconds(static_cast<std::int64_t>(days * kDay_ms));
  }
  while (from < to) {
    const Milliseconds step = std::min(left_of_hour(from), to - from);
    sum += rate[hour_of(from)] * static_cast<double>(step.count()) / 3'600'000;
    from += step;
  }
  return sum;
}

Milliseconds Cadence::until_expected(TimePoint from, double moments, Milliseconds longest) const {
  const auto rate = rates();
  TimePoint at = from;
  const TimePoint end = from + longest;
  while (at < end) {  // an hour a step: `longest` is at most 30 days
    const Milliseconds step = std::min(left_of_hour(at), end - at);
    const double here = rate[hour_of(at)] * static_cast<double>(step.count()) / 3'600'000;
    if (here >= moments && here > 0) {
      return at - from +
             Milliseconds(std::llround(static_cast<double>(step.count()) * moments / here));
    }
    moments -= here;
    at += step;
  }
  return longest;
}

std::string Cadence::to_text() const {
  const auto ms = [](const std::optional<TimePoint>& time) {
    return static_cast<double>(time ? time->time_since_epoch().count() : -1);
  };
  std::string out;
  const auto add = [&out](double value) {
    char text[32];
    std::snprintf(text, sizeof text, out.empty() ? "%.15g" : " %.15g", value);
    out += text;
  };
  add(ms(watched_until_));
  add(ms(last_news_));
  add(static_cast<double>(longest_silence_.count()));
  add(days_);
  add(entries_);
  for (const double count : moments_) add(std::round(count * 1e4) / 1e4);
  return out;
}

std::optional<Cadence> Cadence::from_text(std::string_view text) {
  std::array<double, 29> values{};
  const char* at = text.data();
  const char* end = text.data() + text.size();
  for (double& value : values) {
    while (at != end && *at == ' ') ++at;
    const auto [rest, error] = std::from_chars(at, end, value);
    if (error != std::errc{} || !std::isfinite(value)) return std::nullopt;
    at = rest;
  }
  const auto time = [](double ms) -> std::optional<TimePoint> {
    if (ms < 0) return std::nullopt;
    return TimePoint(Milliseconds(static_cast<std::int64_t>(ms)));
  };
  Cadence out;
  out.watched_until_ = time(values[0]);
  out.last_news_ = time(values[1]);
  out.longest_silence_ = Milliseconds(static_cast<std::int64_t>(values[2]));
  out.days_ = values[3];
  out.entries_ = values[4];
  std::copy(values.begin() + 5, values.end(), out.moments_.begin());
  return out;
}

}  // namespace khabar
