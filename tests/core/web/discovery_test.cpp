#include "core/web/discovery.h"

#include <string>

#include <gtest/gtest.h>

#include "core/text/url.h"
#include "core/web/address_shape.h"

namespace khabar {
namespace {

constexpr const char* kFront = "https://akhbar.example/";

// "kind url | title", a line each, best first.
std::string feeds_of(std::string_view html) {
  std::string out;
  for (const FeedLinkFound& it : find_feed_links(html, kFront, "text/html; charset=utf-8")) {
    out += it.kind + " " + it.url + " | " + it.title + "\n";
  }
  return out;
}

TEST(FeedLinks, DeclaredOnesComeFirstAndThoseOfCommentsLast) {
  EXPECT_EQ(feeds_of(R"(<html lang="ar"><head>
    <link rel="alternate" type="application/rss+xml" title="أخبار » تعليقات" href="/comments/feed/">
    <link rel="alternate" type="application/rss+xml" title="رياضة" href="/category/sport/feed/">
    <link rel="alternate" type="application/rss+xml" title="أخبار" href="/feed/">
    <link rel="alternate" type="application/atom+xml" href="//akhbar.example/atom.xml">
    <link rel="ALTERNATE" type="application/feed+json" href="/feed.json">
    <link rel="sitemap" type="application/xml" href="/sitemap.xml">
    </head><body><a href="rss.xml">خلاصات</a></body>)"),
            "atom https://akhbar.example/atom.xml | \n"
            "json https://akhbar.example/feed.json | \n"
            "rss https://akhbar.example/feed/ | أخبار\n"
            "rss https://akhbar.example/category/sport/feed/ | رياضة\n"
            "rss https://akhbar.example/rss.xml | خلاصات\n"
            "sitemap https://akhbar.example/sitemap.xml | \n"
            "rss https://akhbar.example/comments/feed/ | أخبار » تعليقات\n");
}

TEST(FeedLinks, OneOfEachAddressAndNoneOfOtherUse) {
  struct {
    const char* html;
    const char* feeds;
  } const cases[] = {
      {"<link rel='alternate stylesheet' type='text/css' href='/rss.css'>", ""},
      {"<link rel=alternate hreflang=en href=/en/>", ""},
      {"<link rel=alternate type=application/json href=/wp-json/wp/v2/pages/1>", ""},
      {"<link rel=alternate type='application/json+oembed' href='/oembed?url=x'>", ""},
      {"<link rel='home feed' href='/posts.rdf'>", "rss https://akhbar.example/posts.rdf | \n"},
      {"<a href='http://akhbar.example/rss'>RSS</a><a href='https://akhbar.example/rss'></a>",
       "rss https://akhbar.example/rss | RSS\n"},
      {"<a href='https://reader.example/add?url=https%3A%2F%2Fakhbar.example%2Frss'>RSS</a>", ""},
      {"<a href='/pages/77'>خلاصات الأخبار</a>",
       "link https://akhbar.example/pages/77 | خلاصات "
       "الأخبار\n"},
      {"<a href='/rss-feeds'>كل الأقسام</a>",
       "link https://akhbar.example/rss-feeds | كل الأقسام\n"},
      {"<a href='/?feed=rss2'>x</a>", "rss https://akhbar.example/?feed=rss2 | x\n"},
      {"<a href='https://feeds.example/akhbar'>تابعنا</a>",
       "rss https://feeds.example/akhbar | تابعنا\n"},
      {"<a href='/news/rsso-town-opens'>مدينة</a><a href='javascript:rss()'>RSS</a>", ""},
      {"<base href='https://cdn.example/ar/'><link rel=alternate type=application/rss+xml href=r>",
       "rss https://cdn.example/ar/r | \n"},
  };
  for (const auto& it : cases) EXPECT_EQ(feeds_of(it.html), it.feeds) << it.html;
  EXPECT_TRUE(find_feed_links("<link rel=feed href=/f>", "no address", "").empty());
}

TEST(FeedLinks, GuessesOfAnEditionBeforeThoseOfTheSite) {
  const auto guesses = guess_feed_urls("https://akhbar.example/ar/?x=1#y");
  ASSERT_GE(guesses.size(), 10u);
  EXPECT_EQ(guesses[0], "https://akhbar.example/ar/feed/");
  EXPECT_NE(std::find(guesses.begin(), guesses.end(), "https://akhbar.example/feed/"),
            guesses.end());
  EXPECT_EQ(guesses.back(), "https://akhbar.example/wp-sitemap.xml");
  EXPECT_EQ(guess_feed_urls("https://akhbar.example/a/b/c.html")[0],
            "https://akhbar.example/feed/");
  EXPECT_TRUE(guess_feed_urls("mailto:desk@akhbar.example").empty());
}

TEST(AddressShapes, SayWhatAnAddressIs) {
  struct {
    const char* path;
    const char* pattern;
    bool is_article;
  } const cases[] = {
      {"/2026/11/23/الحكومة-تعلن-الموازنة-الجديدة", "DDDS", true},
      {"/سياسة/2026/11/23/123456", "WDDDN", true},
      {"/politics/رئيس-الوزراء-يزور-المدينة-اليوم.html", "WS.html", true},
      {"/arabic/articles/c4g0x8dq2no", "WWS", true},
      {"/article.aspx?id=845512", "W.aspx?id", true},
      {"/?p=99213", "?p", true},
      {"/news/20261123-long-story-of-the-day", "WS", true},
      {"/story-2026-11-23.html", "W.html", true},
      {"/ar/news/778812", "WWN", true},
      {"/", "", false},
      {"/sport", "W", false},
      {"/index.php", "W.php", false},
      {"/ar/sport", "WW", false},
      {"/tag/الموازنة-العامة-للدولة-الجديدة", "XS", false},
      {"/وسم/الموازنة", "XW", false},
      {"/author/17", "XN", false},
      {"/page/2", "XN", false},
      {"/من-نحن", "X", false},
      {"/?page=2", "?page", false},
  };
  for (const auto& it : cases) {
    const Result<Url> url = parse_url(std::string("https://akhbar.example") + it.path);
    const AddressShape shape = address_shape(*url);
    EXPECT_EQ(shape.pattern, it.pattern) << it.path;
    EXPECT_EQ(shape.article_likeness() >= 0.4, it.is_article)
        << it.path << " " << shape.article_likeness();
  }
}

std::string articles_of(std::string_view html) {
  std::string out;
  for (const ArticleLink& it : find_article_links(html, kFront, "text/html; charset=utf-8")) {
    out += it.url.substr(std::string(kFront).size()) + " | " + it.title + "\n";
  }
  return out;
}

const std::string kMenu = R"(<nav><a href="/">الرئيسية</a><a href="/politics">سياسة</a>
  <a href="/section/economy-and-markets">اقتصاد</a><a href="/tag/elections">انتخابات</a></nav>)";
const std::string kFoot = R"(<footer><a href="/about-us">من نحن</a>
  <a href="/privacy-policy-and-terms-of-use">سياسة الخصوصية وشروط استخدام الموقع</a>
  <a href="https://social.example/akhbar/2026/11/23/77">تابعنا</a></footer>)";

