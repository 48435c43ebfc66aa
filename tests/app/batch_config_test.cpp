#include "app/batch_config.h"

#include <gtest/gtest.h>

namespace khabar {
namespace {

std::string at(const TomlValue& config, std::initializer_list<const char*> path) {
  const TomlValue* value = &config;
  for (const char* key : path) {
    value = value->find(key);
    if (!value) return "(none)";
  }
  return value->text() ? *value->text() : std::string(value->type_name());
}

BatchOptions batch(std::vector<std::string> inputs, std::vector<std::string> outputs) {
  BatchOptions options;
  options.inputs = std::move(inputs);
  options.outputs = std::move(outputs);
  return options;
}

TEST(BatchConfig, TheSuffixDecidesTheSink) {
  const auto config = batch_config(batch({"a.warc.gz"}, {"x.jsonl.zst", "y.db"}));
  ASSERT_TRUE(config);
  EXPECT_EQ(at(*config, {"sinks", "jsonl", "path"}), "x.jsonl.zst");
  EXPECT_EQ(at(*config, {"sinks", "jsonl", "compression"}), "zstd");
  EXPECT_EQ(at(*config, {"sinks", "sqlite2", "type"}), "sqlite");
  EXPECT_EQ(at(*config, {"sinks", "dead_letter", "path"}), "x.rejected.jsonl");
}

TEST(BatchConfig, WithoutOutputRecordsGoToStdoutAndDeadLettersNowhere) {
  const auto config = batch_config(batch({"a.warc.gz"}, {}));
  ASSERT_TRUE(config);
  EXPECT_EQ(at(*config, {"sinks", "jsonl", "path"}), "-");
  EXPECT_EQ(at(*config, {"sinks", "dead_letter"}), "(none)");
}

TEST(BatchConfig, OneFileForTwoSinksIsAnError) {
  const auto config = batch_config(batch({"a.warc.gz"}, {"x.jsonl", "x.jsonl"}));
  ASSERT_FALSE(config);
  EXPECT_EQ(config.error().message, "-o x.jsonl: named twice");
}

TEST(BatchConfig, AnUnknownSuffixIsAnError) {
  const auto config = batch_config(batch({"a"}, {"records.csv"}));
  ASSERT_FALSE(config);
  EXPECT_NE(config.error().message.find("records.csv"), std::string::npos);
}

TEST(BatchConfig, SetWinsOverEverything) {
  BatchOptions options = batch({"a"}, {"x.jsonl"});
  options.trace = true;
  options.settings = {"dedupe.duplicates=mark", "clean.trace=false", "sinks.jsonl.path=z.jsonl"};
  const auto config = batch_config(options);
  ASSERT_TRUE(config);
  EXPECT_EQ(at(*config, {"dedupe", "duplicates"}), "mark");
  EXPECT_EQ(at(*config, {"clean", "trace"}), "true or false");
  EXPECT_EQ(at(*config, {"sinks", "jsonl", "path"}), "z.jsonl");
}

TEST(BatchConfig, ASettingWithoutValueIsAnError) {
  BatchOptions options = batch({"a"}, {"x.jsonl"});
  options.settings = {"dedupe.duplicates"};
  ASSERT_FALSE(batch_config(options));
}

TEST(BatchConfig, NamesWithQuotesAndLineBreaksStayWhatTheyAre) {
  const auto config = batch_config(batch({"odd \"name\"\n.txt"}, {"x.jsonl"}));
  ASSERT_TRUE(config);
  const TomlValue* paths = config->find("sources")->find("archive")->find("paths");
  EXPECT_EQ(*paths->array()->front().text(), "odd \"name\"\n.txt");
}

TEST(BatchConfig, NoDedupeLeavesTheStageOut) {
  BatchOptions options = batch({"a"}, {"x.jsonl"});
  options.no_dedupe = true;
  const auto config = batch_config(options);
  ASSERT_TRUE(config);
  EXPECT_EQ(config->find("stages")->find("order")->array()->size(), 2u);
}

}  // namespace
}  // namespace khabar
