#include "stages/clean/blocks.h"

#include <gtest/gtest.h>

#include <iterator>
#include <random>
#include <string>
#include <vector>

#include "core/html/parser.h"

namespace khabar {
namespace {

struct Page {
  explicit Page(std::string_view html) { blocks.parse(parser.parse(html)); }

  std::vector<std::string> texts() const {
    std::vector<std::string> out;
    for (const Block& block : blocks.blocks()) out.emplace_back(blocks.text_of(block));
    return out;
  }
  const Block& operator[](std::size_t i) const { return blocks.blocks().at(i); }

  HtmlParser parser;
  BlockParser blocks;
};

using Texts = std::vector<std::string>;

TEST(Blocks, inline_elements_do_not_part_text) {
  EXPECT_EQ(Page("<p>One <a href=x>link</a> and <b>bo</b>ld.</p>").texts(),
            Texts{"One link and bold."});
}

TEST(Blocks, block_elements_part_text_on_both_sides) {
  EXPECT_EQ(Page("<div>before<p>inside</p>behind</div>").texts(),
            (Texts{"before", "inside", "behind"}));
}

// CSS 2, 9.2.1: display makes an element a block, not its name.
TEST(Blocks, inline_elements_set_apart_by_their_style_part_text) {
  EXPECT_EQ(Page("<div><span style='display: BLOCK'>one</span><a style=color:red;display:flex>two"
                 "</a><span style=display:inline-block>three</span></div>")
                .texts(),
            (Texts{"one", "two", "three"}));
  EXPECT_EQ(Page("<p>one <img style=display:block>two <span style=display:inline>three</span></p>")
                .texts(),
            Texts{"one two three"});
  EXPECT_EQ(Page("<pre><span style=display:flex>x\n</span><span style=display:flex>y</span></pre>")
                .texts(),
            Texts{"x\ny"});
}

TEST(Blocks, two_breaks_part_and_one_joins_short_lines) {
  EXPECT_EQ(Page("<div>one<br><br>two<br>three</div>").texts(), (Texts{"one", "two three"}));
}

TEST(Blocks, one_break_behind_a_long_line_parts) {
  const std::string line(70, 'x');
  EXPECT_EQ(Page("<div>" + line + "<br>next</div>").texts(), (Texts{line, "next"}));
}

TEST(Blocks, blanks_collapse_but_for_preformatted_text) {
  EXPECT_EQ(Page("<p> a \n  b </p><pre>x\n  y</pre>").texts(), (Texts{"a b", "x\n  y"}));
}

TEST(Blocks, scripts_forms_parts_and_templates_are_no_text) {
  EXPECT_EQ(Page("<p>a<script>b</script></p><select><option>c</select><template>d</template>"
                 "<button>e</button><svg><text>f</text></svg><style>g</style>")
                .texts(),
            Texts{"a"});
}

TEST(Blocks, know_what_they_are) {
  const Page page(
      "<h2>Head</h2><ul><li><div>item</div></ul><table><tr><td>cell</table>"
      "<blockquote><p>said</p></blockquote><ol><li>first</ol>");
  EXPECT_EQ(page[0].heading_level, 2);
  EXPECT_EQ(page[1].tag, Tag::li);
  EXPECT_EQ(page[1].list_depth, 1);
  EXPECT_EQ(page[2].tag, Tag::td);
  EXPECT_TRUE(page[3].has(kInQuote));
  EXPECT_TRUE(page[4].has(kOrderedList));
  EXPECT_FALSE(page[1].has(kOrderedList));
}

TEST(Blocks, know_what_is_hidden) {
  const Page page(
      "<p>seen</p><p style='color:red; Display : none'>a</p><div hidden>b</div>"
      "<div aria-hidden=true>c</div><p style='display:block'>d</p>");
  EXPECT_FALSE(page[0].has(kHidden));
  EXPECT_TRUE(page[1].has(kHidden));
  EXPECT_TRUE(page[2].has(kHidden));
  EXPECT_TRUE(page[3].has(kHidden));
  EXPECT_FALSE(page[4].has(kHidden));
}

TEST(Blocks, count_links_and_marks_of_arabic_too) {
  const Page page("<p>قال الوزير، أمس: <a href='/author/x'>هل</a> يعود؟</p>");
  EXPECT_EQ(page[0].marks, 3u);
  EXPECT_EQ(page[0].words, 5u);
  EXPECT_EQ(page[0].links, 1);
  EXPECT_TRUE(page[0].ends_sentence);
  EXPECT_TRUE(has_group(link_groups(page[0]), ClassGroup::author));
}

// Kana sends the whole block the slow way, letter by letter, and is two words itself.
TEST(Blocks, count_many_letters_at_once_as_they_count_one) {
  const char* parts[] = {"a", "Ferry", " ", "3", ".", ",", "14:30",  "?", "ب", "قال", "،", "؟",
                         "٣", "۔",     "é", "…", "’", "“", "\u00A0", "։", "ж", "!",   ";"};
  const unsigned seed = std::random_device{}();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937 random(seed);
  for (int round = 0; round < 500; ++round) {
    std::string text = "x";
    for (std::size_t n = random() % 40; n > 0; --n) text += parts[random() % std::size(parts)];
    text += 'x';
    const Page fast("<p>" + text + "</p>"), slow("<p>" + text + " あ</p>");
    ASSERT_EQ(fast[0].words + 2, slow[0].words) << text;
    ASSERT_EQ(fast[0].marks, slow[0].marks) << text;
    ASSERT_EQ(fast[0].digits, slow[0].digits) << text;
  }
}

TEST(Blocks, end_as_their_last_letter_does) {
  EXPECT_TRUE(Page("<p>He said: \u201CWe sail.\u201D)</p>")[0].ends_sentence);
  EXPECT_TRUE(Page("<p>هل يعود؟»</p>")[0].ends_sentence);
  EXPECT_FALSE(Page("<p>Harbour and ferry,</p>")[0].ends_sentence);
  EXPECT_FALSE(Page("<p>\"»)</p>")[0].ends_sentence);
  EXPECT_TRUE(Page("<p>Read also:</p>")[0].ends_colon);
}

TEST(Blocks, remember_the_picture_before_them) {
  const Page page("<p>a</p><figure><img src=x><figcaption>b</figcaption></figure><p>c</p>");
  EXPECT_FALSE(page[0].has(kAfterImage));
  EXPECT_TRUE(page[1].has(kAfterImage));
  EXPECT_FALSE(page[2].has(kAfterImage));
}

TEST(Blocks, class_words_fade_with_distance) {
  const Page page("<div class=comments><div><p>a</p></div></div><p>b</p>");
  const auto comment = static_cast<std::size_t>(ClassGroup::comment);
  EXPECT_EQ(page[0].groups[comment], 3);
  EXPECT_EQ(page[1].groups[comment], 0);
}

TEST(Blocks, like_siblings_have_one_signature) {
  const Page page("<div><p class=x>a</p><p class=x>b</p><p class=y>c</p></div>");
  EXPECT_EQ(page[0].signature, page[1].signature);
  EXPECT_NE(page[0].signature, page[2].signature);
}

TEST(Blocks, stay_within_bounds_on_hostile_pages) {
  std::string html;
  for (std::size_t i = 0; i < kBlocksMax + 500; ++i) html += "<p>x";
  EXPECT_LE(Page(html).texts().size(), kBlocksMax + 1);
  std::string deep;
  for (int i = 0; i < 20'000; ++i) deep += "<div>";
  EXPECT_EQ(Page(deep + "x").texts(), Texts{"x"});
}

TEST(Blocks, an_empty_page_has_none) {
  EXPECT_TRUE(Page("").texts().empty());
  EXPECT_TRUE(Page("<p> &nbsp;").texts().size() <= 1);
}

}  // namespace
}  // namespace khabar
