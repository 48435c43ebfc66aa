#include "stages/extract/place.h"

#include <algorithm>

#include "stages/extract/toml_strings.h"

namespace khabar {
namespace {

bool has_words(const std::string& text) {
  return !folded(text, FoldMarks::drop).empty();
}

}  // namespace

Result<Places> Places::from_toml(const TomlValue& root) {
  Places out;
  if (const TomlValue* list = root.find("country")) {
    if (list->array() == nullptr) {
      return toml_fault(list->place, "[[country]] is not a list of tables");
    }
    for (const TomlValue& table : *list->array()) {
      if (auto added = out.add_country(table); !added) return tl::unexpected(added.error());
    }
  }
  for (const std::string_view key : {"regions", "world"}) {
    const TomlValue* table = root.find(key);
    if (table == nullptr) continue;
    auto names = toml_strings(*table, "names", true);
    if (!names) return tl::unexpected(names.error());
    for (const std::string& text : *names) {
      if (!has_words(text)) continue;
      PlaceName& entry = out.name(text);
      (key == "world" ? entry.world : entry.region) = true;
    }
  }
  return out;
}

Result<Places> Places::load(const std::string& path) {
  auto root = load_toml(path);
  if (!root) return tl::unexpected(root.error());
  return from_toml(*root);
}

Status Places::add_country(const TomlValue& table) {
  if (table.table() == nullptr) return toml_fault(table.place, "is not a table");
  auto code = toml_string(table, "code", true);
  auto names = toml_strings(table, "names", true);
  auto places = toml_strings(table, "places", true);
  auto weak = toml_strings(table, "weak", false);
  if (!code) return tl::unexpected(code.error());
  if (code->size() != 2) return toml_fault(table.place, "code \"" + *code + "\" is not ISO 3166");
  if (!names) return tl::unexpected(names.error());
  if (!places) return tl::unexpected(places.error());
  if (!weak) return tl::unexpected(weak.error());
  const auto mark = [&](PlaceName& entry) {
    if (entry.code[0] == 0) entry.code[0] = (*code)[0], entry.code[1] = (*code)[1];
  };
  for (const std::string& text : *names) {
    if (!has_words(text)) continue;
    PlaceName& entry = name(text);
    entry.country = true;
    mark(entry);
  }
  for (const std::string& text : *places) {
    if (!has_words(text)) continue;
    PlaceName& entry = name(text);
    entry.city = true;
    entry.weak = entry.weak || std::find(weak->begin(), weak->end(), text) != weak->end();
    mark(entry);
  }
  return {};
}

}  // namespace khabar
