#include "core/text/mojibake.h"

#include <algorithm>
#include <bit>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

#include "core/text/charset_tables.h"
#include "core/text/utf8.h"

namespace khabar {
namespace {

constexpr std::size_t kSequencesForCertain = 3;
constexpr std::size_t kCertainSegmentsForShort = 3;

bool ends_segment(char c) {
  return c == '\n' || c == '<' || c == '>' || c == '"';
}

std::size_t segment_end(std::string_view utf8, std::size_t at) {
#if defined(__SSE2__)
  for (; at + 16 <= utf8.size(); at += 16) {
    const __m128i block = _mm_loadu_si128(reinterpret_cast<const __m128i*>(utf8.data() + at));
    const auto is = [&](char c) { return _mm_cmpeq_epi8(block, _mm_set1_epi8(c)); };
    const int ends = _mm_movemask_epi8(
        _mm_or_si128(_mm_or_si128(is('\n'), is('"')), _mm_or_si128(is('<'), is('>'))));
    if (ends != 0) return at + static_cast<unsigned>(std::countr_zero(static_cast<unsigned>(ends)));
  }
#endif
  while (at < utf8.size() && !ends_segment(utf8[at])) ++at;
  return at;
}

std::size_t high_sequences(std::string_view utf8) {
  return static_cast<std::size_t>(std::count_if(
      utf8.begin(), utf8.end(), [](char c) { return static_cast<unsigned char>(c) >= 0xC0; }));
}

}  // namespace

MojibakeMender::MojibakeMender() {
  constexpr Encoding kReadAs[] = {Encoding::windows_1252, Encoding::windows_1256,
                                  Encoding::windows_1251};
  for (std::size_t i = 0; i < charsets_.size(); ++i) {
    const HighHalf high = read_high_half(kReadAs[i]);
    for (unsigned byte = 0; byte < 128; ++byte) {
      charsets_[i].bytes.emplace_back(high[byte], static_cast<unsigned char>(0x80 + byte));
    }
    std::sort(charsets_[i].bytes.begin(), charsets_[i].bytes.end());
    for (const auto& [point, byte] : charsets_[i].bytes) {
      if (byte == 0xC3) c3_.push_back(point);
      if (point < leads_.size()) {
        std::uint8_t& bits = byte >= 0xC0 ? leads_[point] : follows_[point];
        bits = static_cast<std::uint8_t>(bits | 1u << i);
      } else if (byte >= 0xC0) {
        far_leads_.push_back(point);
      }
    }
  }
}

// Whether the first two characters could be a lead and a continuation byte of one charset: what
// undo() asks first of a segment whose first byte of no ASCII is at `high`.
bool MojibakeMender::may_be_garbled(std::string_view utf8, std::size_t high) const {
  const CodePoint first = code_point_at(utf8, high);
  const auto is_in = [&first](const std::vector<char32_t>& points) {
    return std::find(points.begin(), points.end(), first.value) != points.end();
  };
  unsigned leads = ~0u;
  if (first.value < leads_.size()) {
    leads = leads_[first.value];
  } else if (!is_in(far_leads_)) {
    return false;
  }
  if (leads == 0 || high + first.size >= utf8.size()) return false;
  const CodePoint second = code_point_at(utf8, high + first.size);
  if (second.value < 0x80) return second.value == ' ' && is_in(c3_);  // once a no-break space
  return second.value >= follows_.size() || (leads & follows_[second.value]) != 0;
}

// Fails at the first character that cannot be: in genuine text the first or second letter.
std::size_t MojibakeMender::undo(const Charset& charset, std::string_view segment,
                                 std::string& bytes) const {
  bytes.clear();
  unsigned continuations_due = 0;
  for (std::size_t at = 0; at < segment.size();) {
    const CodePoint point = code_point_at(segment, at);
    at += point.size;
    if (point.value < 0x80) {
      // "à" ends in a no-break space, which becomes a blank on the way and swallows the one behind
      // it: "Ã la" is "à la", "lÃ -bas" is "là-bas".
      const bool was_nbsp = continuations_due == 1 && point.value == ' ' && bytes.back() == '\xC3';
      if (continuations_due != 0 && !was_nbsp) return 0;
      if (was_nbsp) bytes += '\xA0';
      const bool ends_word = at < segment.size() && is_letter(code_point_at(segment, at).value);
      if (!was_nbsp || ends_word) bytes += static_cast<char>(point.value);
      continuations_due = 0;
      continue;
    }
    const auto found = std::lower_bound(charset.bytes.begin(), charset.bytes.end(),
                                        std::pair(point.value, static_cast<unsigned char>(0)));
    if (found == charset.bytes.end() || found->first != point.value) return 0;
    const unsigned byte = found->second;
    if (byte >= 0xC0) {
      if (continuations_due != 0) return 0;
      continuations_due = byte >= 0xF0 ? 3 : byte >= 0xE0 ? 2 : 1;
    } else {
      if (continuations_due == 0) return 0;
      --continuations_due;
    }
    bytes += static_cast<char>(byte);
  }
  if (continuations_due != 0 || !is_valid_utf8(bytes)) return 0;
  return high_sequences(bytes);
}

std::size_t MojibakeMender::undo_any(std::string_view segment, std::string& bytes) const {
  for (const Charset& charset : charsets_) {
    const std::size_t sequences = undo(charset, segment, bytes);
    if (sequences > 0) return sequences;
  }
  return 0;
}

std::size_t MojibakeMender::mend(std::string_view utf8, std::string& out) const {
  struct Found {
    std::size_t begin, end, sequences;
    std::string mended;
  };
  std::vector<Found> all;
  std::string bytes;
  std::size_t certain = 0;
  for (std::size_t behind = 0; behind < utf8.size();) {
    // Most pages hold few such bytes, and only they can be garbled.
    const std::size_t high = find_non_ascii(utf8, behind);
    if (high == utf8.size()) break;
    const std::size_t end = segment_end(utf8, high);
    if (!may_be_garbled(utf8, high)) {
      behind = end + 1;
      continue;
    }
    std::size_t begin = high;
    while (begin > behind && !ends_segment(utf8[begin - 1])) --begin;
    const std::size_t sequences = undo_any(utf8.substr(begin, end - begin), bytes);
    if (sequences > 0) {
      certain += sequences >= kSequencesForCertain ? 1 : 0;
      all.push_back({begin, end, sequences, bytes});
    }
    behind = end + 1;
  }
  if (certain == 0) return 0;
  if (certain < kCertainSegmentsForShort) {
    std::erase_if(all, [](const Found& f) { return f.sequences < kSequencesForCertain; });
  }
  out.clear();
  std::size_t copied = 0;
  for (const Found& found : all) {
    out.append(utf8, copied, found.begin - copied);
    out += found.mended;
    copied = found.end;
  }
  out.append(utf8.substr(copied));
  return all.size();
}

}  // namespace khabar
