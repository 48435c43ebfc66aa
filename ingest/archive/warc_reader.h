// WarcReader: WARC 1.0 and 1.1 files, plain or compressed a record at a time or as one, made into
// documents. Trusts no Content-Length: where the next record does not follow, the record is a
// fault and the next one is looked for.
#pragma once

#include <memory>
#include <string>

#include "ingest/archive/record_reader.h"

namespace khabar {

// Response, resource and conversion records give payloads; the others are dropped as
// "warc_request", "warc_revisit", "warc_metadata", "warc_warcinfo", "warc_continuation",
// "warc_other". Faults: "warc_bad_header", "warc_bad_length", "warc_truncated", "warc_corrupt",
// "warc_too_large", "warc_unreadable", and those of http_payload.h. `path` names the file in
// origins and faults.
std::unique_ptr<RecordReader> make_warc_reader(std::unique_ptr<MemberStream> members,
                                               std::string path, ReadBounds bounds);

}  // namespace khabar
