#include "core/text/language_arabic.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <iterator>

#include "core/text/language_block.h"
#include "core/text/utf8.h"

namespace khabar {
namespace {

struct Evidence {
  std::string_view tag;
  // A letter counts one point and a word three. Letters shared with a neighbour count for neither,
  // but for those that only keyboards confuse (ی, ک), which the words outweigh.
  std::u32string_view letters;
  std::u32string_view words;  // with blanks between
};

constexpr Evidence kEvidence[] = {
    {"ar", U"ةىيكأإؤ",
     U"في من على إلى الى أن عن التي الذي هذا هذه ما لا كما بعد قبل مع بين كان خلال بأن وقال قال إن "
     U"أنه ذلك أو عام حول وفي ومن"},
    {"fa", U"پچژگیک",
     U"از در به که این است را با برای شد می آن تا بر شده هم خود کرد ها های بود اما نیز یک دو گفت"},
    {"ur", U"ٹڈڑںےہھ",
     U"کے میں کی ہے نے سے کا اور ہیں کو پر کہ یہ تھا اس بھی کر کیا گیا ہو جو تھی گے"},
    {"ps", U"ټډړږښېۍځڅګڼ", U"د په چې او کې دی له ته سره دې څخه هم يې یې شوي کوي"},
    {"ckb", U"ەێۆڵڕڤ", U"لە بە و کە بۆ ئەو لەگەڵ ئەم دا هەر یەک کرد هێزەکانی"},
    {"ug", U"ۇۈۋېڭە", U"بىلەن بۇ ۋە ئۇ قىلىپ ئۈچۈن بىر دەپ ھەم"},
    {"sd", U"ڄڃٻڀٺٽڦ۾ڏڍڌڙڻ", U"جي ۾ جو کي ۽ آهي جا سان تي هن آهن"},
};
constexpr std::size_t kLanguages = std::size(kEvidence);

// A bit for each language.
using Languages = std::uint8_t;

// A word of up to eight letters of U+0600..U+06FF as their low bytes, the first lowest; none is 0.
class WordKey {
 public:
  constexpr void add(char32_t c) {
    if (letters_ < 8) key_ |= std::uint64_t{c & 0xFF} << (8 * letters_);
    ++letters_;
  }
  constexpr std::uint64_t value() const { return letters_ <= 8 ? key_ : 0; }  // 0: not listed

 private:
  std::uint64_t key_ = 0;
  std::size_t letters_ = 0;
};

struct WordOf {
  std::uint64_t key = 0;
  Languages languages = 0;
};

constexpr std::size_t count_words() {
  std::size_t words = 0;
  for (const Evidence& evidence : kEvidence) {
    ++words;
    for (const char32_t c : evidence.words) words += c == U' ' ? 1 : 0;
  }
  return words;
}

constexpr std::size_t kWordSlots = 1024;
static_assert(count_words() * 4 <= kWordSlots);

constexpr std::size_t slot_of(std::uint64_t key) {
  return static_cast<std::size_t>(key * 0x9E3779B97F4A7C15u >> 54);
}

// Open addressing; key 0 is free. A word of several languages stands once.
constexpr auto kWords = [] {
  std::array<WordOf, kWordSlots> words{};
  const auto add = [&](std::uint64_t key, std::size_t language) {
    std::size_t at = slot_of(key);
    while (words[at].key != 0 && words[at].key != key) at = (at + 1) % kWordSlots;
    words[at].key = key;
    words[at].languages = static_cast<Languages>(words[at].languages | 1u << language);
  };
  for (std::size_t i = 0; i < kLanguages; ++i) {
    WordKey word;
    for (const char32_t c : kEvidence[i].words) {
      if (c != U' ') {
        word.add(c);
        continue;
      }
      if (word.value() != 0) add(word.value(), i);
      word = {};
    }
    if (word.value() != 0) add(word.value(), i);
  }
  return words;
}();

Languages languages_of(std::uint64_t key) {
  std::size_t at = slot_of(key);
  while (kWords[at].key != 0 && kWords[at].key != key) at = (at + 1) % kWordSlots;
  return kWords[at].languages;
}

constexpr std::size_t kSampleBytes = 2048;  // a thousand letters leave no doubt
constexpr std::size_t kGlanceBytes = 256;   // nor do these, where one language is far ahead

// A text as a row of letters: of each its low byte, and 0 between words.
//
//   "في 12 من"   41 4A 00 00 00 00 45 46
class LetterRow {
 public:
  explicit LetterRow(std::string_view utf8) {
    const std::size_t end = std::min(utf8.size(), kSampleBytes);
    for (std::size_t at = 0; at < end;) {
      std::size_t singly = kLanguageBlock;
#if defined(__SSSE3__)
      if (at + kLanguageBlock <= end) {
        const LanguageBlock block = language_block(utf8.data() + at);
        put(block);
        at += block.taken;
        if (block.taken > 0) singly = block.taken + 1 < kLanguageBlock ? 1 : 0;
      }
#endif
      for (const std::size_t until = std::min(at + singly, end); at < until;) put(utf8, at);
    }
    std::fill_n(row_.begin() + static_cast<std::ptrdiff_t>(size_), kLanguageBlock, 0);
  }

