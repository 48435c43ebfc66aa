// `khabar feeds ...`: look at sources before they are subscribed to, and look after them
// afterwards. Called once by main, on the main thread.
#pragma once

#include <cstddef>
#include <functional>
#include <string>

#include "app/commands/commands.h"

namespace CLI {
class App;
}

namespace khabar {

struct FeedsOptions {
  std::string target;             // URL or file; a feed's name; a list
  std::string conf;               // empty: as `khabar run` finds it
  std::string state_dir;          // wins over the configuration's
  std::string to;                 // the list to write to
  std::string url, content_type;  // of a file
  std::string title, language, group;
  std::size_t entries = 10;
  bool json = false;
  bool no_test = false;
  bool allow_private = false;
};

int run_feeds_test(const FeedsOptions& options);
int run_feeds_discover(const FeedsOptions& options);
int run_feeds_list(const CommonOptions& common, const FeedsOptions& options);
int run_feeds_add(const CommonOptions& common, const FeedsOptions& options);
int run_feeds_import(const CommonOptions& common, const FeedsOptions& options);
int run_feeds_export(const CommonOptions& common, const FeedsOptions& options);
int run_feeds_pause(const CommonOptions& common, const FeedsOptions& options, bool pause);

// The words of all of them. `options` and `common` must outlive `app`; `command` becomes the one
// that was asked for.
void add_feeds_command(CLI::App& app, const CommonOptions& common, FeedsOptions& options,
                       std::function<int()>& command);

}  // namespace khabar
