#include "core/text/charset_tables.h"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <memory>

#include <unicode/ucnv.h>

#include "core/base/check.h"
#include "core/text/utf8.h"

namespace khabar {
namespace {

// ICU 72 has no converter for ISO-8859-16: 0xA0..0xFF from ISO's registration 226.
constexpr std::u32string_view kIso8859_16 =
    U"\u00A0ĄąŁ€„Š§š©Ș«Ź\u00ADźŻ°±ČłŽ”¶·žčș»ŒœŸżÀÁÂĂÄĆÆÇÈÉÊËÌÍÎÏĐŃÒÓÔŐÖŚŰÙÚÛÜĘȚß"
    U"àáâăäćæçèéêëìíîïđńòóôőöśűùúûüęțÿ";
static_assert(kIso8859_16.size() == 96);

constexpr std::uint32_t kUndefined = 1u << 26;

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};

char32_t read_byte(UConverter* converter, unsigned char byte) {
  UErrorCode status = U_ZERO_ERROR;
  const char source = static_cast<char>(byte);
  UChar target[4];
  const std::int32_t units = ucnv_toUChars(converter, target, 4, &source, 1, &status);
  // U+001A is how IBM's tables say "undefined".
  const bool private_use = units == 1 && target[0] >= 0xE000 && target[0] <= 0xF8FF;
  if (U_FAILURE(status) || units != 1 || target[0] == 0x1A || target[0] == 0xFFFD || private_use) {
    return byte < 0xA0 ? byte : kReplacementCharacter;
  }
  return target[0];
}

}  // namespace

HighHalf read_high_half(Encoding encoding) {
  CHECK(kind_of(encoding) == EncodingKind::single_byte);
  HighHalf high{};
  if (encoding == Encoding::iso_8859_16) {
    for (unsigned i = 0; i < 128; ++i) high[i] = i < 32 ? 0x80 + i : kIso8859_16[i - 32];
    return high;
  }
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, CloseConverter> converter(
      ucnv_open(icu_converter_name(encoding), &status));
  CHECK_THAT(U_SUCCESS(status), icu_converter_name(encoding));
  for (unsigned i = 0; i < 128; ++i) {
    high[i] = read_byte(converter.get(), static_cast<unsigned char>(0x80 + i));
  }
  // Where the standard's indexes and ICU's tables part.
  if (encoding == Encoding::koi8_u) {
    high[0xAE - 0x80] = 0x045E;
    high[0xBE - 0x80] = 0x040E;
  }
  if (encoding == Encoding::windows_1253) high[0xAA - 0x80] = kReplacementCharacter;
  if (encoding == Encoding::windows_1255) high[0xCA - 0x80] = 0x05BA;
  return high;
}

SingleByteTable::SingleByteTable(Encoding encoding) : high_(read_high_half(encoding)), utf8_{} {
  for (unsigned byte = 0; byte < 256; ++byte) {
    const char32_t c = (*this)[static_cast<unsigned char>(byte)];
    char encoded[4] = {};
    const auto size = static_cast<std::uint32_t>(encode_utf8(c, encoded));
    CHECK(size <= 3);
    for (unsigned i = 0; i < size; ++i) {
      utf8_[byte] |= std::uint32_t{static_cast<unsigned char>(encoded[i])} << (8 * i);
    }
    utf8_[byte] |= size << 24 | (c == kReplacementCharacter ? kUndefined : 0);
  }
}

std::size_t SingleByteTable::decode(std::string_view bytes, std::string& out) const {
  constexpr std::size_t kStride = 8;
  const std::size_t begin = out.size();
  out.resize(begin + 3 * bytes.size() + kStride);
  char* to = out.data() + begin;
  std::size_t undefined = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t size = std::min(kStride, bytes.size() - at);
    std::uint64_t word = ~std::uint64_t{0};
    if (size == kStride) std::memcpy(&word, bytes.data() + at, kStride);
    if ((word & 0x8080808080808080u) == 0) {
      std::memcpy(to, &word, kStride);
      to += kStride;
      at += kStride;
      continue;
    }
    // Each byte stores three and advances by what it needs: no branch to mispredict.
    for (const std::size_t end = at + size; at < end; ++at) {
      const std::uint32_t encoded = utf8_[static_cast<unsigned char>(bytes[at])];
      to[0] = static_cast<char>(encoded);
      to[1] = static_cast<char>(encoded >> 8);
      to[2] = static_cast<char>(encoded >> 16);
      to += encoded >> 24 & 3;
      undefined += encoded / kUndefined & 1;
    }
  }
  out.resize(static_cast<std::size_t>(to - out.data()));
  return undefined;
}

}  // namespace khabar
