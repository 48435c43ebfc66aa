// ArchiveSource: WARC, JSONL, text and HTML files, folders of them, or standard input, as a source.
// Reads the files one after another in a fixed order. read() on one thread; progress() on any.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/base/log_quota.h"
#include "core/flow/catalog.h"
#include "core/flow/checkpoint.h"
#include "core/flow/metrics.h"
#include "core/flow/settings.h"
#include "core/flow/source.h"
#include "ingest/archive/archive_cursor.h"
#include "ingest/archive/inputs.h"

namespace khabar {

struct ArchiveOptions {
  std::vector<std::string> paths;
  ReadBounds bounds;
  bool keep_extra = false;
  std::vector<InputFormat> formats;  // empty: all
  std::string name = "archive";      // of the cursor, and the label of metrics
};

struct ArchiveProgress {
  std::uint64_t files_read = 0, files = 0;
  std::uint64_t bytes_read = 0, bytes = 0;  // as stored; standard input counts as 0 of 0
};

class ArchiveSource final : public Source {
 public:
  // Goes on where the cursor store says the last run ended. Errors: no input at all; a cursor into
  // another list of inputs.
  static Result<std::unique_ptr<ArchiveSource>> make(const ArchiveOptions& options,
                                                     const Services& services);

  Result<std::vector<Parcel>> read(std::size_t max, const Stop& stop) override;

  ArchiveProgress progress() const;

 private:
  struct Pending {
    Document document;
    std::string cursor;
  };

  ArchiveSource(const ArchiveOptions& options, const Services& services, std::vector<Input> inputs,
                ArchiveCursor start);

  Result<bool> fetch(const Stop& stop);
  Status open_file(const Stop& stop);
  void finish_document(Document& document) const;
  void count_bytes();
  void close_file();

  ArchiveOptions options_;
  std::vector<Input> inputs_;
  std::uint64_t digest_;
  ArchiveCursor start_;  // of the first file read by this run
  std::size_t file_;
  std::unique_ptr<RecordReader> reader_;
  std::optional<Pending> pending_;  // read, but there was no room to open it
  bool stopped_ = false;
  bool file_gave_ = false;  // at least one document of the file in work
  Checkpoint checkpoint_;
  Counter& bytes_counter_;
  Counter& empty_counter_;
  LogQuota empty_log_;

  std::uint64_t bytes_before_ = 0;  // of the files before file_
  std::uint64_t bytes_total_ = 0;
  std::atomic<std::uint64_t> bytes_read_{0}, files_read_{0};
};

// [sources.NAME] with type = "archive".
Result<std::unique_ptr<Source>> make_archive_source(Settings& settings, const Services& services);

}  // namespace khabar
