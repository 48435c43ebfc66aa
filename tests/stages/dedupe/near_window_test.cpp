#include "stages/dedupe/near_window.h"

#include <algorithm>
#include <random>
#include <set>
#include <vector>

#include <gtest/gtest.h>

namespace khabar {
namespace {

// Sketches of which a good part are edited copies of one another.
class Sketches {
 public:
  explicit Sketches(std::uint64_t seed) : random_(seed) {}
  TextSketch next() {
    TextSketch out;
    if (!made_.empty() && random_() % 2 == 0) out = made_[random_() % made_.size()];
    const bool fresh = out.shingles == 0;
    const auto share = fresh ? 100 : random_() % 60;
    for (auto& byte : out.bins) {
      if (random_() % 100 < share) byte = static_cast<std::uint8_t>(random_());
    }
    for (auto& word : out.fine) {
      for (int bit = 0; bit < 64; bit += 2) {
        if (random_() % 100 < share) word ^= (random_() & 3) << bit;
      }
    }
    out.shingles = 1000;
    made_.push_back(out);
    return out;
  }
  std::mt19937_64& random() { return random_; }

 private:
  std::mt19937_64 random_;
  std::vector<TextSketch> made_;
};

Claim claim_of(std::uint64_t sequence, const TextSketch& sketch, std::int64_t time_s) {
  Claim claim;
  claim.sequence = sequence;
  claim.name = {sequence, 1};
  claim.near = true;
  claim.timed = true;
  claim.time_s = time_s;
  claim.sketch = sketch;
  return claim;
}

std::vector<std::uint64_t> found(NearWindow& window, const TextSketch& sketch,
                                 std::int64_t time_s) {
  std::vector<std::uint64_t> out;
  for (const Neighbour& neighbour : window.neighbours(sketch, time_s)) {
    out.push_back(neighbour.entry->sequence);
  }
  return out;
}

// The naive twin: all claims in a list, compared one by one.
std::vector<std::uint64_t> naive(const std::vector<Claim>& claims, const TextSketch& sketch,
                                 std::int64_t time_s, std::int64_t window_s) {
  std::vector<std::uint64_t> out;
  for (const Claim& claim : claims) {
    bool shares = false;
    for (std::size_t band = 0; band < kBands; ++band) {
      shares |= same_band(claim.sketch.bins.data(), sketch.bins.data(), band);
    }
    const bool near = std::abs(claim.time_s - time_s) <= window_s;
    if (shares && near && estimated_jaccard(claim.sketch, sketch) >= .12) {
      out.push_back(claim.sequence);
    }
  }
  return out;
}

TEST(NearWindow, FindsWhatAListWouldFind) {
  WindowBounds bounds;
  bounds.window_s = 3000;
  Sketches sketches(1);
  NearWindow window(bounds);
  std::vector<Claim> claims;
  for (std::uint64_t i = 1; i <= 1500; ++i) {
    const TextSketch sketch = sketches.next();
    // Any order of time, before 1970 too.
    const auto time_s = static_cast<std::int64_t>(sketches.random()() % 40'000) - 20'000;
    ASSERT_EQ(found(window, sketch, time_s), naive(claims, sketch, time_s, bounds.window_s)) << i;
    claims.push_back(claim_of(i, sketch, time_s));
    window.add(claims.back());
  }
}

TEST(NearWindow, AReplayGivesTheSameWindow) {
  WindowBounds bounds;
  bounds.window_s = 600;
  bounds.late_documents = 300;
  Sketches sketches(2);
  NearWindow live(bounds), replayed(bounds);
  replayed.begin_replay();
  for (std::uint64_t i = 1; i <= 2000; ++i) {
    const Claim claim = claim_of(i, sketches.next(), static_cast<std::int64_t>(i * 2));
    live.add(claim);
    replayed.add(claim);
  }
  replayed.end_replay();
  EXPECT_EQ(live.tally().documents, replayed.tally().documents);
  for (int i = 0; i < 300; ++i) {
    const TextSketch sketch = sketches.next();
    EXPECT_EQ(found(live, sketch, 4000), found(replayed, sketch, 4000));
  }
}

TEST(NearWindow, BucketsGoWholeOnceTheNewsHasPassed) {
  WindowBounds bounds;
  bounds.window_s = 600;
  bounds.late_documents = 0;
  Sketches sketches(3);
  NearWindow window(bounds);
  std::uint64_t most = 0;
  for (std::uint64_t i = 1; i <= 20'000; ++i) {
    window.add(claim_of(i, sketches.next(), static_cast<std::int64_t>(i)));
    most = std::max(most, window.tally().documents);
  }
  EXPECT_LE(most, 600U + 200 + 1);
  EXPECT_GE(window.tally().documents, 600U);
  EXPECT_EQ(window.tally().expired + window.tally().documents, 20'000U);
  EXPECT_EQ(window.tally().evicted, 0U);
}

TEST(NearWindow, PastItsBoundTheOldestLeave) {
  WindowBounds bounds;
  bounds.documents_max = 1000;
  Sketches sketches(4);
  NearWindow window(bounds);
  for (std::uint64_t i = 1; i <= 5000; ++i) {  // all within a second
    window.add(claim_of(i, sketches.next(), 1000));
    ASSERT_LE(window.tally().documents, 1000U);
  }
  EXPECT_GE(window.tally().documents, 700U) << "one bucket went, not all";
  EXPECT_FALSE(window.contains(1));
  EXPECT_TRUE(window.contains(5000));
  EXPECT_EQ(window.tally().evicted + window.tally().documents, 5000U);
}

TEST(NearWindow, ABandThatEverybodySharesCostsABoundedLook) {
  NearWindow window({});
  Sketches sketches(5);
  const TextSketch form = sketches.next();
  for (std::uint64_t i = 1; i <= 3000; ++i) {
    TextSketch filled = form;
    for (std::size_t bin = 64; bin < kSketchBins; ++bin) {
      filled.bins[bin] = static_cast<std::uint8_t>(sketches.random()());
    }
    window.add(claim_of(i, filled, 0));
  }
  const std::uint64_t before = window.tally().candidates;
  EXPECT_EQ(found(window, form, 0).size(), NearWindow::kBandEntriesMax);
  EXPECT_LE(window.tally().candidates - before, kBands * NearWindow::kBandEntriesMax);
}

TEST(NearWindow, AReleasedDocumentIsNobodysNeighbour) {
  NearWindow window({});
  Sketches sketches(6);
  const Claim claim = claim_of(1, sketches.next(), 0);
  window.add(claim);
  window.add(claim_of(2, claim.sketch, 0));
  window.release(claim);
  EXPECT_EQ(found(window, claim.sketch, 0), std::vector<std::uint64_t>{2});
}

TEST(NearWindow, SaysWhichLogSegmentsNothingNeedsAnyMore) {
  WindowBounds bounds;
  bounds.window_s = 100;
  bounds.late_documents = 0;
  NearWindow window(bounds);
  Sketches sketches(7);
  const std::uint64_t segment = std::uint64_t{1} << kNearSegmentBits;
  const TextSketch sketch = sketches.next();
  window.add(claim_of(segment - 1, sketch, 0));
  window.add(claim_of(segment, sketch, 0));
  EXPECT_TRUE(window.take_retired().empty());
  window.add(claim_of(segment + 1, sketch, 10'000));
  EXPECT_EQ(window.take_retired(), std::vector<std::uint64_t>{0});
  window.add(claim_of(segment + 2, sketch, 20'000));
  EXPECT_TRUE(window.take_retired().empty()) << "segment 1 is still being written";
  Claim none = claim_of(segment * 2, sketch, 30'000);
  window.add(none);
  EXPECT_EQ(window.take_retired(), std::vector<std::uint64_t>{1});
}

}  // namespace
}  // namespace khabar
