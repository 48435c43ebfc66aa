// Settings: one table of the configuration, read by type. Each read states its default and its
// help, so the reference (docs/CONFIG.md) is what the code really reads. One thread.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/io/toml.h"

namespace khabar {

// What one read declared: a row of the reference.
struct SettingRow {
  std::string path, type, fallback, help;
};

class Settings {
 public:
  // `table` must outlive the Settings. `path` is its dotted name: "sinks.jsonl".
  Settings(const TomlValue& table, std::string path);

  // A missing key gives the fallback; without a fallback it is a fault. A key of the wrong type or
  // out of bounds is a fault and gives the fallback (or an empty value): reading goes on, so that
  // finish() can tell all faults at once. In every text "${NAME}" stands for the environment
  // variable of that name, which must be set (environment_text.h).
  std::string text(std::string_view key, std::optional<std::string> fallback,
                   std::string_view help);
  std::string one_of(std::string_view key, const std::vector<std::string>& allowed,
                     std::optional<std::string> fallback, std::string_view help);
  std::int64_t integer(std::string_view key, std::optional<std::int64_t> fallback,
                       std::int64_t least, std::int64_t most, std::string_view help);
  double number(std::string_view key, std::optional<double> fallback, double least, double most,
                std::string_view help);
  bool flag(std::string_view key, std::optional<bool> fallback, std::string_view help);
  std::vector<std::string> texts(std::string_view key,
                                 std::optional<std::vector<std::string>> fallback,
                                 std::string_view help);
  // A sub-table; an absent one reads as empty. Its faults are reported by this finish() too.
  Settings& table(std::string_view key, std::string_view help);
  // [[key]]: one Settings each.
  std::vector<Settings*> tables(std::string_view key, std::string_view help);
  // For the reference only: reads what a table of the list `key` would hold, when none is given.
  // Its faults do not count.
  Settings& example(std::string_view key);
  bool has(std::string_view key) const;
  const TomlPlace& place() const;  // of the table
  // Adds a fault at the place of `key`, for checks that a type cannot state.
  void fault(std::string_view key, std::string_view message);

  // Every missing, ill-typed and unknown key at once, each as
  // "FILE:LINE:COL: sinks.jsonl.rotat_bytes is not a setting; did you mean rotate_bytes?"
  std::vector<std::string> faults() const;
  Status finish() const;                 // the faults, one a line
  std::vector<SettingRow> rows() const;  // what was read, for the generated reference

  const std::string& path() const;

  ~Settings();
  Settings(Settings&&) noexcept;
  Settings& operator=(Settings&&) noexcept;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace khabar
