#include "core/io/zstd.h"

#include <zstd.h>

#include <algorithm>

#include "core/base/check.h"
#include "core/base/limits.h"
#include "core/io/zstd_magic.h"

namespace khabar {

bool looks_like_zstd(std::string_view bytes) {
  if (bytes.size() < 4) return false;
  const std::uint32_t magic = zstd_magic(bytes);
  return magic == kZstdFrameMagic || is_skippable(magic);
}

Decoded decode_zstd(std::string_view encoded, std::size_t bytes_max) {
  Decoded decoded;
  const std::unique_ptr<ZSTD_DCtx, FreeZstd> context(ZSTD_createDCtx());
  CHECK(context != nullptr);
  ZSTD_DCtx_setParameter(context.get(), ZSTD_d_windowLogMax, limits::kZstdWindowLogMax);
  ZSTD_inBuffer in{encoded.data(), encoded.size(), 0};
  const std::size_t step = ZSTD_DStreamOutSize();
  for (std::size_t result = 1;;) {
    const std::size_t had = decoded.bytes.size();
    decoded.bytes.resize(std::min(had + std::max(had, step), bytes_max + 1));
    ZSTD_outBuffer out{decoded.bytes.data(), decoded.bytes.size(), had};
    const std::size_t in_before = in.pos;
    result = ZSTD_decompressStream(context.get(), &out, &in);
    const bool full = out.pos == out.size;
    decoded.bytes.resize(out.pos);
    if (ZSTD_isError(result) != 0) {
      decoded.end = DecodeEnd::corrupt;
      return decoded;
    }
    if (decoded.bytes.size() > bytes_max) {
      decoded.bytes.resize(bytes_max);
      decoded.end = DecodeEnd::too_large;
      return decoded;
    }
    if (full || (in.pos > in_before && in.pos < in.size)) continue;
    decoded.end = result == 0 ? DecodeEnd::whole : DecodeEnd::truncated;
    return decoded;
  }
}

}  // namespace khabar
