// Reading lists of strings from a TomlValue with errors that name file and line.
// Internal to the tables of stages/extract.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/io/toml.h"

namespace khabar {

inline tl::unexpected<Error> toml_fault(const TomlPlace& place, std::string_view what) {
  return invalid(place.to_string() + ": " + std::string(what));
}

// The array of strings `key` of `table`; empty when absent and not `required`.
inline Result<std::vector<std::string>> toml_strings(const TomlValue& table, std::string_view key,
                                                     bool required) {
  std::vector<std::string> out;
  const TomlValue* value = table.find(key);
  if (value == nullptr) {
    if (required) return toml_fault(table.place, "lacks the list \"" + std::string(key) + "\"");
    return out;
  }
  const auto* array = value->array();
  if (array == nullptr) {
    return toml_fault(value->place, "\"" + std::string(key) + "\" is " +
                                        std::string(value->type_name()) + ", not a list");
  }
  out.reserve(array->size());
  for (const TomlValue& item : *array) {
    const std::string* text = item.text();
    if (text == nullptr || text->empty()) {
      return toml_fault(item.place, "a name in \"" + std::string(key) + "\" is no text");
    }
    out.push_back(*text);
  }
  return out;
}

inline Result<std::string> toml_string(const TomlValue& table, std::string_view key,
                                       bool required) {
  const TomlValue* value = table.find(key);
  if (value == nullptr) {
    if (required) return toml_fault(table.place, "lacks \"" + std::string(key) + "\"");
    return std::string();
  }
  const std::string* text = value->text();
  if (text == nullptr) {
    return toml_fault(value->place, "\"" + std::string(key) + "\" is " +
                                        std::string(value->type_name()) + ", not text");
  }
  return *text;
}

}  // namespace khabar
