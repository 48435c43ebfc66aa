#include "app/config_changes.h"

#include <gtest/gtest.h>

namespace khabar {
namespace {

TomlValue toml(std::string_view text) {
  return parse_toml(text, "test").value();
}

std::vector<std::string> lines(std::string_view before, std::string_view after) {
  std::vector<std::string> out;
  for (const ConfigChange& change : config_changes(toml(before), toml(after))) {
    out.push_back(change_line(change));
  }
  return out;
}

using Lines = std::vector<std::string>;

TEST(ConfigChanges, NoneWhereOnlyOrderAndLayoutDiffer) {
  EXPECT_EQ(lines("[a]\nx = 1\ny = [1, 2.5, true, 't']\n[sinks.j]\npath = 'p'",
                  "# other\n[sinks.j]\npath = \"p\"\n\n[a]\ny = [1, 2.5, true, 't']\nx = 1"),
            Lines{});
}

TEST(ConfigChanges, NameTheComponentAndItsKeys) {
  EXPECT_EQ(lines("[dedupe]\na = 1\nb = 2", "[dedupe]\na = 1\nb = 3\nc = 4"),
            Lines{"dedupe changed: b, c"});
  EXPECT_EQ(lines("[sinks.old]\n[sources.x]\np = 1", "[sinks.new]\n[sources.x]\np = '1'"),
            (Lines{"sinks.old removed", "sources.x changed: p", "sinks.new added"}));
}

TEST(ConfigChanges, TheOrderOfAListCounts) {
  EXPECT_EQ(lines("[stages]\norder = ['a', 'b']", "[stages]\norder = ['b', 'a']"),
            Lines{"stages changed: order"});
}

TEST(ConfigChanges, ATableIsFoundByItsPath) {
  const TomlValue config = toml("[sources.feeds]\nx = 1");
  ASSERT_NE(table_at(config, "sources.feeds"), nullptr);
  EXPECT_NE(table_at(config, "sources.feeds")->find("x"), nullptr);
  EXPECT_EQ(table_at(config, "sources.feeds.x"), nullptr) << "no table";
  EXPECT_EQ(table_at(config, "sinks.feeds"), nullptr);
}

}  // namespace
}  // namespace khabar
