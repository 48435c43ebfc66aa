// zstd (RFC 8878), decoded: rows of frames as web archives store them, and HTTP bodies.
#pragma once

#include <cstddef>
#include <memory>
#include <string_view>

#include "core/io/decoded.h"
#include "core/io/member_stream.h"
#include "core/io/stored_window.h"

namespace khabar {

// A row of zstd frames, each a member. A dictionary may come first, in a skippable frame (IIPC
// "Zstandard compression for WARC" 1.0): magic 0x184D2A5D, then the dictionary as it is
// (0xEC30A437) or as a zstd frame. Windows above limits::kZstdWindowLogMax are damage.
std::unique_ptr<MemberStream> open_zstd_members(StoredWindow window, DecodeBounds bounds);

// The HTTP content coding (RFC 8878 7.2), at most `bytes_max` decoded.
Decoded decode_zstd(std::string_view encoded, std::size_t bytes_max);

// A frame or a skippable frame begins here.
bool looks_like_zstd(std::string_view bytes);

}  // namespace khabar
