#include "core/text/digest.h"

#include <gtest/gtest.h>

namespace khabar {
namespace {

// Known answers of XXH3 for no input (xxHash's own sanity tests): ids must never change.
TEST(Digest, HasTheKnownAnswers) {
  EXPECT_EQ(hex(hash64("")), "2d06800538d394c2");
  EXPECT_EQ(hex(hash128("")), "99aa06d3014798d86001c324468d497f");
  EXPECT_NE(hash64("a", 1), hash64("a", 2));
}

TEST(Digest, PartsKnowTheirEnds) {
  EXPECT_NE(Hasher128().part("ab").part("c").digest(), Hasher128().part("a").part("bc").digest());
  EXPECT_EQ(Hasher128().part("ab").digest(), Hasher128().part("ab").digest());
}

// RFC 4648 section 10: "foobar" is mzxw6ytboi and Zm9vYmFy.
TEST(Digest, PrintsInThreeAlphabets) {
  const std::uint64_t foobar = 0x666f6f6261720000;
  EXPECT_EQ(hex(foobar), "666f6f6261720000");
  EXPECT_EQ(base32(foobar), "mzxw6ytboiaaa");
  EXPECT_EQ(base64url(foobar), "Zm9vYmFyAAA");
  EXPECT_EQ(base64url(~std::uint64_t{0}), "__________8");
  EXPECT_EQ(base32(Digest128{foobar, 0}).size(), 26u);
  EXPECT_EQ(base64url(Digest128{foobar, 0}).size(), 22u);
}

}  // namespace
}  // namespace khabar
