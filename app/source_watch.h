// SourceWatch: says when a source falls silent, fails for long, is gone, has pages that robots.txt
// forbids, or is well again: a log
// line each, once; and how many are in which condition, as gauges. One thread at a time.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "app/admin/feeds_view.h"
#include "core/base/clock.h"
#include "core/flow/metrics.h"

namespace khabar {

class SourceWatch {
 public:
  // One failed poll is everyday; so many in a row are worth a line.
  static constexpr int kFailuresToTell = 3;
  // Lines of one look; the others are told as a number. A cut line makes all sources fail at once.
  static constexpr std::size_t kLinesMax = 20;

  explicit SourceWatch(Metrics& metrics) : metrics_(metrics) {}

  struct Line {
    bool is_trouble = false;
    std::string text;
  };
  // What has changed since the last look. The first look tells who is in trouble already.
  std::vector<Line> look(const std::vector<FeedHealth>& feeds, TimePoint now);

 private:
  void count(const std::vector<FeedHealth>& feeds);

  Metrics& metrics_;
  std::map<std::string, std::string> told_;  // by URL: the trouble that was told last
};

}  // namespace khabar
