// SQLite files: open, migrate, prepare, bind, step. Home of sqlite3 (database.cpp). Move-only
// resources; one thread at a time, and a Statement dies before its Database. Calls block on the
// disk, and up to `busy_timeout` while another program writes. Errors name the file and the SQL:
// `unavailable` when busy, full or failing to read or write, else `invalid`.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "core/base/clock.h"
#include "core/base/result.h"

struct sqlite3;
struct sqlite3_stmt;

namespace khabar {

// One prepared statement. Parameters count from 1, columns from 0, as in SQLite.
class Statement {
 public:
  Statement() = default;  // empty: only good to be assigned to
  Statement(Statement&&) noexcept = default;
  Statement& operator=(Statement&&) noexcept = default;

  // Bound values are copied and stay until clear(). A wrong index is a bug (CHECK); a text past
  // SQLite's limit (10^9 bytes) fails the next step().
  Statement& bind(int parameter, std::int64_t value);
  Statement& bind(int parameter, double value);
  Statement& bind(int parameter, std::string_view text);  // may hold NUL
  Statement& bind_null(int parameter);
  Statement& bind_text_or_null(int parameter, std::string_view text);  // empty: NULL

  // True: a row stands ready for the column reads. False: done.
  Result<bool> step();
  // Steps to the end and resets, for statements whose rows do not matter.
  Status run();
  // Makes it ready to run again with the same values; clear() forgets the values too.
  void reset();
  void clear();

  // Of the row last stepped to; a text lives until the next step or reset.
  std::int64_t integer(int column) const;
  double number(int column) const;
  std::string_view text(int column) const;
  bool is_null(int column) const;
  int columns() const;

 private:
  friend class Database;
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const;
  };
  Statement(sqlite3_stmt* statement, std::string path) : path_(std::move(path)) {
    statement_.reset(statement);
  }

  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
  std::string path_;
  int bind_failure_ = 0;  // SQLITE_TOOBIG or SQLITE_NOMEM, until clear()
};

enum class DatabaseAccess : std::uint8_t {
  read_only,   // the file must exist
  read_write,  // made when absent; WAL with synchronous = FULL: a commit outlives a power cut
};

class Database {
 public:
  static constexpr Milliseconds kBusyTimeout{5000};

  static Result<Database> open(const std::string& path, DatabaseAccess access,
                               Milliseconds busy_timeout = kBusyTimeout);

  // One statement or several with ';' between them; rows are passed over.
  Status execute(const std::string& sql);
  Result<Statement> prepare(std::string_view sql);

  // Brings PRAGMA user_version to steps.size(): steps[n] leads from version n to n + 1, each in a
  // transaction of its own. A newer file is `invalid`: "x.db has schema 7, this program knows 3".
  Status migrate(std::span<const std::string_view> steps);
  Result<std::int64_t> user_version();

  std::int64_t changes() const;  // rows of the last INSERT, UPDATE or DELETE
  const std::string& path() const { return path_; }

 private:
  struct Close {
    void operator()(sqlite3* handle) const;
  };

  std::unique_ptr<sqlite3, Close> handle_;
  std::string path_;
};

// BEGIN IMMEDIATE, so that a busy file is found out before any work. Rolls back unless committed.
class Transaction {
 public:
  static Result<Transaction> begin(Database& database);
  Status commit();

  Transaction(Transaction&& other) noexcept : database_(std::exchange(other.database_, nullptr)) {}
  Transaction& operator=(Transaction&&) = delete;
  ~Transaction();

 private:
  explicit Transaction(Database& database) : database_(&database) {}

  Database* database_;
};

}  // namespace khabar
