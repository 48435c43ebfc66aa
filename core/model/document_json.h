// The one JSON form of a document: the record of docs/RECORD.md, one line, and its reader; the
// line of the dead letters. Home of RapidJSON for our own JSON. Free functions; any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/model/document.h"

namespace khabar {

inline constexpr unsigned kRecordSchema = 1;

// Of a faulty input, in the dead letters: enough to recognise it, never the whole body.
inline constexpr std::size_t kExcerptBytesMax = 512;

// Appends one JSON object, without a line break; `line` is not cleared, so that a batch can share
// one buffer. Fields stand in the order of docs/RECORD.md.
void append_record(const Document& document, std::string& line);

// `paragraphs` joined by a blank line: the record's `text`.
std::string joined_text(const std::vector<Paragraph>& paragraphs);

// What append_record wrote, as a document: append_record gives the same bytes again. Paragraphs
// are cut at blank lines and are all of kind paragraph. Unknown fields are passed over, as a
// newer program may have written them. Of a dead letter its fault is set. Error `invalid` names the
// offset or the field.
Result<Document> parse_record(std::string_view line);

// {"schema", "reason", "detail", "url", "origin", "bytes", "excerpt"} without a line break, of a
// document whose fault is set. `bytes` is the size of the payload, `excerpt` its beginning.
std::string dead_letter_line(const Document& document);

// `origin.key` of a line that append_record or dead_letter_line wrote, without parsing it whole:
// how a sink learns on restart what it holds. Nothing when there is none.
std::optional<std::uint64_t> key_of_line(std::string_view line);

}  // namespace khabar
