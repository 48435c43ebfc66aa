// Mojibake: UTF-8 that somebody read as windows-1256, windows-1252 or windows-1251 and saved as
// UTF-8 again, "Ø³Ù„Ø§Ù…" or "ط³ظ„ط§ظ…" for سلام. It is reversible: write the characters
// back as bytes of that charset, and what comes out is UTF-8.
//
// Certain, because genuine text is not: it would have to be all of characters of that charset and
// make valid UTF-8 throughout, a lead byte before every 0x80..0xBF and after none. Judged segment
// by segment (between line breaks, tags and double quotes), so pages that are so in part are
// mended in part. A segment counts with three sequences or more; shorter ones are mended where
// three such stand in the same text.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/text/charset_labels.h"

namespace khabar {

// Immutable once built; any thread.
class MojibakeMender {
 public:
  MojibakeMender();

  // Replaces `out` with the mended text and returns how many segments that took; 0 leaves `out`
  // alone. `utf8` must be valid. Linear time.
  std::size_t mend(std::string_view utf8, std::string& out) const;

 private:
  struct Charset {
    std::vector<std::pair<char32_t, unsigned char>> bytes;  // sorted by character
  };
  // The bytes that `segment` was, if they are valid UTF-8; how many sequences they hold.
  std::size_t undo(const Charset& charset, std::string_view segment, std::string& bytes) const;
  std::size_t undo_any(std::string_view segment, std::string& bytes) const;

  bool may_be_garbled(std::string_view utf8, std::size_t high) const;

  std::array<Charset, 3> charsets_;
  // For each character below U+0800, bits of the charsets in which it is a lead byte of UTF-8, and
  // those in which it is a continuation byte; then the characters beyond that are lead bytes, and
  // those that are 0xC3.
  std::array<std::uint8_t, 0x800> leads_{}, follows_{};
  std::vector<char32_t> far_leads_, c3_;
};

}  // namespace khabar
