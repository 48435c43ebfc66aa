#include "core/text/charset.h"

#include <random>

#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <gtest/gtest.h>

#include "core/text/charset_tables.h"
#include "core/text/mojibake.h"
#include "core/text/utf8.h"
#include "tests/core/text/real_texts.h"

namespace khabar {
namespace {

const char* const kArabic =
    "أعلنت وزارة الزراعة اليوم بدء موسم حصاد القمح في المحافظات الشرقية، وقال المدير إن الإنتاج "
    "هذا "
    "العام أفضل من العام الماضي بفضل الأمطار الغزيرة التي هطلت في الربيع.";
const char* const kRussian =
    "Министерство сельского хозяйства сообщило сегодня о начале уборки пшеницы в восточных "
    "областях "
    "страны, урожай этого года будет лучше прошлогоднего благодаря дождям.";
const char* const kFrench =
    "Le ministère a annoncé le début de la récolte du blé dans les régions de l’est, où les pluies "
    "du printemps ont été généreuses cette année.";
const char* const kGreek =
    "Το υπουργείο ανακοίνωσε σήμερα την έναρξη της συγκομιδής του σιταριού στις ανατολικές "
    "περιοχές "
    "της χώρας μετά τις βροχές της άνοιξης.";
const char* const kHebrew =
    "משרד החקלאות הודיע היום על תחילת קציר החיטה באזורים המזרחיים של המדינה לאחר הגשמים של האביב";
const char* const kThai =
    "กระทรวงเกษตรประกาศวันนี้ว่าเริ่มฤดูเก็บเกี่ยวข้าวสาลีในภาคตะวันออกของประเทศหลังฝนตกหนัก";
const char* const kJapanese =
    "農業省は本日、東部地域で小麦の収穫が始まったと発表した。今年の収穫量は春の雨のおかげで昨年より"
    "良いと担当者は語った。";
const char* const kChinese =
    "农业部今天宣布，东部地区的小麦收割工作已经开始。负责人说，由于春季雨水充足，今年的产量比去年好"
    "。";
const char* const kKorean =
    "농업부는 오늘 동부 지역에서 밀 수확이 시작되었다고 발표했다. 올해 수확량은 봄비 덕분에 "
    "지난해보다 "
    "많다고 담당자가 말했다.";

std::string encoded(std::string_view utf8, const char* icu_name) {
  UErrorCode status = U_ZERO_ERROR;
  UConverter* const converter = ucnv_open(icu_name, &status);
  EXPECT_TRUE(U_SUCCESS(status)) << icu_name;
  const icu::UnicodeString text = icu::UnicodeString::fromUTF8(
      icu::StringPiece(utf8.data(), static_cast<std::int32_t>(utf8.size())));
  std::string out(static_cast<std::size_t>(text.length()) * 4 + 8, ' ');
  const std::int32_t size =
      ucnv_fromUChars(converter, out.data(), static_cast<std::int32_t>(out.size()),
                      text.getBuffer(), text.length(), &status);
  ucnv_close(converter);
  out.resize(static_cast<std::size_t>(size));
  return out;
}

std::string page(const char* label, const std::string& body) {
  return "<html><head><script>var a = 1;</script><meta charset=\"" + std::string(label) +
         "\"><title>x</title></head><body class=\"news\"><p>" + body + "</p></body></html>";
}

class Charset : public ::testing::Test {
 protected:
  // "windows-1256 meta" or "windows-1256 detected corrected".
  std::string how(std::string_view bytes, const CharsetHints& hints = {}) {
    decoded_ = decoder_.decode_to_utf8(bytes, hints);
    EXPECT_TRUE(is_valid_utf8(decoded_.text()));
    text_ = decoded_.text();  // `bytes` may not outlive this call
    return std::string(decoded_.charset) + ' ' + std::string(evidence_name(decoded_.evidence)) +
           (decoded_.corrected ? " corrected" : "");
  }
  const std::string& text() const { return text_; }
  bool says(const char* what) const { return text_.find(what) != std::string::npos; }