TEST(ArticleLinks, AreToldFromMenusBySlugs) {
  EXPECT_EQ(articles_of(kMenu + R"(<main>
    <a href="/politics/cabinet-approves-new-budget-draft"><img src="1.jpg" alt=""></a>
    <h2><a href="/politics/cabinet-approves-new-budget-draft?utm_source=home">الحكومة تقر مشروع
        الموازنة الجديدة</a></h2>
    <a href="/sport/team-wins-cup-final"><span>رياضة</span><h3>الفريق يفوز بكأس الجمهورية بعد
        مباراة مثيرة</h3><p>تفاصيل</p></a>
    <a href="/economy/oil-up">النفط يرتفع إلى أعلى مستوى له هذا العام</a>
    <a href="/photos/today.jpg">صورة اليوم من وكالة الأنباء الوطنية</a>
    <a href="/page/2">الصفحة التالية</a></main>)" +
                        kFoot),
            "politics/cabinet-approves-new-budget-draft | الحكومة تقر مشروع الموازنة الجديدة\n"
            "sport/team-wins-cup-final | الفريق يفوز بكأس الجمهورية بعد مباراة مثيرة\n");
}

TEST(ArticleLinks, AreToldFromMenusByNumbers) {
  std::string page = kMenu;
  for (int i = 0; i < 8; ++i) {
    page += "<li><a href='article.php?id=" + std::to_string(55'100 + i) + "&cat=3'>خبر محلي رقم " +
            std::to_string(i) + " من مراسلنا</a>";
  }
  page += "<a href='list.php?cat=3'>كل أخبار القسم المحلي في المدينة</a>" + kFoot;
  const auto links = find_article_links(page, kFront, "");
  ASSERT_EQ(links.size(), 8u);
  EXPECT_EQ(links[0].url, "https://akhbar.example/article.php?id=55100&cat=3");
}

// What a site does with most of its links lifts one that says little of itself.
TEST(ArticleLinks, TheCustomOfTheSiteCounts) {
  std::string page;
  for (int i = 0; i < 12; ++i) {
    page += "<h3><a href='/news/c" + std::to_string(1'000'000 + i * 7919) +
            "xq'>عنوان طويل لخبر من أخبار اليوم</a></h3>";
  }
  page += "<a href='/news/c9x8y7z6w5'><img alt=''></a>";
  const auto links = find_article_links(page, kFront, "");
  EXPECT_EQ(links.size(), 13u);
  EXPECT_EQ(find_article_links("<a href='/news/c9x8y7z6w5'><img alt=''></a>", kFront, "").size(),
            0u);
}

TEST(ArticleLinks, OtherScriptsCountLetters) {
  EXPECT_EQ(articles_of("<a href='/a/20261123/k10014.html'>首相が新しい予算案を国会に提出した</a>"),
            "a/20261123/k10014.html | 首相が新しい予算案を国会に提出した\n");
}

TEST(ArticleLinks, OfOtherSitesAndOfThePageItselfAreNone) {
  EXPECT_EQ(articles_of("<a href='https://other.example/2026/11/23/long-slug-of-other-news'>عنوان "
                        "طويل لخبر من موقع آخر</a>"
                        "<a href='/?theme=dark'>الوضع الليلي لقراءة أخبار هذا الموقع</a>"),
            "");
  const std::string story = "https://akhbar.example/2026/11/23/long-slug-of-some-news";
  EXPECT_TRUE(
      find_article_links("<a href='?view=print'>اطبع هذا الخبر الآن من الموقع</a>", story, "")
          .empty());
}

TEST(Discovery, HostilePagesStayCheap) {
  for (const char* piece : {"<a href=/2026/11/23/x>", "<div><a href=/a>", "<base href=a>",
                            "<a href=/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a><h1>x"}) {
    std::string page;
    for (int i = 0; i < 100'000; ++i) page += piece;
    find_article_links(page, kFront, "");
    EXPECT_LE(find_feed_links(page, kFront, "").size(), kFeedLinksMax);
  }
}

}  // namespace
}  // namespace khabar
