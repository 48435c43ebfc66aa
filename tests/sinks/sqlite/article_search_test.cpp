#include "sinks/sqlite/article_search.h"

#include <random>

#include <gtest/gtest.h>

#include "sinks/sqlite/article_index.h"
#include "sinks/sqlite/sqlite_sink.h"
#include "tests/sinks/compliance/story.h"

namespace khabar {
namespace {

Document article(std::uint64_t number, const std::string& title, const std::string& text) {
  Document document = numbered(number);
  document.article.title = title;
  document.article.authors = {"Nour Haddad"};
  document.article.tags = {"اقتصاد"};
  document.article.paragraphs.front().text = text;
  return document;
}

class ArticleSearchTest : public testing::Test {
 protected:
  void SetUp() override {
    open(sink_);
    write(sink_,
          {
              article(1, "زيارة", "وصل الرئيس إلى مدرسة القرية، والتقى المُعَلِّمين في الصباح."),
              article(2, "Harbour reopens", "The café by the old harbour opens again on Monday."),
              article(3, "水道工事", "東京都は新しい水道管の工事を始めた。"),
              article(4, "المدرسة الجديدة", "افتتحت أمس. Harbour workers came too."),
              article(5, "โรงเรียน", "นักเรียนไปโรงเรียนทุกวัน"),
          });
  }
  // Numbers of the articles found, best first.
  std::string found(std::string_view query) {
    const auto hits = search_articles(path_, query, 10);
    if (!hits) return hits.error().message;
    std::string ids;
    for (const SearchHit& hit : *hits) ids += hit.id.substr(3) + " ";
    return ids;
  }

