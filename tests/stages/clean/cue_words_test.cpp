#include "stages/clean/cue_words.h"

#include <gtest/gtest.h>

#include "stages/clean/word_hashes.h"

#include <string>

namespace khabar {
namespace {

TEST(CueWords, speak_many_languages) {
  EXPECT_TRUE(has_cue(cues_of("Read more: the harbour reopens"), Cue::related));
  EXPECT_TRUE(has_cue(cues_of("LIRE AUSSI | le port rouvre"), Cue::related));
  EXPECT_TRUE(has_cue(cues_of("اقرأ أيضا: الميناء يعود إلى العمل"), Cue::related));
  EXPECT_TRUE(has_cue(cues_of("تابعونا على تلغرام"), Cue::share));
  EXPECT_TRUE(has_cue(cues_of("фото: пресс-служба"), Cue::picture));
  EXPECT_TRUE(has_cue(cues_of("© 2024 Harbour Press"), Cue::rights));
}

TEST(CueWords, are_whole_words) {
  EXPECT_FALSE(has_cue(cues_of("The sharecropper bought moreover a homestead"), Cue::share));
  EXPECT_EQ(cues_of("Olives ripened slowly"), 0u);
  EXPECT_EQ(cues_of(""), 0u);
}

TEST(CueWords, only_the_first_words_count) {
  std::string text;
  for (int i = 0; i < 24; ++i) text += "olive ";
  EXPECT_EQ(cues_of(text + "newsletter"), 0u);
  WordHashes hashes;  // reads further than cues do
  EXPECT_EQ(cues_of(hashes.first_words(text + "newsletter")), 0u);
  EXPECT_TRUE(has_cue(cues_of(hashes.first_words("Our \u201Cnewsletter\u201D")), Cue::newsletter));
}

}  // namespace
}  // namespace khabar
