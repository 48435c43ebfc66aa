#include "stages/dedupe/memory.h"

#include "core/base/check.h"

namespace khabar {

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
  if (!keys_.insert_or_assign(claim.key, claim.delivered).second) return;
  if (key_ring_.size() < kKeysMax) {
    key_ring_.push_back(claim.key);
    return;
  }
  keys_.erase(key_ring_[key_next_]);
  key_ring_[key_next_] = claim.key;
  key_next_ = (key_next_ + 1) % kKeysMax;
}

void Memory::release(const Claim& claim) {
  history_.release(claim);
  window_.release(claim);
  keys_.erase(claim.key);  // its place in the ring stays; erasing twice does no harm
}

std::optional<bool> Memory::delivered(std::uint64_t key) const {
  const auto found = keys_.find(key);
  if (found == keys_.end()) return std::nullopt;
  return found->second;
}

}  // namespace khabar
