// Clean and extract over mutated pages: no crash, the same page always gives the same record, and
// no record that breaks its own rules. Real pages where the evaluation data is there, and a few of
// our own. Prints its seed; KHABAR_SEED repeats a run, KHABAR_MUTATIONS makes it longer.
#include <gtest/gtest.h>
#include <cstdlib>
#include <random>
#include <string>
#include <vector>

#include "tests/app/pages/eval_pages.h"
#include "tests/app/pages/page_checks.h"
#include "tests/thread_seconds.h"

namespace khabar {
namespace {

constexpr const char* kOwnPage = R"(<!doctype html><html lang="en"><head><meta charset="utf-8">
<title>Ferry returns | Coast Herald</title><meta property="og:title" content="Ferry returns">
<meta property="article:published_time" content="2026-03-04T07:05:00Z">
<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Ferry returns",
"author": {"name": "Tom Ashby"}, "datePublished": "2026-03-04"}</script></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/sea">Sea</a></li></ul></nav>
<article><h1>Ferry returns</h1><p class="byline">By Tom Ashby, <time>4 March 2026</time></p>
<p>The island ferry went back into service on Tuesday morning, two days ahead of plan.</p>
<blockquote><p>“We are glad,” said the captain.</p></blockquote>
<table><tr><td>Monday</td><td>4 trips</td></tr><tr><td>Tuesday</td><td>6 trips</td></tr></table>
<p dir="rtl">عادت العبّارة إلى العمل صباح الثلاثاء، قبل الموعد بيومين.</p></article>
<aside class="related"><h2>Read also</h2><a href="/x">Harbour wall to be raised</a></aside>
<footer>© 2026 Coast Herald</footer></body></html>)";

unsigned long from_environment(const char* name, unsigned long otherwise) {
  const char* set = std::getenv(name);
  return set ? std::strtoul(set, nullptr, 10) : otherwise;
}

class Mutator {
 public:
  Mutator(unsigned long seed, const std::vector<EvalPage>& pages) : random_(seed), pages_(pages) {}

  std::string mutated(std::string html) {
    for (std::size_t rounds = 1 + below(4); rounds > 0; --rounds) mutate(html);
    return html;
  }
  std::size_t below(std::size_t limit) {
    return limit == 0 ? 0 : std::uniform_int_distribution<std::size_t>(0, limit - 1)(random_);
  }

 private:
  void mutate(std::string& html) {
    static const std::vector<std::string> kPieces{
        "<",
        ">",
        "</",
        "<!--",
        "-->",
        "<![CDATA[",
        "<script>",
        "</script>",
        "<style>",
        "<table>",
        "<td>",
        "</table>",
        "<template>",
        "<svg>",
        "<math><mi>",
        "</p>",
        "<p>",
        "<a href='",
        "\"",
        "&",
        "&#0;",
        "&#x110000;",
        "&NotEqualTilde;",
        "<h1>",
        "<title>",
        "<body>",
        "</body>",
        "<frameset>",
        "<select>",
        "<b><i>",
        "</b>",
        "<meta charset=utf-16>",
        "<meta charset=gbk>",
        "<base href='javascript:'>",
        "<time datetime='9999-99-99'>",
        "<article itemscope>",
        "<script type='application/ld+json'>[{\"@type\":\"NewsArticle\",\"author\":[[[[{",
        "<meta property='article:published_time' content='2999-01-01'>",
        "By By By By By",
        std::string("\0\0\0", 3),
        "\xFF\xFE",
        "\xEF\xBB\xBF",
        "\xC3",
        "\xE2\x80",
        "ـــــ",
        "\u202E",
        "3 May 2020 4 May 2020",
        "٣ أيار ٢٠٢٠"};
    const std::size_t at = below(html.size() + 1);
    const std::size_t length = std::min(html.size() - at, below(1 + html.size() / 4));
    switch (below(9)) {
      case 0:
        html.erase(at, length);
        break;
      case 1:
        html.insert(at, html.substr(below(html.size() + 1), length));
        break;
      case 2:
        html.insert(at, kPieces[below(kPieces.size())]);
        break;
      case 3:
        html.resize(at);
        break;
      case 4: {  // nesting without end
        const std::string& piece = kPieces[below(kPieces.size())];
        std::string many;
        for (std::size_t n = below(5000); n > 0; --n) many += piece;
        html.insert(at, many);
        break;
      }
      case 5:
        for (std::size_t n = below(64); n > 0 && !html.empty(); --n) {
          html[below(html.size())] = static_cast<char>(below(256));
        }
        break;
      case 6: {  // the head of this page, the tail of another
        const std::string& other = pages_[below(pages_.size())].body;
        html = html.substr(0, at) + other.substr(below(other.size() + 1));
        break;
      }
      case 7:
        std::swap_ranges(html.begin() + static_cast<std::ptrdiff_t>(at),
                         html.begin() + static_cast<std::ptrdiff_t>(at + length / 2),
                         html.begin() + static_cast<std::ptrdiff_t>(at + length / 2));
        break;
      default: {
        const std::string& from = kPieces[below(kPieces.size())];
        const std::string& to = kPieces[below(kPieces.size())];
        for (std::size_t place = html.find(from), n = 0; place != std::string::npos && n < 200;
             ++n) {
          html.replace(place, from.size(), to);
          place = html.find(from, place + to.size() + 1);
        }
      }
    }
    if (html.size() > (std::size_t{4} << 20)) html.resize(std::size_t{4} << 20);
  }

  std::mt19937_64 random_;
  const std::vector<EvalPage>& pages_;
};

TEST(MutatedPages, NeverBreakTheRecord) {
  PageChecks checks(KHABAR_SOURCE_DIR "/conf");
  ASSERT_EQ(checks.failure(), "");
  std::vector<EvalPage> pages = eval_pages(1);
  EvalPage own;
  own.body = kOwnPage;
  own.document.url = "https://coast-herald.example/news/ferry";
  own.document.fetched = "2026-03-04T08:00:00Z";
  own.document.payload.kind = PayloadKind::html;
  const std::size_t own_pages = pages.empty() ? 1 : pages.size() / 8;
  pages.insert(pages.end(), own_pages, own);

  const unsigned long seed = from_environment("KHABAR_SEED", std::random_device{}());
  const unsigned long mutations = from_environment("KHABAR_MUTATIONS", 400);
  std::printf("seed %lu, %lu mutations of %zu pages\n", seed, mutations, pages.size());
  Mutator mutator(seed, pages);
  double worst = 0;
  std::size_t worst_bytes = 0;
  for (unsigned long n = 0; n < mutations; ++n) {
    const EvalPage& page = pages[mutator.below(pages.size())];
    const std::string html = mutator.mutated(page.body);
    const double begin = thread_seconds();
    const std::string fault = checks.fault_of(page.document, html);
    const double spent = (thread_seconds() - begin) / 2;  // each page is run twice
    if (spent > worst) {
      worst = spent;
      worst_bytes = html.size();
    }
    ASSERT_EQ(fault, "") << "mutation " << n << " of " << page.document.url;
  }
  std::printf("worst page %.1f ms of %zu bytes\n", worst * 1e3, worst_bytes);
}

}  // namespace
}  // namespace khabar
