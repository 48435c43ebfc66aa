#include "app/feeds/configured_feeds.h"

#include <algorithm>
#include <filesystem>
#include <map>

#include "app/feeds/feed_list_file.h"
#include "core/flow/settings.h"
#include "core/io/file.h"
#include "ingest/feed/outline_settings.h"
#include "ingest/feed/source_list.h"
#include "ingest/feed/source_settings.h"

namespace khabar {
namespace {

bool is_feed_source(const TomlEntry& entry) {
  const TomlValue* type = entry.second.find("type");
  const TomlValue* enabled = entry.second.find("enabled");
  const bool* on = enabled != nullptr ? std::get_if<bool>(&enabled->value) : nullptr;
  if (on != nullptr && !*on) return false;
  return (type != nullptr && type->text() != nullptr ? *type->text() : entry.first) == "feeds";
}

void add_files_of(const TomlValue& table, const Settings& settings,
                  std::vector<std::string>& files) {
  for (const char* key : {"opml", "lists"}) {
    const TomlValue* named = table.find(key);
    if (named == nullptr || named->array() == nullptr) continue;
    for (const TomlValue& path : *named->array()) {
      if (path.text() != nullptr) files.push_back(beside(settings, *path.text()));
    }
  }
}

FeedTable files_of(const TomlEntry& entry, const Settings& settings) {
  FeedTable out;
  out.name = entry.first;
  add_files_of(entry.second, settings, out.files);
  if (const TomlValue* groups = entry.second.find("group"); groups && groups->array()) {
    for (const TomlValue& group : *groups->array()) add_files_of(group, settings, out.files);
  }
  return out;
}

template <class Read>
Result<std::vector<FeedTable>> each_feed_table(const TomlValue& config, const std::string& path,
                                               Read read) {
  std::vector<FeedTable> tables;
  std::string faults;
  const TomlValue* sources = config.find("sources");
  if (sources != nullptr && sources->table() != nullptr) {
    for (const TomlEntry& entry : *sources->table()) {
      if (!is_feed_source(entry)) continue;
      Settings settings(entry.second, "sources." + entry.first);
      tables.push_back(files_of(entry, settings));
      read(entry, settings, tables.back(), faults);
    }
  }
  if (!faults.empty()) return invalid(std::move(faults));
  if (tables.empty()) return invalid(path + ": has no source of type \"feeds\"");
  return tables;
}

}  // namespace

Result<std::vector<FeedTable>> read_feed_tables(const TomlValue& config, const std::string& path) {
  return each_feed_table(
      config, path,
      [](const TomlEntry& entry, Settings& settings, FeedTable& table, std::string& faults) {
        settings.text("type", entry.first, "");
        settings.flag("enabled", true, "");
        table.options = read_feed_options(settings);
        for (const std::string& fault : settings.faults()) {
          faults += (faults.empty() ? "" : "\n") + fault;
        }
      });
}

Result<std::vector<FeedTable>> read_feed_files(const TomlValue& config, const std::string& path) {
  return each_feed_table(config, path,
                         [](const TomlEntry&, Settings&, FeedTable&, std::string&) {});
}

Result<std::string> file_to_add_to(const std::vector<FeedTable>& tables, const std::string& given,
                                   const std::string& path) {
  namespace fs = std::filesystem;
  std::error_code ignored;
  std::string all;
  for (const FeedTable& table : tables) {
    for (const std::string& file : table.files) {
      if (given.empty() ||
          fs::weakly_canonical(file, ignored) == fs::weakly_canonical(given, ignored)) {
        return file;
      }
      all += (all.empty() ? "" : ", ") + file;
    }
  }
  if (all.empty()) {
    return invalid(path + ": names no file that feeds could be added to; write opml = [\"" +
                   (given.empty() ? "mine.opml" : given) + "\"] under [sources." +
                   tables.front().name + "]");
  }
  return invalid(given + " is not among the files that " + path + " names: " + all);
}

std::vector<OpmlFeed> outlines_of(const std::vector<FeedTable>& tables) {
  std::map<std::string, OpmlFeed> in_files;
  for (const FeedTable& table : tables) {
    for (const std::string& file : table.files) {
      const auto bytes = read_file(file, kOpmlBytesMax);
      if (!bytes) continue;
      auto feeds = parse_feed_list(*bytes, file, nullptr);
      if (!feeds) continue;
      for (OpmlFeed& feed : *feeds) in_files.try_emplace(feed.url, std::move(feed));
    }
  }
  std::vector<OpmlFeed> out;
  for (const FeedTable& table : tables) {
    for (const FeedSpec& spec : table.options->feeds) {
      const auto found = in_files.find(spec.url);
      OpmlFeed feed = found != in_files.end() ? found->second : OpmlFeed{};
      feed.url = spec.url;
      if (!spec.name.empty()) feed.title = spec.name;
      if (!spec.language.empty()) feed.language = spec.language;
      if (feed.groups.empty() && !spec.group.empty()) feed.groups = {spec.group};
      feed.settings = outline_settings(spec);
      out.push_back(std::move(feed));
    }
  }
  return out;
}

}  // namespace khabar
