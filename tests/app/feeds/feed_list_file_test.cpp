#include "app/feeds/feed_list_file.h"

#include <string>

#include <gtest/gtest.h>

#include "tests/app/scratch_folder.h"

namespace khabar {
namespace {

const OpmlFeed kFeed{"https://akhbar.example/feed", "أخبار & المثال", "", "ar", {"سوريا"}};

std::string added(std::string_view bytes, std::string_view path, const OpmlFeed& feed = kFeed) {
  const auto addition = add_to_list(bytes, path, {feed});
  return addition ? addition->bytes : addition.error().message;
}

TEST(FeedListFile, AddsToOpmlAndLeavesTheRestAsItStands) {
  const std::string before =
      "<opml version=\"1.0\"><!-- mine --><body>\n\t<outline text=\"x\" my=\"1\"/>\n  "
      "</body></opml>";
  EXPECT_EQ(added(before, "a.opml"),
            "<opml version=\"1.0\"><!-- mine --><body>\n\t<outline text=\"x\" my=\"1\"/>\n"
            "    <outline text=\"سوريا\">\n"
            "      <outline type=\"rss\" text=\"أخبار &amp; المثال\" title=\"أخبار &amp; المثال\" "
            "xmlUrl=\"https://akhbar.example/feed\" language=\"ar\"/>\n"
            "    </outline>\n"
            "  </body></opml>");
  EXPECT_EQ(parse_opml(added("<opml><body></body></opml>", "a.opml"), "a")->size(), 1u);
  EXPECT_EQ(parse_opml(added("", "a.opml"), "a")->front(), kFeed);
}

TEST(FeedListFile, AddsALineToATextList) {
  EXPECT_EQ(added("", "a.txt"), "https://akhbar.example/feed أخبار & المثال\n");
  EXPECT_EQ(added("# لي\nhttps://b.example/", "a.txt"),
            "# لي\nhttps://b.example/\nhttps://akhbar.example/feed أخبار & المثال\n");
}

TEST(FeedListFile, KnowsAFeedUnderKindredAddresses) {
  for (const char* url : {"https://akhbar.example/feed", "http://akhbar.example/feed",
                          "HTTPS://Akhbar.example:443/feed?utm_source=x#top"}) {
    OpmlFeed feed = kFeed;
    feed.url = url;
    const auto addition = add_to_list("https://akhbar.example/feed\n", "a.txt", {feed});
    ASSERT_TRUE(addition.has_value());
    EXPECT_TRUE(addition->added.empty()) << url;
    EXPECT_EQ(addition->known.size(), 1u) << url;
    EXPECT_EQ(addition->bytes, "https://akhbar.example/feed\n");
  }
}

TEST(FeedListFile, SaysWhyItCannotAdd) {
  EXPECT_EQ(added("<opml><body>", "a.opml"), "a.opml: has no </body> to add before: mend it first");
  EXPECT_EQ(added("<rss/>", "a.opml"), "a.opml: no OPML: this is an RSS feed");
  EXPECT_EQ(added("<opml><body title='\xE9'></body></opml>", "a.opml"),
            "a.opml: is not in UTF-8: convert it first");
  EXPECT_EQ(added("<!doctype html>", "a.txt"), "a.txt: no list of feeds: this is an HTML page");
}

TEST(FeedListFile, ATextListCannotCarrySettings) {
  OpmlFeed feed;
  feed.url = "https://a.example/map.xml";
  feed.settings = {{"kind", "sitemap"}};
  EXPECT_EQ(add_to_list("", "mine.txt", {feed}).error().message,
            "mine.txt: a text list cannot say that https://a.example/map.xml has kind = sitemap; "
            "an OPML list can");
  EXPECT_NE(add_to_list("", "mine.opml", {feed})->bytes.find("khabar:kind=\"sitemap\""),
            std::string::npos);
}

TEST(FeedListFile, ReadsListsOfEitherKind) {
  std::vector<std::string> faults;
  const auto lines = parse_feed_list(
      "# مصادر\nhttps://a.example/rss  أخبار أولى\n\nhttps://b.example/rss\nnothing\n", "a.txt",
      &faults);
  ASSERT_TRUE(lines.has_value());
  ASSERT_EQ(lines->size(), 2u);
  EXPECT_EQ(lines->front().title, "أخبار أولى");
  EXPECT_EQ(faults, (std::vector<std::string>{"line 5: no http(s) address: passed over"}));
  EXPECT_EQ(parse_feed_list(write_opml({kFeed}, ""), "stdin", nullptr)->front(), kFeed);
}

TEST(FeedListFile, WritesTheFile) {
  const ScratchFolder folder;
  const std::string path = folder.path() + "/new.opml";
  ASSERT_TRUE(add_to_list_file(path, {kFeed}).has_value());
  const auto again = add_to_list_file(path, {kFeed});
  EXPECT_TRUE(again->added.empty());
  EXPECT_EQ(again->known.size(), 1u);
  EXPECT_FALSE(add_to_list_file(folder.path() + "/no/such.opml", {kFeed}).has_value());
}

}  // namespace
}  // namespace khabar
