// Which documents a file of JSON lines holds, as far as a restart can ask: the keys of its newest
// records. Free functions and a value; one thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <string_view>
#include <unordered_set>

#include "core/base/limits.h"
#include "core/model/document_json.h"

namespace khabar {

// After a kill a source begins again at its last durable cursor. That lags by what was open and by
// what settled since the cursors were last flushed; many times limits::kOpenDocumentsMax covers
// both. 64 Ki keys take some 4 MB.
inline constexpr std::size_t kHeldKeysMax = 64 * limits::kOpenDocumentsMax;

// The newest kHeldKeysMax keys that were added.
class HeldKeys {
 public:
  bool contains(std::uint64_t key) const { return keys_.contains(key); }
  bool full() const { return keys_.size() >= kHeldKeysMax; }
  void add(std::uint64_t key);        // newer than all
  void add_older(std::uint64_t key);  // older than all; nothing when full
  void add_older(const HeldKeys& older);

 private:
  std::unordered_set<std::uint64_t> keys_;
  std::deque<std::uint64_t> by_age_;  // oldest first
};

// The keys of those lines of `bytes` that end with '\n', from the last one backwards, until `keys`
// is full. Lines without a key are passed over.
using KeyOfLine = std::optional<std::uint64_t> (*)(std::string_view line);
void add_keys_of_lines(std::string_view bytes, HeldKeys& keys, KeyOfLine key_of = key_of_line);

// How many bytes of a file of ours are whole lines. A kill tears the last line; a power cut may
// leave blocks of NUL, which no JSON line holds, within what was never synced. So what follows the
// last '\n', and all from the first line with a NUL among the newest kHeldKeysMax, does not count.
std::size_t whole_lines_size(std::string_view bytes);

}  // namespace khabar
