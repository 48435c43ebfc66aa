#include "core/flow/settings.h"

#include <algorithm>
#include <cstdio>
#include <set>
#include <type_traits>

#include "core/flow/environment_text.h"

namespace khabar {
namespace {

std::string joined(const std::vector<std::string>& names, std::string_view between) {
  std::string out;
  for (const std::string& name : names) {
    if (!out.empty()) out += between;
    out += name;
  }
  return out;
}

std::string shown(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%g", value);
  return text;
}

std::string quoted(const std::string& text) {
  return "\"" + text + "\"";
}

std::string shown_list(const std::vector<std::string>& texts) {
  std::vector<std::string> items;
  for (const std::string& text : texts) items.push_back(quoted(text));
  std::string list = "[";
  list += joined(items, ", ");
  return list += ']';
}

}  // namespace

struct Settings::State {
  const TomlValue* source = nullptr;  // of `table()`, or an empty one
  std::string path;
  std::set<std::string, std::less<>> read;
  std::vector<SettingRow> rows;
  std::vector<std::string> faults;
  std::vector<std::unique_ptr<Settings>> children;  // unique_ptr: handed out by reference
  std::vector<std::unique_ptr<Settings>> examples;
  std::vector<std::unique_ptr<TomlValue>> absent;  // what children of absent tables read

  std::string full(std::string_view key) const {
    return path.empty() ? std::string(key) : path + "." + std::string(key);
  }

  void add_fault(const TomlPlace& place, std::string_view message) {
    faults.push_back(place.to_string() + ": " + std::string(message));
  }

  void declare(std::string_view key, std::string type, std::string fallback,
               std::string_view help) {
    read.emplace(key);
    rows.push_back({full(key), std::move(type), std::move(fallback), std::string(help)});
  }

  // The value of `key`, where it is given.
  const TomlValue* given(std::string_view key) const { return source->find(key); }

  void missing(std::string_view key, std::string_view want) {
    add_fault(source->place, full(key) + " is missing: want " + std::string(want));
  }

  void wrong_type(std::string_view key, const TomlValue& value, std::string_view want) {
    add_fault(value.place,
              full(key) + " is " + std::string(value.type_name()) + ": want " + std::string(want));
  }

  // Reads `key` with `convert` (null when the value is of another type), or falls back.
  template <class T, class Convert>
  T read_as(std::string_view key, const std::optional<T>& fallback, std::string_view want,
            Convert convert) {
    const TomlValue* value = given(key);
    if (value == nullptr) {
      if (!fallback) missing(key, want);
      return fallback.value_or(T{});
    }
    if (std::optional<T> converted = convert(*value)) return *std::move(converted);
    wrong_type(key, *value, want);
    return fallback.value_or(T{});
  }

  // What a text value says once its environment variables stand for what they hold; a fault, and
  // the text as written, where one is not set. Nothing when it is no text.
  std::optional<std::string> resolved(std::string_view key, const TomlValue& value) {
    if (value.text() == nullptr) return std::nullopt;
    auto text = resolve_environment(*value.text());
    if (!text) add_fault(value.place, full(key) + ": " + text.error().message);
    return text ? std::optional(*std::move(text)) : std::optional(*value.text());
  }

  template <class T>
  T within(std::string_view key, T value, const std::optional<T>& fallback, T least, T most) {
    if (given(key) == nullptr || (value >= least && value <= most)) return value;
    const auto text = [](T number) {
      if constexpr (std::is_integral_v<T>) {
        return std::to_string(number);
      } else {
        return shown(number);
      }
    };
    add_fault(given(key)->place,
              full(key) + " is " + text(value) + ": want " + text(least) + " to " + text(most));
    return fallback.value_or(T{});
  }

