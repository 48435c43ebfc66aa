// Random pipelines against a naive twin that takes the documents one by one.
#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <map>
#include <mutex>
#include <random>
#include <stdexcept>
#include <thread>

#include <gtest/gtest.h>

#include "tests/core/flow/pipeline_fixture.h"

namespace khabar {
namespace {

// A number that is the same for the same seed, place and key, whatever thread asks.
std::uint64_t dice(std::uint64_t seed, std::uint64_t place, std::uint64_t key) {
  std::uint64_t x = seed * 0x9E3779B97F4A7C15U + place * 0xBF58476D1CE4E5B9U + key;
  for (int i = 0; i < 3; ++i) {  // splitmix64's finaliser
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9U;
    x = (x ^ (x >> 27)) * 0x94D049BB133111EBU;
    x ^= x >> 31;
  }
  return x;
}

enum class End { runs_out, soft_stop, hard_stop };

struct Shape {  // of a random pipeline
  std::uint64_t seed;
  std::uint64_t documents, stop_at;
  std::vector<bool> stages;  // needs order
  std::size_t sinks, dead_letters;
  bool sinks_fail = false;
  End end = End::runs_out;
  Tuning tuning;

  Shape(std::uint64_t s, bool may_stop) : seed(s) {
    std::mt19937_64 random(s);
    documents = random() % 400;
    stop_at = random() % (documents + 1);
    for (std::size_t i = random() % 5; i > 0; --i) stages.push_back(random() % 3 == 0);
    sinks = random() % 3 + 1;
    dead_letters = random() % 3;
    sinks_fail = random() % 2 == 0;
    if (may_stop) end = static_cast<End>(random() % 3);
    tuning.workers = random() % 4 + 1;
    tuning.queue_documents = random() % 8 + 1;
    tuning.open_documents_max = random() % 40 + 1;
    tuning.batch_documents = random() % 20 + 1;
    tuning.batch_wait = Milliseconds(random() % 3);
    tuning.cursor_wait = Milliseconds(random() % 5 + 1);
    tuning.retry_first = Milliseconds(0);
  }
};

// What becomes of a document, by rule: at the source, at a stage, at a sink.
struct Destiny {
  Fate fate = Fate::delivered;
  std::string reason;
  bool reaches_sinks = true;  // as a record
};

void fill_by_rule(const Shape& shape, Document& document) {
  const auto roll = dice(shape.seed, 1000, document.key) % 20;
  if (roll == 0) document.dropped = "source_drop";
  if (roll == 1) document.fault = Fault{"source_fault", "x"};
  document.payload.body.assign(roll * 10, 'b');
}

Result<Decision> process_by_rule(const Shape& shape, std::size_t stage, std::uint64_t key) {
  switch (dice(shape.seed, stage, key) % 25) {
    case 0:
      return Decision::drop("stage_drop");
    case 1:
      return invalid("no");
    case 2:
      throw std::runtime_error("oh");
    case 3:
      std::this_thread::yield();
      break;
    default:
      break;
  }
  return Decision::keep();
}

bool rejects_by_rule(const Shape& shape, std::size_t sink, std::uint64_t key) {
  return dice(shape.seed, 2000 + sink, key) % 30 == 0;
}

Destiny destiny_of(const Shape& shape, std::uint64_t key) {
  Document document;
  document.key = key;
  fill_by_rule(shape, document);
  if (!document.dropped.empty()) return {Fate::dropped, document.dropped, false};
  if (document.fault) return {Fate::rejected, document.fault->reason, false};
  for (std::size_t stage = 0; stage < shape.stages.size(); ++stage) {
    try {
      const auto decision = process_by_rule(shape, stage, key);
      if (!decision) return {Fate::rejected, "stage_error", false};
      if (!decision->why_dropped.empty()) return {Fate::dropped, decision->why_dropped, false};
    } catch (const std::runtime_error&) {
      return {Fate::rejected, "exception", false};
    }
  }
  for (std::size_t sink = 0; sink < shape.sinks; ++sink) {
    if (rejects_by_rule(shape, sink, key)) return {Fate::rejected, "sink_rejected", true};
  }
  return {};
}

struct RandomRun {
  explicit RandomRun(const Shape& s) : shape(s), held(s.sinks), dead(s.dead_letters) {
    p.tuning = shape.tuning;
    p.source(shape.documents, [this](Document& document) { fill_by_rule(shape, document); });
    last_in_order.resize(shape.stages.size());
    seen.resize(shape.stages.size());
    for (std::size_t i = 0; i < shape.stages.size(); ++i) {
      p.stage([this, i](Document& document) { return process(i, document); }, shape.stages[i]);
    }
    for (std::size_t i = 0; i < shape.sinks; ++i) p.sink(held[i], behaviour(i));
    for (std::size_t i = 0; i < shape.dead_letters; ++i) {
      auto how = behaviour(100 + i);
      how.rejects = {};
      how.takes_faults = true;
      p.sink(dead[i], how);
    }
    // The runner is made by now, so that a stop can reach it from any thread.
    p.last_source->before_each([this](std::uint64_t key) -> Status {
      if (key != shape.stop_at) return {};
      if (shape.end == End::soft_stop) p.built().stop(std::chrono::hours(1));
      if (shape.end == End::hard_stop) p.built().stop(Milliseconds(0));
      return {};
    });
    p.built();
  }

