// The labelled lines of the evaluation set, and the score that counts on them. For tests.
#pragma once

#include <cstdlib>
#include <fstream>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <rapidjson/document.h>

#include "core/text/utf8.h"

namespace khabar {

struct LabelledLine {
  std::string text, label;
  bool hard_negative = false, has_span = false;
};
struct LabelledDocument {
  std::string id, language, kind, text;
  std::vector<LabelledLine> lines;
};

inline std::string eval_dir() {
  const char* dir = std::getenv("KHABAR_EVAL_DIR");
  return dir != nullptr ? dir : std::string(KHABAR_SOURCE_DIR) + "/../shared/eval";
}

inline std::vector<LabelledDocument> labelled_documents(const std::string& path) {
  std::vector<LabelledDocument> out;
  std::ifstream in(path);
  for (std::string row; std::getline(in, row);) {
    rapidjson::Document json;
    json.Parse(row.data(), row.size());
    if (json.HasParseError()) continue;
    LabelledDocument doc{json["id"].GetString(),
                         json["lang"].GetString(),
                         json["kind"].GetString(),
                         json["text"].GetString(),
                         {}};
    for (const auto& line : json["lines"].GetArray())
      doc.lines.push_back({line["text"].GetString(), line["label"].GetString(),
                           line.HasMember("hard_negative") && line["hard_negative"].GetBool(),
                           line.HasMember("head") || line.HasMember("tail")});
    out.push_back(std::move(doc));
  }
  return out;
}

// What may leave the text for a field of the record is neither body nor boilerplate.
inline bool is_moved(std::string_view label) {
  static const std::set<std::string_view> moved = {"headline", "dateline", "byline", "date",
                                                   "caption",  "nav",      "other"};
  return moved.count(label) > 0;
}

struct LineScore {
  std::size_t body = 0, body_kept = 0, boilerplate = 0, removed = 0, hard = 0, hard_kept = 0;
  std::size_t documents_that_lost_body = 0;
  std::vector<std::string> lost, left;  // "id: text"

  void add(const LabelledDocument& doc, const std::string& clean_text) {
    std::string flat, line_text;
    collapse_blanks(clean_text, flat);
    bool lost_body = false;
    for (const LabelledLine& line : doc.lines) {
      collapse_blanks(line.text, line_text);
      if (count_code_points(line_text) < 3 || is_moved(line.label)) continue;
      const bool there = flat.find(line_text) != std::string::npos;
      if (line.label != "body") {
        ++boilerplate;
        removed += !there;
        if (there) left.push_back(doc.id + ": " + line_text);
        continue;
      }
      if (line.has_span) continue;
      ++body;
      body_kept += there;
      hard += line.hard_negative;
      hard_kept += line.hard_negative && there;
      if (!there) lost.push_back(doc.id + ": " + line_text);
      lost_body |= !there;
    }
    documents_that_lost_body += lost_body;
  }
};

}  // namespace khabar
