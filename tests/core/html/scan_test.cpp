// The scanners against their naive twins.
#include "core/html/scan.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <random>
#include <string>

#include "core/html/known_names.h"

namespace khabar {
namespace {

std::string random_bytes(std::mt19937& random, std::size_t length, std::string_view alphabet) {
  std::string out;
  for (std::size_t i = 0; i < length; ++i) {
    const bool any = alphabet.empty() || random() % 16 == 0;
    out.push_back(any ? static_cast<char>(random()) : alphabet[random() % alphabet.size()]);
  }
  return out;
}

template <char A, char B, char C, char D>
void expect_same(const char* begin, const char* end) {
  const char* fast = find_any<A, B, C, D>(begin, end);
  const char* naive = find_any_bytewise<A, B, C, D>(begin, end);
  ASSERT_EQ(fast - begin, naive - begin);
  if (end - begin < 16) return;
  const char* of_sixteen = find_any_of_sixteen<A, B, C, D>(begin);
  ASSERT_EQ(of_sixteen - begin, std::min<std::ptrdiff_t>(naive - begin, 16));
}

TEST(Scan, FindsWhatTheByteLoopFinds) {
  const unsigned seed = std::random_device{}();
  std::printf("seed %u\n", seed);
  std::mt19937 random(seed);
  for (int i = 0; i < 20000; ++i) {
    const std::size_t length = random() % 200;
    const std::string bytes = random_bytes(random, length, i % 2 ? "abcdefgh \xD8\xB3" : "");
    const auto exact = std::make_unique<char[]>(length);
    std::copy(bytes.begin(), bytes.end(), exact.get());
    const char* end = exact.get() + length;
    for (std::size_t from : {std::size_t{0}, length / 3, length}) {
      const char* begin = exact.get() + from;
      expect_same<'<', '&', '\r', '\0'>(begin, end);
      expect_same<'"', '&', '\r', '\0'>(begin, end);
      expect_same<'\'', '&', '\r', '\0'>(begin, end);
      expect_same<'<', '>', '\r', '\0'>(begin, end);
      expect_same<'\r', '\0', '\0', '\0'>(begin, end);
      expect_same<'>', '>', '>', '>'>(begin, end);
    }
  }
}

// Every byte at every place of sixty-four and more.
TEST(Scan, KnowsEveryByte) {
  for (int byte = 0; byte < 256; ++byte) {
    for (std::size_t at = 0; at < 100; ++at) {
      std::string bytes(100, 'x');
      bytes[at] = static_cast<char>(byte);
      expect_same<'<', '&', '\r', '\0'>(bytes.data(), bytes.data() + bytes.size());
    }
  }
}

TEST(Scan, ReadsNamesAsTheByteLoopDoes) {
  const unsigned seed = std::random_device{}();
  std::printf("seed %u\n", seed);
  std::mt19937 random(seed);
  for (int i = 0; i < 50000; ++i) {
    const std::string bytes = random_bytes(random, 16, "abcXYZ-az@[`{ />=\t\n");
    const ScannedName fast = scan_name(bytes.data());
    const ScannedName naive = scan_name_bytewise(bytes.data());
    ASSERT_EQ(fast.length, naive.length) << bytes;
    ASSERT_EQ(fast.has_upper, naive.has_upper) << bytes;
    ASSERT_EQ(fast.key, naive.key) << bytes;
  }
}

// What TagBytes says of 64 bytes is what the byte loops find from each of them; where it says
// nothing, too few bytes are left.
TEST(Scan, FindsTheEndsInATagAsTheByteLoopsDo) {
  const unsigned seed = std::random_device{}();
  std::printf("seed %u\n", seed);
  std::mt19937 random(seed);
  for (int i = 0; i < 5000; ++i) {
    const std::string bytes = random_bytes(random, random() % 120, "abcdeXYZ-=\"\"&\r >/");
    const char* const begin = bytes.data();
    const char* const end = begin + bytes.size();
    TagBytes tag;
    tag.read(begin, end);
    for (const char* p = begin; tag.holds(p); ++p) {
      ASSERT_LE(p + 16, end);
      const ScannedName naive = scan_name_bytewise(p);
      const unsigned length = tag.name_length(p);
      if (naive.length <= TagBytes::kNameBytesMax) {
        ASSERT_EQ(length, naive.length) << bytes;
        ASSERT_EQ(name_of_length(p, length).key, naive.key) << bytes;
        ASSERT_EQ(name_of_length(p, length).has_upper, naive.has_upper) << bytes;
      } else {
        ASSERT_GT(length, TagBytes::kNameBytesMax) << bytes;
      }
      const char* const value = p + TagBytes::kNameBytesMax + 2;
      const char* const known_end = begin + TagBytes::kBytes;
      const char* const found = find_any_bytewise<'"', '&', '\r', '\0'>(value, known_end);
      ASSERT_EQ(tag.value_end(value), found == known_end ? nullptr : found) << bytes;
    }
    const bool enough = bytes.size() >= TagBytes::kBytes + 16;
    ASSERT_TRUE(enough || !tag.holds(begin));
  }
}

TEST(KnownNames, EveryTagIsFoundByItsName) {
  for (std::uint32_t i = 1; i < kKnownTags; ++i) {
    const auto tag = static_cast<Tag>(i);
    EXPECT_EQ(find_tag(known_tag_name(tag)), tag) << known_tag_name(tag);
  }
  EXPECT_EQ(find_tag("xyzzy"), Tag::none);
  EXPECT_EQ(find_tag("fecomponenttransfes"), Tag::none);
  EXPECT_EQ(find_tag(""), Tag::none);
}

TEST(KnownNames, EveryAttributeNameIsFound) {
#define KHABAR_ATTRIBUTE(enumerator, name) \
  EXPECT_EQ(find_attribute_name(std::string_view(name)), AttributeName::enumerator);
  KHABAR_ATTRIBUTE_NAMES(KHABAR_ATTRIBUTE)
#undef KHABAR_ATTRIBUTE
  EXPECT_EQ(find_attribute_name(std::string_view("data-x")), AttributeName::other);
}

}  // namespace
}  // namespace khabar
