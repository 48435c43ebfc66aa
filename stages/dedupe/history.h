// The long memory: which texts and which URLs were seen, far beyond the near window, at some 120
// bytes a document. Not thread-safe; the dedupe thread's.
//
//   generation 7   claims 7 x 2^20 ...   texts { fingerprint -> record, outlet, time }
//                                        articles { identity -> first record, revision, last text }
//   generation 6   ...                   the newest answer counts; the oldest goes whole
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <vector>

#include "stages/dedupe/claim.h"
#include "stages/dedupe/fingerprint_table.h"

namespace khabar {

struct HistoryBounds {
  std::uint64_t documents_max = std::uint64_t{8} << 20;  // rounded up to whole generations
  std::int64_t days = 365;  // an equal text counts for this long; 0: as long as it is held
};

class History {
 public:
  explicit History(HistoryBounds bounds) : bounds_(bounds) {}

  struct KnownText {
    RecordName name;  // whose text it is: never a copy's
    std::uint32_t outlet;
    std::int64_t time_s;
  };
  std::optional<KnownText> text(std::uint64_t exact, std::int64_t time_s) const;

  // However long ago; for people who ask.
  std::optional<KnownText> text_of_any_time(std::uint64_t exact) const;

  struct KnownArticle {
    std::uint64_t article;  // its key, to claim the next version with
    RecordName first;       // of a copy: the copy's own record
    std::uint32_t revision;
    std::uint64_t latest_text, text_here;  // of the article, and at this URL; 0: none
    bool is_copy;
  };
  std::optional<KnownArticle> article(std::uint64_t identity) const;

  // Claims come with rising sequence numbers. `newest_s`: how far the news has come (NewsClock).
  void add(const Claim& claim, std::int64_t newest_s);
  // Forgets what add(claim) entered, as far as nothing newer stands there.
  void release(const Claim& claim);

  // Numbers (sequence >> kExactSegmentBits) of the generations dropped since the last call.
  std::vector<std::uint64_t> take_retired();
  void prefetch(std::uint64_t exact, const std::array<std::uint64_t, 2>& identities) const;

  std::size_t texts() const;
  std::size_t articles() const;
  std::size_t bytes() const;
  std::size_t generations() const { return generations_.size(); }

 private:
  struct TextEntry {
    std::uint64_t fingerprint;
    RecordName name;
    std::uint32_t outlet, time_s;
  };
  struct ArticleEntry {
    std::uint64_t fingerprint;
    RecordName first;  // of an alias: {key of the article, 0}
    std::uint64_t text;
    std::uint32_t revision;
    std::uint32_t flags;
  };
  struct Generation {
    std::uint64_t number = 0;
    std::int64_t newest_s = INT64_MIN;
    FingerprintTable<TextEntry> texts;
    FingerprintTable<ArticleEntry> articles;
  };

  const ArticleEntry* find_article(std::uint64_t identity) const;
  Generation& generation_for(const Claim& claim, std::int64_t newest_s);
  void expire(std::int64_t newest_s);
  void release_article(std::uint64_t identity, const Claim& claim);

  HistoryBounds bounds_;
  std::deque<Generation> generations_;  // oldest first
  std::vector<std::uint64_t> retired_;
};

}  // namespace khabar
