#include "core/web/opml.h"

#include <string>

#include <gtest/gtest.h>

namespace khabar {
namespace {

std::string joined(const std::vector<std::string>& words, const char* between) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : between) + word;
  return out;
}

// "group/group: title <url>", a line each.
std::string told(std::string_view opml, std::vector<std::string>* faults = nullptr) {
  const auto feeds = parse_opml(opml, "list.opml", faults);
  if (!feeds) return feeds.error().message;
  std::string out;
  for (const OpmlFeed& feed : *feeds) {
    out += joined(feed.groups, "/") + ": " + feed.title + " <" + feed.url + ">\n";
  }
  return out;
}

TEST(Opml, ReadsNestedGroups) {
  const char* const list = R"(<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0"><head><title>مصادر</title></head><body>
  <outline text="العالم العربي">
    <outline text="سوريا" title="سورية">
      <outline type="rss" text="وكالة المثال" xmlUrl="https://a.example/rss?x=1&amp;y=2"
               htmlUrl="https://a.example/" language="ar"/>
    </outline>
    <outline text="مصر"><outline text="بلا عنوان" xmlUrl="https://b.example/خبر"></outline></outline>
  </outline>
  <outline type="rss" text="T" title="أعلى" xmlUrl="feed://c.example/f"/>
</body></opml>)";
  std::vector<std::string> faults;
  EXPECT_EQ(told(list, &faults),
            "العالم العربي/سورية: وكالة المثال <https://a.example/rss?x=1&y=2>\n"
            "العالم العربي/مصر: بلا عنوان <https://b.example/%D8%AE%D8%A8%D8%B1>\n"
            ": أعلى <http://c.example/f>\n");
  EXPECT_EQ(joined(faults, "\n"), "");
  const auto feeds = parse_opml(list, "list.opml");
  EXPECT_EQ(feeds->front().site_url, "https://a.example/");
  EXPECT_EQ(feeds->front().language, "ar");
}

TEST(Opml, ReadsOnPastFaults) {
  struct {
    const char* body;
    const char* feeds;
    const char* fault;  // part of what is told; "" for none
  } const cases[] = {
      {"<outline text='أخبار & رياضة' XMLURL='http://a.example/?a=1&b=2'/>",
       ": أخبار & رياضة <http://a.example/?a=1&b=2>\n", "a bare '&'"},
      // Feeds that nobody closed stand beside each other, and the end tag is their group's.
      {"<outline text='ا'><outline xmlUrl='http://a.example/1'><outline "
       "xmlUrl='http://a.example/2'>"
       "</outline><outline text='ب'><outline xmlUrl='http://a.example/3'></outline>",
       "ا:  <http://a.example/1>\nا:  <http://a.example/2>\nب:  <http://a.example/3>\n",
       "an element that nothing closes"},
      {"<outline text='ا'><outline xmlUrl='http://a.example/1'/>", "ا:  <http://a.example/1>\n",
       "an element that nothing closes"},
      {"<outline xmlUrl='a/b'/><outline xmlUrl='http://a.example/1'/>", ":  <http://a.example/1>\n",
       "xmlUrl is no http(s) address: passed over (\"a/b\")"},
      {"<outline type='rss' text='نشرة'/>", "", "a feed without xmlUrl: passed over (\"نشرة\")"},
      {"<outline type='rss' url='http://a.example/1'/>", ":  <http://a.example/1>\n", ""},
      {"<outline text='http://a.example/1' xmlUrl='http://a.example/1'/>",
       ":  <http://a.example/1>\n", ""},
      {"<outline text=''><outline xmlUrl='http://a.example/1'/></outline>",
       ":  <http://a.example/1>\n", ""},
      {"", "", ""},
  };
  for (const auto& it : cases) {
    std::vector<std::string> faults;
    EXPECT_EQ(told(std::string("<opml><body>") + it.body + "</body></opml>", &faults), it.feeds);
    const std::string all = joined(faults, "\n");
    EXPECT_EQ(all.empty(), std::string(it.fault).empty()) << it.body << ": " << all;
    EXPECT_NE(all.find(it.fault), std::string::npos) << it.body << ": " << all;
  }
}

TEST(Opml, SaysWhatIsNone) {
  EXPECT_EQ(told("<!doctype html><title>x"), "list.opml: no OPML: this is an HTML page");
  EXPECT_EQ(told("<rss/>"), "list.opml: no OPML: this is an RSS feed");
  EXPECT_EQ(told(""), "list.opml: no OPML: this is nothing");
  EXPECT_EQ(told(std::string(kOpmlBytesMax + 1, ' ')),
            "list.opml: 16777217 bytes exceed the 16777216 of a list of feeds");
}

TEST(Opml, WritesWhatItReads) {
  const std::vector<OpmlFeed> feeds = {
      {"https://a.example/rss?a=1&b=2",
       "قال: \"نعم\" & <لا>",
       "https://a.example/",
       "ar",
       {"العالم العربي", "سوريا"}},
      {"https://b.example/rss", "", "", "", {}},
      {"https://c.example/rss", "ثالث", "", "ar", {"العالم العربي"}},
      {"https://d.example/rss", "رابع", "", "ar", {"العالم العربي", "سوريا"}},
  };
  const std::string written = write_opml(feeds, "مصادر & غيرها");
  const auto read = parse_opml(written, "list.opml");
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(*read, (std::vector<OpmlFeed>{feeds[1], feeds[2], feeds[0], feeds[3]})) << written;
  EXPECT_EQ(write_opml(*read, "مصادر & غيرها"), written);
  EXPECT_NE(written.find("<title>مصادر &amp; غيرها</title>"), std::string::npos) << written;
}

// "An OPML file may contain elements and attributes not described on this page only if those
// elements are defined in a namespace" (opml.org/spec2, Extending OPML).
TEST(Opml, SettingsOfAFeedStandInANamespace) {
  const OpmlFeed feed{
      "https://a.example/map.xml", "", "", "", {}, {{"kind", "sitemap"}, {"note", "a \"b\" & c"}}};
  const std::string written = write_opml({feed}, "");
  EXPECT_NE(written.find(R"(xmlns:khabar="urn:khabar:opml" khabar:kind="sitemap")"),
            std::string::npos)
      << written;
  EXPECT_EQ(*parse_opml(written, "list.opml"), std::vector<OpmlFeed>{feed});
  const auto others = parse_opml(
      "<opml><body><outline xmlUrl='https://a.example/' kind='x' other:kind='y'/></body></opml>",
      "list.opml");
  EXPECT_TRUE(others->front().settings.empty());
}

TEST(Opml, HostileListsStayCheap) {
  for (const char* piece :
       {"<outline text='x'>", "<outline xmlUrl='http://a'>", "<outline xmlUrl='http://a'/>",
        "<outline a=\"", "</outline>", "<outline text='x'></outline>"}) {
    std::string list = "<opml>";
    for (int i = 0; i < 200'000; ++i) list += piece;
    parse_opml(list, "list.opml");
  }
}

}  // namespace
}  // namespace khabar
