#include "core/flow/environment_text.h"

#include <gtest/gtest.h>
#include <stdlib.h>

#include "core/flow/settings.h"

namespace khabar {
namespace {

class EnvironmentText : public ::testing::Test {
 protected:
  EnvironmentText() {
    setenv("KHABAR_TEST_TOKEN", "s3cret", 1);
    setenv("KHABAR_TEST_NESTED", "${KHABAR_TEST_TOKEN}", 1);
    setenv("KHABAR_TEST_EMPTY", "", 1);
    unsetenv("KHABAR_TEST_ABSENT");
  }
};

TEST_F(EnvironmentText, StandsForWhatTheVariableHolds) {
  struct Row {
    const char *text, *resolved;
  };
  for (const Row& row : {
           Row{"", ""},
           Row{"plain", "plain"},
           Row{"${KHABAR_TEST_TOKEN}", "s3cret"},
           Row{"Bearer ${KHABAR_TEST_TOKEN}!", "Bearer s3cret!"},
           Row{"${KHABAR_TEST_TOKEN}${KHABAR_TEST_TOKEN}", "s3crets3cret"},
           Row{"[${KHABAR_TEST_EMPTY}]", "[]"},
           Row{"${KHABAR_TEST_NESTED}", "${KHABAR_TEST_TOKEN}"},  // looked into once
           Row{"5$ {a} $b c$", "5$ {a} $b c$"},
           Row{"$${KHABAR_TEST_TOKEN}", "${KHABAR_TEST_TOKEN}"},
           Row{"$$${KHABAR_TEST_TOKEN}", "$${KHABAR_TEST_TOKEN}"},
       }) {
    const auto resolved = resolve_environment(row.text);
    ASSERT_TRUE(resolved) << row.text << ": " << resolved.error().message;
    EXPECT_EQ(*resolved, row.resolved) << row.text;
  }
}

TEST_F(EnvironmentText, WhatDoesNotResolveIsAFault) {
  for (const char* text : {"${KHABAR_TEST_ABSENT}", "${", "${}", "${a b}", "${9}", "x${OPEN",
                           "${KHABAR_TEST_TOKEN} ${KHABAR_TEST_ABSENT}", "${A:-b}"}) {
    EXPECT_FALSE(resolve_environment(text)) << text;
  }
}

TEST_F(EnvironmentText, EveryTextSettingResolvesAndNamesThePlaceOfTheUnset) {
  const auto root = parse_toml(
      "a = '${KHABAR_TEST_TOKEN}'\nb = ['x', '${KHABAR_TEST_TOKEN}']\nc = "
      "'${KHABAR_TEST_EMPTY}on'\n"
      "d = '${KHABAR_TEST_ABSENT}'\ne = '${KHABAR_TEST_ABSENT}'\n",
      "c.toml");
  Settings settings(*root, "");
  EXPECT_EQ(settings.text("a", "", "h"), "s3cret");
  EXPECT_EQ(settings.texts("b", std::nullopt, "h"), (std::vector<std::string>{"x", "s3cret"}));
  EXPECT_EQ(settings.one_of("c", {"on", "off"}, "off", "h"), "on");
  settings.text("d", "", "h");
  settings.one_of("e", {"on", "off"}, "off", "h");
  EXPECT_EQ(settings.faults(),
            (std::vector<std::string>{
                "c.toml:4:1: d: the environment variable KHABAR_TEST_ABSENT is not set",
                "c.toml:5:1: e: the environment variable KHABAR_TEST_ABSENT is not set"}));
}

}  // namespace
}  // namespace khabar
