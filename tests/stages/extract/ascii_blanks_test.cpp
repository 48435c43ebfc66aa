#include "stages/extract/ascii_blanks.h"

#include <gtest/gtest.h>

namespace khabar {
namespace {

TEST(AsciiBlanks, RunsBecomeOne) {
  EXPECT_EQ(with_single_blanks(""), "");
  EXPECT_EQ(with_single_blanks(" \r\n\t "), "");
  EXPECT_EQ(with_single_blanks("\n Ferry\t\treturns \r\n after repair "),
            "Ferry returns after repair");
  EXPECT_EQ(with_single_blanks("عودة  العبارة\n"), "عودة العبارة");
}

TEST(AsciiBlanks, WideBlanksStay) {
  EXPECT_EQ(with_single_blanks("100\u00A0km \u2003 away"), "100\u00A0km \u2003 away");
}

}  // namespace
}  // namespace khabar
