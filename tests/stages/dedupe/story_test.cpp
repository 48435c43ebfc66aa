// What dedupe promises, told as stories.
#include <gtest/gtest.h>

#include "tests/stages/dedupe/desk.h"

namespace khabar {
namespace {

const std::string kWire = words(1, 320);

TEST(DedupeStory, AWireStoryComesOutOnceHoweverManyOutletsPrintIt) {
  Desk desk;
  const Heard first = desk.hear({"agency", "http://agency/1", kWire, 0});
  EXPECT_EQ(first.dropped, "");
  EXPECT_EQ(first.verdict.kind, VerdictKind::fresh);
  EXPECT_EQ(desk.hear({"b", "http://b/7", kWire + " " + words(2, 40), 2}).dropped, "copy_near");
  EXPECT_EQ(desk.hear({"c", "http://c/7", words(3, 8) + ". " + kWire, 5}).dropped, "copy_near");
  EXPECT_EQ(desk.hear({"d", "http://d/7", with_words_replaced(kWire, .05, 4), 30}).dropped,
            "copy_near");
  EXPECT_EQ(desk.hear({"e", "http://e/7", kWire, 50}).dropped, "copy_exact");
  EXPECT_EQ(desk.hear({"f", "http://f/7", words(5, 320), 51}).dropped, "");
}

TEST(DedupeStory, ACopyIsMarkedWithItsOriginalWhenAskedFor) {
  Desk desk(marking());
  const Heard first = desk.hear({"agency", "http://agency/1", kWire, 0});
  const Heard copy = desk.hear({"b", "http://b/7", kWire + " " + words(2, 40), 2});
  EXPECT_EQ(copy.dropped, "");
  EXPECT_EQ(copy.verdict.kind, VerdictKind::copy);
  EXPECT_EQ(copy.verdict.duplicate_of, first.verdict.id);
  EXPECT_NE(copy.verdict.id, first.verdict.id);
  EXPECT_GT(copy.verdict.similarity, .8);
  const Heard again = desk.hear({"agency", "http://agency/1", kWire, 3});
  EXPECT_EQ(again.verdict.duplicate_of, first.verdict.id);
  EXPECT_NE(again.verdict.id, first.verdict.id) << "two records must not share an id";
  EXPECT_EQ(again.verdict.similarity, 1);
}

TEST(DedupeStory, ACorrectedArticleIsAVersionOfItself) {
  Desk desk;
  const Heard first = desk.hear({"a", "http://a/news/1", kWire, 0});
  const Heard second = desk.hear({"a", "http://a/news/1", with_words_replaced(kWire, .03, 1), 4});
  EXPECT_EQ(second.verdict.kind, VerdictKind::version);
  EXPECT_EQ(second.verdict.revision, 2U);
  EXPECT_EQ(second.verdict.revision_of, first.verdict.id);
  const Heard third = desk.hear({"a", "http://a/news/1", words(9, 100), 500});
  EXPECT_EQ(third.verdict.revision, 3U) << "one address is one article, however it changes";
  EXPECT_EQ(third.verdict.revision_of, first.verdict.id);
  EXPECT_NE(third.verdict.id, second.verdict.id);
  EXPECT_EQ(desk.hear({"a", "http://a/news/1", words(9, 100), 501}).dropped, "version_unchanged");
  EXPECT_EQ(desk.hear({"a", "http://a/news/1", "", 502}).dropped, "version_empty");
}

TEST(DedupeStory, TheLatestVersionCanKeepTheFirstId) {
  DedupeOptions options;
  options.rules.versions = Versions::latest;
  Desk desk(options);
  const Heard first = desk.hear({"a", "http://a/news/1", kWire, 0});
  const Heard second = desk.hear({"a", "http://a/news/1", kWire + " " + words(3, 5), 1});
  EXPECT_EQ(second.verdict.id, first.verdict.id);
  EXPECT_EQ(second.verdict.revision, 2U);
}

TEST(DedupeStory, AnOutletsOwnTextUnderAnotherAddressIsAVersionIfLeadAndNumbersAgree) {
  Desk desk;
  const std::string lead = words(20, 60), rest = words(21, 240);
  const Heard first = desk.hear({"a", "http://a/1", lead + " قتل 12 وجرح 30 " + rest, 0});
  const Heard corrected =
      desk.hear({"a", "http://a/1-b", lead + " قتل 12 وجرح 30 " + rest + " " + words(22, 30), 3});
  EXPECT_EQ(corrected.verdict.kind, VerdictKind::version);
  EXPECT_EQ(corrected.verdict.revision_of, first.verdict.id);
  const Heard further =
      desk.hear({"a", "http://a/1-c", lead + " قتل 12 وجرح 30 " + rest + " " + words(23, 20), 4});
  EXPECT_EQ(further.verdict.revision, 3U);
  const Heard follow_up =
      desk.hear({"a", "http://a/2", words(24, 60) + " قتل 12 وجرح 30 " + rest, 6});
  EXPECT_EQ(follow_up.verdict.kind, VerdictKind::fresh) << "new lead over old background";
}

TEST(DedupeStory, AWeatherReportThatLooksLikeYesterdaysIsNeither) {
  Desk desk;
  const auto report = [](int from) {
    std::string text = words(30, 50);
    for (int i = 0; i < 30; ++i) {
      text += " " + words(31 + static_cast<std::uint64_t>(i), 3) + " " + std::to_string(from + i);
    }
    return text;
  };
  EXPECT_EQ(desk.hear({"a", "http://a/weather/1", report(10), 0}).verdict.kind, VerdictKind::fresh);
  EXPECT_EQ(desk.hear({"a", "http://a/weather/2", report(200), 24}).verdict.kind,
            VerdictKind::fresh);
  EXPECT_EQ(desk.hear({"b", "http://b/weather", report(500), 25}).verdict.kind, VerdictKind::fresh)
      << "the same form, filled by another outlet";
}

TEST(DedupeStory, BeyondTheWindowOnlyEqualTextsAreCopies) {
  Desk desk;
  desk.hear({"a", "http://a/1", kWire, 0});
  EXPECT_EQ(desk.hear({"b", "http://b/1", kWire + " " + words(2, 9), 73}).dropped, "");
  EXPECT_EQ(desk.hear({"c", "http://c/1", kWire, 24 * 90}).dropped, "copy_exact");
  EXPECT_EQ(desk.hear({"d", "http://d/1", kWire, 24 * 500}).dropped, "") << "past exact_days";
}

TEST(DedupeStory, ACopyOfACopyIsNoCopyOfTheOriginal) {
  Desk desk(marking());
  std::string text = kWire;
  const Heard first = desk.hear({"o", "http://o/1", text, 0});
  std::size_t linked = 0;
  for (int i = 1; i < 12; ++i) {  // each step is small, the first and the last share little
    text = with_words_replaced(text, .08, static_cast<std::uint64_t>(i));
    const std::string outlet(1, static_cast<char>('o' + i));
    linked +=
        desk.hear({outlet, address(outlet, 1), text, i}).verdict.duplicate_of == first.verdict.id
            ? 1
            : 0;
  }
  EXPECT_GE(linked, 1U);
  EXPECT_LE(linked, 5U);
}

TEST(DedupeStory, ShortTextsMustBeEqualInTitleToo) {
  Desk desk;
  const std::string flash = words(40, 12);
  EXPECT_EQ(desk.hear({"a", "http://a/1", flash, 0, "عاجل: الاول"}).dropped, "");
  EXPECT_EQ(desk.hear({"b", "http://b/1", flash, 1, "عاجل: الثاني"}).dropped, "");
  EXPECT_EQ(desk.hear({"c", "http://c/1", flash, 1, "عاجل: الأول"}).dropped, "copy_exact");
  EXPECT_EQ(desk.hear({"d", "http://d/1", flash + " زيادة", 1, "عاجل: الاول"}).dropped, "");
}

TEST(DedupeStory, EmptyTextsAreNeverMerged) {
  Desk desk;
  EXPECT_EQ(desk.hear({"a", "http://a/1", "", 0}).dropped, "");
  EXPECT_EQ(desk.hear({"a", "http://a/2", "", 0}).dropped, "");
  EXPECT_EQ(desk.hear({"", "", "...", 0}).dropped, "");
  EXPECT_EQ(desk.hear({"", "", "", 0}).dropped, "");
  EXPECT_EQ(desk.hear({"a", "http://a/1", "", 1}).dropped, "version_unchanged");
  EXPECT_EQ(desk.hear({"a", "http://a/1", kWire, 2}).verdict.revision, 2U);
}

TEST(DedupeStory, NumbersAloneAreNoText) {
  Desk desk;
  std::string table;
  for (int i = 0; i < 400; ++i) table += std::to_string(1000 + i) + " ";
  EXPECT_EQ(desk.hear({"a", "http://a/1", table, 0, "اسعار السبت"}).dropped, "");
  EXPECT_EQ(desk.hear({"b", "http://b/1", table + "7", 0, "اسعار السبت"}).dropped, "");
  EXPECT_EQ(desk.hear({"b", "http://b/2", table, 0, "اسعار الاحد"}).dropped, "");
}

TEST(DedupeStory, OneWordAMillionTimesHarmsNobody) {
  Desk desk;
  std::string text;
  for (int i = 0; i < 1'000'000; ++i) text += "خبر ";
  EXPECT_EQ(desk.hear({"a", "http://a/1", text, 0}).dropped, "");
  EXPECT_EQ(desk.hear({"b", "http://b/1", text, 0}).dropped, "copy_exact");
  EXPECT_EQ(desk.hear({"b", "http://b/2", text + "خبر ", 0}).dropped, "")
      << "no sketch to judge by";
  EXPECT_EQ(desk.hear({"c", "http://c/2", kWire + " خبر خبر خبر", 0}).dropped, "");
}

TEST(DedupeStory, PagesOfBoilerplateAloneAreCopiesOfTheFirst) {
  Desk desk;
  const std::string notice = words(50, 120);
  EXPECT_EQ(desk.hear({"a", "http://a/1", notice, 0, "اول"}).dropped, "");
  for (int i = 2; i < 50; ++i) {
    EXPECT_EQ(desk.hear({"a", address("a", i), notice, i}).dropped, "copy_exact");
  }
}

TEST(DedupeStory, AFrontPageIsNotOneArticle) {
  Desk desk;
  EXPECT_EQ(desk.hear({"a", "http://a/", kWire, 0}).verdict.kind, VerdictKind::fresh);
  EXPECT_EQ(desk.hear({"a", "http://a/", words(60, 300), 1}).verdict.kind, VerdictKind::fresh);
  EXPECT_EQ(desk.hear({"a", "http://a", words(61, 300), 2}).verdict.kind, VerdictKind::fresh);
  EXPECT_EQ(desk.hear({"a", "http://a/?p=3", words(62, 300), 3}).verdict.kind, VerdictKind::fresh);
}

TEST(DedupeStory, AFeedEntryIsKnownByItsIdWhereverItMoves) {
  Desk desk;
  const auto entry = [&](const std::string& url, std::uint64_t key) {
    Document document = document_of({"a", url, words(key, 300), 0}, key);
    document.origin.kind = "feed";
    document.origin.path = "http://a/feed";
    document.origin.record_id = "tag:a,2024:1";
    return document;
  };
  EXPECT_EQ(desk.hear(entry("http://a/1", 1)).verdict.kind, VerdictKind::fresh);
  EXPECT_EQ(desk.hear(entry("http://a/1-moved", 2)).verdict.revision, 2U);
  EXPECT_EQ(desk.hear(entry("http://a/1-again", 3)).verdict.revision, 3U);
}

TEST(DedupeStory, TimesFromAnotherCenturyMoveNothing) {
  Desk desk;
  desk.hear({"a", "http://a/1", kWire, 0});
  for (int i = 0; i < 5; ++i) {
    desk.hear({"a", address("a/f", i), words(70 + i, 300), 24 * 365 * 75});
    desk.hear({"a", address("a/p", i), words(80 + i, 300), -24 * 365 * 54});
  }
  EXPECT_EQ(desk.hear({"b", "http://b/1", kWire + " " + words(2, 20), 10}).dropped, "copy_near");
  Document undated = document_of({"c", "http://c/1", kWire + " " + words(3, 20), 0}, 999);
  undated.given.published.clear();
  EXPECT_EQ(desk.hear(undated).dropped, "copy_near") << "judged at the newest time believed";
}

TEST(DedupeStory, AnArchiveFiledByOutletIsJudgedByItsOwnTimes) {
  Desk desk;
  for (int day = 0; day < 60; ++day) {
    desk.hear({"a", address("a", day), words(100 + day, 250), day * 24});
  }
  for (int day = 59; day >= 0; --day) {
    const std::string text = words(100 + day, 250) + " " + words(500 + day, 20);
    EXPECT_EQ(desk.hear({"b", address("b", day), text, day * 24 + 5}).dropped, "copy_near");
  }
}

TEST(DedupeStory, WhatWasLostMayComeAgainAndIsNew) {
  Desk desk;
  const Draft draft{"a", "http://a/1", kWire, 0};
  Heard lost = desk.hear(draft, false);
  EXPECT_EQ(desk.hear({"b", "http://b/1", kWire + " " + words(2, 9), 0}).dropped, "copy_near");
  lost.settle(Fate::lost);
  const Heard again = desk.hear(document_of(draft, desk.last_key()));
  EXPECT_EQ(again.dropped, "already_dropped") << "the key of the copy, which was settled";
  const Heard retold = desk.hear(document_of(draft, 1));
  EXPECT_EQ(retold.dropped, "");
  EXPECT_EQ(retold.verdict.kind, VerdictKind::fresh);
  EXPECT_EQ(retold.verdict.id, lost.verdict.id);
}

TEST(DedupeStory, ARejectedVersionLeavesTheOneBeforeIt) {
  Desk desk;
  desk.hear({"a", "http://a/1", kWire, 0});
  desk.hear({"a", "http://a/1", words(2, 300), 1}, false).settle(Fate::rejected);
  EXPECT_EQ(desk.hear({"a", "http://a/1", words(3, 300), 2}).verdict.revision, 2U);
}

TEST(DedupeStory, ADocumentThatComesAgainIsKnownByItsKey) {
  Desk desk;
  desk.hear(document_of({"a", "http://a/1", kWire, 0}, 77));
  desk.hear(document_of({"b", "http://b/1", kWire, 0}, 78));
  EXPECT_EQ(desk.hear(document_of({"a", "http://a/1", kWire, 0}, 77)).dropped, "already_delivered");
  EXPECT_EQ(desk.hear(document_of({"b", "http://b/1", kWire, 0}, 78)).dropped, "already_dropped");
}

TEST(DedupeStory, FaultyDocumentsPassUntouched) {
  Desk desk;
  Document faulty = document_of({"a", "http://a/1", kWire, 0}, 1);
  faulty.fault = Fault{"jsonl_syntax", "line 3"};
  EXPECT_EQ(desk.hear(faulty).verdict, Verdict{});
  EXPECT_EQ(desk.hear({"b", "http://b/1", kWire, 0}).verdict.kind, VerdictKind::fresh);
}

TEST(DedupeStory, NearCanBeTurnedOff) {
  DedupeOptions options;
  options.rules.near = false;
  Desk desk(options);
  desk.hear({"a", "http://a/1", kWire, 0});
  EXPECT_EQ(desk.hear({"b", "http://b/1", kWire + " " + words(2, 9), 1}).dropped, "");
  EXPECT_EQ(desk.hear({"c", "http://c/1", kWire, 1}).dropped, "copy_exact");
}

}  // namespace
}  // namespace khabar
