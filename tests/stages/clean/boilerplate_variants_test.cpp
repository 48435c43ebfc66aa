// Footers and look-alikes in twelve languages, all invented (tests/data/boilerplate): the footers
// go, the sentences stay wherever they stand.
#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "stages/clean/boilerplate.h"
#include "stages/clean/paragraphs.h"

namespace khabar {
namespace {

using Row = std::pair<std::string, std::string>;  // language, text

std::vector<Row> rows_of(const std::string& name) {
  std::ifstream file(std::string(KHABAR_SOURCE_DIR) + "/tests/data/boilerplate/" + name);
  std::vector<Row> rows;
  for (std::string line; std::getline(file, line);) {
    const std::size_t tab = line.find('\t');
    if (line.starts_with("#") || tab == std::string::npos) continue;
    rows.emplace_back(line.substr(0, tab), line.substr(tab + 1));
  }
  return rows;
}

class BoilerplateVariants : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    auto loaded = BoilerplateRules::load(std::string(KHABAR_SOURCE_DIR) + "/conf/boilerplate");
    ASSERT_TRUE(loaded) << loaded.error().message;
    rules_ = new BoilerplateRules(std::move(*loaded));
    for (auto& [language, paragraph] : rows_of("bodies.tsv"))
      bodies_[language].push_back(std::move(paragraph));
  }
  static void TearDownTestSuite() {
    delete rules_;
    rules_ = nullptr;
    bodies_.clear();
  }

  // The lines that are left of a story.
  static std::vector<std::string> cleaned(const std::vector<std::string>& lines,
                                          const std::string& language) {
    std::string text;
    for (const std::string& line : lines) text += line + "\n";
    std::vector<Paragraph> paragraphs;
    std::vector<Removed> removed;
    split_paragraphs(text, {language, true}, paragraphs);
    BoilerplateCleaner cleaner(*rules_);
    cleaner.clean(paragraphs, language, nullptr, false, removed);
    std::vector<std::string> left;
    for (const Paragraph& p : paragraphs) left.push_back(p.text);
    return left;
  }

  static const BoilerplateRules* rules_;
  static std::map<std::string, std::vector<std::string>> bodies_;
};

const BoilerplateRules* BoilerplateVariants::rules_ = nullptr;
std::map<std::string, std::vector<std::string>> BoilerplateVariants::bodies_;

TEST_F(BoilerplateVariants, FootersGo) {
  const auto footers = rows_of("footers.tsv");
  ASSERT_GE(footers.size(), 1000u);
  for (const auto& [language, footer] : footers) {
    std::vector<std::string> lines = bodies_.at(language);
    const std::size_t story = lines.size();
    lines.push_back(footer);
    EXPECT_EQ(cleaned(lines, language).size(), story) << language << ": " << footer;
  }
}

TEST_F(BoilerplateVariants, SentencesOfTheStoryStay) {
  const auto sentences = rows_of("stories.tsv");
  ASSERT_GE(sentences.size(), 440u);
  for (const auto& [language, sentence] : sentences) {
    const std::vector<std::string>& body = bodies_.at(language);
    for (std::size_t at = 0; at <= body.size(); ++at) {
      std::vector<std::string> lines = body;
      lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(at), sentence);
      EXPECT_EQ(cleaned(lines, language).size(), lines.size())
          << language << ", line " << at << ": " << sentence;
    }
  }
}

// "(Reuters)" under nothing is all that its document has.
TEST_F(BoilerplateVariants, WhatStandsAloneStays) {
  EXPECT_EQ(cleaned({"All rights reserved"}, "en").size(), 1u);
  EXPECT_EQ(cleaned({"جميع المقالات المنشورة تمثل رأي كتابها"}, "ar").size(), 1u);
}

TEST_F(BoilerplateVariants, ReadAlsoLinesThatEndInAFullStopAreSentences) {
  std::vector<std::string> lines = bodies_.at("en");
  lines.insert(lines.begin() + 1, "Read also between the lines, the old editor used to tell them.");
  EXPECT_EQ(cleaned(lines, "en").size(), 3u);
  lines[1] = "Read also: The old editor and his paper.";
  EXPECT_EQ(cleaned(lines, "en").size(), 2u);
}

}  // namespace
}  // namespace khabar
