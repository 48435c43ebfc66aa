// SQLite: one file to query, search and keep. A batch is one transaction, durable when write()
// returns; a row is replaced by its Document::key, so the same batch twice is the same rows.
// Readers may look on at any time. One thread; calls block on the disk, and up to the busy timeout
// while another program writes.
#pragma once

#include <memory>
#include <string>

#include "core/flow/catalog.h"
#include "core/flow/sink.h"
#include "core/io/database.h"

namespace khabar {

class SqliteSink final : public Sink {
 public:
  explicit SqliteSink(std::string path);
  ~SqliteSink() override;

  Status open() override;
  // `unavailable` when another program holds the file too long, or the disk is full.
  Result<std::vector<Rejection>> write(std::span<const Document* const> batch) override;
  // Moves all of the write-ahead log into the file.
  Status finish() override;

 private:
  struct Statements;

  Status write_one(const Document& document);
  Status take_out(std::int64_t key, const std::string& old_record);
  Status put_in(const Document& document, const std::string& record);
  Status put_row(const Document& document, const std::string& record);
  Status put_index(Statement& statement, const Document& document);

  std::string path_;
  std::unique_ptr<Database> database_;
  std::unique_ptr<Statements> statements_;
};

Result<std::unique_ptr<Sink>> make_sqlite_sink(Settings& settings, const Services& services);

}  // namespace khabar
