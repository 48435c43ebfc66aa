// Figures on the labelled datelines: prints right and wrong, and holds the bar.
#include <gtest/gtest.h>
#include <rapidjson/document.h>

#include <fstream>
#include <iostream>
#include <string>

#include "tests/stages/extract/test_tables.h"

namespace khabar {
namespace {

std::string text_of(const rapidjson::Document& json, const char* name) {
  return json.HasMember(name) && json[name].IsString() ? json[name].GetString() : "";
}

// As the scorer compares: letters and digits only, case folded.
std::string key(const std::string& text) {
  std::string out = folded(text, FoldMarks::drop);
  std::erase(out, ' ');
  return out;
}

TEST(DatelineEval, DevForms) {
  std::ifstream file(eval_dir() + "/lines/datelines.dev.jsonl");
  if (!file) GTEST_SKIP() << "no evaluation data at " << eval_dir();
  TestTables tables;
  int right = 0, forms = 0;
  for (std::string line; std::getline(file, line); ++forms) {
    rapidjson::Document json;
    json.Parse(line.c_str());
    const std::string text = text_of(json, "text");
    const auto match = tables.datelines.parse(text);
    const std::string place = match ? match->place : "", agency = match ? match->agency_name : "";
    const bool ok =
        key(place) == key(text_of(json, "place")) && key(agency) == key(text_of(json, "agency"));
    right += ok;
    if (!ok) {
      std::cout << "WRONG: " << text << "  want " << text_of(json, "place") << " | "
                << text_of(json, "agency") << "  got " << place << " | " << agency << "\n";
    }
  }
  std::cout << "datelines: " << right << " of " << forms << " right\n";
  EXPECT_GE(right, 80);
}

}  // namespace
}  // namespace khabar
