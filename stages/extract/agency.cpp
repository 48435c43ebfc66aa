#include "stages/extract/agency.h"

#include <algorithm>

#include "core/text/ascii.h"
#include "stages/extract/toml_strings.h"

namespace khabar {
namespace {

constexpr std::size_t kShortLatinMax = 4;

bool is_short_latin(std::string_view name) {
  return name.size() <= kShortLatinMax && std::all_of(name.begin(), name.end(), is_ascii_letter);
}

bool is_upper(std::string_view text) {
  return std::all_of(text.begin(), text.end(), is_ascii_upper);
}

}  // namespace

Result<Agencies> Agencies::from_toml(const TomlValue& root) {
  Agencies out;
  for (const std::string_view kind : {"agency", "outlet"}) {
    const TomlValue* list = root.find(kind);
    if (list == nullptr) continue;
    if (list->array() == nullptr) {
      return toml_fault(list->place, "[[" + std::string(kind) + "]] is not a list of tables");
    }
    for (const TomlValue& table : *list->array()) {
      if (auto added = out.add(table, kind == "outlet"); !added) {
        return tl::unexpected(added.error());
      }
    }
  }
  return out;
}

Result<Agencies> Agencies::load(const std::string& path) {
  auto root = load_toml(path);
  if (!root) return tl::unexpected(root.error());
  return from_toml(*root);
}

Status Agencies::add(const TomlValue& table, bool outlet) {
  if (table.table() == nullptr) return toml_fault(table.place, "is not a table");
  auto name = toml_string(table, "name", true);
  auto country = toml_string(table, "country", false);
  auto names = toml_strings(table, "names", true);
  auto weak = toml_strings(table, "weak", false);
  if (!name) return tl::unexpected(name.error());
  if (!country) return tl::unexpected(country.error());
  if (!names) return tl::unexpected(names.error());
  if (!weak) return tl::unexpected(weak.error());
  const auto index = static_cast<std::uint32_t>(agencies_.size());
  agencies_.push_back({*name, *country, outlet});
  for (const std::string& spelling : *names) {
    AgencyName entry;
    entry.agency = index;
    entry.weak = std::find(weak->begin(), weak->end(), spelling) != weak->end();
    if (is_short_latin(spelling)) entry.exact = spelling;
    names_.add(spelling, std::move(entry));
  }
  return {};
}

const AgencyName* Agencies::find(std::string_view key, std::string_view written) const {
  const AgencyName* found = names_.find(key);
  if (found == nullptr || found->exact.empty()) return found;
  return written == found->exact || is_upper(written) ? found : nullptr;
}

const Agency* Agencies::named_by(std::string_view text) const {
  while (!text.empty() &&
         std::string_view(" \t-:.()[]*\"'").find(text.front()) != std::string_view::npos) {
    text.remove_prefix(1);
  }
  while (!text.empty() &&
         std::string_view(" \t-:.()[]*\"'").find(text.back()) != std::string_view::npos) {
    text.remove_suffix(1);
  }
  if (text.size() > 128) return nullptr;
  const AgencyName* found = find(folded(text, FoldMarks::drop), text);
  return found == nullptr ? nullptr : &agencies_[found->agency];
}

}  // namespace khabar
