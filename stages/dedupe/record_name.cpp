#include "stages/dedupe/record_name.h"

#include <array>
#include <cstring>

#include "core/text/digest.h"

namespace khabar {

std::optional<RecordName> parse_record_name(std::string_view id) {
  // RFC 4648 section 6: the bits of the digest from the most significant on; two of padding.
  constexpr std::string_view kAlphabet = "abcdefghijklmnopqrstuvwxyz234567";
  constexpr std::size_t kCharacters = 26;
  if (id.size() != kCharacters) return std::nullopt;
  RecordName name;
  for (std::size_t i = 0; i < kCharacters; ++i) {
    const std::size_t digit = kAlphabet.find(id[i]);
    if (digit == std::string_view::npos) return std::nullopt;
    const unsigned bits = i + 1 < kCharacters ? 5 : 3;
    name.high = name.high << bits | name.low >> (64 - bits);
    name.low = name.low << bits | digit >> (5 - bits);
  }
  if (to_string(name) != id) return std::nullopt;  // its padding was not zero
  return name;
}

std::string to_string(RecordName name) {
  return base32(Digest128{name.high, name.low});
}

RecordName copy_name(RecordName taken, std::uint64_t document_key) {
  const std::array<std::uint64_t, 3> parts = {taken.high, taken.low, document_key};
  std::array<char, sizeof parts> bytes;
  std::memcpy(bytes.data(), parts.data(), sizeof parts);
  const std::string_view view(bytes.data(), bytes.size());
  return {hash64(view, 1), hash64(view, 2)};
}

}  // namespace khabar
