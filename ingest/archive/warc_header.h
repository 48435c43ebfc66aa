// The header of one WARC record (ISO 28500 / WARC 1.1, section 4). Views into the caller's bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace khabar {

struct WarcHeader {
  std::string_view type;          // as written: "response"
  std::string_view record_id;     // without < and >
  std::string_view date;          // as written
  std::string_view content_type;  // of the block
  std::string_view payload_type;  // WARC-Identified-Payload-Type
  std::string target_uri;         // without < and > (old wget writes them), blanks as %20
  std::optional<std::uint64_t> content_length;  // nothing: absent or no number
  std::string_view content_length_text;
};

// `bytes` begin with "WARC/" digit "." digit and a line end: 1.0, 1.1, and the drafts 0.17, 0.18.
bool begins_warc_record(std::string_view bytes);
// Bytes that decide the above.
inline constexpr std::size_t kWarcVersionBytesMax = 12;

WarcHeader parse_warc_header(std::string_view block);

// WARC-Date, or any W3C date and time, as RFC 3339 UTC: "2017-11-02T21:43:00Z". Offsets are
// applied, fractions cut; 14 digits, as old tools write, are read as UTC. Empty when no such time.
std::string utc_time(std::string_view written);

}  // namespace khabar
