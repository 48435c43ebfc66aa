#include "core/text/fold.h"

#include <random>

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/uniset.h>
#include <unicode/unistr.h>

#include <gtest/gtest.h>

#include "core/text/fold_table.h"
#include "core/text/utf8.h"
#include "tests/core/text/real_texts.h"

namespace khabar {
namespace {

// --- two naive twins ----------------------------------------------------------------------------

// Whole text at a time, by ICU's normaliser and sets alone (FoldMarks::drop). It decomposes Hangul
// and orders kept marks, which fold() leaves, so compare both in NFC.
class IcuTwin {
 public:
  std::string operator()(std::string_view utf8) {
    icu::UnicodeString text = icu::UnicodeString::fromUTF8(
        icu::StringPiece(utf8.data(), static_cast<std::int32_t>(utf8.size())));
    remove(text, odd_harakat_);
    replace(text, marks_not_letters_, u" ");
    text = nfkd_->normalize(text, status_);
    remove(text, vanishing_);
    text = nfkd_->normalize(text.foldCase(), status_);
    remove(text, vanishing_);
    for (const auto& [from, to] : pairs_) replace(text, *from, to);
    icu::UnicodeString key;
    for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
      const UChar32 c = text.char32At(i);
      if (u_charDigitValue(c) >= 0 && u_charType(c) == U_DECIMAL_DIGIT_NUMBER) {
        key.append(static_cast<UChar32>('0' + u_charDigitValue(c)));
      } else if (word_.contains(c)) {
        key.append(c);
      } else if (!key.isEmpty() && !key.endsWith(u' ')) {
        key.append(u' ');
      }
    }
    std::string out;
    key.trim().toUTF8String(out);
    return nfc(out);
  }

  std::string nfc(const std::string& text) {
    std::string out;
    nfc_->normalize(icu::UnicodeString::fromUTF8(text), status_).toUTF8String(out);
    return out;
  }

 private:
  icu::UnicodeSet set(const char16_t* pattern) {
    icu::UnicodeSet made(pattern, status_);
    EXPECT_TRUE(U_SUCCESS(status_));
    made.freeze();
    return made;
  }
  static void replace(icu::UnicodeString& text, const icu::UnicodeSet& from,
                      const icu::UnicodeString& to) {
    icu::UnicodeString out;
    for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
      const UChar32 c = text.char32At(i);
      if (from.contains(c)) {
        out.append(to);
      } else {
        out.append(c);
      }
    }
    text = out;
  }
  static void remove(icu::UnicodeString& text, const icu::UnicodeSet& from) {
    replace(text, from, u"");
  }

  UErrorCode status_ = U_ZERO_ERROR;
  const icu::Normalizer2* nfkd_ = icu::Normalizer2::getNFKDInstance(status_);
  const icu::Normalizer2* nfc_ = icu::Normalizer2::getNFCInstance(status_);
  icu::UnicodeSet odd_harakat_ = set(u"[[\\uFE70-\\uFE7F\\uFC5E-\\uFC63\\uFCF2-\\uFCF4]-[:Cn:]]");
  icu::UnicodeSet marks_not_letters_ = set(u"[\\uFFFD\\u2122\\u2120\\u309B\\u309C]");
  icu::UnicodeSet vanishing_ = set(
      u"[[[[:Mn:][:Me:]]&[[:Zyyy:][:Zinh:][:Latn:][:Grek:][:Cyrl:][:Arab:][:Hebr:][:Syrc:][:Copt:]"
      u"[:Armn:][:Geor:][:Ethi:]]-[\\u3099\\u309A]][[:Cc:][:Cf:][:DI:]-[:White_Space:]]"
      u"\\u0640\\u06E5\\u06E6]");
  icu::UnicodeSet word_ = set(u"[[:L:][:M:][:N:]-[\\u02B9-\\u02DF\\u01C0]]");
  icu::UnicodeSet alef_ = set(u"[آأإٱ\\u0672\\u0673\\u0675]");
  icu::UnicodeSet waw_ = set(u"[ؤ]");
  icu::UnicodeSet yeh_ = set(u"[ئىیےۓ]");
  icu::UnicodeSet heh_ = set(u"[ةۀہۂۃھە]");
  icu::UnicodeSet kaf_ = set(u"[کڪ]");
  icu::UnicodeSet d_ = set(u"[đ]"), h_ = set(u"[ħ]"), i_ = set(u"[ı]"), l_ = set(u"[ł]"),
                  o_ = set(u"[ø]");
  std::vector<std::pair<const icu::UnicodeSet*, icu::UnicodeString>> pairs_ = {
      {&alef_, u"ا"}, {&waw_, u"و"}, {&yeh_, u"ي"}, {&heh_, u"ه"}, {&kaf_, u"ك"},
      {&d_, u"d"},    {&h_, u"h"},   {&i_, u"i"},   {&l_, u"l"},   {&o_, u"o"}};
};

