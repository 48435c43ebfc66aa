// JSONL files, plain or compressed, made into documents: one line each, blank lines passed over.
#pragma once

#include <memory>
#include <string>

#include "ingest/archive/record_reader.h"

namespace khabar {

// Faults: those of jsonl_line.h, "jsonl_too_long" (a line beyond bounds.line_bytes_max, which is
// read past), "jsonl_too_large" (its body), and "jsonl_damaged", which ends the file: where a
// compressed file is damaged nobody knows which line goes on behind it.
std::unique_ptr<RecordReader> make_jsonl_reader(std::unique_ptr<MemberStream> members,
                                                std::string path, ReadBounds bounds,
                                                bool keep_extra);

}  // namespace khabar
