// What a page claims its story is: articleBody of its JSON-LD and its own description. Evidence for
// the block model, not truth: many pages cut or garble the one, and advertise in the other.
// One ClaimIndex a worker: it keeps its memory. One thread at a time; never blocks, never fails.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/model/page_facts.h"

namespace khabar {

inline constexpr std::size_t kClaimedBodyBytesMax = 200'000;

struct StoryClaims {
  std::string_view title;
  std::string_view description;
  std::string body;  // empty: nothing claimed
};

// Views into `facts`.
StoryClaims story_claims(const PageFacts& facts);

// The longest "articleBody" string of the scripts, unescaped; cut at kClaimedBodyBytesMax. A scan
// for the key, not a parse: scripts that no JSON parser takes still tell.
std::string claimed_body(const std::vector<std::string>& json_ld);

// Runs of one to three words of the claims, to ask what share of a block they hold.
class ClaimIndex {
 public:
  void build(std::string_view body, std::string_view description);
  bool has_body() const { return has_body_; }
  bool has_description() const { return has_description_; }

  struct Shares {
    float body = 0, description = 0;  // of the runs of three words (or fewer: all)
  };
  Shares shares_of(std::span<const std::uint64_t> words) const;  // WordHashes of a block

 private:
  void hash_words(std::string_view text, std::size_t words_max);
  void insert(std::uint64_t hash, std::uint8_t claim);
  std::uint8_t find(std::uint64_t hash) const;

  std::vector<std::uint64_t> keys_;  // open addressing; 0: free
  std::vector<std::uint8_t> claims_;
  std::vector<std::uint64_t> words_;
  std::size_t mask_ = 0;
  bool has_body_ = false, has_description_ = false;
};

}  // namespace khabar
