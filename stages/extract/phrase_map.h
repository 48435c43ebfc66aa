// From folded phrases to values: the look-up of names of agencies and places. Built once, then
// const: any number of threads may read.
#pragma once

#include <algorithm>
#include <bitset>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "core/text/fold.h"

namespace khabar {

template <class Value>
class PhraseMap {
 public:
  // `display` is folded to its words; a name without words is passed over. The first value stays.
  Value* add(std::string_view display, Value value) {
    std::string key = folded(display, FoldMarks::drop);
    if (key.empty()) return nullptr;
    const auto blanks = std::count(key.begin(), key.end(), ' ');
    words_max_ = std::max(words_max_, static_cast<std::size_t>(blanks) + 1);
    first_words_.set(slot_of(std::string_view(key).substr(0, key.find(' '))));
    return &values_.try_emplace(std::move(key), std::move(value)).first->second;
  }

  // `key`: words folded with FoldMarks::drop, joined by one blank.
  const Value* find(std::string_view key) const {
    const auto found = values_.find(key);
    return found == values_.end() ? nullptr : &found->second;
  }

  // False: no phrase begins with this word. Seldom true of another: a filter before find().
  bool may_begin(std::string_view word) const { return first_words_.test(slot_of(word)); }

  std::size_t words_max() const { return words_max_; }
  std::size_t size() const { return values_.size(); }

 private:
  static constexpr std::size_t kSlots = std::size_t{1} << 17;
  static std::size_t slot_of(std::string_view word) {
    return std::hash<std::string_view>{}(word) % kSlots;
  }

  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view s) const { return std::hash<std::string_view>{}(s); }
  };

  std::unordered_map<std::string, Value, Hash, std::equal_to<>> values_;
  std::bitset<kSlots> first_words_;
  std::size_t words_max_ = 1;
};

}  // namespace khabar
