// TOML files as plain values that remember where they stood. Home of toml++ (toml.cpp).
// Values; const after parsing, so any thread may read.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "core/base/result.h"

namespace khabar {

struct TomlPlace {
  std::string file;                    // as named by the caller; "--set" for the command line
  std::uint32_t line = 0, column = 0;  // 1-based; 0: no file

  std::string to_string() const;  // "conf/news.toml:12:3"
};

struct TomlEntry;

struct TomlValue {
  using Array = std::vector<TomlValue>;
  using Table = std::vector<TomlEntry>;  // in file order

  std::variant<std::monostate, bool, std::int64_t, double, std::string, Array, Table> value;
  TomlPlace place;

  const TomlValue* find(std::string_view key) const;  // of a table; null when absent
  const Table* table() const { return std::get_if<Table>(&value); }
  const Array* array() const { return std::get_if<Array>(&value); }
  const std::string* text() const { return std::get_if<std::string>(&value); }
  std::string_view type_name() const;  // "a table", "an integer" ...: for messages
};

// A key and its value. A struct of its own, because std::pair of a type that is not yet complete is
// beyond some compilers.
struct TomlEntry {
  std::string first;
  TomlValue second;

  TomlEntry(std::string key, TomlValue value) : first(std::move(key)), second(std::move(value)) {}
};

// Syntax errors name file, line and column.
Result<TomlValue> parse_toml(std::string_view text, std::string file_name);
Result<TomlValue> load_toml(const std::string& path);

// "sinks.jsonl.rotate_bytes" = value, making tables on the way. The text is read as a TOML value;
// what does not parse as one is taken as a string, so that --set dedupe.duplicates=mark works.
Status set_toml(TomlValue& root, std::string_view dotted_path, std::string_view value_text,
                std::string file_name);

// The nearest of `known` by edit distance, or empty when none is near.
std::string nearest_name(std::string_view name, const std::vector<std::string>& known);

}  // namespace khabar
