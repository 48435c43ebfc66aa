#include "app/reloader.h"

#include <gtest/gtest.h>

#include "tests/app/scratch_folder.h"
#include "tests/fakes/hand_clock.h"

namespace khabar {
namespace {

constexpr const char* kConfig =
    "[sources.archive]\npaths = ['x']\n[sinks.blackhole]\n[dedupe]\nduplicates = 'drop'\n";

struct Reload {
  ScratchFolder folder;
  HandClock clock;
  RunWords words;
  std::vector<std::string> told;  // what the live source was given

  explicit Reload(const std::string& text) {
    words.conf = folder.write("news.toml", text);
    words.state_dir = folder.path();
  }
  ReloadOutcome to(const std::string& text, bool is_live = false) {
    auto before = read_run_config(words, conf_dir());
    EXPECT_TRUE(before);
    folder.write("news.toml", text);
    std::vector<Reloader::LiveSource> live;
    if (is_live) {
      live.push_back({"sources.archive", [this](const TomlValue& table) {
                        told.push_back(*table.find("paths")->array()->front().text());
                        return Result<std::vector<std::string>>(
                            std::vector<std::string>{"added " + told.back()});
                      }});
    }
    return Reloader(words, conf_dir(), before->config, live, clock).reload();
  }
  static std::string conf_dir() { return KHABAR_SOURCE_DIR "/conf"; }
};

using Lines = std::vector<std::string>;

TEST(Reloader, WhatCannotChangeLiveIsNamedAsSuch) {
  Reload reload(kConfig);
  const auto outcome = reload.to(std::string(kConfig) + "window_h = 48\n");
  EXPECT_TRUE(outcome.is_in_force);
  EXPECT_EQ(outcome.lines, Lines{"dedupe changed: window_h - takes effect at the next start"});
}

TEST(Reloader, ALiveSourceIsToldItsTable) {
  Reload reload(kConfig);
  const auto outcome = reload.to(
      "[sources.archive]\npaths = ['y']\n[sinks.blackhole]\n[dedupe]\nduplicates = 'drop'\n", true);
  EXPECT_TRUE(outcome.is_in_force);
  EXPECT_EQ(outcome.lines, Lines{"sources.archive: added y"});
  EXPECT_EQ(reload.told, Lines{"y"});
}

TEST(Reloader, ABadFileLeavesTheOldOneInForceAndSaysWhy) {
  Reload reload(kConfig);
  const auto outcome = reload.to("[sources.archive]\npath = ['y']\n[sinks.blackhole]\n", true);
  EXPECT_FALSE(outcome.is_in_force);
  ASSERT_FALSE(outcome.lines.empty());
  EXPECT_NE(outcome.lines.back().find("did you mean paths?"), std::string::npos);
  EXPECT_TRUE(reload.told.empty()) << "nothing was told a source";
}

TEST(Reloader, AllFaultsAreToldAtOnceWithTheirLines) {
  Reload reload(kConfig);
  const auto outcome = reload.to(
      "[admin]\nprot = 7118\n"
      "[run]\nstall_s = 1\n"
      "[sources.archive]\npath = ['y']\n"
      "[dedupe]\nduplicates = 'drob'\n"
      "[sinks.jsonl]\npath = 'x.jsonl'\nsync = 'often'\n",
      true);
  EXPECT_FALSE(outcome.is_in_force);
  std::string all;
  for (const std::string& line : outcome.lines) all += line + "\n";
  for (const char* fault :
       {"news.toml:2:1: admin.prot is not a setting; did you mean port?",
        "news.toml:4:1: run.stall_s",
        "news.toml:6:1: sources.archive.path is not a setting; did "
        "you mean paths?",
        "news.toml:8:1: dedupe.duplicates", "news.toml:11:1: sinks.jsonl.sync"}) {
    EXPECT_NE(all.find(fault), std::string::npos) << fault << "\nin\n" << all;
  }
  EXPECT_TRUE(reload.told.empty());
}

TEST(Reloader, AFileThatIsNoTomlIsTold) {
  Reload reload(kConfig);
  const auto outcome = reload.to("[sources");
  EXPECT_FALSE(outcome.is_in_force);
  EXPECT_NE(outcome.lines.at(0).find("news.toml:1"), std::string::npos) << outcome.lines.at(0);
}

TEST(Reloader, NothingChangedIsSaidToo) {
  Reload reload(kConfig);
  EXPECT_EQ(reload.to(std::string("# a remark\n") + kConfig).lines, Lines{"nothing changed"});
}

}  // namespace
}  // namespace khabar
