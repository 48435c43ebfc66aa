#include "stages/dedupe/memory.h"

#include "core/base/check.h"

namespace khabar {
namespace {

constexpr std::uint64_t kDropped = 1, kDelivered = 2;

// Keys are digests, but for 0, which the table keeps for itself.
std::uint64_t key_fingerprint(std::uint64_t key) {
  const std::uint64_t mixed = (key ^ key >> 29) * 0x9E3779B97F4A7C15U;
  return mixed == 0 ? 1 : mixed;
}

}  // namespace

void Memory::apply(const Claim& claim) {
  CHECK(claim.sequence > last_sequence_);
  last_sequence_ = claim.sequence;
  ++claims_[static_cast<std::size_t>(claim.kind)];
  if (claim.timed) clock_.observe(claim.time_s);
  remember_key(claim);
  history_.add(claim, clock_.known() ? clock_.newest_s() : claim.time_s);
  window_.add(claim);
}

void Memory::remember_key(const Claim& claim) {
  if (keys_.size() >= kKeysMax / 2) {
    older_keys_ = std::exchange(keys_, {});
  }
  keys_.put(key_fingerprint(claim.key)).standing = claim.delivered ? kDelivered : kDropped;
}

void Memory::release(const Claim& claim) {
  history_.release(claim);
  window_.release(claim);
  for (Keys* keys : {&keys_, &older_keys_}) {
    if (KeyEntry* entry = keys->find(key_fingerprint(claim.key))) entry->standing = 0;
  }
}

std::optional<bool> Memory::delivered(std::uint64_t key) const {
  for (const Keys* keys : {&keys_, &older_keys_}) {
    const KeyEntry* entry = keys->find(key_fingerprint(key));
    if (entry != nullptr && entry->standing != 0) return entry->standing == kDelivered;
  }
  return std::nullopt;
}

}  // namespace khabar
