#include "stages/clean/main_text.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "core/html/parser.h"
#include "stages/clean/page_facts_collector.h"

namespace khabar {
namespace {

using testing::AssertionResult;

// A page as sites build them: menu, story in a wrapper, related list, footer.
std::string site(std::string_view story, std::string_view head = "<title>Ferry returns</title>") {
  std::string html =
      "<!doctype html><html><head>" + std::string(head) +
      "</head><body>"
      "<header class='site-header'><nav class='menu'><ul><li><a href='/'>Home</a><li>"
      "<a href='/news'>News</a><li><a href='/sport'>Sport</a><li><a href='/opinion'>Opinion</a>"
      "</ul></nav></header><main>";
  html += story;
  return html +
         "</main><aside class='sidebar related'><h3>Most read</h3><ul>"
         "<li><a href='/a'>Council votes on the new bridge</a><li><a href='/b'>Bakery wins "
         "prize</a>"
         "<li><a href='/c'>Rain expected on Sunday</a></ul></aside><footer class='footer'><p>"
         "© 2024 Harbour Press. All rights reserved.</p><ul><li><a href='/terms'>Terms</a><li>"
         "<a href='/privacy'>Privacy</a></ul></footer></body></html>";
}

const std::string kOne =
    "The ferry left the old harbour at dawn on Monday with forty sacks of olives and two goats on "
    "board, the first crossing since the storm, the port authority said.";
const std::string kTwo =
    "By noon the wind had turned, and the captain put in at the nearest cove to wait it out, while "
    "passengers shared bread and told each other where they had been.";
const std::string kThree =
    "“We have seen worse,” said one of them, a carpenter who makes the trip every month. The "
    "crossing usually takes four hours; this one took eleven.";
const std::string kArabicOne =
    "غادرت العبارة الميناء القديم فجر الاثنين وعلى متنها أربعون كيسا من الزيتون، في أول رحلة منذ "
    "العاصفة التي ضربت الساحل الأسبوع الماضي، بحسب إدارة الميناء.";
const std::string kArabicTwo =
    "وقال القبطان إن الرياح تغيرت عند الظهر، فاضطر إلى الرسو في أقرب خليج حتى هدأ البحر، بينما "
    "تقاسم الركاب الخبز وتبادلوا الحكايات عن أسفارهم السابقة.";

std::string p(std::string_view text) {
  return "<p>" + std::string(text) + "</p>";
}

struct Extracted {
  explicit Extracted(std::string_view html, bool markdown = false) {
    const Tree& tree = parser.parse(html);
    elements.read(tree);
    collector.collect_head(tree, elements, facts);
    main_text.extract(tree, elements, story_claims(facts), MainTextOptions{markdown}, paragraphs);
  }
  AssertionResult has(std::string_view text) const {
    std::string all;
    for (const Paragraph& one : paragraphs) {
      if (one.text.find(text) != std::string::npos) return testing::AssertionSuccess();
      all += one.text + '\n';
    }
    return testing::AssertionFailure() << "\"" << text << "\" is not in:\n" << all;
  }
  std::size_t times(std::string_view text) const {
    std::size_t count = 0;
    for (const Paragraph& one : paragraphs) count += one.text == text;
    return count;
  }

