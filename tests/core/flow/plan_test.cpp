#include "core/flow/plan.h"

#include <gtest/gtest.h>

#include "core/flow/cursor_store.h"
#include "core/flow/metrics.h"
#include "core/flow/runner.h"
#include "tests/core/flow/pipeline_fixture.h"

namespace khabar {
namespace {

struct House {  // a catalog of fakes: source "count", stages "clean" and "dedupe", sink "record"
  House() {
    catalog.add_source(
        "count",
        [this](Settings& settings, const Services& given) -> Result<std::unique_ptr<Source>> {
          const auto count = settings.integer("count", std::nullopt, 0, 1000, "how many");
          if (const Status read = settings.finish(); !read) return tl::unexpected(read.error());
          bounds = given.open_bounds;
          replay = given.replay_documents_max;
          return std::make_unique<CountingSource>(0, static_cast<std::uint64_t>(count), cursors,
                                                  "c", given.open_bounds, fates,
                                                  CountingSource::Fill());
        });
    add_stage("clean", false);
    add_stage("dedupe", true);
    catalog.add_sink("record",
                     [this](Settings& settings, const Services&) -> Result<std::unique_ptr<Sink>> {
                       const bool faults = settings.flag("faults", false, "take faults");
                       if (settings.text("path", "x", "where") == "/forbidden") {
                         return invalid("/forbidden is outside the folder");
                       }
                       if (const Status read = settings.finish(); !read)
                         return tl::unexpected(read.error());
                       Pipeline::Behaviour behaviour;
                       behaviour.takes_faults = faults;
                       return std::make_unique<RecordingSink>(held, behaviour);
                     });
  }
  void add_stage(const std::string& name, bool needs_order) {
    catalog.add_stage(name,
                      [needs_order](Settings& settings,
                                    const Services&) -> Result<std::unique_ptr<StageFactory>> {
                        const std::string duplicates =
                            settings.one_of("duplicates", {"drop", "mark"}, "drop", "what");
                        if (const Status read = settings.finish(); !read)
                          return tl::unexpected(read.error());
                        return std::make_unique<FunctionStage>(
                            [duplicates](Document& document) -> Result<Decision> {
                              if (duplicates == "drop" && document.key == 1)
                                return Decision::drop("copy");
                              return Decision::keep();
                            },
                            needs_order);
                      });
  }

  Plan plan(std::string_view text) {
    auto config = parse_toml(text, "k.toml");
    EXPECT_TRUE(config) << config.error().message;
    return read_plan(*std::move(config), catalog, {"log"});
  }
  std::string faults(std::string_view text) {
    const auto parts = make_parts(plan(text), catalog, services);
    return parts ? "" : parts.error().message;
  }

