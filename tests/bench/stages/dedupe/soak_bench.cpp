// A long run: articles of the evaluation set, edited anew each time they come, through a near
// window of ten simulated minutes. Verdicts are checked as they come: a text that comes back later
// than the window is new unless it is equal to the letter, one within it is a copy. Prints memory
// as it goes, and fails when a verdict crossed the window or the window's memory grew.
//
//   bench_stages_dedupe_soak [documents, default 1000000] [folder of the log, default: memory only]
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <random>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/base/clock.h"
#include "core/flow/metrics.h"
#include "core/model/signature.h"
#include "core/text/digest.h"
#include "core/text/partial_time.h"
#include "stages/dedupe/dedupe_stage.h"
#include "stages/dedupe/near_window.h"
#include "tests/stages/dedupe/eval_articles.h"

namespace khabar {
namespace {

constexpr std::int64_t kWindow_s = 600, kStart_s = 1'714'500'000;
// An article comes back a fifth of a window after the window has passed.
constexpr double kRound_s = 1.2 * kWindow_s;

struct Words {
  std::vector<std::string> all;
};

Words words_of(const std::string& text) {
  Words out;
  std::string word;
  for (const char c : text) {
    if (c == ' ' || c == '\n') {
      if (!word.empty()) out.all.push_back(std::move(word));
      word.clear();
    } else {
      word += c;
    }
  }
  if (!word.empty()) out.all.push_back(std::move(word));
  return out;
}

// Articles that are faintly alike at most, so that only what this bench does makes copies.
std::vector<Words> distinct_articles() {
  WindowBounds bounds;
  bounds.window_s = std::int64_t{1} << 40;
  NearWindow window(bounds);
  Signer signer;
  std::vector<Words> out;
  std::uint64_t sequence = 0;
  for (const EvalArticle& article : eval_articles()) {
    if (article.text.size() < 1500 || article.text.size() > 5000) continue;
    Claim claim;
    claim.sequence = ++sequence;
    claim.near = true;
    claim.sketch = signer.sign(article.text).sketch;
    const auto& near = window.neighbours(claim.sketch, 0);
    const bool alike = std::any_of(near.begin(), near.end(), [](const Neighbour& one) {
      return one.jaccard > .25 || one.containment > .5;
    });
    if (alike) continue;
    window.add(claim);
    out.push_back(words_of(article.text));
  }
  return out;
}

class Stream {
 public:
  explicit Stream(std::vector<Words> articles) : articles_(std::move(articles)) {}

  double per_second() const { return static_cast<double>(articles_.size()) / kRound_s; }

  enum class Kind { again_beyond, copy_within, equal };
  struct Made {
    std::string text;
    Kind kind;
  };

  Made next() {
    const auto choice = random_() % 100;
    // No copies of copies: an edited edit is another distance away.
    if (choice < 15 && !told_.empty()) {
      const auto back = 1 + random_() % std::min(told_.size(), recent());
      const std::string& from = told_[told_.size() - back];
      if (choice < 5) return {from, Kind::equal};
      return {edited(words_of(from), 4), Kind::copy_within};
    }
    std::string text = edited(articles_[at_], 4);
    at_ = (at_ + 1) % articles_.size();
    told_.push_back(text);
    if (told_.size() > 2 * recent()) told_.erase(told_.begin(), told_.begin() + half(told_.size()));
    return {std::move(text), Kind::again_beyond};
  }

 private:
  // Of the last half of a window.
  std::size_t recent() const { return static_cast<std::size_t>(per_second() * kWindow_s * .5); }
  static std::ptrdiff_t half(std::size_t n) { return static_cast<std::ptrdiff_t>(n / 2); }

  // So many words in a hundred from other articles, and one that no other edit has: a short article
  // may come out of two edits unchanged.
  std::string edited(const Words& words, unsigned percent) {
    std::string out;
    for (const std::string& word : words.all) {
      const Words& other = articles_[random_() % articles_.size()];
      if (!out.empty()) out += ' ';
      out += random_() % 100 < percent ? other.all[random_() % other.all.size()] : word;
    }
    out += " edit" + std::to_string(++edits_);
    return out;
  }

