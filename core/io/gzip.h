// gzip (RFC 1952), zlib (RFC 1950) and raw deflate (RFC 1951), decoded. libdeflate decodes members
// that fit in memory, twice as fast as zlib; zlib streams the larger ones.
#pragma once

#include <cstddef>
#include <memory>
#include <string_view>

#include "core/io/decoded.h"
#include "core/io/member_stream.h"
#include "core/io/stored_window.h"

namespace khabar {

// A row of gzip members. A member of at most 1 MiB stored and 16 MiB decoded comes as one piece,
// its checksum already verified; a larger one in pieces of 256 KiB, its damage told after them.
// Zero bytes after a member are padding (tape blocks), anything else there is damage.
std::unique_ptr<MemberStream> open_gzip_members(StoredWindow window, DecodeBounds bounds);

// Content codings of HTTP (RFC 9110 8.4.1), at most `bytes_max` decoded.
Decoded decode_gzip(std::string_view encoded, std::size_t bytes_max);
// "deflate": RFC 9110 means zlib; some servers send raw deflate. Looks which it is.
Decoded decode_deflate(std::string_view encoded, std::size_t bytes_max);

bool looks_like_gzip(std::string_view bytes);

}  // namespace khabar