  SystemClock clock;
  Metrics metrics;
  CrashingCursorStore cursors;
  Fates fates;
  Held held;
  Services services{clock, metrics, cursors, "", ""};
  Checkpoint::Bounds bounds{};
  std::size_t replay = 0;
  Catalog catalog;
};

constexpr std::string_view kGood =
    "[pipeline]\nworkers = 3\nopen_documents_max = 40\n"
    "[sources.a]\ntype = 'count'\ncount = 5\n"
    "[sources.count]\ncount = 7\nenabled = false\n"
    "[stages]\norder = ['clean', 'dedupe']\n"
    "[sinks.record]\npath = 'y'\n"
    "[log]\nlevel = 'debug'\n";

TEST(Plan, ReadsTheWholeConfiguration) {
  House house;
  const Plan plan = house.plan(kGood);
  EXPECT_TRUE(plan.faults.empty()) << plan.faults[0];
  EXPECT_EQ(plan.tuning.workers, 3U);
  EXPECT_EQ(plan.tuning.batch_documents_held(), 10U) << "a quarter of what may be open";
  ASSERT_EQ(plan.sources.size(), 1U) << "one of two is enabled";
  EXPECT_EQ(plan.sources[0].type, "count");
  ASSERT_EQ(plan.stages.size(), 2U);
  EXPECT_EQ(plan.stages[1].name, "dedupe");
}

TEST(Plan, BuildsARunnerThatRuns) {
  House house;
  auto runner = Runner::build(house.plan(kGood), house.catalog, house.services);
  ASSERT_TRUE(runner) << runner.error().message;
  ASSERT_TRUE((*runner)->run());
  EXPECT_EQ(house.held.keys, (std::vector<std::uint64_t>{0, 2, 3, 4}));
  EXPECT_EQ(house.bounds.documents_max, 40U) << "the source was told its share";
  EXPECT_EQ(house.replay, 80U);
}

TEST(Plan, ASetOnTheCommandLineCountsLikeTheFile) {
  House house;
  auto config = *parse_toml(kGood, "k.toml");
  ASSERT_TRUE(set_toml(config, "dedupe.duplicates", "mark", "--set"));
  ASSERT_TRUE(set_toml(config, "clean.duplicates", "mark", "--set"));
  auto runner =
      Runner::build(read_plan(config, house.catalog, {"log"}), house.catalog, house.services);
  ASSERT_TRUE(runner) << runner.error().message;
  ASSERT_TRUE((*runner)->run());
  EXPECT_EQ(house.held.keys.size(), 5U);
  ASSERT_TRUE(set_toml(config, "dedupe.duplicates", "makr", "--set"));
  EXPECT_EQ(make_parts(read_plan(config, house.catalog, {"log"}), house.catalog, house.services)
                .error()
                .message,
            "--set: dedupe.duplicates is \"makr\": want one of drop, mark; did you mean mark?");
}

TEST(Plan, TellsEveryFaultOfTheFileAtOnce) {
  House house;
  EXPECT_EQ(house.faults("[pipelin]\n"
                         "[pipeline]\nworkers = -1\nworkerz = 2\n"
                         "[sources.a]\ntype = 'cuont'\n"
                         "[sources.count]\n"
                         "[stages]\norder = ['claen', 'dedupe', 'dedupe']\n"
                         "[dedupe]\nduplicates = 3\n"
                         "[sinks]\nflat = 1\n"
                         "[sinks.record]\npath = '/forbidden'\n"
                         "[sinks.other]\ntype = 'record'\npaht = 'z'\n"),
            "k.toml:1:2: [pipelin] is not a table of this program; did you mean pipeline?\n"
            "k.toml:3:1: pipeline.workers is -1: want 0 to 1024\n"
            "k.toml:4:1: pipeline.workerz is not a setting; did you mean workers?\n"
            "k.toml:6:1: sources.a: there is no type \"cuont\"; did you mean count?\n"
            "k.toml:9:1: stages.order: there is no stage \"claen\"; did you mean clean?\n"
            "k.toml:9:1: stages.order: the stage \"dedupe\" stands twice\n"
            "k.toml:13:1: sinks.flat is an integer: want a table\n"
            "k.toml:7:10: sources.count.count is missing: want an integer\n"
            "k.toml:11:1: dedupe.duplicates is an integer: want one of drop, mark\n"
            "k.toml:14:8: sinks.record: /forbidden is outside the folder\n"
            "k.toml:18:1: sinks.other.paht is not a setting; did you mean path?");
}

TEST(Plan, WantsASourceAndASinkOfRecords) {
  House house;
  EXPECT_EQ(house.faults("[stages]\norder = []\n"),
            "k.toml:1:1: want at least one table [sources.NAME]\n"
            "k.toml:1:1: want at least one table [sinks.NAME]");
  EXPECT_EQ(house.faults("[sources.count]\ncount = 1\n[stages]\norder = []\n"
                         "[sinks.record]\nfaults = true\n"),
            "k.toml:1:1: no sink takes records");
  EXPECT_EQ(house.faults("[sources.count]\ncount = 1\nenabled = false\n[stages]\norder = []\n"
                         "[sinks.record]\n"),
            "k.toml:1:1: no source is enabled");
}

TEST(Plan, AStageThatIsNotInTheOrderIsNotMade) {
  House house;
  EXPECT_EQ(house.faults("[sources.count]\ncount = 1\n[stages]\norder = ['clean']\n"
                         "[dedupe]\nnothing_of_its = 1\n[sinks.record]\n"),
            "");
}

TEST(Plan, TheReferenceNamesWhatTheCodeReads) {
  House house;
  std::vector<std::string> paths;
  for (const SettingRow& row : setting_rows(house.catalog, house.services)) {
    EXPECT_FALSE(row.help.empty()) << row.path;
    paths.push_back(row.path);
  }
  const auto has = [&](const std::string& path) {
    return std::find(paths.begin(), paths.end(), path) != paths.end();
  };
  for (const char* path :
       {"pipeline.workers", "pipeline.grace_s", "stages.order", "sources.count.type",
        "sources.count.count", "dedupe.duplicates", "sinks.record.path", "sinks.record.enabled"}) {
    EXPECT_TRUE(has(path)) << path;
  }
}

}  // namespace
}  // namespace khabar
