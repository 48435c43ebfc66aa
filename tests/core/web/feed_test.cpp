#include "core/web/feed.h"

#include <gtest/gtest.h>

#include <string>

#include "core/text/charset.h"

namespace khabar {
namespace {

constexpr const char* kUrl = "https://n.example/feed";

Feed parse(std::string_view bytes, FeedContext context = {}) {
  if (context.url.empty()) context.url = kUrl;
  Result<Feed> feed = parse_feed(bytes, context);
  EXPECT_TRUE(feed) << feed.error().message;
  return feed ? std::move(*feed) : Feed{};
}

// The one entry of an RSS feed with the usual modules declared.
FeedEntry item(std::string_view inside) {
  const Feed feed = parse(
      "<rss version='2.0' xmlns:content='http://purl.org/rss/1.0/modules/content/' "
      "xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:media='http://search.yahoo.com/mrss/' "
      "xmlns:itunes='http://www.itunes.com/dtds/podcast-1.0.dtd'><channel><item>" +
      std::string(inside) + "</item></channel></rss>");
  EXPECT_EQ(feed.entries.size(), 1u);
  return feed.entries.empty() ? FeedEntry{} : feed.entries[0];
}

FeedEntry atom_entry(std::string_view inside) {
  const Feed feed = parse("<feed xmlns='http://www.w3.org/2005/Atom' xml:base='/ar/'><entry>" +
                          std::string(inside) + "</entry></feed>");
  EXPECT_EQ(feed.entries.size(), 1u);
  return feed.entries.empty() ? FeedEntry{} : feed.entries[0];
}

TEST(FeedRss, ReadsAChannel) {
  const Feed feed = parse(
      "<rss version='2.0' xmlns:atom='http://www.w3.org/2005/Atom'><channel>"
      "<title>أخبار الميناء</title><link>https://n.example/</link>"
      "<description>كل جديد</description><language>ar_SY</language>"
      "<atom:link rel='self' href='/feed'/><atom:link rel='hub' href='https://hub.example/'/>"
      "<lastBuildDate>Sun, 03 May 2026 09:30:00 +0300</lastBuildDate><ttl>15</ttl>"
      "<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>"
      "<managingEditor>layla@n.example (ليلى)</managingEditor>"
      "<image><url>/logo.png</url><title>شعار</title><link>https://n.example/about</link></image>"
      "<item><title>أ</title></item></channel></rss>");
  EXPECT_EQ(feed.format, "rss20");
  EXPECT_EQ(feed.encoding, "UTF-8");
  EXPECT_EQ(feed.title.value, "أخبار الميناء");
  EXPECT_EQ(feed.subtitle.value, "كل جديد");
  EXPECT_EQ(feed.url, "https://n.example/");
  EXPECT_EQ(feed.language, "ar-SY");
  EXPECT_EQ(feed.self_url, "https://n.example/feed");
  EXPECT_EQ(feed.hub_url, "https://hub.example/");
  EXPECT_EQ(feed.updated->iso(), "2026-05-03T09:30:00+03:00");
  EXPECT_EQ(feed.ttl_minutes, 15u);
  EXPECT_EQ(feed.update_minutes, 15u);
  EXPECT_EQ(feed.authors.at(0).email, "layla@n.example");
  EXPECT_EQ(feed.image.url, "https://n.example/logo.png");
  EXPECT_EQ(feed.image.title, "شعار");
  EXPECT_TRUE(feed.faults.empty()) << feed.faults[0];
}

TEST(FeedRss, ReadsAnItem) {
  const FeedEntry entry = item(
      "<title>افتتاح الرصيف</title><link>https://n.example/17</link>"
      "<guid isPermaLink='false'>17</guid><pubDate>Sun, 03 May 2026 09:30:00 +0300</pubDate>"
      "<dc:creator>ليلى حداد</dc:creator><dc:creator>سامر</dc:creator>"
      "<category domain='قسم'>محليات</category><category>الميناء</category>"
      "<description><![CDATA[<p>خلاصة</p>]]></description>"
      "<content:encoded><![CDATA[<p>النص كله</p>]]></content:encoded>"
      "<comments>/17#comments</comments>"
      "<enclosure url='/a.jpg' type='image/jpeg' length='9'/>"
      "<media:content url='/v.mp4' type='video/mp4' fileSize='7'/>"
      "<media:thumbnail url='/t.jpg'/><slash:comments>3</slash:comments>");
  EXPECT_EQ(entry.title.value, "افتتاح الرصيف");
  EXPECT_EQ(entry.url, "https://n.example/17");
  EXPECT_EQ(entry.id, "17");
  EXPECT_FALSE(entry.id_is_permalink);
  EXPECT_EQ(entry.published->iso(), "2026-05-03T09:30:00+03:00");
  ASSERT_EQ(entry.authors.size(), 2u);
  EXPECT_EQ(entry.authors[1].name, "سامر");
  EXPECT_EQ(entry.tags, (std::vector<std::string>{"محليات", "الميناء"}));
  EXPECT_EQ(entry.categories[0].scheme, "قسم");
  EXPECT_EQ(entry.summary.value, "<p>خلاصة</p>");
  EXPECT_EQ(entry.summary.type, "text/html");
  ASSERT_EQ(entry.contents.size(), 1u);
  EXPECT_EQ(entry.contents[0].value, "<p>النص كله</p>");
  EXPECT_EQ(entry.contents[0].base, kUrl);
  EXPECT_EQ(entry.comments_url, "https://n.example/17#comments");
  ASSERT_EQ(entry.enclosures.size(), 2u);
  EXPECT_EQ(entry.enclosures[1].url, "https://n.example/v.mp4");
  ASSERT_EQ(entry.images.size(), 2u);
  EXPECT_EQ(entry.images[1].url, "https://n.example/t.jpg");
  ASSERT_EQ(entry.extensions.size(), 1u);
  EXPECT_EQ(entry.extensions[0].name, "slash:comments");
  EXPECT_EQ(entry.extensions[0].value, "3");
}

TEST(FeedRss, AGuidThatIsAnAddressStandsInForTheLink) {
  EXPECT_EQ(item("<guid>https://n.example/5</guid>").url, "https://n.example/5");
  EXPECT_TRUE(item("<guid>https://n.example/5</guid>").id_is_permalink);
  EXPECT_EQ(item("<guid>https://n.example/5</guid><link>/6</link>").url, "https://n.example/6");
  EXPECT_EQ(item("<guid isPermaLink='false'>https://n.example/5</guid>").url, "");
  EXPECT_EQ(item("<guid>5</guid>").url, "");
  EXPECT_EQ(item("<link>https://r.example/~1</link><feedburner:origLink>https://n.example/7"
                 "</feedburner:origLink>")
                .url,
            "https://n.example/7");
}

TEST(FeedRss, OwnElementsComeBeforeThoseOfModules) {
  const FeedEntry entry = item(
      "<media:group><media:title>عنوان الصورة</media:title>"
      "<media:description>وصف الصورة</media:description></media:group>"
      "<title>عنوان الخبر</title><description>وصف الخبر</description>");
  EXPECT_EQ(entry.title.value, "عنوان الخبر");
  EXPECT_EQ(entry.summary.value, "وصف الخبر");
  EXPECT_EQ(item("<media:title>أ</media:title>").title.value, "أ");
  EXPECT_EQ(
      item("<title>خبر</title><image><title>صورة</title><url>/i.png</url></image>").title.value,
      "خبر");
}

TEST(FeedRss, GuessesHtmlInTitles) {
  EXPECT_EQ(item("<title>سوريا &amp;amp; لبنان</title>").title.type, "text/html");
  EXPECT_EQ(item("<title>سوريا &amp; لبنان</title>").title.type, "text/plain");
  EXPECT_EQ(item("<title>سوريا &amp; لبنان</title>").title.value, "سوريا & لبنان");
}

TEST(FeedRss, NakedMarkupIsText) {
  EXPECT_EQ(item("<description>قال <b>الوزير</b>: 1 &lt; 2<br/>نعم</description>").summary.value,
            "قال <b>الوزير</b>: 1 &lt; 2<br />نعم");
}

TEST(FeedRdf, ReadsItemsBesideTheChannel) {
  const Feed feed = parse(
      "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' "
      "xmlns='http://purl.org/rss/1.0/' xmlns:dc='http://purl.org/dc/elements/1.1/'>"
      "<channel rdf:about='/'><title>أخبار</title><items><rdf:Seq><rdf:li rdf:resource='1'/>"
      "</rdf:Seq></items></channel><image><url>/i.png</url></image>"
      "<item rdf:about='https://n.example/1'><title>أ</title><link>https://n.example/1</link>"
      "<dc:date>2026-05-03T09:30+03:00</dc:date></item></rdf:RDF>");
  EXPECT_EQ(feed.format, "rss10");
  EXPECT_EQ(feed.image.url, "https://n.example/i.png");
  ASSERT_EQ(feed.entries.size(), 1u);
  EXPECT_EQ(feed.entries[0].id, "https://n.example/1");
  EXPECT_EQ(feed.entries[0].published->iso(), "2026-05-03T09:30+03:00");
}

TEST(FeedAtom, ReadsAFeed) {
  const Feed feed = parse(
      "<feed xmlns='http://www.w3.org/2005/Atom' xml:lang='ar'><id>tag:n.example,2026:feed</id>"
      "<title type='html'>&lt;b&gt;أخبار&lt;/b&gt;</title><updated>2026-05-03T06:30:00Z</updated>"
      "<link rel='self' href='/atom'/><link rel='next' href='/atom?p=2'/><link href='/'/>"
      "<author><name>ليلى</name><uri>/layla</uri></author>"
      "<generator uri='https://g.example' version='2'>مولّد</generator>"
      "<entry><id>tag:n.example,2026:1</id><title>أ</title></entry></feed>");
  EXPECT_EQ(feed.format, "atom10");
  EXPECT_EQ(feed.id, "tag:n.example,2026:feed");
  EXPECT_EQ(feed.title.value, "<b>أخبار</b>");
  EXPECT_EQ(feed.title.language, "ar");
  EXPECT_EQ(feed.url, "https://n.example/");
  EXPECT_EQ(feed.next_url, "https://n.example/atom?p=2");
  EXPECT_EQ(feed.authors.at(0).url, "https://n.example/layla");
  EXPECT_EQ(feed.generator.name, "مولّد");
  EXPECT_EQ(feed.generator.version, "2");
  EXPECT_EQ(feed.entries.at(0).id, "tag:n.example,2026:1");
}

TEST(FeedAtom, ReadsTextConstructs) {
  EXPECT_EQ(atom_entry("<title>1 &lt; 2</title>").title.value, "1 < 2");
  EXPECT_EQ(atom_entry("<title>1 &lt; 2</title>").title.type, "text/plain");
  // RFC 4287 section 3.1.1.3: the div is no part of the text.
  const FeedEntry entry = atom_entry(
      "<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>قال <a href='1'>الوزير</a>"
      " &amp; نائبه</div></content>");
  EXPECT_EQ(entry.contents.at(0).value, "قال <a href=\"1\">الوزير</a> &amp; نائبه");
  EXPECT_EQ(entry.contents.at(0).base, "https://n.example/ar/");
  EXPECT_EQ(
      atom_entry("<content type='xhtml'><div>أ</div><div>ب</div></content>").contents.at(0).value,
      "<div>أ</div><div>ب</div>");
  EXPECT_EQ(atom_entry("<content type='text/html' mode='base64'>PGI+2KM8L2I+</content>")
                .contents.at(0)
                .value,
            "<b>أ</b>");
}

TEST(FeedAtom, ChoosesTheArticlesAddress) {
  EXPECT_EQ(atom_entry("<link rel='edit' href='e'/><link href='1'/>").url,
            "https://n.example/ar/1");
  EXPECT_EQ(atom_entry("<link rel='alternate' type='application/pdf' href='1.pdf'/>"
                       "<link type='text/html' href='1'/>")
                .url,
            "https://n.example/ar/1");
  EXPECT_EQ(atom_entry("<id>https://n.example/9</id>").url, "https://n.example/9");
  EXPECT_EQ(atom_entry("<id>tag:n.example,2026:9</id>").url, "");
  EXPECT_EQ(atom_entry("<link href='javascript:x'/>").url, "");
}

TEST(FeedAtom, ASourceIsNotTheEntry) {
  const FeedEntry entry = atom_entry(
      "<title>أ</title><source><id>s</id><title>المصدر</title><link href='https://s.example/'/>"
      "<author><name>سامر</name></author></source><author><name>ليلى</name></author>");
  EXPECT_EQ(entry.title.value, "أ");
  ASSERT_EQ(entry.source.size(), 1u);
  EXPECT_EQ(entry.source[0].title.value, "المصدر");
  EXPECT_EQ(entry.source[0].url, "https://s.example/");
  EXPECT_EQ(entry.source[0].authors.at(0).name, "سامر");
  ASSERT_EQ(entry.authors.size(), 1u);
  EXPECT_EQ(entry.authors[0].name, "ليلى");
  EXPECT_EQ(entry.url, "");
}

TEST(FeedJson, ReadsBothVersions) {
  const Feed feed = parse(R"({"version": "https://jsonfeed.org/version/1.1", "title": "أخبار",
    "home_page_url": "https://n.example/", "feed_url": "https://n.example/feed.json",
    "language": "ar", "next_url": "/feed.json?p=2", "authors": [{"name": "ليلى"}],
    "hubs": [{"type": "WebSub", "url": "https://hub.example/"}],
    "items": [{"id": 17, "url": "/17", "title": "أ", "content_html": "<p>نص</p>",
      "content_text": "نص", "summary": "خلاصة", "date_published": "2026-05-03T09:30:00+03:00",
      "tags": ["محليات", "محليات"], "image": "/a.jpg", "authors": [{"name": "سامر"}],
      "attachments": [{"url": "/a.mp3", "mime_type": "audio/mpeg", "size_in_bytes": 9}],
      "_x": {"items": [{"id": "not ours"}]}}]})");
  EXPECT_EQ(feed.format, "json11");
  EXPECT_EQ(feed.title.value, "أخبار");
  EXPECT_EQ(feed.hub_url, "https://hub.example/");
  EXPECT_EQ(feed.next_url, "https://n.example/feed.json?p=2");
  EXPECT_EQ(feed.authors.at(0).name, "ليلى");
  ASSERT_EQ(feed.entries.size(), 1u);
  const FeedEntry& entry = feed.entries[0];
  EXPECT_EQ(entry.id, "17");
  EXPECT_EQ(entry.url, "https://n.example/17");
  EXPECT_EQ(entry.contents.size(), 2u);
  EXPECT_EQ(entry.published->iso(), "2026-05-03T09:30:00+03:00");
  EXPECT_EQ(entry.tags, std::vector<std::string>{"محليات"});
  EXPECT_EQ(entry.authors.at(0).name, "سامر");
  EXPECT_EQ(entry.enclosures.at(0).length, "9");
  EXPECT_EQ(entry.images.at(0).url, "https://n.example/a.jpg");
}

TEST(FeedJson, KeepsTheItemsBeforeAFault) {
  const Feed feed = parse(R"({"version": "https://jsonfeed.org/version/1", "items": [
    {"id": "1"}, {"id": "2"}, {"id": "3", "tit)");
  EXPECT_EQ(feed.entries.size(), 2u);
  EXPECT_EQ(feed.faults.size(), 1u);
  EXPECT_FALSE(parse_feed(R"({"name": "no feed"})", {}));
}

// Truncation: whatever the place of the cut, the entries before it are whole, the one it hit is
// there in part or not at all, and no address is one that the cut shortened.
TEST(FeedRecovery, ACutFeedGivesItsWholeEntries) {
  std::string whole = "<rss version='2.0'><channel><title>أخبار</title>";
  for (const char* n : {"101", "102", "103"}) {
    whole += std::string("<item><title>خبر ") + n + "</title><link>https://n.example/" + n +
             "</link><guid>https://n.example/" + n + "</guid><description>نص " + n +
             "</description></item>";
  }
  const std::string full = whole + "</channel></rss>";
  for (std::size_t cut = whole.find("<item>"); cut <= full.size(); ++cut) {
    const auto feed = parse_feed(std::string_view(full).substr(0, cut), {});
    ASSERT_TRUE(feed) << cut;
    std::size_t ended = 0;
    for (std::size_t at = 0; (at = full.find("</item>", at)) != std::string::npos; ++at) {
      ended += at + 7 <= cut ? 1 : 0;
    }
    ASSERT_GE(feed->entries.size(), ended) << cut;
    ASSERT_LE(feed->entries.size(), ended + 1) << cut;
    for (std::size_t i = 0; i < feed->entries.size(); ++i) {
      const std::string address = "https://n.example/" + std::to_string(101 + i);
      const FeedEntry& entry = feed->entries[i];
      ASSERT_TRUE(entry.url == address || (i == ended && entry.url.empty())) << entry.url;
      ASSERT_TRUE(entry.id == address || (i == ended && entry.id.empty())) << entry.id;
      if (i < ended) {
        ASSERT_EQ(entry.summary.value, "نص " + std::to_string(101 + i));
      }
    }
  }
}

TEST(FeedRecovery, AnUnclosedElementSpoilsNothing) {
  const Feed feed = parse(
      "<rss><channel><item><title>أ<link>https://n.example/1</link></item>"
      "<item><title>ب</title><description>نص<guid>2</guid>"
      "<item><title>ج</title></item></channel></rss>");
  ASSERT_EQ(feed.entries.size(), 3u);
  EXPECT_EQ(feed.entries[1].title.value, "ب");
  EXPECT_EQ(feed.entries[1].summary.value, "نص");
  EXPECT_EQ(feed.entries[1].id, "2");
  EXPECT_EQ(feed.entries[2].title.value, "ج");
  EXPECT_FALSE(feed.faults.empty());
}

TEST(FeedRecovery, WhatStandsAroundTheFeedIsNotTheFeed) {
  const Feed feed = parse(
      "<html><head><title>خطأ</title></head><rss><channel><title>أخبار</title><item><link>/1</link>"
      "</item></channel></rss><p>ذيل <title>آخر</title></p></html>");
  EXPECT_EQ(feed.title.value, "أخبار");
  const Feed tail = parse(
      "<rss><channel><title>أخبار</title><link>/</link></channel></rss>"
      "<title>آخر</title><link href='/x'/><script>x</script>");
  EXPECT_EQ(tail.title.value, "أخبار");
  EXPECT_EQ(tail.links.size(), 1u);
}

TEST(FeedRecovery, AWideLabelOnNarrowBytes) {
  EXPECT_EQ(parse("<?xml version='1.0' encoding='utf-16'?><rss><channel><title>سلام</title>"
                  "</channel></rss>")
                .title.value,
            "سلام");
}

TEST(FeedRecovery, SaysWhatWasWrong) {
  const Feed feed = parse("junk<rss><channel><item><title>أ &nbsp; ب & ج</title></item>");
  ASSERT_GE(feed.faults.size(), 4u);
  EXPECT_EQ(feed.faults[0], "1 text before the first element (byte 0)");
  EXPECT_NE(feed.faults[2].find("bare ampersand"), std::string::npos);
}

TEST(FeedRecovery, WindowsOneTwoFiveSixUnderAnyLabel) {
  // سلام in windows-1256, eight words of it.
  std::string text;
  for (int i = 0; i < 8; ++i) text += "\xD3\xE1\xC7\xE3 \xDA\xE1\xED\xDF\xE3 ";
  for (const char* label : {"windows-1256", "utf-8", "iso-8859-1"}) {
    const Feed feed = parse("<?xml version='1.0' encoding='" + std::string(label) +
                            "'?><rss><channel><title>" + text + "</title></channel></rss>");
    EXPECT_EQ(feed.encoding, "windows-1256") << label;
    EXPECT_EQ(feed.title.value.substr(0, 8), "سلام") << label;
  }
  FeedContext context;
  context.content_type = "text/xml; charset=windows-1256";
  EXPECT_EQ(parse("<rss><channel><title>" + text + "</title></channel></rss>", context).encoding,
            "windows-1256");
}

TEST(FeedRecovery, TextEncodedTwiceIsTurnedBack) {
  EXPECT_EQ(parse("<rss><channel><title>Ø³Ù„Ø§Ù… Ø¹Ù„ÙŠÙƒÙ…</title></channel></rss>").title.value,
            "سلام عليكم");
}

TEST(FeedRecovery, AMetaTagInATextIsNoDeclaration) {
  EXPECT_EQ(parse("<rss><channel><title>سلام</title><description><![CDATA[<meta charset=big5>]]>"
                  "</description></channel></rss>")
                .title.value,
            "سلام");
}

TEST(Feed, RefusesWhatIsNoFeed) {
  const auto message = [](std::string_view bytes) {
    FeedContext context;
    context.url = kUrl;
    const auto feed = parse_feed(bytes, context);
    return feed ? std::string("a feed") : feed.error().message;
  };
  EXPECT_EQ(message(""), "https://n.example/feed is no feed: empty");
  EXPECT_EQ(message(" \n"), "https://n.example/feed is no feed: empty");
  EXPECT_EQ(message("<!DOCTYPE html><html><body>سلام</body></html>"),
            "https://n.example/feed is no feed: an HTML page");
  EXPECT_EQ(message("<opml><body/></opml>"),
            "https://n.example/feed is no feed: an OPML list of feeds");
  EXPECT_EQ(message("<urlset/>"), "https://n.example/feed is no feed: a sitemap");
  EXPECT_EQ(message("<svg/>"), "https://n.example/feed is no feed: XML of another kind, <svg>");
  EXPECT_EQ(message("Not found"), "https://n.example/feed is no feed: text without elements");
  EXPECT_EQ(message("{}"), "https://n.example/feed is no feed: JSON of another kind");
}

TEST(Feed, BoundsEntriesAndParts) {
  std::string feed = "<rss><channel>";
  for (std::size_t i = 0; i < kFeedEntriesMax + 5; ++i) feed += "<item><title>أ</title></item>";
  const Feed many = parse(feed);
  EXPECT_EQ(many.entries.size(), kFeedEntriesMax);
  EXPECT_EQ(many.faults.at(1), "5 entries beyond 20000 left out");
  std::string entry = "<rss><channel><item>";
  for (int i = 0; i < 5000; ++i) entry += "<category>" + std::to_string(i) + "</category>";
  EXPECT_LE(parse(entry + "<link>/1</link></item>").entries.at(0).categories.size(), 256u);
}

// A parser keeps nothing of the feed before.
TEST(Feed, AParserIsAsGoodAsNewForEachFeed) {
  FeedParser parser;
  const FeedContext context{kUrl, {}, {}, {}};
  const std::string_view atom =
      "<feed xmlns='http://www.w3.org/2005/Atom' xml:lang='ar'><title>أ</title></feed>";
  const std::string_view rss = "<rss><channel><item><link>/1</link></item></channel></rss>";
  ASSERT_TRUE(parser.parse(atom, context));
  const auto feed = parser.parse(rss, context);
  ASSERT_TRUE(feed);
  EXPECT_EQ(feed->format, "rss");
  EXPECT_EQ(feed->language, "");
  EXPECT_EQ(feed->entries.at(0).url, "https://n.example/1");
}

}  // namespace
}  // namespace khabar
