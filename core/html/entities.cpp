#include "core/html/entities.h"

#include <algorithm>
#include <cstdint>
#include <cstring>

#include "core/html/entity_table.h"
#include "core/text/ascii.h"

namespace khabar {
namespace {

std::uint32_t corrected(std::uint32_t code) {
  if (code == 0 || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000)) return 0xFFFD;
  const char32_t meant = windows_1252_of_control(code);
  return meant != 0 ? meant : code;
}

std::size_t write_utf8(std::uint32_t code, char* out) {
  const auto byte = [](std::uint32_t value) { return static_cast<char>(value); };
  const auto tail = [&](unsigned shift) { return byte(0x80 | ((code >> shift) & 0x3F)); };
  if (code < 0x80) {
    out[0] = byte(code);
    return 1;
  }
  if (code < 0x800) {
    out[0] = byte(0xC0 | (code >> 6));
    out[1] = tail(0);
    return 2;
  }
  if (code < 0x10000) {
    out[0] = byte(0xE0 | (code >> 12));
    out[1] = tail(6);
    out[2] = tail(0);
    return 3;
  }
  out[0] = byte(0xF0 | (code >> 18));
  out[1] = tail(12);
  out[2] = tail(6);
  out[3] = tail(0);
  return 4;
}

DecodedReference decode_number(const char* ampersand, const char* end) {
  const char* p = ampersand + 2;
  const bool hex = p != end && (*p | 0x20) == 'x';
  if (hex) ++p;
  const char* digits = p;
  std::uint32_t code = 0;
  for (; p != end; ++p) {
    const int digit = hex_digit_value(*p);
    if (digit < 0 || (!hex && digit > 9)) break;
    // Past Unicode it stays past Unicode, however many digits follow.
    if (code <= 0x10FFFF) code = code * (hex ? 16 : 10) + static_cast<std::uint32_t>(digit);
  }
  DecodedReference reference;
  if (p == digits) return reference;
  if (p != end && *p == ';') ++p;
  reference.consumed = static_cast<std::size_t>(p - ampersand);
  reference.length = write_utf8(corrected(code), reference.utf8);
  return reference;
}

const EntityEntry* find_entity(const char* name, std::size_t length) {
  constexpr std::uint32_t kLast = (1u << kEntitySlotBits) - 1;
  std::uint32_t slot = entity_slot(name, length);
  while (kEntitySlots[slot] != kEntitySlotFree) {
    const EntityEntry& entry = kEntityEntries[kEntitySlots[slot]];
    if (entry.name_length == length &&
        std::memcmp(kEntityNames + entry.name_offset, name, length) == 0) {
      return &entry;
    }
    slot = (slot + 1) & kLast;
  }
  return nullptr;
}

DecodedReference found(const EntityEntry& entry, std::size_t consumed) {
  DecodedReference reference;
  reference.consumed = consumed;
  reference.length = entry.value_length;
  std::memcpy(reference.utf8, kEntityValues + entry.value_offset, entry.value_length);
  return reference;
}

DecodedReference decode_name(const char* ampersand, const char* end, ReferenceMode mode) {
  const char* name = ampersand + 1;
  const auto room = std::min(static_cast<std::size_t>(end - name), kEntityNameLengthMax + 1);
  std::size_t length = 0;
  while (length < room && is_ascii_alphanumeric(name[length])) ++length;
  // No name holds anything but letters and digits, so only the whole run can end in ';'.
  if (length < room && name[length] == ';') {
    if (const EntityEntry* entry = find_entity(name, length)) return found(*entry, length + 2);
  }
  for (std::size_t n = std::min(length, kLegacyEntityNameLengthMax); n >= 2; --n) {
    const EntityEntry* entry = find_entity(name, n);
    if (entry == nullptr || !entry->without_semicolon) continue;
    // A ';' may follow here only when the longest run is no name; then n < length.
    const bool goes_on = name + n != end && (name[n] == '=' || is_ascii_alphanumeric(name[n]));
    if (mode == ReferenceMode::attribute && goes_on) return {};
    return found(*entry, n + 1);
  }
  return {};
}

}  // namespace

char32_t windows_1252_of_control(char32_t code) {
  static constexpr char16_t kMeant[32] = {
      0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
      0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
      0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};
  return code >= 0x80 && code < 0xA0 ? kMeant[code - 0x80] : 0;
}

DecodedReference decode_reference(const char* p, const char* end, ReferenceMode mode) {
  if (end - p < 2) return {};
  if (p[1] == '#') return decode_number(p, end);
  if (!is_ascii_alphanumeric(p[1])) return {};
  return decode_name(p, end, mode);
}

void decode_entities(std::string_view text, std::string& out, ReferenceMode mode) {
  const char* p = text.data();
  const char* end = p + text.size();
  while (p != end) {
    const void* hit = std::memchr(p, '&', static_cast<std::size_t>(end - p));
    const char* ampersand = hit ? static_cast<const char*>(hit) : end;
    out.append(p, ampersand);
    if (ampersand == end) return;
    const DecodedReference reference = decode_reference(ampersand, end, mode);
    if (reference.consumed == 0) {
      out.push_back('&');
      p = ampersand + 1;
    } else {
      out.append(reference.utf8, reference.length);
      p = ampersand + reference.consumed;
    }
  }
}

}  // namespace khabar
