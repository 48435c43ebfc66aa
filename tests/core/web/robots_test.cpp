#include "core/web/robots.h"

#include <random>
#include <string>

#include <gtest/gtest.h>

namespace khabar {
namespace {

struct Asked {
  const char* robots;
  const char* path;
  bool allowed;
};

void check(std::initializer_list<Asked> table) {
  for (const Asked& it : table) {
    EXPECT_EQ(Robots::parse(it.robots, "khabar").allows(it.path), it.allowed) << it.path << " by\n"
                                                                              << it.robots;
  }
}

// RFC 9309, 2.2.1: "If there is more than one group matching the user-agent, the matching groups'
// rules MUST be combined into one group." "... the group with a '*' value, if present."
TEST(Robots, FindsItsGroup) {
  check({
      {"User-agent: khabar\nDisallow: /أرشيف/", "/%D8%A3%D8%B1%D8%B4%D9%8A%D9%81/1", false},
      {"User-agent: *\nDisallow: /\n\nUser-agent: khabar\nAllow: /", "/خبر", true},
      {"User-agent: khabar\nDisallow: /a\nUser-agent: x\nDisallow: /\nUser-agent: Khabar/1.0\n"
       "Disallow: /b",
       "/b", false},
      {"User-agent: a\nUser-agent: khabar\nUser-agent: b\n\nDisallow: /x", "/x", false},
      {"User-agent: khabarbot\nDisallow: /", "/x", true},
      {"User-agent: khabar-images\nDisallow: /", "/x", true},
      {"Disallow: /\nUser-agent: khabar\nDisallow: /y", "/x", true},
      {"User-agent: *\nUser-agent: khabar\nDisallow: /x", "/x", false},
      {"User-agent: khabar\nDisallow:\n\nUser-agent: *\nDisallow: /", "/x", true},
      {"User-agent: *\nDisallow: /a\n\nUser-agent: *\nDisallow: /b", "/a", false},
  });
}

// 2.2.4: "Parsing of other records MUST NOT interfere with the parsing of explicitly defined
// records": a sitemap or a delay between user-agent lines does not end their row.
TEST(Robots, OtherRecordsDoNotInterfere) {
  check({
      {"User-agent: khabar\nSitemap: https://a.example/s.xml\nUser-agent: x\nDisallow: /z", "/z",
       false},
      {"User-agent: khabar\nCrawl-delay: 5\n\nUser-agent: x\nDisallow: /z", "/z", false},
      {"User-agent: khabar\nHost: a.example\nDisallow: /z", "/z", false},
  });
}

// 2.2.2: "The most specific match found MUST be used. The most specific match is the match that
// has the most octets. If an 'allow' rule and a 'disallow' rule are equivalent, then the 'allow'
// rule SHOULD be used."
TEST(Robots, TheLongestMatchDecides) {
  check({
      {"User-agent: *\nDisallow: /news\nAllow: /news/arabic", "/news/arabic/1", true},
      {"User-agent: *\nAllow: /news\nDisallow: /news/arabic", "/news/arabic/1", false},
      {"User-agent: *\nDisallow: /page\nAllow: /page", "/page", true},
      {"User-agent: *\nDisallow: /*.pdf$\nAllow: /a", "/a/b.pdf", false},
      {"User-agent: *\nDisallow: /سياسة\nAllow: /س", "/%D8%B3%D9%8A%D8%A7%D8%B3%D8%A9", false},
  });
}

TEST(Robots, StarsAndDollars) {
  check({
      {"User-agent: *\nDisallow: /*/print", "/a/b/print/1", false},
      {"User-agent: *\nDisallow: /*?s=", "/ar?s=x", false},
      {"User-agent: *\nDisallow: /a$", "/ab", true},
      {"User-agent: *\nDisallow: /a$", "/a", false},
      {"User-agent: *\nDisallow: /a$b", "/a$bc", false},
      {"User-agent: *\nDisallow: /a*b*c$", "/axbxcxbc", false},
      {"User-agent: *\nDisallow: /a*b*c$", "/axbxcxb", true},
      {"User-agent: *\nDisallow: /ab*b$", "/ab", true},
      {"User-agent: *\nDisallow: *", "/x", false},
      {"User-agent: *\nDisallow: /***x", "/abx", false},
      {"User-agent: *\nDisallow: $", "/", true},
      {"User-agent: *\nDisallow: /$", "", false},
  });
}

TEST(Robots, EscapesAreComparedInOneForm) {
  check({
      {"User-agent: *\nDisallow: /%d8%a3", "/%D8%A3%D8%A8", false},
      {"User-agent: *\nDisallow: /أ", "/%d8%a3", false},
      {"User-agent: *\nDisallow: /two words", "/two%20words", false},
      {"User-agent: *\nDisallow: /{id}", "/%7Bid%7D", false},
      {"User-agent: *\nDisallow: /?q={id}", "/?q={id}", false},
      {"User-agent: *\nDisallow: /%7Ejoe", "/~joe/1", false},
      {"User-agent: *\nDisallow: /a%2Fb", "/a/b", true},
      {"User-agent: *\nDisallow: /100%", "/100%", false},
  });
}

TEST(Robots, ReadsWhatPeopleWrite) {
  check({
      {"\xEF\xBB\xBFUser-agent: *\nDisallow: /x", "/x", false},
      {"USER-AGENT:*\rDISALLOW:/x\r", "/x", false},
      {"user-agent *\r\ndisallow /x\r\n", "/x", false},
      {"Useragent: *\nDissalow: /x", "/x", false},
      {"  User-agent :\t* # all\n Disallow : /x # private", "/x", false},
      {"User-agent: *\nDisallow /a:b", "/a:b", false},
      {"User-agent: *\nDisallow /x is private", "/x", true},
      {"<!DOCTYPE html><title>غير موجود</title>\n<p>Disallow: /</p>", "/x", true},
      {"User-agent: *\nAllow: /dir/index.html\nDisallow: /", "/dir/", true},
      {"", "/x", true},
  });
}

TEST(Robots, ReadsDelays) {
  const std::pair<const char*, long> cases[] = {
      {"10", 10'000},
      {"0.5", 500},
      {"1,25", 1250},
      {".2", 200},
      {"7s", 7000},
      {"0", 0},
      {"99999999999999", 86'400'000},
      {"2.99999999", 2999},
  };
  for (const auto& [written, ms] : cases) {
    const auto robots =
        Robots::parse(std::string("User-agent: *\nCrawl-delay: ") + written, "khabar");
    EXPECT_EQ(robots.crawl_delay(), Milliseconds(ms)) << written;
  }
  for (const char* written : {"", "-1", "soon", "nan", "inf"}) {
    const auto robots =
        Robots::parse(std::string("User-agent: *\nCrawl-delay: ") + written, "khabar");
    EXPECT_EQ(robots.crawl_delay(), std::nullopt) << written;
  }
}

TEST(Robots, ADelayIsThatOfItsGroup) {
  const char* const text =
      "User-agent: bingbot\nCrawl-delay: 30\n\nUser-agent: *\nCrawl-delay: 2\nDisallow: /x\n\n"
      "User-agent: khabar\nDisallow: /y\n";
  EXPECT_EQ(Robots::parse(text, "khabar").crawl_delay(), std::nullopt);
  EXPECT_EQ(Robots::parse(text, "other").crawl_delay(), Milliseconds(2000));
  EXPECT_EQ(Robots::parse(text, "BingBot").crawl_delay(), Milliseconds(30'000));
}

TEST(Robots, ListsSitemapsOfTheWholeFileOnce) {
  const auto robots = Robots::parse(
      "Sitemap: https://a.example/s.xml\nUser-agent: x\nDisallow: /\nsite-map: /أخبار.xml\n"
      "SITEMAP: https://a.example/s.xml\nSitemap https://a.example/t.xml\nSitemap:\n",
      "khabar");
  EXPECT_EQ(robots.sitemaps(), (std::vector<std::string>{"https://a.example/s.xml", "/أخبار.xml",
                                                         "https://a.example/t.xml"}));
}

TEST(Robots, AnswersForAFileThatCannotBeHad) {
  EXPECT_TRUE(Robots::allow_all().allows("/x"));
  EXPECT_FALSE(Robots::disallow_all().allows("/x"));
  EXPECT_FALSE(Robots::disallow_all().allows(""));
}

// 2.5: "The file size limit ... MUST be at least 500 kibibytes."
TEST(Robots, ReadsHalfAMebibyteAndNoHalfLine) {
  std::string text = "User-agent: *\n";
  while (text.size() + 100 < Robots::kBytesMax) text += "# " + std::string(70, '-') + "\n";
  text +=
      "Disallow: /within\n" + std::string(Robots::kBytesMax - text.size() - 18 - 13, '#') + "\n";
  text += "Disallow: /a-long-name\nDisallow: /beyond\n";
  const Robots robots = Robots::parse(text, "khabar");
  EXPECT_FALSE(robots.allows("/within"));
  EXPECT_TRUE(robots.allows("/a")) << "of the line that the bound cuts nothing is left";
  EXPECT_TRUE(robots.allows("/beyond"));
}

// The clause itself, by backtracking: what the one-pass matcher must agree with.
bool naive_match(std::string_view pattern, std::string_view path) {
  if (pattern.empty()) return true;
  if (pattern == "$") return path.empty();
  if (pattern[0] == '*') {
    for (std::size_t skip = 0; skip <= path.size(); ++skip) {
      if (naive_match(pattern.substr(1), path.substr(skip))) return true;
    }
    return false;
  }
  return !path.empty() && path[0] == pattern[0] && naive_match(pattern.substr(1), path.substr(1));
}

TEST(Robots, MatchesAsTheNaiveTwinDoes) {
  const unsigned seed = 20261123;
  std::mt19937 random(seed);
  const auto pick = [&](std::string_view from, std::size_t most) {
    std::string text;
    for (std::size_t n = random() % (most + 1); n > 0; --n) text += from[random() % from.size()];
    return text;
  };
  for (int i = 0; i < 20'000; ++i) {
    const std::string pattern = "/" + pick("aab**", 7) + (random() % 3 == 0 ? "$" : "");
    const std::string path = "/" + pick("aab", 9);
    const Robots robots = Robots::parse("User-agent: *\nDisallow: " + pattern, "khabar");
    EXPECT_EQ(robots.allows(path), !naive_match(pattern, path))
        << pattern << " " << path << " seed " << seed;
  }
}

TEST(Robots, HostilePatternsStayCheap) {
  std::string text = "User-agent: *\n";
  for (int i = 0; i < 20; ++i) {
    text += "Disallow: /";
    for (int k = 0; k < 10'000; ++k) text += "a*";
    text += "b\n";
  }
  const std::string path = "/" + std::string(100'000, 'a');
  EXPECT_TRUE(Robots::parse(text, "khabar").allows(path));
}

}  // namespace
}  // namespace khabar
