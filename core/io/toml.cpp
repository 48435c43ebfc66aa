#include "core/io/toml.h"

#include <algorithm>
#include <array>
#include <sstream>

#define TOML_EXCEPTIONS 0
#define TOML_ENABLE_WINDOWS_COMPAT 0
#include <toml++/toml.h>

#include "core/base/limits.h"
#include "core/io/file.h"

namespace khabar {
namespace {

TomlPlace place_of(const toml::source_region& region, const std::string& file) {
  return {file, region.begin.line, region.begin.column};
}

TomlValue converted(const toml::node& node, const TomlPlace& place);

// toml++ keeps tables sorted by key; the file's own order is that of the keys' places.
TomlValue::Table converted_table(const toml::table& table, const TomlPlace& place) {
  TomlValue::Table out;
  for (const auto& [key, node] : table) {
    const TomlPlace key_place = place_of(key.source(), place.file);
    out.emplace_back(std::string(key.str()), converted(node, key_place));
  }
  std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) {
    return std::pair(a.second.place.line, a.second.place.column) <
           std::pair(b.second.place.line, b.second.place.column);
  });
  return out;
}

TomlValue::Array converted_array(const toml::array& array, const TomlPlace& place) {
  TomlValue::Array out;
  for (const toml::node& node : array) {
    out.push_back(converted(node, place_of(node.source(), place.file)));
  }
  return out;
}

template <class DateOrTime>
std::string written(const DateOrTime& value) {
  std::ostringstream out;
  out << value;
  return out.str();
}

// Recursion is bounded by toml++ itself (TOML_MAX_NESTED_VALUES, 256).
TomlValue converted(const toml::node& node, const TomlPlace& place) {
  TomlValue out;
  out.place = place;
  if (const auto* table = node.as_table()) out.value = converted_table(*table, place);
  if (const auto* array = node.as_array()) out.value = converted_array(*array, place);
  if (const auto* text = node.as_string()) out.value = text->get();
  if (const auto* integer = node.as_integer()) out.value = integer->get();
  if (const auto* number = node.as_floating_point()) out.value = number->get();
  if (const auto* flag = node.as_boolean()) out.value = flag->get();
  // Dates have no type of their own here: settings that want one read its text.
  if (const auto* date = node.as_date()) out.value = written(date->get());
  if (const auto* time = node.as_time()) out.value = written(time->get());
  if (const auto* date_time = node.as_date_time()) out.value = written(date_time->get());
  return out;
}

// The value that `text` writes, or nothing when it is not exactly one TOML value.
const TomlValue* sole_value(const Result<TomlValue>& parsed) {
  if (!parsed || parsed->table()->size() != 1) return nullptr;
  return parsed->find("value");
}

bool is_bare_key(std::string_view part) {
  constexpr std::string_view kBareKey =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-";
  return !part.empty() && part.find_first_not_of(kBareKey) == std::string_view::npos;
}

}  // namespace

std::string TomlPlace::to_string() const {
  if (line == 0) return file;
  return file + ":" + std::to_string(line) + ":" + std::to_string(column);
}

const TomlValue* TomlValue::find(std::string_view key) const {
  const Table* members = table();
  if (members == nullptr) return nullptr;
  const auto found = std::find_if(members->begin(), members->end(),
                                  [key](const auto& member) { return member.first == key; });
  return found == members->end() ? nullptr : &found->second;
}

std::string_view TomlValue::type_name() const {
  static constexpr std::array<std::string_view, 7> kNames{
      "nothing", "true or false", "an integer", "a number", "a text", "a list", "a table"};
  return kNames.at(value.index());
}

Result<TomlValue> parse_toml(std::string_view text, std::string file_name) {
  const toml::parse_result parsed = toml::parse(text, std::string_view(file_name));
  if (!parsed) {
    const TomlPlace place = place_of(parsed.error().source(), file_name);
    return invalid(place.to_string() + ": " + std::string(parsed.error().description()));
  }
  return converted(parsed.table(), TomlPlace{std::move(file_name), 1, 1});
}

Result<TomlValue> load_toml(const std::string& path) {
  const auto text = read_file(path, limits::kTomlBytesMax);
  if (!text) return tl::unexpected(text.error());
  return parse_toml(*text, path);
}

Status set_toml(TomlValue& root, std::string_view dotted_path, std::string_view value_text,
                std::string file_name) {
  const std::string whole = file_name + " " + std::string(dotted_path);
  TomlValue* here = &root;
  std::string_view rest = dotted_path;
  for (bool last = false; !last;) {
    const std::size_t dot = rest.find('.');
    const std::string_view part = rest.substr(0, dot);
    last = dot == std::string_view::npos;
    rest = last ? std::string_view() : rest.substr(dot + 1);
    if (!is_bare_key(part)) {
      return invalid(whole + ": want a dotted path of names, like sinks.jsonl.path");
    }
    if (std::holds_alternative<std::monostate>(here->value)) here->value = TomlValue::Table{};
    auto* members = std::get_if<TomlValue::Table>(&here->value);
    if (members == nullptr) {
      const auto above =
          dotted_path.substr(0, dotted_path.size() - rest.size() - part.size() - (last ? 1 : 2));
      return invalid(whole + ": " + std::string(above) + " is " + std::string(here->type_name()) +
                     ", not a table");
    }
    auto found = std::find_if(members->begin(), members->end(),
                              [part](const auto& member) { return member.first == part; });
    if (found == members->end()) {
      members->emplace_back(std::string(part), TomlValue{{}, TomlPlace{file_name, 0, 0}});
      found = members->end() - 1;
    }
    here = &found->second;
  }
  const auto parsed = parse_toml("value = " + std::string(value_text), file_name);
  const TomlValue* value = sole_value(parsed);
  if (value != nullptr) {
    here->value = value->value;
  } else {
    here->value = std::string(value_text);
  }
  here->place = TomlPlace{std::move(file_name), 0, 0};
  return {};
}

}  // namespace khabar
