// From phrases to values, for look-ups that come seldom and find the table cold: slots of eight
// bytes, of which a stranger costs one cache line. Built once, then const: any number of threads
// may read.
//
//   slots    tag index | tag index | 0 0 | ...        by the high bits of mixed_ends()
//   entries  value, begin and size in ──> keys        "new york" "دمشق" ...
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/text/first_words.h"

namespace khabar {

template <class Value>
class PhraseTable {
 public:
  PhraseTable() : slots_(std::size_t{1} << kSlotBitsLeast) {}

  // The value of `phrase`, Value{} when it is new: then `size()` has grown, and references that
  // were given before may dangle.
  Value& operator[](std::string_view phrase) {
    const std::uint64_t mixed = mixed_ends(phrase);
    if (const std::uint32_t index = index_of(phrase, mixed); index != 0) {
      return entries_[index - 1].value;
    }
    entries_.push_back({Value{}, static_cast<std::uint32_t>(keys_.size()),
                        static_cast<std::uint32_t>(phrase.size())});
    keys_ += phrase;
    if (entries_.size() * 2 > slots_.size()) {
      grow();
    } else {
      place(mixed, static_cast<std::uint32_t>(entries_.size()));
    }
    return entries_.back().value;
  }

  // Null when unknown.
  const Value* find(std::string_view phrase) const {
    const std::uint32_t index = index_of(phrase, mixed_ends(phrase));
    return index == 0 ? nullptr : &entries_[index - 1].value;
  }

  std::size_t size() const { return entries_.size(); }

 private:
  static constexpr int kSlotBitsLeast = 8;

  struct Slot {
    std::uint32_t tag = 0;
    std::uint32_t index = 0;  // of an entry, from 1; 0: empty
  };
  struct Entry {
    Value value;
    std::uint32_t begin, size;
  };

  static std::uint32_t tag_of(std::uint64_t mixed) {
    return static_cast<std::uint32_t>(mixed >> 16);
  }
  std::string_view key_of(const Entry& entry) const {
    return std::string_view(keys_).substr(entry.begin, entry.size);
  }

  std::uint32_t index_of(std::string_view phrase, std::uint64_t mixed) const {
    for (std::size_t at = mixed >> shift_;; at = (at + 1) & (slots_.size() - 1)) {
      const Slot& slot = slots_[at];
      if (slot.index == 0) return 0;
      if (slot.tag == tag_of(mixed) && key_of(entries_[slot.index - 1]) == phrase) {
        return slot.index;
      }
    }
  }

  void place(std::uint64_t mixed, std::uint32_t index) {
    std::size_t at = mixed >> shift_;
    while (slots_[at].index != 0) at = (at + 1) & (slots_.size() - 1);
    slots_[at] = {tag_of(mixed), index};
  }

  void grow() {
    slots_.assign(slots_.size() * 2, Slot{});
    --shift_;
    for (std::size_t i = 0; i < entries_.size(); ++i) {
      place(mixed_ends(key_of(entries_[i])), static_cast<std::uint32_t>(i + 1));
    }
  }

  std::vector<Slot> slots_;  // a power of two, at most half of them taken
  int shift_ = 64 - kSlotBitsLeast;
  std::vector<Entry> entries_;
  std::string keys_;
};

}  // namespace khabar
