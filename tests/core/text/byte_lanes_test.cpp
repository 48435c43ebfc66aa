#include "core/text/byte_lanes.h"

#include <gtest/gtest.h>

#include <array>
#include <utility>

namespace khabar {
namespace {

#if defined(__SSE2__)
TEST(ByteLanes, EveryByteIsInTheRangesThatHoldItAndInNoOther) {
  std::array<char, 16> bytes{};
  for (unsigned value = 0; value < 256; ++value) {
    bytes.fill(static_cast<char>(value ^ 0x80));
    bytes[3] = static_cast<char>(value);
    const __m128i loaded = byte_lanes::load(bytes.data());
    EXPECT_EQ(byte_lanes::bits(byte_lanes::is(loaded, value)), 1U << 3);
    for (const auto& [least, most] : {std::pair{0U, 0x1FU}, {0x7FU, 0x80U}, {0xC2U, 0xFFU}}) {
      const bool holds = value >= least && value <= most;
      EXPECT_EQ((byte_lanes::bits(byte_lanes::in(loaded, least, most)) >> 3 & 1) != 0, holds)
          << value << " in " << least << ".." << most;
    }
  }
}
#else
TEST(ByteLanes, AreNotOfThisProcessor) {
  GTEST_SKIP() << "no SSE2";
}
#endif

}  // namespace
}  // namespace khabar
