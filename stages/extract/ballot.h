// Votes on who wrote a story: each source's list of names with the weight of such sources; lists
// that overlap support each other. For credits. One thread.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "stages/extract/byline.h"
#include "stages/extract/title.h"

namespace khabar {

class Ballot {
 public:
  // All must outlive this.
  Ballot(const SiteNames& names, const Bylines& bylines);

  // `texts`: lists of names and nothing else ("A, B and C"). `in_margin`: they stand beside the
  // story, and count only where nobody is named in it.
  void vote_lists(double weight, const std::vector<std::string>& texts, bool in_margin = false);
  // `names`: one each.
  void vote_names(double weight, const std::vector<std::string>& names, bool in_margin = false);

  std::vector<std::string> winners() const;
  const std::string& agency() const { return agency_; }

 private:
  enum Tier : std::uint8_t {
    people,
    staff,
    margin,
    kTiers
  };  // a tier counts where those before
      // it name nobody
  struct Vote {
    double weight = 0;
    std::vector<std::string> names, keys;
  };

  Tier tier_of(const std::string& name, const std::string& key, bool in_margin) const;
  bool names_site(const std::string& name, const std::string& key) const;
  void add(std::array<Vote, kTiers>& votes, std::string_view name, bool in_margin) const;
  void cast(std::array<Vote, kTiers>& votes, double weight);
  void note_agency(const std::string& text);
  std::string best_spelling(const Vote& chosen, std::size_t index, Tier tier) const;

  const Bylines& bylines_;
  std::vector<std::string> site_keys_;
  std::array<std::vector<Vote>, kTiers> votes_;
  std::string agency_;
};

}  // namespace khabar
