// A class or id attribute's value made ready to be matched against words: its first bytes in lower
// case, and where its words begin and end, sixteen bytes at a time. A value; any thread.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace khabar {

class ClassText {
 public:
  static constexpr std::size_t kBytesMax = 400;  // what stands behind is not read
  static constexpr std::size_t kPadding = 16;    // zeros behind the text

  explicit ClassText(std::string_view value);

  // With 0x20 set in every byte: letters are in lower case, and no other byte becomes a letter.
  const char* lower() const { return lower_; }
  std::size_t size() const { return size_; }

  // Words are runs of ASCII letters, parted by anything else and by a capital behind a small
  // letter. Bit i % 64 of begins(i / 64): a word begins at byte i. Chunks are of 64 bytes.
  std::size_t chunks() const { return (size_ + 63) / 64; }
  std::uint64_t begins(std::size_t chunk) const { return begins_[chunk]; }
  // Of the word that begins at `begin`; kWordBytesMax for all that are longer, too.
  static constexpr std::size_t kWordBytesMax = 32;
  std::size_t word_size(std::size_t begin) const {
    const std::size_t chunk = (begin + 1) / 64, shift = (begin + 1) % 64;
    const std::uint64_t ends = ends_[chunk] >> shift | ends_[chunk + 1] << 1 << (63 - shift);
    return 1 + static_cast<std::size_t>(
                   std::countr_zero(ends | std::uint64_t{1} << (kWordBytesMax - 1)));
  }

 private:
  static constexpr std::size_t kChunks = kBytesMax / 64 + 1;
  using Bits = std::array<std::uint64_t, kChunks + 1>;  // a bit a byte, one chunk to spare

  void read_letters(std::string_view value, Bits& letters, Bits& capitals);
  void find_words(const Bits& letters, const Bits& capitals);

  char lower_[kBytesMax + kPadding];
  Bits begins_, ends_;  // ends: behind the last letter, of the chunks that are and one behind
  std::size_t size_ = 0;
};

// Eight bytes as a number, the first of them lowest on every machine.
inline std::uint64_t eight_bytes(const char* bytes) {
  std::uint64_t word = 0;
  if (std::endian::native == std::endian::little) {
    std::memcpy(&word, bytes, 8);
    return word;
  }
  for (std::size_t i = 0; i < 8; ++i) {
    word |= std::uint64_t{static_cast<unsigned char>(bytes[i])} << (8 * i);
  }
  return word;
}
// Of such a number, the part of a word of `size` bytes, one at least.
constexpr std::uint64_t first_bytes_mask(std::size_t size) {
  return size >= 8 ? ~std::uint64_t{0} : ~std::uint64_t{0} >> (64 - 8 * size);
}

}  // namespace khabar
