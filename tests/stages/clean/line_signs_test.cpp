#include "stages/clean/line_signs.h"

#include <string>

#include <gtest/gtest.h>

namespace khabar {
namespace {

TEST(LineSigns, CountsTheSignsOfLinkListsAndShareBars) {
  EXPECT_EQ(count_odd_signs(""), 0u);
  EXPECT_EQ(count_odd_signs("Home | News > Sport / Chess"), 3u);
  EXPECT_EQ(count_odd_signs("\u00A9 2024 \u00BB more \u2022 \u203A @us #tag [+]"), 8u);
  EXPECT_EQ(count_odd_signs("No sign here: caf\u00E9 \u2013 \u00AB"), 0u);
}

TEST(LineSigns, CountsThemInEveryPlace) {
  for (std::size_t before = 0; before < 40; ++before) {
    for (const std::string sign : {"|", "\u00B7", "\u2022"}) {
      const std::string text = std::string(before, 'x') + sign;
      EXPECT_EQ(count_odd_signs(text), 1u) << text;
      // Cut inside the sign: nothing is read behind the end.
      const std::string_view cut = std::string_view(text).substr(0, text.size() - 1);
      EXPECT_EQ(count_odd_signs(cut), 0u) << text;
    }
  }
}

TEST(LineSigns, CountsLettersThatBeginWords) {
  for (std::size_t before = 0; before < 40; ++before) {
    const std::string text = std::string(before, 'y') + " Two words, Three 4 \u0633";
    const std::uint32_t first = before > 0 ? 1 : 0;
    EXPECT_EQ(count_initial_letters(text), (InitialLetters{first + 3, 2})) << text;
  }
}

}  // namespace
}  // namespace khabar