  std::vector<Words> articles_;
  std::vector<std::string> told_;
  std::size_t at_ = 0;
  std::uint64_t edits_ = 0;
  std::mt19937_64 random_{11};
};

struct Tally {
  std::uint64_t made = 0, fresh = 0, copies = 0, crossed = 0;
};

std::uint64_t resident_bytes() {
  std::uint64_t pages = 0, resident = 0;
  std::ifstream("/proc/self/statm") >> pages >> resident;
  return resident * 4096;
}

double sample(const Metrics& metrics, const std::string& name, const std::string& label) {
  for (const MetricSample& one : metrics.samples()) {
    if (one.name != name) continue;
    if (label.empty() || (!one.labels.empty() && one.labels[0].second == label)) return one.value;
  }
  return 0;
}

int run(std::uint64_t documents, const std::string& folder) {
  Stream stream(distinct_articles());
  if (stream.per_second() == 0) {
    return std::puts("the evaluation data is absent: set KHABAR_EVAL_DIR"), 0;
  }
  SystemClock clock;
  Metrics metrics;
  DedupeOptions options;
  options.rules.duplicates = Duplicates::mark;
  options.folder = folder;
  options.bounds.window.window_s = kWindow_s;
  options.bounds.window.late_documents = 1000;
  auto factory = make_dedupe_stage(options, clock, metrics);
  if (!factory) return std::puts(factory.error().message.c_str()), 1;
  auto stage = std::move(*(*factory)->make_worker());
  Signer signer;
  std::map<Stream::Kind, Tally> tallies;
  std::unordered_map<std::uint64_t, double> told_at;  // by record id
  told_at.reserve(documents);
  double most = 0, most_early = 0;
  std::printf("%.1f documents a simulated second\n", stream.per_second());
  for (std::uint64_t number = 1; number <= documents; ++number) {
    const double second = static_cast<double>(number) * .85 / stream.per_second();
    const Stream::Made made = stream.next();
    Document document;
    document.key = number;
    document.source.id = "outlet" + std::to_string(number);
    document.canonical_url = "http://outlet.example/" + std::to_string(number);
    document.fetched =
        PartialTime::of(TimePoint(std::chrono::seconds(kStart_s + static_cast<int>(second)))).iso();
    document.signature = signer.sign(made.text);
    auto decision = stage->process(document);
    if (!decision) return std::puts(decision.error().message.c_str()), 1;
    if (decision->on_settled) decision->on_settled(Fate::delivered);
    Tally& tally = tallies[made.kind];
    ++tally.made;
    const Verdict& verdict = document.verdict;
    told_at[hash64(verdict.id)] = second;
    if (verdict.kind == VerdictKind::fresh) {
      ++tally.fresh;
    } else {
      ++tally.copies;
      const double apart = second - told_at[hash64(verdict.duplicate_of)];
      tally.crossed += made.kind != Stream::Kind::equal && apart > kWindow_s + 1 ? 1 : 0;
    }
    if (number % 100'000 != 0) continue;
    const double bytes = sample(metrics, "khabar_dedupe_bytes", "window");
    most = std::max(most, bytes);
    if (number <= 300'000) most_early = std::max(most_early, bytes);
    std::printf("%9llu: window %.0f documents, %.1f MB; history %.1f MB; resident %.0f MB\n",
                static_cast<unsigned long long>(number),
                sample(metrics, "khabar_dedupe_window_documents", ""), bytes / 1e6,
                sample(metrics, "khabar_dedupe_bytes", "history") / 1e6,
                static_cast<double>(resident_bytes()) / 1e6);
  }
  const auto print = [&](const char* name, Stream::Kind kind) {
    const Tally& t = tallies[kind];
    std::printf("%s: %llu, of them new %llu, copies %llu\n", name,
                static_cast<unsigned long long>(t.made), static_cast<unsigned long long>(t.fresh),
                static_cast<unsigned long long>(t.copies));
  };
  print("edited anew, beyond the window", Stream::Kind::again_beyond);
  print("edited anew, within the window", Stream::Kind::copy_within);
  print("equal to the letter", Stream::Kind::equal);
  const bool flat = documents <= 300'000 || most <= 1.1 * most_early;
  std::uint64_t crossed = 0;
  for (const auto& [kind, tally] : tallies) crossed += tally.crossed;
  std::printf("near copies of what lies beyond the window: %llu; memory of the window %s\n",
              static_cast<unsigned long long>(crossed), flat ? "flat" : "GREW");
  return crossed == 0 && flat ? 0 : 1;
}

}  // namespace
}  // namespace khabar

int main(int argc, char** argv) {
  const std::uint64_t documents = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 1'000'000;
  return khabar::run(documents, argc > 2 ? argv[2] : "");
}
