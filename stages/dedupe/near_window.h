// The near window: sketches of the documents of the last days, and the band tables that find those
// alike. Not thread-safe; the dedupe thread's. Some 500 bytes a document.
//
//   time ───────────────────────────────────────────────>
//     [ bucket ][ bucket ][ bucket ][ bucket ]            a third of the window wide; a full one
//          ^ entries + band table                         gets a twin
//
// Buckets go whole. A document touches every bucket within the window of its own time; one that
// the last `late_documents` did not touch goes. So the window follows the news whichever way it
// comes, live or an archive filed by outlet, and a document from 1970 or 2099 moves nothing.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <list>
#include <map>
#include <memory>
#include <unordered_map>
#include <vector>

#include "stages/dedupe/band_table.h"
#include "stages/dedupe/claim.h"

namespace khabar {

struct WindowBounds {
  std::int64_t window_s = 72 * 3600;        // two documents further apart are never compared
  std::uint64_t documents_max = 2'000'000;  // past it the bucket touched longest ago goes
  std::uint64_t late_documents = 250'000;
};

struct NearEntry {
  std::array<std::uint8_t, kSketchBins> bins;
  std::array<std::uint64_t, kFineWords> fine;
  std::array<std::uint8_t, kLeadBins / 2> lead;
  std::array<std::uint16_t, kNumbersMax> numbers;
  RecordName name;
  std::uint64_t article;  // History's key
  std::uint64_t sequence;
  std::int64_t time_s;
  std::uint32_t outlet, shingles, revision;
  std::uint8_t number_count;
  bool released;
};

struct Neighbour {
  const NearEntry* entry;
  double jaccard, containment;
};

class NearWindow {
 public:
  explicit NearWindow(WindowBounds bounds) : bounds_(bounds) {}

  // Those within the window of `time_s` that share a band and are at least faintly alike, in the
  // order they were claimed. Valid until the next add(). Bounded work: a band that more than
  // kBandEntriesMax documents of a bucket share is looked at so far, and kVerifiedMax in all.
  const std::vector<Neighbour>& neighbours(const TextSketch& sketch, std::int64_t time_s);

  // The same of every time that is held; slow, for tools.
  const std::vector<Neighbour>& neighbours_of_any_time(const TextSketch& sketch);

  // Touches; enters the sketch when claim.near. Sequence numbers rise.
  void add(const Claim& claim);
  void release(const Claim& claim);

  // Between these, add() leaves the band tables alone and neighbours() must not be asked: a replay
  // builds each table once, at its full size.
  void begin_replay() { replaying_ = true; }
  void end_replay();

  struct Tally {
    std::uint64_t documents = 0, buckets = 0, bytes = 0;
    std::uint64_t candidates = 0, verified = 0;  // since the beginning
    std::uint64_t expired = 0;                   // documents that left in time
    std::uint64_t evicted = 0;                   // documents that had to leave, for documents_max
    std::int64_t oldest_s = 0, newest_s = 0;     // of the bucket bounds; 0 when empty
  };
  Tally tally() const;
  bool contains(std::uint64_t sequence) const;  // slow; for tools

  // Numbers (sequence >> kNearSegmentBits) of which nothing is held any more, since the last call.
  std::vector<std::uint64_t> take_retired();

  static constexpr std::size_t kBandEntriesMax = 64;
  static constexpr std::size_t kVerifiedMax = 2048;

 private:
  // Entries never move: blocks of 64, and one of 8 before them, for most buckets of an archive
  // hold little.
  class Entries {
   public:
    std::uint32_t size() const { return size_; }
    NearEntry& push();
    NearEntry& operator[](std::uint32_t i) { return *at(i); }
    const NearEntry& operator[](std::uint32_t i) const { return *at(i); }
    std::size_t bytes() const;

   private:
    static constexpr std::uint32_t kFirst = 8, kBlock = 64;
    NearEntry* at(std::uint32_t i) const {
      return i < kFirst ? &first_[i] : &blocks_[(i - kFirst) / kBlock][(i - kFirst) % kBlock];
    }
    std::unique_ptr<NearEntry[]> first_;
    std::vector<std::unique_ptr<NearEntry[]>> blocks_;
    std::uint32_t size_ = 0;
  };

  struct Bucket {
    std::int64_t slot = 0;
    std::uint64_t touched = 0;  // sequence
    Entries entries;
    BandTable table;
    std::map<std::uint64_t, std::uint64_t> segments;  // of the log -> entries from it
    std::size_t bytes() const;
  };
  using Buckets = std::list<Bucket>;  // touched longest ago first

  std::int64_t slot_of(std::int64_t time_s) const;
  template <class Visit>
  void each_bucket_around(std::int64_t time_s, Visit&& visit);
  void touch(const Claim& claim);
  void expire(std::uint64_t sequence, std::uint64_t joining);
  void drop_front();
  Bucket& bucket_for(std::int64_t time_s);
  void count_segment(Bucket& bucket, std::uint64_t segment);
  void insert_bands(Bucket& bucket, std::uint32_t index, const BandHashes& hashes);
  void rebuild_bands(Bucket& bucket);
  void collect(Bucket& bucket, const TextSketch& sketch, const BandHashes& hashes,
               std::int64_t time_s);

  void verify(const NearEntry& entry, const TextSketch& sketch, std::int64_t time_s);

  WindowBounds bounds_;
  Buckets buckets_;
  std::unordered_map<std::int64_t, std::vector<Buckets::iterator>> by_slot_;  // oldest twin first
  std::map<std::uint64_t, std::uint64_t> segment_entries_;  // of the log -> entries held
  std::uint64_t newest_segment_ = 0;
  bool replaying_ = false;
  std::vector<std::uint64_t> retired_;
  std::uint64_t documents_ = 0, evicted_ = 0, expired_ = 0, candidates_ = 0, verified_ = 0;

  std::vector<std::uint64_t> found_;  // scratch: index << 8 | band
  std::vector<Neighbour> neighbours_;
};

}  // namespace khabar
