#include "stages/clean/visible_text.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

#include "core/html/parser.h"
#include "core/text/utf8.h"

namespace khabar {
namespace {

std::string visible(const std::string& html, std::size_t bytes_max = 100) {
  HtmlParser parser;
  return visible_text(parser.parse(html).body(), bytes_max);
}

// Character by character.
std::string naive_collapsed(std::string_view text, std::string out) {
  constexpr char32_t kSoftHyphen = 0xAD;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    if (is_blank(point.value)) {
      if (!out.empty() && out.back() != ' ' && out.back() != '\n') out += ' ';
    } else if (point.value != kSoftHyphen) {
      out += text.substr(at, point.size);
    }
    at += point.size;
  }
  return out;
}

TEST(VisibleText, PartsBlocksAndSkipsWhatIsNotShown) {
  EXPECT_EQ(visible("<p>By <b>Jane</b>  Roe<script>x</script><div>3 May</div>"),
            "By Jane Roe\n3 May");
  EXPECT_EQ(visible("<p>Jane <button>Follow</button> Roe<svg><title>x</title></svg>"), "Jane Roe");
}

TEST(VisibleText, DressPartsNoWordsAndSpansDo) {
  EXPECT_EQ(visible("<p><b>J</b>ane <i>Roe</i>"), "Jane Roe");
  EXPECT_EQ(visible("<p><span><b>Jane Roe</b></span><span>3 May</span>"), "Jane Roe\n3 May");
}

TEST(VisibleText, IsCutAtACharacterAndLeavesNoBlankBehind) {
  EXPECT_EQ(visible("<p>ab cd", 3), "ab");
  EXPECT_EQ(visible("<p>مرحبا", 3), "م");
  EXPECT_EQ(visible("<p>a<p>b<p>c", 4), "a\nb");
}

TEST(VisibleText, ReadsNoMoreNodesThanAsked) {
  HtmlParser parser;
  const std::string html = "<p>a<p>b<p>c<p>d";
  EXPECT_EQ(visible_text(parser.parse(html).body(), 100, 4), "a\nb");
}

TEST(VisibleText, CollapsesAsCharactersAreReadOneByOne) {
  constexpr unsigned kSeed = 5;
  std::mt19937 random(kSeed);
  const std::string parts[] = {" ",
                               "\t",
                               "\n",
                               "Jane",
                               "م",
                               "3",
                               "\xC2\xA0",
                               "\xC2\xAD",
                               "\xE3\x80\x80",
                               "\xE2\x80\x94",
                               "語",
                               "\x01",
                               "\xE2\x80",
                               "\xC2",
                               "é",
                               "\xE2\x80\x8A",
                               "          ",
                               "\n            "};
  for (int i = 0; i < 20'000; ++i) {
    std::string text, out = random() % 2 == 0 ? "" : random() % 2 == 0 ? "x " : "x\n";
    for (auto count = random() % 40; count > 0; --count) text += parts[random() % std::size(parts)];
    const std::string expected = naive_collapsed(text, out);
    append_collapsed(text, out);
    ASSERT_EQ(out, expected) << "seed " << kSeed << ", round " << i;
  }
}

}  // namespace
}  // namespace khabar
