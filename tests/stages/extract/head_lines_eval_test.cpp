// Figures on labelled raw texts, their boilerplate taken out by label: which lines of the head
// become fields, and how many lines of the body are lost (none should be). And the five founding
// examples, every field.
#include <gtest/gtest.h>
#include <rapidjson/document.h>

#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "core/text/utf8.h"
#include "stages/extract/head_lines.h"
#include "tests/stages/extract/test_tables.h"

namespace khabar {
namespace {

std::string squeezed(std::string_view text) {
  std::string out;
  collapse_blanks(text, out);
  return out;
}

bool is_boilerplate(const std::string& label) {
  return label.starts_with("footer");
}

TEST(HeadLinesEval, LabelledRawTexts) {
  std::ifstream file(eval_dir() + "/lines/labelled.dev.jsonl");
  if (!file) GTEST_SKIP() << "no evaluation data at " << eval_dir();
  TestTables tables;
  HeadLines head_lines(tables.bylines, tables.datelines, tables.dates);
  std::map<std::string, std::pair<int, int>> taken;  // label: taken, all
  int titles = 0, titles_right = 0, titles_invented = 0;
  const bool verbose = std::getenv("KHABAR_VERBOSE") != nullptr;
  for (std::string line; std::getline(file, line);) {
    rapidjson::Document json;
    json.Parse(line.c_str());
    if (std::string(json["kind"].GetString()) == "html") continue;
    std::vector<Paragraph> paragraphs;
    std::vector<std::pair<std::string, std::string>> labels;
    std::string headline;
    for (const auto& item : json["lines"].GetArray()) {
      const std::string label = item["label"].GetString(), text = item["text"].GetString();
      if (is_boilerplate(label)) continue;
      Paragraph paragraph;
      paragraph.text = text;
      paragraphs.push_back(paragraph);
      labels.emplace_back(text, item.HasMember("head") || item.HasMember("tail") ? "spans" : label);
      if (label == "headline" && headline.empty()) headline = squeezed(text);
    }
    HeadContext context;
    const std::string language = json["lang"].GetString();
    context.language = language;
    const HeadFields fields = head_lines.take(paragraphs, context);
    std::multiset<std::string> left;
    for (const Paragraph& paragraph : paragraphs) left.insert(squeezed(paragraph.text));
    for (const auto& [text, label] : labels) {
      const std::string flat = squeezed(text);
      const auto found = left.find(flat);
      bool kept = found != left.end();
      if (kept) left.erase(found);
      // Without its inline dateline, which went to its field, the line is still there.
      for (const std::string& rest : left) {
        kept = kept || (label == "body" && rest.size() * 2 > flat.size() && flat.ends_with(rest));
      }
      taken[label].first += !kept;
      taken[label].second += 1;
      if (verbose && label == "body" && !kept) {
        std::cout << json["id"].GetString() << " body lost: " << text.substr(0, 160) << "\n";
      }
      const bool field = label == "headline" || label == "byline" || label == "dateline" ||
                         label == "date" || label == "caption";
      if (verbose && field && kept) {
        std::cout << json["id"].GetString() << " " << label << " kept: " << text.substr(0, 160)
                  << "\n";
      }
    }
    titles += !headline.empty();
    titles_right += !headline.empty() && fields.title == headline;
    titles_invented += headline.empty() && !fields.title.empty();
    if (verbose && fields.title != headline) {
      std::cout << json["id"].GetString() << " title: " << fields.title << " want " << headline
                << "\n";
    }
  }
  for (const auto& [label, counts] : taken) {
    std::cout << label << ": " << counts.first << " of " << counts.second << " taken\n";
  }
  std::cout << "titles: " << titles_right << " of " << titles << " right, " << titles_invented
            << " invented\n";
  EXPECT_LE(taken["body"].first, 5);
  EXPECT_GE(titles_right * 100, titles * 97);
}

TEST(HeadLinesEval, FoundingExamples) {
  const std::string folder = eval_dir() + "/seeds/";
  std::ifstream labelled(eval_dir() + "/lines/labelled.dev.jsonl");
  if (!labelled) GTEST_SKIP() << "no evaluation data at " << eval_dir();
  std::set<std::string> boilerplate;
  for (std::string line; std::getline(labelled, line);) {
    rapidjson::Document json;
    json.Parse(line.c_str());
    if (!std::string(json["id"].GetString()).starts_with("seed-")) continue;
    for (const auto& item : json["lines"].GetArray()) {
      const std::string label = item["label"].GetString();
      if (is_boilerplate(label) && label != "footer_source") {
        boilerplate.insert(squeezed(item["text"].GetString()));
      }
    }
  }
  TestTables tables;
  HeadLines head_lines(tables.bylines, tables.datelines, tables.dates);
  for (const char* name : {"000_d497c844fc6cca73", "001_bdb25b25d39e14e8", "002_bf36be54896de680",
                           "003_e839bed4313c1ed2", "004_12df90e24488c351"}) {
    std::ifstream source(folder + name + ".txt"), expected(folder + name + ".expected.json");
    ASSERT_TRUE(source && expected) << name;
    std::vector<Paragraph> paragraphs;
    std::uint8_t blank = 0;
    for (std::string line; std::getline(source, line);) {
      const std::string text = squeezed(line);
      if (text.empty()) {
        ++blank;
        continue;
      }
      if (boilerplate.count(text) > 0) continue;
      Paragraph paragraph;
      paragraph.text = text;
      paragraph.blank_lines_before = blank;
      blank = 0;
      paragraphs.push_back(paragraph);
    }
    HeadContext context;
    context.language = "ar";
    const HeadFields fields = head_lines.take(paragraphs, context);
    std::stringstream buffer;
    buffer << expected.rdbuf();
    rapidjson::Document json;
    json.Parse(buffer.str().c_str());
    const auto& want = json["fields"];
    const auto check = [&](const char* field, const std::string& got) {
      if (!want.HasMember(field)) return;
      const std::string text = want[field].IsString() ? want[field].GetString() : "";
      EXPECT_EQ(squeezed(got), squeezed(text)) << name << " " << field;
    };
    check("title", fields.title);
    check("dateline.place", fields.dateline.place);
    check("dateline.agency", fields.dateline.agency);
    check("agency", fields.agency);
    check("published", fields.published);
    if (want.HasMember("authors")) {
      ASSERT_EQ(fields.authors.size(), want["authors"].Size()) << name;
      EXPECT_EQ(fields.authors[0], want["authors"][0].GetString());
    }
    std::string text;
    for (const Paragraph& paragraph : paragraphs) text += paragraph.text + "\n\n";
    check("text", text);
  }
}

}  // namespace
}  // namespace khabar
