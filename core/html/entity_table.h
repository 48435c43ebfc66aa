// The table behind entities.h: names and their characters, by open addressing.
#pragma once

#include <cstddef>
#include <cstdint>

namespace khabar {

// "AElig": at kEntityNames + name_offset, without '&' and ';'.
struct EntityEntry {
  std::uint16_t name_offset;
  std::uint16_t value_offset;
  std::uint8_t name_length;
  std::uint8_t value_length;
  bool without_semicolon;  // one of the 106 that HTML 4 let pass without ';'
};

inline constexpr std::size_t kEntityNameLengthMax = 31;
inline constexpr std::size_t kLegacyEntityNameLengthMax = 6;
inline constexpr unsigned kEntitySlotBits = 13;
inline constexpr std::uint16_t kEntitySlotFree = 0xFFFF;

// FNV-1a, 32 bits, its top bits. The generator computes the same.
constexpr std::uint32_t entity_slot(const char* name, std::size_t length) {
  std::uint32_t hash = 2166136261u;
  for (std::size_t i = 0; i < length; ++i) {
    hash = (hash ^ static_cast<unsigned char>(name[i])) * 16777619u;
  }
  return (hash * 0x9E3779B1u) >> (32 - kEntitySlotBits);
}

extern const char kEntityNames[];
extern const char kEntityValues[];
extern const EntityEntry kEntityEntries[];
extern const std::uint16_t kEntitySlots[std::size_t{1} << kEntitySlotBits];

}  // namespace khabar
