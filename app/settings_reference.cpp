#include "app/settings_reference.h"

#include "app/run_config.h"
#include "app/standard_catalog.h"
#include "core/flow/cursor_store.h"
#include "core/flow/metrics.h"
#include "core/flow/plan.h"

namespace khabar {
namespace {

std::string table_of(const std::string& path) {
  const std::size_t dot = path.rfind('.');
  return dot == std::string::npos ? path : path.substr(0, dot);
}

std::string cell(std::string text) {
  for (std::size_t at = text.find('|'); at != std::string::npos; at = text.find('|', at + 2)) {
    text.insert(at, "\\");
  }
  return text;
}

}  // namespace

std::string settings_reference(const std::string& conf_dir) {
  SystemClock clock;
  Metrics metrics;
  ForgetfulCursorStore cursors;
  const Services services{clock, metrics, cursors, conf_dir, ""};
  std::string out =
      "# Settings\n\n"
      "Made by `khabar settings` from what the program really reads; a test fails when it is "
      "stale.\n"
      "Any of them can be given on the command line: `--set dedupe.duplicates=mark`.\n"
      "`NAME` stands for a name of your own; `type` says which component it is.\n";
  std::string table;
  std::vector<SettingRow> rows = service_setting_rows();
  for (SettingRow& row : setting_rows(standard_catalog(), services)) rows.push_back(std::move(row));
  for (const SettingRow& row : rows) {
    if (table_of(row.path) != table) {
      table = table_of(row.path);
      out += "\n## [" + table +
             "]\n\n| setting | type | default | what it does |\n|---|---|---|---|\n";
    }
    const std::string key = row.path.substr(table.size() + (table == row.path ? 0 : 1));
    out += "| `" + key + "` | " + cell(row.type) + " | " +
           (row.fallback.empty() ? "" : "`" + cell(row.fallback) + "`") + " | " + cell(row.help) +
           " |\n";
  }
  return out;
}

}  // namespace khabar
