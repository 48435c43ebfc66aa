#include "core/text/find_bytes.h"

#include <random>
#include <string>

#include <gtest/gtest.h>

namespace khabar {
namespace {

TEST(FindBytes, FindsWhatStringViewFinds) {
  constexpr std::uint64_t kSeed = 77;
  std::mt19937_64 random(kSeed);
  const auto text_of = [&random](std::size_t bytes) {
    std::string text;
    for (; bytes > 0; --bytes) text += static_cast<char>('a' + random() % 3);
    return text;
  };
  for (int round = 0; round < 20'000; ++round) {
    const std::string text = text_of(random() % 100), word = text_of(2 + random() % 6);
    const std::size_t at = random() % (text.size() + 1);
    ASSERT_EQ(find_bytes(text, word, at), text.find(word, at))
        << word << " in " << text << " from " << at << ", seed " << kSeed;
    ASSERT_EQ(contains_bytes(text, word), text.find(word) != std::string::npos);
  }
}

}  // namespace
}  // namespace khabar
