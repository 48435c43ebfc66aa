// Pages made to be slow or deep: 10 MB each. The bound is on work that can be counted (nodes,
// memory) and on coming to an end at all: a quadratic step would take hours here.
#include <gtest/gtest.h>

#include <functional>
#include <string>

#include "core/html/parser.h"
#include "tests/core/html/tree_check.h"

namespace khabar {
namespace {

constexpr std::size_t kBytes = 10'000'000;

std::string repeated(std::string_view piece, std::size_t bytes = kBytes) {
  std::string out;
  out.reserve(bytes + piece.size());
  while (out.size() < bytes) out += piece;
  return out;
}

std::string numbered(const std::function<std::string(int)>& piece, std::size_t bytes = kBytes) {
  std::string out;
  out.reserve(bytes + 100);
  for (int i = 0; out.size() < bytes; ++i) out += piece(i);
  return out;
}

HtmlLimitsHit limits_of(const std::string& html, const ParseOptions& options = {}) {
  HtmlParser parser;
  const Tree& tree = parser.parse(html, options);
  EXPECT_EQ(tree_fault(tree, options), "");
  return tree.limits_hit();
}

TEST(Hostile, NestingAMillionDeepIsClosedFlat) {
  EXPECT_TRUE(limits_of(repeated("<div>")).depth);
  EXPECT_TRUE(limits_of(repeated("<div>") + repeated("</div>")).depth);
  EXPECT_TRUE(limits_of(repeated("<table><tr><td>")).depth);
  EXPECT_TRUE(limits_of(repeated("<svg><foreignobject>")).depth);
  EXPECT_TRUE(limits_of(repeated("<template>")).depth);
  EXPECT_TRUE(limits_of(repeated("<table><caption><object><b>")).depth);
  EXPECT_TRUE(limits_of(repeated("<x-y>")).depth);
}

TEST(Hostile, TextBeyondTheDepthIsKept) {
  HtmlParser parser;
  const std::string html = repeated("<div>x", 6000);
  const Tree& tree = parser.parse(html);
  EXPECT_TRUE(tree.limits_hit().depth);
  EXPECT_EQ(text_content(tree.body()), std::string(1000, 'x'));
}

TEST(Hostile, UnclosedFormattingDoesNotMultiplyThePage) {
  const auto bold = [](int i) { return "<b id=" + std::to_string(i) + ">"; };
  EXPECT_TRUE(limits_of(numbered(bold)).formatting);
  EXPECT_TRUE(limits_of(numbered(bold, 100'000) + repeated("<p>")).nodes);
  limits_of(repeated("<p><a>"));
  limits_of(repeated("<a><p>"));
  limits_of(repeated("<a><div></a>"));
  limits_of(repeated("<b><i><p></b></i>"));
  limits_of(repeated("<table><td><object></table>"));
  limits_of(repeated("<nobr><table>"));
}

TEST(Hostile, OneTagMayHoldTheWholePage) {
  const auto attribute = [](int i) { return " a" + std::to_string(i) + "=1"; };
  EXPECT_TRUE(limits_of("<p" + numbered(attribute) + ">").attributes);
  EXPECT_TRUE(limits_of("<p" + repeated(" x") + ">").any() == false);
  limits_of("<p" + repeated(" x"));
  limits_of("<p x=\"" + repeated("&amp;\r"));
  limits_of("<" + repeated("a"));
  limits_of("<!--" + repeated("->"));
  limits_of("<!DOCTYPE" + repeated(" html"));
}

TEST(Hostile, BodyTagsMergeFewAttributes) {
  const auto body = [](int i) { return "<body a" + std::to_string(i) + "=1>"; };
  EXPECT_TRUE(limits_of(numbered(body)).attributes);
}

TEST(Hostile, TextInMillionsOfPiecesIsCopiedFewTimes) {
  HtmlParser parser;
  const std::string html = "<p>" + repeated("ab</x y='&amp;'>");
  parser.parse(html);
  EXPECT_LT(parser.memory_bytes(), 8 * html.size());
  limits_of("<table>" + repeated("x<td>y</z>y</td>"));
  limits_of("<table>" + repeated("x "));
  limits_of(repeated("a<"));
  limits_of(repeated(std::string_view("a\0b", 3)));
}

TEST(Hostile, ManyNamesAreManyNumbers) {
  const auto name = [](int i) { return "<n" + std::to_string(i) + "></n>"; };
  limits_of(numbered(name));
}

TEST(Hostile, TablesListsAndFormsInBulk) {
  limits_of("<table>" + repeated("<tr><td>"));
  limits_of(repeated("<table>"));
  limits_of(repeated("<table><tbody><select>"));
  limits_of(repeated("<li><ul>"));
  limits_of(repeated("<form><dd><dt>"));
  limits_of(repeated("<select><button><selectedcontent></button><option selected>x"));
  limits_of(repeated("<frameset> x"));
  limits_of(repeated("</p>"));
  limits_of(repeated("</br>"));
}

TEST(Hostile, UnendedRawTextIsReadOnce) {
  for (const char* tag : {"<script>", "<style>", "<title>", "<textarea>", "<plaintext>"}) {
    limits_of(tag + repeated("</scrip<!--<script>--"));
  }
}

TEST(Hostile, SmallLimitsHoldToo) {
  ParseOptions options;
  options.depth_max = 16;
  options.nodes_max = 1000;
  options.attributes_max = 2;
  EXPECT_TRUE(limits_of(repeated("<p a b c><table><td>", 100'000), options).nodes);
}

}  // namespace
}  // namespace khabar