  void unknown_keys(std::vector<std::string>& out) const {
    const TomlValue::Table* members = source->table();
    if (members == nullptr) return;
    const std::vector<std::string> known(read.begin(), read.end());
    for (const auto& [key, value] : *members) {
      if (read.contains(key)) continue;
      const std::string nearest = nearest_name(key, known);
      out.push_back(value.place.to_string() + ": " + full(key) + " is not a setting" +
                    (nearest.empty() ? std::string() : "; did you mean " + nearest + "?"));
    }
  }
};

Settings::Settings(const TomlValue& table, std::string path) : state_(std::make_unique<State>()) {
  state_->source = &table;
  state_->path = std::move(path);
  const bool readable =
      table.table() != nullptr || std::holds_alternative<std::monostate>(table.value);
  if (!readable) {
    state_->add_fault(table.place,
                      state_->path + " is " + std::string(table.type_name()) + ": want a table");
  }
}

Settings::~Settings() = default;
Settings::Settings(Settings&&) noexcept = default;
Settings& Settings::operator=(Settings&&) noexcept = default;

std::string Settings::text(std::string_view key, std::optional<std::string> fallback,
                           std::string_view help) {
  state_->declare(key, "text", fallback ? quoted(*fallback) : "", help);
  return state_->read_as<std::string>(
      key, fallback, "text", [&](const TomlValue& value) { return state_->resolved(key, value); });
}

std::string Settings::one_of(std::string_view key, const std::vector<std::string>& allowed,
                             std::optional<std::string> fallback, std::string_view help) {
  const std::string want = "one of " + joined(allowed, ", ");
  state_->declare(key, want, fallback ? quoted(*fallback) : "", help);
  const std::size_t faults_before = state_->faults.size();
  std::string chosen = state_->read_as<std::string>(
      key, fallback, want, [&](const TomlValue& value) { return state_->resolved(key, value); });
  const TomlValue* value = state_->given(key);
  const bool wrong = state_->faults.size() == faults_before && value != nullptr &&
                     std::find(allowed.begin(), allowed.end(), chosen) == allowed.end();
  if (!wrong) return chosen;
  const std::string nearest = nearest_name(chosen, allowed);
  state_->add_fault(value->place,
                    state_->full(key) + " is " + quoted(chosen) + ": want " + want +
                        (nearest.empty() ? std::string() : "; did you mean " + nearest + "?"));
  return fallback.value_or(std::string());
}

std::int64_t Settings::integer(std::string_view key, std::optional<std::int64_t> fallback,
                               std::int64_t least, std::int64_t most, std::string_view help) {
  state_->declare(key, "integer, " + std::to_string(least) + " to " + std::to_string(most),
                  fallback ? std::to_string(*fallback) : "", help);
  const auto value =
      state_->read_as<std::int64_t>(key, fallback, "an integer", [](const TomlValue& given) {
        const auto* number = std::get_if<std::int64_t>(&given.value);
        return number == nullptr ? std::nullopt : std::optional(*number);
      });
  const bool is_integer =
      has(key) && std::holds_alternative<std::int64_t>(state_->given(key)->value);
  return is_integer ? state_->within(key, value, fallback, least, most) : value;
}

double Settings::number(std::string_view key, std::optional<double> fallback, double least,
                        double most, std::string_view help) {
  state_->declare(key, "number, " + shown(least) + " to " + shown(most),
                  fallback ? shown(*fallback) : "", help);
  bool is_number = false;
  const auto value = state_->read_as<double>(
      key, fallback, "a number", [&is_number](const TomlValue& given) -> std::optional<double> {
        is_number = true;
        if (const auto* real = std::get_if<double>(&given.value)) return *real;
        if (const auto* whole = std::get_if<std::int64_t>(&given.value)) {
          return static_cast<double>(*whole);
        }
        is_number = false;
        return std::nullopt;
      });
  return is_number ? state_->within(key, value, fallback, least, most) : value;
}

bool Settings::flag(std::string_view key, std::optional<bool> fallback, std::string_view help) {
  state_->declare(key, "true or false", fallback ? (*fallback ? "true" : "false") : "", help);
  return state_->read_as<bool>(key, fallback, "true or false", [](const TomlValue& value) {
    const auto* flag = std::get_if<bool>(&value.value);
    return flag == nullptr ? std::nullopt : std::optional(*flag);
  });
}

std::vector<std::string> Settings::texts(std::string_view key,
                                         std::optional<std::vector<std::string>> fallback,
                                         std::string_view help) {
  using Texts = std::vector<std::string>;
  state_->declare(key, "list of texts", fallback ? shown_list(*fallback) : "", help);
  return state_->read_as<Texts>(key, fallback, "a list of texts",
                                [&](const TomlValue& value) -> std::optional<Texts> {
                                  if (auto text = state_->resolved(key, value))
                                    return Texts{*std::move(text)};
                                  if (value.array() == nullptr) return std::nullopt;
                                  Texts out;
                                  for (const TomlValue& item : *value.array()) {
                                    auto text = state_->resolved(key, item);
                                    if (!text) return std::nullopt;
                                    out.push_back(*std::move(text));
                                  }
                                  return out;
                                });
}

Settings& Settings::table(std::string_view key, std::string_view help) {
  state_->declare(key, "table", "", help);
  const TomlValue* value = state_->given(key);
  if (value == nullptr) {
    // What an absent table lacks is missing where the table above it stands.
    state_->absent.push_back(
        std::make_unique<TomlValue>(TomlValue{TomlValue::Table{}, state_->source->place}));
    value = state_->absent.back().get();
  }
  state_->children.push_back(std::make_unique<Settings>(*value, state_->full(key)));
  return *state_->children.back();
}

std::vector<Settings*> Settings::tables(std::string_view key, std::string_view help) {
  state_->declare(key, "list of tables", "", help);
  const TomlValue* value = state_->given(key);
  if (value == nullptr) return {};
  if (value->array() == nullptr) {
    state_->wrong_type(key, *value, "a list of tables, [[" + state_->full(key) + "]]");
    return {};
  }
  std::vector<Settings*> out;
  for (const TomlValue& item : *value->array()) {
    state_->children.push_back(std::make_unique<Settings>(
        item, state_->full(key) + "[" + std::to_string(out.size()) + "]"));
    out.push_back(state_->children.back().get());
  }
  return out;
}

Settings& Settings::example(std::string_view key) {
  state_->absent.push_back(
      std::make_unique<TomlValue>(TomlValue{TomlValue::Table{}, state_->source->place}));
  state_->examples.push_back(std::make_unique<Settings>(*state_->absent.back(), state_->full(key)));
  return *state_->examples.back();
}

bool Settings::has(std::string_view key) const {
  return state_->given(key) != nullptr;
}

const TomlPlace& Settings::place() const {
  return state_->source->place;
}

void Settings::fault(std::string_view key, std::string_view message) {
  const TomlValue* value = state_->given(key);
  const TomlPlace& place = value == nullptr ? state_->source->place : value->place;
  state_->add_fault(place, key.empty() ? state_->path + ": " + std::string(message)
                                       : state_->full(key) + ": " + std::string(message));
}

std::vector<std::string> Settings::faults() const {
  std::vector<std::string> out = state_->faults;
  state_->unknown_keys(out);
  for (const auto& child : state_->children) {
    const auto below = child->faults();
    out.insert(out.end(), below.begin(), below.end());
  }
  return out;
}

Status Settings::finish() const {
  const std::vector<std::string> all = faults();
  if (all.empty()) return {};
  return invalid(joined(all, "\n"));
}

std::vector<SettingRow> Settings::rows() const {
  std::vector<SettingRow> out = state_->rows;
  for (const auto& child : state_->children) {
    const auto below = child->rows();
    out.insert(out.end(), below.begin(), below.end());
  }
  for (const auto& example : state_->examples) {
    const auto below = example->rows();
    out.insert(out.end(), below.begin(), below.end());
  }
  return out;
}

const std::string& Settings::path() const {
  return state_->path;
}

}  // namespace khabar