  Result<Decision> process(std::size_t stage, Document& document) {
    {
      const std::lock_guard lock(mutex);
      if (!seen[stage].insert(document.key).second) seen_twice = true;
      if (shape.stages[stage]) {
        auto& last = last_in_order[stage];
        if (last && *last >= document.key) disordered = true;
        last = document.key;
      }
    }
    return process_by_rule(shape, stage, document.key);
  }

  Pipeline::Behaviour behaviour(std::size_t sink) {
    Pipeline::Behaviour how;
    how.batch_max = shape.tuning.batch_documents;
    how.rejects = [this, sink](const Document& d) { return rejects_by_rule(shape, sink, d.key); };
    if (shape.sinks_fail) {
      auto writes = std::make_shared<std::uint64_t>(0);
      how.trouble = [this, sink, writes]() -> Status {
        if (dice(shape.seed, 3000 + sink, ++*writes) % 4 == 0) return unavailable("busy");
        return {};
      };
    }
    return how;
  }

  const Shape shape;
  std::vector<Held> held, dead;
  std::mutex mutex;
  std::vector<std::set<std::uint64_t>> seen;
  std::vector<std::optional<std::uint64_t>> last_in_order;
  bool seen_twice = false, disordered = false;
  Pipeline p;
};

std::uint64_t seed_of_this_run() {
  const char* given = std::getenv("KHABAR_TEST_SEED");
  return given != nullptr ? std::strtoull(given, nullptr, 10) : std::random_device{}();
}

void expect_invariants(RandomRun& run) {
  EXPECT_FALSE(run.seen_twice);
  EXPECT_FALSE(run.disordered);
  EXPECT_LE(run.p.fates.open_most, run.shape.tuning.open_documents_max);
  EXPECT_EQ(run.p.fates.open, 0U);
  EXPECT_EQ(run.p.fates.settled_in_order, up_to(run.p.fates.settled_in_order.size()));
  const RunSummary counts = run.p.counts();
  EXPECT_EQ(run.p.fates.by_key.size(), counts.read);
  std::map<Fate, std::uint64_t> by_fate;
  for (const auto& [key, fates] : run.p.fates.by_key) {
    EXPECT_EQ(fates.size(), 1U) << "document " << key << " settled more than once";
    ++by_fate[fates[0]];
  }
  EXPECT_EQ(by_fate[Fate::delivered], counts.delivered);
  EXPECT_EQ(by_fate[Fate::dropped], counts.dropped_total());
  EXPECT_EQ(by_fate[Fate::rejected], counts.rejected_total());
  EXPECT_EQ(by_fate[Fate::lost], counts.lost);
}

// Everything read has the fate, the reason and the sinks that the rules say, in order.
void expect_complete(RandomRun& run) {
  RunSummary expected;
  std::vector<std::vector<std::uint64_t>> sinks(run.shape.sinks);
  std::vector<std::uint64_t> dead;
  expected.read = run.p.counts().read;
  for (std::uint64_t key = 0; key < expected.read; ++key) {
    const Destiny destiny = destiny_of(run.shape, key);
    if (destiny.fate == Fate::delivered) ++expected.delivered;
    if (destiny.fate == Fate::dropped) ++expected.dropped[destiny.reason];
    if (destiny.fate == Fate::rejected) ++expected.rejected[destiny.reason];
    if (destiny.fate == Fate::rejected) dead.push_back(key);
    for (std::size_t i = 0; i < sinks.size(); ++i) {
      if (destiny.reaches_sinks && !rejects_by_rule(run.shape, i, key)) sinks[i].push_back(key);
    }
  }
  EXPECT_EQ(run.p.counts(), expected);
  for (std::size_t i = 0; i < sinks.size(); ++i) EXPECT_EQ(run.held[i].keys, sinks[i]);
  for (const Held& letters : run.dead) EXPECT_EQ(letters.keys, dead);
  const auto saved = run.p.cursors.load("source0").value();
  EXPECT_EQ(saved.value_or("0"), std::to_string(expected.read));
}

// After a hard stop: each sink holds a beginning of what it should, and the cursor promises no
// more than what has settled.
void expect_beginning(RandomRun& run) {
  const auto saved = std::stoull(run.p.cursors.load("source0").value().value_or("0"));
  for (const auto& [key, fates] : run.p.fates.by_key) {
    const Destiny destiny = destiny_of(run.shape, key);
    if (key < saved) {
      EXPECT_EQ(fates[0], destiny.fate) << key;
    }
    if (fates[0] != Fate::lost) {
      EXPECT_EQ(fates[0], destiny.fate) << key;
    }
    if (fates[0] != Fate::delivered) continue;
    for (const Held& held : run.held) EXPECT_TRUE(held.known.contains(key)) << key;
  }
  for (const Held& held : run.held) {
    EXPECT_TRUE(std::is_sorted(held.keys.begin(), held.keys.end()));
  }
}

TEST(RandomPipelines, GiveEveryDocumentItsFateWhateverTheShape) {
  const std::uint64_t first = seed_of_this_run();
  for (std::uint64_t seed = first; seed < first + 60; ++seed) {
    SCOPED_TRACE("KHABAR_TEST_SEED=" + std::to_string(seed));
    RandomRun run(Shape(seed, true));
    const Status ended = run.p.run();
    expect_invariants(run);
    if (run.p.counts().lost == 0) {
      EXPECT_TRUE(ended) << ended.error().message;
      expect_complete(run);
    } else {
      EXPECT_EQ(run.shape.end, End::hard_stop);
      EXPECT_FALSE(ended);
      expect_beginning(run);
    }
    if (testing::Test::HasFailure()) return;
  }
}

// Kill, start again, until it runs out: what the sinks hold is what one undisturbed run gives.
TEST(RandomPipelines, EachDocumentOnceThroughAnyNumberOfKills) {
  const std::uint64_t first = seed_of_this_run();
  for (std::uint64_t seed = first; seed < first + 25; ++seed) {
    SCOPED_TRACE("KHABAR_TEST_SEED=" + std::to_string(seed));
    std::mt19937_64 random(seed);
    Shape shape(seed, false);
    shape.documents += 200;
    Held held;
    std::map<std::string, std::string> disk;  // of cursors
    bool ran_out = false;
    for (int life = 0; !ran_out; ++life) {
      ASSERT_LT(life, 1000);
      Pipeline p;
      for (const auto& [name, cursor] : disk) ASSERT_TRUE(p.cursors.save(name, cursor));
      ASSERT_TRUE(p.cursors.flush());
      p.tuning = shape.tuning;
      p.source(shape.documents, [&](Document& document) { fill_by_rule(shape, document); });
      for (std::size_t i = 0; i < shape.stages.size(); ++i) {
        p.stage([&, i](Document& d) { return process_by_rule(shape, i, d.key); }, shape.stages[i]);
      }
      // The kill comes before the nth record, somewhere in a batch.
      std::atomic<int> until_kill = static_cast<int>(random() % 300) + 1;
      const std::uint64_t held_before = held.came_again;
      Pipeline::Behaviour mortal;
      mortal.is_dead = [&] {
        if (--until_kill == 0) {
          p.cursors.fail_from_now_on();
          p.built().stop(Milliseconds(0));
        }
        return until_kill <= 0;
      };
      p.sink(held, mortal).built();
      ran_out = p.run().has_value();
      p.cursors.crash();
      EXPECT_LE(held.came_again - held_before, shape.tuning.replay_documents_max());
      if (const auto saved = p.cursors.load("source0").value()) disk["source0"] = *saved;
    }
    std::vector<std::uint64_t> expected;
    shape.sinks = 0;  // this sink rejects nothing
    for (std::uint64_t key = 0; key < shape.documents; ++key) {
      if (destiny_of(shape, key).fate == Fate::delivered) expected.push_back(key);
    }
    EXPECT_EQ(held.keys, expected);
    if (testing::Test::HasFailure()) return;
  }
}

}  // namespace
}  // namespace khabar
