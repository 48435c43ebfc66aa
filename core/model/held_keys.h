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

// After a kill a source begins again at its last durable cursor, so a sink remembers the keys of as
// many records as Services::replay_documents_max says, and never fewer than these: the run before
// may have been configured with more than this one. 64 Ki keys take some 4 MB.
inline constexpr std::size_t kHeldKeysLeast = 64 * limits::kOpenDocumentsMax;

// The newest keys that were added, `keys_max` of them.
class HeldKeys {
 public:
  explicit HeldKeys(std::size_t keys_max = kHeldKeysLeast) : keys_max_(keys_max) {}

  std::size_t keys_max() const { return keys_max_; }
  bool contains(std::uint64_t key) const { return keys_.contains(key); }
  bool full() const { return keys_.size() >= keys_max_; }
  void add(std::uint64_t key);        // newer than all
  void add_older(std::uint64_t key);  // older than all; nothing when full
  void add_older(const HeldKeys& older);

 private:
  std::size_t keys_max_;
  std::unordered_set<std::uint64_t> keys_;
  std::deque<std::uint64_t> by_age_;  // oldest first
};

// The keys of those lines of `bytes` that end with '\n', from the last one backwards, until `keys`
// is full. Lines without a key are passed over.
using KeyOfLine = std::optional<std::uint64_t> (*)(std::string_view line);
void add_keys_of_lines(std::string_view bytes, HeldKeys& keys, KeyOfLine key_of = key_of_line);

// How many bytes of a file of ours are whole lines. A kill tears the last line; a power cut may
// leave blocks of NUL, which no JSON line holds, within what was never synced. So what follows the
// last '\n', and all from the first line with a NUL among the newest `lines_max`, does not count.
std::size_t whole_lines_size(std::string_view bytes, std::size_t lines_max = kHeldKeysLeast);

}  // namespace khabar
