#include <cstdio>

#include <unistd.h>

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include "app/commands/commands.h"
#include "app/exit_code.h"
#include "sinks/sqlite/article_search.h"

namespace khabar {
namespace {

std::string json_of(const SearchHit& hit) {
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
  const auto field = [&writer](const char* key, const std::string& value) {
    if (value.empty()) return;
    writer.Key(key);
    writer.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
  };
  writer.StartObject();
  field("id", hit.id);
  field("title", hit.title);
  field("published", hit.published);
  field("source", hit.source);
  field("url", hit.url);
  field("snippet", hit.snippet);
  if (hit.revision > 0) {
    writer.Key("revision");
    writer.Int64(hit.revision);
  }
  writer.Key("score");
  writer.Double(hit.score);
  writer.EndObject();
  return std::string(buffer.GetString(), buffer.GetSize());
}

void print_hit(const SearchHit& hit, bool colours) {
  const char* strong = colours ? "\033[1m" : "";
  const char* faint = colours ? "\033[90m" : "";
  const char* plain = colours ? "\033[0m" : "";
  std::printf("%s%s%s\n", strong, hit.title.empty() ? "(no title)" : hit.title.c_str(), plain);
  std::string where;
  const std::string version =
      hit.revision > 0 ? "version " + std::to_string(hit.revision) : std::string();
  for (const std::string& part : {hit.published, version, hit.source, hit.url}) {
    if (!part.empty()) where += (where.empty() ? "" : "  ") + part;
  }
  std::printf("  %s%s%s\n  %s\n\n", faint, where.c_str(), plain, hit.snippet.c_str());
}

}  // namespace

int run_search(const CommonOptions&, const SearchOptions& options) {
  const auto hits = search_articles(options.database, options.query, options.limit);
  if (!hits) {
    std::fprintf(stderr, "khabar search: %s\n", hits.error().message.c_str());
    return kExitFailure;
  }
  const bool colours = isatty(STDOUT_FILENO) == 1;
  for (const SearchHit& hit : *hits) {
    if (options.json) {
      std::printf("%s\n", json_of(hit).c_str());
    } else {
      print_hit(hit, colours);
    }
  }
  if (hits->empty()) std::fprintf(stderr, "nothing found\n");
  return kExitOk;
}

}  // namespace khabar
