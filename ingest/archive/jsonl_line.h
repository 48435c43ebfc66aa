// One line of input JSONL (docs/RECORD.md) as a document. A home of RapidJSON: foreign JSON.
// Any thread; linear time; nesting is bounded.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "core/model/document.h"

namespace khabar {

// What is wrong with a line.
struct LineFault {
  std::string reason;      // "jsonl_syntax", "jsonl_type", "jsonl_no_body"
  std::string detail;      // without the place
  std::size_t column = 0;  // 1-based byte of the line; 0: the line as a whole
};

// {"id"?, "url"?, "html"? or "text"?, "title"?, "published"?, "source"? (string or {"id", "name",
// "host"}), "fetched"?, "authors"? (string or strings), "language"?}; null is absent; the last of
// equal keys wins; `id` may be a number. Fills url, given, source, fetched, payload,
// origin.record_id, and with `keep_extra` origin.extra_json with the unknown keys, in order.
// Lone surrogates ("\ud800") and bytes that are no UTF-8 become U+FFFD. Destroys `line`.
std::optional<LineFault> parse_jsonl_line(std::string& line, bool keep_extra, Document& document);

// Escapes that name half a surrogate pair, which JSON allows (RFC 8259 8.2) and UTF-8 cannot hold,
// are overwritten by \ufffd. Lengths stay.
void mend_surrogates(std::string& json);

}  // namespace khabar
