#include "stages/dedupe/judge.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "core/base/check.h"
#include "core/model/record_id.h"
#include "core/text/digest.h"
#include "core/text/fold.h"
#include "stages/dedupe/document_time.h"
#include "stages/dedupe/relation.h"

namespace khabar {
namespace {

// Kinds of fingerprints, so that a URL never meets a feed's entry.
enum Seed : std::uint64_t { kUrlSeed = 11, kEntrySeed, kInputSeed, kTitleSeed, kOutletSeed };

// 0 means "none" everywhere.
std::uint64_t some(std::uint64_t digest) {
  return digest == 0 ? 1 : digest;
}

std::string_view best_url(const Document& document) {
  return document.canonical_url.empty() ? document.url : document.canonical_url;
}

std::string_view after_scheme(std::string_view url) {
  const std::size_t scheme = url.find("://");
  return scheme == std::string_view::npos ? url : url.substr(scheme + 3);
}

// A site's front page is the address of whatever stands on it today.
bool names_an_article(std::string_view url) {
  const std::string_view rest = after_scheme(url);
  const std::size_t path = rest.find_first_of("/?");
  return path != std::string_view::npos && rest.substr(path) != "/";
}

std::array<std::uint64_t, 2> identities_of(const Document& document) {
  std::array<std::uint64_t, 2> out{};
  const std::string_view url = best_url(document);
  if (names_an_article(url)) out[0] = some(hash64(url, kUrlSeed));
  const Origin& origin = document.origin;
  if (origin.record_id.empty()) return out;
  if (origin.kind == "feed") {
    out[1] = some(hash64(origin.record_id, hash64(origin.path, kEntrySeed)));
  } else if (url.empty()) {
    out[1] = some(hash64(origin.record_id, hash64(origin.path, kInputSeed)));
  }
  return out;
}

std::uint32_t outlet_of(const Document& document) {
  const SourceName& source = document.source;
  std::string_view name = source.host;
  if (name.empty()) name = source.id;
  if (name.empty()) name = source.name;
  if (name.empty()) {
    name = after_scheme(best_url(document));
    name = name.substr(0, name.find_first_of("/?:"));
  }
  if (name.empty()) return 0;
  return static_cast<std::uint32_t>(some(hash64(name, kOutletSeed) >> 32));
}

std::string_view title_of(const Document& document) {
  if (!document.given.title.empty()) return document.given.title;
  for (const MetaTag& meta : document.facts.metas) {
    if (meta.name == "og:title") return meta.content;
  }
  return document.facts.title_tag;
}

// Short texts are often not the news but what stands in its place ("details soon", a cookie
// notice): there the title must be equal too.
std::uint64_t exact_key(const Document& document) {
  const Signature& signature = document.signature;
  if (!signature.has_text()) return 0;
  const std::uint64_t text = some(signature.text_hash_low);
  const TextSketch& sketch = signature.sketch;
  if (sketch.characters >= kNearCharactersMin && sketch.has_letters) return text;
  return some(hash64(folded(title_of(document)), text ^ kTitleSeed));
}

RecordName name_of(const Document& document, std::uint32_t revision) {
  // record_id() reads the revision from the verdict; a document is too large to copy for that.
  Document bare;
  bare.canonical_url = document.canonical_url;
  bare.origin = document.origin;
  bare.verdict.revision = revision;
  const auto name = parse_record_name(record_id(bare));
  CHECK_THAT(name.has_value(), "a record id is not 26 characters of base32");
  return *name;
}

double rounded(double similarity) {
  return std::round(similarity * 1000) / 1000;
}

class Judging {
 public:
  Judging(const Document& document, const JudgeRules& rules, Memory& memory)
      : document_(document), rules_(rules), memory_(memory) {
    Claim& claim = out_.claim;
    claim.sequence = memory.next_sequence();
    claim.key = document.key;
    const auto time = document_time(document);
    claim.timed = time.has_value();
    claim.time_s = std::clamp(time.value_or(memory.clock().newest_s()), -kTimeMax_s, kTimeMax_s);
    claim.outlet = outlet_of(document);
    claim.identities = identities_of(document);
    claim.exact = exact_key(document);
    claim.text = document.signature.has_text() ? some(document.signature.text_hash_low) : 0;
    claim.name = name_of(document, 0);
    memory.history().prefetch(claim.exact, claim.identities);
  }

  Judgement run() && {
    known_ = known_article();
    if (!is_unchanged() && !is_equal_to_another() && !is_next_version()) near_or_fresh();
    Claim& claim = out_.claim;
    if (claim.kind == ClaimKind::copy && rules_.duplicates == Duplicates::drop) {
      claim.delivered = false;
    }
    return std::move(out_);
  }

 private:
  std::optional<History::KnownArticle> known_article() const {
    for (const std::uint64_t identity : out_.claim.identities) {
      if (const auto known = memory_.history().article(identity)) return known;
    }
    return std::nullopt;
  }

  // The same address with the same text, or come back without one.
  bool is_unchanged() {
    if (!known_) return false;
    const std::uint64_t text = out_.claim.text;
    if (text != 0 && text != known_->text_here && text != known_->latest_text) return false;
    const auto equal = memory_.history().text(out_.claim.exact, out_.claim.time_s);
    const bool emptied = text == 0 && known_->latest_text != 0;
    copy_of(equal ? equal->name : known_->first, 1,
            emptied ? "version_empty" : "version_unchanged");
    return true;
  }

