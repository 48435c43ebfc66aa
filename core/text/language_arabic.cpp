#include "core/text/language_arabic.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <iterator>

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

// A bit for each language, for U+0600..U+06FF.
using Languages = std::uint8_t;
constexpr std::array<Languages, 256> kLettersOf = [] {
  std::array<Languages, 256> of{};
  for (std::size_t i = 0; i < kLanguages; ++i) {
    for (const char32_t c : kEvidence[i].letters) {
      of[c - 0x600] = static_cast<Languages>(of[c - 0x600] | 1u << i);
    }
  }
  return of;
}();

// A word of up to eight letters of U+0600..U+06FF as its low bytes; longer ones are not listed.
class WordKey {
 public:
  constexpr void add(char32_t c) {
    key_ = key_ << 8 | (c & 0xFF);
    ++letters_;
  }
  constexpr bool empty() const { return letters_ == 0; }
  constexpr std::size_t letters() const { return letters_; }
  constexpr std::uint64_t value() const { return letters_ <= 8 ? key_ : 0; }

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

// Sorted by key; a word of several languages stands once for each.
constexpr auto kWords = [] {
  std::array<WordOf, count_words()> words{};
  std::size_t used = 0;
  for (std::size_t i = 0; i < kLanguages; ++i) {
    WordKey word;
    for (const char32_t c : kEvidence[i].words) {
      if (c != U' ') {
        word.add(c);
        continue;
      }
      words[used++] = {word.value(), static_cast<Languages>(1u << i)};
      word = {};
    }
    words[used++] = {word.value(), static_cast<Languages>(1u << i)};
  }
  std::sort(words.begin(), words.end(),
            [](const WordOf& a, const WordOf& b) { return a.key < b.key; });
  return words;
}();

class Points {
 public:
  void letter(char32_t c) {
    ++letters_;
    add(kLettersOf[c & 0xFF], 1);
    if (word_.letters() == 1 && first_ == U'ا' && c == U'ل') article_ = true;
    if (word_.empty()) first_ = c;
    word_.add(c);
  }

  void end_word() {
    if (word_.empty()) return;
    if (const std::uint64_t key = word_.value(); key != 0) {
      auto word = std::lower_bound(kWords.begin(), kWords.end(), key,
                                   [](const WordOf& a, std::uint64_t b) { return a.key < b; });
      for (; word != kWords.end() && word->key == key; ++word) add(word->languages, 3);
    }
    if (article_ && word_.letters() >= 5) ++points_[0];  // Arabic's alone, but for names
    word_ = {};
    article_ = false;
  }

  std::size_t letters() const { return letters_; }
  std::size_t of(std::size_t language) const { return points_[language]; }

 private:
  void add(Languages languages, std::size_t points) {
    if (languages == 0) return;  // most letters are everybody's
    for (std::size_t i = 0; i < kLanguages; ++i) {
      if ((languages >> i & 1) != 0) points_[i] += points;
    }
  }

  std::array<std::size_t, kLanguages> points_{};
  std::size_t letters_ = 0;
  WordKey word_;
  char32_t first_ = 0;
  bool article_ = false;
};

constexpr std::size_t kSampleBytes = 2048;  // a thousand letters leave no doubt

}  // namespace

ArabicScriptLanguage arabic_script_language(std::string_view utf8) {
  Points points;
  for (std::size_t at = 0; at < std::min(utf8.size(), kSampleBytes);) {
    if (const char32_t pair = arabic_pair(utf8, at); is_plain_arabic_letter(pair)) {
      points.letter(pair);
      at += 2;
      continue;
    }
    const CodePoint point = code_point_at(utf8, at);
    at += point.size;
    const char32_t c = point.value;
    if (c == U' ') {
      points.end_word();
    } else if (c >= 0x0600 && c <= 0x06FF && script_of(c) == Script::arabic && is_letter(c)) {
      points.letter(c);
    } else if (!is_combining_mark(c)) {
      points.end_word();
    }
  }
  points.end_word();

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
  if (best_points == 0) return {"ar", false};
  const bool clear = best_points >= 3 && best_points * 2 >= second * 3;
  return {kEvidence[best].tag, clear && points.letters() >= 10};
}

}  // namespace khabar
