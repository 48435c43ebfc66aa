#include "ingest/feed/source_control.h"

#include <algorithm>

#include "core/flow/settings.h"
#include "ingest/feed/source_list.h"

namespace khabar {

SourceControl::SourceControl(std::string path, std::shared_ptr<const FeedOptions> options)
    : path_(std::move(path)), options_(std::move(options)) {}

Result<std::vector<std::string>> SourceControl::reload(const TomlValue& table) {
  Settings settings(table, path_);
  settings.text("type", "", "");  // what every source may say; read by the plan
  settings.flag("enabled", true, "");
  auto options = read_feed_options(settings);
  if (Status read = settings.finish(); !read) return tl::unexpected(read.error());
  const std::lock_guard lock(mutex_);
  std::vector<std::string> lines = describe_changes(*options_, *options);
  options_ = options;
  wishes_.options = std::move(options);
  return lines;
}

Status SourceControl::pause(std::string_view feed) {
  return wish(feed, true);
}
Status SourceControl::resume(std::string_view feed) {
  return wish(feed, false);
}

Status SourceControl::wish(std::string_view feed, bool pause) {
  const std::lock_guard lock(mutex_);
  const auto found = std::ranges::find_if(options_->feeds, [&](const FeedSpec& spec) {
    return spec.url == feed || (!spec.name.empty() && spec.name == feed);
  });
  if (found == options_->feeds.end()) {
    std::vector<std::string> known;
    for (const FeedSpec& spec : options_->feeds) {
      known.push_back(spec.url);
      if (!spec.name.empty()) known.push_back(spec.name);
    }
    const std::string nearest = nearest_name(feed, known);
    return invalid(path_ + ": no feed \"" + std::string(feed) + "\"" +
                   (nearest.empty() ? "" : "; did you mean " + nearest + "?"));
  }
  wishes_.to_pause.emplace_back(found->url, pause);
  return {};
}

SourceControl::Wishes SourceControl::take() {
  const std::lock_guard lock(mutex_);
  return std::exchange(wishes_, {});
}

}  // namespace khabar
