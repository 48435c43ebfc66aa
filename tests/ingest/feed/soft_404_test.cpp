#include "ingest/feed/soft_404.h"

#include <gtest/gtest.h>

#include <string>

#include "ingest/feed/page_sense.h"

namespace khabar {
namespace {

constexpr const char* kAsked = "https://news.example/2024/03/01/the-harbour-opens";

std::string page(const std::string& title, std::size_t words = 20) {
  std::string out =
      "<html><head><meta charset=utf-8><title>" + title + "</title><style>a{}</style>";
  out += "</head><body><script>var a = '<p>';</script>";
  for (std::size_t i = 0; i < words; ++i) out += "<p>word after word</p>";
  return out;
}

PageVerdict verdict(const std::string& title, std::size_t words = 20) {
  return judge_page(kAsked, kAsked, page(title, words), "text/html").verdict;
}

TEST(Soft404, TitlesThatSayNotFound) {
  for (const char* title :
       {"404", "404 | The Daily", "Page not found - The Daily", "The Daily | Page Not Found",
        "Error 404: not found", "الصفحة غير موجودة | صحيفة", "عفواً، لم يتم العثور على الصفحة",
        "صحيفة الغد - خطأ 404", "Page introuvable", "Página no encontrada | El Diario",
        "Seite nicht gefunden – Zeitung", "Страница не найдена", "Sayfa bulunamadı", "页面不存在",
        "صفحه یافت نشد", "404 - Page not found", "Oops! That page can’t be found.",
        "عذراً الصفحة غير متاحة", "Halaman tidak ditemukan"}) {
    EXPECT_EQ(verdict(title), PageVerdict::soft_404) << title;
  }
}

TEST(Soft404, StoriesThatSpeakOfSuchThings) {
  for (const char* title :
       {"The harbour opens", "404 families lose their homes in the flood", "Not found guilty",
        "Nothing found in the search", "Access denied to inspectors",
        "Evidence not found in the minister's files, court says", "Page turned: the end of an era",
        "Oops moments of the campaign trail, ranked by our readers",
        "الصفحة الأولى: ماذا كتبت الصحف اليوم", "غير موجود في القوائم: قصة لاجئ", ""}) {
    EXPECT_EQ(verdict(title), PageVerdict::article) << title;
  }
  // However the title begins: a long text is no notice.
  EXPECT_EQ(verdict("Page not found", 2000), PageVerdict::article);
}

TEST(Soft404, Walls) {
  EXPECT_EQ(verdict("Just a moment..."), PageVerdict::bot_wall);
  EXPECT_EQ(verdict("Attention Required! | Cloudflare"), PageVerdict::bot_wall);
  EXPECT_EQ(verdict("Before you continue"), PageVerdict::consent_wall);
}

TEST(Soft404, WhereRedirectsLead) {
  struct Row {
    const char* url;
    PageVerdict verdict;
  };
  for (const Row& row : {
           Row{kAsked, PageVerdict::article},
           Row{"https://www.news.example/2024/03/01/the-harbour-opens/", PageVerdict::article},
           Row{"https://other.example/story/17", PageVerdict::article},
           Row{"https://news.example/", PageVerdict::soft_404},
           Row{"https://news.example/index.html", PageVerdict::soft_404},
           Row{"https://news.example/ar", PageVerdict::soft_404},
           Row{"https://news.example/en-us/", PageVerdict::soft_404},
           Row{"https://news.example/404", PageVerdict::soft_404},
           Row{"https://news.example/error/not-found?from=x", PageVerdict::soft_404},
           Row{"https://news.example/?p=17", PageVerdict::article},
           Row{"https://news.example/?utm_x", PageVerdict::article},
           Row{"https://consent.news.example/collect?u=1", PageVerdict::consent_wall},
           Row{"https://news.example/consent?return=/x", PageVerdict::consent_wall},
           Row{"https://news.example/login?next=/x", PageVerdict::login_wall},
           Row{"https://accounts.example/enter", PageVerdict::login_wall},
       }) {
    EXPECT_EQ(judge_page(kAsked, row.url, page("The harbour opens"), "").verdict, row.verdict)
        << row.url;
  }
  // A story about it keeps its address.
  const std::string story = "https://news.example/2024/consent-and-the-law";
  EXPECT_EQ(judge_page(story, story, page("Consent and the law"), "").verdict,
            PageVerdict::article);
}

TEST(Soft404, TitlesInOldCharsets) {
  const std::string windows_1256 =
      "<title>\xC7\xE1\xD5\xDD\xCD\xC9 \xDB\xED\xD1 \xE3\xE6\xCC\xE6\xCF\xC9</title><p>x";
  EXPECT_EQ(judge_page(kAsked, kAsked, windows_1256, "text/html; charset=windows-1256").verdict,
            PageVerdict::soft_404);
}

TEST(PageSense, TypeAndBytes) {
  struct Row {
    const char* type;
    std::string body;
    PageSense sense;
  };
  for (const Row& row : {
           Row{"text/html; charset=utf-8", "<p>x", PageSense::html},
           Row{"application/xhtml+xml", "<html/>", PageSense::html},
           Row{"text/html", "%PDF-1.7 ...", PageSense::pdf},
           Row{"application/pdf", "?", PageSense::pdf},
           Row{"", "<!DOCTYPE html><p>", PageSense::html},
           Row{"application/octet-stream", "\n <HTML><body>", PageSense::html},
           Row{"text/plain", "<html><body>x", PageSense::html},
           Row{"text/plain; charset=utf-8", "Just words.", PageSense::text},
           Row{"text/plain", std::string("\0\1\2", 3), PageSense::other},
           Row{"text/html", "\x89PNG\r\n\x1A\n...", PageSense::image},
           Row{"image/jpeg", "?", PageSense::image},
           Row{"video/mp4", "?", PageSense::video},
           Row{"audio/mpeg", "?", PageSense::audio},
           Row{"application/json", "{}", PageSense::other},
           Row{"application/zip", "PK\3\4", PageSense::archive},
           Row{"application/xml", "<?xml version='1.0'?><rss>", PageSense::feed},
           Row{"text/xml", "<?xml version='1.0'?><!DOCTYPE html><html>", PageSense::html},
       }) {
    EXPECT_EQ(sense_of(row.type, row.body), row.sense) << row.type << " " << row.body;
  }
}

}  // namespace
}  // namespace khabar
