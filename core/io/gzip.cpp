#include "core/io/gzip.h"

#include <zlib.h>

#include <algorithm>

#include "core/base/check.h"

namespace khabar {
namespace {

constexpr std::size_t kFirstBytes = std::size_t{64} << 10;

enum class Wrapper { gzip, zlib, none };

int window_bits(Wrapper wrapper) {
  switch (wrapper) {
    case Wrapper::gzip:
      return 15 + 16;
    case Wrapper::zlib:
      return 15;
    case Wrapper::none:
      break;
  }
  return -15;
}

// Room for the next bytes: doubles, up to one byte more than allowed so that the bound shows.
void give_room(z_stream& z, std::string& out, std::size_t bytes_max) {
  const std::size_t had = out.size();
  const std::size_t size = std::min(std::max(had * 2, kFirstBytes), bytes_max + 1);
  out.resize(size);
  z.next_out = reinterpret_cast<Bytef*>(out.data()) + had;
  z.avail_out = static_cast<uInt>(size - had);
}

DecodeEnd end_of(int result) {
  if (result == Z_STREAM_END) return DecodeEnd::whole;
  return result == Z_OK || result == Z_BUF_ERROR ? DecodeEnd::truncated : DecodeEnd::corrupt;
}

Decoded inflate_all(std::string_view encoded, std::size_t bytes_max, Wrapper wrapper) {
  Decoded decoded;
  z_stream z{};
  CHECK(inflateInit2(&z, window_bits(wrapper)) == Z_OK);
  z.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(encoded.data()));
  z.avail_in = static_cast<uInt>(encoded.size());
  int result = Z_OK;
  while (result == Z_OK) {
    if (z.avail_out == 0) {
      if (decoded.bytes.size() > bytes_max) break;
      give_room(z, decoded.bytes, bytes_max);
    }
    result = inflate(&z, Z_NO_FLUSH);
    // RFC 1952 2.2: members simply follow each other.
    const bool another = result == Z_STREAM_END && wrapper == Wrapper::gzip &&
                         looks_like_gzip({reinterpret_cast<const char*>(z.next_in), z.avail_in});
    if (another) result = inflateReset(&z);
  }
  decoded.bytes.resize(decoded.bytes.size() - z.avail_out);
  decoded.end = decoded.bytes.size() > bytes_max ? DecodeEnd::too_large : end_of(result);
  decoded.bytes.resize(std::min(decoded.bytes.size(), bytes_max));
  inflateEnd(&z);
  return decoded;
}

// RFC 1950 2.2: CM is 8, CINFO at most 7, and CMF * 256 + FLG is a multiple of 31.
bool looks_like_zlib(std::string_view bytes) {
  if (bytes.size() < 2) return false;
  const unsigned cmf = static_cast<unsigned char>(bytes[0]);
  const unsigned flg = static_cast<unsigned char>(bytes[1]);
  return (cmf & 15) == 8 && cmf >> 4 <= 7 && (cmf * 256 + flg) % 31 == 0;
}

}  // namespace

Decoded decode_gzip(std::string_view encoded, std::size_t bytes_max) {
  return inflate_all(encoded, bytes_max, Wrapper::gzip);
}

Decoded decode_deflate(std::string_view encoded, std::size_t bytes_max) {
  if (!looks_like_zlib(encoded)) return inflate_all(encoded, bytes_max, Wrapper::none);
  Decoded zlib = inflate_all(encoded, bytes_max, Wrapper::zlib);
  if (zlib.end != DecodeEnd::corrupt || !zlib.bytes.empty()) return zlib;
  return inflate_all(encoded, bytes_max, Wrapper::none);
}

}  // namespace khabar
