#include "stages/clean/class_values.h"

#include <cstring>

#include "stages/clean/word_scan.h"

namespace khabar {
namespace {

// Of 1 to 16 bytes, all of them: from both ends, so that what is short needs no loop.
SixteenBytes load_short(const char* bytes, std::size_t size) {
  if (size >= 8) return {load_eight(bytes), load_eight(bytes + size - 8)};
  if (size >= 4) {
    std::uint32_t low = 0, high = 0;
    std::memcpy(&low, bytes, 4);
    std::memcpy(&high, bytes + size - 4, 4);
    return {low, high};
  }
  const auto byte = [bytes](std::size_t at) {
    return std::uint64_t{static_cast<unsigned char>(bytes[at])};
  };
  return {byte(0) | byte(size / 2) << 8 | byte(size - 1) << 16, 0};
}

// Two chains of multiplications side by side, of the even and the odd eight bytes. For this memo
// only, as it differs between machines of different byte order.
std::uint64_t hash_of(std::string_view value) {
  std::uint64_t even = value.size() * 0x9E3779B97F4A7C15ull + 0xD1B54A32D192ED03ull, odd = ~even;
  const auto mix = [&](SixteenBytes part) {
    even = (even ^ part.low) * 0xD6E8FEB86659FD93ull;
    odd = (odd ^ part.high) * 0xA0761D6478BD642Full;
    even ^= even >> 32;
    odd ^= odd >> 29;
  };
  const char* at = value.data();
  std::size_t left = value.size();
  for (; left > 16; left -= 16, at += 16) mix({load_eight(at), load_eight(at + 8)});
  if (value.size() >= 16) {
    const char* const last = value.data() + value.size() - 16;
    mix({load_eight(last), load_eight(last + 8)});
  } else if (left > 0) {
    mix(load_short(at, left));
  }
  const std::uint64_t hash = (even ^ (odd << 32 | odd >> 32)) * 0x9E3779B97F4A7C15ull;
  return hash ^ hash >> 32;
}

}  // namespace

const ClassValue& ClassValueMemo::of(std::string_view value) {
  const std::uint64_t hash = hash_of(value);
  ClassValue& slot = slots_[hash & (kSlots - 1)];
  if (slot.hash != hash) {
    const ClassText text(value);
    slot = {hash, class_groups(text), class_hints(value, text)};
  }
  return slot;
}

}  // namespace khabar
