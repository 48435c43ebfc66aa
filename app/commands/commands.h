// The commands of the program: what each takes and that it gives an exit code (exit_code.h).
// Records go to stdout, everything else to stderr. Called once by main, on the main thread.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace khabar {

struct CommonOptions {
  std::string conf_dir;
  std::string log_level, log_format;  // empty: not said
};

struct BatchOptions {
  std::vector<std::string> inputs;
  std::vector<std::string> outputs;  // files by suffix, or "-"
  std::string conf;
  std::string state_dir;
  std::vector<std::string> settings;  // "path=value"
  int workers = -1;                   // -1: as configured
  bool no_dedupe = false;
  bool trace = false;
  bool learn = false;
  bool quiet = false;
};

struct RunOptions {
  std::string conf;  // empty: news.toml
  std::string state_dir;
  std::vector<std::string> settings;  // "path=value"
  bool quiet = false;
};

struct TopOptions {
  std::string address = "127.0.0.1:7117";
  bool once = false;
};

struct PageOptions {  // extract, explain
  std::string input = "-";
  std::string url;
  std::string content_type;
  std::string format = "json";
  std::string html_out;
  bool is_text = false;
  bool trace = false;
  bool allow_private = false;  // of an address: intranets, tests
};

struct ParseFeedOptions {  // parse-feed
  std::string input = "-";
  std::string url, content_type;
  bool raw = false;
};

struct SearchOptions {
  std::string database, query;
  std::size_t limit = 10;
  bool json = false;
};

int run_continuously(const CommonOptions& common, const RunOptions& options);
int run_top(const TopOptions& options);
int run_batch(const CommonOptions& common, const BatchOptions& options);
int run_extract(const CommonOptions& common, const PageOptions& options);
int run_explain(const CommonOptions& common, const PageOptions& options);
int run_check(const CommonOptions& common, const std::string& conf);
int run_search(const CommonOptions& common, const SearchOptions& options);
int run_show(const std::string& path, std::size_t number);  // number: from 1
int run_schema();
int run_settings_reference(const CommonOptions& common);
int run_parse_date(const CommonOptions& common);
int run_parse_dateline(const CommonOptions& common);
int run_parse_feed(const ParseFeedOptions& options);
int run_dedupe_tool(const CommonOptions& common, const std::string& verb,
                    const std::string& state_dir, const std::string& file);
int run_sites_tool(const CommonOptions& common, const std::string& verb,
                   const std::string& state_dir, const std::string& host);

}  // namespace khabar
