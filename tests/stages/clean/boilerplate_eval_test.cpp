// The bars on the labelled lines. Prints the figures; KHABAR_LINES_FILE names another labelled set,
// KHABAR_LINES_VERBOSE=1 prints every line that was lost or left.
#include <gtest/gtest.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "stages/clean/boilerplate.h"
#include "stages/clean/paragraphs.h"
#include "tests/stages/clean/labelled_lines.h"

namespace khabar {
namespace {

const BoilerplateRules& shipped_rules() {
  static const BoilerplateRules rules = [] {
    auto loaded = BoilerplateRules::load(std::string(KHABAR_SOURCE_DIR) + "/conf/boilerplate");
    if (!loaded) std::fprintf(stderr, "%s\n", loaded.error().message.c_str());
    return loaded ? std::move(*loaded) : BoilerplateRules();
  }();
  return rules;
}

std::string cleaned(const LabelledDocument& doc, BoilerplateCleaner& cleaner) {
  std::vector<Paragraph> paragraphs;
  std::vector<Removed> removed;
  // As the labels were made: line by line, as written.
  for (const LabelledLine& line : doc.lines) {
    Paragraph p;
    p.text = line.text;
    paragraphs.push_back(std::move(p));
  }
  cleaner.clean(paragraphs, doc.language, nullptr, true, removed);
  if (std::getenv("KHABAR_LINES_VERBOSE") != nullptr)
    for (const Removed& r : removed)
      std::printf("  %s  %s [%s] %s\n", doc.id.c_str(), r.rule.c_str(), r.where.c_str(),
                  r.text.substr(0, 160).c_str());
  std::string text;
  for (const Paragraph& p : paragraphs) text += p.text + "\n";
  return text;
}

double share(std::size_t part, std::size_t all) {
  return all == 0 ? 1.0 : static_cast<double>(part) / static_cast<double>(all);
}

TEST(BoilerplateEval, LabelledLines) {
  const char* other = std::getenv("KHABAR_LINES_FILE");
  const std::string path = other != nullptr ? other : eval_dir() + "/lines/labelled.dev.jsonl";
  if (!std::filesystem::exists(path)) GTEST_SKIP() << path << " is absent";
  BoilerplateCleaner cleaner(shipped_rules());
  LineScore score;
  std::size_t documents = 0;
  for (const LabelledDocument& doc : labelled_documents(path)) {
    if (doc.kind == "html") continue;
    ++documents;
    score.add(doc, cleaned(doc, cleaner));
  }
  for (const std::string& line : score.lost) std::printf("LOST %s\n", line.c_str());
  for (const std::string& line : score.left) std::printf("LEFT %s\n", line.c_str());
  std::printf(
      "documents %zu  body %zu kept %.4f  boilerplate %zu removed %.4f  hard %zu kept %.4f"
      "  documents that lost body %zu\n",
      documents, score.body, share(score.body_kept, score.body), score.boilerplate,
      share(score.removed, score.boilerplate), score.hard, share(score.hard_kept, score.hard),
      score.documents_that_lost_body);
  EXPECT_GE(share(score.removed, score.boilerplate), 0.95);
  EXPECT_GE(share(score.body_kept, score.body), 0.998);
  EXPECT_EQ(score.hard_kept, score.hard);
  EXPECT_LE(score.documents_that_lost_body, 4u);
}

TEST(BoilerplateEval, SeedsKeepTheirBodyAndNothingElse) {
  const std::string folder = eval_dir() + "/seeds";
  if (!std::filesystem::exists(folder)) GTEST_SKIP() << folder << " is absent";
  BoilerplateCleaner cleaner(shipped_rules());
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() != ".txt") continue;
    std::ostringstream raw, gold;
    raw << std::ifstream(entry.path()).rdbuf();
    std::filesystem::path expected = entry.path();
    expected.replace_extension(".expected.json");
    gold << std::ifstream(expected).rdbuf();
    const std::string gold_text = gold.str(), raw_text = raw.str();
    rapidjson::Document json;
    json.Parse(gold_text.data(), gold_text.size());
    ASSERT_FALSE(json.HasParseError()) << expected;
    const std::string body = json["fields"]["text"].GetString();
    std::vector<Paragraph> paragraphs;
    std::vector<Removed> removed;
    split_paragraphs(raw_text, {"ar", true}, paragraphs);
    cleaner.clean(paragraphs, "ar", nullptr, true, removed);
    // Head lines (headline, dateline) are still there for the recognisers; behind them, the body.
    std::string text;
    for (const Paragraph& p : paragraphs) text += (text.empty() ? "" : "\n\n") + p.text;
    EXPECT_TRUE(text.ends_with(body)) << entry.path() << "\n" << text << "\nbody:\n" << body;
  }
}

}  // namespace
}  // namespace khabar
