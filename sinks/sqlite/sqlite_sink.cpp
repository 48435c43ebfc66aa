#include "sinks/sqlite/sqlite_sink.h"

#include <algorithm>
#include <utility>

#include "core/base/log.h"
#include "core/flow/settings.h"
#include "core/model/document_json.h"
#include "core/text/fold.h"
#include "sinks/sqlite/article_index.h"
#include "sinks/sqlite/article_schema.h"

namespace khabar {
namespace {

constexpr std::string_view kInsertArticle =
    "INSERT INTO articles (key, id, url, canonical_url, source_id, source_name, source_host, title,"
    " subtitle, authors, agency, dateline_place, dateline_agency, published, modified, fetched,"
    " language, direction, image_url, image_caption, section, tags, revision, revision_of,"
    " duplicate_of, similarity, words, origin_kind, origin_path, origin_offset, origin_line,"
    " origin_record_id, record) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,"
    "?,?,?,?)";

std::int64_t row_key(const Document& document) {
  return static_cast<std::int64_t>(document.key);
}

std::string joined(const std::vector<std::string>& texts) {
  std::string all;
  for (const std::string& text : texts) {
    if (!all.empty()) all += "; ";
    all += text;
  }
  return all;
}

}  // namespace

struct SqliteSink::Statements {
  Statement find, insert, remove, add_author, remove_authors, add_tag, remove_tags, index, unindex;
};

SqliteSink::SqliteSink(std::string path) : path_(std::move(path)) {}

SqliteSink::~SqliteSink() = default;

Status SqliteSink::open() {
  statements_.reset();
  Result<Database> opened = Database::open(path_, DatabaseAccess::read_write);
  if (!opened) return tl::unexpected(opened.error());
  database_ = std::make_unique<Database>(std::move(*opened));
  if (Status status = database_->migrate(kArticleSchema); !status) return status;
  Error error;
  const auto prepare = [&](std::string_view sql) {
    Result<Statement> statement = database_->prepare(sql);
    if (!statement) error = statement.error();
    return statement ? std::move(*statement) : Statement();
  };
  auto statements = std::make_unique<Statements>(Statements{
      prepare("SELECT record FROM articles WHERE key = ?"),
      prepare(kInsertArticle),
      prepare("DELETE FROM articles WHERE key = ?"),
      prepare("INSERT INTO authors VALUES (?, ?, ?, ?)"),
      prepare("DELETE FROM authors WHERE key = ?"),
      prepare("INSERT INTO tags VALUES (?, ?, ?, ?)"),
      prepare("DELETE FROM tags WHERE key = ?"),
      prepare("INSERT INTO article_index (rowid, title, text, authors, tags)"
              " VALUES (?, ?, ?, ?, ?)"),
      prepare("INSERT INTO article_index (rowid, title, text, authors, tags, article_index)"
              " VALUES (?, ?, ?, ?, ?, 'delete')"),
  });
  if (!error.message.empty()) return tl::unexpected(error);
  statements_ = std::move(statements);
  return {};
}

Result<std::vector<Rejection>> SqliteSink::write(std::span<const Document* const> batch) {
  // By rising key: FTS5 starts a new segment whenever a rowid is lower than the one before.
  std::vector<const Document*> by_key(batch.begin(), batch.end());
  std::ranges::stable_sort(by_key, {}, [](const Document* d) { return row_key(*d); });
  Result<Transaction> transaction = Transaction::begin(*database_);
  if (!transaction) return tl::unexpected(transaction.error());
  for (const Document* document : by_key) {
    if (Status status = write_one(*document); !status) return tl::unexpected(status.error());
  }
  if (Status status = transaction->commit(); !status) return tl::unexpected(status.error());
  return std::vector<Rejection>{};
}

Status SqliteSink::write_one(const Document& document) {
  std::string record;
  append_record(document, record);
  Statement& find = statements_->find;
  find.bind(1, row_key(document));
  const Result<bool> held = find.step();
  if (!held) return tl::unexpected(held.error());
  const bool same = *held && find.text(0) == record;
  const std::string old_record(*held ? find.text(0) : std::string_view());
  find.reset();
  if (same) return {};
  if (*held) {
    if (Status status = take_out(row_key(document), old_record); !status) return status;
  }
  return put_in(document, record);
}

Status SqliteSink::take_out(std::int64_t key, const std::string& old_record) {
  const Result<Document> old = parse_record(old_record);
  if (!old) return invalid(path_ + ": row " + std::to_string(key) + ": " + old.error().message);
  if (Status status = put_index(statements_->unindex, *old); !status) return status;
  for (Statement* statement :
       {&statements_->remove_authors, &statements_->remove_tags, &statements_->remove}) {
    if (Status status = statement->bind(1, key).run(); !status) return status;
  }
  return {};
}

Status SqliteSink::put_in(const Document& document, const std::string& record) {
  if (Status status = put_row(document, record); !status) return status;
  if (Status status = put_index(statements_->index, document); !status) return status;
  const auto put_list = [&](Statement& statement, const std::vector<std::string>& texts) {
    std::int64_t position = 0;
    for (const std::string& text : texts) {
      statement.bind(1, row_key(document)).bind(2, position++).bind(3, text).bind(4, folded(text));
      if (Status status = statement.run(); !status) return status;
    }
    return Status();
  };
  if (Status status = put_list(statements_->add_author, document.article.authors); !status) {
    return status;
  }
  return put_list(statements_->add_tag, document.article.tags);
}

Status SqliteSink::put_row(const Document& document, const std::string& record) {
  const Article& article = document.article;
  const Verdict& verdict = document.verdict;
  const Origin& origin = document.origin;
  Statement& row = statements_->insert;
  row.clear();
  int column = 0;
  const auto text = [&](std::string_view value) { row.bind_text_or_null(++column, value); };
  const auto number_or_null = [&](std::uint64_t value) {
    if (value == 0)
      row.bind_null(++column);
    else
      row.bind(++column, static_cast<std::int64_t>(value));
  };
  row.bind(++column, row_key(document));
  row.bind(++column, document.verdict.id);
  for (const std::string* value :
       {&document.url, &document.canonical_url, &document.source.id, &document.source.name,
        &document.source.host, &article.title, &article.subtitle}) {
    text(*value);
  }
  text(joined(article.authors));
  for (const std::string* value :
       {&article.agency, &article.dateline.place, &article.dateline.agency, &article.published,
        &article.modified, &document.fetched, &article.language, &article.direction,
        &article.image.url, &article.image.caption, &article.section}) {
    text(*value);
  }
  text(joined(article.tags));
  number_or_null(verdict.revision);
  text(verdict.revision_of);
  text(verdict.duplicate_of);
  if (verdict.duplicate_of.empty())
    row.bind_null(++column);
  else
    row.bind(++column, verdict.similarity);
  row.bind(++column, std::int64_t{article.words});
  row.bind(++column, origin.kind);
  row.bind(++column, origin.path);
  row.bind(++column, static_cast<std::int64_t>(origin.offset));
  number_or_null(origin.line);
  row.bind(++column, origin.record_id);
  row.bind(++column, record);
  return row.run();
}

// The words of what the record holds: also for an old record, whose words must be found again.
Status SqliteSink::put_index(Statement& statement, const Document& document) {
  const Article& article = document.article;
  statement.bind(1, row_key(document));
  statement.bind(2, index_words(article.title));
  statement.bind(3, index_words(joined_text(article.paragraphs)));
  statement.bind(4, index_words(joined(article.authors)));
  statement.bind(5, index_words(joined(article.tags)));
  return statement.run();
}

Status SqliteSink::finish() {
  // A reader may hold the log open: then it stays beside the file, and nothing is lost.
  if (Status status = database_->execute("PRAGMA wal_checkpoint(TRUNCATE)"); !status) {
    log_warning("sqlite", status.error().message);
  }
  // Only makes later questions faster; all records are held without it.
  if (Status status = database_->execute("PRAGMA optimize"); !status) {
    log_warning("sqlite", status.error().message);
  }
  return {};
}

Result<std::unique_ptr<Sink>> make_sqlite_sink(Settings& settings, const Services&) {
  std::string path = settings.text("path", "khabar.db", "The database file; made when absent.");
  if (path.empty()) settings.fault("path", "must name a file");
  return std::make_unique<SqliteSink>(std::move(path));
}

}  // namespace khabar
