#include "stages/clean/class_words.h"

#include <gtest/gtest.h>

namespace khabar {
namespace {

bool says(std::string_view value, ClassGroup group) {
  return has_group(class_groups(value), group);
}

TEST(ClassWords, words_end_at_signs_and_capitals) {
  EXPECT_TRUE(says("article-body", ClassGroup::article));
  EXPECT_TRUE(says("article-body", ClassGroup::content));
  EXPECT_TRUE(says("articleBody", ClassGroup::content));
  EXPECT_TRUE(says("c_comment__list", ClassGroup::comment));
}

TEST(ClassWords, a_prefix_opens_longer_words_where_it_may) {
  EXPECT_TRUE(says("commentlist", ClassGroup::comment));
  EXPECT_TRUE(says("newsletters", ClassGroup::newsletter));
  EXPECT_FALSE(says("address", ClassGroup::advert));
  EXPECT_FALSE(says("sideways", ClassGroup::sidebar));
}

TEST(ClassWords, other_languages_count) {
  EXPECT_TRUE(says("texto-noticia", ClassGroup::article));
  EXPECT_TRUE(says("haber_metin", ClassGroup::content));
  EXPECT_TRUE(says("artikel__teilen", ClassGroup::share));
}

TEST(ClassWords, what_says_nothing_gives_nothing) {
  EXPECT_EQ(class_groups(""), 0u);
  EXPECT_EQ(class_groups("x9 -- 77 css1qz"), 0u);
  EXPECT_EQ(class_groups(std::string(100'000, 'q')), 0u);
}

}  // namespace
}  // namespace khabar
