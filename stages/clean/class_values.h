// What the value of a class, id, role or itemprop attribute says, in one look: pages say the same
// few values over and over.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "stages/clean/class_hints.h"
#include "stages/clean/class_words.h"

namespace khabar {

struct ClassValue {
  std::uint64_t hash = 0;  // of the value, on this machine
  ClassGroups groups = 0;
  ClassHints hints = 0;
};

// The last answers, indexed by the value's hash; kept from page to page. One thread.
class ClassValueMemo {
 public:
  // Valid until the next call.
  const ClassValue& of(std::string_view value);

 private:
  static constexpr std::size_t kSlots = 1024;  // a power of two
  std::vector<ClassValue> slots_ = std::vector<ClassValue>(kSlots);
};

}  // namespace khabar