  Folder folder_;
  std::string path_ = folder_ / "news.db";
  SqliteSink sink_{path_};
};

TEST_F(ArticleSearchTest, FindsWordsHoweverTheyAreSpelt) {
  const std::pair<std::string, std::string> kCases[] = {
      {"الى", "1 "},                          // without hamza
      {"المعلمين", "1 "},                     // without harakat
      {"المُعلّمين", "1 "},    {"قريه", "1 "},  // ه for ة, and without the article
      {"مدرسة", "4 1 "},      // with the article in the title of 4: that counts more
      {"المدرسة", "4 1 "},    // an article in the query does not matter
      {"\"المدرسة\"", "4 "},  // but in quotes it does
      {"CAFE", "2 "},        {"harbour", "2 4 "}, {"水道", "3 "},
      {"道水", ""},          {"โรงเรียน", "5 "},   {"nour workers", "4 "},  // authors count too
  };
  for (const auto& [query, ids] : kCases) {
    EXPECT_EQ(found(query), ids) << query;
  }
}

TEST_F(ArticleSearchTest, TellsVersionsFromFirstOnes) {
  Document second = article(6, "Ferry", "The ferry sails again.");
  second.verdict.revision = 2;
  second.verdict.revision_of = "id-5";
  write(sink_, {article(7, "Ferry", "The ferry sails."), second});
  const auto hits = search_articles(path_, "ferry", 10);
  ASSERT_TRUE(hits);
  ASSERT_EQ(hits->size(), 2u);
  EXPECT_EQ((*hits)[0].revision + (*hits)[1].revision, 2);
}

TEST_F(ArticleSearchTest, UnderstandsRowsExclusionsAndAlternatives) {
  const std::pair<std::string, std::string> kCases[] = {
      {"\"old harbour\"", "2 "},
      {"“old harbour”", "2 "},
      {"\"harbour old\"", ""},
      {"«مدرسة القرية»", "1 "},
      {"harbour -workers", "2 "},
      {"-workers harbour", "2 "},
      {"harbour -\"old harbour\"", "4 "},
      {"café OR قرية OR nothing", "1 2 "},
      {"harbour workers OR café", "2 4 "},
      {"harbour OR", "2 4 "},
      {"OR harbour", "2 4 "},
      {"old-harbour", "2 "},
  };
  for (const auto& [query, ids] : kCases) {
    std::vector<std::string> got, wanted;
    std::stringstream got_ids(found(query)), wanted_ids(ids);
    for (std::string id; got_ids >> id;) got.push_back(id);
    for (std::string id; wanted_ids >> id;) wanted.push_back(id);
    std::ranges::sort(got);
    EXPECT_EQ(got, wanted) << query;
  }
}

TEST_F(ArticleSearchTest, NoQueryIsASyntaxErrorOfTheIndex) {
  const auto seed = std::random_device{}();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937_64 random(seed);
  const std::vector<std::string> kPieces{
      "\"",      "'",     "*",   "(", ")", "-",      " ",    "NEAR",
      "AND",     "OR",    "NOT", "^", ":", "title:", "{",    "}",
      "harbour", "مدرسة", "水",  "«", "”", ",",      "\xff", std::string(1, '\0'),
      "+",       "--",    ";",   "\\"};
  for (int round = 0; round < 3000; ++round) {
    std::string query;
    for (auto left = random() % 9; left > 0; --left) query += kPieces[random() % kPieces.size()];
    const auto hits = search_articles(path_, query, 10);
    ASSERT_EQ(hits ? "query: " : hits.error().message.substr(0, 7), "query: ") << query;
  }
}

TEST_F(ArticleSearchTest, SaysWhenThereIsNothingToSearchFor) {
  EXPECT_EQ(found(""), "query: no word to search for");
  EXPECT_EQ(found(" ... \"\" "), "query: no word to search for");
  EXPECT_EQ(found("-harbour"), "query: says only what must not occur");
  EXPECT_EQ(found(std::string(5000, 'x')), "query: 5000 bytes exceed 4096");
  std::string many;
  for (int i = 0; i < 1000; ++i) many += " مدرسة";
  EXPECT_EQ(found(many.substr(0, 4000)), "4 1 ");
}

TEST_F(ArticleSearchTest, TellsWhatAPersonWantsToSee) {
  const auto hits = search_articles(path_, "cafe", 10).value();
  ASSERT_EQ(hits.size(), 1u);
  EXPECT_EQ(hits[0].title, "Harbour reopens");
  EXPECT_EQ(hits[0].url, "https://nahr.example/2");
  EXPECT_EQ(hits[0].snippet, "The café by the old harbour opens again on Monday.");
  EXPECT_GT(hits[0].score, 0);
  EXPECT_EQ(search_articles(path_, "harbour", 1)->size(), 1u);
}

TEST_F(ArticleSearchTest, RefusesWhatIsNoArticleDatabase) {
  EXPECT_FALSE(search_articles(folder_ / "absent.db", "x", 1));
  EXPECT_FALSE(std::filesystem::exists(folder_ / "absent.db"));
  ASSERT_TRUE(Database::open(folder_ / "other.db", DatabaseAccess::read_write)
                  ->execute("CREATE TABLE t (a)"));
  EXPECT_EQ(search_articles(folder_ / "other.db", "x", 1).error().message,
            folder_ / "other.db" + " holds no articles");
}

TEST(Snippet, IsCutAtWordsAroundTheFirstHit) {
  std::string before, behind;
  for (int i = 0; i < 100; ++i) before += "قبل ", behind += " بعد";
  const std::string snippet = snippet_of(before + "الْمَدْرَسَة\n\nالجديدة" + behind, {"المدرسه"});
  EXPECT_TRUE(snippet.starts_with("…قبل "));
  EXPECT_TRUE(snippet.ends_with(" بعد…"));
  EXPECT_NE(snippet.find(" الْمَدْرَسَة الجديدة بعد"), std::string::npos);
  EXPECT_LT(snippet.size(), 600u);
}

TEST(Snippet, IsTheBeginningWhereNothingIsFound) {
  EXPECT_EQ(snippet_of("قصير", {"x"}), "قصير");
  EXPECT_EQ(snippet_of("", {"x"}), "");
}

TEST(Snippet, PassesOverPartsOfWords) {
  EXPECT_TRUE(
      snippet_of("art" + std::string(100, 'y') + " " + std::string(100, 'z') + " art", {"art"})
          .ends_with("art"));
}

TEST(Snippet, CutsTextWithoutBlanksBetweenCharacters) {
  std::string text;
  for (int i = 0; i < 300; ++i) text += "水";
  const std::string snippet = snippet_of(text + "道" + text, {"道"});
  EXPECT_TRUE(snippet.starts_with("…水"));
  EXPECT_TRUE(snippet.ends_with("水…"));
  EXPECT_EQ(snippet.size() % 3, 0u);
}

TEST(IndexWords, PartsScriptsWithoutBlanksAtEveryCharacter) {
  const std::pair<std::string, std::string> kCases[] = {{"Café, العَرَبِيّة!", "cafe العربيه"},
                                                        {"東京2020都", "東 京 2020 都"},
                                                        {"a水b", "a 水 b"},
                                                        {"", ""}};
  for (const auto& [display, words] : kCases) EXPECT_EQ(index_words(display), words);
}

}  // namespace
}  // namespace khabar
