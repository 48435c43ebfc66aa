#include "app/config_check.h"

#include <gtest/gtest.h>

namespace khabar {
namespace {

std::string faults_of(const std::string& text) {
  const auto config = parse_toml(text, "news.toml");
  if (!config) return config.error().message;
  const auto checked = check_config(*config, KHABAR_SOURCE_DIR "/conf");
  return checked ? "" : checked.error().message;
}

constexpr const char* kGood =
    "[sources.archive]\npaths = ['a.warc']\n[sinks.jsonl]\npath = 'a.jsonl'\n";

TEST(ConfigCheck, CountsThePartsOfAGoodOne) {
  const auto checked = check_config(*parse_toml(kGood, "news.toml"), KHABAR_SOURCE_DIR "/conf");
  ASSERT_TRUE(checked) << checked.error().message;
  EXPECT_EQ(checked->sources, 1u);
  EXPECT_EQ(checked->stages, 3u);
  EXPECT_EQ(checked->sinks, 1u);
}

TEST(ConfigCheck, TellsFaultsOfThePipelineAndOfTheServiceAtOnce) {
  const std::string faults =
      faults_of(std::string(kGood) + "[dedupe]\nwindow_h = -5\n[admin]\nport = 99999\n");
  EXPECT_NE(faults.find("news.toml:6:1: dedupe.window_h is -5"), std::string::npos) << faults;
  EXPECT_NE(faults.find("news.toml:8:1: admin.port is 99999"), std::string::npos) << faults;
}

TEST(ConfigCheck, TellsAFaultOfTheServiceAlone) {
  EXPECT_EQ(faults_of(std::string(kGood) + "[admin]\nport = 99999\n"),
            "news.toml:6:1: admin.port is 99999: want 0 to 65535");
}

}  // namespace
}  // namespace khabar
