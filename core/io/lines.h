// LineReader: lines of a stream, each at most so long. Memory is bounded by that length however
// long a line is: a longer one is told, not held. One thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>

#include "core/io/byte_stream.h"

namespace khabar {

struct Line {
  std::string_view bytes;    // without "\n" or "\r\n"; empty when too long; valid until next()
  std::uint64_t offset = 0;  // of its first byte in the decoded stream
  std::uint64_t number = 0;  // 1-based
  std::uint64_t length = 0;  // of the line, held or not
  bool too_long = false;
};

class LineReader {
 public:
  // `stream` must outlive the reader. A UTF-8 byte order mark at offset 0 is no part of line 1.
  LineReader(ByteStream& stream, std::size_t line_bytes_max);

  // Goes on as if `offset` had been reached by reading lines, the next being `number`.
  Status start_at(std::uint64_t offset, std::uint64_t number);

  // Nothing: the end. The last line needs no "\n". Errors are the stream's.
  Result<std::optional<Line>> next();

  std::uint64_t offset() const { return offset_; }  // of the next line
  std::uint64_t number() const { return number_; }

 private:
  Result<bool> fill();
  Result<std::optional<Line>> skip_long(std::size_t held);
  Line take(std::size_t length, std::size_t with_end);

  ByteStream& stream_;
  std::size_t bytes_max_;
  std::unique_ptr<char[]> buffer_;
  std::size_t size_ = 0, at_ = 0, end_ = 0;
  std::uint64_t offset_ = 0, number_ = 1;
  bool ended_ = false;
};

}  // namespace khabar
