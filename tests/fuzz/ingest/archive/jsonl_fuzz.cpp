// Any bytes as a JSONL line: ends, and what it gives is UTF-8.
#include <cstdlib>
#include <string>

#include "core/text/utf8.h"
#include "ingest/archive/jsonl_line.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace khabar;
  std::string line(reinterpret_cast<const char*>(data), size);
  Document document;
  if (parse_jsonl_line(line, true, document)) return 0;
  if (document.payload.body.empty() || document.payload.kind == PayloadKind::none) std::abort();
  for (const std::string* text :
       {&document.payload.body, &document.url, &document.given.title, &document.origin.extra_json,
        &document.origin.record_id, &document.source.name}) {
    if (!is_valid_utf8(*text)) std::abort();
  }
  if (document.origin.extra_json.empty()) return 0;
  // The extra keys are themselves a line of JSON.
  std::string extra = document.origin.extra_json;
  Document again;
  const auto fault = parse_jsonl_line(extra, true, again);
  if (fault && fault->reason == "jsonl_syntax") std::abort();
  return 0;
}
