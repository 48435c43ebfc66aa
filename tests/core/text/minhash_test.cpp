#include "core/text/minhash.h"

#include <algorithm>
#include <cmath>
#include <random>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "core/text/utf8.h"

namespace khabar {
namespace {

TextSketch sketch_of(std::string_view folded) {
  Sketcher sketcher;
  TextSketch out;
  sketcher.sketch(folded, out);
  return out;
}

// The naive twins: sets of strings, no hashing.
std::set<std::u32string> naive_shingles(const std::string& text) {
  std::u32string points;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    points += c.value;
    at += c.size;
  }
  std::set<std::u32string> out;
  for (std::size_t i = 0; i + kShingleCharacters <= points.size(); ++i) {
    out.insert(points.substr(i, kShingleCharacters));
  }
  return out;
}

struct NaiveOverlap {
  double jaccard, containment;
};
NaiveOverlap naive_overlap(const std::string& a, const std::string& b) {
  const auto x = naive_shingles(a), y = naive_shingles(b);
  std::vector<std::u32string> both;
  std::set_intersection(x.begin(), x.end(), y.begin(), y.end(), std::back_inserter(both));
  const auto size = static_cast<double>(both.size());
  return {size / static_cast<double>(x.size() + y.size() - both.size()),
          size / static_cast<double>(std::min(x.size(), y.size()))};
}

std::string random_words(std::mt19937& random, std::size_t count) {
  static const std::u32string kLetters = U"ابتجحدرسشعفقكلمنهوي";
  std::string out;
  for (std::size_t i = 0; i < count; ++i) {
    if (i > 0) out += ' ';
    for (auto n = 2 + random() % 6; n > 0; --n) {
      append_utf8(kLetters[random() % kLetters.size()], out);
    }
  }
  return out;
}

TEST(MinHash, AgreesWithTheSetsThemselves) {
  std::mt19937 random(20240501);
  double error = 0, containment_error = 0;
  constexpr int kRounds = 150;
  for (int round = 0; round < kRounds; ++round) {
    const std::string shared = random_words(random, 50 + random() % 300);
    const std::string a = shared + " " + random_words(random, 10 + random() % 200);
    const std::string b = random_words(random, 10 + random() % 100) + " " + shared;
    const NaiveOverlap truth = naive_overlap(a, b);
    const TextSketch x = sketch_of(a), y = sketch_of(b);
    EXPECT_NEAR(x.shingles, static_cast<double>(naive_shingles(a).size()),
                1 + .02 * static_cast<double>(naive_shingles(a).size()));
    const double jaccard = estimated_jaccard(x, y);
    EXPECT_NEAR(jaccard, truth.jaccard, .15) << "round " << round;
    EXPECT_NEAR(coarse_jaccard(x.bins.data(), y.bins.data()), truth.jaccard, .2);
    error += std::abs(jaccard - truth.jaccard);
    containment_error +=
        std::abs(estimated_containment(jaccard, x.shingles, y.shingles) - truth.containment);
  }
  EXPECT_LT(error / kRounds, .025);
  EXPECT_LT(containment_error / kRounds, .025);
}

TEST(MinHash, UnrelatedTextsShareNothing) {
  std::mt19937 random(7);
  double sum = 0;
  for (int round = 0; round < 50; ++round) {
    sum += estimated_jaccard(sketch_of(random_words(random, 200)),
                             sketch_of(random_words(random, 200)));
  }
  EXPECT_LT(sum / 50, .04);
}

TEST(MinHash, ShortTextsBorrowBinsAndStillCompare) {
  std::mt19937 random(11);
  const std::string text = random_words(random, 12);
  const TextSketch whole = sketch_of(text);
  EXPECT_EQ(estimated_jaccard(whole, sketch_of(text)), 1.0);
  const TextSketch longer = sketch_of(text + " " + random_words(random, 12));
  EXPECT_NEAR(estimated_jaccard(whole, longer), .5, .2);
  EXPECT_LT(estimated_jaccard(whole, sketch_of(random_words(random, 12))), .15);
}

TEST(MinHash, LeadLooksAtTheFirstSixtyWordsOnly) {
  std::mt19937 random(3);
  const std::string lead = random_words(random, kLeadWords);
  const TextSketch a = sketch_of(lead + " " + random_words(random, 200));
  const TextSketch b = sketch_of(lead + " " + random_words(random, 200));
  const TextSketch c = sketch_of(random_words(random, 200) + " " + lead);
  EXPECT_EQ(estimated_lead_jaccard(a.lead.data(), b.lead.data()), 1.0);
  EXPECT_LT(estimated_lead_jaccard(a.lead.data(), c.lead.data()), .3);
  EXPECT_LT(estimated_jaccard(a, b), .5);
}

NumberOverlap numbers_of(const std::string& a, const std::string& b) {
  const TextSketch x = sketch_of(a), y = sketch_of(b);
  return number_overlap(x.numbers.data(), x.number_count, y.numbers.data(), y.number_count);
}

TEST(MinHash, NumbersAreDigitRuns) {
  const NumberOverlap overlap =
      numbers_of("في 12 ايار قتل 7 وجرح 30", "جرح 30 وقتل 8 في 12 ايار 2019");
  EXPECT_EQ(overlap.both, 2U);
  EXPECT_EQ(overlap.either, 5U);
  EXPECT_EQ(overlap.smaller, 3U);
  EXPECT_EQ(numbers_of("لا ارقام هنا", "ولا هنا").jaccard(), 1.0);
  EXPECT_EQ(numbers_of("7", "07").both, 0U) << "an hour is not a count";
  EXPECT_EQ(numbers_of("a1b 1", "1").either, 1U);
}

TEST(MinHash, ManyNumbersAreSampledEvenly) {
  std::string a, b;
  for (int i = 0; i < 400; ++i) {
    (i % 2 == 0 ? a : b) += " " + std::to_string(1000 + i);
    if (i % 4 < 2) (i % 2 == 0 ? b : a) += " " + std::to_string(1000 + i);
  }
  const NumberOverlap overlap = numbers_of(a, b);  // 300 each, 200 shared, of 400
  EXPECT_GE(overlap.either, kNumbersMax);
  EXPECT_NEAR(overlap.jaccard(), .5, .4);
  EXPECT_EQ(numbers_of(a, a).jaccard(), 1.0);
}

TEST(MinHash, OddTextsAreHarmless) {
  EXPECT_EQ(sketch_of("").shingles, 0U);
  EXPECT_EQ(sketch_of("اب").shingles, 1U);
  EXPECT_EQ(sketch_of("12 34").has_letters, false);
  EXPECT_EQ(sketch_of("12 كم").has_letters, true);
  std::string same;
  for (int i = 0; i < 1'000'000; ++i) same += "خبر ";
  const TextSketch repeated = sketch_of(same);
  EXPECT_EQ(repeated.shingles, 4U);
  EXPECT_EQ(repeated.characters, 4'000'000U);
  EXPECT_EQ(sketch_of(std::string_view("\xE1\x80", 2)).characters, 1U);
}

TEST(MinHash, AnyBytesGiveTheSameSketchTwiceAndNeverReadPastTheEnd) {
  std::mt19937 random(99);
  for (int round = 0; round < 300; ++round) {
    std::vector<char> bytes(random() % 40);  // a vector: its end is guarded under a sanitizer
    for (char& byte : bytes) byte = static_cast<char>(random());
    const std::string_view text(bytes.data(), bytes.size());
    EXPECT_EQ(sketch_of(text), sketch_of(text));
  }
}

}  // namespace
}  // namespace khabar
