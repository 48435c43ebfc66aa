// Is it a page? Decides by the declared media type and the first bytes whether a body is HTML,
// text, or nothing for this pipeline. Any thread.
#pragma once

#include <string_view>

#include "core/model/document.h"

namespace khabar {

// `content_type` as in the header, parameters and all; may be empty. PayloadKind::none: neither.
// Types that say nothing (absent, application/octet-stream, XML) are decided by the bytes, after
// the WHATWG MIME Sniffing Standard, section 7; a type text/html whose bytes are an image, an
// archive or a PDF is believed no more than a browser would.
PayloadKind payload_kind(std::string_view content_type, std::string_view body);

// False: payload_kind() would say none whatever the bytes.
bool may_be_page(std::string_view content_type);

// WHATWG MIME Sniffing 7.1, the patterns that mean text/html.
bool looks_like_html(std::string_view body);
// No "binary data byte" (section 3) among the first 1445 bytes, or a UTF-16 byte order mark.
bool looks_like_text(std::string_view body);

}  // namespace khabar