  std::size_t size() const {
    return size_;
  }
  std::uint8_t operator[](std::size_t at) const {
    return row_[at];
  }
  // The eight letters from `at`, as WordKey packs them; behind the row stand zeros.
  std::uint64_t eight(std::size_t at) const {
    std::uint64_t letters;
    std::memcpy(&letters, row_.data() + at, sizeof letters);
    return letters;
  }
  // Bits for the zeros of the sixteen from `at`.
  std::uint32_t gaps(std::size_t at) const {
    std::uint32_t found = 0;
#if defined(__SSSE3__)
    const __m128i letters = _mm_loadu_si128(reinterpret_cast<const __m128i*>(row_.data() + at));
    found =
        static_cast<std::uint32_t>(_mm_movemask_epi8(_mm_cmpeq_epi8(letters, _mm_setzero_si128())));
#else
    for (std::size_t i = 0; i < kLanguageBlock; ++i) found |= (row_[at + i] == 0 ? 1u : 0u) << i;
#endif
    return found;
  }

 private:
#if defined(__SSSE3__)
  void put(const LanguageBlock& block) {
    const std::uint32_t kept = block.arabic | block.ascii;
    auto* const out = row_.data() + size_;
    _mm_storel_epi64(reinterpret_cast<__m128i*>(out),
                     _mm_shuffle_epi8(block.low_bytes, low_selection(kept & 0xFF)));
    const auto first = static_cast<std::size_t>(std::popcount(kept & 0xFF));
    _mm_storel_epi64(reinterpret_cast<__m128i*>(out + first),
                     _mm_shuffle_epi8(block.low_bytes, high_selection(kept >> 8)));
    size_ += static_cast<std::size_t>(std::popcount(kept));
  }
#endif
  void put(std::string_view utf8, std::size_t& at) {
    if (const char32_t pair = arabic_pair(utf8, at); is_plain_arabic_letter(pair)) {
      put(static_cast<std::uint8_t>(pair & 0xFF));
      at += 2;
      return;
    }
    const CodePoint point = code_point_at(utf8, at);
    at += point.size;
    const char32_t c = point.value;
    if (c > 0x0600 && c <= 0x06FF && script_of(c) == Script::arabic && is_letter(c)) {
      put(static_cast<std::uint8_t>(c & 0xFF));
    } else if (!is_combining_mark(c)) {
      put(0);
    }
  }
  void put(std::uint8_t letter) {
    row_[size_++] = letter;
  }

  // A character gives a byte at most; blocks are stored whole.
  std::array<std::uint8_t, kSampleBytes + 2 * kLanguageBlock> row_;
  std::size_t size_ = 0;
};

class Points {
 public:
  explicit Points(const LetterRow& row) {
    count_letters(row);
    std::size_t begin = 0;
    for (std::size_t block = 0; block <= row.size(); block += kLanguageBlock) {
      for (std::uint32_t gaps = row.gaps(block); gaps != 0; gaps &= gaps - 1) {
        const std::size_t end = block + static_cast<std::size_t>(std::countr_zero(gaps));
        if (end > row.size()) break;
        if (end > begin) read_word(row.eight(begin), end - begin);
        begin = end + 1;
      }
    }
  }

  std::size_t letters() const { return letters_; }
  std::size_t of(std::size_t language) const { return points_[language]; }

 private:
  void count_letters(const LetterRow& row) {
    // Two counts, so that a letter that stands twice need not wait for itself.
    std::array<std::uint16_t, 256> even{}, odd{};
    std::size_t at = 0;
    for (; at + 2 <= row.size(); at += 2) {
      ++even[row[at]];
      ++odd[row[at + 1]];
    }
    if (at < row.size()) ++even[row[at]];
    for (std::size_t i = 0; i < kLanguages; ++i) {
      for (const char32_t c : kEvidence[i].letters) {
        points_[i] += std::size_t{even[c & 0xFF]} + odd[c & 0xFF];
      }
    }
    letters_ = row.size() - even[0] - odd[0];
  }

  void read_word(std::uint64_t eight, std::size_t letters) {
    constexpr std::uint64_t kArticle = (U'ا' & 0xFF) | (U'ل' & 0xFF) << 8;
    // Arabic's alone, but for names.
    points_[0] += (eight & 0xFFFF) == kArticle && letters >= 5 ? 1 : 0;
    if (letters > 8) return;
    const Languages languages = languages_of(eight & (~std::uint64_t{0} >> (64 - 8 * letters)));
    if (languages == 0) return;
    for (std::size_t i = 0; i < kLanguages; ++i) {
      if ((languages >> i & 1) != 0) points_[i] += 3;
    }
  }

  std::array<std::size_t, kLanguages> points_{};
  std::size_t letters_ = 0;
};

struct Judgement {
  ArabicScriptLanguage language;
  bool far_ahead = false;
};

Judgement judge(std::string_view utf8) {
  const LetterRow row(utf8);
  const Points points(row);
  // Urdu, Pashto, Kurdish and Sindhi write Persian's letters too: theirs weigh more.
  constexpr std::array<std::size_t, kLanguages> kWeight = {1, 1, 2, 3, 2, 2, 3};
  std::size_t best = 0, second = 0, best_points = 0;
  for (std::size_t i = 0; i < kLanguages; ++i) {
    const std::size_t weighed = points.of(i) * kWeight[i];
    if (weighed > best_points) {
      second = best_points;
      best_points = weighed;
      best = i;
    } else {
      second = std::max(second, weighed);
    }
  }
  if (best_points == 0) return {{"ar", false}, false};
  const bool clear = best_points >= 3 && best_points * 2 >= second * 3;
  const bool far_ahead = best_points >= 24 && best_points >= second * 4;
  return {{kEvidence[best].tag, clear && points.letters() >= 10}, far_ahead};
}

}  // namespace

ArabicScriptLanguage arabic_script_language(std::string_view utf8) {
  if (utf8.size() > kGlanceBytes) {
    const Judgement glance = judge(utf8.substr(0, kGlanceBytes));
    if (glance.far_ahead && glance.language.confident) return glance.language;
  }
  return judge(utf8).language;
}

}  // namespace khabar
