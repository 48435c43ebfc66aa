// A long run through a short window: memory flat, expiry right, and across the window no verdict
// but exact ones. KHABAR_SOAK_DOCUMENTS sets the length; a million is the full soak.
#include <cstdlib>
#include <deque>
#include <random>

#include <gtest/gtest.h>

#include "tests/stages/dedupe/desk.h"

namespace khabar {
namespace {

std::string time_at(std::int64_t second) {
  const auto hour = second / 3600;
  std::string out = date_of(hour);
  char clock[16];
  std::snprintf(clock, sizeof clock, "%02d:%02d", static_cast<int>(second / 60 % 60),
                static_cast<int>(second % 60));
  return out.replace(out.find(":00:00") + 1, 5, clock);
}

Signature edited(Signature signature, std::mt19937_64& random) {
  signature.text_hash_low = random();
  for (std::size_t i = 0; i < 12; ++i) {
    signature.sketch.bins[random() % kSketchBins] = static_cast<std::uint8_t>(random());
  }
  return signature;
}

Signature invented(std::mt19937_64& random) {
  Signature out;
  out.text_hash_high = random();
  out.text_hash_low = random();
  out.folded_bytes = 3000;
  out.sketch.characters = 1700;
  out.sketch.shingles = 1500;
  out.sketch.has_letters = true;
  for (auto& byte : out.sketch.bins) byte = static_cast<std::uint8_t>(random());
  for (auto& word : out.sketch.fine) word = random();
  return out;
}

TEST(DedupeSoak, AShortWindowForgetsAndStaysSmall) {
  const char* wanted = std::getenv("KHABAR_SOAK_DOCUMENTS");
  const std::int64_t documents = wanted != nullptr ? std::atoll(wanted) : 20'000;
  constexpr std::int64_t kWindow_s = 600, kPerSecond = 10;
  DedupeOptions options = marking();
  options.bounds.window.window_s = kWindow_s;
  options.bounds.window.late_documents = 100;
  StoppedClock clock;
  Metrics metrics;
  auto stage = std::move(*(*make_dedupe_stage(options, clock, metrics))->make_worker());
  std::mt19937_64 random(9);

  struct Old {
    Signature signature;
    std::int64_t second;
    std::string id;
  };
  std::deque<Old> old;
  std::int64_t exact = 0, near_within = 0, near_beyond = 0, most_bytes = 0;
  for (std::int64_t i = 0; i < documents; ++i) {
    const std::int64_t second = i / kPerSecond;
    Document document;
    document.key = static_cast<std::uint64_t>(i) + 1;
    document.source.id = std::to_string(i);
    document.canonical_url = address("a", i);
    document.fetched = time_at(second);
    const auto choice = random() % 10;
    const std::size_t place = old.empty() ? 0 : random() % old.size();
    const bool again = choice < 2 && old.size() > 100;
    const Old picked = again ? old[place] : Old{};
    const Old* from = again ? &picked : nullptr;
    // Edited once only: an edited copy told anew would be the next one's original.
    if (again && choice == 1) old.erase(old.begin() + static_cast<std::ptrdiff_t>(place));
    document.signature = from == nullptr ? invented(random)
                         : choice == 0   ? from->signature
                                         : edited(from->signature, random);
    auto decision = stage->process(document);
    ASSERT_TRUE(decision && decision->on_settled);
    decision->on_settled(Fate::delivered);
    if (from == nullptr) {
      ASSERT_EQ(document.verdict.kind, VerdictKind::fresh);
      old.push_back({document.signature, second, document.verdict.id});
      if (old.size() > 15'000) old.pop_front();  // two windows and a half
    } else if (choice == 0) {
      ASSERT_EQ(document.verdict.duplicate_of, from->id) << "equal texts, however old";
      ++exact;
    } else if (second - from->second <= kWindow_s) {
      ASSERT_EQ(document.verdict.duplicate_of, from->id);
      ++near_within;
    } else {
      ASSERT_EQ(document.verdict.kind, VerdictKind::fresh) << second - from->second;
      ++near_beyond;
    }
    if (i % 5000 == 4999) {
      for (const MetricSample& sample : metrics.samples()) {
        if (sample.name != "khabar_dedupe_bytes" || sample.labels[0].second != "window") continue;
        most_bytes = std::max(most_bytes, static_cast<std::int64_t>(sample.value));
      }
    }
  }
  EXPECT_GT(exact, documents / 40);
  EXPECT_GT(near_within, documents / 100);
  EXPECT_GT(near_beyond, documents / 100);
  // 6,000 documents of the window, a third more in its oldest bucket, all but a tenth entered.
  EXPECT_LT(most_bytes, 8'200 * 800);
}

}  // namespace
}  // namespace khabar
