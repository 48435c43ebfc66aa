// All that dedupe remembers, in memory: what claims add up to. Applying the same claims in the same
// order gives the same memory, live or from the log. Not thread-safe; the dedupe thread's.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <utility>

#include "stages/dedupe/claim.h"
#include "stages/dedupe/history.h"
#include "stages/dedupe/near_window.h"
#include "stages/dedupe/news_clock.h"

namespace khabar {

struct MemoryBounds {
  HistoryBounds history;
  WindowBounds window;
};

class Memory {
 public:
  explicit Memory(MemoryBounds bounds) : history_(bounds.history), window_(bounds.window) {}

  // claim.sequence is greater than any before.
  void apply(const Claim& claim);
  void release(const Claim& claim);

  std::uint64_t next_sequence() const { return last_sequence_ + 1; }

  // Was a document of this key claimed of late, and was it delivered? A source whose cursor lags
  // gives again what had settled; kKeysMax is far more than may be open at once.
  std::optional<bool> delivered(std::uint64_t key) const;
  static constexpr std::size_t kKeysMax = 65'536;

  const History& history() const { return history_; }
  History& history() { return history_; }
  NearWindow& window() { return window_; }
  const NearWindow& window() const { return window_; }
  const NewsClock& clock() const { return clock_; }
  std::uint64_t claims(ClaimKind kind) const { return claims_[static_cast<std::size_t>(kind)]; }

 private:
  struct KeyEntry {
    std::uint64_t fingerprint;  // of the key
    std::uint64_t standing;     // 0: released
  };
  using Keys = FingerprintTable<KeyEntry>;

  void remember_key(const Claim& claim);

  History history_;
  NearWindow window_;
  NewsClock clock_;
  Keys keys_, older_keys_;  // half of kKeysMax each; the older go whole
  std::uint64_t last_sequence_ = 0;
  std::array<std::uint64_t, 3> claims_{};  // applied, by kind
};

}  // namespace khabar
