#include "app/json_lines.h"

#include <cstdio>
#include <iostream>

#include <rapidjson/document.h>
#include <rapidjson/error/en.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

namespace khabar {
namespace {

Result<TextFields> fields_of(const std::string& line) {
  rapidjson::Document json;
  json.Parse<rapidjson::kParseIterativeFlag>(line.data(), line.size());
  if (json.HasParseError()) {
    return invalid("column " + std::to_string(json.GetErrorOffset() + 1) + ": " +
                   rapidjson::GetParseError_En(json.GetParseError()));
  }
  if (!json.IsObject()) return invalid("not a JSON object");
  TextFields fields;
  for (const auto& member : json.GetObject()) {
    if (member.value.IsString()) {
      fields[member.name.GetString()] =
          std::string(member.value.GetString(), member.value.GetStringLength());
    }
  }
  if (!fields.contains("text")) return invalid("no \"text\"");
  return fields;
}

}  // namespace

int filter_json_lines(
    const std::function<std::vector<std::pair<std::string, std::string>>(const TextFields&)>&
        answer) {
  int faults = 0;
  std::size_t number = 0;
  for (std::string line; std::getline(std::cin, line);) {
    ++number;
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    const auto fields = fields_of(line);
    if (!fields) {
      std::fprintf(stderr, "line %zu: %s\n", number, fields.error().message.c_str());
      ++faults;
      continue;
    }
    rapidjson::StringBuffer buffer;
    rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
    writer.StartObject();
    for (const auto& [key, value] : answer(*fields)) {
      writer.Key(key.data(), static_cast<rapidjson::SizeType>(key.size()));
      writer.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
    }
    writer.EndObject();
    std::printf("%s\n", buffer.GetString());
  }
  return faults;
}

}  // namespace khabar
