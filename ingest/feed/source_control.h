// SourceControl: how the program speaks to a running source of type "feeds": another configuration,
// pause this one, go on with that one. Any thread; never blocks on the source, which takes what
// was said at its next turn (within some 50 ms while it reads).
//
//     app: reload(table) ──> read, compare ──> report of what will change
//                                 └──> wishes ──> take(), the source's own thread
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/result.h"
#include "core/flow/source.h"
#include "core/io/toml.h"

namespace khabar {

struct FeedOptions;

class SourceControl {
 public:
  // `path` is the source's table: "sources.feeds".
  SourceControl(std::string path, std::shared_ptr<const FeedOptions> options);

  // `table` is what now stands under path(); it may die after the call. Reads the files it names
  // (OPML, lists, secrets). Invalid: its faults, one a line, and nothing changes. Else what the
  // source will do, a line each: "added https://...", "removed ...", "changed ...: interval",
  // "412 feeds unchanged".
  Result<std::vector<std::string>> reload(const TomlValue& table);

  // By name or URL. Lasts over restarts, until the opposite is said. Invalid: no such feed is
  // configured (the message names the nearest).
  Status pause(std::string_view feed);
  Status resume(std::string_view feed);  // also one that was retired (410)

  const std::string& path() const { return path_; }

  // What was said since the last call. For the source's thread.
  struct Wishes {
    std::shared_ptr<const FeedOptions> options;          // null: as they were
    std::vector<std::pair<std::string, bool>> to_pause;  // URL as configured; true: pause
  };
  Wishes take();

 private:
  Status wish(std::string_view feed, bool pause);

  const std::string path_;
  std::mutex mutex_;
  std::shared_ptr<const FeedOptions> options_;
  Wishes wishes_;
};

// Null when `source` is of another type. The control may outlive the source; then nobody listens.
std::shared_ptr<SourceControl> source_control_of(Source& source);

}  // namespace khabar
