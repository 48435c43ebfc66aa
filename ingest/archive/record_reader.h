// RecordReader: one archive file as a row of documents. WARC, JSONL and text files each have one.
// A resource; one thread; may block on the disk or a pipe.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "core/base/limits.h"
#include "core/base/result.h"
#include "core/io/member_stream.h"
#include "core/model/document.h"

namespace khabar {

struct ReadBounds {
  std::size_t body_bytes_max = limits::kBodyBytesMax;
  std::size_t line_bytes_max = limits::kLineBytesMax;
};

// Between two records. Values of the reader that gave them; others cannot read them.
struct ReadPlace {
  MemberPlace at;          // where the next record begins; for lines, `inside` counts decoded bytes
  std::uint64_t line = 0;  // the next line, 1-based; 0: no line format
  // How often a reader went back so far: a bound that must not depend on where a run began.
  std::uint64_t rewinds = 0;

  // Nothing comes behind it, whatever the file holds.
  static ReadPlace end() { return {{UINT64_MAX, UINT64_MAX}, 0, 0}; }

  bool operator==(const ReadPlace&) const = default;
};

class RecordReader {
 public:
  virtual ~RecordReader() = default;

  // The next document: with a payload, or `dropped`, or `fault`. Nothing: the end. A damaged
  // record is one document with a fault, and the reader goes on behind it. An Error only where
  // reading was cancelled.
  virtual Result<std::optional<Document>> next() = 0;

  // Behind the document that next() gave last; a reader of the same file that starts there gives
  // exactly the rest.
  virtual ReadPlace place() const = 0;
  virtual Status start_at(const ReadPlace& place) = 0;

  // How much of the file as stored has been read, for progress.
  virtual std::uint64_t stored_bytes() const = 0;
};

}  // namespace khabar
