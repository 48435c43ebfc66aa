// Figures on the labelled date forms: prints right, missed and wrong, and holds the bars.
#include <gtest/gtest.h>
#include <rapidjson/document.h>

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <string>

#include "core/text/dates.h"

namespace khabar {
namespace {

std::string eval_dir() {
  const char* set = std::getenv("KHABAR_EVAL_DIR");
  return set != nullptr ? set : KHABAR_SOURCE_DIR "/../shared/eval";
}

std::string text_of(const rapidjson::Document& json, const char* name) {
  return json.HasMember(name) && json[name].IsString() ? json[name].GetString() : "";
}

// As the scorer: what is known must be the beginning of what is told.
bool same(const std::string& got, std::string want) {
  if (!want.empty() && want.back() == 'Z') want.pop_back();
  return got.substr(0, want.size()) == want;
}

TEST(DatesEval, DevForms) {
  std::ifstream file(eval_dir() + "/lines/dates.dev.jsonl");
  if (!file) GTEST_SKIP() << "no evaluation data at " << eval_dir();
  const DateWords words;
  DateParser parser(words);
  int right = 0, missed = 0, wrong = 0;
  for (std::string line; std::getline(file, line);) {
    rapidjson::Document json;
    json.Parse(line.c_str());
    const std::string text = text_of(json, "text"), want = text_of(json, "iso");
    const std::string language = text_of(json, "lang");
    DateContext context;
    context.language = language;
    context.now = parse_machine_date(text_of(json, "now"));
    const auto found = parser.parse(text, context);
    const std::string got = found ? found->time.iso() : "";
    if (got.empty() && !want.empty()) {
      ++missed;
      std::cout << "missed: " << text << "  want " << want << "\n";
    } else if (same(got, want)) {
      ++right;
    } else {
      ++wrong;
      std::cout << "WRONG: " << text << "  want " << want << " got " << got << "\n";
    }
  }
  std::cout << "dates: right " << right << ", missed " << missed << ", wrong " << wrong << "\n";
  EXPECT_EQ(wrong, 0);
  EXPECT_GE(right, 68);
}

}  // namespace
}  // namespace khabar