// Character by character, without table or in-place writing.
std::string twin(std::string_view utf8, FoldMarks marks) {
  std::string out;
  std::u32string points;
  for (std::size_t at = 0; at < utf8.size();) {
    const CodePoint point = code_point_at(utf8, at);
    at += point.size;
    points.clear();
    if (point.valid) {
      fold_code_point(point.value, marks, points);
    } else {
      points = marks == FoldMarks::drop ? U" " : U"\uFFFD";
    }
    for (const char32_t c : points) {
      if (c == U' ' && (out.empty() || out.back() == ' ')) continue;
      append_utf8(c, out);
    }
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

std::string random_text(std::mt19937& random) {
  static const std::u32string kPool =
      U"اأإآٱبةهىيیےكکـلاﻻﻼﷺﷲ\uFE76\u064B\u0651\u0670،؛؟«»٣۴  \t\u00A0\u200F\u200C\uFEFF"
      U"aZéÉßİıŁ½™²…–“’ЙёΆς漢字がｶﾞ한हिंก\u0E33😀𝐀\U000E0041.-/";
  std::string text;
  const std::size_t length = random() % 60;
  for (std::size_t i = 0; i < length; ++i) {
    const std::size_t dice = random() % 20;
    if (dice == 0) {
      text += static_cast<char>(random());
    } else if (dice == 1) {
      append_utf8(static_cast<char32_t>(random() % 0x110000), text);
    } else if (dice < 5) {
      append_utf8(static_cast<char32_t>(random() % 0x800), text);
    } else {
      append_utf8(kPool[random() % kPool.size()], text);
    }
  }
  return text;
}

void expect_map_holds(std::string_view text, const FoldedText& map) {
  ASSERT_EQ(map.source.size(), map.key.size() + 1);
  for (std::size_t i = 1; i < map.source.size(); ++i) {
    ASSERT_LE(map.source[i - 1], map.source[i]) << i;
  }
  ASSERT_LE(map.source.back(), text.size());
}

// --- what readers take for the same word --------------------------------------------------------

TEST(Fold, GivesOneKeyToOneWord) {
  const std::pair<const char*, const char*> cases[] = {
      {"وَالْميدانيـة  عبر «تيلغرام»:", "والميدانيه عبر تيلغرام"},
      {"أحمد إبراهيم آل ٱلسعود", "احمد ابراهيم ال السعود"},
      {"مسؤول شؤون القارئ", "مسوول شوون القاري"},
      {"على مستشفى علی", "علي مستشفي علي"},
      {"مكتبة کتاب ہے", "مكتبه كتاب هي"},
      {"ﻻ ﻼ ﻷ ﻹ ﻵ ﺍﻟﺴﻼﻡ", "لا لا لا لا لا السلام"},
      {"ﷲ ﷼", "الله ريال"},
      {"عربي\u064B\uFE70\uFC60", "عربي"},
      {"١٢٣ ۴۵۶ 789 १२", "123 456 789 12"},
      {"می\u200Cرود", "ميرود"},
      {"\u202Bخبر\u202C \u200Fعاجل\uFEFF", "خبر عاجل"},
      {"دمشق ـ سانا", "دمشق سانا"},
      {"Élysée ÇA ŒUVRE Straße", "elysee ca œuvre strasse"},
      {"İSTANBUL ışık", "istanbul isik"},
      {"Ёлка Й", "елка и"},
      {"Άθήνας ΣΟΦΟΣ", "αθηνασ σοφοσ"},
      {"שָׁלוֹם", "שלום"},
      {"ＡＢＣ １２", "abc 12"},
      {"don’t don't", "don t don t"},
      {"Acme™ ©2020", "acme 2020"},
      {"हिन्दी", "हिन्दी"},
      {"한국어", "한국어"},
      {"東京、大阪。", "東京 大阪"},
      {"a\xFFz", "a z"},
      {" \n ", ""},
  };
  for (const auto& [text, key] : cases) EXPECT_EQ(folded(text), key) << text;
}

// Composed or decomposed, a word has one key.
TEST(Fold, IgnoresTheNormalisationForm) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfd = icu::Normalizer2::getNFDInstance(status);
  for (const char* text : {"آمن ئاب ؤ ۀ ۓ", "é ñ Ǻ ệ", "й ї ў", "ΐ ᾳ", "がぎ パ", "क़ ड़", "ﬁ"}) {
    std::string decomposed;
    nfd->normalize(icu::UnicodeString::fromUTF8(text), status).toUTF8String(decomposed);
    EXPECT_EQ(folded(decomposed), folded(text));
  }
}

TEST(Fold, KeepsMarksInAsciiForPatterns) {
  const std::pair<const char*, const char*> cases[] = {
      {"وَالْميدانيـة عبر «تيلغرام»:", "والميدانيه عبر \"تيلغرام\":"},
      {"دمشق ، سانا؛ أين؟", "دمشق , سانا; اين?"},
      {"“a” ‘b’ c–d … ½ ٪", "\"a\" 'b' c-d ... 1/2 %"},
      {"© جميع الحقوق", "© جميع الحقوق"},
      {"´ ¨", "' ¨"},
      {"a\xFFz", "a\xEF\xBF\xBDz"},
  };
  for (const auto& [text, key] : cases) EXPECT_EQ(folded(text, FoldMarks::keep), key) << text;
}

TEST(Fold, MapsKeyBytesToTheDisplayText) {
  const std::string text = "  «خبرٌ»  عاجل\u200F: ﷺ!";
  FoldedText map;
  fold_with_map(text, FoldMarks::drop, map);
  const auto cut = [&](std::string_view key) {
    const std::size_t at = map.key.find(key);
    const std::uint32_t begin = map.source_begin(at);
    return text.substr(begin, map.source_end(at + key.size()) - begin);
  };
  EXPECT_EQ(map.key, "خبر عاجل صلي الله عليه وسلم");
  EXPECT_EQ(cut("خبر"), "خبرٌ");
  EXPECT_EQ(cut("خبر عاجل"), "خبرٌ»  عاجل\u200F");
  EXPECT_EQ(cut("الله"), "ﷺ");
  EXPECT_EQ(cut(map.key), "خبرٌ»  عاجل\u200F: ﷺ");
}

TEST(Fold, MapOfNothingIsOneZero) {
  FoldedText map;
  for (const char* text : {"", " ", "\u200F", "..."}) {
    fold_with_map(text, FoldMarks::drop, map);
    EXPECT_EQ(map.key, "");
    EXPECT_EQ(map.source, std::vector<std::uint32_t>{0});
    EXPECT_EQ(map.source_end(0), 0u);
  }
}

// One character may fold to eleven times its bytes: the buffer must grow in the middle.
TEST(Fold, GrowsForLigatures) {
  std::string text, expected;
  for (int i = 0; i < 300; ++i) {
    text += "ﷺ";
    expected += "صلي الله عليه وسلم";
  }
  EXPECT_EQ(folded(text), expected);
}

// --- the table, the loops and the rule agree ----------------------------------------------------

TEST(Fold, EveryCodePointAgreesWithTheTwinAndIsFinal) {
  IcuTwin icu_twin;
  for (const FoldMarks marks : {FoldMarks::drop, FoldMarks::keep}) {
    for (char32_t c = 0; c < 0x20000; ++c) {
      std::string text = "x";
      append_utf8(c, text);
      text += 'x';
      const std::string key = folded(text, marks);
      ASSERT_EQ(key, twin(text, marks)) << std::hex << c + 0u;
      if (marks == FoldMarks::drop) {
        ASSERT_EQ(icu_twin.nfc(key), icu_twin(text)) << std::hex << c + 0u;
      }
      ASSERT_EQ(folded(key, marks), key) << std::hex << c + 0u;
    }
  }
}

TEST(Fold, RandomTextAgreesWithTheTwin) {
  const unsigned seed = std::random_device{}();
  SCOPED_TRACE(seed);
  std::mt19937 random(seed);
  FoldedText map;
  std::string key;
  IcuTwin icu_twin;
  for (int round = 0; round < 20'000; ++round) {
    const std::string text = random_text(random);
    ASSERT_EQ(icu_twin.nfc(folded(text)), icu_twin(text)) << text;
    for (const FoldMarks marks : {FoldMarks::drop, FoldMarks::keep}) {
      fold(text, marks, key);
      ASSERT_EQ(key, twin(text, marks)) << text;
      ASSERT_EQ(folded(key, marks), key) << text;
      fold_with_map(text, marks, map);
      ASSERT_EQ(map.key, key) << text;
      expect_map_holds(text, map);
    }
  }
}

// fold() reads blocks of sixteen bytes where it can, fold_with_map() never does.
TEST(Fold, BlocksAgreeWithSingleCharacters) {
  FoldedText map;
  const std::string plain = "abcdefgh ijklmnop";
  for (char32_t c = 1; c < 0x800; ++c) {
    for (std::size_t place = 0; place < 16; ++place) {
      std::string text = plain.substr(0, place);
      append_utf8(c, text);
      text += place % 3 == 0 ? " ،" : "";
      append_utf8(c, text);
      text += plain + plain;
      for (const FoldMarks marks : {FoldMarks::drop, FoldMarks::keep}) {
        fold_with_map(text, marks, map);
        ASSERT_EQ(folded(text, marks), map.key) << text << std::hex << " " << c + 0u;
      }
    }
  }
}

TEST(Fold, BlocksOfArabicAgreeWithSingleCharacters) {
  std::mt19937 random(20261123);
  static constexpr std::u32string_view kPoints =
      U"ابتةهويىؤئأإآءـًٍَُِّْ٠١٢٩،؛؟ abzAZ019.,:\"'`()\n\t  \u00a0éکیگ۰«»–\u200fﻻ漢";
  FoldedText map;
  for (int round = 0; round < 20'000; ++round) {
    std::string text;
    for (auto n = random() % 80; n > 0; --n) {
      append_utf8(kPoints[random() % kPoints.size()], text);
      if (random() % 50 == 0) text += static_cast<char>(random());  // malformed
    }
    for (const FoldMarks marks : {FoldMarks::drop, FoldMarks::keep}) {
      fold_with_map(text, marks, map);
      ASSERT_EQ(folded(text, marks), map.key) << text;
    }
  }
}

TEST(Fold, RealTextAgreesWithTheTwin) {
  const std::vector<std::string> texts = real_texts("lines/labelled.dev.jsonl", 300);
  if (texts.empty()) GTEST_SKIP() << "no evaluation data at " << eval_dir();
  FoldedText map;
  IcuTwin icu_twin;
  for (const std::string& text : texts) {
    ASSERT_EQ(icu_twin.nfc(folded(text)), icu_twin(text));
    for (const FoldMarks marks : {FoldMarks::drop, FoldMarks::keep}) {
      fold_with_map(text, marks, map);
      ASSERT_EQ(map.key, twin(text, marks));
      ASSERT_EQ(folded(text, marks), map.key);
      expect_map_holds(text, map);
    }
  }
}

}  // namespace
}  // namespace khabar
