#include "core/text/normalise.h"

#include <random>

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <gtest/gtest.h>

#include "core/text/normalise_scan.h"
#include "core/text/utf8.h"
#include "tests/core/text/real_texts.h"

namespace khabar {
namespace {

struct Case {
  const char* language;
  const char* text;
  const char* expected;
};

TEST(Normalise, WritesOneSpelling) {
  const Case cases[] = {
      {"ar", "خبر\u00A0 عاجل\t!", "خبر عاجل !"},
      {"ar", "  a \u2009 b\u3000", "a b"},
      {"ar", "\uFEFFس\u200Bل\u2060ا\u00ADم\u0007", "سلام"},
      {"ar", "\u202Bخبر\u202C \u2067عاجل\u2069", "خبر عاجل"},
      {"ar", "\u200Fقال X\u200E، ثم\u200F\nعاد\u061C ", "قال X\u200E، ثم\nعاد"},
      {"ar", "والميدانيـــة", "والميدانية"},
      {"ar", "رسمـًا", "رسمًا"},
      {"ar", "لـسانا وَـهذا", "لـسانا وَـهذا"},
      {"ar", "الـسعودية", "السعودية"},
      {"ar", "الـ15 لـ«خبر» 1436هـ. سوريا ـ دمشق", "الـ15 لـ«خبر» 1436هـ. سوريا ـ دمشق"},
      {"ar", "ـــــ", "ـــــ"},
      {"ar", "علی کتاب", "علي كتاب"},
      {"fa", "علی کتاب", "علی کتاب"},
      {"ar", "می\u200Cرود", "ميرود"},
      {"fa", "می\u200Cرود", "می\u200Cرود"},
      {"", "می\u200Cرود", "می\u200Cرود"},
      {"ar", "ﺍﻟﺴﻼﻡ ﻻ ﻹ ﻼ", "السلام لا لإ لا"},
      {"ar", "ﷺ ﷲ ﷽ ﷼ ﷴ", "ﷺ ﷲ ﷽ ﷼ محمد"},
      {"ar", "كتب\uFE76 م\uFE7Dر", "كتب\u064E م\u0651ر"},
      {"ar", "ا\u0653منة ي\u0654", "آمنة ئ"},
      {"ar", "مك\u0651\u064Eة", "مك\u064E\u0651ة"},
      {"en", "e\u0301te\u0301 ﬁn", "été fin"},
      {"en", "“a” – b… ½ ² ™", "“a” – b… ½ ² ™"},
      {"en", "a\r\nb\rc\u2028d \n\n\n \n e\n", "a\nb\nc\nd\n\ne"},
      {"en", "\n\n", ""},
      {"ko", "\u1112\u1161\u11AB", "한"},
      {"hi", "क\u093C", "क\u093C"},
      {"en", "👨\u200D👩", "👨\u200D👩"},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(normalised(c.text, {.language = c.language}), c.expected) << c.text;
  }
}

TEST(Normalise, LeavesThePersianLettersWhenAsked) {
  EXPECT_EQ(normalised("علی", {.language = "ar", .unify_yeh_kaf = false}), "علی");
}

std::string random_text(std::mt19937& random) {
  static const std::u32string kPool =
      U"اللهبسمويكـــىیک ةًَُِّْٰإٓٓٔ\u200B\u200C\u200D\u200E\u200F\u202A\u2066\uFEFF\u00A0\u00AD\u2003"
      U"\n\r\t    "
      U"\u2028\u061C15«»“”،.aeé\u0301\u0307\u0323Ａﻻﻼﷺﷲﷴﷸﹶ\uFE71\uFC60\uFCF2ﬁ漢字が\u3099か\u1112"
      U"\u1161\u11AB\u2126\u2800\u3000\uFFFC\u0085\u0001שָׁ\u05C1й\u0306и😀\u2001क\u093C\u0958";
  std::string text;
  const std::size_t length = random() % 80;
  for (std::size_t i = 0; i < length; ++i) {
    append_utf8(random() % 10 == 0 ? static_cast<char32_t>(random() % 0x3100)
                                   : kPool[random() % kPool.size()],
                text);
  }
  return text;
}

// The scans skip; without them every character is looked at. Both ways must agree: a suspect the
// vectors miss would survive in a long text and be edited in a text cut just before it.
TEST(Normalise, ScanSkipsNothingThatNeedsEditing) {
  const unsigned seed = std::random_device{}();
  SCOPED_TRACE(seed);
  std::mt19937 random(seed);
  for (int round = 0; round < 20'000; ++round) {
    const std::string text = random_text(random);
    for (std::size_t from = 0; from < text.size(); ++from) {
      if ((static_cast<unsigned char>(text[from]) & 0xC0) == 0x80) continue;
      // The scalar view of the same text: windows too short for a vector.
      std::size_t expected = text.size();
      for (std::size_t at = from; at < text.size(); ++at) {
        const std::size_t window = std::min(text.size(), at + 3);
        const std::string_view seen = std::string_view(text).substr(0, window);
        const std::size_t found = next_edit_suspect(seen, at, true);
        const bool boundary = (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
        if (boundary && found == at) {
          expected = at;
          break;
        }
      }
      ASSERT_EQ(next_edit_suspect(text, from, true), expected) << text << " from " << from;
      if (round % 50 != 0) break;
    }
  }
}

// One quick pass says what both scans say.
bool scans_find_nothing(std::string_view text, bool unify) {
  const auto is_gap = [](char c) { return c == ' ' || c == '\n'; };
  if (!text.empty() && (is_gap(text.front()) || is_gap(text.back()))) return false;
  return next_edit_suspect(text, 0, unify) == text.size() && !may_need_nfc(text);
}

TEST(Normalise, TheQuickPassAgreesWithBothScans) {
  const std::string padding = "xبx";
  for (char32_t c = 0; c < 0x10000; ++c) {
    if (c == 0xD800) c = 0xE000;
    for (std::size_t place = 0; place < 20; place += c < 0x3000 ? 1 : 7) {
      std::string text = std::string(place, 'x');
      append_utf8(c, text);
      text += place % 2 == 0 ? "" : "ب\u064E";
      append_utf8(c, text);
      text += "x\u064Eللهxxxxxxxxxxxxxxxxxxxx";
      for (const bool unify : {false, true}) {
        ASSERT_EQ(is_normal_beyond_doubt(text, unify), scans_find_nothing(text, unify))
            << std::hex << c + 0u << " at " << place;
      }
    }
  }
}

TEST(Normalise, TheQuickPassAgreesOnRandomText) {
  std::mt19937 random(20261123);
  static constexpr std::u32string_view kPlain = U"ابتةهويىؤئأإ،؛؟ aeéñйЖ019.,«»ي هم";
  std::size_t normal = 0;
  for (int round = 0; round < 50'000; ++round) {
    std::string text;
    for (auto n = random() % 60; n > 0; --n) {
      append_utf8(kPlain[random() % kPlain.size()], text);
      if (random() % 60 == 0) text += random_text(random).substr(0, random() % 9);
    }
    ASSERT_EQ(is_normal_beyond_doubt(text, true), scans_find_nothing(text, true)) << text;
    if (!is_normal_beyond_doubt(text, true)) continue;
    ++normal;
    ASSERT_EQ(normalised(text, {.language = "ar"}), text);
  }
  EXPECT_GT(normal, 2'000U);
}

// What was normalised for no language stays, for any language, where the quick look says so.
TEST(Normalise, LanguagesDifferInPersianSpellingAlone) {
  EXPECT_TRUE(may_depend_on_language("علی"));
  EXPECT_TRUE(may_depend_on_language("گربه ک"));
  EXPECT_TRUE(may_depend_on_language("می\u200Cشود و این متن بلند"));
  EXPECT_FALSE(may_depend_on_language("علي كتب كتابا طويلا، وقال «نعم»."));
  std::mt19937 random(20261123);
  std::size_t spared = 0;
  for (int round = 0; round < 50'000; ++round) {
    const bool keep = round % 2 == 0;
    NormaliseOptions options;
    options.keep_tatweel = keep;
    options.keep_forms = round % 3 == 0;
    const std::string text = normalised(random_text(random), options);
    if (may_depend_on_language(text)) continue;
    ++spared;
    for (const std::string_view language : {"ar", "fa", "en"}) {
      options.language = language;
      ASSERT_EQ(normalised(text, options), text);
    }
  }
  EXPECT_GT(spared, 2'000U);
}

// No character of Unicode, alone or next to a haraka, is out of NFC unseen.
TEST(Normalise, NfcScanMissesNoCharacter) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  for (char32_t c = 0; c < 0x20000; ++c) {
    if (c == 0xD800) c = 0xE000;
    std::string alone;
    append_utf8(c, alone);
    for (const std::string& text : {alone, "ب\u0651" + alone, "ب" + alone + "\u064E"}) {
      for (const std::string& padded : {text, std::string(20, 'x') + text + std::string(20, 'x')}) {
        ASSERT_TRUE(may_need_nfc(padded) || nfc->isNormalizedUTF8(padded, status))
            << std::hex << c + 0u;
      }
    }
  }
}

TEST(Normalise, AgainChangesNothingAndIsNfc) {
  const unsigned seed = std::random_device{}();
  SCOPED_TRACE(seed);
  std::mt19937 random(seed);
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  for (int round = 0; round < 20'000; ++round) {
    const std::string text = random_text(random);
    for (const char* language : {"ar", "fa"}) {
      const std::string once = normalised(text, {.language = language});
      ASSERT_EQ(normalised(once, {.language = language}), once) << text;
      ASSERT_TRUE(nfc->isNormalizedUTF8(once, status)) << text;
      ASSERT_EQ(once.find("  "), std::string::npos);
      ASSERT_EQ(trim_blanks(once), once);
    }
  }
}

// Of real Arabic text little may change: what it says is the same to a comparison key's eye.
TEST(Normalise, RealTextIsStable) {
  const std::vector<std::string> texts = real_texts("lines/labelled.dev.jsonl", 300);
  if (texts.empty()) GTEST_SKIP() << "no evaluation data at " << eval_dir();
  for (const std::string& text : texts) {
    const std::string once = normalised(text, {.language = "ar"});
    EXPECT_EQ(normalised(once, {.language = "ar"}), once);
    EXPECT_GT(once.size(), text.size() / 2);
  }
}

// Ordering a hundred thousand marks takes ICU minutes; Unicode's stream-safe form has thirty.
TEST(Normalise, RunsOfMarksAreCut) {
  std::string text = "a";
  for (int i = 0; i < 100'000; ++i) text += "\u0301\u0316";
  const std::string once = normalised(text);
  EXPECT_EQ(count_code_points(once), 30u);  // á takes one of them in
  std::string stretched = "ا";
  for (int i = 0; i < 100'000; ++i) stretched += "ـ\u064E";
  EXPECT_LE(normalised(stretched + "ب").size(), stretched.size() + 2);
}

TEST(Normalise, SurvivesMalformedBytes) {
  std::mt19937 random(7);
  for (int round = 0; round < 2'000; ++round) {
    std::string bytes;
    for (int i = 0; i < 50; ++i) bytes += static_cast<char>(random());
    const std::string once = normalised(bytes, {.language = "ar"});
    EXPECT_LE(once.size(), 3 * bytes.size());
  }
}

TEST(Normalise, KeepsTheEncodingWhenAsked) {
  NormaliseOptions options{"ar"};
  const std::string printed = "قال إنه \uFEFB يعود\u200B غداً\u00A0إلى بيته";
  EXPECT_EQ(normalised(printed, options), "قال إنه لا يعود غداً إلى بيته");
  options.keep_encoding = true;
  EXPECT_EQ(normalised(printed, options), "قال إنه \uFEFB يعود\u200B غداً إلى بيته");
}

TEST(Normalise, TellsStrayFormsFromAConvertersText) {
  std::string words;
  for (int i = 0; i < 100; ++i) words += "غادرت العبارة الميناء فجر الاثنين ";
  EXPECT_FALSE(forms_are_stray(words));
  EXPECT_TRUE(forms_are_stray(words + "\uFEFB يعود"));
  EXPECT_FALSE(forms_are_stray("قال إنه \uFEFB يعود"));  // one of ten letters
  EXPECT_FALSE(forms_are_stray("\uFEE3\uFEAE\uFEA3\uFE92\uFE8E"));
  NormaliseOptions options{"ar"};
  options.keep_forms = true;
  EXPECT_EQ(normalised("\uFEFB\u200B يعود", options), "\uFEFB يعود");
}

}  // namespace
}  // namespace khabar
