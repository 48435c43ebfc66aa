#include "app/run_config.h"

#include <cstdlib>
#include <filesystem>
#include <utility>

#include "app/config_check.h"

namespace khabar {
namespace {

const TomlValue& table_or_empty(const TomlValue& config, std::string_view name,
                                const TomlValue& empty) {
  const TomlValue* found = config.find(name);
  return found != nullptr ? *found : empty;
}

// The same reads serve the options, their faults and docs/CONFIG.md.
struct ServiceTables {
  explicit ServiceTables(const TomlValue& config)
      : run(table_or_empty(config, "run", empty), "run"),
        admin(table_or_empty(config, "admin", empty), "admin"),
        log(table_or_empty(config, "log", empty), "log") {
    read_run();
    read_admin();
    options.log_level = log.one_of("level", {"", "debug", "info", "warning", "error", "off"}, "",
                                   "least level of log lines; --log-level wins");
    options.log_format = log.one_of("format", {"", "text", "json"}, "",
                                    "lines for people or for machines; --log-format wins");
  }

  void read_run() {
    options.state_dir = run.text("state", "",
                                 "folder for cursors, the frontier, the dedupe window and what was "
                                 "learned; --state wins, $STATE_DIRECTORY stands in");
    options.stall = std::chrono::seconds(
        run.integer("stall_s", 900, 60, 604'800,
                    "when documents are open and none has settled for so long, the run counts as "
                    "hung: /healthz says so and systemd's watchdog restarts it"));
  }

  void read_admin() {
    AdminOptions& page = options.admin;
    page.enabled = admin.flag("enabled", true, "serve the page, its JSON and /metrics");
    page.address = admin.text("address", "127.0.0.1",
                              "address to listen on; whoever reaches it can read everything");
    page.port = static_cast<int>(admin.integer("port", 7117, 0, 65'535, "0: any that is free"));
    page.hosts = admin.texts("hosts", std::vector<std::string>{},
                             "names by which the page may be asked for, besides localhost and IP "
                             "addresses");
  }

  const TomlValue empty{TomlValue::Table{}, {}};
  Settings run, admin, log;
  ServiceOptions options;
};

bool is_set(const TomlValue& config, std::string_view table, std::string_view key) {
  const TomlValue* found = config.find(table);
  return found != nullptr && found->find(key) != nullptr;
}

bool is_true(const TomlValue& config, std::string_view table, std::string_view key) {
  const TomlValue* found = config.find(table);
  const TomlValue* value = found != nullptr ? found->find(key) : nullptr;
  const bool* flag = value != nullptr ? std::get_if<bool>(&value->value) : nullptr;
  return flag != nullptr && *flag;
}

constexpr const char* kImplied = "implied by khabar run";

// A continuous run learns each site's own lines as it goes, and its page shows what was removed.
Status set_defaults(RunConfig& run) {
  if (!run.service.state_dir.empty() && !is_set(run.config, "clean", "learning")) {
    if (const Status set = set_toml(run.config, "clean.learning", "\"both\"", kImplied); !set) {
      return set;
    }
  }
  const bool asked_for =
      is_true(run.config, "clean", "trace") || is_true(run.config, "extract", "trace");
  if (!run.service.admin.enabled || asked_for) return {};
  run.trace_is_for_page = true;
  for (const char* path : {"clean.trace", "extract.trace"}) {
    if (const Status set = set_toml(run.config, path, "true", kImplied); !set) return set;
  }
  return {};
}

}  // namespace

std::string find_run_config(const std::string& given, const std::string& conf_dir) {
  namespace fs = std::filesystem;
  if (!given.empty()) return given;
  // PREFIX/share/khabar/conf belongs to an installed program: app/install.cmake.
  constexpr std::string_view kInstalled = "/share/khabar/conf";
  if (conf_dir.ends_with(kInstalled)) {
    const std::string prefix = conf_dir.substr(0, conf_dir.size() - kInstalled.size());
    const std::string edited = (prefix == "/usr" ? "" : prefix) + "/etc/khabar/news.toml";
    std::error_code ignored;
    if (fs::exists(edited, ignored)) return edited;
  }
  return conf_dir + "/news.toml";
}

Result<RunConfig> read_run_config(const RunWords& words, const std::string& conf_dir) {
  RunConfig run;
  run.path = find_run_config(words.conf, conf_dir);
  auto config = load_toml(run.path);
  if (!config) return tl::unexpected(config.error());
  run.config = *std::move(config);
  if (const Status set = set_settings(words.settings, run.config); !set) {
    return tl::unexpected(set.error());
  }
  auto service = read_service_options(run.config);
  if (!service) {  // all faults at once, those of the components too
    const auto checked = check_config(run.config, conf_dir);
    return tl::unexpected(checked ? service.error() : checked.error());
  }
  run.service = *std::move(service);
  if (!words.state_dir.empty()) run.service.state_dir = words.state_dir;
  if (const char* given = std::getenv("STATE_DIRECTORY");
      run.service.state_dir.empty() && given != nullptr) {
    run.service.state_dir = given;  // systemd.exec(5): StateDirectory=
  }
  if (const Status set = set_defaults(run); !set) return tl::unexpected(set.error());
  return run;
}

Result<ServiceOptions> read_service_options(const TomlValue& config) {
  const ServiceTables tables(config);
  std::string all;
  for (const Settings* settings : {&tables.run, &tables.admin, &tables.log}) {
    for (const std::string& fault : settings->faults()) all += (all.empty() ? "" : "\n") + fault;
  }
  if (!all.empty()) return invalid(std::move(all));
  return tables.options;
}

std::vector<SettingRow> service_setting_rows() {
  const TomlValue nothing{TomlValue::Table{}, {}};
  const ServiceTables tables(nothing);
  std::vector<SettingRow> rows;
  for (const Settings* settings : {&tables.run, &tables.admin, &tables.log}) {
    for (SettingRow& row : settings->rows()) rows.push_back(std::move(row));
  }
  return rows;
}

const std::vector<std::string>& service_tables() {
  static const std::vector<std::string> kTables{"run", "admin", "log"};
  return kTables;
}

Status set_settings(const std::vector<std::string>& settings, TomlValue& config) {
  std::string faults;
  const auto fault = [&](const std::string& line) {
    faults += (faults.empty() ? "" : "\n") + line;
  };
  for (const std::string& setting : settings) {
    const std::size_t equals = setting.find('=');
    if (equals == std::string::npos || equals == 0) {
      fault("--set " + setting + ": want PATH=VALUE, as in dedupe.duplicates=mark");
      continue;
    }
    const Status set =
        set_toml(config, setting.substr(0, equals), setting.substr(equals + 1), "command line");
    if (!set) fault(set.error().message);
  }
  return faults.empty() ? Status() : invalid(std::move(faults));
}

}  // namespace khabar
