// The feeds that a configuration names, and the files they stand in. Reads the disk; one thread.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/io/toml.h"
#include "core/web/opml.h"
#include "ingest/feed/feed_options.h"

namespace khabar {

struct FeedTable {
  std::string name;                // [sources.NAME]
  std::vector<std::string> files;  // its OPML files and lists, those of its groups behind
  std::shared_ptr<const FeedOptions> options;  // null when only the files were asked for
};

// Every enabled [sources.NAME] of type "feeds". Invalid: their faults, one a line, or that there is
// none.
Result<std::vector<FeedTable>> read_feed_tables(const TomlValue& config, const std::string& path);
// The same without reading the files, which need not exist yet.
Result<std::vector<FeedTable>> read_feed_files(const TomlValue& config, const std::string& path);

// The file that `feeds add` and `feeds import` write to: `given`, else the first of the tables.
// Invalid: there is none, or `given` is not among them; says what to write where.
Result<std::string> file_to_add_to(const std::vector<FeedTable>& tables, const std::string& given,
                                   const std::string& path);

// All of them as outlines: groups, sites and titles as their OPML files have them; their kinds and
// what they say otherwise than the defaults as settings (ingest/feed/outline_settings.h).
std::vector<OpmlFeed> outlines_of(const std::vector<FeedTable>& tables);

}  // namespace khabar
