#include "app/pulse.h"

#include <gtest/gtest.h>

#include "tests/fakes/hand_clock.h"

namespace khabar {
namespace {

using std::chrono::seconds;

struct Patient {
  HandClock clock;
  Pulse pulse{clock, seconds(60)};

  // Beats once a second.
  void live(int for_seconds, std::uint64_t settled, std::uint64_t open) {
    for (int i = 0; i < for_seconds; ++i) {
      clock.turn(seconds(1));
      pulse.beat(settled, open);
    }
  }
};

TEST(Pulse, NothingToDoIsNoHang) {
  Patient p;
  p.live(1000, 0, 0);
  EXPECT_EQ(p.pulse.complaint(), "");
}

TEST(Pulse, OpenDocumentsThatDoNotSettleAreAHang) {
  Patient p;
  p.live(10, 5, 0);
  p.live(60, 5, 3);
  EXPECT_EQ(p.pulse.complaint(), "") << "the stall counts from when there was something to do";
  p.live(10, 5, 3);
  EXPECT_EQ(p.pulse.complaint(), "3 documents are open and none has settled for 69 s");
  p.live(1, 6, 3);
  EXPECT_EQ(p.pulse.complaint(), "");
}

TEST(Pulse, AnAttendantThatIsNotHeardIsAHang) {
  Patient p;
  p.live(1, 0, 0);
  p.clock.turn(seconds(16));
  EXPECT_EQ(p.pulse.complaint(), "nobody has looked after the run for 16 s");
}

}  // namespace
}  // namespace khabar
