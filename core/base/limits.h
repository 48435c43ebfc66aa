// Every fixed bound of the program, in one place, each with the harm it prevents.
// A bound that users may need to move is a setting (docs/CONFIG.md); its default stands here.
#pragma once

#include <cstddef>
#include <cstdint>

namespace khabar::limits {

// A news page is 50 kB to 2 MB; Common Crawl cuts CC-NEWS at 5 MiB. Decoded bytes.
inline constexpr std::size_t kBodyBytesMax = std::size_t{16} << 20;
// A JSONL line or a text document, decompressed.
inline constexpr std::size_t kLineBytesMax = std::size_t{16} << 20;
// WARC headers and HTTP headers, each block.
inline constexpr std::size_t kHeaderBytesMax = std::size_t{64} << 10;
// Servers refuse request lines of 8 to 16 kB; a longer address is an attack or a data: in disguise.
inline constexpr std::size_t kUrlBytesMax = std::size_t{16} << 10;
// A configuration or a gazetteer (conf/places.toml), whole in memory.
inline constexpr std::size_t kTomlBytesMax = std::size_t{16} << 20;
// Window of a zstd frame we agree to allocate (log2): 128 MiB as long-mode archives use.
inline constexpr int kZstdWindowLogMax = 27;

// HTML: open elements. Deeper input is closed flat, as browsers do at 512.
inline constexpr std::size_t kHtmlDepthMax = 512;
inline constexpr std::size_t kHtmlNodesMax = std::size_t{1} << 20;
inline constexpr std::size_t kHtmlAttributesMax = 256;  // of one element; the rest are dropped

// Documents between source and settlement, and the payload bytes they may hold.
inline constexpr std::size_t kOpenDocumentsMax = 1024;
inline constexpr std::size_t kOpenBytesMax = std::size_t{96} << 20;

}  // namespace khabar::limits
