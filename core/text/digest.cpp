#include "core/text/digest.h"

#include <span>

#include <xxhash.h>

#include "core/base/check.h"

namespace khabar {
namespace {

XXH3_state_t* state_of(void* state) {
  return static_cast<XXH3_state_t*>(state);
}

struct Bytes16 {
  unsigned char bytes[16];
};

Bytes16 big_endian(const Digest128& digest) {
  Bytes16 out;
  for (unsigned i = 0; i < 8; ++i) {
    out.bytes[i] = static_cast<unsigned char>(digest.high >> (56 - 8 * i));
    out.bytes[8 + i] = static_cast<unsigned char>(digest.low >> (56 - 8 * i));
  }
  return out;
}

// `letters` has 2^bits characters; the last group is filled up with zero bits.
std::string print(std::span<const unsigned char> bytes, unsigned bits, const char* letters) {
  std::string out;
  std::uint32_t window = 0;
  unsigned held = 0;
  for (const unsigned char byte : bytes) {
    window = (window << 8 | byte) & 0xFFFF;
    held += 8;
    while (held >= bits) {
      held -= bits;
      out += letters[window >> held & ((1u << bits) - 1)];
    }
  }
  if (held > 0) out += letters[window << (bits - held) & ((1u << bits) - 1)];
  return out;
}

std::string print64(std::uint64_t digest, unsigned bits, const char* letters) {
  const Bytes16 all = big_endian({digest, 0});
  return print(std::span(all.bytes).first(8), bits, letters);
}

std::string print128(const Digest128& digest, unsigned bits, const char* letters) {
  return print(big_endian(digest).bytes, bits, letters);
}

constexpr const char* kHex = "0123456789abcdef";
constexpr const char* kBase32 = "abcdefghijklmnopqrstuvwxyz234567";
constexpr const char* kBase64Url =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

}  // namespace

std::uint64_t hash64(std::string_view bytes, std::uint64_t seed) {
  return XXH3_64bits_withSeed(bytes.data(), bytes.size(), seed);
}

Digest128 hash128(std::string_view bytes, std::uint64_t seed) {
  const XXH128_hash_t hash = XXH3_128bits_withSeed(bytes.data(), bytes.size(), seed);
  return {hash.high64, hash.low64};
}

Hasher128::Hasher128() : state_(XXH3_createState()) {
  CHECK(state_ != nullptr);
  CHECK(XXH3_128bits_reset(state_of(state_)) == XXH_OK);
}

Hasher128::~Hasher128() {
  XXH3_freeState(state_of(state_));
}

Hasher128& Hasher128::part(std::string_view bytes) {
  unsigned char size[8];
  for (unsigned i = 0; i < 8; ++i) {
    size[i] = static_cast<unsigned char>(std::uint64_t{bytes.size()} >> (8 * i));
  }
  XXH3_128bits_update(state_of(state_), size, sizeof size);
  XXH3_128bits_update(state_of(state_), bytes.data(), bytes.size());
  return *this;
}

Digest128 Hasher128::digest() const {
  const XXH128_hash_t hash = XXH3_128bits_digest(state_of(state_));
  return {hash.high64, hash.low64};
}

std::string hex(std::uint64_t digest) {
  return print64(digest, 4, kHex);
}
std::string hex(const Digest128& digest) {
  return print128(digest, 4, kHex);
}
std::string base32(std::uint64_t digest) {
  return print64(digest, 5, kBase32);
}
std::string base32(const Digest128& digest) {
  return print128(digest, 5, kBase32);
}
std::string base64url(std::uint64_t digest) {
  return print64(digest, 6, kBase64Url);
}
std::string base64url(const Digest128& digest) {
  return print128(digest, 6, kBase64Url);
}

}  // namespace khabar
