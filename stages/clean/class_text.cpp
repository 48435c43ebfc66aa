#include "stages/clean/class_text.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "core/text/ascii.h"
#include "core/text/byte_lanes.h"

namespace khabar {
namespace {

// Adds sixteen bits, one a byte, at bit `at`; those that stand there already may come again.
template <class Bits>
void put_bits(Bits& words, std::size_t at, std::uint64_t bits) {
  words[at / 64] |= bits << at % 64;
  if (at % 64 > 48) words[at / 64 + 1] |= bits >> (64 - at % 64);
}

}  // namespace

ClassText::ClassText(std::string_view value) : size_(std::min(value.size(), kBytesMax)) {
  Bits letters{}, capitals{};
  read_letters(value.substr(0, size_), letters, capitals);
  std::memset(lower_ + size_, 0, kPadding);
  find_words(letters, capitals);
}

void ClassText::read_letters(std::string_view value, Bits& letters, Bits& capitals) {
  std::size_t at = 0;
#if defined(__SSE2__)
  namespace lanes = byte_lanes;
  const auto read = [&](std::size_t from) {
    const __m128i bytes = lanes::load(value.data() + from);
    const __m128i lower = lanes::any(bytes, _mm_set1_epi8(0x20));
    _mm_storeu_si128(reinterpret_cast<__m128i*>(lower_ + from), lower);
    put_bits(letters, from, lanes::bits(lanes::in(lower, 'a', 'z')));
    put_bits(capitals, from, lanes::bits(lanes::in(bytes, 'A', 'Z')));
  };
  for (; at + 16 <= value.size(); at += 16) read(at);
  if (at > 0 && at < value.size()) {
    read(value.size() - 16);
    at = value.size();
  }
#endif
  for (; at < value.size(); ++at) {
    const char c = value[at];
    lower_[at] = static_cast<char>(c | 0x20);
    letters[at / 64] |= std::uint64_t{is_ascii_letter(c)} << at % 64;
    capitals[at / 64] |= std::uint64_t{is_ascii_upper(c)} << at % 64;
  }
}

void ClassText::find_words(const Bits& letters, const Bits& capitals) {
  std::uint64_t letter_before = 0, small_before = 0;
  const std::size_t last = size_ / 64;
  for (std::size_t chunk = 0; chunk <= last; ++chunk) {
    const std::uint64_t small = letters[chunk] & ~capitals[chunk];
    const std::uint64_t behind_letter = letters[chunk] << 1 | letter_before;
    const std::uint64_t inner = capitals[chunk] & (small << 1 | small_before);
    begins_[chunk] = letters[chunk] & (~behind_letter | inner);
    ends_[chunk] = (~letters[chunk] & behind_letter) | inner;
    letter_before = letters[chunk] >> 63;
    small_before = small >> 63;
  }
  ends_[last + 1] = 0;
}

}  // namespace khabar
