#include "core/web/sitemap.h"

#include <cstdio>
#include <string>

#include <gtest/gtest.h>
#include <libdeflate.h>

#include "tests/core/web/eval_folder.h"

namespace khabar {
namespace {

constexpr const char* kSite = "https://akhbar.example/sitemap.xml";

Sitemap parsed(std::string_view bytes, std::string_view type = "application/xml") {
  const Result<Sitemap> sitemap = parse_sitemap(bytes, kSite, type);
  EXPECT_TRUE(sitemap.has_value()) << (sitemap ? "" : sitemap.error().message);
  return sitemap.value_or(Sitemap{});
}

std::string urls(const Sitemap& sitemap) {
  std::string out;
  for (const SitemapUrl& it : sitemap.urls) out += (out.empty() ? "" : " ") + it.url;
  return out;
}

std::string joined(const std::vector<std::string>& lines) {
  std::string out;
  for (const std::string& line : lines) out += line + "\n";
  return out;
}

std::string gzipped(std::string_view text) {
  libdeflate_compressor* compressor = libdeflate_alloc_compressor(6);
  std::string out(libdeflate_gzip_compress_bound(compressor, text.size()), '\0');
  out.resize(
      libdeflate_gzip_compress(compressor, text.data(), text.size(), out.data(), out.size()));
  libdeflate_free_compressor(compressor);
  return out;
}

const std::string kNews = R"(<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
        xmlns:n="http://www.google.com/schemas/sitemap-news/0.9"
        xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
  <url>
    <loc> https://akhbar.example/سياسة/1?a=1&amp;b=2 </loc>
    <lastmod>2026-11-23T08:30:00+03:00</lastmod>
    <n:news>
      <n:publication><n:name>أخبار المثال</n:name><n:language>ar</n:language></n:publication>
      <n:publication_date>2026-11-23</n:publication_date>
      <n:title><![CDATA[الحكومة تعلن الموازنة & خطة العام]]></n:title>
    </n:news>
    <image:image><image:loc>/صور/1.jpg</image:loc><image:title>عنوان الصورة</image:title></image:image>
    <image:image><image:loc>https://cdn.example/2.jpg</image:loc></image:image>
  </url>
  <url><loc>https://akhbar.example/about</loc></url>
</urlset>)";

TEST(Sitemap, ReadsNewsAndImages) {
  const Sitemap sitemap = parsed(kNews);
  EXPECT_FALSE(sitemap.is_index);
  EXPECT_EQ(joined(sitemap.faults), "");
  ASSERT_EQ(sitemap.urls.size(), 2u);
  const SitemapUrl& first = sitemap.urls[0];
  EXPECT_EQ(first.url, "https://akhbar.example/%D8%B3%D9%8A%D8%A7%D8%B3%D8%A9/1?a=1&b=2");
  EXPECT_EQ(first.modified->iso(), "2026-11-23T08:30:00+03:00");
  EXPECT_EQ(first.published->iso(), "2026-11-23");
  EXPECT_EQ(first.title, "الحكومة تعلن الموازنة & خطة العام");
  EXPECT_EQ(first.publication_name, "أخبار المثال");
  EXPECT_EQ(first.language, "ar");
  EXPECT_EQ(first.images,
            (std::vector<std::string>{"https://akhbar.example/%D8%B5%D9%88%D8%B1/1.jpg",
                                      "https://cdn.example/2.jpg"}));
  EXPECT_TRUE(first.is_news());
  EXPECT_FALSE(sitemap.urls[1].is_news());
}

TEST(Sitemap, ReadsAnIndex) {
  const Sitemap sitemap = parsed(
      "<sitemapindex><sitemap><loc>https://akhbar.example/news.xml.gz</loc>"
      "<lastmod>2026-11-23</lastmod></sitemap><sitemap><loc>2.xml</loc></sitemap></sitemapindex>");
  EXPECT_TRUE(sitemap.is_index);
  EXPECT_EQ(urls(sitemap), "https://akhbar.example/news.xml.gz https://akhbar.example/2.xml");
  EXPECT_EQ(sitemap.urls[0].modified->iso(), "2026-11-23");
}

TEST(Sitemap, ReadsPlainText) {
  const Sitemap sitemap = parsed(
      "\xEF\xBB\xBFhttps://akhbar.example/1\r\nhttps://akhbar.example/خبر\r\n\r\n# old\nno "
      "address\n"
      "ftp://akhbar.example/x",
      "text/plain; charset=utf-8");
  EXPECT_EQ(urls(sitemap), "https://akhbar.example/1 https://akhbar.example/%D8%AE%D8%A8%D8%B1");
  EXPECT_EQ(joined(sitemap.faults),
            "at offset 65: a line without address: passed over (\"no address\")\n"
            "at offset 76: no http(s) address: passed over (\"ftp://akhbar.example/x\")\n");
}

TEST(Sitemap, UndoesABodyThatIsGzip) {
  EXPECT_EQ(parsed(gzipped(kNews)).urls.size(), 2u);
  const std::string half = gzipped(kNews).substr(0, 300);
  EXPECT_NE(joined(parsed(half).faults).find("the gzip body ends early"), std::string::npos);
}

TEST(Sitemap, ReadsOtherCharsets) {
  // "خبر" in windows-1256 and, by its byte order mark, in UTF-16.
  const Sitemap windows = parsed(
      "<?xml version=\"1.0\" encoding=\"windows-1256\"?><urlset><url>"
      "<loc>https://akhbar.example/\xCE\xC8\xD1</loc></url></urlset>");
  EXPECT_EQ(urls(windows), "https://akhbar.example/%D8%AE%D8%A8%D8%B1");
  std::string wide = "\xFF\xFE";
  for (const char c :
       std::string("<urlset><url><loc>https://akhbar.example/1</loc></url></urlset>")) {
    wide += c;
    wide += '\0';
  }
  EXPECT_EQ(urls(parsed(wide)), "https://akhbar.example/1");
}

// What is whole in an ill-formed document is kept, and what was wrong is named.
TEST(Sitemap, ReadsOnPastFaults) {
  struct {
    const char* xml;
    const char* urls;
    const char* faults;
  } const cases[] = {
      {"<urlset><url><loc>https://a.example/?x=1&y=2&copy=3</loc></url></urlset>",
       "https://a.example/?x=1&y=2&copy=3",
       "2 times, first at offset 51: a bare '&': read as itself\n"},
      {"<urlset><url><loc>https://a.example/1</loc></url><url><loc>https://a.example/2",
       "https://a.example/1",
       "at offset 78: the document ends within a value: passed over (\"https://a.example/2\")\n"
       "3 times, first at offset 78: an element that nothing closes: closed\n"},
      {"<urlset><url><loc>https://a.example/1</loc><lastm", "https://a.example/1",
       "2 times, first at offset 49: an element that nothing closes: closed\n"
       "at offset 43: a section or tag without end\n"},
      {"<urlset><url><loc>https://a.example/1</loc><url><loc>https://a.example/2</loc></urlset>",
       "https://a.example/1 https://a.example/2",
       "2 times, first at offset 48: an element that nothing closes: closed\n"},
      {"<urlset><url><loc>https://a.example/1<lastmod>2026</lastmod></url></urlset>",
       "https://a.example/1", "at offset 66: an element that nothing closes: closed\n"},
      {"<url><loc>https://a.example/1</loc></url>", "https://a.example/1",
       "at offset 0: neither <urlset> nor <sitemapindex>\n"},
      {"<urlset><url><loc></loc></url><url><loc>javascript:1</loc></url></urlset>", "",
       "at offset 13: an entry without address: passed over\n"
       "at offset 35: no http(s) address: passed over (\"javascript:1\")\n"},
      {"<urlset><url><loc>https://a.example/1</loc><lastmod>أمس</lastmod></url></urlset>",
       "https://a.example/1", "at offset 13: no date: kept as text only (\"أمس\")\n"},
      {"Warning: mysql\n<br /><?xml version='1.0'?>\n<urlset><url><loc>/1</loc></url></urlset>",
       "https://akhbar.example/1", "at offset 0: text before the first tag: passed over\n"},
      {"<urlset><!-- <url><loc>https://a.example/0</loc></url> "
       "--><url><loc>/1</loc></url></urlset>",
       "https://akhbar.example/1", ""},
      {"<urlset><url><loc>/1</loc><loc>/2</loc></url></urlset>", "https://akhbar.example/1",
       "at offset 39: a second value of one element: passed over (\"/2\")\n"},
      {"<URLSET></URLSET>", "", "at offset 0: neither <urlset> nor <sitemapindex>\n"},
      {"<urlset><url><loc/></url><url><loc>/1</loc></url></urlset>", "https://akhbar.example/1",
       "at offset 13: an entry without address: passed over\n"},
  };
  for (const auto& it : cases) {
    const Sitemap sitemap = parsed(it.xml);
    EXPECT_EQ(urls(sitemap), it.urls) << it.xml;
    EXPECT_EQ(joined(sitemap.faults), it.faults) << it.xml;
  }
}

TEST(Sitemap, SaysWhatIsNoSitemap) {
  const std::pair<const char*, const char*> cases[] = {
      {"", "nothing"},
      {" \n", "nothing"},
      {"<?xml version='1.0'?><rss version='2.0'><channel/></rss>", "an RSS feed"},
      {"<feed xmlns='http://www.w3.org/2005/Atom'/>", "an Atom feed"},
      {R"({"version": "https:\/\/jsonfeed.org\/version\/1.1"})", "a JSON feed"},
      {"<!DOCTYPE html><html lang=ar><title>الصفحة غير موجودة</title>", "an HTML page"},
      {"<opml version='2.0'/>", "an OPML list of feeds"},
      {"<error>غير موجود</error>", "an XML document of another kind"},
      {"غير موجود", "plain text"},
      {"{}", "JSON, but no feed"},
  };
  for (const auto& [bytes, what] : cases) {
    const Result<Sitemap> sitemap = parse_sitemap(bytes, kSite, "");
    ASSERT_FALSE(sitemap.has_value()) << bytes;
    EXPECT_EQ(sitemap.error().message, std::string("sitemap ") + kSite + ": this is " + what);
  }
}

TEST(Sitemap, ABombOfEntitiesStaysText) {
  std::string bomb = "<?xml version='1.0'?><!DOCTYPE b [<!ENTITY a0 'x'>";
  for (int i = 1; i < 30; ++i) {
    const std::string last = "&a" + std::to_string(i - 1) + ";";
    bomb += "<!ENTITY a" + std::to_string(i) + " '" + last + last + "'>";
  }
  bomb += "]><urlset><url><loc>https://a.example/&a29;</loc></url></urlset>";
  EXPECT_EQ(urls(parsed(bomb)), "https://a.example/&a29;");
}

TEST(Sitemap, KeepsToTheProtocolsBounds) {
  std::string many = "<urlset>";
  for (int i = 0; i < 50'010; ++i) many += "<url><loc>/" + std::to_string(i) + "</loc></url>";
  const Sitemap sitemap = parsed(many + "</urlset>");
  EXPECT_EQ(sitemap.urls.size(), kSitemapUrlsMax);
  EXPECT_NE(joined(sitemap.faults).find("the protocol's bound is reached"), std::string::npos);

  const std::string bomb = gzipped(std::string("<urlset>") + std::string(60 << 20, ' '));
  EXPECT_NE(joined(parsed(bomb).faults).find("over 50 MiB"), std::string::npos);
}

TEST(Sitemap, HostileDocumentsStayCheap) {
  const auto repeated = [](std::string_view piece, int times) {
    std::string out = "<urlset>";
    for (int i = 0; i < times; ++i) out += piece;
    return out;
  };
  for (const char* piece :
       {"<", "<a b=\"", "<a b='<c d=\"", "<url>", "<url><loc>", "<![CDATA[", "<!--", "<![>",
        "<!DOCTYPE x [>", "&", "&amp", "<?", "<a a=b a=b ", "<url><image><loc>a</loc></image>"}) {
    parse_sitemap(repeated(piece, 300'000), kSite, "application/xml");
  }
}

TEST(SitemapFiles, EveryFileOfTheEvaluationIsRead) {
  const auto files = eval_files("sitemaps", "");
  if (files.empty()) GTEST_SKIP() << "no sitemaps/ in " << web_eval_folder() << ": nothing read";
  for (const auto& path : files) {
    const Result<Sitemap> sitemap = parse_sitemap(
        bytes_of(path), "https://stormcrawler.example/" + path.filename().string(), "");
    ASSERT_TRUE(sitemap.has_value()) << sitemap.error().message;
    std::size_t dated = 0, news = 0, images = 0;
    for (const SitemapUrl& it : sitemap->urls) {
      dated += it.modified ? 1 : 0;
      news += it.is_news() ? 1 : 0;
      images += it.images.size();
    }
    std::printf("%-44s %s %zu addresses, %zu dated, %zu news, %zu images, %zu faults\n",
                path.filename().c_str(), sitemap->is_index ? "index" : "urls ",
                sitemap->urls.size(), dated, news, images, sitemap->faults.size());
    EXPECT_GE(sitemap->urls.size(), 4u) << path;
    EXPECT_EQ(dated, sitemap->urls.size()) << path;
    EXPECT_EQ(joined(sitemap->faults), "") << path;
    const std::string name = path.filename();
    EXPECT_EQ(sitemap->is_index, name.find("index") != std::string::npos) << path;
    const bool all = name.find(".all.") != std::string::npos;
    EXPECT_EQ(news, all || name.find(".news.") != std::string::npos ? 1u : 0u) << path;
    EXPECT_EQ(images, all || name.find(".image.") != std::string::npos ? 1u : 0u) << path;
  }
}

}  // namespace
}  // namespace khabar
