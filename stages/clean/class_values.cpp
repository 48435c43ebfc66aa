#include "stages/clean/class_values.h"

#include "core/text/digest.h"
#include "stages/clean/word_scan.h"

namespace khabar {

const ClassValue& ClassValueMemo::of(std::string_view value) {
  const std::uint64_t hash = hash_of_value(value);
  ClassValue& slot = slots_[hash & (kSlots - 1)];
  if (slot.hash != hash) {
    const ClassText text(value);
    slot = {hash, class_groups(text), static_cast<std::uint32_t>(hash64(value, 1)),
            class_hints(value, text)};
  }
  return slot;
}

}  // namespace khabar
