#include "core/text/ascii.h"

#include <gtest/gtest.h>

#include <array>
#include <string>
#include <string_view>

namespace khabar {
namespace {

constexpr std::string_view kUpper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
constexpr std::string_view kLower = "abcdefghijklmnopqrstuvwxyz";
constexpr std::string_view kDigits = "0123456789";

std::array<char, 256> all_bytes() {
  std::array<char, 256> bytes{};
  for (int value = 0; value < 256; ++value) {
    bytes[static_cast<std::size_t>(value)] = static_cast<char>(value);
  }
  return bytes;
}

bool is_in(std::string_view set, char c) {
  return set.find(c) != std::string_view::npos;
}

TEST(Ascii, ClassesHoldTheirMembersAndNoOtherByte) {
  for (const char c : all_bytes()) {
    const int byte = static_cast<unsigned char>(c);
    EXPECT_EQ(is_ascii_upper(c), is_in(kUpper, c)) << byte;
    EXPECT_EQ(is_ascii_lower(c), is_in(kLower, c)) << byte;
    EXPECT_EQ(is_ascii_letter(c), is_in(kUpper, c) || is_in(kLower, c)) << byte;
    EXPECT_EQ(is_ascii_digit(c), is_in(kDigits, c)) << byte;
    EXPECT_EQ(is_ascii_alphanumeric(c), is_ascii_letter(c) || is_in(kDigits, c)) << byte;
  }
}

// Infra: "replace all ASCII upper alphas ... with their corresponding code point in ASCII lower
// alpha"; all else stays, bytes from 0x80 up too.
TEST(Ascii, LowerChangesTheCapitalsOnly) {
  for (const char c : all_bytes()) {
    const std::size_t at = kUpper.find(c);
    const char wanted = at == std::string_view::npos ? c : kLower[at];
    EXPECT_EQ(ascii_lower(c), wanted) << int{static_cast<unsigned char>(c)};
  }
}

TEST(Ascii, HexDigits) {
  constexpr std::string_view kLowerHex = "0123456789abcdef", kUpperHex = "0123456789ABCDEF";
  for (const char c : all_bytes()) {
    const std::size_t at = is_in(kLowerHex, c) ? kLowerHex.find(c) : kUpperHex.find(c);
    const int wanted = at == std::string_view::npos ? -1 : static_cast<int>(at);
    EXPECT_EQ(hex_digit_value(c), wanted) << int{static_cast<unsigned char>(c)};
  }
}

TEST(Ascii, EqualsIgnoringCase) {
  EXPECT_TRUE(equals_ignoring_case("", ""));
  EXPECT_TRUE(equals_ignoring_case("Content-Type", "cONTENT-tYPE"));
  EXPECT_FALSE(equals_ignoring_case("content-type", "content-typ"));
  EXPECT_FALSE(equals_ignoring_case("", "a"));
  EXPECT_FALSE(equals_ignoring_case("@[`{", "`{@["));  // a bit apart, and no letters
  EXPECT_TRUE(equals_ignoring_case("Jos\u00e9", "JOS\u00e9"));
  EXPECT_FALSE(equals_ignoring_case("Jos\u00e9", "JOS\u00c9"));
}

TEST(Ascii, EqualsIgnoringCaseAgreesWithComparingTheLowered) {
  for (const char a : all_bytes()) {
    for (const char b : all_bytes()) {
      const bool equal = equals_ignoring_case({&a, 1}, {&b, 1});
      EXPECT_EQ(equal, lower_ascii({&a, 1}) == lower_ascii({&b, 1}));
    }
  }
}

TEST(Ascii, StartsIgnoringCase) {
  EXPECT_TRUE(starts_ignoring_case("HTTP/1.1 200", "http/"));
  EXPECT_TRUE(starts_ignoring_case("feed:", "FEED:"));
  EXPECT_TRUE(starts_ignoring_case("x", ""));
  EXPECT_FALSE(starts_ignoring_case("fee", "feed"));
  EXPECT_FALSE(starts_ignoring_case("afeed", "feed"));
}

TEST(Ascii, LoweredStringKeepsItsLengthAndItsZeros) {
  EXPECT_EQ(lower_ascii(std::string_view("A\0B", 3)), std::string("a\0b", 3));
  EXPECT_EQ(lower_ascii("UTF-8 \u0627\u0644\u0639 \u00c9T\u00c9"),
            "utf-8 \u0627\u0644\u0639 \u00c9t\u00c9");
}

}  // namespace
}  // namespace khabar
