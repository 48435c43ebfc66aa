#include "sinks/sqlite/sqlite_sink.h"

#include <gtest/gtest.h>

#include "core/model/document_json.h"
#include "core/text/fold.h"
#include "sinks/sqlite/article_search.h"
#include "tests/sinks/compliance/story.h"

namespace khabar {
namespace {

class SqliteSinkTest : public testing::Test {
 protected:
  void SetUp() override { open(sink_); }

  // All rows as "a|b|c", parted by blanks.
  std::string rows(const std::string& sql) {
    Database database = Database::open(path_, DatabaseAccess::read_write).value();
    Result<Statement> select = database.prepare(sql);
    EXPECT_TRUE(select) << select.error().message;
    std::string all;
    while (select->step().value()) {
      if (!all.empty()) all += ' ';
      for (int column = 0; column < select->columns(); ++column) {
        if (column > 0) all += '|';
        all += select->is_null(column) ? "NULL" : std::string(select->text(column));
      }
    }
    return all;
  }
  std::size_t hits(std::string_view query) {
    return search_articles(path_, query, 100).value().size();
  }

  Folder folder_;
  std::string path_ = folder_ / "news.db";
  SqliteSink sink_{path_};
};

Document full() {
  Document document = numbered(7);
  document.key = 0xFFFFFFFFFFFFFFFEu;  // -2 as SQLite counts
  document.canonical_url = "https://nahr.example/7";
  document.source = {"nahr", "النهر", "nahr.example"};
  document.fetched = "2026-03-07T06:41:12Z";
  Article& article = document.article;
  article.title = "افتتاح";
  article.subtitle = "فرعي";
  article.authors = {"أحمد علي", "Zoë"};
  article.agency = "سانا";
  article.dateline = {"دمشق", "سانا"};
  article.published = "2026-03-07";
  article.modified = "2026-03-08";
  article.language = "ar";
  article.direction = "rtl";
  article.image = {"i.jpg", "صورة"};
  article.section = "محليات";
  article.tags = {"جسور"};
  document.verdict.duplicate_of = "id-1";
  document.verdict.similarity = 0.5;
  return document;
}

TEST_F(SqliteSinkTest, HasAColumnForEveryScalarField) {
  write(sink_, {full()});
  EXPECT_EQ(rows("SELECT key, id, url, canonical_url, source_id, source_name, source_host, title,"
                 " subtitle, authors, agency, dateline_place, dateline_agency FROM articles"),
            "-2|id-7|https://nahr.example/7|https://nahr.example/7|nahr|النهر|nahr.example|افتتاح|"
            "فرعي|أحمد علي; Zoë|سانا|دمشق|سانا");
  EXPECT_EQ(rows("SELECT published, modified, fetched, language, direction, image_url,"
                 " image_caption, section, tags, revision, revision_of, duplicate_of, similarity,"
                 " words FROM articles"),
            "2026-03-07|2026-03-08|2026-03-07T06:41:12Z|ar|rtl|i.jpg|صورة|محليات|جسور|NULL|NULL|"
            "id-1|0.5|3");
  EXPECT_EQ(rows("SELECT origin_kind, origin_path, origin_offset, origin_line, origin_record_id"
                 " FROM articles"),
            "jsonl|wire.jsonl|700|8|7");
  std::string record;
  append_record(full(), record);
  EXPECT_EQ(rows("SELECT record FROM articles"), record);
  EXPECT_EQ(rows("SELECT text FROM articles"), "افتتحت البلدية الجسر.");
}

TEST_F(SqliteSinkTest, WhatHasNoValueIsNull) {
  write(sink_, stories(0, 1));
  EXPECT_EQ(rows("SELECT subtitle, published, duplicate_of, similarity, revision FROM articles"),
            "NULL|NULL|NULL|NULL|NULL");
}

TEST_F(SqliteSinkTest, AuthorsAndTagsCanBeSought) {
  write(sink_, {full()});
  EXPECT_EQ(rows("SELECT name FROM authors WHERE folded = '" + folded("احمد علي") + "'"),
            "أحمد علي");
  EXPECT_EQ(rows("SELECT position, name, folded FROM authors WHERE position = 1"), "1|Zoë|zoe");
  EXPECT_EQ(rows("SELECT tag FROM tags"), "جسور");
}

TEST_F(SqliteSinkTest, ADocumentThatChangedReplacesItsRowAndItsWords) {
  Document document = full();
  document.verdict.duplicate_of.clear();
  write(sink_, {document});
  document.article.title = "إغلاق";
  document.article.authors = {"سامي"};
  document.article.paragraphs.front().text = "أغلقت المدرسة.";
  write(sink_, {document});
  EXPECT_EQ(rows("SELECT count(*), max(title), max(authors) FROM articles"), "1|إغلاق|سامي");
  EXPECT_EQ(rows("SELECT name FROM authors"), "سامي");
  EXPECT_EQ(hits("المدرسة"), 1u);
  EXPECT_EQ(hits("البلدية"), 0u);
  EXPECT_EQ(rows("INSERT INTO article_index (article_index) VALUES ('integrity-check')"), "");
}

TEST_F(SqliteSinkTest, VersionsTellTheHistoryOfAnArticle) {
  std::vector<Document> versions = stories(1, 4);
  versions[1].verdict.revision = 2;
  versions[2].verdict.revision = 3;
  versions[1].verdict.revision_of = versions[2].verdict.revision_of = "id-1";
  write(sink_, versions);
  EXPECT_EQ(rows("SELECT number, id FROM versions WHERE first_id = 'id-1' ORDER BY number"),
            "1|id-1 2|id-2 3|id-3");
  EXPECT_NE(rows("EXPLAIN QUERY PLAN SELECT * FROM versions WHERE first_id = 'id-1'")
                .find("articles_version"),
            std::string::npos);
}

TEST_F(SqliteSinkTest, CopiesNameTheirOriginal) {
  write(sink_, {numbered(1), full()});
  EXPECT_EQ(rows("SELECT duplicate_of, id, similarity FROM copies"), "id-1|id-7|0.5");
  EXPECT_EQ(hits("البلدية"), 1u);  // the copy is not found a second time
}

TEST_F(SqliteSinkTest, FailsAsAWholeAndCanBeTriedAgain) {
  Database other = Database::open(path_, DatabaseAccess::read_write).value();
  {
    Result<Transaction> writing = Transaction::begin(other);
    ASSERT_TRUE(
        other.execute("CREATE TRIGGER full BEFORE INSERT ON tags"
                      " BEGIN SELECT RAISE(ABORT, 'no room'); END"));
    ASSERT_TRUE(writing->commit());
  }
  const auto failed = try_write(sink_, {numbered(1), full()});
  ASSERT_FALSE(failed);
  EXPECT_NE(failed.error().message.find(path_ + ": no room"), std::string::npos);
  EXPECT_EQ(rows("SELECT count(*) FROM articles"), "0");
  ASSERT_TRUE(other.execute("DROP TRIGGER full"));
  write(sink_, {numbered(1), full()});
  EXPECT_EQ(rows("SELECT count(*) FROM articles"), "2");
}

TEST_F(SqliteSinkTest, RefusesTheFileOfALaterProgram) {
  ASSERT_TRUE(
      Database::open(path_, DatabaseAccess::read_write)->execute("PRAGMA user_version = 9"));
  EXPECT_EQ(SqliteSink(path_).open().error().message,
            path_ + " has schema 9, this program knows 1");
  EXPECT_EQ(search_articles(path_, "x", 1).error().message,
            path_ + " has schema 9, this program knows 1");
}

TEST_F(SqliteSinkTest, LeavesOneFileBehind) {
  {
    SqliteSink sink(folder_ / "other.db");
    open(sink);
    write(sink, stories(0, 3));
    finish(sink);
  }
  const auto names = folder_.names();
  EXPECT_TRUE(std::ranges::find(names, "other.db") != names.end());
  EXPECT_TRUE(std::ranges::find(names, "other.db-wal") == names.end());
}

}  // namespace
}  // namespace khabar
