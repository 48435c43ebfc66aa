// From a name's bytes to its number: one multiplication and, nearly always, one compare.
// Tables made at compile time; any thread.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "core/html/attribute_name.h"
#include "core/html/scan.h"
#include "core/html/tag.h"

namespace khabar {

constexpr NameKey name_key(std::string_view lower_name) {
  NameKey key;
  for (std::size_t i = 0; i < lower_name.size() && i < 16; ++i) {
    const std::uint64_t byte = static_cast<unsigned char>(lower_name[i]);
    (i < 8 ? key.low : key.high) |= byte << (8 * (i & 7));
  }
  return key;
}

// Of 300,000 random pairs of factors the one with the fewest and shortest detours in both tables.
constexpr std::uint64_t hash_name(NameKey key) {
  return key.low * 0x88F1E0895C4434F3u + key.high * 0xF2CD22D17CD384BDu;
}

// Open addressing over the names of at most 16 bytes. Numbers and keys lie apart: the numbers of
// all slots take a few cache lines, and of the keys only those of names that pages hold are read.
template <unsigned Bits, std::size_t Names>
struct NameSlots {
  static_assert(Names <= 256);
  std::array<std::uint8_t, std::size_t{1} << Bits> ids{};  // 0: a free slot
  std::array<NameKey, Names> keys{};                       // by number

  static constexpr std::size_t home(NameKey key) {
    return static_cast<std::size_t>(hash_name(key) >> (64 - Bits));
  }
  constexpr void add(std::string_view name, std::uint32_t id) {
    if (name.size() > 16) return;
    keys[id] = name_key(name);
    std::size_t i = home(keys[id]);
    while (ids[i] != 0) i = (i + 1) % ids.size();
    ids[i] = static_cast<std::uint8_t>(id);
  }
  constexpr std::uint32_t find(NameKey key) const {
    std::size_t i = home(key);
    while (ids[i] != 0) {
      if (keys[ids[i]] == key) return ids[i];
      i = (i + 1) % ids.size();
    }
    return 0;
  }
};

inline constexpr auto kTagSlots = [] {
  NameSlots<10, kKnownTags> table;
#define KHABAR_TAG(enumerator, name) table.add(name, static_cast<std::uint32_t>(Tag::enumerator));
  KHABAR_TAGS(KHABAR_TAG)
#undef KHABAR_TAG
  return table;
}();

inline constexpr auto kAttributeSlots = [] {
  NameSlots<8, static_cast<std::size_t>(AttributeName::kKnownAttributeNamesEnd)> table;
#define KHABAR_ATTRIBUTE(enumerator, name) \
  table.add(name, static_cast<std::uint32_t>(AttributeName::enumerator));
  KHABAR_ATTRIBUTE_NAMES(KHABAR_ATTRIBUTE)
#undef KHABAR_ATTRIBUTE
  return table;
}();

inline Tag find_tag(NameKey key) {
  return static_cast<Tag>(kTagSlots.find(key));
}
inline AttributeName find_attribute_name(NameKey key) {
  return static_cast<AttributeName>(kAttributeSlots.find(key));
}

}  // namespace khabar
