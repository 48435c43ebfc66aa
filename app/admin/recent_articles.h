// RecentArticles: the last articles that every sink holds, for the page; and the tap that fills it,
// a stage behind all others. In memory only, bounded. Any thread.
//
//     ... ──> extract ──> tap ──> sinks ──> settled: delivered? ──> the ring
//                          └── keeps an excerpt until then
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <vector>

#include "core/base/clock.h"
#include "core/flow/catalog.h"
#include "core/model/document.h"

namespace khabar {

struct RecentArticle {
  std::uint64_t number = 0;  // from 1, in the order in which they were stored
  TimePoint stored;
  Document document;  // without payload, facts and signature; its texts cut to the bounds below
  bool was_cut = false;
};

class RecentArticles {
 public:
  static constexpr std::size_t kArticlesMax = 200;
  // Of one article: text and removed lines together, and how many paragraphs and removed lines.
  static constexpr std::size_t kTextBytesMax = 48 * 1024;
  static constexpr std::size_t kPiecesMax = 400;
  static constexpr std::size_t kFieldBytesMax = 2048;  // a title, an address, one removed line

  explicit RecentArticles(const Clock& clock) : clock_(clock) {}

  // What is kept of a document.
  static std::unique_ptr<RecentArticle> excerpt(const Document& document);

  void add(std::unique_ptr<RecentArticle> article);  // gives it its number and time
  // Newest first.
  std::vector<std::shared_ptr<const RecentArticle>> newest(std::size_t most) const;
  std::shared_ptr<const RecentArticle> find(std::uint64_t number) const;  // null: gone, or never
  std::uint64_t ever() const;

 private:
  const Clock& clock_;
  mutable std::mutex mutex_;
  std::deque<std::shared_ptr<const RecentArticle>> articles_;
  std::uint64_t ever_ = 0;
};

// `articles` must outlive the run. With `strip_removed` the removed lines end here: they were
// traced for the page, not for the records.
std::unique_ptr<StageFactory> make_recent_articles_tap(RecentArticles& articles,
                                                       bool strip_removed);

}  // namespace khabar
