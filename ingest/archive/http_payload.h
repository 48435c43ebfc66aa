// The body of an archived HTTP response, with its codings undone. Lenient as browsers are, because
// crawlers store what servers sent. Any thread; linear time; memory bounded by the caller.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "core/model/document.h"

namespace khabar {

// One of the three: a payload (kind html or text), a reason to pass over it, or a fault.
struct PayloadOutcome {
  Payload payload;
  std::string dropped;         // "http_status", "not_text", "empty_body"
  std::optional<Fault> fault;  // detail without the file's name and offset
};

// `block` of a WARC response: status line, headers, body. Status 200 alone is a page.
//  - Transfer-Encoding chunked: undone where the body really is chunked; where a chunk turns out
//    wrong, the rest is taken as it is.
//  - Content-Encoding gzip, deflate (zlib or raw), br, zstd, also several: undone; a body that is
//    not so encoded (the crawler undid it before) is taken as it is; one that ends early gives what
//    it has; one that does not decode is a fault.
// `fallback_type`: the media type to believe when the response names none. At most
// `body_bytes_max` decoded, else a fault.
PayloadOutcome read_http_response(std::string_view block, std::string_view fallback_type,
                                  std::size_t body_bytes_max);

// A body that stands alone, as in WARC resource and conversion records.
PayloadOutcome read_bare_payload(std::string_view body, std::string_view content_type,
                                 std::size_t body_bytes_max);

// RFC 9112 7.1. Nothing: not chunked at all.
std::optional<std::string> decode_chunked(std::string_view body);

}  // namespace khabar
