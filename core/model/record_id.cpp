#include "core/model/record_id.h"

#include <algorithm>
#include <cstdint>
#include <string_view>

#include <xxhash.h>

namespace khabar {
namespace {

constexpr std::size_t kIdCharacters = 26;  // of 5 bits each: 128 bits, and 2 of padding

std::string base32(XXH128_hash_t hash) {
  constexpr std::string_view kAlphabet = "0123456789abcdefghjkmnpqrstvwxyz";
  std::string id(kIdCharacters, '0');
  for (std::size_t i = kIdCharacters; i-- > 0;) {
    id[i] = kAlphabet[hash.low64 & 31];
    hash.low64 = hash.low64 >> 5 | hash.high64 << 59;
    hash.high64 >>= 5;
  }
  return id;
}

bool is_globally_unique(std::string_view id) {
  return id.starts_with("urn:") || id.find("://") != std::string_view::npos;
}

// Each kind of name begins with a letter of its own and ends its parts with NUL, so that no URL
// can be another document's path.
std::string name_of(const Document& document) {
  const Origin& origin = document.origin;
  constexpr char kEnd = '\0';
  if (!document.canonical_url.empty()) return "u" + document.canonical_url + kEnd;
  if (is_globally_unique(origin.record_id)) return "i" + origin.record_id + kEnd;
  const std::string path = "p" + origin.path + kEnd;
  if (!origin.record_id.empty()) return path + "i" + origin.record_id + kEnd;
  return path + "o" + std::to_string(origin.offset) + kEnd + std::to_string(origin.line) + kEnd;
}

}  // namespace

std::string record_id(const Document& document) {
  const std::uint32_t revision = std::max(document.verdict.revision, 1u);
  const std::string name = name_of(document) + std::to_string(revision);
  return base32(XXH3_128bits(name.data(), name.size()));
}

}  // namespace khabar
