#include "app/top_view.h"

#include <gtest/gtest.h>

namespace khabar {
namespace {

constexpr const char* kStatus = R"({"version":"1","phase":"running","complaint":"","now":120000,
 "started":0,"configuration":"news.toml","documents":{"read":1234567,"delivered":10,"open":3},
 "rates":{"read":2.25,"delivered":150},"process":{"resident_bytes":1048576},
 "steps":[{"kind":"stage","name":"clean","documents":5,"rate":1,"busy":0.5,"queue":32,"queue_max":64},
          {"kind":"sink","name":"jsonl","documents":4,"rate":1,"busy":0,"failing":true}],
 "verdicts":[{"name":"fresh","count":9}],"dropped":[{"name":"copy_exact","count":2}]})";
constexpr const char* kNoFeeds = R"({"total":0,"counts":{},"feeds":[]})";

std::string shown(const char* status, const char* sources, TopLayout layout = {}) {
  const auto text = top_text(status, sources, layout);
  return text ? *text : "error: " + text.error().message;
}

TEST(TopView, ShowsRatesStepsAndReasons) {
  const std::string text = shown(kStatus, kNoFeeds, {false, 120, 50});
  for (const char* part : {"running for 2 min", "in 1,234,567 (2.2/s)", "stored 10 (150/s)",
                           "stage clean", "####....", "UNAVAILABLE", "fresh 9", "copy_exact 2"}) {
    EXPECT_NE(text.find(part), std::string::npos) << part << "\n" << text;
  }
  EXPECT_EQ(text.find('\033'), std::string::npos) << "no colours were asked for";
}

TEST(TopView, PagesThatCameToNothingAreCounted) {
  std::string status = kStatus;
  status.insert(status.rfind('}'), R"(,"sources":{"counts":{"fates":[{"name":"delivered","count":7},
    {"name":"robots_disallowed","count":3}]}})");
  EXPECT_NE(shown(status.c_str(), kNoFeeds, {false, 120, 50})
                .find("pages     delivered 7  robots_disallowed 3"),
            std::string::npos);
}

TEST(TopView, FeedsInTroubleSayWhy) {
  const std::string text = shown(kStatus, R"({"total":2,"counts":{"failing":1,"silent":1},"feeds":[
    {"name":"A","condition":"failing","last_error":"status 503"},
    {"name":"B","condition":"silent","news_per_day":12.5}]})",
                                 {false, 120, 50});
  EXPECT_NE(text.find("failing    A"), std::string::npos) << text;
  EXPECT_NE(text.find("status 503"), std::string::npos);
  EXPECT_NE(text.find("usually 12.5 news a day"), std::string::npos);
}

TEST(TopView, WhatDoesNotFitIsCounted) {
  std::string feeds = R"({"total":50,"counts":{},"feeds":[)";
  for (int i = 0; i < 50; ++i) {
    feeds += std::string(i > 0 ? "," : "") + R"({"name":"f","condition":"retired"})";
  }
  feeds += "]}";
  const std::string text = shown(kStatus, feeds.c_str(), {false, 60, 20});
  EXPECT_LE(std::count(text.begin(), text.end(), '\n'), 20);
  EXPECT_NE(text.find("more in trouble"), std::string::npos) << text;
}

TEST(TopView, AStrangersNameCannotTouchTheTerminal) {
  EXPECT_EQ(printable("a\033[2Jb\nc\x7f\xC2\x9B"
                      "d"),
            "a [2Jb c  d");
  const std::string text = shown(
      kStatus, R"({"total":1,"counts":{},"feeds":[{"name":"x\u001b[2J","condition":"failing"}]})");
  EXPECT_EQ(text.find('\033'), std::string::npos);
}

TEST(TopView, AnotherProgramsAnswerIsNoStatus) {
  EXPECT_EQ(shown("<html>", kNoFeeds), "error: the answer is no status of khabar");
  EXPECT_EQ(shown("[1]", kNoFeeds), "error: the answer is no status of khabar");
}

}  // namespace
}  // namespace khabar