  bool is_equal_to_another() {
    const auto equal = memory_.history().text(out_.claim.exact, out_.claim.time_s);
    // Itself: its copy was delivered before it, in a run that ended badly.
    if (!equal || equal->name == out_.claim.name) return false;
    copy_of(equal->name, 1, "copy_exact");
    return true;
  }

  bool is_next_version() {
    if (!known_ || known_->is_copy) return false;
    version_of(*known_, 0);
    return true;
  }

  void near_or_fresh() {
    const TextSketch& sketch = document_.signature.sketch;
    const bool fit = rules_.near && fit_for_near(sketch);
    const auto [neighbour, kind] = fit ? nearest() : Nearest{};
    if (kind == Relation::copy) {
      const double similarity = std::max(neighbour->jaccard, neighbour->containment);
      return copy_of(neighbour->entry->name, similarity, "copy_near");
    }
    if (kind == Relation::version) {
      const auto article = memory_.history().article(neighbour->entry->article);
      if (article && !article->is_copy) return version_of(*article, neighbour->jaccard);
    }
    // Delivered once as a marked copy, and by now another text: its next version.
    if (known_ && rules_.duplicates == Duplicates::mark) return version_of(*known_, 0);
    Claim& claim = out_.claim;
    claim.kind = ClaimKind::fresh;
    claim.article = first_identity();
    if (claim.article == 0) claim.article = some(claim.name.low);
    out_.verdict.kind = VerdictKind::fresh;
    out_.verdict.id = to_string(claim.name);
    enter_window(fit);
  }

  struct Nearest {
    const Neighbour* neighbour = nullptr;
    Relation relation = Relation::none;
  };

  // The one most alike; of equals, the first claimed.
  Nearest nearest() {
    const TextSketch& sketch = document_.signature.sketch;
    Nearest best;
    for (const Neighbour& neighbour : memory_.window().neighbours(sketch, out_.claim.time_s)) {
      const NearEntry& entry = *neighbour.entry;
      Likeness likeness;
      likeness.same_outlet = entry.outlet != 0 && entry.outlet == out_.claim.outlet;
      likeness.jaccard = neighbour.jaccard;
      likeness.containment = neighbour.containment;
      likeness.lead = estimated_lead_jaccard(entry.lead.data(), sketch.lead.data());
      likeness.numbers = number_overlap(entry.numbers.data(), entry.number_count,
                                        sketch.numbers.data(), sketch.number_count);
      const Relation found = relation(likeness);
      if (found == Relation::none) continue;
      if (best.neighbour != nullptr && neighbour.jaccard <= best.neighbour->jaccard) continue;
      best = {&neighbour, found};
    }
    return best;
  }

  std::uint64_t first_identity() const {
    const auto& identities = out_.claim.identities;
    return identities[0] != 0 ? identities[0] : identities[1];
  }

  void copy_of(RecordName original, double similarity, const char* reason) {
    Claim& claim = out_.claim;
    claim.kind = ClaimKind::copy;
    claim.original = original;
    // A known article stays what it is, whatever copy came from its address.
    claim.article = known_ ? 0 : first_identity();
    if (known_) claim.identities = {};
    if (claim.name == original || known_) claim.name = copy_name(claim.name, claim.key);
    out_.verdict.kind = VerdictKind::copy;
    out_.verdict.id = to_string(claim.name);
    out_.verdict.duplicate_of = to_string(original);
    out_.verdict.similarity = rounded(similarity);
    out_.reason = reason;
  }

  void version_of(const History::KnownArticle& article, double similarity) {
    Claim& claim = out_.claim;
    claim.kind = ClaimKind::version;
    claim.original = article.first;
    claim.article = article.article;
    claim.revision = article.revision + 1;
    claim.name = name_of(document_, claim.revision);
    Verdict& verdict = out_.verdict;
    verdict.kind = VerdictKind::version;
    verdict.revision = claim.revision;
    verdict.revision_of = to_string(article.first);
    verdict.similarity = rounded(similarity);
    verdict.id = rules_.versions == Versions::latest ? verdict.revision_of : to_string(claim.name);
    if (rules_.versions == Versions::latest) claim.name = article.first;
    enter_window(rules_.near && fit_for_near(document_.signature.sketch) && !is_entered());
  }

  // A live page has hundreds of versions: one that is all but equal to an entered one adds nothing.
  bool is_entered() {
    constexpr double kAllButEqual = .9;
    const auto& all = memory_.window().neighbours(document_.signature.sketch, out_.claim.time_s);
    return std::any_of(all.begin(), all.end(), [&](const Neighbour& neighbour) {
      return neighbour.entry->article == out_.claim.article && neighbour.jaccard >= kAllButEqual;
    });
  }

  void enter_window(bool enter) {
    out_.claim.near = enter;
    if (enter) out_.claim.sketch = document_.signature.sketch;
  }

  const Document& document_;
  const JudgeRules& rules_;
  Memory& memory_;
  std::optional<History::KnownArticle> known_;
  Judgement out_;
};

}  // namespace

Judgement judge(const Document& document, const JudgeRules& rules, Memory& memory) {
  return Judging(document, rules, memory).run();
}

}  // namespace khabar
