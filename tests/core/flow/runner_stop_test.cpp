// What a stop does, and how soon.
#include <atomic>
#include <thread>

#include <gtest/gtest.h>

#include "tests/core/flow/pipeline_fixture.h"
#include "tests/fakes/hand_clock.h"

namespace khabar {
namespace {

constexpr std::uint64_t kEndless = 1'000'000'000;

TEST(RunnerStop, ASoftStopReadsNothingNewAndDeliversWhatWasRead) {
  Held held;
  Pipeline p;
  p.source(kEndless).stage([&](Document& document) -> Result<Decision> {
    if (document.key == 300) p.built().stop(std::chrono::hours(1));
    return Decision::keep();
  });
  p.sink(held);
  ASSERT_TRUE(p.run());
  const RunSummary counts = p.counts();
  EXPECT_GT(counts.read, 300U);
  EXPECT_EQ(counts.delivered, counts.read);
  EXPECT_EQ(held.keys, up_to(counts.read));
  EXPECT_EQ(held.finished, 1);
  EXPECT_EQ(p.cursors.load("source0").value(), std::to_string(counts.read));
}

TEST(RunnerStop, AHardStopGivesUpWaitingAndTheUndeliveredAreLost) {
  Held held;
  Pipeline p;
  Pipeline::Behaviour down;
  down.trouble = [&]() -> Status {
    if (held.attempts >= 3) p.built().stop(Milliseconds(0));
    return unavailable("down");
  };
  const Status ended = p.source(kEndless).sink(held, down).run();
  ASSERT_FALSE(ended);
  EXPECT_EQ(ended.error().kind, ErrorKind::cancelled);
  const RunSummary counts = p.counts();
  EXPECT_EQ(counts.lost, counts.read);
  EXPECT_EQ(ended.error().message, "stopped with " + std::to_string(counts.read) +
                                       " documents undelivered; the next run reads them again");
  EXPECT_EQ(held.finished, 0);
  EXPECT_EQ(p.cursors.load("source0").value(), std::nullopt);
}

TEST(RunnerStop, AStopBeforeTheRunReadsNothing) {
  Held held;
  Pipeline p;
  p.source(kEndless).sink(held);
  p.built().stop(std::chrono::seconds(1));
  ASSERT_TRUE(p.run());
  EXPECT_EQ(p.counts().read, 0U);
}

TEST(RunnerStop, SoftTurnsHardAtThreeQuartersOfTheGrace) {
  Held held;
  HandClock clock;
  Pipeline p;
  p.clock = &clock;
  Pipeline::Behaviour down;
  std::atomic<bool> ended{false};
  int attempts_after_29 = 0;
  down.trouble = [&]() -> Status {
    switch (held.attempts) {
      case 5:
        p.built().stop(std::chrono::seconds(40));
        break;
      case 10:
        clock.turn(std::chrono::milliseconds(29'999));
        break;
      case 1000:
        clock.turn(std::chrono::milliseconds(1));
        break;
      default:
        break;
    }
    if (held.attempts >= 10 && held.attempts < 1000) ++attempts_after_29;
    return unavailable("down");
  };
  const Status status = p.source(kEndless).sink(held, down).run();
  EXPECT_EQ(status.error().kind, ErrorKind::cancelled);
  EXPECT_EQ(attempts_after_29, 990) << "a soft stop goes on trying";
}

// How long a run takes to return once it is asked: the least of some attempts, for another
// process may hold the cores during one of them.
template <class Prepare>
Milliseconds least_time_to_stop(Prepare prepare) {
  Milliseconds least = std::chrono::hours(1);
  for (int attempt = 0; attempt < 10 && least > Milliseconds(200); ++attempt) {
    Held held;
    Pipeline p;
    std::atomic<bool> is_under_way{false};
    prepare(p, held, is_under_way);
    std::chrono::steady_clock::time_point asked;
    std::jthread asker([&] {
      is_under_way.wait(false);
      asked = std::chrono::steady_clock::now();
      p.built().stop(Milliseconds(0));
    });
    static_cast<void>(p.built().run());
    const auto took = std::chrono::steady_clock::now();
    asker.join();
    least = std::min(least, std::chrono::duration_cast<Milliseconds>(took - asked));
  }
  return least;
}

void raise(std::atomic<bool>& flag) {
  flag = true;
  flag.notify_all();
}

TEST(RunnerStop, IsObeyedWithin200MsWhileASinkBacksOff) {
  EXPECT_LE(least_time_to_stop([](Pipeline& p, Held& held, std::atomic<bool>& is_under_way) {
              p.tuning.retry_first = std::chrono::hours(1);
              Pipeline::Behaviour down;
              down.trouble = [&]() -> Status {
                raise(is_under_way);
                return unavailable("down");
              };
              p.source(kEndless).stage([](Document&) { return Decision::keep(); }).sink(held, down);
              p.built();
            }),
            Milliseconds(200));
}

TEST(RunnerStop, IsObeyedWithin200MsWhileAllIsBusy) {
  EXPECT_LE(least_time_to_stop([](Pipeline& p, Held& held, std::atomic<bool>& is_under_way) {
              p.source(kEndless)
                  .stage([](Document&) { return Decision::keep(); })
                  .stage([](Document&) { return Decision::keep(); }, true)
                  .stage([&](Document& document) -> Result<Decision> {
                    if (document.key == 5000) raise(is_under_way);
                    return Decision::keep();
                  })
                  .sink(held);
              p.built();
            }),
            Milliseconds(200));
}

struct SilentSource final : Source {  // a feed that has nothing to say
  explicit SilentSource(std::atomic<bool>& is_under_way) : is_under_way_(is_under_way) {}
  Result<std::vector<Parcel>> read(std::size_t, const Stop& stop) override {
    raise(is_under_way_);
    std::mutex mutex;
    std::condition_variable_any never;
    std::unique_lock lock(mutex);
    never.wait(lock, stop.soft, [] { return false; });
    return std::vector<Parcel>();
  }
  std::atomic<bool>& is_under_way_;
};

TEST(RunnerStop, IsObeyedWithin200MsWhileNothingComes) {
  EXPECT_LE(least_time_to_stop([](Pipeline& p, Held& held, std::atomic<bool>& is_under_way) {
              p.parts.sources.push_back({"silent", std::make_unique<SilentSource>(is_under_way)});
              p.stage([](Document&) { return Decision::keep(); }).sink(held);
              p.built();
            }),
            Milliseconds(200));
}

}  // namespace
}  // namespace khabar
