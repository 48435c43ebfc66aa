#include "stages/clean/class_hints.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <initializer_list>

#include "core/text/byte_lanes.h"

#if defined(__SSSE3__)
#include <tmmintrin.h>
#endif

namespace khabar {
namespace {

constexpr std::size_t kClassBytesMax = 240;

struct HintWord {
  std::string_view word;  // lower case; those of like beginnings stand together
  ClassHints hints;
};

constexpr HintWord kWords[] = {
    {"author", kCreditHint},      {"autor", kCreditHint},       {"auteur", kCreditHint},
    {"autore", kCreditHint},      {"byline", kCreditHint},      {"breadcrumb", kTrailHint},
    {"contributor", kCreditHint}, {"credit-name", kCreditHint}, {"comment", kCommentHint},
    {"carousel", kSideHint},      {"date", kDateHint},          {"datum", kDateHint},
    {"disqus", kCommentHint},     {"docdata", kDateHint},       {"fecha", kDateHint},
    {"footer", kSideHint},        {"headline", kTitleHint},     {"journalist", kCreditHint},
    {"keyword", kTagsHint},       {"kommentar", kCommentHint},  {"meta", kDateHint},
    {"modified", kDateHint},      {"most-read", kSideHint},     {"more-stories", kSideHint},
    {"newsletter", kSideHint},    {"next-post", kSideHint},     {"outbrain", kSideHint},
    {"publi", kDateHint},         {"posted", kDateHint},        {"pubdate", kDateHint},
    {"popular", kSideHint},       {"promo", kSideHint},         {"prev-post", kSideHint},
    {"redakteur", kCreditHint},   {"reporter", kCreditHint},    {"related", kSideHint},
    {"recommend", kSideHint},     {"respond", kCommentHint},    {"recent-posts", kSideHint},
    {"sidebar", kSideHint},       {"side-bar", kSideHint},      {"similar", kSideHint},
    {"stand", kDateHint},         {"submitted", kDateHint},     {"tags", kTagsHint},
    {"tag-list", kTagsHint},      {"time", kDateHint},          {"title", kTitleHint},
    {"taboola", kSideHint},       {"teaser", kSideHint},        {"trending", kSideHint},
    {"tarih", kDateHint},         {"updated", kDateHint},       {"verfasser", kCreditHint},
    {"writer", kCreditHint},      {"written", kCreditHint},     {"widget", kSideHint},
    {"yazar", kCreditHint},
};

// Eight buckets of words that stand together, a bit each. Three tables tell which buckets have
// words with a byte at their first, second or third place, by the halves of the byte: where all
// three agree, one of the bucket's words may stand.
constexpr std::size_t kBuckets = 8;
constexpr std::size_t kBucketWords = (std::size(kWords) + kBuckets - 1) / kBuckets;
constexpr std::size_t kPlaces = kBuckets * kBucketWords;  // for words; those behind the last are 0

struct Place {
  std::array<std::uint8_t, 16> by_low{}, by_high{};
};
struct Vocabulary {
  std::array<Place, 3> places{};
  std::array<std::uint64_t, kPlaces> heads{}, masks{};  // of their first eight bytes
};

constexpr Vocabulary vocabulary() {
  Vocabulary out;
  for (std::size_t w = 0; w < std::size(kWords); ++w) {
    const std::string_view word = kWords[w].word;
    const auto bucket = static_cast<std::uint8_t>(1u << w / kBucketWords);
    for (std::size_t i = 0; i < 3; ++i) {
      const auto byte = static_cast<unsigned char>(word[i]);
      out.places[i].by_low[byte & 15] |= bucket;
      out.places[i].by_high[byte >> 4] |= bucket;
    }
    for (std::size_t i = 0; i < word.size() && i < 8; ++i) {
      out.heads[w] |= std::uint64_t{static_cast<unsigned char>(word[i])} << (8 * i);
    }
    out.masks[w] = first_bytes_mask(word.size());
  }
  return out;
}
constexpr Vocabulary kVocabulary = vocabulary();

// Of each of the sixteen bytes at `text`, in which buckets words may begin there. Eighteen bytes
// must be readable. Returns which bytes have any, a bit each.
unsigned find_buckets(const char* text, std::array<std::uint8_t, 16>& buckets) {
#if defined(__SSSE3__)
  const __m128i half = _mm_set1_epi8(0x0F);
  __m128i found = _mm_set1_epi8(-1);
  for (std::size_t i = 0; i < 3; ++i) {
    const Place& place = kVocabulary.places[i];
    const __m128i bytes = byte_lanes::load(text + i);
    const auto look_up = [](const std::array<std::uint8_t, 16>& table, __m128i index) {
      return _mm_shuffle_epi8(_mm_loadu_si128(reinterpret_cast<const __m128i*>(table.data())),
                              index);
    };
    const __m128i low = look_up(place.by_low, _mm_and_si128(bytes, half));
    const __m128i high = look_up(place.by_high, _mm_and_si128(_mm_srli_epi16(bytes, 4), half));
    found = _mm_and_si128(found, _mm_and_si128(low, high));
  }
  _mm_storeu_si128(reinterpret_cast<__m128i*>(buckets.data()), found);
  return byte_lanes::bits(byte_lanes::is(found, 0)) ^ 0xFFFF;
#else
  unsigned any = 0;
  for (std::size_t at = 0; at < 16; ++at) {
    std::uint8_t found = 0xFF;
    for (std::size_t i = 0; i < 3; ++i) {
      const auto byte = static_cast<unsigned char>(text[at + i]);
      const Place& place = kVocabulary.places[i];
      found = static_cast<std::uint8_t>(found & place.by_low[byte & 15] & place.by_high[byte >> 4]);
    }
    buckets[at] = found;
    any |= (found != 0 ? 1u : 0u) << at;
  }
  return any;
#endif
}

// The footer of an article is its own, and Elementor calls everything a widget.
bool is_own(std::string_view before, std::string_view word) {
  const auto ends = [before](std::initializer_list<std::string_view> words) {
    return std::any_of(words.begin(), words.end(),
                       [before](std::string_view w) { return before.ends_with(w); });
  };
  if (word == "widget") return ends({"elementor-"});
  if (word == "footer") {
    return ends({"entry-", "article-", "post-", "headline__", "header-", "article__", "story-",
                 "post__", "entry__", "node__", "content-"});
  }
  return false;
}

// Of the words of `buckets` that stand at `at` and end within `value`.
ClassHints hints_at(std::string_view value, const ClassText& text, std::size_t at,
                    unsigned buckets) {
  ClassHints hints = 0;
  const std::uint64_t head = eight_bytes(text.lower() + at);
  for (; buckets != 0; buckets &= buckets - 1) {
    const std::size_t begin = static_cast<std::size_t>(std::countr_zero(buckets)) * kBucketWords;
    unsigned alike = 0;
    for (std::size_t i = 0; i < kBucketWords; ++i) {
      const bool is = (head & kVocabulary.masks[begin + i]) == kVocabulary.heads[begin + i];
      alike |= (is ? 1u : 0u) << i;
    }
    for (; alike != 0; alike &= alike - 1) {
      const std::size_t w = begin + static_cast<std::size_t>(std::countr_zero(alike));
      if (w >= std::size(kWords)) break;
      const std::string_view word = kWords[w].word;
      if (at + word.size() > value.size()) continue;
      if (word.size() > 8 &&
          std::memcmp(text.lower() + at + 8, word.data() + 8, word.size() - 8) != 0)
        continue;
      if ((kWords[w].hints & kSideHint) != 0 && is_own(value.substr(0, at), word)) continue;
      hints |= kWords[w].hints;
    }
  }
  return hints;
}

}  // namespace

ClassHints class_hints(std::string_view value) {
  return class_hints(value, ClassText(value));
}

ClassHints class_hints(std::string_view value, const ClassText& text) {
  ClassHints hints = 0;
  const std::size_t end = std::min(value.size(), kClassBytesMax);
  std::array<std::uint8_t, 16> buckets;
  for (std::size_t from = 0; from + 3 <= end; from += 16) {
    for (unsigned any = find_buckets(text.lower() + from, buckets); any != 0; any &= any - 1) {
      const auto in_step = static_cast<std::size_t>(std::countr_zero(any));
      hints |= hints_at(value.substr(0, end), text, from + in_step, buckets[in_step]);
    }
  }
  if ((hints & kCommentHint) != 0) hints |= kSideHint;
  return hints;
}

}  // namespace khabar
