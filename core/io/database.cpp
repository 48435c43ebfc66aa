#include "core/io/database.h"

#include <limits>
#include <utility>

#include <sqlite3.h>

#include "core/base/check.h"
#include "core/base/log.h"

namespace khabar {
namespace {

constexpr std::size_t kSqlShownMax = 120;

// `code` is a primary result code.
ErrorKind kind_of(int code) {
  switch (code) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_FULL:
    case SQLITE_IOERR:
    case SQLITE_NOMEM:
      return ErrorKind::unavailable;
    default:
      return ErrorKind::invalid;
  }
}

std::string shown(std::string_view sql) {
  std::string out;
  for (const char c : sql.substr(0, kSqlShownMax)) out += c == '\n' ? ' ' : c;
  if (sql.size() > kSqlShownMax) out += "...";
  return out;
}

tl::unexpected<Error> failure(sqlite3* handle, const std::string& path, std::string_view sql) {
  const int code = sqlite3_errcode(handle) & 0xFF;
  std::string message = path + ": ";
  if (code == SQLITE_BUSY || code == SQLITE_LOCKED) message += "another program is using it: ";
  message += sqlite3_errmsg(handle);
  if (!sql.empty()) message += ": " + shown(sql);
  return tl::unexpected(Error{kind_of(code), std::move(message)});
}

}  // namespace

void Statement::Finalize::operator()(sqlite3_stmt* statement) const {
  sqlite3_finalize(statement);
}

Statement& Statement::bind(int parameter, std::int64_t value) {
  CHECK(sqlite3_bind_int64(statement_.get(), parameter, value) == SQLITE_OK);
  return *this;
}

Statement& Statement::bind(int parameter, double value) {
  CHECK(sqlite3_bind_double(statement_.get(), parameter, value) == SQLITE_OK);
  return *this;
}

Statement& Statement::bind(int parameter, std::string_view text) {
  // A null pointer would bind NULL; SQLITE_TRANSIENT makes SQLite copy.
  const char* bytes = text.data() == nullptr ? "" : text.data();
  const int code = sqlite3_bind_text64(statement_.get(), parameter, bytes, text.size(),
                                       SQLITE_TRANSIENT, SQLITE_UTF8);
  CHECK(code == SQLITE_OK || code == SQLITE_TOOBIG || code == SQLITE_NOMEM);
  if (code != SQLITE_OK) bind_failure_ = code;
  return *this;
}

Statement& Statement::bind_null(int parameter) {
  CHECK(sqlite3_bind_null(statement_.get(), parameter) == SQLITE_OK);
  return *this;
}

Statement& Statement::bind_text_or_null(int parameter, std::string_view text) {
  return text.empty() ? bind_null(parameter) : bind(parameter, text);
}

Result<bool> Statement::step() {
  if (bind_failure_ != 0) {
    return tl::unexpected(Error{kind_of(bind_failure_), path_ + ": " +
                                                            sqlite3_errstr(bind_failure_) + ": " +
                                                            shown(sqlite3_sql(statement_.get()))});
  }
  const int code = sqlite3_step(statement_.get());
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  auto error = failure(sqlite3_db_handle(statement_.get()), path_, sqlite3_sql(statement_.get()));
  reset();
  return error;
}

Status Statement::run() {
  for (;;) {
    const Result<bool> row = step();
    if (!row) return tl::unexpected(row.error());
    if (!*row) break;
  }
  reset();
  return {};
}

// The code is that of the last step, which has reported it already.
void Statement::reset() {
  sqlite3_reset(statement_.get());
}

void Statement::clear() {
  reset();
  sqlite3_clear_bindings(statement_.get());
  bind_failure_ = 0;
}

std::int64_t Statement::integer(int column) const {
  return sqlite3_column_int64(statement_.get(), column);
}

double Statement::number(int column) const {
  return sqlite3_column_double(statement_.get(), column);
}

std::string_view Statement::text(int column) const {
  const unsigned char* bytes = sqlite3_column_text(statement_.get(), column);
  if (bytes == nullptr) return {};
  return {reinterpret_cast<const char*>(bytes),
          static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column))};
}

bool Statement::is_null(int column) const {
  return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL;
}

