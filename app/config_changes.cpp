#include "app/config_changes.h"

#include <algorithm>
#include <map>
#include <set>

namespace khabar {
namespace {

bool same_table(const TomlValue::Table& a, const TomlValue& b) {
  const TomlValue::Table* other = b.table();
  if (other == nullptr || other->size() != a.size()) return false;
  return std::all_of(a.begin(), a.end(), [&](const TomlEntry& entry) {
    const TomlValue* found = b.find(entry.first);
    return found != nullptr && same_toml(entry.second, *found);
  });
}

// Components by path. A table that is not there is not in the map.
using Components = std::map<std::string, const TomlValue*>;
Components components_of(const TomlValue& config) {
  Components out;
  if (config.table() == nullptr) return out;
  for (const auto& [name, value] : *config.table()) {
    const bool holds_components = (name == "sources" || name == "sinks") && value.table();
    if (!holds_components) {
      out[name] = &value;
      continue;
    }
    for (const auto& [own, component] : *value.table()) out[name + "." + own] = &component;
  }
  return out;
}

std::vector<std::string> changed_keys(const TomlValue& before, const TomlValue& after) {
  std::set<std::string> keys;
  for (const TomlValue* side : {&before, &after}) {
    if (side->table() == nullptr) continue;
    for (const auto& [key, value] : *side->table()) {
      const TomlValue* a = before.find(key);
      const TomlValue* b = after.find(key);
      if (a == nullptr || b == nullptr || !same_toml(*a, *b)) keys.insert(key);
    }
  }
  return {keys.begin(), keys.end()};
}

}  // namespace

bool same_toml(const TomlValue& a, const TomlValue& b) {
  if (a.value.index() != b.value.index()) return false;
  if (const TomlValue::Table* table = a.table()) return same_table(*table, b);
  if (const TomlValue::Array* array = a.array()) {
    return std::equal(array->begin(), array->end(), b.array()->begin(), b.array()->end(),
                      same_toml);
  }
  if (a.text() != nullptr) return *a.text() == *b.text();
  if (const auto* flag = std::get_if<bool>(&a.value)) return *flag == std::get<bool>(b.value);
  if (const auto* whole = std::get_if<std::int64_t>(&a.value)) {
    return *whole == std::get<std::int64_t>(b.value);
  }
  if (const auto* number = std::get_if<double>(&a.value)) {
    return *number == std::get<double>(b.value);
  }
  return true;
}

std::vector<ConfigChange> config_changes(const TomlValue& before, const TomlValue& after) {
  using Kind = ConfigChange::Kind;
  const Components old_ones = components_of(before);
  const Components new_ones = components_of(after);
  std::vector<ConfigChange> changes;
  for (const auto& [path, value] : old_ones) {
    const auto found = new_ones.find(path);
    if (found == new_ones.end()) {
      changes.push_back({Kind::removed, path, {}});
    } else if (!same_toml(*value, *found->second)) {
      changes.push_back({Kind::changed, path, changed_keys(*value, *found->second)});
    }
  }
  for (const auto& [path, value] : new_ones) {
    if (!old_ones.contains(path)) changes.push_back({Kind::added, path, {}});
  }
  return changes;
}

std::string change_line(const ConfigChange& change) {
  switch (change.kind) {
    case ConfigChange::Kind::added:
      return change.path + " added";
    case ConfigChange::Kind::removed:
      return change.path + " removed";
    case ConfigChange::Kind::changed:
      break;
  }
  std::string line = change.path + " changed";
  for (const std::string& key : change.keys) {
    line += (&key == &change.keys.front() ? ": " : ", ") + key;
  }
  return line;
}

const TomlValue* table_at(const TomlValue& config, std::string_view dotted_path) {
  const TomlValue* at = &config;
  while (at != nullptr && !dotted_path.empty()) {
    const std::size_t dot = dotted_path.find('.');
    at = at->find(dotted_path.substr(0, dot));
    dotted_path = dot == std::string_view::npos ? std::string_view() : dotted_path.substr(dot + 1);
  }
  return at != nullptr && at->table() != nullptr ? at : nullptr;
}

}  // namespace khabar
