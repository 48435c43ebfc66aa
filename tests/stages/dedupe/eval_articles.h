// The articles of the dedupe evaluation set (KHABAR_EVAL_DIR), for tests and benchmarks that need
// real text.
#pragma once

#include <cstddef>
#include <cstdint>
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
  std::string id, title, text;
};

// The first `articles_max`; empty when the set is absent.
inline std::vector<EvalArticle> eval_articles(std::size_t articles_max = SIZE_MAX) {
  const std::string path = dedupe_eval_dir() + "/ant.dev.jsonl.gz";
  std::vector<EvalArticle> out;
  if (!std::filesystem::exists(path)) return out;
  auto stream = open_input(path, DecodeBounds{});
  LineReader lines(**stream, std::size_t{16} << 20);
  for (auto line = lines.next(); line && *line && out.size() < articles_max; line = lines.next()) {
    rapidjson::Document json;
    json.Parse(std::string((*line)->bytes).c_str());
    if (json.HasParseError()) continue;
    out.push_back({json["id"].GetString(), json["title"].GetString(), json["text"].GetString()});
  }
  return out;
}

}  // namespace khabar
