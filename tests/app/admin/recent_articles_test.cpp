#include "app/admin/recent_articles.h"

#include <gtest/gtest.h>

#include "app/admin/status_json.h"
#include "tests/fakes/hand_clock.h"

namespace khabar {
namespace {

Document story(const std::string& title) {
  Document document;
  document.article.title = title;
  document.article.paragraphs.push_back({ParagraphKind::paragraph, 0, false, 0, "A text.", ""});
  document.article.removed.push_back({"Follow us", "en/follow", "line"});
  document.payload.body = "bytes as read";
  return document;
}

struct Ring {
  HandClock clock;
  RecentArticles articles{clock};
  void add(const std::string& title) { articles.add(RecentArticles::excerpt(story(title))); }
};

TEST(RecentArticles, TheNewestComesFirst) {
  Ring ring;
  ring.add("one");
  ring.add("two");
  const auto newest = ring.articles.newest(10);
  ASSERT_EQ(newest.size(), 2U);
  EXPECT_EQ(newest[0]->document.article.title, "two");
  EXPECT_EQ(newest[0]->number, 2U);
  EXPECT_TRUE(newest[0]->document.payload.body.empty());
}

TEST(RecentArticles, TheRingForgetsTheOldest) {
  Ring ring;
  for (int i = 1; i <= 250; ++i) ring.add(std::to_string(i));
  EXPECT_EQ(ring.articles.newest(1000).size(), RecentArticles::kArticlesMax);
  EXPECT_EQ(ring.articles.ever(), 250U);
  EXPECT_EQ(ring.articles.find(50), nullptr) << "gone";
  ASSERT_NE(ring.articles.find(51), nullptr);
  EXPECT_EQ(ring.articles.find(51)->document.article.title, "51");
  EXPECT_EQ(ring.articles.find(250)->document.article.title, "250");
  EXPECT_EQ(ring.articles.find(251), nullptr) << "not yet";
  EXPECT_EQ(ring.articles.find(0), nullptr);
}

TEST(RecentArticles, AGiantIsCutBetweenCharacters) {
  Document document = story(std::string(5000, 'x'));
  std::string arabic;
  for (int i = 0; i < 100'000; ++i) arabic += "خ";
  document.article.paragraphs = {{ParagraphKind::paragraph, 0, false, 0, arabic, ""}};
  document.article.removed.assign(10'000, {"a", "b", "c"});
  const auto kept = RecentArticles::excerpt(document);
  EXPECT_TRUE(kept->was_cut);
  EXPECT_EQ(kept->document.article.title.size(), RecentArticles::kFieldBytesMax);
  const std::string& text = kept->document.article.paragraphs.at(0).text;
  EXPECT_LE(text.size(), RecentArticles::kTextBytesMax);
  EXPECT_EQ(text.size() % 2, 0U) << "each letter has two bytes";
  EXPECT_LE(kept->document.article.removed.size(), RecentArticles::kPiecesMax);
}

struct Tapped {
  Ring ring;
  std::unique_ptr<Stage> stage;
  explicit Tapped(bool strip) {
    stage = make_recent_articles_tap(ring.articles, strip)->make_worker().value();
  }
};

TEST(RecentArticlesTap, OnlyWhatEverySinkHoldsIsShown) {
  Tapped tap(true);
  Document stored = story("stored"), copy = story("lost");
  auto first = tap.stage->process(stored);
  auto second = tap.stage->process(copy);
  ASSERT_TRUE(first && second);
  EXPECT_EQ(tap.ring.articles.ever(), 0U);
  second->on_settled(Fate::lost);
  first->on_settled(Fate::delivered);
  ASSERT_EQ(tap.ring.articles.ever(), 1U);
  EXPECT_EQ(tap.ring.articles.newest(1)[0]->document.article.title, "stored");
}

TEST(RecentArticlesTap, RemovedLinesTracedForThePageDoNotReachTheSinks) {
  Document a = story("a"), b = story("b");
  Tapped strips(true), keeps(false);
  auto decision = strips.stage->process(a);
  static_cast<void>(keeps.stage->process(b));
  EXPECT_TRUE(a.article.removed.empty());
  EXPECT_EQ(b.article.removed.size(), 1U);
  decision->on_settled(Fate::delivered);
  EXPECT_EQ(strips.ring.articles.newest(1)[0]->document.article.removed.size(), 1U);
}

TEST(ArticleJson, TextFromStrangersStaysText) {
  Ring ring;
  ring.add("</script><img onerror=\"x\">\n\xFF");
  const std::string json = articles_json(ring.articles, 10);
  EXPECT_NE(json.find(R"("title":"</script><img onerror=\"x\">\n)"), std::string::npos) << json;
  EXPECT_EQ(json.find('\n'), std::string::npos);
  EXPECT_NE(json.find("\xEF\xBF\xBD"), std::string::npos) << "not UTF-8, so mended";
  const std::string one = article_json(*ring.articles.find(1));
  EXPECT_NE(one.find(R"("removed":[{"text":"Follow us","rule":"en/follow","where":"line"}])"),
            std::string::npos)
      << one;
}

}  // namespace
}  // namespace khabar
