#include <algorithm>
#include <array>
#include <cstddef>

#include "core/io/toml.h"

namespace khabar {
namespace {

constexpr std::size_t kNameMax = 64;  // longer names are no typing slips: no answer, no cost

// Optimal string alignment: insertions, deletions, substitutions and swaps of two neighbours.
// (Damerau 1964; the restricted form, after Wagner and Fischer's table.) Three rows suffice.
std::size_t slips_between(std::string_view a, std::string_view b) {
  std::array<std::array<std::size_t, kNameMax + 1>, 3> rows{};
  for (std::size_t j = 0; j <= b.size(); ++j) rows[0][j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    auto& row = rows[i % 3];
    const auto& above = rows[(i + 2) % 3];
    const auto& two_above = rows[(i + 1) % 3];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t change = a[i - 1] == b[j - 1] ? 0 : 1;
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + change});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[j] = std::min(row[j], two_above[j - 2] + 1);
    }
  }
  return rows[a.size() % 3][b.size()];
}

}  // namespace

std::string nearest_name(std::string_view name, const std::vector<std::string>& known) {
  if (name.size() > kNameMax) return {};
  // One slip in three letters: nearer than that is a typing error, farther another word.
  std::size_t best = std::max<std::size_t>(1, std::min<std::size_t>(name.size() / 3, 4)) + 1;
  std::string nearest;
  for (const std::string& candidate : known) {
    if (candidate.size() > kNameMax) continue;
    const std::size_t slips = slips_between(name, candidate);
    if (slips < best) {
      best = slips;
      nearest = candidate;
    }
  }
  return nearest;
}

}  // namespace khabar
