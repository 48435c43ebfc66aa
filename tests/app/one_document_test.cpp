#include "app/one_document.h"

#include <cstdio>
#include <fstream>

#include <gtest/gtest.h>

#include "tests/fakes/fake_web.h"

namespace khabar {
namespace {

constexpr const char* kPage =
    "<!doctype html><title>خبر</title><p>وصلت السفينة إلى الميناء صباح اليوم.</p>";

// A person asks for one address of a web of pages.
class Asked {
 public:
  Asked() : web_(clock_), client_(web_.client()) {
    web_.script("https://akhbar.example", [](const HttpRequest& request) {
      if (request.url.ends_with("/moved")) return FakeReply{301, "", {{"location", "/news/1"}}};
      if (request.url.ends_with("/gone")) return FakeReply{410, ""};
      if (request.url.ends_with("/void")) return FakeReply{200, ""};
      return FakeReply{200, kPage, {{"content-type", "text/html; charset=utf-8"}}};
    });
  }
  Result<Document> operator()(const std::string& path, const std::string& url = "") {
    PageOptions options;
    options.input = "https://akhbar.example" + path;
    options.url = url;
    return fetch_one_document(options, *client_, clock_.now());
  }
  std::string error(const std::string& path) {
    const auto document = (*this)(path);
    return document ? "no error" : document.error().message;
  }

 private:
  HandClock clock_;
  FakeWeb web_;
  std::unique_ptr<HttpClient> client_;
};

TEST(OneDocument, OfAnAddressKnowsWhereItCameFromAndWhen) {
  Asked asked;
  const auto document = asked("/moved");
  ASSERT_TRUE(document) << document.error().message;
  EXPECT_EQ(document->url, "https://akhbar.example/news/1");
  EXPECT_EQ(document->source.host, "akhbar.example");
  EXPECT_EQ(document->payload.content_type, "text/html; charset=utf-8");
  EXPECT_EQ(document->payload.kind, PayloadKind::html);
  EXPECT_EQ(document->payload.body, kPage);
  EXPECT_FALSE(document->fetched.empty());
}

TEST(OneDocument, OfAMirrorIsGivenTheAddressThatThePersonNames) {
  Asked asked;
  const auto document = asked("/copy", "https://jarida.example/2026/1");
  ASSERT_TRUE(document) << document.error().message;
  EXPECT_EQ(document->url, "https://jarida.example/2026/1");
  EXPECT_EQ(document->source.host, "jarida.example");
}

TEST(OneDocument, InUtf16IsHtmlToo) {
  std::string page;
  for (const char c : std::string("<!DOCTYPE html><title>A</title><p>B")) page += {c, '\0'};
  const std::string path = testing::TempDir() + "khabar_utf16.html";
  std::ofstream(path, std::ios::binary) << "\xFF\xFE" << page;
  PageOptions options;
  options.input = path;
  const auto document = read_one_document(options);
  std::remove(path.c_str());
  ASSERT_TRUE(document) << document.error().message;
  EXPECT_EQ(document->payload.kind, PayloadKind::html);
}

TEST(OneDocument, ThatCannotBeHadSaysWhy) {
  Asked asked;
  EXPECT_EQ(asked.error("/gone"), "https://akhbar.example/gone: HTTP status 410");
  EXPECT_EQ(asked.error("/void"), "https://akhbar.example/void: empty");
}

}  // namespace
}  // namespace khabar
