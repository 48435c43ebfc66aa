// What the two zstd decoders share: the first four bytes of frames (RFC 8878 3.1).
#pragma once

#include <zstd.h>

#include <cstdint>
#include <string_view>

namespace khabar {

inline constexpr std::uint32_t kZstdFrameMagic = 0xFD2FB528;
inline constexpr std::uint32_t kZstdDictionaryFrameMagic = 0x184D2A5D;  // IIPC, not RFC 8878
inline constexpr std::uint32_t kZstdDictionaryMagic = 0xEC30A437;

inline std::uint32_t zstd_magic(std::string_view four) {
  std::uint32_t magic = 0;
  for (int i = 3; i >= 0; --i) {
    magic = magic << 8 | static_cast<unsigned char>(four[static_cast<std::size_t>(i)]);
  }
  return magic;
}

inline bool is_skippable(std::uint32_t magic) {
  return magic >> 4 == 0x184D2A5;
}

struct FreeZstd {
  void operator()(ZSTD_DCtx* context) const { ZSTD_freeDCtx(context); }
};

}  // namespace khabar
