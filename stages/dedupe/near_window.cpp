#include "stages/dedupe/near_window.h"

#include <algorithm>
#include <utility>

namespace khabar {
namespace {

// Under this no rule of judge.h can be met, whatever the sizes.
constexpr double kFaint = .12;
// A day of a window of three, half an hour of one of ninety minutes.
constexpr std::int64_t kSlotsPerWindow = 3;

}  // namespace

NearEntry& NearWindow::Entries::push() {
  if (size_ == 0) first_ = std::make_unique_for_overwrite<NearEntry[]>(kFirst);
  if (size_ >= kFirst && (size_ - kFirst) % kBlock == 0) {
    blocks_.push_back(std::make_unique_for_overwrite<NearEntry[]>(kBlock));
  }
  return *at(size_++);
}

std::size_t NearWindow::Entries::bytes() const {
  return (size_ == 0 ? 0 : kFirst + blocks_.size() * kBlock) * sizeof(NearEntry) +
         blocks_.capacity() * sizeof(void*);
}

std::size_t NearWindow::Bucket::bytes() const {
  constexpr std::size_t kNode = 48;  // of a map
  return sizeof(Bucket) + 4 * kNode + segments.size() * kNode + entries.bytes() + table.bytes();
}

std::int64_t NearWindow::slot_of(std::int64_t time_s) const {
  const std::int64_t width = std::max<std::int64_t>(1, bounds_.window_s / kSlotsPerWindow);
  return time_s / width - (time_s % width < 0 ? 1 : 0);
}

template <class Visit>
void NearWindow::each_bucket_around(std::int64_t time_s, Visit&& visit) {
  const std::int64_t last = slot_of(time_s + bounds_.window_s);
  for (std::int64_t slot = slot_of(time_s - bounds_.window_s); slot <= last; ++slot) {
    const auto found = by_slot_.find(slot);
    if (found == by_slot_.end()) continue;
    for (const Buckets::iterator bucket : found->second) visit(bucket);
  }
}

void NearWindow::touch(const Claim& claim) {
  each_bucket_around(claim.time_s, [&](Buckets::iterator bucket) {
    bucket->touched = claim.sequence;
    buckets_.splice(buckets_.end(), buckets_, bucket);
  });
}

void NearWindow::drop_front() {
  const Bucket& bucket = buckets_.front();
  documents_ -= bucket.entries.size();
  for (const auto& [segment, entries] : bucket.segments) {
    const auto held = segment_entries_.find(segment);
    held->second -= entries;
    if (held->second == 0 && segment != newest_segment_) {
      retired_.push_back(segment);
      segment_entries_.erase(held);
    }
  }
  auto& twins = by_slot_[bucket.slot];
  std::erase(twins, buckets_.begin());
  if (twins.empty()) by_slot_.erase(bucket.slot);
  buckets_.pop_front();
}

void NearWindow::expire(std::uint64_t sequence, std::uint64_t joining) {
  while (!buckets_.empty() && buckets_.front().touched + bounds_.late_documents < sequence) {
    expired_ += buckets_.front().entries.size();
    drop_front();
  }
  while (documents_ + joining > bounds_.documents_max && buckets_.size() > 1) {
    evicted_ += buckets_.front().entries.size();
    drop_front();
  }
}

NearWindow::Bucket& NearWindow::bucket_for(std::int64_t time_s) {
  // A quarter of the whole at most, so that giving one up to the bound is no amnesia.
  const auto full = static_cast<std::uint32_t>(
      std::clamp<std::uint64_t>(bounds_.documents_max / 4, 1, BandTable::kDocumentsMax - 1));
  const std::int64_t slot = slot_of(time_s);
  auto& twins = by_slot_[slot];
  if (twins.empty() || twins.back()->entries.size() >= full) {
    buckets_.emplace_back();
    buckets_.back().slot = slot;
    twins.push_back(std::prev(buckets_.end()));
  }
  return *twins.back();
}

void NearWindow::insert_bands(Bucket& bucket, std::uint32_t index, const BandHashes& hashes) {
  const NearEntry& entry = bucket.entries[index];
  for (std::size_t band = 0; band < kBands; ++band) {
    // Only what shares the whole band counts, so that the table's size makes no difference.
    std::size_t sharing = 0;
    bucket.table.find(hashes[band], [&](std::uint32_t other) {
      const NearEntry& there = bucket.entries[other];
      sharing += same_band(there.bins.data(), entry.bins.data(), band) ? 1 : 0;
      return sharing < kBandEntriesMax;
    });
    if (sharing < kBandEntriesMax) bucket.table.insert(hashes[band], index);
  }
}

void NearWindow::rebuild_bands(Bucket& bucket) {
  const std::uint32_t size = bucket.entries.size();
  bucket.table.reset(std::max<std::size_t>(8, size + size / 2));
  const auto prepare = [&](std::uint32_t index) {
    const BandHashes hashes = band_hashes(bucket.entries[index].bins.data());
    for (const std::uint64_t hash : hashes) bucket.table.prefetch(hash);
    return hashes;
  };
  BandHashes next = prepare(0);
  for (std::uint32_t i = 0; i < size; ++i) {
    const BandHashes hashes = std::exchange(next, prepare(std::min(i + 1, size - 1)));
    insert_bands(bucket, i, hashes);
  }
}

void NearWindow::count_segment(Bucket& bucket, std::uint64_t segment) {
  ++bucket.segments[segment];
  ++segment_entries_[segment];
  if (segment == newest_segment_) return;
  // The one before may have emptied while it was still the newest, and could not go then.
  const auto before = segment_entries_.find(std::exchange(newest_segment_, segment));
  if (before == segment_entries_.end() || before->second != 0) return;
  retired_.push_back(before->first);
  segment_entries_.erase(before);
}

void NearWindow::add(const Claim& claim) {
  touch(claim);
  expire(claim.sequence, claim.near ? 1 : 0);
  if (!claim.near) return;
  Bucket& bucket = bucket_for(claim.time_s);
  bucket.touched = claim.sequence;
  NearEntry& entry = bucket.entries.push();
  entry = {claim.sketch.bins,
           claim.sketch.fine,
           claim.sketch.lead,
           claim.sketch.numbers,
           claim.name,
           claim.article,
           claim.sequence,
           claim.time_s,
           claim.outlet,
           claim.sketch.shingles,
           claim.revision,
           claim.sketch.number_count,
           false};
  count_segment(bucket, claim.sequence >> kNearSegmentBits);
  ++documents_;
  if (replaying_) return;
  if (bucket.table.needs_room(bucket.entries.size())) return rebuild_bands(bucket);
  const BandHashes hashes = band_hashes(entry.bins.data());
  for (const std::uint64_t hash : hashes) bucket.table.prefetch(hash);
  insert_bands(bucket, bucket.entries.size() - 1, hashes);
}

void NearWindow::end_replay() {
  replaying_ = false;
  for (Bucket& bucket : buckets_) rebuild_bands(bucket);
}

void NearWindow::release(const Claim& claim) {
  if (!claim.near) return;
  each_bucket_around(claim.time_s, [&](Buckets::iterator bucket) {
    for (std::uint32_t i = bucket->entries.size(); i-- > 0;) {
      NearEntry& entry = bucket->entries[i];
      if (entry.sequence == claim.sequence) entry.released = true;
      if (entry.sequence <= claim.sequence) return;  // they rise
    }
  });
}

void NearWindow::collect(Bucket& bucket, const TextSketch& sketch, const BandHashes& hashes,
                         std::int64_t time_s) {
  found_.clear();
  for (std::size_t band = 0; band < kBands; ++band) {
    bucket.table.find(hashes[band], [&](std::uint32_t index) {
      found_.push_back(std::uint64_t{index} << 8 | band);
      __builtin_prefetch(&bucket.entries[index].bins[band * kBandRows]);
      return true;  // no more than kBandEntriesMax share it, for no more were entered
    });
  }
  std::sort(found_.begin(), found_.end());
  std::uint64_t judged = UINT64_MAX;
  for (const std::uint64_t found : found_) {
    const std::uint64_t index = found >> 8;
    const NearEntry& entry = bucket.entries[static_cast<std::uint32_t>(index)];
    if (index == judged) continue;
    if (!same_band(entry.bins.data(), sketch.bins.data(), found & 0xFF)) continue;
    judged = index;
    ++candidates_;
    verify(entry, sketch, time_s);
  }
}

void NearWindow::verify(const NearEntry& entry, const TextSketch& sketch, std::int64_t time_s) {
  const std::int64_t apart = std::max(entry.time_s, time_s) - std::min(entry.time_s, time_s);
  if (entry.released || apart > bounds_.window_s || neighbours_.size() >= kVerifiedMax) return;
  ++verified_;
  const double jaccard = estimated_jaccard(entry.bins.data(), entry.fine.data(), sketch.bins.data(),
                                           sketch.fine.data());
  if (jaccard < kFaint) return;
  neighbours_.push_back(
      {&entry, jaccard, estimated_containment(jaccard, entry.shingles, sketch.shingles)});
}

const std::vector<Neighbour>& NearWindow::neighbours(const TextSketch& sketch,
                                                     std::int64_t time_s) {
  neighbours_.clear();
  const BandHashes hashes = band_hashes(sketch.bins.data());
  each_bucket_around(time_s, [&](Buckets::iterator bucket) {
    for (const std::uint64_t hash : hashes) bucket->table.prefetch(hash);
  });
  each_bucket_around(time_s, [&](Buckets::iterator bucket) {
    if (bucket->entries.size() > 0) collect(*bucket, sketch, hashes, time_s);
  });
  std::sort(neighbours_.begin(), neighbours_.end(), [](const Neighbour& a, const Neighbour& b) {
    return a.entry->sequence < b.entry->sequence;
  });
  return neighbours_;
}

const std::vector<Neighbour>& NearWindow::neighbours_of_any_time(const TextSketch& sketch) {
  neighbours_.clear();
  const BandHashes hashes = band_hashes(sketch.bins.data());
  const std::int64_t window_s = std::exchange(bounds_.window_s, INT64_MAX);
  for (Bucket& bucket : buckets_) {
    if (bucket.entries.size() > 0) collect(bucket, sketch, hashes, 0);
  }
  bounds_.window_s = window_s;
  std::sort(neighbours_.begin(), neighbours_.end(), [](const Neighbour& a, const Neighbour& b) {
    return a.entry->sequence < b.entry->sequence;
  });
  return neighbours_;
}

NearWindow::Tally NearWindow::tally() const {
  Tally out;
  out.documents = documents_;
  out.buckets = buckets_.size();
  out.candidates = candidates_;
  out.verified = verified_;
  out.expired = expired_;
  out.evicted = evicted_;
  const std::int64_t width = std::max<std::int64_t>(1, bounds_.window_s / kSlotsPerWindow);
  for (const Bucket& bucket : buckets_) {
    out.bytes += bucket.bytes();
    const std::int64_t begin = bucket.slot * width;
    out.oldest_s = out.oldest_s == 0 ? begin : std::min(out.oldest_s, begin);
    out.newest_s = out.newest_s == 0 ? begin + width : std::max(out.newest_s, begin + width);
  }
  return out;
}

bool NearWindow::contains(std::uint64_t sequence) const {
  for (const Bucket& bucket : buckets_) {
    std::uint32_t low = 0, high = bucket.entries.size();
    while (low < high) {
      const std::uint32_t middle = low + (high - low) / 2;
      bucket.entries[middle].sequence < sequence ? low = middle + 1 : high = middle;
    }
    if (low < bucket.entries.size() && bucket.entries[low].sequence == sequence) return true;
  }
  return false;
}

std::vector<std::uint64_t> NearWindow::take_retired() {
  return std::exchange(retired_, {});
}

}  // namespace khabar
