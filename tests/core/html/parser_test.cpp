// Stories of the parser, so that the tests mean something where html5lib's suites are absent.
#include "core/html/parser.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/core/html/tree_dump.h"

namespace khabar {
namespace {

// What is below <body>, unindented by its depth.
std::string body_of(std::string_view html) {
  const std::string dump = dump_html("<!DOCTYPE html><body>" + std::string(html));
  std::string out;
  const std::size_t body = dump.find("|   <body>\n");
  for (std::size_t at = dump.find('\n', body) + 1; at < dump.size();) {
    const std::size_t end = dump.find('\n', at);
    out += dump.substr(at + 6, end - at - 6) + "\n";
    at = end + 1;
  }
  return out;
}

bool points_into(std::string_view part, std::string_view whole) {
  return part.data() >= whole.data() && part.data() + part.size() <= whole.data() + whole.size();
}

const Node* find_element(const Tree& tree, Tag tag) {
  for (const Node* node : descendants(tree.document())) {
    if (node->is(tag)) return node;
  }
  return nullptr;
}

TEST(Parser, AnEmptyPageHasItsThreeElements) {
  EXPECT_EQ(dump_html(""), "| <html>\n|   <head>\n|   <body>\n");
}

TEST(Parser, TellsRootHeadBodyAndDoctype) {
  HtmlParser parser;
  const Tree& tree = parser.parse("<!doctype HTML><title>خبر</title><p>نص");
  ASSERT_NE(tree.doctype(), nullptr);
  EXPECT_EQ(tree.doctype()->name, "html");
  EXPECT_EQ(tree.quirks_mode(), QuirksMode::no_quirks);
  EXPECT_TRUE(tree.root()->is(Tag::html));
  EXPECT_EQ(text_content(tree.head()), "خبر");
  EXPECT_EQ(text_content(tree.body()), "نص");
}

TEST(Parser, UnclosedParagraphsAreSiblings) {
  EXPECT_EQ(body_of("<p>a<p>b<ul><li>c<li>d</ul>"),
            "<p>\n  \"a\"\n<p>\n  \"b\"\n<ul>\n  <li>\n    \"c\"\n  <li>\n    \"d\"\n");
}

// 13.2.10.1 "Misnested tags: <b><i></b></i>".
TEST(Parser, MisnestedFormattingIsAdopted) {
  EXPECT_EQ(body_of("<p>1<b>2<i>3</b>4</i>5</p>"),
            "<p>\n  \"1\"\n  <b>\n    \"2\"\n    <i>\n      \"3\"\n  <i>\n    \"4\"\n  \"5\"\n");
}

// 13.2.10.2 "Misnested tags: <b><p></b></p>".
TEST(Parser, BlocksInFormattingAreAdopted) {
  EXPECT_EQ(body_of("<b>1<p>2</b>3</p>"), "<b>\n  \"1\"\n<p>\n  <b>\n    \"2\"\n  \"3\"\n");
}

// 13.2.10.3 "Unexpected markup in tables".
TEST(Parser, WhatIsNoTableLeavesTheTable) {
  EXPECT_EQ(body_of("<table><b><tr><td>aaa</td></tr>bbb</table>ccc"),
            "<b>\n<b>\n  \"bbb\"\n<table>\n  <tbody>\n    <tr>\n      <td>\n        \"aaa\"\n"
            "<b>\n  \"ccc\"\n");
}

// The Noah's Ark clause.
TEST(Parser, ThreeOfEachKindOfFormattingAreKept) {
  EXPECT_EQ(body_of("<p><b><b><b><b><p>x"),
            "<p>\n  <b>\n    <b>\n      <b>\n        <b>\n"
            "<p>\n  <b>\n    <b>\n      <b>\n        \"x\"\n");
}

TEST(Parser, ForeignNamesGetTheirSpelling) {
  EXPECT_EQ(body_of("<svg viewbox='0 0 1 1'><foreignobject><p>x</p></foreignobject></svg>"),
            "<svg svg>\n  viewBox=\"0 0 1 1\"\n  <svg foreignObject>\n    <p>\n      \"x\"\n");
}

TEST(Parser, TemplateContentsAreItsChildren) {
  HtmlParser parser;
  const Tree& tree = parser.parse("<template><td>x</td></template>");
  EXPECT_EQ(text_content(find_element(tree, Tag::template_)), "x");
}

TEST(Parser, ScriptsHideTheirEndInComments) {
  EXPECT_EQ(body_of("<script><!--<script></script>--></script>x"),
            "<script>\n  \"<!--<script></script>-->\"\n\"x\"\n");
}

TEST(Parser, NoscriptHoldsElementsUnlessScriptsRun) {
  const std::string html = "<body><noscript><img src=a></noscript>";
  EXPECT_NE(dump_html(html).find("|       <img>\n"), std::string::npos);
  ParseOptions options;
  options.scripting = true;
  EXPECT_NE(dump_html(html, options).find("\"<img src=a>\""), std::string::npos);
}

// 13.2.3.5: CR LF and CR are LF; the input is not copied where it holds none.
TEST(Parser, NewlinesAreNormalised) {
  HtmlParser parser;
  const Tree& tree = parser.parse("<p title='a\r\nb'>c\rd\r\ne<!--f\r\n-->");
  const Node* paragraph = find_element(tree, Tag::p);
  EXPECT_EQ(paragraph->attribute(AttributeName::title), "a\nb");
  EXPECT_EQ(paragraph->first_child->text(), "c\nd\ne");
  EXPECT_EQ(paragraph->last_child->text(), "f\n");
}

TEST(Parser, TextIsTheInputsOwnBytes) {
  const std::string html = "<p class=lead>كلام &amp; <!--note--><i title='x'>بلا نسخ</i>";
  HtmlParser parser;
  const Tree& tree = parser.parse(html);
  const Node* paragraph = find_element(tree, Tag::p);
  EXPECT_EQ(paragraph->first_child->text(), "كلام & ");
  EXPECT_FALSE(points_into(paragraph->first_child->text(), html));  // a reference was decoded
  EXPECT_TRUE(points_into(paragraph->attribute(AttributeName::class_), html));
  EXPECT_TRUE(points_into(paragraph->first_child->next->text(), html));
  const Node* italic = find_element(tree, Tag::i);
  EXPECT_EQ(italic->first_child->text(), "بلا نسخ");
  EXPECT_TRUE(points_into(italic->first_child->text(), html));
}

// Pieces around an ignored tag lie apart in the input, and grow one text.
TEST(Parser, PiecesOfATextBecomeOneNode) {
  std::string html = "<p>", expected;
  for (int i = 0; i < 1000; ++i) {
    html += "abc</zzz>";
    expected += "abc";
  }
  HtmlParser parser;
  const Node* paragraph = find_element(parser.parse(html), Tag::p);
  EXPECT_EQ(paragraph->first_child, paragraph->last_child);
  EXPECT_EQ(paragraph->first_child->text(), expected);
}

TEST(Parser, AttributesAreFoundByNumberAndName) {
  HtmlParser parser;
  const Tree& tree = parser.parse("<a HREF=/x data-Kind=\"n&amp;b\" href=/second hidden>");
  const Node* link = find_element(tree, Tag::a);
  EXPECT_EQ(link->attribute(AttributeName::href), "/x");
  EXPECT_EQ(link->attribute("data-kind"), "n&b");
  EXPECT_TRUE(link->has_attribute(AttributeName::hidden));
  EXPECT_EQ(link->attribute(AttributeName::hidden), "");
  EXPECT_FALSE(link->has_attribute(AttributeName::id));
  EXPECT_EQ(link->attributes().size(), 3u);
}

TEST(Parser, UnknownNamesKeepTheirTextAndEqualTags) {
  HtmlParser parser;
  const Tree& tree = parser.parse("<X-Card><x-other></x-other></x-card><x-card>");
  const Node* first = tree.body()->first_child;
  const Node* second = first->next;
  EXPECT_EQ(tree.tag_name(*first), "x-card");
  EXPECT_EQ(first->tag, second->tag);
  EXPECT_NE(first->tag, first->first_child->tag);
}

TEST(Parser, WalksWithoutLeavingTheRoot) {
  HtmlParser parser;
  const Tree& tree = parser.parse("<ul><li>a<b>b</b></li></ul><p>c");
  std::string names;
  for (const Node* node : descendants(find_element(tree, Tag::ul))) {
    names += node->is_element() ? std::string(tree.tag_name(*node)) : std::string(node->text());
    names += ' ';
  }
  EXPECT_EQ(names, "li a b b ");
  EXPECT_EQ(text_content(tree.body()), "abc");
}

TEST(Parser, IsAsGoodAsNewForTheNextPage) {
  HtmlParser parser;
  parser.parse("<!DOCTYPE html><form><table><td><b><x-y><template><svg><title>unfinished");
  EXPECT_EQ(dump_below(parser.parse("<p>x"), parser.parse("<p>x").document()), dump_html("<p>x"));
}

TEST(Parser, GivesBackTheMemoryOfAMonstrousPage) {
  HtmlParser parser;
  std::string monster;
  for (int i = 0; i < 600'000; ++i) monster += "<i x=1>a";
  parser.parse(monster);
  const std::size_t after_monster = parser.memory_bytes();
  parser.parse("<p>small");
  EXPECT_GT(after_monster, std::size_t{60} << 20);
  EXPECT_LE(parser.memory_bytes(), std::size_t{41} << 20);
}

TEST(Parser, MovesWithItsTree) {
  const std::string html = "<p>kept";
  HtmlParser first;
  const Tree& tree = first.parse(html);
  HtmlParser second = std::move(first);
  EXPECT_EQ(text_content(tree.body()), "kept");
}

}  // namespace
}  // namespace khabar
