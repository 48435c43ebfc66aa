#include "stages/clean/story_claims.h"

#include <algorithm>
#include <bit>

#include "core/text/ascii.h"
#include "core/text/find_bytes.h"
#include "core/text/utf8.h"
#include "stages/clean/page_facts_collector.h"
#include "stages/clean/word_scan.h"

namespace khabar {
namespace {

constexpr std::size_t kBodyBytesMin = 150;  // shorter "bodies" are teasers
constexpr std::size_t kDescriptionBytesMin = 40;
constexpr std::size_t kBodyWordsMax = 20'000;
constexpr std::uint8_t kOfBody = 1, kOfDescription = 2;

// The four digits behind \u, or 0xFFFD.
char32_t unit_at(std::string_view json, std::size_t at) {
  char32_t unit = 0;
  if (at + 4 > json.size()) return 0xFFFD;
  for (std::size_t i = 0; i < 4; ++i) {
    const int digit = hex_digit_value(json[at + i]);
    if (digit < 0) return 0xFFFD;
    unit = unit << 4 | static_cast<char32_t>(digit);
  }
  return unit;
}

// The JSON string whose first byte is at `at`, behind its opening quote.
std::string unescaped(std::string_view json, std::size_t at) {
  std::string out;
  while (at < json.size() && json[at] != '"' && out.size() < kClaimedBodyBytesMax) {
    const std::size_t plain = std::min(json.find_first_of("\\\"", at), json.size());
    out.append(json.substr(at, plain - at));
    at = plain;
    if (at + 1 >= json.size()) break;
    if (json[at] != '\\') continue;
    const char c = json[at + 1];
    at += 2;
    if (c != 'u') {
      out += c == 'n' ? '\n' : c == 'r' || c == 't' ? ' ' : c;
      continue;
    }
    char32_t point = unit_at(json, at);
    at += 4;
    if (point >= 0xD800 && point < 0xDC00 && json.substr(std::min(at, json.size()), 2) == "\\u") {
      const char32_t low = unit_at(json, at + 2);
      if (low >= 0xDC00 && low < 0xE000) {
        point = 0x10000 + ((point - 0xD800) << 10) + (low - 0xDC00);
        at += 6;
      }
    }
    append_utf8(point >= 0xD800 && point < 0xE000 ? 0xFFFD : point, out);
  }
  return out;
}

std::string_view meta_of(const PageFacts& facts, std::string_view key) {
  for (const MetaTag& meta : facts.metas) {
    if (meta.name == key) return meta.content;
  }
  return {};
}

std::size_t word_end(std::string_view text, std::size_t at) {
  while ((at = end_of_plain_word(text, at)) < text.size()) {
    if (!is_word_byte(text[at]) || is_wide_mark(text, at)) break;
    ++at;
  }
  return at;
}

// Behind the mark, or the tag, that begins at `at`.
std::size_t behind_mark(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (is_wide_mark(text, at)) return at + wide_mark_bytes(c);
  const bool opens = c == '<' && at + 1 < text.size();
  if (opens && (is_word_byte(text[at + 1]) || text[at + 1] == '/')) {
    const std::size_t end = text.find('>', at);
    if (end != std::string_view::npos && end - at < 400) return end + 1;
  }
  return at + 1;
}

std::uint64_t join(std::uint64_t run, std::uint64_t word) {
  return (run ^ word) * 0x9E3779B97F4A7C15ull + (run >> 29);
}

}  // namespace

std::string claimed_body(const std::vector<std::string>& json_ld) {
  constexpr std::string_view kKey = "\"articleBody\"";
  std::string best;
  for (const std::string& script : json_ld) {
    const std::string_view json = script;
    for (std::size_t at = find_bytes(json, kKey); at != std::string_view::npos;
         at = find_bytes(json, kKey, at)) {
      at += kKey.size();
      at = json.find_first_not_of(" \t\r\n:", at);
      if (at == std::string_view::npos) break;
      if (json[at] != '"') continue;
      std::string body = unescaped(json, at + 1);
      at += std::max<std::size_t>(body.size() / 2, 1);
      if (body.size() > best.size()) best = std::move(body);
    }
  }
  return best;
}

StoryClaims story_claims(const PageFacts& facts) {
  StoryClaims claims;
  claims.title = page_title(facts);
  claims.description = meta_of(facts, "og:description");
  const std::string_view plain = meta_of(facts, "description");
  if (plain.size() > claims.description.size()) claims.description = plain;
  claims.body = claimed_body(facts.json_ld);
  return claims;
}

// Of a claim, which may hold HTML: its tags part words.
void ClaimIndex::hash_words(std::string_view text, std::size_t words_max) {
  words_.clear();
  for (std::size_t at = 0; at < text.size() && words_.size() < words_max;) {
    const std::size_t end = word_end(text, at);
    if (end > at) {
      words_.push_back(hash_of_folded_word(text, at, end));
      at = end;
      continue;
    }
    at = behind_mark(text, at);
  }
}

void ClaimIndex::build(std::string_view body, std::string_view description) {
  has_body_ = body.size() >= kBodyBytesMin;
  has_description_ = description.size() >= kDescriptionBytesMin;
  if (!has_body_ && !has_description_) return;
  const std::size_t words = (body.size() + description.size()) / 2 + 16;
  const std::size_t slots = std::bit_ceil(std::min(words, kBodyWordsMax) * 6);
  keys_.assign(slots, 0);
  claims_.assign(slots, 0);
  mask_ = slots - 1;
  const auto add = [this](std::string_view text, std::uint8_t claim) {
    hash_words(text, kBodyWordsMax / 2);
    for (std::size_t i = 0; i < words_.size(); ++i) {
      std::uint64_t run = words_[i];
      insert(run, claim);
      for (std::size_t k = 1; k < 3 && i + k < words_.size(); ++k) {
        run = join(run, words_[i + k]);
        insert(run, claim);
      }
    }
  };
  if (has_body_) add(body, kOfBody);
  if (has_description_) add(description, kOfDescription);
}

ClaimIndex::Shares ClaimIndex::shares_of(std::span<const std::uint64_t> words) const {
  if (words.empty() || keys_.empty()) return {};
  const std::size_t length = std::min<std::size_t>(words.size(), 3);
  std::size_t in_body = 0, in_description = 0, runs = 0;
  for (std::size_t i = 0; i + length <= words.size(); ++i, ++runs) {
    std::uint64_t run = words[i];
    for (std::size_t k = 1; k < length; ++k) run = join(run, words[i + k]);
    const std::uint8_t claims = find(run);
    in_body += (claims & kOfBody) != 0;
    in_description += (claims & kOfDescription) != 0;
  }
  const auto all = static_cast<float>(runs);
  return {static_cast<float>(in_body) / all, static_cast<float>(in_description) / all};
}

void ClaimIndex::insert(std::uint64_t hash, std::uint8_t claim) {
  std::size_t at = (hash >> 7) & mask_;
  while (keys_[at] != 0 && keys_[at] != hash) at = (at + 1) & mask_;
  keys_[at] = hash;
  claims_[at] = static_cast<std::uint8_t>(claims_[at] | claim);
}

std::uint8_t ClaimIndex::find(std::uint64_t hash) const {
  std::size_t at = (hash >> 7) & mask_;
  while (keys_[at] != 0 && keys_[at] != hash) at = (at + 1) & mask_;
  return keys_[at] == 0 ? std::uint8_t{0} : claims_[at];
}

}  // namespace khabar
