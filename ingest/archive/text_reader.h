// Text and HTML files, plain or compressed: one file, one document.
#pragma once

#include <memory>
#include <string>

#include "core/model/document.h"
#include "ingest/archive/record_reader.h"

namespace khabar {

// `kind` html or text. origin.record_id is the file's name without its folder. Dropped: "not_text"
// (binary bytes), "empty_body". Faults: "text_too_large", "text_damaged".
std::unique_ptr<RecordReader> make_text_reader(std::unique_ptr<MemberStream> members,
                                               std::string path, PayloadKind kind,
                                               ReadBounds bounds);

}  // namespace khabar
