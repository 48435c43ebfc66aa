// brotli (RFC 7932), decoded: the HTTP content coding "br". Any thread.
#pragma once

#include <cstddef>
#include <string_view>

#include "core/io/decoded.h"

namespace khabar {

// At most `bytes_max` decoded. brotli has no magic number: bytes that are none end as corrupt,
// mostly within the first few.
Decoded decode_brotli(std::string_view encoded, std::size_t bytes_max);

}  // namespace khabar
