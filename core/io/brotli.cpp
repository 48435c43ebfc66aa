#include "core/io/brotli.h"

#include <brotli/decode.h>

#include <algorithm>
#include <cstdint>
#include <memory>

#include "core/base/check.h"

namespace khabar {
namespace {

constexpr std::size_t kFirstBytes = std::size_t{64} << 10;

struct FreeBrotli {
  void operator()(BrotliDecoderState* state) const { BrotliDecoderDestroyInstance(state); }
};

}  // namespace

Decoded decode_brotli(std::string_view encoded, std::size_t bytes_max) {
  Decoded decoded;
  const std::unique_ptr<BrotliDecoderState, FreeBrotli> state(
      BrotliDecoderCreateInstance(nullptr, nullptr, nullptr));
  CHECK(state != nullptr);
  std::size_t in_left = encoded.size();
  const auto* in = reinterpret_cast<const std::uint8_t*>(encoded.data());
  BrotliDecoderResult result = BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT;
  while (result == BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT && decoded.bytes.size() <= bytes_max) {
    const std::size_t had = decoded.bytes.size();
    decoded.bytes.resize(std::min(std::max(had * 2, kFirstBytes), bytes_max + 1));
    std::size_t out_left = decoded.bytes.size() - had;
    auto* out = reinterpret_cast<std::uint8_t*>(decoded.bytes.data()) + had;
    result = BrotliDecoderDecompressStream(state.get(), &in_left, &in, &out_left, &out, nullptr);
    decoded.bytes.resize(decoded.bytes.size() - out_left);
  }
  if (decoded.bytes.size() > bytes_max) {
    decoded.bytes.resize(bytes_max);
    decoded.end = DecodeEnd::too_large;
  } else if (result == BROTLI_DECODER_RESULT_NEEDS_MORE_INPUT) {
    decoded.end = DecodeEnd::truncated;
  } else if (result != BROTLI_DECODER_RESULT_SUCCESS) {
    decoded.end = DecodeEnd::corrupt;
  }
  return decoded;
}

}  // namespace khabar
