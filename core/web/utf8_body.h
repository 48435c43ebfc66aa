// A body as UTF-8: what all parsers of this room but the feed's begin with. Pure; any thread.
#pragma once

#include <string>
#include <string_view>

namespace khabar {

// The charset by byte order mark, Content-Type, XML declaration, <meta>, else the bytes themselves
// (core/text/charset.h). Views `body` when it is UTF-8 already, else `room`; both must outlive it.
std::string_view utf8_of_body(std::string_view body, std::string_view content_type,
                              std::string& room);

}  // namespace khabar
