#include "app/run_config.h"

#include <gtest/gtest.h>

#include "app/config_changes.h"
#include "tests/app/scratch_folder.h"

namespace khabar {
namespace {

struct Config {
  ScratchFolder folder;

  Result<RunConfig> read(const std::string& text, RunWords words = {}) {
    words.conf = folder.write("news.toml", text);
    unsetenv("STATE_DIRECTORY");
    return read_run_config(words, "/no/conf");
  }
};

std::string text_at(const RunConfig& run, const char* table, const char* key) {
  const TomlValue* found = table_at(run.config, table);
  const TomlValue* value = found != nullptr ? found->find(key) : nullptr;
  return value != nullptr && value->text() != nullptr ? *value->text() : "(none)";
}

TEST(RunConfig, ThePageIsOnThisMachineUnlessSaidOtherwise) {
  Config config;
  const auto run = config.read("");
  ASSERT_TRUE(run);
  EXPECT_EQ(run->service.admin.address, "127.0.0.1");
  EXPECT_EQ(run->service.admin.port, 7117);
  EXPECT_TRUE(run->service.admin.enabled);
}

TEST(RunConfig, TheCommandLinesStateWinsOverTheFilesOverSystemds) {
  Config config;
  EXPECT_EQ(config.read("[run]\nstate = 'a'")->service.state_dir, "a");
  EXPECT_EQ(config.read("[run]\nstate = 'a'", {"", "b", {}})->service.state_dir, "b");
  const std::string path = config.folder.write("empty.toml", "");
  setenv("STATE_DIRECTORY", "/var/lib/khabar", 1);
  EXPECT_EQ(read_run_config({path, "", {}}, "")->service.state_dir, "/var/lib/khabar");
  unsetenv("STATE_DIRECTORY");
}

TEST(RunConfig, ARunLearnsAsItGoesUnlessSaidOtherwise) {
  Config config;
  const std::string state = "[run]\nstate = 'a'\n";
  EXPECT_EQ(text_at(*config.read(state), "clean", "learning"), "both");
  EXPECT_EQ(text_at(*config.read(state + "[clean]\nlearning = 'off'"), "clean", "learning"), "off");
  EXPECT_EQ(text_at(*config.read(""), "clean", "learning"), "(none)") << "nowhere to keep it";
}

TEST(RunConfig, RemovedLinesAreTracedForThePageAlone) {
  Config config;
  EXPECT_TRUE(config.read("")->trace_is_for_page);
  EXPECT_FALSE(config.read("[clean]\ntrace = true")->trace_is_for_page) << "for the records too";
  EXPECT_FALSE(config.read("[admin]\nenabled = false")->trace_is_for_page);
}

TEST(RunConfig, EveryFaultOfTheServiceIsToldAtOnce) {
  Config config;
  const auto run = config.read("[admin]\nport = 70000\nadress = 'x'\n[log]\nlevel = 'loud'");
  ASSERT_FALSE(run);
  for (const char* part : {"admin.port", "did you mean address?", "log.level"}) {
    EXPECT_NE(run.error().message.find(part), std::string::npos) << run.error().message;
  }
}

TEST(RunConfig, SetWins) {
  Config config;
  const auto run = config.read("[admin]\nport = 1", {"", "", {"admin.port=2"}});
  EXPECT_EQ(run->service.admin.port, 2);
  EXPECT_FALSE(config.read("", {"", "", {"admin.port"}}));
}

}  // namespace
}  // namespace khabar
