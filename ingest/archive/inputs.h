// What the user names, as files to read: expands folders and patterns, finds out formats, opens
// readers. Any thread; may block on the disk.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/model/document.h"
#include "ingest/archive/record_reader.h"

namespace khabar {

enum class InputFormat : std::uint8_t { warc, jsonl, text, html };

inline constexpr std::string_view kInputFormatNames[] = {"warc", "jsonl", "text", "html"};

struct Input {
  std::string path;            // "-" is standard input
  std::uint64_t bytes = 0;     // as stored; 0: not known
  std::optional<Fault> fault;  // it cannot be read, and why

  bool operator==(const Input&) const = default;
};

// In the order named; folders recursively and patterns (where no file has that very name) in byte
// order; a path named twice is read once. What cannot be found is an Input with a fault. An Error
// only when there are more than ten million files.
Result<std::vector<Input>> expand_inputs(const std::vector<std::string>& paths);

// By ".warc", ".jsonl", ".ndjson", ".json", ".txt", ".text", ".html", ".htm", ".xhtml", behind
// which
// ".gz" or ".zst" may stand; any case.
std::optional<InputFormat> format_by_name(std::string_view path);
// By the first decoded bytes. WARC shows itself whatever the name; the rest counts only where the
// name says nothing. Plain text has no mark, so it is never guessed of a file, only of a pipe.
std::optional<InputFormat> format_by_content(std::string_view first, bool is_pipe);

struct OpenOptions {
  ReadBounds bounds;
  bool keep_extra = false;
  std::vector<InputFormat> formats;  // empty: all; a file of another one is dropped, by name
  std::stop_token wish;              // reads end as cancelled
};

// Never fails: a file that cannot be opened, or whose format is not known, is a reader of one
// document with the fault "input_unreadable" or "input_unknown_format", or dropped as
// "input_format_not_wanted".
std::unique_ptr<RecordReader> open_reader(const Input& input, const OpenOptions& options);

}  // namespace khabar