  HtmlParser parser;
  PageElements elements;
  PageFactsCollector collector;
  PageFacts facts;
  MainText main_text;
  std::vector<Paragraph> paragraphs;
};

TEST(MainText, story_in_and_furniture_out) {
  const Extracted got(
      site("<article><h1>Ferry returns</h1>" + p(kOne) + p(kTwo) + p(kThree) + "</article>"));
  EXPECT_TRUE(got.has(kOne));
  EXPECT_TRUE(got.has(kTwo));
  EXPECT_TRUE(got.has(kThree));
  EXPECT_FALSE(got.has("Opinion"));
  EXPECT_FALSE(got.has("Bakery"));
  EXPECT_FALSE(got.has("rights reserved"));
}

TEST(MainText, arabic_reads_like_any_other) {
  const Extracted got("<html lang=ar dir=rtl>" +
                      site("<h1>عودة العبارة</h1><div class='entry-content'>" + p(kArabicOne) +
                               p(kArabicTwo) + p(kArabicOne.substr(0, kArabicOne.size() / 2)) +
                               "</div>",
                           "<title>عودة العبارة</title>"));
  EXPECT_TRUE(got.has(kArabicOne));
  EXPECT_TRUE(got.has(kArabicTwo));
  EXPECT_FALSE(got.has("Terms"));
}

TEST(MainText, a_body_split_over_containers_stays_whole) {
  const Extracted got(site("<article><h1>Ferry returns</h1><div class=part>" + p(kOne) + p(kTwo) +
                           "</div><div class='ad-slot'>Advertisement</div><div class=part>" +
                           p(kThree) + "</div></article>"));
  EXPECT_TRUE(got.has(kOne));
  EXPECT_TRUE(got.has(kThree));
  EXPECT_FALSE(got.has("Advertisement"));
}

TEST(MainText, a_form_around_the_whole_page_is_no_reason) {
  std::string html = site("<h1>Ferry returns</h1><div class='article-text'>" + p(kArabicOne) +
                          p(kArabicTwo) + "</div>");
  html.replace(html.find("<body>"), 6, "<body><form id=aspnetForm>");
  const Extracted got(html);
  EXPECT_TRUE(got.has(kArabicOne));
  EXPECT_TRUE(got.has(kArabicTwo));
}

TEST(MainText, tables_may_lay_a_page_out) {
  const Extracted got(
      "<title>Ferry returns</title><table><tr><td><a href=/>Home</a><br>"
      "<a href=/n>News</a></td><td><h1>Ferry returns</h1>" +
      p(kOne) + p(kTwo) + p(kThree) + "</td></tr></table>");
  EXPECT_TRUE(got.has(kOne));
  EXPECT_TRUE(got.has(kThree));
  EXPECT_FALSE(got.has("News"));
}

TEST(MainText, paragraphs_of_one_cell_are_no_row) {
  const Extracted page("<title>x</title><table><tr><td>" + kOne + "<br><br>" + kTwo + "<br><br>" +
                       kThree + "</td></tr></table>");
  ASSERT_EQ(page.paragraphs.size(), 3u);
  for (const Paragraph& one : page.paragraphs) EXPECT_EQ(one.kind, ParagraphKind::paragraph);
}

TEST(MainText, a_bold_line_before_a_break_stands_alone) {
  const Extracted page(
      site("<div><b>Ferry returns after the storm</b><br>" + kOne + "<br><br>" + kTwo + "</div>"));
  ASSERT_GE(page.paragraphs.size(), 2u);
  EXPECT_TRUE(page.has(kOne));
  for (const Paragraph& one : page.paragraphs) {
    EXPECT_EQ(one.text.find("after the storm The ferry"), std::string::npos) << one.text;
  }
}

TEST(MainText, text_between_breaks_is_paragraphs) {
  const Extracted got(site("<h1>Ferry returns</h1><div class=story>" + kOne + "<br><br>" + kTwo +
                           "<br><br>" + kThree + "</div>"));
  EXPECT_EQ(got.times(kOne), 1u);
  EXPECT_EQ(got.times(kTwo), 1u);
  EXPECT_EQ(got.times(kThree), 1u);
}

TEST(MainText, read_also_in_the_middle_goes) {
  const Extracted got(
      site("<article><h1>Ferry returns</h1>" + p(kOne) +
           "<div class='related-inline'><p>Read also: <a href='/x'>Council votes on "
           "the new bridge</a></p></div>" +
           p(kTwo) + p(kThree) + "</article>"));
  EXPECT_TRUE(got.has(kTwo));
  EXPECT_FALSE(got.has("Council votes"));
}

TEST(MainText, comments_stay_out) {
  const Extracted got(site("<article><h1>Ferry returns</h1><div class='article-body'>" + p(kOne) +
                           p(kTwo) + p(kThree) +
                           "</div></article><div id=comments class=comments>"
                           "<h3>2 comments</h3><ol class=commentlist><li class=comment><div "
                           "class='comment-author'>Mara</div><p>I was on that boat, and it was not "
                           "eleven hours, more like nine, but who counts.</p><a href='#r'>Reply</a>"
                           "</li></ol></div>"));
  EXPECT_TRUE(got.has(kOne));
  EXPECT_FALSE(got.has("I was on that boat"));
  EXPECT_FALSE(got.has("Reply"));
}

TEST(MainText, the_same_text_comes_once) {
  const Extracted got(site("<article><h1>Ferry returns</h1>" + p(kOne) + p(kTwo) + p(kThree) +
                           p(kOne) + "</article>"));
  EXPECT_EQ(got.times(kOne), 1u);
}

TEST(MainText, order_is_reading_order) {
  const Extracted got(
      site("<article>" + p(kOne) + "<h2>The wind</h2>" + p(kTwo) + p(kThree) + "</article>"));
  std::vector<std::uint32_t> at;
  std::string all;
  for (const Paragraph& one : got.paragraphs) all += one.text + '\n';
  EXPECT_LT(all.find(kOne), all.find(kTwo));
  EXPECT_LT(all.find(kTwo), all.find(kThree));
  EXPECT_LT(got.main_text.first_position(), got.main_text.last_position());
}

TEST(MainText, the_title_is_not_text) {
  const Extracted got(site("<article><h1>Ferry returns</h1>" + p(kOne) + p(kTwo) + "</article>"));
  EXPECT_EQ(got.times("Ferry returns"), 0u);
}

TEST(MainText, a_flash_of_one_line_is_a_story) {
  const Extracted got(site("<article><h1>Ferry returns</h1><div class='article-body'>" + p(kOne) +
                           "</div></article>"));
  EXPECT_TRUE(got.has(kOne));
}

TEST(MainText, is_never_empty_where_a_page_reads) {
  for (const std::string& html : {p(kOne), kOne, "<div><span>" + kTwo + "</span></div>",
                                  "<noscript>" + p(kThree) + "</noscript>", p("Ferry sinks."),
                                  "<p style='display:none'>" + kOne + "</p>"}) {
    EXPECT_FALSE(Extracted(html).paragraphs.empty()) << html;
  }
}

TEST(MainText, a_page_without_text_gives_none) {
  EXPECT_TRUE(Extracted("").paragraphs.empty());
  EXPECT_TRUE(Extracted("<img src=x><script>let story = 1;</script>").paragraphs.empty());
}

TEST(MainText, lists_and_subheadings_of_the_story_keep_their_kind) {
  const Extracted got(site("<article><h1>Ferry returns</h1>" + p(kOne) +
                           "<h2>What the passengers carried</h2><ol><li>Forty sacks of olives, all "
                           "of them from the hills behind the harbour.<li>Two goats, which did not "
                           "like the sea, and said so.</ol>" +
                           p(kTwo) + p(kThree) + "</article>"));
  ASSERT_TRUE(got.has("Two goats, which"));
  for (const Paragraph& one : got.paragraphs) {
    if (!one.text.starts_with("Two goats, which")) continue;
    EXPECT_EQ(one.kind, ParagraphKind::list_item);
    EXPECT_TRUE(one.ordered);
    EXPECT_EQ(one.level, 1);
  }
}

TEST(MainText, cells_of_a_row_are_one_line) {
  const Extracted got(
      "<title>Ferry returns</title><table><tr><td>The ferry left at dawn, with forty "
      "sacks of olives on board, and came back | late.</td><td>By noon the wind had "
      "turned, and the captain put in at the nearest cove.</td></tr><tr><td>“We "
      "have seen worse,” said a carpenter, who makes the trip every month.</td>"
      "</tr></table>",
      true);
  ASSERT_EQ(got.paragraphs.size(), 2u);
  EXPECT_EQ(got.paragraphs[0].kind, ParagraphKind::table_row);
  EXPECT_TRUE(got.paragraphs[0].text.find("late. | By noon") != std::string::npos);
  EXPECT_TRUE(got.paragraphs[0].markdown.find("back \\| late. | By") != std::string::npos);
}

TEST(MainText, markdown_keeps_links_and_emphasis) {
  const Extracted got(site("<article><h1>Ferry returns</h1>" + p(kOne) +
                           "<p>The <b>captain</b> of "
                           "the <a href='https://ferry.example/log'>ferry</a> wrote that the wind "
                           "turned *twice*, and that nobody on board seemed to mind.</p>" +
                           p(kTwo) + "</article>"),
                      true);
  bool found = false;
  for (const Paragraph& one : got.paragraphs) {
    found |= one.markdown.find(
                 "The **captain** of the [ferry](https://ferry.example/log) wrote that "
                 "the wind turned \\*twice\\*") == 0;
  }
  EXPECT_TRUE(found);
}

TEST(MainText, one_worker_reads_page_after_page_alike) {
  const std::string html =
      site("<article><h1>Ferry returns</h1>" + p(kOne) + p(kTwo) + "</article>");
  HtmlParser parser;
  PageElements elements;
  MainText main_text;
  std::vector<Paragraph> first, again, other;
  const auto extract = [&](const std::string& page, std::vector<Paragraph>& paragraphs) {
    const Tree& tree = parser.parse(page);
    elements.read(tree);
    main_text.extract(tree, elements, StoryClaims{}, MainTextOptions{}, paragraphs);
  };
  extract(html, first);
  extract(site(p(kArabicOne)), other);
  extract(html, again);
  EXPECT_EQ(first, again);
}

}  // namespace
}  // namespace khabar
