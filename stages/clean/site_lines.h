// Boilerplate learned from a site itself: lines that come again and again under its stories, which
// no rule knows. Counted in a bounded sample of distinct stories a site; a copy or a new version of
// a story is the same story and does not vote twice.
//
//   example.com   64 stories sampled
//     "صحيفة الغد - كل الحقوق لقرائها"   in 41 of them   -> boilerplate (at least 5, at least 20 %)
//     "وهذا ما أكده الوزير أمس"          in 2            -> not
//
// The sample is the stories with the least hashes, so that the order in which stories come, and so
// the number of workers, changes nothing. Only lines near the end of a story count: at its head
// stand datelines and titles, which come again and are wanted.
#pragma once

#include <atomic>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/base/result.h"
#include "core/model/document.h"

namespace khabar {

struct LearnedLine {
  std::uint64_t key = 0;      // hash of the line's comparison key
  std::uint32_t stories = 0;  // of the sample, that have it
  std::string sample;         // its text as seen, cut to kSampleBytes; empty while in one story

  bool operator==(const LearnedLine&) const = default;
};

// One story's vote.
struct StoryLines {
  std::uint64_t story = 0;  // the same for copies, and for most versions, of one story
  std::vector<std::pair<std::uint64_t, std::string>> lines;  // key and text, by key, no repeats
};
// Of the paragraphs as they stand before cleaning. Free; any thread.
StoryLines story_lines(const std::vector<Paragraph>& paragraphs);

// What is known of one site. A value; const for readers.
class SiteLines {
 public:
  // Stories sampled a site, bytes of a sample text, votes and share that make boilerplate.
  static constexpr std::size_t kStoriesMax = 64, kSampleBytes = 120;
  static constexpr std::uint32_t kVotesMin = 5, kSharePercentMin = 20;
  // Lines of more bytes are no furniture; lines further than this from the end do not count.
  static constexpr std::size_t kLineBytesMax = 400, kTailLines = 10;
  // A paragraph of prose, whose words tell one story from another.
  static constexpr std::size_t kProseBytes = 120;

  explicit SiteLines(std::string host) : host_(std::move(host)) {}

  // The first line of a text that may count: behind its first paragraph of prose (before it stand
  // titles and datelines), and not further than kTailLines from the end.
  static std::size_t counted_from(const std::vector<Paragraph>& paragraphs);

  void add(const StoryLines& story);
  // Null for a line never counted.
  const LearnedLine* find(std::string_view text) const;
  bool is_boilerplate(const LearnedLine& line) const;
  // "learned/example.com/9f86d081884c7d65 (41 of 64 stories)"
  std::string rule_name(const LearnedLine& line) const;

  const std::string& host() const { return host_; }
  std::size_t stories() const { return stories_.size(); }
  // Lines in two stories or more, the commonest first: for `khabar sites show`.
  std::vector<LearnedLine> lines() const;

 private:
  friend class SiteLinesStore;
  struct Story {
    std::uint64_t tie_break = 0;  // of two forms of a story the least counts, whichever came first
    std::vector<std::uint64_t> lines;
  };
  void take_back(const Story& story);

  std::string host_;
  std::map<std::uint64_t, Story> stories_;
  std::unordered_map<std::uint64_t, LearnedLine> lines_;
};

// All sites. Thread-safe; find() gives a snapshot that later adds do not change.
class SiteLinesStore {
 public:
  // Sites remembered; past it those with the greatest hash are let go, in any order of arrival.
  static constexpr std::size_t kSitesMax = 4096;

  SiteLinesStore() = default;
  // An absent file is an empty store. A newer or broken file is an Error that names the line.
  static Result<std::unique_ptr<SiteLinesStore>> load(const std::string& path);
  // Atomic; the same knowledge gives the same bytes but for samples. May block.
  Status save(const std::string& path) const;

  void add(const std::string& host, const StoryLines& story);
  std::shared_ptr<const SiteLines> find(const std::string& host) const;
  bool forget(const std::string& host);  // false: the site was not known
  std::vector<std::string> hosts() const;

 private:
  // A site whose lines somebody reads is copied before it learns more. Readers are counted apart
  // from shared_ptr, whose use_count() does not order what they read before what we write.
  struct Site {
    explicit Site(SiteLines known) : lines(std::move(known)) {}
    SiteLines lines;
    std::atomic<int> readers{0};
  };
  static std::shared_ptr<const SiteLines> snapshot(const std::shared_ptr<Site>& site);
  Status read(std::string_view text, const std::string& path);

  mutable std::mutex mutex_;
  std::map<std::string, std::shared_ptr<Site>> sites_;
};

}  // namespace khabar
