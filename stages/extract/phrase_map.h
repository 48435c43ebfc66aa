// From folded phrases to values: the look-up of names of agencies and places. Built once, then
// const: any number of threads may read.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "core/text/first_words.h"
#include "core/text/fold.h"
#include "core/text/phrase_table.h"

namespace khabar {

template <class Value>
class PhraseMap {
 public:
  // `display` is folded to its words; a name without words is passed over. The first value stays.
  // What is returned holds until the next call.
  Value* add(std::string_view display, Value value) {
    std::string key = folded(display, FoldMarks::drop);
    if (key.empty()) return nullptr;
    const auto blanks = std::count(key.begin(), key.end(), ' ');
    words_max_ = std::max(words_max_, static_cast<std::size_t>(blanks) + 1);
    first_words_.note(key);
    const std::size_t known = values_.size();
    Value& kept = values_[key];
    if (values_.size() > known) kept = std::move(value);
    return &kept;
  }

  // `key`: words folded with FoldMarks::drop, joined by one blank.
  const Value* find(std::string_view key) const {
    return first_words_.may_hold(key) ? values_.find(key) : nullptr;
  }

  // Words of the longest phrase that begins with `word`, 0: none does. Seldom too many.
  std::size_t words_max_from(std::string_view word) const {
    return first_words_.words_max_from(word);
  }

  std::size_t words_max() const { return words_max_; }
  std::size_t size() const { return values_.size(); }

 private:
  PhraseTable<Value> values_;
  FirstWords<15> first_words_;
  std::size_t words_max_ = 1;
};

}  // namespace khabar
