#include "core/text/language.h"

#include <map>

#include <gtest/gtest.h>

#include "tests/core/text/real_texts.h"

namespace khabar {
namespace {

// clang-format off
TEST(Language, IsTheTextsOwn) {
  const std::pair<const char*, const char*> cases[] = {
      {"أعلنت الوزارة اليوم بدء موسم الحصاد في المحافظات الشرقية بعد أمطار الربيع", "ar"},
      {"وزارت کشاورزی امروز آغاز فصل برداشت گندم را در استان‌های شرقی اعلام کرد", "fa"},
      {"وزارت زراعت نے آج مشرقی صوبوں میں گندم کی کٹائی کے آغاز کا اعلان کیا ہے", "ur"},
      {"د کرنې وزارت نن په ختیځو ولایتونو کې د غنمو د لو پیل اعلان کړ چې ښه حاصل لري", "ps"},
      {"وەزارەتی کشتوکاڵ ئەمڕۆ دەستپێکردنی دروێنەی گەنمی لە پارێزگاکانی ڕۆژهەڵات ڕاگەیاند", "ckb"},
      {"The ministry announced today that the wheat harvest has begun in the eastern provinces", "en"},
      {"Le ministère a annoncé aujourd’hui le début de la récolte dans les provinces de l’est", "fr"},
      {"Das Ministerium teilte heute mit, dass die Ernte in den östlichen Provinzen begonnen hat",
       "de"},
      {"Bakanlık bugün doğu illerinde buğday hasadının başladığını duyurdu", "tr"},
      {"Министерство сообщило сегодня о начале уборки пшеницы в восточных областях", "ru"},
      {"Міністерство повідомило сьогодні про початок збирання пшениці у східних областях", "uk"},
      {"משרד החקלאות הודיע היום על תחילת קציר החיטה באזורים המזרחיים", "he"},
      {"農業省は本日、東部地域で小麦の収穫が始まったと発表した", "ja"},
      {"农业部今天宣布东部地区的小麦收割工作已经开始", "zh"},
      {"농업부는 오늘 동부 지역에서 밀 수확이 시작되었다고 발표했다", "ko"},
      {"Το υπουργείο ανακοίνωσε σήμερα την έναρξη της συγκομιδής", "el"},
      {"कृषि मंत्रालय ने आज पूर्वी प्रांतों में गेहूं की कटाई शुरू होने की घोषणा की", "hi"},
      {"กระทรวงเกษตรประกาศวันนี้ว่าเริ่มฤดูเก็บเกี่ยวข้าวสาลี", "th"},
  };
  for (const auto& [text, tag] : cases) {
    EXPECT_EQ(detect_language(text).tag, tag) << text;
    // A template's lang="en" does not change what the text is, if it is of another script.
    if (std::string_view(tag) == "ar") {
      EXPECT_EQ(detect_language(text, "en-US").tag, tag);
      EXPECT_TRUE(detect_language(text, "en-US").confident);
    }
  }
}
// clang-format on

TEST(Language, DeclarationSettlesWhatTheTextLeavesOpen) {
  EXPECT_EQ(detect_language("محمد", "fa-IR").tag, "fa");
  EXPECT_EQ(detect_language("محمد").tag, "ar");
  EXPECT_FALSE(detect_language("محمد").confident);
  EXPECT_EQ(detect_language("محمد", "en").tag, "ar");
  EXPECT_EQ(detect_language("", "ar_SA").tag, "ar");
  EXPECT_EQ(detect_language("2024 - 15", "").tag, "");
  EXPECT_EQ(detect_language("東京", "ja").tag, "ja");
}

// Arabic typed on a Persian keyboard is still Arabic.
TEST(Language, PersianKeyboardsDoNotMakePersian) {
  EXPECT_EQ(detect_language("قال الوزیر إن الإنتاج فی المحافظات الشرقیة أفضل من العام الماضی").tag,
            "ar");
}

TEST(Language, TagsHaveOneSpelling) {
  const std::pair<const char*, const char*> cases[] = {
      {"ar-SA", "ar"}, {"AR_eg", "ar"}, {"ara", "ar"},        {"arz", "ar"},     {"Arabic", "ar"},
      {"iw", "he"},    {"in", "id"},    {"zh-Hant-TW", "zh"}, {"nb-NO", "no"},   {"fas", "fa"},
      {"deu", "de"},   {"ger", "de"},   {" en ", "en"},       {"x-default", ""}, {"und", ""},
      {"", ""},        {"12", ""},      {"ar, en", "ar"},     {"ckb", "ckb"},    {"fr;q=0.8", "fr"},
  };
  for (const auto& [tag, expected] : cases)
    EXPECT_EQ(normalised_language_tag(tag), expected) << tag;
}

TEST(Language, HasADirection) {
  for (const char* tag : {"ar", "fa", "ur", "he", "ps", "ckb", "yi", "dv", "ug", "sd"}) {
    EXPECT_EQ(direction_name(direction_of(tag)), "rtl") << tag;
  }
  for (const char* tag : {"en", "ru", "zh", "", "tr"}) {
    EXPECT_EQ(direction_name(direction_of(tag)), "ltr") << tag;
  }
}

TEST(Language, RealTextsAreRecognised) {
  int right = 0, all = 0;
  std::map<std::string, int> confusions;
  for (const std::string& line : real_lines("lines/labelled.dev.jsonl", 1000)) {
    const std::string expected = json_field(line, "lang");
    const std::string found = detect_language(json_field(line, "text")).tag;
    ++all;
    right += found == expected ? 1 : 0;
    if (found != expected) ++confusions[expected + " as " + found];
  }
  if (all == 0) GTEST_SKIP() << "no evaluation data at " << eval_dir();
  std::printf("languages: %d of %d\n", right, all);
  for (const auto& [pair, count] : confusions) std::printf("  %s: %d\n", pair.c_str(), count);
  EXPECT_GE(right * 100, all * 97);
}

}  // namespace
}  // namespace khabar
