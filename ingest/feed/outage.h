// Outage: tells a network that is down from sites that are. When nobody answers any more, whoever
// is asked, the fault is here. A value; one thread.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>

#include "core/base/clock.h"

namespace khabar {

class Outage {
 public:
  // So many sites must be without an answer; all of them where fewer are watched, but never one:
  // then it may as well be the site. Each twice on average, for sites do fail.
  static constexpr std::size_t kSitesMost = 5, kSitesLeast = 2, kFailuresASite = 2;

  enum class Turn : std::uint8_t { none, begins, ends };

  void watch(std::size_t sites) {
    wanted_ = sites == 0 ? kSitesMost : std::clamp(sites, kSitesLeast, kSitesMost);
  }

  // One exchange has ended. `answered`: somebody said something, whatever it was.
  Turn take(bool answered, const std::string& site, TimePoint now) {
    if (answered) {
      const bool ended = is_out_;
      since_.reset();
      sites_.clear();
      failures_ = 0;
      is_out_ = false;
      return ended ? Turn::ends : Turn::none;
    }
    if (!since_) since_ = now;
    ++failures_;
    if (sites_.size() < wanted_) sites_.insert(site);
    if (is_out_ || !is_likely() || failures_ < wanted_ * kFailuresASite) return Turn::none;
    is_out_ = true;
    return Turn::begins;
  }

  bool is_out() const { return is_out_; }
  // Sites enough are without an answer; asking a few of them again will tell.
  bool is_likely() const { return sites_.size() >= wanted_; }
  // When the first of the unanswered exchanges ended; nothing: the last was answered.
  std::optional<TimePoint> since() const { return since_; }

 private:
  std::size_t wanted_ = kSitesMost, failures_ = 0;
  std::optional<TimePoint> since_;
  std::set<std::string> sites_;
  bool is_out_ = false;
};

}  // namespace khabar
