#include "app/explanation.h"

#include <gtest/gtest.h>

namespace khabar {
namespace {

constexpr const char* kPage = R"(<html lang="en"><head><title>Bridge approved</title></head><body>
<nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
<main><h1>Bridge approved</h1><p>By Maya Lindqvist</p>
<p>The city council voted 14 to 9 on Thursday to approve a new bridge across the inner harbour,
ending a debate that has lasted almost a decade.</p>
<p>The bridge will carry two tram lines, a cycle path and a walkway, but no cars. Work is due to
begin in spring and to last four years.</p>
<p>Opponents had argued that the money would be better spent on the ferries, which carried more
than two million people last year.</p></main></body></html>)";

Explanation explained(const std::string& html) {
  CleanOptions options;
  options.trace = true;
  CommonOptions common;
  common.conf_dir = KHABAR_SOURCE_DIR "/conf";
  auto one = make_one_document(common, options);
  EXPECT_TRUE(one) << one.error().message;
  Document document;
  document.payload.kind = PayloadKind::html;
  document.payload.body = html;
  auto explanation = explain(*one, std::move(document));
  EXPECT_TRUE(explanation);
  return *std::move(explanation);
}

const ExplainedLine& line_of(const Explanation& explanation, std::string_view text) {
  for (const ExplainedLine& line : explanation.lines) {
    if (line.text.find(text) != std::string::npos) return line;
  }
  static const ExplainedLine kNone;
  ADD_FAILURE() << "no line with " << text;
  return kNone;
}

// What is shown as kept is what the record has: no more, no less.
TEST(Explanation, KeptIsWhatTheRecordHolds) {
  const Explanation explanation = explained(kPage);
  std::vector<std::string> kept, held;
  for (const ExplainedLine& line : explanation.lines) {
    if (line.kept) kept.push_back(line.text);
  }
  for (const Paragraph& paragraph : explanation.document.article.paragraphs) {
    held.push_back(paragraph.text);
  }
  EXPECT_EQ(kept, held);
}

TEST(Explanation, ABylineIsTakenByTheRuleThatMadeItAField) {
  const Explanation explanation = explained(kPage);
  EXPECT_FALSE(line_of(explanation, "By Maya").kept);
  EXPECT_EQ(explanation.document.article.authors, std::vector<std::string>{"Maya Lindqvist"});
  const std::string text = explanation_text(explanation, false);
  EXPECT_NE(text.find("\nby                           Maya Lindqvist\n"), std::string::npos)
      << text;
}

TEST(Explanation, TheHeadlineStandingInTheTextIsTheTitle) {
  std::string page = kPage;
  page.replace(page.find("<h1>Bridge approved</h1>"), 24, "<p>Bridge approved</p>");
  const Explanation explanation = explained(page);
  const ExplainedLine& line = line_of(explanation, "Bridge approved");
  EXPECT_FALSE(line.kept) << line.reason;
}

TEST(Explanation, CountsItsReasons) {
  Explanation explanation;
  explanation.lines = {{true, "kept 0.90", "a", "p"},
                       {false, "not story 0.10", "b", "p"},
                       {false, "not story 0.20", "c", "li"},
                       {false, "tail:author", "d", "p"}};
  EXPECT_EQ(explanation_summary(explanation), "1 of 4 kept; not story 2, tail:author 1");
}

TEST(Explanation, ThePageShowsElementsReasonsAndBothDirections) {
  Explanation explanation;
  explanation.lines = {{true, "kept 0.90", "a < b", "h2"}, {false, "title", "عنوان", ""}};
  const std::string html = explanation_html(explanation);
  EXPECT_NE(html.find("<p dir=\"auto\" class=\"k h\"><small>h2 kept 0.90</small>a &lt; b</p>"),
            std::string::npos)
      << html;
  EXPECT_NE(html.find("<p dir=\"auto\" class=\"r\"><small>title</small>عنوان</p>"),
            std::string::npos)
      << html;
}

TEST(Explanation, MenusAreNotTheStory) {
  const Explanation explanation = explained(kPage);
  const ExplainedLine& line = line_of(explanation, "Sport");
  EXPECT_FALSE(line.kept);
  EXPECT_TRUE(line.reason.starts_with("not story")) << line.reason;
}

}  // namespace
}  // namespace khabar
