#include "core/flow/settings.h"

#include <cstdint>
#include <limits>

#include <gtest/gtest.h>

namespace khabar {
namespace {

struct Read {  // a configuration and the settings of its root
  explicit Read(std::string_view text) : root(*parse_toml(text, "c.toml")), settings(root, "") {}
  std::string only_fault() const {
    const auto all = settings.faults();
    EXPECT_EQ(all.size(), 1U);
    return all.empty() ? "" : all[0];
  }
  TomlValue root;
  Settings settings;
};

TEST(Settings, GivesWhatIsWrittenElseTheDefault) {
  Read c("name = 'x'\ncount = 3\nshare = 1\nflag = true\nlist = ['a', 'b']\none = 'c'\n");
  EXPECT_EQ(c.settings.text("name", "y", "h"), "x");
  EXPECT_EQ(c.settings.integer("count", 1, 0, 9, "h"), 3);
  EXPECT_EQ(c.settings.number("share", 0.5, 0, 1, "h"), 1.0);
  EXPECT_EQ(c.settings.flag("flag", false, "h"), true);
  EXPECT_EQ(c.settings.texts("list", std::nullopt, "h"), (std::vector<std::string>{"a", "b"}));
  EXPECT_EQ(c.settings.texts("one", std::nullopt, "h"), std::vector<std::string>{"c"});
  EXPECT_EQ(c.settings.one_of("mode", {"keep", "drop"}, "drop", "h"), "drop");
  EXPECT_EQ(c.settings.text("absent", "fallback", "h"), "fallback");
  EXPECT_TRUE(c.settings.finish());
  EXPECT_TRUE(c.settings.has("name"));
  EXPECT_FALSE(c.settings.has("absent"));
}

TEST(Settings, TellsAllFaultsAtOnceEachWithItsPlace) {
  Read c("count = 'many'\nshare = 7\nmode = 'kepe'\nrotat_bytes = 1\n");
  EXPECT_EQ(c.settings.text("name", std::nullopt, "h"), "");
  EXPECT_EQ(c.settings.integer("count", 1, 0, 9, "h"), 1);
  EXPECT_EQ(c.settings.number("share", 0.5, 0, 1, "h"), 0.5);
  EXPECT_EQ(c.settings.one_of("mode", {"keep", "drop"}, "drop", "h"), "drop");
  c.settings.integer("rotate_bytes", 1, 0, 9, "h");
  const Status status = c.settings.finish();
  ASSERT_FALSE(status);
  EXPECT_EQ(status.error().message,
            "c.toml:1:1: name is missing: want text\n"
            "c.toml:1:1: count is a text: want an integer\n"
            "c.toml:2:1: share is 7: want 0 to 1\n"
            "c.toml:3:1: mode is \"kepe\": want one of keep, drop; did you mean keep?\n"
            "c.toml:4:1: rotat_bytes is not a setting; did you mean rotate_bytes?");
}

TEST(Settings, BoundsHoldForEveryNumber) {
  EXPECT_EQ(Read("n = 10\n").settings.integer("n", 1, 0, 10, "h"), 10);
  Read above("n = 11\n");
  EXPECT_EQ(above.settings.integer("n", 1, 0, 10, "h"), 1);
  EXPECT_EQ(above.only_fault(), "c.toml:1:1: n is 11: want 0 to 10");
  Read nan("n = nan\n");
  EXPECT_EQ(nan.settings.number("n", 0.5, 0, 1, "h"), 0.5);
  EXPECT_EQ(nan.settings.faults().size(), 1U);
  Read real("n = 1.5\n");
  EXPECT_EQ(real.settings.integer("n", 1, 0, 10, "h"), 1);
  EXPECT_EQ(real.only_fault(), "c.toml:1:1: n is a number: want an integer");
  Read mixed("n = ['a', 1]\n");
  EXPECT_TRUE(mixed.settings.texts("n", std::vector<std::string>{}, "h").empty());
  EXPECT_EQ(mixed.only_fault(), "c.toml:1:1: n is a list: want a list of texts");
}

TEST(Settings, TablesReportTheirFaultsToTheTableAbove) {
  Read c("[output]\nsync = 1\nsnyc = 2\n");
  Settings& output = c.settings.table("output", "h");
  EXPECT_EQ(output.path(), "output");
  EXPECT_EQ(output.integer("sync", 0, 0, 9, "h"), 1);
  EXPECT_EQ(c.only_fault(), "c.toml:3:1: output.snyc is not a setting; did you mean sync?");
}

TEST(Settings, AnAbsentTableReadsAsEmpty) {
  Read c("[other]\n");
  c.settings.table("other", "h");
  Settings& output = c.settings.table("output", "h");
  EXPECT_EQ(output.integer("sync", 4, 0, 9, "h"), 4);
  EXPECT_TRUE(c.settings.finish());
  output.text("path", std::nullopt, "h");
  EXPECT_EQ(c.only_fault(), "c.toml:1:1: output.path is missing: want text");
}

TEST(Settings, AValueWhereATableIsWantedIsAFault) {
  Read c("output = 3\n");
  EXPECT_EQ(c.settings.table("output", "h").text("path", "p", "h"), "p");
  EXPECT_EQ(c.only_fault(), "c.toml:1:1: output is an integer: want a table");
}

TEST(Settings, ListsOfTablesReadOneByOne) {
  Read c("[[rule]]\nname = 'a'\n[[rule]]\nnmae = 'b'\n");
  const auto rules = c.settings.tables("rule", "h");
  ASSERT_EQ(rules.size(), 2U);
  EXPECT_EQ(rules[0]->text("name", "", "h"), "a");
  EXPECT_EQ(rules[1]->text("name", "", "h"), "");
  EXPECT_EQ(c.only_fault(), "c.toml:4:1: rule[1].nmae is not a setting; did you mean name?");
  Read wrong("rule = 1\n");
  EXPECT_TRUE(wrong.settings.tables("rule", "h").empty());
  EXPECT_EQ(wrong.only_fault(), "c.toml:1:1: rule is an integer: want a list of tables, [[rule]]");
}

TEST(Settings, AComponentAddsFaultsThatATypeCannotState) {
  Read c("path = '../x'\n");
  c.settings.text("path", std::nullopt, "h");
  c.settings.fault("path", "leaves the folder");
  EXPECT_EQ(c.only_fault(), "c.toml:1:1: path: leaves the folder");
}

TEST(Settings, RowsAreWhatTheCodeReallyReads) {
  Read c("");
  c.settings.text("path", std::nullopt, "where to write");
  c.settings.table("output", "the file").integer("sync", 4, 0, 9, "fsync every N");
  const auto rows = c.settings.rows();
  ASSERT_EQ(rows.size(), 3U);
  EXPECT_EQ(rows[0].path, "path");
  EXPECT_EQ(rows[0].fallback, "");
  EXPECT_EQ(rows[2].path, "output.sync");
  EXPECT_EQ(rows[2].type, "integer, 0 to 9");
  EXPECT_EQ(rows[2].fallback, "4");
  EXPECT_EQ(rows[2].help, "fsync every N");
}

}  // namespace
}  // namespace khabar
