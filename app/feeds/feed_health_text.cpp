#include "app/feeds/feed_health_text.h"

#include <cmath>
#include <cstdio>

#include "app/feeds/source_report.h"
#include "core/model/json_text.h"
#include "core/text/partial_time.h"

namespace khabar {
namespace {

const char* state_of(const FeedHealth& feed) {
  if (feed.state != FeedState::active) return feed_state_name(feed.state);
  if (feed.is_failing()) return "failing";
  if (feed.is_disallowed()) return "disallowed";
  if (feed.silent) return "silent";
  return feed.polls == 0 ? "new" : "active";
}

std::string news_text(const FeedHealth& feed, TimePoint now) {
  if (!feed.last_news) return feed.polls == 0 ? "not yet polled" : "no news yet";
  return "news " + duration_text(now - *feed.last_news) + " ago";
}

std::string cadence_text(const FeedHealth& feed) {
  if (feed.polls == 0) return {};
  char text[48];
  std::snprintf(text, sizeof text, "%.1f/day", feed.news_per_day);
  std::string out = text;
  if (feed.interval.count() > 0) out += ", every " + duration_text(feed.interval);
  return out;
}

std::string trouble(const FeedHealth& feed) {
  std::string out;
  if (feed.is_failing()) {
    out = std::to_string(feed.failures) + (feed.failures == 1 ? " failure" : " failures");
    if (feed.status > 0) out += ", status " + std::to_string(feed.status);
    if (!feed.last_error.empty()) out += ": " + feed.last_error;
  } else if (feed.is_disallowed()) {
    out = disallowed_text(feed);
  } else if (feed.silent) {
    out = "silent for longer than its usual cadence explains";
  }
  if (!feed.adopted_url.empty()) {
    out += (out.empty() ? "" : "; ") + std::string("moved to ") + feed.adopted_url;
  }
  return out;
}

}  // namespace

std::string duration_text(Milliseconds duration) {
  const auto seconds = std::max<std::int64_t>(duration.count() / 1000, 0);
  if (seconds < 100) return std::to_string(seconds) + " s";
  if (seconds < 100 * 60) return std::to_string(seconds / 60) + " min";
  if (seconds < 48 * 3600) return std::to_string(seconds / 3600) + " h";
  return std::to_string(seconds / 86'400) + " d";
}

std::string feed_health_text(const std::vector<FeedHealth>& feeds, TimePoint now) {
  std::string out;
  std::size_t failing = 0, silent = 0, resting = 0, disallowed = 0;
  for (const FeedHealth& feed : feeds) {
    failing += feed.is_failing() ? 1 : 0;
    silent += feed.silent ? 1 : 0;
    disallowed += std::string_view(state_of(feed)) == "disallowed" ? 1 : 0;
    resting += feed.state != FeedState::active ? 1 : 0;
    char line[96];
    std::snprintf(line, sizeof line, "%-10s %-16s %-24s ", state_of(feed),
                  news_text(feed, now).c_str(), cadence_text(feed).c_str());
    out += line + shown_text(feed.name) + "  " + feed.url + "\n";
    const std::string why = trouble(feed);
    if (!why.empty()) out += "           " + shown_text(why) + "\n";
  }
  out += std::to_string(feeds.size()) + " feeds: " + std::to_string(failing) + " failing, " +
         std::to_string(silent) + " silent, " +
         (disallowed > 0 ? std::to_string(disallowed) + " disallowed by robots.txt, " : "") +
         std::to_string(resting) + " paused or retired\n";
  return out;
}

std::string feed_health_json(const FeedHealth& feed) {
  std::string out;
  JsonFields fields(out);
  const auto time = [&](const char* name, const std::optional<TimePoint>& point) {
    if (point) fields.text(name, PartialTime::of(*point).iso());
  };
  fields.text("url", feed.url);
  fields.text("name", feed.name);
  fields.text("moved_to", feed.adopted_url);
  fields.text("kind", feed.kind);
  fields.text("language", feed.language);
  fields.text("group", feed.group);
  fields.text("state", feed_state_name(feed.state));
  time("last_poll", feed.last_poll);
  time("last_ok", feed.last_ok);
  time("last_news", feed.last_news);
  time("next_due", feed.next_due);
  fields.number("interval_s", static_cast<std::uint64_t>(feed.interval.count() / 1000));
  fields.name("news_per_day");
  char rate[32];
  std::snprintf(rate, sizeof rate, "%.2f", feed.news_per_day);
  out += rate;
  fields.number_always("failures", static_cast<std::uint64_t>(std::max(feed.failures, 0)));
  fields.number("status", static_cast<std::uint64_t>(std::max(feed.status, 0)));
  fields.text("last_error", feed.last_error);
  fields.name("silent");
  out += feed.silent ? "true" : "false";
  fields.number("pages_disallowed", static_cast<std::uint64_t>(std::max(feed.pages_disallowed, 0)));
  fields.number_always("polls", feed.polls);
  fields.number_always("news", feed.news);
  fields.end();
  return out;
}

}  // namespace khabar
