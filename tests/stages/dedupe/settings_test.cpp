#include <gtest/gtest.h>

#include "core/flow/settings.h"
#include "stages/dedupe/dedupe_stage.h"
#include "tests/stages/dedupe/desk.h"

namespace khabar {
namespace {

class NoCursors final : public CursorStore {
 public:
  Result<std::optional<std::string>> load(const std::string&) override { return std::nullopt; }
  Status save(const std::string&, const std::string&) override { return {}; }
};

TEST(DedupeSettings, AreReadWithTheirUnits) {
  const auto table = parse_toml(
      "duplicates = 'mark'\nversions = 'latest'\nnear = false\nwindow_h = 24\n"
      "window_documents_max = 5000\nlate_documents = 7\nexact_days = 30\n",
      "test.toml");
  ASSERT_TRUE(table) << table.error().message;
  Settings settings(*table, "dedupe");
  const DedupeOptions options = read_dedupe_options(settings, "/state");
  EXPECT_TRUE(settings.finish());
  EXPECT_EQ(options.rules.duplicates, Duplicates::mark);
  EXPECT_EQ(options.rules.versions, Versions::latest);
  EXPECT_FALSE(options.rules.near);
  EXPECT_EQ(options.bounds.window.window_s, 86'400);
  EXPECT_EQ(options.bounds.window.documents_max, 5000U);
  EXPECT_EQ(options.bounds.window.late_documents, 7U);
  EXPECT_EQ(options.bounds.history.days, 30);
  EXPECT_EQ(options.folder, "/state/dedupe");
}

TEST(DedupeSettings, DefaultsDropNearCopiesForSeventyTwoHoursInMemory) {
  const TomlValue empty{TomlValue::Table{}, {}};
  Settings settings(empty, "dedupe");
  const DedupeOptions options = read_dedupe_options(settings, "");
  EXPECT_EQ(options.rules.duplicates, Duplicates::drop);
  EXPECT_TRUE(options.rules.near);
  EXPECT_EQ(options.bounds.window.window_s, 72 * 3600);
  EXPECT_EQ(options.folder, "");
}

TEST(DedupeSettings, TheFactoryWantsOrderAndMakesOneWorker) {
  const TomlValue empty{TomlValue::Table{}, {}};
  Settings settings(empty, "dedupe");
  StoppedClock clock;
  Metrics metrics;
  NoCursors cursors;
  auto factory = make_dedupe_stage(settings, Services{clock, metrics, cursors, "", "", {}});
  ASSERT_TRUE(factory) << factory.error().message;
  EXPECT_TRUE((*factory)->needs_order());
  EXPECT_TRUE((*factory)->make_worker());
  EXPECT_FALSE((*factory)->make_worker());
}

TEST(DedupeSettings, AnUnknownKeyIsRefused) {
  const auto table = parse_toml("duplicate = 'mark'\n", "test.toml");
  Settings settings(*table, "dedupe");
  StoppedClock clock;
  Metrics metrics;
  NoCursors cursors;
  auto factory = make_dedupe_stage(settings, Services{clock, metrics, cursors, "", "", {}});
  ASSERT_FALSE(factory);
  EXPECT_NE(factory.error().message.find("duplicate"), std::string::npos);
}

}  // namespace
}  // namespace khabar
