// Numbers for the element names of one page that the table of tags does not hold: equal names get
// equal tags. Owned by one tree builder; one thread. Linear time on any names: a name that finds no
// place within kProbesMax steps gets a number of its own that no end tag will find.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

#include "core/html/tag.h"

namespace khabar {

class UnknownNames {
 public:
  // The views of the last page die here.
  void reset() {
    if (names_.empty()) return;
    names_.clear();
    slots_.assign(kFirstSlots, 0);
    found_no_place_ = false;
  }

  // `name` must outlive the page's tree.
  Tag intern(std::string_view name) {
    if (names_.size() * 2 >= slots_.size()) grow();
    std::uint32_t* slot = find_slot(name);
    if (slot != nullptr && *slot != 0) return tag_of(*slot);
    names_.push_back(name);
    const auto number = static_cast<std::uint32_t>(names_.size());
    if (slot != nullptr) {
      *slot = number;
    } else {
      found_no_place_ = true;
    }
    return tag_of(number);
  }

  // Tag::none when no element of that name was met.
  Tag find(std::string_view name) {
    if (names_.empty()) return Tag::none;
    const std::uint32_t* slot = find_slot(name);
    return slot != nullptr && *slot != 0 ? tag_of(*slot) : Tag::none;
  }

  const std::vector<std::string_view>& names() const { return names_; }
  bool found_no_place() const { return found_no_place_; }

 private:
  static constexpr std::size_t kFirstSlots = 256;
  static constexpr std::size_t kProbesMax = 32;

  static Tag tag_of(std::uint32_t number) {
    return static_cast<Tag>(kUnknownTagFirst + number - 1);
  }

  static std::uint64_t hash(std::string_view name) {
    std::uint64_t hash = name.size() * 0x9E3779B97F4A7C15u;
    for (std::size_t i = 0; i < name.size(); i += 8) {
      std::uint64_t word = 0;
      std::memcpy(&word, name.data() + i, std::min<std::size_t>(8, name.size() - i));
      hash = (hash ^ word) * 0xD6E8FEB86659FD93u;
      hash ^= hash >> 32;
    }
    return hash;
  }

  // The name's slot, or the free one where it belongs, or null when there is no place for it.
  std::uint32_t* find_slot(std::string_view name) {
    const std::uint64_t home = hash(name);
    for (std::size_t i = 0; i < kProbesMax; ++i) {
      std::uint32_t& slot = slots_[(home + i) & (slots_.size() - 1)];
      if (slot == 0 || names_[slot - 1] == name) return &slot;
    }
    return nullptr;
  }

  void grow() {
    slots_.assign(std::max(kFirstSlots, slots_.size() * 2), 0);
    for (std::size_t i = 0; i < names_.size(); ++i) {
      std::uint32_t* slot = find_slot(names_[i]);
      if (slot != nullptr && *slot == 0) *slot = static_cast<std::uint32_t>(i + 1);
      if (slot == nullptr) found_no_place_ = true;
    }
  }

  std::vector<std::string_view> names_;
  std::vector<std::uint32_t> slots_;  // number of a name, from 1; 0 is free
  bool found_no_place_ = false;
};

}  // namespace khabar
