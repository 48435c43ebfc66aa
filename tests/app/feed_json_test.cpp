#include "app/feed_json.h"

#include <gtest/gtest.h>
#include <rapidjson/document.h>

#include <string>

namespace khabar {
namespace {

rapidjson::Document printed(std::string_view bytes, bool raw) {
  FeedContext context;
  context.url = "https://n.example/feed";
  const Result<Feed> feed = parse_feed(bytes, context);
  EXPECT_TRUE(feed);
  FeedJsonOptions options;
  options.raw = raw;
  const std::string json = feed_json(*feed, options);
  rapidjson::Document document;
  document.Parse(json.data(), json.size());
  EXPECT_FALSE(document.HasParseError()) << json;
  return document;
}

constexpr std::string_view kFeed =
    "<rss version='2.0'><channel><title>أخبار \"الميناء\"</title><ttl>5</ttl>"
    "<image><url>/i.png</url></image><item><link>/1</link><category>محليات</category>"
    "<pubDate>2026-05-03</pubDate><description>&lt;a href='/2' onclick='x()'&gt;نص&lt;/a&gt;"
    "</description><slash:comments>3</slash:comments></item><item><title>ب</title></item>"
    "</channel></rss>";

TEST(FeedJson, PrintsEveryField) {
  const rapidjson::Document feed = printed(kFeed, false);
  EXPECT_STREQ(feed["format"].GetString(), "rss20");
  EXPECT_STREQ(feed["title"]["value"].GetString(), "أخبار \"الميناء\"");
  EXPECT_EQ(feed["ttl_minutes"].GetInt(), 5);
  EXPECT_STREQ(feed["image"]["url"].GetString(), "https://n.example/i.png");
  ASSERT_EQ(feed["entries"].Size(), 2u);
  const rapidjson::Value& entry = feed["entries"][0];
  EXPECT_STREQ(entry["url"].GetString(), "https://n.example/1");
  EXPECT_STREQ(entry["tags"][0].GetString(), "محليات");
  EXPECT_STREQ(entry["published"]["iso"].GetString(), "2026-05-03");
  EXPECT_STREQ(entry["extensions"][0]["name"].GetString(), "slash:comments");
  EXPECT_FALSE(entry.HasMember("id"));
}

TEST(FeedJson, SanitisesUnlessToldNotTo) {
  const rapidjson::Document safe = printed(kFeed, false);
  EXPECT_STREQ(safe["entries"][0]["summary"]["value"].GetString(),
               "<a href=\"https://n.example/2\">نص</a>");
  const rapidjson::Document raw = printed(kFeed, true);
  EXPECT_STREQ(raw["entries"][0]["summary"]["value"].GetString(),
               "<a href='/2' onclick='x()'>نص</a>");
}

TEST(FeedJson, HelpNamesEveryTopField) {
  const std::string_view help = feed_json_help();
  const rapidjson::Document feed = printed(kFeed, false);
  for (const auto& member : feed.GetObject()) {
    EXPECT_NE(help.find(member.name.GetString()), std::string_view::npos)
        << member.name.GetString();
  }
}

}  // namespace
}  // namespace khabar
