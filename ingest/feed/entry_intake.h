// EntryIntake: from what a poll brought to pages of the frontier: which entries are new, which are
// edited, which are too old or stand elsewhere already. One thread: the source's.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/web/discovery.h"
#include "core/web/feed.h"
#include "core/web/sitemap.h"
#include "ingest/feed/feed_meters.h"
#include "ingest/feed/feed_options.h"
#include "ingest/feed/frontier.h"
#include "ingest/feed/page_desk.h"

namespace khabar {

class EntryIntake {
 public:
  // Of one poll; the rest are counted and wait for the next.
  static constexpr std::size_t kEntriesMax = 5000;
  // Entries that enter a feed which was read before may be so old, for editors put up old stories.
  static constexpr Milliseconds kLateMost{std::int64_t{30} * 86'400'000};
  static constexpr double kArticleScoreLeast = 0.5;  // of a link on an index page

  EntryIntake(Frontier& frontier, PageDesk& pages, FeedMeters& meters,
              std::shared_ptr<const FeedOptions> options)
      : frontier_(frontier), pages_(pages), meters_(meters), options_(std::move(options)) {}

  void set_options(std::shared_ptr<const FeedOptions> options) { options_ = std::move(options); }

  struct Taken {
    std::size_t news = 0;              // entries met for the first time, and wanted
    std::vector<TimePoint> published;  // theirs; `now` where they do not say
    bool carry_text = false;           // most of them have text of their own
  };
  // `row` and `spec` are of the feed; a row without last_ok is read for the first time.
  Result<Taken> take(const FeedRow& row, const FeedSpec& spec, const Feed& feed, TimePoint now);
  Result<Taken> take(const FeedRow& row, const FeedSpec& spec, const Sitemap& sitemap,
                     TimePoint now);
  Result<Taken> take(const FeedRow& row, const FeedSpec& spec,
                     const std::vector<ArticleLink>& links, TimePoint now);

  // Of what a poll said, whatever the bytes: another value means news or edits.
  static std::uint64_t digest(const Feed& feed);
  static std::uint64_t digest(const Sitemap& sitemap);
  static std::uint64_t digest(const std::vector<ArticleLink>& links);

 private:
  // A new page before it is put in order with the others of its poll.
  struct News {
    PageRow page;
    std::optional<TimePoint> published;
  };
  class Poll;

  Result<bool> is_known(std::uint64_t page, TimePoint now, bool touches);
  bool touches(std::int64_t feed, TimePoint now);
  void add(const FeedRow& row, const FeedSpec& spec, std::vector<News> news, TimePoint now,
           Taken& taken);

  Frontier& frontier_;
  PageDesk& pages_;
  FeedMeters& meters_;
  std::shared_ptr<const FeedOptions> options_;
  std::unordered_map<std::int64_t, TimePoint> touched_;  // feeds whose pages were said to be seen
};

}  // namespace khabar
