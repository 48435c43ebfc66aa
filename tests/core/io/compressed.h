// Test language: bytes compressed in memory, and streams that behave badly.
#pragma once

#include <brotli/encode.h>
#include <libdeflate.h>
#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <memory>
#include <random>
#include <string>
#include <string_view>

#include "core/io/byte_stream.h"

namespace khabar::testing {

inline std::string gzipped(std::string_view bytes, int level = 6) {
  libdeflate_compressor* c = libdeflate_alloc_compressor(level);
  std::string out(libdeflate_gzip_compress_bound(c, bytes.size()), '\0');
  out.resize(libdeflate_gzip_compress(c, bytes.data(), bytes.size(), out.data(), out.size()));
  libdeflate_free_compressor(c);
  return out;
}

inline std::string zlibbed(std::string_view bytes) {
  libdeflate_compressor* c = libdeflate_alloc_compressor(6);
  std::string out(libdeflate_zlib_compress_bound(c, bytes.size()), '\0');
  out.resize(libdeflate_zlib_compress(c, bytes.data(), bytes.size(), out.data(), out.size()));
  libdeflate_free_compressor(c);
  return out;
}

inline std::string deflated(std::string_view bytes) {
  libdeflate_compressor* c = libdeflate_alloc_compressor(6);
  std::string out(libdeflate_deflate_compress_bound(c, bytes.size()), '\0');
  out.resize(libdeflate_deflate_compress(c, bytes.data(), bytes.size(), out.data(), out.size()));
  libdeflate_free_compressor(c);
  return out;
}

inline std::string brotlied(std::string_view bytes) {
  std::size_t size = BrotliEncoderMaxCompressedSize(bytes.size());
  std::string out(size, '\0');
  BrotliEncoderCompress(5, 22, BROTLI_MODE_TEXT, bytes.size(),
                        reinterpret_cast<const std::uint8_t*>(bytes.data()), &size,
                        reinterpret_cast<std::uint8_t*>(out.data()));
  out.resize(size);
  return out;
}

inline std::string zstd_frame(std::string_view bytes, std::string_view dictionary = {}) {
  ZSTD_CCtx* c = ZSTD_createCCtx();
  ZSTD_CCtx_setParameter(c, ZSTD_c_checksumFlag, 1);
  if (!dictionary.empty()) ZSTD_CCtx_loadDictionary(c, dictionary.data(), dictionary.size());
  std::string out(ZSTD_compressBound(bytes.size()), '\0');
  out.resize(ZSTD_compress2(c, out.data(), out.size(), bytes.data(), bytes.size()));
  ZSTD_freeCCtx(c);
  return out;
}

inline std::string little_endian(std::uint32_t value) {
  std::string bytes;
  for (int i = 0; i < 4; ++i, value >>= 8) bytes.push_back(static_cast<char>(value & 0xFF));
  return bytes;
}

// RFC 8878 3.1.2: magic 0x184D2A5?, size, user data.
inline std::string skippable_frame(std::uint32_t magic, std::string_view bytes) {
  return little_endian(magic) + little_endian(static_cast<std::uint32_t>(bytes.size())) +
         std::string(bytes);
}

inline std::string noise(std::size_t bytes, unsigned seed) {
  std::mt19937 random(seed);
  std::string out(bytes, '\0');
  for (char& c : out) c = static_cast<char>(random());
  return out;
}

// Text that compresses as pages do, about 5:1.
inline std::string prose(std::size_t bytes, unsigned seed) {
  static const char* const words[] = {"river ", "council ", "votes ", "harbour ", "night ",
                                      "كتب ",   "المدينة ", "اليوم ", "<p>",      "</p>\n"};
  std::mt19937 random(seed);
  std::string out;
  while (out.size() < bytes) {
    out += words[random() % 10];
    if (random() % 4 == 0) out += std::to_string(random() % 100000);
  }
  out.resize(bytes);
  return out;
}

// Gives `unit` again and again up to `bytes`, from memory of one unit: how a 1 GB line is tested.
class RepeatedStream final : public ByteStream {
 public:
  RepeatedStream(std::string unit, std::uint64_t bytes, std::string tail)
      : unit_(std::move(unit)), left_(bytes), tail_(std::move(tail)) {}

  Result<std::size_t> read(std::span<std::byte> to) override {
    std::size_t n = 0;
    while (n < to.size() && left_ > 0) {
      const std::size_t from = at_ % unit_.size();
      const std::size_t step = static_cast<std::size_t>(
          std::min<std::uint64_t>({unit_.size() - from, to.size() - n, left_}));
      std::copy_n(reinterpret_cast<const std::byte*>(unit_.data() + from), step, to.data() + n);
      n += step;
      at_ += step;
      left_ -= step;
    }
    if (n > 0) return n;
    const std::size_t step = std::min(to.size(), tail_.size());
    std::copy_n(reinterpret_cast<const std::byte*>(tail_.data()), step, to.data());
    tail_.erase(0, step);
    return step;
  }

 private:
  std::string unit_;
  std::uint64_t at_ = 0, left_;
  std::string tail_;
};

// Gives at most `step` bytes a read: no reader may count on full reads.
class DripStream final : public ByteStream {
 public:
  DripStream(std::string bytes, std::size_t step) : bytes_(std::move(bytes)), step_(step) {}

  Result<std::size_t> read(std::span<std::byte> to) override {
    const std::size_t n = std::min({to.size(), step_, bytes_.size() - at_});
    std::copy_n(reinterpret_cast<const std::byte*>(bytes_.data() + at_), n, to.data());
    at_ += n;
    return n;
  }

 private:
  std::string bytes_;
  std::size_t step_, at_ = 0;
};

}  // namespace khabar::testing
