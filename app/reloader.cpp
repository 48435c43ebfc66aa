#include "app/reloader.h"

#include <algorithm>
#include <sstream>

#include "app/config_changes.h"
#include "app/config_check.h"
#include "core/base/log.h"

namespace khabar {
namespace {

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

}  // namespace

ReloadOutcome Reloader::reload() {
  ReloadOutcome outcome;
  auto done = try_reload();
  outcome.at = clock_.now();
  outcome.is_in_force = done.has_value();
  if (!done) {
    log_error("reload", "the configuration has faults; the old one stays in force");
    outcome.lines = lines_of(done.error().message);
    for (const std::string& line : outcome.lines) log_error("reload", line);
    return outcome;
  }
  outcome.lines = *std::move(done);
  for (const std::string& line : outcome.lines) log_info("reload", line);
  log_info("reload", "done");
  return outcome;
}

bool Reloader::is_live(const std::string& path) const {
  return std::any_of(live_sources_.begin(), live_sources_.end(),
                     [&](const LiveSource& source) { return source.path == path; });
}

Result<std::vector<std::string>> Reloader::try_reload() {
  auto fresh = read_run_config(words_, conf_dir_);
  if (!fresh) return tl::unexpected(fresh.error());
  const auto checked = check_config(fresh->config, conf_dir_);
  if (!checked) return tl::unexpected(checked.error());
  std::vector<std::string> lines;
  for (const LiveSource& source : live_sources_) {
    const TomlValue* table = table_at(fresh->config, source.path);
    if (table == nullptr) continue;  // removed as a whole: named below
    auto changes = source.reload(*table);
    if (!changes) return tl::unexpected(changes.error());
    for (const std::string& change : *changes) lines.push_back(source.path + ": " + change);
  }
  for (const ConfigChange& change : config_changes(in_force_, fresh->config)) {
    const bool was_told = is_live(change.path) && change.kind == ConfigChange::Kind::changed;
    if (!was_told) lines.push_back(change_line(change) + " - takes effect at the next start");
  }
  if (lines.empty()) lines.emplace_back("nothing changed");
  return lines;
}

}  // namespace khabar