  CharsetDecoder decoder_;
  DecodedText decoded_;
  std::string text_;
};

TEST_F(Charset, GoodUtf8IsNotCopied) {
  const std::string bytes = page("utf-8", kArabic);
  EXPECT_EQ(how(bytes), "UTF-8 meta");
  EXPECT_EQ(decoded_.text().data(), bytes.data());
  EXPECT_EQ(how(std::string("\xEF\xBB\xBF") + kArabic), "UTF-8 bom");
  EXPECT_EQ(how(kArabic), "UTF-8 detected");
  EXPECT_EQ(how(""), "UTF-8 detected");
}

TEST_F(Charset, BelievesDeclarationsThatFit) {
  const std::tuple<const char*, const char*, const char*> cases[] = {
      {kArabic, "windows-1256", "windows-1256"},
      {kArabic, "ISO-8859-6", "ISO-8859-6"},
      {kRussian, "windows-1251", "windows-1251"},
      {kRussian, "KOI8-R", "KOI8-R"},
      {kFrench, "windows-1252", "windows-1252"},
      {kGreek, "windows-1253", "windows-1253"},
      {kHebrew, "windows-1255", "windows-1255"},
      {kThai, "windows-874", "windows-874"},
      {kJapanese, "Shift_JIS", "Shift_JIS"},
      {kJapanese, "EUC-JP", "EUC-JP"},
      {kJapanese, "ISO-2022-JP", "ISO-2022-JP"},
      {kChinese, "GBK", "GBK"},
      {kKorean, "EUC-KR", "EUC-KR"},
      {kChinese, "gb18030", "gb18030"},
  };
  for (const auto& [language_text, icu_name, name] : cases) {
    const std::string bytes = encoded(language_text, icu_name);
    EXPECT_EQ(how(page(icu_name, bytes)), std::string(name) + " meta");
    EXPECT_TRUE(says(language_text)) << icu_name << ": " << text();
    EXPECT_EQ(how(bytes, {.http_charset = icu_name}), std::string(name) + " http");
    EXPECT_EQ(text(), language_text);
    EXPECT_EQ(decoded_.replaced, 0u);
  }
}

TEST_F(Charset, DetectsWhatNobodyDeclared) {
  const std::tuple<const char*, const char*, const char*> cases[] = {
      {kArabic, "windows-1256", "windows-1256"},
      {kArabic, "ISO-8859-6", "ISO-8859-6"},
      {kRussian, "windows-1251", "windows-1251"},
      {kRussian, "KOI8-R", "KOI8-U"},
      {kRussian, "ISO-8859-5", "ISO-8859-5"},
      {kRussian, "ibm-866", "IBM866"},
      {kFrench, "windows-1252", "windows-1252"},
      {kGreek, "windows-1253", "windows-1253"},
      {kHebrew, "windows-1255", "windows-1255"},
      {kThai, "windows-874", "windows-874"},
      {kJapanese, "Shift_JIS", "Shift_JIS"},
      {kJapanese, "EUC-JP", "EUC-JP"},
      {kJapanese, "ISO-2022-JP", "ISO-2022-JP"},
      {kChinese, "GBK", "gb18030"},
      {kKorean, "EUC-KR", "EUC-KR"},
  };
  for (const auto& [language_text, icu_name, name] : cases) {
    const std::string bytes = "<html><p>" + encoded(language_text, icu_name) + "</p></html>";
    EXPECT_EQ(how(bytes), std::string(name) + " detected");
    EXPECT_TRUE(says(language_text)) << icu_name << ": " << text();
  }
}

TEST_F(Charset, CorrectsWrongDeclarations) {
  const std::string arabic_1256 = encoded(kArabic, "windows-1256");
  EXPECT_EQ(how(page("iso-8859-1", arabic_1256)), "windows-1256 detected corrected");
  EXPECT_TRUE(says(kArabic));
  EXPECT_EQ(how(page("utf-8", arabic_1256)), "windows-1256 detected corrected");
  EXPECT_TRUE(says(kArabic));
  EXPECT_EQ(how(page("gb2312", arabic_1256)), "windows-1256 detected corrected");
  EXPECT_EQ(how(page("windows-1256", kArabic)), "UTF-8 detected corrected");
  EXPECT_TRUE(says(kArabic));
  EXPECT_EQ(how(page("iso-8859-1", kFrench)), "UTF-8 detected corrected");
  EXPECT_EQ(how(page("gb2312", kChinese)), "UTF-8 detected corrected");
  EXPECT_EQ(how(page("windows-1251", encoded(kRussian, "KOI8-R"))), "KOI8-U detected corrected");
  EXPECT_TRUE(says(kRussian));
  EXPECT_EQ(how("\xEF\xBB\xBF" + page("utf-8", arabic_1256)), "windows-1256 detected corrected");
}

// HTTP speaks before <meta, unless the bytes say otherwise.
TEST_F(Charset, ChoosesBetweenTwoDeclarations) {
  const std::string bytes = page("windows-1256", encoded(kArabic, "windows-1256"));
  EXPECT_EQ(how(bytes, {.http_charset = "utf-8"}), "windows-1256 meta corrected");
  EXPECT_EQ(how(page("windows-1252", kArabic), {.http_charset = "utf-8"}), "UTF-8 http");
  EXPECT_EQ(how(page("iso-8859-1", "plain"), {.http_charset = "nonsense"}), "windows-1252 meta");
  EXPECT_EQ(how(page("iso-8859-1", "plain"), {.allow_meta_prescan = false}), "UTF-8 detected");
}

TEST_F(Charset, FewMalformedBytesAreReplaced) {
  const std::string bytes = page("utf-8", std::string(kArabic) + "\xD8 end \xFF");
  EXPECT_EQ(how(bytes), "UTF-8 meta");
  EXPECT_EQ(decoded_.replaced, 2u);
  EXPECT_TRUE(says("\xEF\xBF\xBD end"));
}

TEST_F(Charset, ReadsUtf16AndUtf32) {
  EXPECT_EQ(how("\xFF\xFE" + encoded("سلام 😀", "UTF-16LE")), "UTF-16LE bom");
  EXPECT_EQ(text(), "سلام 😀");
  EXPECT_EQ(how("\xFE\xFF" + encoded("سلام", "UTF-16BE")), "UTF-16BE bom");
  EXPECT_EQ(text(), "سلام");
  EXPECT_EQ(how(std::string("\xFF\xFE\0\0", 4) + encoded("سلام", "UTF-32LE")), "UTF-32LE bom");
  EXPECT_EQ(text(), "سلام");
  EXPECT_EQ(how(encoded("<html><p>plain words</p></html>", "UTF-16LE")), "UTF-16LE detected");
  EXPECT_EQ(how(std::string("\xFF\xFE\x41\x00\x00\xD8\x42\x00\x43", 9)), "UTF-16LE bom");
  EXPECT_EQ(text(), "A\uFFFDB\uFFFD");
  EXPECT_EQ(decoded_.replaced, 2u);
}

// Encoding Standard: the labels "ascii" and "latin1" are windows-1252, and 0x85 is an ellipsis.
TEST_F(Charset, Latin1IsWindows1252) {
  EXPECT_EQ(how("caf\xE9\x85", {.http_charset = " Latin1 "}), "windows-1252 http");
  EXPECT_EQ(text(), "café…");
}

// Encoding Standard, the indexes: undefined bytes are C1 controls below 0xA0, U+FFFD above.
TEST_F(Charset, UndefinedBytesAreAsTheStandardSays) {
  const std::tuple<Encoding, const char*, const char*> cases[] = {
      {Encoding::windows_1252, "\x81\x8D", "\u0081\u008D"},
      {Encoding::windows_1251, "\x98\xC0", "\u0098А"},
      {Encoding::windows_1253, "\xAA\xC1", "\uFFFDΑ"},
      {Encoding::windows_1255, "\xD9\xCA", "\uFFFD\u05BA"},
      {Encoding::windows_1256, "\x81\xED\xFF", "پيے"},
      {Encoding::iso_8859_6, "\xA1\xC7", "\uFFFDا"},
      {Encoding::iso_8859_16, "\xA2\xFE", "ąț"},
      {Encoding::koi8_u, "\xAE\xBE\xC1", "ўЎа"},
      {Encoding::macintosh, "\xDB", "€"},
      {Encoding::ibm866, "\x80\x1A\x7F", "А\x1A\x7F"},
      {Encoding::windows_874, "\xDB\xA1", "\uFFFDก"},
  };
  for (const auto& [encoding, bytes, expected] : cases) {
    std::string out;
    decoder_.decode_as(encoding, bytes, out);
    EXPECT_EQ(out, expected) << encoding_name(encoding);
  }
}

TEST_F(Charset, EveryEncodingDecodesEveryByte) {
  std::string all;
  for (int i = 0; i < 256; ++i) all += static_cast<char>(i);
  all += all;
  for (int i = 0; i <= static_cast<int>(Encoding::utf_32le); ++i) {
    std::string out;
    decoder_.decode_as(static_cast<Encoding>(i), all, out);
    EXPECT_TRUE(is_valid_utf8(out)) << encoding_name(static_cast<Encoding>(i));
  }
}

TEST(CharsetLabels, AreFoundWhateverTheirCase) {
  // clang-format off
  const std::pair<const char*, const char*> cases[] = {
      {"UTF8", "UTF-8"},           {" cp1256\n", "windows-1256"},  {"ISO-8859-9", "windows-1254"},
      {"gb2312", "GBK"},           {"ks_c_5601-1987", "EUC-KR"},   {"arabic", "ISO-8859-6"},
      {"x-sjis", "Shift_JIS"},     {"unicode", "UTF-16LE"},        {"tis-620", "windows-874"},
      {"hz-gb-2312", "replacement"}, {"logical", "ISO-8859-8-I"},  {"uft-8", "UTF-8"},
  };
  // clang-format on
  for (const auto& [label, name] : cases) {
    const auto encoding = encoding_of_label(label);
    ASSERT_TRUE(encoding.has_value()) << label;
    EXPECT_EQ(encoding_name(*encoding), name);
  }
  EXPECT_FALSE(encoding_of_label("").has_value());
  EXPECT_FALSE(encoding_of_label("utf-9").has_value());
  EXPECT_FALSE(encoding_of_label(std::string(1000, 'x')).has_value());
}

TEST(CharsetPrescan, FindsTheDeclaration) {
  const std::pair<const char*, const char*> cases[] = {
      {"<meta charset=windows-1256>", "windows-1256"},
      {"<META http-equiv='Content-Type' content='text/html; charset=windows-1256'/>",
       "windows-1256"},
      {"<meta content=\"text/html; charset = 'koi8-r'\" http-equiv=content-type>", "koi8-r"},
      {"<meta name=x content='charset=koi8-r'>", ""},
      {"<!-- <meta charset=koi8-r> --><meta charset=utf-8>", "utf-8"},
      {"<a title='<meta charset=koi8-r>'><meta charset=utf-8>", "utf-8"},
      {"<meta charset=bogus><meta charset=utf-8>", "utf-8"},
      {"<?xml version=\"1.0\" encoding=\"windows-1256\"?><rss>", "windows-1256"},
      {"<?xml version='1.0'?><html><meta charset=utf-8>", "utf-8"},
      {"<meta charset", ""},
      {"<", ""},
  };
  for (const auto& [bytes, label] : cases) EXPECT_EQ(prescan_charset(bytes), label) << bytes;
  std::string late(3000, ' ');
  late += "<meta charset=utf-8>";
  EXPECT_EQ(prescan_charset(late), "utf-8");
}

TEST(ContentTypeHeader, IsTakenApart) {
  const std::tuple<const char*, const char*, const char*> cases[] = {
      {"text/html; charset=windows-1256", "text/html", "windows-1256"},
      {"Text/HTML;Charset=\"UTF-8\"; boundary=x", "text/html", "UTF-8"},
      {"text/xml", "text/xml", ""},
      {" application/rss+xml ; charset: utf-8 ", "application/rss+xml", "utf-8"},
      {"charset=utf-8", "", "utf-8"},
      {"text/html; charset=utf-8, text/html", "text/html", "utf-8"},
      {"text/html; charset='utf-8'", "text/html", "utf-8"},
      {"", "", ""},
  };
  for (const auto& [value, mime, charset] : cases) {
    const ContentType type = parse_content_type(value);
    EXPECT_EQ(type.mime, mime) << value;
    EXPECT_EQ(type.charset, charset) << value;
  }
}

// --- mojibake ------------------------------------------------------------------------------------

// UTF-8 read as `charset` and written as UTF-8 again.
std::string garbled(std::string_view text, Encoding charset) {
  std::string out;
  SingleByteTable(charset).decode(text, out);
  return out;
}

TEST(Mojibake, IsTurnedBack) {
  const MojibakeMender mender;
  for (const char* text : {kArabic, kFrench, kRussian, kGreek, kJapanese}) {
    for (const Encoding charset :
         {Encoding::windows_1252, Encoding::windows_1256, Encoding::windows_1251}) {
      std::string out;
      EXPECT_EQ(mender.mend(garbled(text, charset), out), 1u);
      EXPECT_EQ(out, text);
    }
  }
}

TEST(Mojibake, IsMendedInPart) {
  const MojibakeMender mender;
  const std::string bad = garbled(kArabic, Encoding::windows_1256);
  const std::string text = "<p>" + std::string(kFrench) + "</p><p>" + bad + "</p>\n" + kArabic;
  std::string out;
  EXPECT_EQ(mender.mend(text, out), 1u);
  EXPECT_EQ(out, "<p>" + std::string(kFrench) + "</p><p>" + kArabic + "</p>\n" + kArabic);
}

// Garbled twice, it is mended twice.
TEST_F(Charset, MendsWhatItDecoded) {
  const std::string once = garbled(kArabic, Encoding::windows_1256);
  how(page("utf-8", garbled(once, Encoding::windows_1252)), {.http_charset = "utf-8"});
  EXPECT_TRUE(says(kArabic)) << text();
  EXPECT_EQ(decoded_.mended, 2u);
}

// "Ã©" alone may be meant; among three certain segments it is not.
TEST(Mojibake, ShortSegmentsNeedCompany) {
  const MojibakeMender mender;
  const std::string bad = garbled(kFrench, Encoding::windows_1252);
  std::string out;
  EXPECT_EQ(mender.mend("cafÃ©", out), 0u);
  EXPECT_EQ(mender.mend("cafÃ©\n" + bad, out), 1u);
  EXPECT_EQ(mender.mend("cafÃ© Ã la\n" + bad + '\n' + bad + '\n' + bad, out), 4u);
  EXPECT_TRUE(out.starts_with("café à la\n"));
}

TEST(Mojibake, GenuineTextIsLeftAlone) {
  const MojibakeMender mender;
  std::string out;
  for (const char* text : {kArabic, kFrench, kRussian, kGreek, kHebrew, kThai, kJapanese, kChinese,
                           kKorean, "ÂÃ ÂÃO SÃO JOÃO", "Đà Nẵng", "رگ", "«»", "€ £ ¥"}) {
    EXPECT_EQ(mender.mend(text, out), 0u) << text;
  }
}

TEST(Mojibake, RealArticlesAreLeftAlone) {
  const std::vector<std::string> texts = real_texts("dedupe/ant.dev.jsonl.gz", 30'000);
  if (texts.empty()) GTEST_SKIP() << "no evaluation data at " << eval_dir();
  const MojibakeMender mender;
  std::string out;
  for (const std::string& text : texts) EXPECT_EQ(mender.mend(text, out), 0u) << text << out;
}

TEST(Charset_, RandomBytesGiveValidUtf8) {
  const unsigned seed = std::random_device{}();
  SCOPED_TRACE(seed);
  std::mt19937 random(seed);
  CharsetDecoder decoder;
  const char* const kLabels[] = {"",          "utf-8",  "windows-1256", "gb18030",
                                 "shift_jis", "euc-jp", "big5",         "iso-2022-jp",
                                 "utf-16",    "euc-kr", "hz-gb-2312"};
  constexpr std::string_view kMarkup = "<a \x1B$B(J>";
  for (int round = 0; round < 3'000; ++round) {
    std::string bytes;
    const std::size_t length = random() % 200;
    const std::size_t flavour = random() % 3;
    for (std::size_t i = 0; i < length; ++i) {
      const auto byte = static_cast<char>(random());
      bytes += flavour == 0   ? byte
               : flavour == 1 ? static_cast<char>(byte | '\x80')
                              : kMarkup[random() % kMarkup.size()];
    }
    const DecodedText decoded =
        decoder.decode_to_utf8(bytes, {.http_charset = kLabels[random() % std::size(kLabels)]});
    ASSERT_TRUE(is_valid_utf8(decoded.text()));
    ASSERT_FALSE(decoded.charset.empty());
  }
}

}  // namespace
}  // namespace khabar
