#include <cstdio>

#include "app/commands/commands.h"
#include "app/conf_dir.h"
#include "app/exit_code.h"
#include "app/json_lines.h"
#include "stages/extract/extract_stage.h"

namespace khabar {
namespace {

std::string field(const TextFields& fields, const char* key) {
  const auto found = fields.find(key);
  return found == fields.end() ? std::string{} : found->second;
}

}  // namespace

int run_parse_date(const CommonOptions&) {
  const DateWords words;
  DateParser parser(words);
  const int faults = filter_json_lines([&parser](const TextFields& fields) {
    const std::string text = field(fields, "text");
    const std::string language = field(fields, "lang");
    DateContext context;
    context.language = language;
    if (const std::string now = field(fields, "now"); !now.empty()) {
      context.now = parse_machine_date(now);
    }
    const auto found = parser.parse(text, context);
    std::vector<std::pair<std::string, std::string>> answer{{"text", text}};
    if (found) answer.emplace_back("iso", found->time.iso());
    return answer;
  });
  return faults > 0 ? kExitDeadLetters : kExitOk;
}

int run_parse_dateline(const CommonOptions& common) {
  const auto conf_dir = find_conf_dir(common.conf_dir);
  const auto tables =
      conf_dir ? load_extract_tables(*conf_dir)
               : Result<std::shared_ptr<const ExtractTables>>(tl::unexpected(conf_dir.error()));
  if (!tables) {
    std::fprintf(stderr, "khabar parse-dateline: %s\n", tables.error().message.c_str());
    return kExitUsage;
  }
  const ExtractTables& shared = **tables;
  const Bylines bylines(shared.byline_words, shared.agencies);
  DateParser dates(shared.date_words);
  DatelineParser parser(shared.places, bylines, dates);
  const int faults = filter_json_lines([&parser](const TextFields& fields) {
    const std::string text = field(fields, "text");
    std::vector<std::pair<std::string, std::string>> answer{{"text", text}};
    if (const auto match = parser.parse(text)) {
      if (!match->place.empty()) answer.emplace_back("place", match->place);
      if (!match->agency_name.empty()) answer.emplace_back("agency", match->agency_name);
    }
    return answer;
  });
  return faults > 0 ? kExitDeadLetters : kExitOk;
}

}  // namespace khabar
