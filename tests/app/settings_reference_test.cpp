// docs/CONFIG.md is made from what the program reads. When this fails:
//   build/dev/khabar settings > docs/CONFIG.md
#include "app/settings_reference.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

namespace khabar {
namespace {

TEST(SettingsReference, IsWhatTheProgramReads) {
  std::ifstream file(KHABAR_SOURCE_DIR "/docs/CONFIG.md");
  const std::string written{std::istreambuf_iterator<char>(file), {}};
  EXPECT_EQ(written, settings_reference(KHABAR_SOURCE_DIR "/conf"));
}

TEST(SettingsReference, NamesEveryTable) {
  const std::string reference = settings_reference(KHABAR_SOURCE_DIR "/conf");
  for (const char* table : {"[pipeline]", "[clean]", "[dedupe]"}) {
    EXPECT_NE(reference.find(table), std::string::npos) << table;
  }
}

}  // namespace
}  // namespace khabar
