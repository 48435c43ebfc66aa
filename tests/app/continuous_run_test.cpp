#include "app/continuous_run.h"

#include <gtest/gtest.h>

#include "core/flow/cursor_store.h"
#include "core/flow/metrics.h"
#include "tests/app/scratch_folder.h"

namespace khabar {
namespace {

constexpr const char* kStory =
    R"({"id":"a","url":"https://quay.example/a","title":"The lamp is lit again","text":"The keeper )"
    R"(of the lamp lit it again on Monday after three years of darkness over the harbour.\n\nHe said )"
    R"(that boats had missed it, and that he had missed the boats."})"
    "\n";

struct Service {
  ScratchFolder folder;
  SystemClock clock;
  Metrics metrics;
  ForgetfulCursorStore cursors;

  Result<std::unique_ptr<ContinuousRun>> build(const std::string& more = "", int port = 0) {
    const std::string input = folder.write("wire.jsonl", kStory);
    const std::string conf = folder.write(
        "news.toml", "[sources.archive]\npaths = ['" + input + "']\n[sinks.jsonl]\npath = '" +
                         folder.path() + "/out.jsonl'\n[admin]\nport = " + std::to_string(port) +
                         "\n" + more);
    const RunWords words{conf, folder.path() + "/state", {}};
    auto config = read_run_config(words, kConf);
    if (!config) return tl::unexpected(config.error());
    return ContinuousRun::build(words, *std::move(config), {clock, metrics, cursors, kConf}, false);
  }
  std::string output() const {
    std::ifstream in(folder.path() + "/out.jsonl");
    return {std::istreambuf_iterator<char>(in), {}};
  }

  static constexpr const char* kConf = KHABAR_SOURCE_DIR "/conf";
};

TEST(ContinuousRun, EndsWellWhenItsSourcesEnd) {
  Service run;
  auto built = run.build();
  ASSERT_TRUE(built) << built.error().message;
  EXPECT_GT((*built)->admin_port(), 0);
  const Status ended = (*built)->run();
  EXPECT_TRUE(ended) << ended.error().message;
  EXPECT_EQ((*built)->summary().delivered, 1U);
  EXPECT_NE(run.output().find("The lamp is lit again"), std::string::npos);
}

TEST(ContinuousRun, APortThatIsTakenEndsItBeforeAnythingIsOpened) {
  Service first, second;
  auto built = first.build();
  ASSERT_TRUE(built);
  const auto refused = second.build("", (*built)->admin_port());
  ASSERT_FALSE(refused);
  EXPECT_NE(refused.error().message.find("cannot be bound"), std::string::npos);
  EXPECT_EQ(second.output(), "");
}

TEST(ContinuousRun, ASinkThatCannotBeOpenedIsNamed) {
  Service run;
  auto built = run.build("[sinks.sqlite]\npath = '/nowhere/at/all.db'\n");
  ASSERT_TRUE(built);
  const Status ended = (*built)->run();
  ASSERT_FALSE(ended);
  EXPECT_NE(ended.error().message.find("sink sqlite"), std::string::npos) << ended.error().message;
}

TEST(ContinuousRun, FaultsOfTheConfigurationAreToldAtOnce) {
  Service run;
  const auto built = run.build("[dedupe]\nwindow = 3\n[sinks.other]\n");
  ASSERT_FALSE(built);
  EXPECT_NE(built.error().message.find("dedupe.window"), std::string::npos)
      << built.error().message;
  EXPECT_NE(built.error().message.find("sinks.other"), std::string::npos) << built.error().message;
}

}  // namespace
}  // namespace khabar
