#include "app/source_watch.h"

#include <cstdio>
#include <string_view>
#include <utility>

namespace khabar {
namespace {

// What is worth telling of a feed: "" when it is well enough.
std::string trouble_of(const FeedHealth& feed) {
  const std::string condition = feed_condition(feed);
  if (condition == "silent" || condition == "retired" || condition == "disallowed") {
    return condition;
  }
  return condition == "failing" && feed.failures >= SourceWatch::kFailuresToTell ? condition : "";
}

std::string silence_of(const FeedHealth& feed, TimePoint now) {
  char usual[48];
  std::snprintf(usual, sizeof usual, "%.1f", feed.news_per_day);
  if (!feed.last_news) return std::string("never had news; usually ") + usual + " a day";
  const auto hours = std::chrono::duration_cast<std::chrono::hours>(now - *feed.last_news).count();
  return "no news for " + std::to_string(hours) + " h; usually " + usual + " a day";
}

std::string told(const FeedHealth& feed, const std::string& trouble, TimePoint now) {
  const std::string name = feed.name + " (" + feed.url + ")";
  if (trouble == "silent") return name + " is silent: " + silence_of(feed, now);
  if (trouble == "disallowed") return name + ": " + disallowed_text(feed);
  if (trouble == "retired") return name + " is gone for good: " + feed.last_error;
  return name + " fails, " + std::to_string(feed.failures) + " polls in a row: " + feed.last_error;
}

}  // namespace

std::vector<SourceWatch::Line> SourceWatch::look(const std::vector<FeedHealth>& feeds,
                                                 TimePoint now) {
  count(feeds);
  std::vector<Line> lines;
  std::map<std::string, std::string> seen;
  for (const FeedHealth& feed : feeds) {
    const std::string trouble = trouble_of(feed);
    const auto before = told_.find(feed.url);
    const std::string known = before == told_.end() ? "" : before->second;
    if (!trouble.empty()) seen.emplace(feed.url, trouble);
    if (trouble == known) continue;
    // A paused or failing-but-young feed is not yet well: its trouble ends when a poll succeeds.
    const bool recovers = trouble.empty() && std::string_view(feed_condition(feed)) == "well";
    if (trouble.empty() && !recovers) {
      if (!known.empty() && feed.state == FeedState::active) seen.emplace(feed.url, known);
      continue;
    }
    lines.push_back(recovers ? Line{false, feed.name + " (" + feed.url + ") is well again"}
                             : Line{true, told(feed, trouble, now)});
  }
  told_ = std::move(seen);
  if (lines.size() > kLinesMax) {
    const std::size_t rest = lines.size() - kLinesMax;
    lines.resize(kLinesMax);
    lines.push_back(
        {true, "and " + std::to_string(rest) + " more sources changed their condition"});
  }
  return lines;
}

void SourceWatch::count(const std::vector<FeedHealth>& feeds) {
  std::map<std::string, std::int64_t> counts{{"disallowed", 0}, {"failing", 0}, {"new", 0},
                                             {"paused", 0},     {"retired", 0}, {"silent", 0},
                                             {"well", 0}};
  for (const FeedHealth& feed : feeds) ++counts[feed_condition(feed)];
  for (const auto& [condition, number] : counts) {
    metrics_
        .gauge("khabar_feeds_in_condition", {{"condition", condition}},
               "Feeds of the frontier by how they are")
        .set(number);
  }
}

}  // namespace khabar
