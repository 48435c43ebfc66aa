#include "app/live_feeds.h"

#include <memory>
#include <utility>

#include "ingest/feed/source_control.h"

namespace khabar {
namespace {

constexpr std::string_view kFeedsType = "feeds";

// Several frontiers as one. Each is opened when it is there: the source makes it at its first read.
class FrontierReaders {
 public:
  explicit FrontierReaders(std::vector<std::string> paths) : paths_(std::move(paths)) {
    readers_.resize(paths_.size());
  }

  Result<FeedsSnapshot> read(TimePoint now) {
    FeedsSnapshot all;
    for (std::size_t i = 0; i < paths_.size(); ++i) {
      auto part = read_one(i, now);
      if (!part) return tl::unexpected(part.error());
      merge_feeds(*std::move(part), all);
    }
    return all;
  }

 private:
  Result<FeedsSnapshot> read_one(std::size_t i, TimePoint now) {
    if (readers_[i] == nullptr) {
      auto opened = FrontierReader::open(paths_[i]);
      if (!opened) return tl::unexpected(opened.error());
      readers_[i] = std::make_unique<FrontierReader>(*std::move(opened));
    }
    FeedsSnapshot part;
    auto feeds = readers_[i]->feeds(now);
    if (!feeds) return tl::unexpected(feeds.error());
    auto counts = readers_[i]->counts(now);
    if (!counts) return tl::unexpected(counts.error());
    part.feeds = *std::move(feeds);
    part.counts = *std::move(counts);
    return part;
  }

  const std::vector<std::string> paths_;
  std::vector<std::unique_ptr<FrontierReader>> readers_;
};

}  // namespace

std::vector<Reloader::LiveSource> live_sources_of(const Parts& parts) {
  std::vector<Reloader::LiveSource> live;
  for (const Named<Source>& source : parts.sources) {
    auto control = source_control_of(*source.part);
    if (control == nullptr) continue;
    const std::string path = control->path();
    live.push_back({path, [held = std::move(control)](const TomlValue& table) {
                      return held->reload(table);
                    }});
  }
  return live;
}

FeedsView::Read feeds_reader_of(const Plan& plan, const std::string& state_dir) {
  std::vector<std::string> paths;
  for (const Plan::Component& source : plan.sources) {
    if (source.type == kFeedsType) paths.push_back(frontier_path(state_dir, source.name));
  }
  if (paths.empty()) return {};
  return [readers = std::make_shared<FrontierReaders>(std::move(paths))](TimePoint now) {
    return readers->read(now);
  };
}

}  // namespace khabar
