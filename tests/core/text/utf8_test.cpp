#include "core/text/utf8.h"

#include <random>

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <gtest/gtest.h>

namespace khabar {
namespace {

std::string sanitized(std::string_view bytes) {
  std::string out;
  sanitize_utf8(bytes, out);
  return out;
}

// Unicode 15, section 3.9, table 3-8 and its neighbours: U+FFFD for each maximal subpart.
TEST(Utf8, ReplacesMaximalSubparts) {
  const char* const kF = "\xEF\xBF\xBD";
  const std::string f = kF;
  const std::pair<std::string, std::string> cases[] = {
      {"\xC0\xAF\xE0\x80\xBF\xF0\x81\x82\x41", f + f + f + f + f + f + f + f + "A"},
      {"\xED\xA0\x80\xED\xBF\xBF\xED\xAF\x41", f + f + f + f + f + f + f + f + "A"},
      {"\xF4\x91\x92\x93\xFF\x41\x80\xBF\x42", f + f + f + f + f + "A" + f + f + "B"},
      {"\xE1\x80\xE2\xF0\x91\x92\xF1\xBF\x41", f + f + f + f + "A"},
      {"a\x80z", "a" + f + "z"},
      {"\xE3\x81", f},
      {"سلام", "سلام"},
  };
  for (const auto& [bytes, expected] : cases) EXPECT_EQ(sanitized(bytes), expected);
}

// ICU's converter follows the same rule.
TEST(Utf8, RandomBytesAgreeWithIcu) {
  const unsigned seed = std::random_device{}();
  SCOPED_TRACE(seed);
  std::mt19937 random(seed);
  // clang-format off
  const std::string pieces[] = {"a", "ب", "é", "漢", "😀", "\xC3", "\xE1\x80",
                                "\xF0\x90", "\xED\xA0\x80", "\x80", "\xFF", "\xC0\x80",
                                "0123456789abcdef", "\xF4\x90\x80\x80"};
  // clang-format on
  for (int round = 0; round < 20'000; ++round) {
    std::string bytes;
    const std::size_t length = random() % 40;
    for (std::size_t i = 0; i < length; ++i) {
      bytes += random() % 4 == 0 ? std::string(1, static_cast<char>(random()))
                                 : pieces[random() % std::size(pieces)];
    }
    std::string expected;
    icu::UnicodeString::fromUTF8(bytes).toUTF8String(expected);
    ASSERT_EQ(sanitized(bytes), expected);
    ASSERT_EQ(is_valid_utf8(bytes), bytes == expected);
    ASSERT_EQ(bytes.substr(0, valid_utf8_prefix(bytes)),
              expected.substr(0, valid_utf8_prefix(bytes)));
  }
}

// Validation goes by blocks of 64: an error is found wherever in a block it stands.
TEST(Utf8, FindsTheErrorAtEveryOffset) {
  std::string text;
  while (text.size() < 170) text += "ab؟漢😀";
  for (std::size_t at = 0; at < text.size(); ++at) {
    std::string broken = text;
    broken[at] = '\xFF';
    std::size_t prefix = at;
    while (prefix > 0 && (static_cast<unsigned char>(text[prefix]) & 0xC0) == 0x80) --prefix;
    EXPECT_EQ(valid_utf8_prefix(broken), prefix) << at;
    const bool boundary = prefix == at;
    EXPECT_EQ(is_valid_utf8(std::string_view(text).substr(0, at)), boundary) << at;
  }
}

TEST(Utf8, EncodesWhatItDecodes) {
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    if (c == 0xD800) c = 0xE000;
    std::string bytes;
    append_utf8(c, bytes);
    const CodePoint point = code_point_at(bytes, 0);
    ASSERT_TRUE(point.valid && point.value == c && point.size == bytes.size()) << c + 0u;
  }
  std::string bytes;
  append_utf8(0xD800, bytes);
  append_utf8(0x110000, bytes);
  EXPECT_EQ(bytes, "\xEF\xBF\xBD\xEF\xBF\xBD");
}

// A byte beyond ASCII is found at every place, from every place before it and behind it.
TEST(Utf8, FindsTheNextByteBeyondAscii) {
  for (std::size_t place = 0; place < 200; ++place) {
    std::string text(200, 'a');
    text[place] = '\x80';
    for (std::size_t from = 0; from <= text.size(); ++from) {
      ASSERT_EQ(find_non_ascii(text, from), from <= place ? place : text.size()) << from;
    }
  }
}

TEST(Utf8, CountsCodePoints) {
  EXPECT_EQ(count_code_points("سلام é😀"), 7u);
}

TEST(Utf8, TrimsAndCollapsesBlanks) {
  EXPECT_EQ(trim_blanks(" \t\u00A0خبر عاجل\u3000\n"), "خبر عاجل");
  EXPECT_EQ(trim_blanks("\u00A0 "), "");
  EXPECT_EQ(trim_blanks("\xA0"), "\xA0");
  std::string out;
  collapse_blanks(" a \n\u2009b\u00A0 ", out);
  EXPECT_EQ(out, "a b");
}

// Every White_Space character of Unicode is one of ours.
TEST(Utf8, BlanksAreUnicodeWhiteSpace) {
  for (UChar32 c = 0; c < 0x10000; ++c) {
    if (c == 0x2800) continue;
    EXPECT_EQ(is_blank(static_cast<char32_t>(c)), u_isUWhiteSpace(c) != 0) << c;
  }
}

TEST(Utf8, NamesTheScriptOfALetter) {
  const std::pair<char32_t, Script> cases[] = {
      {U'a', Script::latin},    {U'é', Script::latin},     {U'7', Script::common},
      {U'م', Script::arabic},   {U'گ', Script::arabic},    {U'،', Script::common},
      {U'٣', Script::common},   {U'ﻼ', Script::arabic},    {U'ж', Script::cyrillic},
      {U'ש', Script::hebrew},   {U'漢', Script::han},      {U'カ', Script::kana},
      {U'한', Script::hangul},  {U'ก', Script::southeast}, {U'अ', Script::indic},
      {U'Ω', Script::greek},    {U'«', Script::common},    {U'😀', Script::common},
      {U'ქ', Script::georgian}, {U'Ա', Script::armenian},  {U'አ', Script::ethiopic},
  };
  for (const auto& [c, script] : cases) EXPECT_EQ(script_of(c), script) << std::hex << c + 0u;
}

}  // namespace
}  // namespace khabar
