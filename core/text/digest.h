// Digests: XXH3 (https://xxhash.com, stable since 0.8.0) for identity and tables, and how ids are
// printed. Not for secrets: whoever wants two texts with one digest can make them.
// Free functions; any thread.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace khabar {

struct Digest128 {
  std::uint64_t high = 0;
  std::uint64_t low = 0;

  auto operator<=>(const Digest128&) const = default;
};

std::uint64_t hash64(std::string_view bytes, std::uint64_t seed = 0);
Digest128 hash128(std::string_view bytes, std::uint64_t seed = 0);

// Of several parts: unlike hashing their concatenation, ("ab", "c") and ("a", "bc") differ.
class Hasher128 {
 public:
  Hasher128();
  ~Hasher128();
  Hasher128(const Hasher128&) = delete;
  Hasher128& operator=(const Hasher128&) = delete;

  Hasher128& part(std::string_view bytes);  // its length is digested before it
  Digest128 digest() const;

 private:
  void* state_;  // XXH3_state_t, which wants 64-byte alignment
};

// Lower-case, most significant first: 16 and 32 characters.
std::string hex(std::uint64_t digest);
std::string hex(const Digest128& digest);
// RFC 4648 section 6 in lower case without padding: 13 and 26 characters, for names of files and
// hosts, where case may be lost.
std::string base32(std::uint64_t digest);
std::string base32(const Digest128& digest);
// RFC 4648 section 5 without padding: 11 and 22 characters.
std::string base64url(std::uint64_t digest);
std::string base64url(const Digest128& digest);

}  // namespace khabar
