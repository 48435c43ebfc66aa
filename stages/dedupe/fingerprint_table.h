// Open addressing by 64-bit fingerprints, for entries that are small and never erased one by one.
// Not thread-safe. Grows by half at three quarters full, so a slot in use costs at most twice its
// size and on average 1.6 times.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace khabar {

// Entry: trivially copyable, with `std::uint64_t fingerprint`; 0 marks a free slot.
template <class Entry>
class FingerprintTable {
 public:
  // Null when absent. The pointer holds until the next put().
  Entry* find(std::uint64_t fingerprint) {
    if (slots_.empty()) return nullptr;
    Entry& slot = slots_[place(fingerprint)];
    return slot.fingerprint == fingerprint ? &slot : nullptr;
  }
  const Entry* find(std::uint64_t fingerprint) const {
    return const_cast<FingerprintTable*>(this)->find(fingerprint);
  }
  // Found, or made with everything but the fingerprint zero. `fingerprint` is not 0.
  Entry& put(std::uint64_t fingerprint) {
    if ((size_ + 1) * 4 > slots_.size() * 3) grow();
    Entry& slot = slots_[place(fingerprint)];
    if (slot.fingerprint == 0) {
      slot.fingerprint = fingerprint;
      ++size_;
    }
    return slot;
  }
  void prefetch(std::uint64_t fingerprint) const {
    if (!slots_.empty()) __builtin_prefetch(&slots_[start(fingerprint)]);
  }
  std::size_t size() const { return size_; }
  std::size_t bytes() const { return slots_.size() * sizeof(Entry); }

 private:
  // Where the fingerprint stands, or the free slot where it would.
  std::size_t place(std::uint64_t fingerprint) const {
    std::size_t at = start(fingerprint);
    while (slots_[at].fingerprint != 0 && slots_[at].fingerprint != fingerprint) {
      at = at + 1 == slots_.size() ? 0 : at + 1;
    }
    return at;
  }
  std::size_t start(std::uint64_t fingerprint) const {
    __extension__ using Wide = unsigned __int128;
    return static_cast<std::size_t>((static_cast<Wide>(fingerprint) * slots_.size()) >> 64);
  }
  void grow() {
    std::vector<Entry> old(slots_.size() < 16 ? 16 : slots_.size() + slots_.size() / 2);
    old.swap(slots_);
    for (const Entry& entry : old) {
      if (entry.fingerprint != 0) slots_[place(entry.fingerprint)] = entry;
    }
  }

  std::vector<Entry> slots_;
  std::size_t size_ = 0;
};

}  // namespace khabar
