// How far the news has come, by the documents' own times: what a document without a time is given,
// and what old generations are measured against. Not thread-safe.
//
// One document dated 2099 must not move it, so a leap forward counts only when documents agree on
// it: kWitnesses more of them than documents that stayed behind.
#pragma once

#include <algorithm>
#include <cstdint>

namespace khabar {

class NewsClock {
 public:
  static constexpr std::int64_t kLeap_s = 7 * 86'400;
  static constexpr int kWitnesses = 8;

  bool known() const { return known_; }
  std::int64_t newest_s() const { return newest_s_; }

  void observe(std::int64_t time_s) {
    if (!known_) {
      known_ = true;
      newest_s_ = time_s;
      return;
    }
    if (time_s <= newest_s_ + kLeap_s) {
      newest_s_ = std::max(newest_s_, time_s);
      // A first document dated 2099 must not hold the clock for ever either: as many witnesses as
      // for a leap bring it back.
      time_s < newest_s_ - kLeap_s ? behind(time_s) : settle();
      return;
    }
    ahead(time_s);
  }

 private:
  void settle() {
    ahead_ = std::max(0, ahead_ - 1);
    behind_ = 0;
  }
  void ahead(std::int64_t time_s) {
    behind_ = 0;
    if (ahead_ == 0 || std::max(time_s, ahead_s_) - std::min(time_s, ahead_s_) > kLeap_s) {
      ahead_ = 0;
      ahead_s_ = time_s;
    }
    ahead_s_ = std::max(ahead_s_, time_s);
    if (++ahead_ >= kWitnesses) move_to(ahead_s_);
  }
  // Back only when everything of late was behind: an archive read in pieces does this at each.
  void behind(std::int64_t time_s) {
    ahead_ = std::max(0, ahead_ - 1);
    behind_s_ = behind_ == 0 ? time_s : std::max(behind_s_, time_s);
    if (++behind_ >= kWitnesses) move_to(behind_s_);
  }
  void move_to(std::int64_t time_s) {
    newest_s_ = time_s;
    ahead_ = behind_ = 0;
  }

  std::int64_t newest_s_ = 0, ahead_s_ = 0, behind_s_ = 0;
  int ahead_ = 0, behind_ = 0;
  bool known_ = false;
};

}  // namespace khabar
