#include "core/io/database.h"

#include <unistd.h>
#include <array>
#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>

namespace khabar {
namespace {

class DatabaseTest : public testing::Test {
 protected:
  void SetUp() override { std::filesystem::create_directories(folder_); }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  std::string path() const { return (folder_ / "news.db").string(); }
  Database opened() const { return Database::open(path(), DatabaseAccess::read_write).value(); }

 private:
  const std::filesystem::path folder_ =
      std::filesystem::temp_directory_path() / ("khabar_database_" + std::to_string(getpid()));
};

std::int64_t count(Database& database, const std::string& table) {
  Statement statement = database.prepare("SELECT count(*) FROM " + table).value();
  EXPECT_TRUE(statement.step().value());
  return statement.integer(0);
}

TEST_F(DatabaseTest, KeepsWhatWasCommittedAndNothingElse) {
  {
    Database database = opened();
    ASSERT_TRUE(database.execute("CREATE TABLE t (a INTEGER, b TEXT, c REAL)"));
    Transaction kept = Transaction::begin(database).value();
    ASSERT_TRUE(database.execute("INSERT INTO t VALUES (1, 'x', 0.5)"));
    ASSERT_TRUE(kept.commit());
    const Transaction forgotten = Transaction::begin(database).value();
    ASSERT_TRUE(database.execute("INSERT INTO t VALUES (2, 'y', 1.5)"));
  }
  Database again = opened();
  EXPECT_EQ(count(again, "t"), 1);
}

TEST_F(DatabaseTest, GivesBackWhatWasBound) {
  Database database = opened();
  ASSERT_TRUE(database.execute("CREATE TABLE t (a, b, c, d)"));
  const std::string hostile("nul \0 quote ' خبر", 20);
  Statement insert = database.prepare("INSERT INTO t VALUES (?, ?, ?, ?)").value();
  insert.bind(1, INT64_MIN).bind(2, hostile).bind(3, 0.25).bind_text_or_null(4, "");
  ASSERT_TRUE(insert.run());
  EXPECT_EQ(database.changes(), 1);
  Statement select = database.prepare("SELECT * FROM t").value();
  ASSERT_TRUE(select.step().value());
  EXPECT_EQ(select.integer(0), INT64_MIN);
  EXPECT_EQ(select.text(1), hostile);
  EXPECT_EQ(select.number(2), 0.25);
  EXPECT_TRUE(select.is_null(3));
  EXPECT_FALSE(select.step().value());
}

TEST_F(DatabaseTest, WritesAheadAndInFull) {
  Database database = opened();
  Statement journal = database.prepare("PRAGMA journal_mode").value();
  ASSERT_TRUE(journal.step().value());
  EXPECT_EQ(journal.text(0), "wal");
  Statement synchronous = database.prepare("PRAGMA synchronous").value();
  ASSERT_TRUE(synchronous.step().value());
  EXPECT_EQ(synchronous.integer(0), 2);  // FULL
}

TEST_F(DatabaseTest, MigratesFromWhereItStands) {
  constexpr std::array<std::string_view, 2> kSteps{"CREATE TABLE a (x)",
                                                   "ALTER TABLE a ADD COLUMN y"};
  ASSERT_TRUE(opened().migrate(std::span(kSteps).first(1)));
  ASSERT_TRUE(opened().migrate(kSteps));
  Database database = opened();
  ASSERT_TRUE(database.migrate(kSteps));  // nothing left to do
  EXPECT_EQ(database.user_version().value(), 2);
  EXPECT_TRUE(database.execute("INSERT INTO a (x, y) VALUES (1, 2)"));
}

TEST_F(DatabaseTest, LeavesNothingOfAFailedMigration) {
  constexpr std::array<std::string_view, 1> kSteps{"CREATE TABLE a (x); CREATE TABLE a (x)"};
  Database database = opened();
  EXPECT_FALSE(database.migrate(kSteps));
  EXPECT_EQ(database.user_version().value(), 0);
  EXPECT_EQ(count(database, "sqlite_schema"), 0);
}

TEST_F(DatabaseTest, RefusesAFileFromALaterProgram) {
  ASSERT_TRUE(opened().execute("PRAGMA user_version = 7"));
  constexpr std::array<std::string_view, 1> kSteps{"CREATE TABLE a (x)"};
  const Status status = opened().migrate(kSteps);
  ASSERT_FALSE(status);
  EXPECT_EQ(status.error(),
            (Error{ErrorKind::invalid, path() + " has schema 7, this program knows 1"}));
}

TEST_F(DatabaseTest, NamesTheFileAndTheSql) {
  Database database = opened();
  const Status status = database.execute("INSERT INTO nowhere VALUES (1)");
  ASSERT_FALSE(status);
  EXPECT_EQ(status.error().message,
            path() + ": no such table: nowhere: INSERT INTO nowhere VALUES (1)");
  EXPECT_FALSE(database.prepare("SELEC 1"));
}

TEST_F(DatabaseTest, SaysWhenAnotherProgramIsWriting) {
  Database one = opened();
  const Transaction writing = Transaction::begin(one).value();
  Database two = Database::open(path(), DatabaseAccess::read_write, Milliseconds(1)).value();
  const Result<Transaction> refused = Transaction::begin(two);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().kind, ErrorKind::unavailable);
  EXPECT_NE(refused.error().message.find("another program is using it"), std::string::npos);
}

TEST_F(DatabaseTest, RefusesWhatIsNoDatabase) {
  std::ofstream(path()) << "<html>not a database, but long enough to be looked at</html>";
  const Result<Database> database = Database::open(path(), DatabaseAccess::read_only);
  ASSERT_FALSE(database);
  EXPECT_EQ(database.error().kind, ErrorKind::invalid);
  EXPECT_NE(database.error().message.find(path()), std::string::npos);
}

TEST_F(DatabaseTest, ReadOnlyMakesNoFile) {
  EXPECT_FALSE(Database::open(path(), DatabaseAccess::read_only));
  EXPECT_FALSE(std::filesystem::exists(path()));
}

}  // namespace
}  // namespace khabar
