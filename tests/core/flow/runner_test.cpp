// Stories of one run each; the random ones are in runner_random_test.cpp.
#include "core/flow/runner.h"

#include <atomic>
#include <map>
#include <semaphore>
#include <stdexcept>
#include <thread>

#include <gtest/gtest.h>

#include "tests/core/flow/pipeline_fixture.h"
#include "tests/fakes/hand_clock.h"

namespace khabar {
namespace {

using Keys = std::vector<std::uint64_t>;

Result<Decision> keep(Document&) {
  return Decision::keep();
}

TEST(Runner, DeliversEveryDocumentToEverySinkInOrder) {
  Held one, other;
  Pipeline p;
  ASSERT_TRUE(p.source(500).stage(keep).stage(keep, true).stage(keep).sink(one).sink(other).run());
  EXPECT_EQ(one.keys, up_to(500));
  EXPECT_EQ(other.keys, up_to(500));
  EXPECT_EQ(p.counts(), (RunSummary{500, 500, {}, {}, 0, 0}));
  EXPECT_EQ(p.cursors.load("source0").value(), std::optional<std::string>("500"));
  EXPECT_EQ(one.finished, 1);
}

TEST(Runner, NeedsNoStages) {
  Held held;
  Pipeline p;
  ASSERT_TRUE(p.source(100).sink(held).run());
  EXPECT_EQ(held.keys, up_to(100));
}

TEST(Runner, AnEmptySourceEndsAtOnce) {
  Held held;
  Pipeline p;
  ASSERT_TRUE(p.source(0).stage(keep).sink(held).run());
  EXPECT_EQ(p.counts(), RunSummary{});
  EXPECT_EQ(held.finished, 1);
}

TEST(Runner, DroppedAndFaultyRecordsOfTheSourceSkipTheStagesAndKeepTheirPlace) {
  Held held, dead;
  std::atomic<int> processed{0};
  Pipeline p;
  p.source(9, [](Document& document) {
    if (document.key % 3 == 1) document.dropped = "warc_revisit";
    if (document.key % 3 == 2) document.fault = Fault{"warc_bad_length", "at 7"};
  });
  p.stage([&](Document&) -> Result<Decision> {
    ++processed;
    return Decision::keep();
  });
  ASSERT_TRUE(p.sink(held).dead_letters(dead).run());
  EXPECT_EQ(processed, 3);
  EXPECT_EQ(held.keys, (Keys{0, 3, 6}));
  EXPECT_EQ(dead.keys, (Keys{2, 5, 8}));
  EXPECT_EQ(p.counts(), (RunSummary{9, 3, {{"warc_revisit", 3}}, {{"warc_bad_length", 3}}, 0, 0}));
}

TEST(Runner, AStagesErrorRejectsItsDocumentAndNoOther) {
  Held held, dead;
  Pipeline p;
  p.source(6).stage([](Document& document) -> Result<Decision> {
    if (document.key == 1) return invalid("cannot be decoded");
    if (document.key == 2) throw std::runtime_error("surprise");
    if (document.key == 3) document.fault = Fault{"charset", "unknown: x-mac"};
    if (document.key == 4) return Decision::drop("too_short");
    return Decision::keep();
  });
  ASSERT_TRUE(p.sink(held).dead_letters(dead).run());
  EXPECT_EQ(held.keys, (Keys{0, 5}));
  EXPECT_EQ(dead.keys, (Keys{1, 2, 3}));
  EXPECT_EQ(dead.faults, (std::vector<std::string>{"stage_error", "exception", "charset"}));
  EXPECT_EQ(p.counts().dropped.at("too_short"), 1U);
}

TEST(Runner, WithoutDeadLettersFaultsAreCountedAndSettled) {
  Held held;
  Pipeline p;
  p.source(3).stage([](Document&) -> Result<Decision> { return invalid("never"); });
  ASSERT_TRUE(p.sink(held).run());
  EXPECT_EQ(p.counts(), (RunSummary{3, 0, {}, {{"stage_error", 3}}, 0, 0}));
  EXPECT_EQ(p.cursors.load("source0").value(), std::optional<std::string>("3"));
}

TEST(Runner, WhatASinkRejectsGoesToTheDeadLettersInOrder) {
  Held one, other, dead;
  Pipeline p;
  Pipeline::Behaviour picky;
  picky.rejects = [](const Document& document) { return document.key % 4 == 1; };
  p.source(9).stage([](Document& document) -> Result<Decision> {
    if (document.key == 4) return invalid("faulty before any sink");
    return Decision::keep();
  });
  ASSERT_TRUE(p.sink(one).sink(other, picky).dead_letters(dead).run());
  EXPECT_EQ(one.keys, (Keys{0, 1, 2, 3, 5, 6, 7, 8}));
  EXPECT_EQ(other.keys, (Keys{0, 2, 3, 6, 7, 8}));
  EXPECT_EQ(dead.keys, (Keys{1, 4, 5}));
  EXPECT_EQ(p.counts(), (RunSummary{9, 6, {}, {{"sink_rejected", 2}, {"stage_error", 1}}, 0, 0}));
}

TEST(Runner, AWatcherOfAStageHearsTheFate) {
  Held held;
  std::map<std::uint64_t, Fate> heard;  // one call at a time
  Pipeline p;
  p.source(3).stage(
      [&](Document& document) -> Result<Decision> {
        Decision decision = document.key == 1 ? Decision::drop("copy") : Decision::keep();
        decision.on_settled = [&heard, key = document.key](Fate fate) { heard[key] = fate; };
        return decision;
      },
      true);
  Pipeline::Behaviour picky;
  picky.rejects = [](const Document& document) { return document.key == 2; };
  ASSERT_TRUE(p.sink(held, picky).run());
  EXPECT_EQ(heard, (std::map<std::uint64_t, Fate>{
                       {0, Fate::delivered}, {1, Fate::dropped}, {2, Fate::rejected}}));
}

TEST(Runner, AnUnavailableSinkIsGivenTheSameBatchAgain) {
  Held held;
  Pipeline p;
  int trouble_left = 5;
  Gauge& failing = p.metrics.gauge(kMetricSinkFailing, {{"sink", "sink0"}}, "");
  Pipeline::Behaviour flaky;
  flaky.trouble = [&]() -> Status {
    EXPECT_EQ(failing.value(), trouble_left < 5 && trouble_left >= 0 ? 1 : 0) << trouble_left;
    if (trouble_left-- > 0) return unavailable("down");
    return {};
  };
  testing::internal::CaptureStderr();
  const Status ran = p.source(100).stage(keep).sink(held, flaky).run();
  const std::string told = testing::internal::GetCapturedStderr();
  ASSERT_TRUE(ran);
  EXPECT_NE(told.find("sink sink0: takes records again, after "), std::string::npos) << told;
  EXPECT_EQ(held.keys, up_to(100));
  EXPECT_EQ(p.metrics.counter("khabar_sink_retries_total", {{"sink", "sink0"}}, "").value(), 5U);
  EXPECT_EQ(failing.value(), 0) << "it works again";
}

TEST(Runner, ASinkThatStaysUnavailableFailsTheRun) {
  Held good, bad;
  HandClock clock;
  Pipeline p;
  p.clock = &clock;
  Pipeline::Behaviour down;
  down.trouble = [&]() -> Status {
    clock.turn(Milliseconds(1000));
    return unavailable("down");
  };
  const Status ended = p.source(1000).stage(keep).sink(good).sink(bad, down).run();
  ASSERT_FALSE(ended);
  EXPECT_EQ(ended.error(), (Error{ErrorKind::unavailable, "sink sink1: down"}));
  EXPECT_EQ(bad.attempts, 300) << "300 seconds of patience, one an attempt";
  EXPECT_EQ(p.counts().lost, p.counts().read);
  EXPECT_EQ(p.cursors.load("source0").value(), std::nullopt);
  EXPECT_EQ(good.finished + bad.finished, 0) << "only a run that ended well is finished";
}

TEST(Runner, ASinksOtherErrorsAndExceptionsFailTheRunAtOnce) {
  for (const bool throws : {false, true}) {
    Held held;
    Pipeline p;
    Pipeline::Behaviour broken;
    broken.trouble = [throws]() -> Status {
      if (throws) throw std::runtime_error("disk on fire");
      return invalid("no such table");
    };
    const Status ended = p.source(10).sink(held, broken).run();
    ASSERT_FALSE(ended);
    EXPECT_EQ(ended.error().message,
              throws ? "sink sink0: exception: disk on fire" : "sink sink0: no such table");
    EXPECT_EQ(held.attempts, 1);
  }
}

TEST(Runner, ASourcesErrorEndsTheRunAfterDeliveringWhatWasRead) {
  Held held;
  Pipeline p;
  p.source(100).sink(held);
  p.tuning.open_documents_max = 4;  // batches of one
  p.last_source->before_each([](std::uint64_t key) -> Status {
    if (key == 50) return invalid("a.warc.gz: cannot be read");
    return {};
  });
  const Status ended = p.run();
  ASSERT_FALSE(ended);
  EXPECT_EQ(ended.error().message, "source source0: a.warc.gz: cannot be read");
  EXPECT_EQ(held.keys, up_to(50));
  EXPECT_EQ(p.cursors.load("source0").value(), std::optional<std::string>("50"));
  EXPECT_EQ(held.finished, 0);
}

TEST(Runner, EverySinkThatDoesNotOpenIsNamed) {
  Held one, other;
  Pipeline p;
  Pipeline::Behaviour closed;
  closed.open_status = unavailable("no route");
  const Status ended = p.source(1).sink(one, closed).sink(other, closed).run();
  ASSERT_FALSE(ended);
  EXPECT_EQ(ended.error(),
            (Error{ErrorKind::unavailable, "sink sink0: no route\nsink sink1: no route"}));
  EXPECT_EQ(p.counts().read, 0U);
}

TEST(Runner, ASinkThatCannotFinishFailsTheRun) {
  Held one, other;
  Pipeline p;
  Pipeline::Behaviour stuck;
  stuck.finish_status = invalid("cannot rename");
  const Status ended = p.source(1).sink(one, stuck).sink(other).run();
  ASSERT_FALSE(ended);
  EXPECT_EQ(ended.error().message, "sink sink0: cannot rename");
  EXPECT_EQ(other.finished, 1);
}

TEST(Runner, SourcesInTurnAreReadOneAfterAnother) {
  Held held;
  Pipeline p;
  p.tuning.sources_in_turn = true;
  ASSERT_TRUE(p.source(100).source(100).source(100).stage(keep).sink(held).run());
  EXPECT_EQ(held.keys, up_to(300));
}

TEST(Runner, SourcesTogetherShareTheBounds) {
  Held held;
  Pipeline p;
  p.tuning.open_documents_max = 8;
  p.sources_planned = 2;
  ASSERT_TRUE(p.source(200).source(200).stage(keep).sink(held).run());
  EXPECT_EQ(held.known.size(), 400U);
  EXPECT_LE(p.fates.open_most, 8U);
}

TEST(Runner, ARunThatOnlyDropsDoesNotWaitForBatches) {
  Held held;
  HandClock clock;  // stands still: no batch ever grows old
  Pipeline p;
  p.clock = &clock;
  p.tuning.open_documents_max = 64;
  p.source(5000).stage([](Document& document) -> Result<Decision> {
    return document.key % 100 == 0 ? Decision::keep() : Decision::drop("copy");
  });
  ASSERT_TRUE(p.sink(held).run());
  EXPECT_EQ(held.keys.size(), 50U);
}

TEST(Runner, ASourceWaitsWhileTheCursorsCannotBeSaved) {
  Held held;
  HandClock clock;
  Pipeline p;
  p.clock = &clock;
  p.tuning.open_documents_max = 16;
  p.tuning.cursor_wait = Milliseconds(10);
  p.tuning.retry_patience = Milliseconds(1000);
  p.cursors.fail_from_now_on();
  p.source(1000).sink(held);
  std::jthread hands([&](const std::stop_token& stop) {
    while (!stop.stop_requested()) {
      clock.turn(Milliseconds(1));
      std::this_thread::yield();
    }
  });
  const Status ended = p.run();
  ASSERT_FALSE(ended);
  EXPECT_EQ(ended.error().message, "cursors: the disk is full");
  EXPECT_LE(held.keys.size(), 2 * 16U) << "no more than a killed run may read again";
}

// A stage that learns, and hears when that is made durable.
struct Learning final : StageFactory {
  explicit Learning(Pipeline::Process process) : works(std::move(process)) {}
  Result<std::unique_ptr<Stage>> make_worker() override { return works.make_worker(); }
  Status save() override {
    saved.release();
    return unavailable("the disk is full");
  }
  FunctionStage works;
  static inline std::counting_semaphore<> saved{0};
};

TEST(Runner, WhatStagesLearnIsSavedWhileTheyWork) {
  Held held;
  HandClock clock;
  Pipeline p;
  p.clock = &clock;
  p.parts.stages.push_back({"learns", std::make_unique<Learning>([&](Document&) {
                              clock.turn(std::chrono::minutes(11));
                              Learning::saved.acquire();  // by the thread of run(), meanwhile
                              return Result<Decision>(Decision::keep());
                            })});
  p.tuning.workers = 1;
  EXPECT_TRUE(p.source(2).sink(held).run()) << "that the saving fails is logged, no more";
  EXPECT_EQ(held.keys.size(), 2U);
}

TEST(Runner, CountsWhatEachStageAndSinkDid) {
  Held held;
  Pipeline p;
  ASSERT_TRUE(p.source(10).stage(keep).sink(held).run());
  const auto value = [&](const char* name, Labels labels) {
    return p.metrics.counter(name, std::move(labels), "").value();
  };
  EXPECT_EQ(value("khabar_documents_read_total", {{"source", "source0"}}), 10U);
  EXPECT_EQ(value("khabar_stage_documents_total", {{"stage", "stage0"}}), 10U);
  EXPECT_EQ(value("khabar_sink_documents_total", {{"sink", "sink0"}}), 10U);
  EXPECT_EQ(value("khabar_documents_settled_total", {{"fate", "delivered"}}), 10U);
  EXPECT_EQ(p.metrics.gauge("khabar_open_documents", {}, "").value(), 0);
  EXPECT_EQ(p.metrics.gauge("khabar_queue_documents", {{"before", "stage0"}}, "").value(), 0);
  EXPECT_EQ(p.metrics.gauge("khabar_queue_documents_max", {{"before", "sink0"}}, "").value(),
            static_cast<std::int64_t>(p.tuning.queue_documents));
  EXPECT_EQ(p.metrics.gauge("khabar_stage_workers", {{"stage", "stage0"}}, "").value(),
            static_cast<std::int64_t>(p.tuning.workers));
}

}  // namespace
}  // namespace khabar
