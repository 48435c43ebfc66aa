// What `khabar run` and `khabar check` read beside the pipeline itself: [run], [admin] and [log],
// and what a continuous run sets where the file says nothing. Reads the file; main thread, and the
// attendant's when it reloads.
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/flow/settings.h"
#include "core/io/toml.h"

namespace khabar {

struct AdminOptions {
  bool enabled = true;
  std::string address = "127.0.0.1";
  int port = 7117;                 // 0: any that is free
  std::vector<std::string> hosts;  // names by which the page may be asked for
};

struct ServiceOptions {
  std::string state_dir;
  std::chrono::seconds stall{900};  // open documents, and none settled for so long: not alive
  AdminOptions admin;
  std::string log_level, log_format;  // empty: as the command line says
};

struct RunWords {
  std::string conf;                   // empty: see find_run_config()
  std::string state_dir;              // wins over the file and over $STATE_DIRECTORY
  std::vector<std::string> settings;  // "path=value"
};

struct RunConfig {
  std::string path;
  TomlValue config;
  ServiceOptions service;
  // Removed lines are traced for the page alone: records were not to hold them.
  bool trace_is_for_page = false;
};

// `given`; else, of a program installed under PREFIX, PREFIX/etc/khabar/news.toml (/etc/khabar for
// /usr); else CONF_DIR/news.toml.
std::string find_run_config(const std::string& given, const std::string& conf_dir);

// Invalid: every fault of the three tables, one a line. A state folder is not asked for here.
Result<RunConfig> read_run_config(const RunWords& words, const std::string& conf_dir);

// The three tables of a configuration alone.
Result<ServiceOptions> read_service_options(const TomlValue& config);
std::vector<SettingRow> service_setting_rows();
// Their names, for read_plan().
const std::vector<std::string>& service_tables();

// Every --set in turn: "dedupe.duplicates=mark". Invalid names the one that is no setting.
Status set_settings(const std::vector<std::string>& settings, TomlValue& config);

}  // namespace khabar
