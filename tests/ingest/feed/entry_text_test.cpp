#include "ingest/feed/entry_text.h"

#include <gtest/gtest.h>

#include <string>

namespace khabar {
namespace {

FeedText text(std::string value, const char* type) {
  FeedText out;
  out.value = std::move(value);
  out.type = type;
  return out;
}
FeedText html(std::string value) {
  return text(std::move(value), "text/html");
}

std::string story(std::size_t sentences) {
  std::string out;
  for (std::size_t i = 0; i < sentences; ++i)
    out += "<p>The boats came home late that night.</p>\n";
  return out;
}

TEST(EntryText, PlainTextOfHtml) {
  struct Row {
    const char *html, *text;
  };
  for (const Row& row : {
           Row{"", ""},
           Row{"plain", "plain"},
           Row{"<p>one</p><p>two", "one two"},
           Row{"a &amp; b &lt;c&gt; &nbsp; d", "a & b <c> d"},
           Row{"1 < 2 and 3 > 2", "1 < 2 and 3 > 2"},
           Row{"x<!-- <p>hidden --> y", "x y"},
           Row{"x<script>if (a < b) { '<p>' }</script>y", "x y"},
           Row{"x<STYLE>p {}</STYLE >y", "x y"},
           Row{"x<script>never closed", "x"},
           Row{"x<a href='never closed", "x"},
           Row{"\xC2\xA0 \n\t x \xE2\x80\x83", "x"},
       }) {
    EXPECT_EQ(plain_text(row.html), row.text) << row.html;
  }
  EXPECT_EQ(plain_text(text("a < b <i>", "text/plain")), "a < b <i>");
}

TEST(EntryText, WhetherTheFeedCarriesTheWholeText) {
  FeedEntry entry;
  EXPECT_FALSE(carries_full_text(entry));
  entry.summary = html(story(3));
  EXPECT_FALSE(carries_full_text(entry));
  entry.summary = html(story(60));
  EXPECT_TRUE(carries_full_text(entry));
  entry.contents = {html(story(2))};  // there is content, and it is short: the summary is no more
  EXPECT_FALSE(carries_full_text(entry));
  entry.contents = {html(story(2)), html(story(60))};
  EXPECT_TRUE(carries_full_text(entry));
}

TEST(EntryText, WhatIsCutOffIsNotWhole) {
  for (const char* end :
       {"...", "…", "[…]", "<a href='x'>Read more</a>", "اقرأ المزيد", "التفاصيل...",
        "<p>Lire la suite</p>", "Weiterlesen &rarr;", "Читать далее »"}) {
    FeedEntry entry;
    entry.contents = {html(story(60) + end)};
    EXPECT_FALSE(carries_full_text(entry)) << end;
  }
  for (const char* end : {"and nothing more was said.", "The End", "وقال المزيد من الناس ذلك."}) {
    FeedEntry entry;
    entry.contents = {html(story(60) + end)};
    EXPECT_TRUE(carries_full_text(entry)) << end;
  }
}

TEST(EntryText, APageOfTheEntry) {
  FeedEntry entry;
  entry.title = html("Fish &amp; <b>ships</b>");
  entry.url = "https://a.example/1?x=\"2\"";
  entry.contents = {html("<p>The boats.</p>")};
  entry.tags = {"sea"};
  EXPECT_EQ(entry_page(entry, "en"),
            "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
            "<title>Fish &amp; ships</title>\n"
            "<base href=\"https://a.example/1?x=&quot;2&quot;\">\n"
            "<meta property=\"og:type\" content=\"article\">\n"
            "<meta property=\"article:tag\" content=\"sea\">\n"
            "</head><body><article>\n<h1>Fish &amp; ships</h1>\n<p>The boats.</p>\n"
            "</article></body></html>\n");
  entry.contents = {text("1 < 2\n\nand so on", "text/plain")};
  EXPECT_NE(entry_page(entry, "").find("<p>1 &lt; 2</p>\n<p>and so on</p>"), std::string::npos);
}

}  // namespace
}  // namespace khabar
