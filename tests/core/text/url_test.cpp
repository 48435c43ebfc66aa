#include "core/text/url.h"

#include <gtest/gtest.h>

#include <random>
#include <string_view>
#include <vector>

#include "tests/core/text/real_texts.h"

namespace khabar {
namespace {

std::string resolved(const char* base, const char* reference) {
  const Result<std::string> url = resolve(base, reference);
  return url ? *url : "error: " + url.error().message;
}

TEST(Url, ResolvesReferences) {
  const char* const base = "https://news.example/world/2024/a.html?x=1#top";
  const std::pair<const char*, const char*> cases[] = {
      {"b.html", "https://news.example/world/2024/b.html"},
      {"../b", "https://news.example/world/b"},
      {"/b", "https://news.example/b"},
      {"//cdn.example/i.jpg", "https://cdn.example/i.jpg"},
      {"?p=2", "https://news.example/world/2024/a.html?p=2"},
      {"#c", "https://news.example/world/2024/a.html?x=1#c"},
      {"", "https://news.example/world/2024/a.html?x=1"},
      {" \n/خبر عاجل ", "https://news.example/%D8%AE%D8%A8%D8%B1%20%D8%B9%D8%A7%D8%AC%D9%84"},
      {"http:\\\\other.example\\a", "http://other.example/a"},
      {"mailto:desk@news.example", "mailto:desk@news.example"},
      {"http://مثال.إختبار/", "http://xn--mgbh0fb.xn--kgbechtv/"},
      {"http://0x7f.1/", "http://127.0.0.1/"},
  };
  for (const auto& [reference, expected] : cases) EXPECT_EQ(resolved(base, reference), expected);
}

// Whoever parses an address need not parse what it prints again.
TEST(Url, ParsesWhatItPrintsToTheSame) {
  const unsigned seed = std::random_device{}();
  SCOPED_TRACE(seed);
  std::mt19937 random(seed);
  const std::vector<std::string_view> parts = {
      "http:", "https:", "file:", "web+x:", "//",  "/", "\\", "a",  "B.example", "..",  ".",  "%2e",
      "C|",    "C:",     "?",     "#",      "q=1", "é", " ",  "@",  "u:p",       ":80", ":8", "%41",
      "خبر",   "[::1]",  "1.2.3", "x.",     "'",   "%", "&",  "{}", "//",        "/",   "a",  "b"};
  const Result<Url> base = parse_url("https://news.example/world/a.html?x=1");
  ASSERT_TRUE(base);
  int parsed = 0;
  for (int round = 0; round < 50'000; ++round) {
    std::string text = round % 3 == 0 ? "https://a.example/" : "";
    for (std::size_t i = random() % 9; i > 0; --i) text += parts[random() % parts.size()];
    const Result<Url> url = parse_url(text, random() % 2 == 0 ? &*base : nullptr);
    if (!url) continue;
    ++parsed;
    const Result<Url> again = parse_url(url->href());
    ASSERT_TRUE(again) << text;
    EXPECT_EQ(*again, *url) << text << "  " << url->href();
  }
  EXPECT_GT(parsed, 5000);
}

TEST(Url, ErrorsNameTheUrl) {
  EXPECT_EQ(resolved("https://a.example/", "http://a.example:99999/"),
            "error: URL \"http://a.example:99999/\": the port exceeds 65535");
  EXPECT_EQ(parse_url("a/b").error().kind, ErrorKind::invalid);
}

TEST(Url, KnowsOnePageByOneAddress) {
  const std::pair<const char*, const char*> cases[] = {
      {"HTTP://News.Example:80/A?utm_source=x&id=7&fbclid=1#c", "http://news.example/A?id=7"},
      {"https://news.example./", "https://news.example/"},
      {"https://.../", "https://.../"},
      {"https://u:p@news.example/a/./b/../c", "https://news.example/a/c"},
      {"https://news.example/a?", "https://news.example/a"},
      {"https://news.example/a?&&b=2&UTM_Medium=m&a=1", "https://news.example/a?b=2&a=1"},
      {"https://news.example/%7euser/%d8%a7?q=%c3%a9%41",
       "https://news.example/~user/%D8%A7?q=%C3%A9A"},
      {"https://news.example/ا", "https://news.example/%D8%A7"},
      {"https://news.example/a?ref=home&source=rss", "https://news.example/a?ref=home&source=rss"},
      {"https://news.example/a?x=1&amp;utm_source=y", "https://news.example/a?x=1"},
      {"https://news.example/?x=%4%41", "https://news.example/?x=%4%41"},
      {"https://news.example/a%2Fb%3f", "https://news.example/a%2Fb%3F"},
  };
  for (const auto& [url, expected] : cases) {
    const Result<std::string> canonical = canonical_url(url);
    ASSERT_TRUE(canonical.has_value()) << url;
    EXPECT_EQ(*canonical, expected);
    EXPECT_EQ(*canonical_url(*canonical), expected);
  }
}

TEST(Url, NamesTheSite) {
  const std::pair<const char*, const char*> cases[] = {
      {"www.example.co.uk", "example.co.uk"},
      {"Arabic.News.Example.com.", "example.com"},
      {"sana.sy", "sana.sy"},
      {"news.gov.sy", "news.gov.sy"},
      {"192.0.2.1", "192.0.2.1"},
      {"[::1]", "[::1]"},
      {"com", "com"},
      {"localhost", "localhost"},
      {"", ""},
  };
  for (const auto& [host, domain] : cases) EXPECT_EQ(registrable_domain(host), domain);
  EXPECT_EQ(host_of("https://WWW.Example.com:8080/a"), "www.example.com");
  EXPECT_EQ(host_of("no url"), "");
}

// --- the conformance cases of web-platform-tests
// --------------------------------------------------

// The objects of the test file lie flat, one after the other.
struct Case {
  std::string json;
  bool has(const char* name) const { return value(name) != std::string::npos; }
  std::string field(const char* name) const {
    const std::size_t at = value(name);
    return at == std::string::npos || json[at] != '"' ? "" : json_string_at(json, at + 1);
  }
  std::size_t value(const char* name) const {
    const std::string key = '"' + std::string(name) + "\":";
    const std::size_t at = json.find(key);
    return at == std::string::npos ? at : json.find_first_not_of(" \n", at + key.size());
  }
};

std::vector<Case> conformance_cases() {
  std::vector<Case> cases;
  const std::string file = file_bytes(eval_dir() + "/url/urltestdata.json");
  std::size_t begin = std::string::npos;
  bool quoted = false;
  for (std::size_t at = 0; at < file.size(); ++at) {
    if (quoted) {
      if (file[at] == '\\') {
        ++at;
      } else if (file[at] == '"') {
        quoted = false;
      }
    } else if (file[at] == '"') {
      quoted = true;
    } else if (file[at] == '{') {
      begin = at;
    } else if (file[at] == '}') {
      cases.push_back({file.substr(begin, at - begin + 1)});
    }
  }
  return cases;
}

std::string describe(const Url& url, const Case& c) {
  const auto prefixed = [](char mark, const std::optional<std::string>& part) {
    return part && !part->empty() ? mark + *part : std::string();
  };
  std::string out;
  const std::pair<const char*, std::string> parts[] = {
      {"href", url.href()},
      {"protocol", url.scheme + ':'},
      {"username", url.username},
      {"password", url.password},
      {"hostname", url.host.value_or("")},
      {"port", url.port ? std::to_string(*url.port) : ""},
      {"pathname", url.path},
      {"search", prefixed('?', url.query)},
      {"hash", prefixed('#', url.fragment)},
  };
  for (const auto& [name, part] : parts) {
    if (c.has(name)) out += std::string(name) + '=' + part + '\n';
  }
  return out;
}

std::string expectation(const Case& c) {
  if (c.has("failure")) return "failure";
  std::string out;
  for (const char* name : {"href", "protocol", "username", "password", "hostname", "port",
                           "pathname", "search", "hash"}) {
    if (c.has(name)) out += std::string(name) + '=' + c.field(name) + '\n';
  }
  return out;
}

TEST(Url, ConformsToWebPlatformTests) {
  const std::vector<Case> cases = conformance_cases();
  if (cases.empty()) GTEST_SKIP() << "no evaluation data at " << eval_dir();
  int passed = 0;
  for (const Case& c : cases) {
    const std::string base_text = c.field("base");
    Result<Url> base = invalid("none");
    if (!base_text.empty()) base = parse_url(base_text);
    const Result<Url> url =
        !base_text.empty() && !base ? base : parse_url(c.field("input"), base ? &*base : nullptr);
    const std::string got = url ? describe(*url, c) : "failure";
    passed += got == expectation(c) ? 1 : 0;
    EXPECT_EQ(got, expectation(c)) << c.json;
  }
  std::printf("url conformance: %d of %zu passed\n", passed, cases.size());
}

}  // namespace
}  // namespace khabar