int Statement::columns() const {
  return sqlite3_column_count(statement_.get());
}

void Database::Close::operator()(sqlite3* handle) const {
  sqlite3_close_v2(handle);
}

Result<Database> Database::open(const std::string& path, DatabaseAccess access,
                                Milliseconds busy_timeout) {
  const int flags = SQLITE_OPEN_NOMUTEX | (access == DatabaseAccess::read_only
                                               ? SQLITE_OPEN_READONLY
                                               : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
  Database database;
  database.path_ = path;
  sqlite3* handle = nullptr;
  const int code = sqlite3_open_v2(path.c_str(), &handle, flags, nullptr);
  database.handle_.reset(handle);  // even a failed open gives a handle to close
  if (handle == nullptr) return unavailable(path + ": out of memory");
  if (code != SQLITE_OK) return failure(handle, path, {});
  sqlite3_extended_result_codes(handle, 1);
  sqlite3_busy_timeout(handle, static_cast<int>(busy_timeout.count()));
  // No SQL writes to the tables inside which FTS5 keeps its index, nor to the schema itself.
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  // The first read finds out whether it is a database at all.
  const std::string pragmas =
      access == DatabaseAccess::read_only
          ? "PRAGMA schema_version"
          : "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON";
  if (Status status = database.execute(pragmas); !status) return tl::unexpected(status.error());
  return database;
}

Status Database::execute(const std::string& sql) {
  if (sqlite3_exec(handle_.get(), sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK) return {};
  return failure(handle_.get(), path_, sql);
}

Result<Statement> Database::prepare(std::string_view sql) {
  CHECK(sql.size() <= static_cast<std::size_t>(std::numeric_limits<int>::max()));
  sqlite3_stmt* statement = nullptr;
  const int code = sqlite3_prepare_v3(handle_.get(), sql.data(), static_cast<int>(sql.size()),
                                      SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
  if (code != SQLITE_OK) return failure(handle_.get(), path_, sql);
  return Statement(statement, path_);
}

Result<std::int64_t> Database::user_version() {
  Result<Statement> statement = prepare("PRAGMA user_version");
  if (!statement) return tl::unexpected(statement.error());
  const Result<bool> row = statement->step();
  if (!row) return tl::unexpected(row.error());
  return statement->integer(0);
}

Status Database::migrate(std::span<const std::string_view> steps) {
  const auto known = static_cast<std::int64_t>(steps.size());
  for (;;) {
    // Read inside the transaction: another program may be migrating the same file.
    Result<std::int64_t> version = user_version();
    if (!version) return tl::unexpected(version.error());
    if (*version > known || *version < 0) {
      return invalid(path_ + " has schema " + std::to_string(*version) + ", this program knows " +
                     std::to_string(known));
    }
    if (*version == known) return {};
    Result<Transaction> transaction = Transaction::begin(*this);
    if (!transaction) return tl::unexpected(transaction.error());
    version = user_version();
    if (!version) return tl::unexpected(version.error());
    if (*version < 0 || *version >= known) continue;
    const std::string sql(steps[static_cast<std::size_t>(*version)]);
    if (Status status = execute(sql); !status) return status;
    Status status = execute("PRAGMA user_version = " + std::to_string(*version + 1));
    if (!status) return status;
    if (status = transaction->commit(); !status) return status;
  }
}

std::int64_t Database::changes() const {
  return sqlite3_changes64(handle_.get());
}

Result<Transaction> Transaction::begin(Database& database) {
  if (Status status = database.execute("BEGIN IMMEDIATE"); !status) {
    return tl::unexpected(status.error());
  }
  return Transaction(database);
}

Status Transaction::commit() {
  CHECK(database_ != nullptr);
  Status status = database_->execute("COMMIT");
  if (status) database_ = nullptr;  // a failed COMMIT leaves it open, for the destructor
  return status;
}

Transaction::~Transaction() {
  if (database_ == nullptr) return;
  // SQLite rolls back by itself on some errors; then there is nothing left to do here.
  if (Status status = database_->execute("ROLLBACK"); !status) {
    log(LogLevel::debug, "database", status.error().message);
  }
}

}  // namespace khabar
