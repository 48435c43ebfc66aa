// Outage: tells a network that is down from feeds that are. When nothing answers any more, whoever
// is asked, the fault is here: then no feed's patience is to be used up, and all are asked soon
// once one answers again. A value; one thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>

#include "core/base/clock.h"

namespace khabar {

class Outage {
 public:
  // So many polls in a row without any answer, of so many sites.
  static constexpr std::size_t kPollsLeast = 20, kSitesLeast = 5;

  enum class Turn : std::uint8_t { none, begins, ends };

  Turn take(bool answered, const std::string& site, TimePoint now) {
    if (answered) {
      const bool ended = is_out_;
      *this = Outage();
      return ended ? Turn::ends : Turn::none;
    }
    if (!since_) since_ = now;
    ++polls_;
    if (sites_.size() < kSitesLeast) sites_.insert(site);
    if (is_out_ || polls_ < kPollsLeast || sites_.size() < kSitesLeast) return Turn::none;
    is_out_ = true;
    return Turn::begins;
  }

  // When the first of the unanswered polls ended; nothing: the last was answered.
  std::optional<TimePoint> since() const { return since_; }

 private:
  std::optional<TimePoint> since_;
  std::size_t polls_ = 0;
  std::set<std::string> sites_;
  bool is_out_ = false;
};

}  // namespace khabar
