#include "stages/dedupe/history.h"

#include <algorithm>
#include <utility>

namespace khabar {
namespace {

constexpr std::uint32_t kAlias = 1, kCopy = 2;
constexpr std::int64_t kDay = 86'400;

// Unix seconds in 32 bits: 1970 to 2106. What lies outside is only ever compared with equal texts.
std::uint32_t packed_time(std::int64_t time_s) {
  return static_cast<std::uint32_t>(std::clamp<std::int64_t>(time_s, 0, UINT32_MAX));
}

}  // namespace

std::optional<History::KnownText> History::text(std::uint64_t exact, std::int64_t time_s) const {
  if (exact == 0) return std::nullopt;
  for (auto generation = generations_.rbegin(); generation != generations_.rend(); ++generation) {
    const TextEntry* entry = generation->texts.find(exact);
    if (entry == nullptr || entry->name.none()) continue;
    const std::int64_t apart = std::int64_t{packed_time(time_s)} - std::int64_t{entry->time_s};
    if (bounds_.days != 0 && std::abs(apart) > bounds_.days * kDay) continue;
    return KnownText{entry->name, entry->outlet, entry->time_s};
  }
  return std::nullopt;
}

std::optional<History::KnownText> History::text_of_any_time(std::uint64_t exact) const {
  if (exact == 0) return std::nullopt;
  for (auto generation = generations_.rbegin(); generation != generations_.rend(); ++generation) {
    const TextEntry* entry = generation->texts.find(exact);
    if (entry == nullptr || entry->name.none()) continue;
    return KnownText{entry->name, entry->outlet, entry->time_s};
  }
  return std::nullopt;
}

const History::ArticleEntry* History::find_article(std::uint64_t identity) const {
  if (identity == 0) return nullptr;
  for (auto generation = generations_.rbegin(); generation != generations_.rend(); ++generation) {
    const ArticleEntry* entry = generation->articles.find(identity);
    if (entry != nullptr) return entry->first.none() ? nullptr : entry;
  }
  return nullptr;
}

std::optional<History::KnownArticle> History::article(std::uint64_t identity) const {
  const ArticleEntry* here = find_article(identity);
  if (here == nullptr) return std::nullopt;
  const bool alias = (here->flags & kAlias) != 0;
  const std::uint64_t key = alias ? here->first.high : identity;
  const ArticleEntry* article = alias ? find_article(key) : here;
  if (article == nullptr || (article->flags & kAlias) != 0) return std::nullopt;
  return KnownArticle{key,           article->first, article->revision,
                      article->text, here->text,     (article->flags & kCopy) != 0};
}

History::Generation& History::generation_for(const Claim& claim, std::int64_t newest_s) {
  const std::uint64_t number = claim.sequence >> kExactSegmentBits;
  if (generations_.empty() || generations_.back().number < number) {
    generations_.emplace_back();
    generations_.back().number = number;
    expire(newest_s);
  }
  return generations_.back();
}

void History::expire(std::int64_t newest_s) {
  const std::uint64_t whole = std::uint64_t{1} << kExactSegmentBits;
  const std::uint64_t kept =
      std::max<std::uint64_t>(1, (bounds_.documents_max + whole - 1) / whole);
  while (generations_.size() > 1) {
    const Generation& oldest = generations_.front();
    const bool full = oldest.number + kept <= generations_.back().number;
    const bool old = bounds_.days != 0 && oldest.newest_s + bounds_.days * kDay < newest_s;
    if (!full && !old) return;
    retired_.push_back(oldest.number);
    generations_.pop_front();
  }
}

void History::add(const Claim& claim, std::int64_t newest_s) {
  Generation& generation = generation_for(claim, newest_s);
  generation.newest_s = std::max(generation.newest_s, claim.time_s);
  if (claim.exact != 0 && !text(claim.exact, claim.time_s)) {
    TextEntry& entry = generation.texts.put(claim.exact);
    entry.name = claim.kind == ClaimKind::copy ? claim.original : claim.name;
    entry.outlet = claim.outlet;
    entry.time_s = packed_time(claim.time_s);
  }
  for (const std::uint64_t identity : claim.identities) {
    if (identity == 0 || identity == claim.article) continue;
    ArticleEntry& entry = generation.articles.put(identity);
    entry = {identity, {claim.article, 0}, claim.text, 0, kAlias};
  }
  if (claim.article == 0) return;
  const RecordName first = claim.kind == ClaimKind::version ? claim.original : claim.name;
  const std::uint32_t flags = claim.kind == ClaimKind::copy ? kCopy : 0;
  generation.articles.put(claim.article) = {claim.article, first, claim.text, claim.revision,
                                            flags};
}

void History::release_article(std::uint64_t identity, const Claim& claim) {
  for (auto generation = generations_.rbegin(); generation != generations_.rend(); ++generation) {
    ArticleEntry* entry = generation->articles.find(identity);
    if (entry == nullptr) continue;
    if (entry->text != claim.text) return;  // somebody newer stands there
    if (claim.kind == ClaimKind::version && (entry->flags & kAlias) == 0) {
      entry->revision = std::max(1U, std::min(entry->revision, claim.revision - 1));
      entry->text = 0;  // of the version before, which is not known any more: any text is a change
    } else {
      entry->first = {};
    }
    return;
  }
}

void History::release(const Claim& claim) {
  for (auto& generation : generations_) {
    TextEntry* entry = claim.exact == 0 ? nullptr : generation.texts.find(claim.exact);
    if (entry != nullptr && entry->name == claim.name) entry->name = {};
  }
  for (const std::uint64_t identity : claim.identities) {
    if (identity != 0 && identity != claim.article) release_article(identity, claim);
  }
  if (claim.article != 0) release_article(claim.article, claim);
}

std::vector<std::uint64_t> History::take_retired() {
  return std::exchange(retired_, {});
}

void History::prefetch(std::uint64_t exact, const std::array<std::uint64_t, 2>& identities) const {
  for (const Generation& generation : generations_) {
    generation.texts.prefetch(exact);
    for (const std::uint64_t identity : identities) {
      if (identity != 0) generation.articles.prefetch(identity);
    }
  }
}

std::size_t History::texts() const {
  std::size_t sum = 0;
  for (const Generation& generation : generations_) sum += generation.texts.size();
  return sum;
}

std::size_t History::articles() const {
  std::size_t sum = 0;
  for (const Generation& generation : generations_) sum += generation.articles.size();
  return sum;
}

std::size_t History::bytes() const {
  std::size_t sum = 0;
  for (const Generation& generation : generations_) {
    sum += generation.texts.bytes() + generation.articles.bytes();
  }
  return sum;
}

}  // namespace khabar
