// The articles of the dedupe evaluation set (KHABAR_EVAL_DIR), for benchmarks that need real text.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include <rapidjson/document.h>

#include "core/io/lines.h"
#include "core/io/member_stream.h"

namespace khabar {

inline std::string dedupe_eval_dir() {
  const char* folder = std::getenv("KHABAR_EVAL_DIR");
  return (folder != nullptr ? std::string(folder)
                            : std::string(KHABAR_SOURCE_DIR) + "/../shared/eval") +
         "/dedupe";
}

struct EvalArticle {
  std::string id, text;
};

// Empty when the set is absent.
inline std::vector<EvalArticle> eval_articles() {
  const std::string path = dedupe_eval_dir() + "/ant.dev.jsonl.gz";
  std::vector<EvalArticle> out;
  if (!std::filesystem::exists(path)) return out;
  auto stream = open_input(path, DecodeBounds{});
  LineReader lines(**stream, std::size_t{16} << 20);
  for (auto line = lines.next(); line && *line; line = lines.next()) {
    rapidjson::Document json;
    json.Parse(std::string((*line)->bytes).c_str());
    if (json.HasParseError()) continue;
    out.push_back({json["id"].GetString(), json["text"].GetString()});
  }
  return out;
}

}  // namespace khabar
