// How the 128 bins are cut into bands: what 32 bands of 4 and 25 of 5 find and what they cost, on
// the articles and pairs of the evaluation set (docs/decisions/009).
//
//   found        listed pairs within 72 hours that share a band; alike: those of them that the
//                estimates would call a copy
//   candidates   of a million unrelated documents, how many share a band with one (from random
//                pairs of articles)
#include <cstdio>
#include <cstring>
#include <fstream>
#include <map>
#include <random>
#include <sstream>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/model/signature.h"
#include "stages/dedupe/relation.h"
#include "tests/stages/dedupe/eval_articles.h"

namespace khabar {
namespace {

struct Cut {
  std::size_t bands, rows;
};
constexpr Cut kCuts[] = {{32, 4}, {25, 5}, {20, 6}, {16, 8}};
constexpr std::size_t kRandomPairs = 4'000'000;

bool share_a_band(const TextSketch& a, const TextSketch& b, Cut cut) {
  for (std::size_t band = 0; band < cut.bands; ++band) {
    if (std::memcmp(a.bins.data() + band * cut.rows, b.bins.data() + band * cut.rows, cut.rows) ==
        0)
      return true;
  }
  return false;
}

bool is_copy(const TextSketch& a, const TextSketch& b) {
  Likeness likeness;
  likeness.same_outlet = false;
  likeness.jaccard = estimated_jaccard(a, b);
  likeness.containment = estimated_containment(likeness.jaccard, a.shingles, b.shingles);
  likeness.numbers =
      number_overlap(a.numbers.data(), a.number_count, b.numbers.data(), b.number_count);
  return relation(likeness) == Relation::copy;
}

struct Pair {
  const TextSketch *a, *b;
};

using Sketches = std::unordered_map<std::string, TextSketch>;

std::map<std::string, std::vector<Pair>> listed_pairs(const Sketches& sketches) {
  std::ifstream file(dedupe_eval_dir() + "/pairs.dev.tsv");
  std::map<std::string, std::vector<Pair>> out;
  std::string line;
  std::getline(file, line);  // names of the columns
  while (std::getline(file, line)) {
    std::vector<std::string> cells;
    std::istringstream row(line);
    for (std::string cell; std::getline(row, cell, '\t');) cells.push_back(cell);
    if (cells.size() < 8 || std::stod(cells[7]) > 72) continue;
    const auto a = sketches.find(cells[1]), b = sketches.find(cells[2]);
    if (a == sketches.end() || b == sketches.end()) continue;
    if (cells[0].ends_with("-cross")) out[cells[0]].push_back({&a->second, &b->second});
  }
  return out;
}

int run() {
  Signer signer;
  Sketches sketches;
  std::vector<const TextSketch*> fit;
  for (const EvalArticle& article : eval_articles()) {
    sketches[article.id] = signer.sign(article.text).sketch;
  }
  if (sketches.empty()) return std::puts("the evaluation data is absent: set KHABAR_EVAL_DIR"), 0;
  for (const auto& [id, sketch] : sketches) {
    if (fit_for_near(sketch)) fit.push_back(&sketch);
  }
  for (const auto& [kind, pairs] : listed_pairs(sketches)) {
    std::size_t alike = 0;
    for (const Pair& pair : pairs) alike += is_copy(*pair.a, *pair.b);
    std::printf("%s: %zu pairs, %zu alike\n", kind.c_str(), pairs.size(), alike);
    for (const Cut cut : kCuts) {
      std::size_t found = 0, both = 0;
      for (const Pair& pair : pairs) {
        const bool shares = share_a_band(*pair.a, *pair.b, cut);
        found += shares;
        both += shares && is_copy(*pair.a, *pair.b);
      }
      std::printf("  %2zu x %zu  found %zu, alike and found %zu\n", cut.bands, cut.rows, found,
                  both);
    }
  }
  std::mt19937_64 random(3);
  std::map<std::size_t, std::size_t> sharing;
  for (std::size_t i = 0; i < kRandomPairs; ++i) {
    const TextSketch& a = *fit[random() % fit.size()];
    const TextSketch& b = *fit[random() % fit.size()];
    if (&a == &b) continue;
    for (const Cut cut : kCuts) sharing[cut.bands] += share_a_band(a, b, cut);
  }
  std::printf("of a million unrelated documents\n");
  for (const Cut cut : kCuts) {
    // Four bytes a slot; tables are filled to four fifths, then grow by half.
    std::printf("  %2zu x %zu  candidates %.1f, bytes of slots a document %zu to %zu\n", cut.bands,
                cut.rows, static_cast<double>(sharing[cut.bands]) * 1e6 / kRandomPairs,
                cut.bands * 4 * 5 / 4, cut.bands * 4 * 15 / 8);
  }
  return 0;
}

}  // namespace
}  // namespace khabar

int main() {
  return khabar::run();
}
