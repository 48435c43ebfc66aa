#include "stages/clean/boilerplate.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

#include "stages/clean/paragraphs.h"

namespace khabar {
namespace {

const BoilerplateRules& shipped_rules() {
  static const BoilerplateRules rules =
      std::move(BoilerplateRules::load(std::string(KHABAR_SOURCE_DIR) + "/conf/boilerplate"))
          .value();
  return rules;
}

struct Cleaned {
  std::string text;  // kept paragraphs, a line each
  std::vector<Removed> removed;
  std::vector<std::string> credits;
};

Cleaned clean(std::string_view text, std::string_view language = "ar") {
  std::vector<Paragraph> paragraphs;
  Cleaned out;
  split_paragraphs(text, {language, true}, paragraphs);
  BoilerplateCleaner cleaner(shipped_rules());
  cleaner.clean(paragraphs, language, nullptr, true, out.removed);
  for (const Paragraph& p : paragraphs) out.text += (out.text.empty() ? "" : "\n") + p.text;
  out.credits = cleaner.credits();
  return out;
}

// Invented story: two paragraphs of prose.
const std::string kStory =
    "افتتح وزير الزراعة أمس معرض الزيتون السنوي في المدينة بحضور عدد من المنتجين.\n"
    "وقال الوزير إن الموسم الحالي أفضل من سابقه بفضل الأمطار التي هطلت في الربيع.";

void expect_gone(const std::string& footer, std::string_view language = "ar",
                 const std::string& story = kStory) {
  const Cleaned got = clean(story + "\n" + footer, language);
  EXPECT_EQ(got.text, story) << footer;
}
void expect_kept(const std::string& body, std::string_view language = "ar") {
  const std::string text = kStory + "\n" + body + "\n" + kStory;
  EXPECT_EQ(clean(text, language).text, text);
}

TEST(Boilerplate, FootersOfManyKindsGo) {
  for (const char* footer : {
           "تابعونا على قناة التلغرام: https://t.me/some_paper",
           "انضموا إلى قناتنا على الواتس آب لتصلكم الأخبار أولاً بأول",
           "اشترك بقناتنا على تيليجرام",
           "للمزيد من الأخبار تابعونا عبر صفحتنا على الفايسبوك",
           "حمّل تطبيق الجريدة الآن على هاتفك",
           "لمتابعة آخر الأخبار والمستجدات عبر تطبيق نبض اضغط هنا",
           "اقرأ أيضاً: افتتاح سوق الخضار الجديد",
           "قد يهمك أيضًا\nافتتاح سوق الخضار الجديد\nارتفاع أسعار الزيت في الأسواق",
           "مواضيع ذات صلة :\nافتتاح سوق الخضار الجديد",
           "شارك الخبر على فيسبوك",
           "اترك تعليقاً",
           "المصدر: وكالات",
           "(رويترز)",
           "// انتهى //",
           "جميع الحقوق محفوظة لصحيفة الزيتون © 2021",
           "المقالات المنشورة تعبر عن رأي كتابها ولا تعبر بالضرورة عن رأي الصحيفة",
           "للتواصل مع الكاتب: writer@example.com",
           "writer@example.com",
           "@olive_paper",
           "هاتف: 0115550000 - فاكس: 0115550001",
           "للتواصل أرسل رسالة SMS\nإلى\n55123 - Stc\n55124 - Mobily",
           "تابعونا على تويتر :\n@olive_paper\nتابعونا على واتساب :\n0955500000",
           "الكلمات الدالة :\nزيتون\nالزراعة",
       })
    expect_gone(footer);
}

TEST(Boilerplate, FootersOfOtherLanguagesGo) {
  const std::string en = "The fair opened on Monday and will stay open until the end of the month.";
  expect_gone("Follow us on Telegram and Facebook", "en", en);
  expect_gone("Read also: Prices of oil rise\nSign up for our daily newsletter", "en", en);
  expect_gone("© 2021 The Olive Post. All rights reserved.", "en", en);
  const std::string fr = "La foire a ouvert ses portes lundi et durera jusqu'à la fin du mois.";
  expect_gone("Suivez-nous sur Facebook et WhatsApp", "fr", fr);
  expect_gone("À lire aussi : Le prix de l'huile augmente", "fr", fr);
  const std::string de = "Die Messe wurde am Montag eröffnet und dauert bis zum Ende des Monats.";
  expect_gone("Folgen Sie uns auf Telegram", "de", de);
  expect_gone("Lesen Sie auch: Ölpreise steigen", "de", de);
  const std::string es = "La feria abrió sus puertas el lunes y durará hasta el final del mes.";
  expect_gone("Síguenos en Facebook y Twitter", "es", es);
  expect_gone("Te puede interesar: Sube el precio del aceite", "es", es);
  const std::string ru = "Ярмарка открылась в понедельник и продлится до конца этого месяца.";
  expect_gone("Подписывайтесь на наш канал в Telegram", "ru", ru);
  expect_gone("Читайте также: Цены на масло растут", "ru", ru);
  const std::string uk = "Ярмарок відкрився у понеділок і триватиме до кінця цього місяця.";
  expect_gone("Підписуйтесь на наш канал у Telegram", "uk", uk);
  const std::string tr = "Fuar pazartesi günü açıldı ve bu ayın sonuna kadar devam edecek.";
  expect_gone("Bizi Twitter ve Facebook'ta takip edin", "tr", tr);
  const std::string fa = "نمایشگاه روز دوشنبه گشایش یافت و تا پایان این ماه ادامه خواهد داشت.";
  expect_gone("ما را در تلگرام دنبال کنید", "fa", fa);
  expect_gone("انتهای پیام/", "fa", fa);
  const std::string he = "היריד נפתח ביום שני ויימשך עד סוף החודש הזה, כך נמסר מהעירייה.";
  expect_gone("עקבו אחרינו בפייסבוק", "he", he);
  const std::string ur = "میلہ پیر کے روز شروع ہوا اور اس مہینے کے آخر تک جاری رہے گا۔";
  expect_gone("یہ بھی پڑھیں: تیل کی قیمتوں میں اضافہ", "ur", ur);
}

TEST(Boilerplate, AStoryThatMentionsPlatformsKeepsEveryLine) {
  expect_kept("وأوضح المدير عبر حسابه على تويتر أن المعرض مفتوح للجميع.");
  expect_kept("ويمكن للراغبين التسجيل عبر الواتس آب على الرقم 0555123456 حتى نهاية الأسبوع.");
  expect_kept("تابع المدير سير العمل في المعرض عبر تطبيق على هاتفه.");
  expect_kept("انضم إلى المعرض هذا العام أربعون منتجا من ست محافظات.");
  expect_kept("شارك في المعرض أكثر من مئة منتج");
  expect_kept("وتداول ناشطون صورا للمعرض على فيسبوك وتيلغرام وواتساب.");
  expect_kept("المصدر الأول للزيت هو الجنوب");
  expect_kept("* * *");
}

TEST(Boilerplate, AReadAlsoBlockInsideAStoryGoesAloneWithItsHeadlines) {
  const std::string text = kStory + "\nروابط ذات صلة\nارتفاع أسعار الزيت في الأسواق\n" + kStory;
  EXPECT_EQ(clean(text).text, kStory + "\n" + kStory);
}

TEST(Boilerplate, WhatIsGluedToASentenceIsCutWithoutIt) {
  const std::string last = "وقال الوزير إن الموسم أفضل من سابقه بفضل الأمطار.";
  for (const char* glued : {
           " تابعونا على تيلغرام",
           "writer@example.comللتواصل مع الكاتب ارسل رسالة SMS",
           " writer@example.com",
           " المصدر: رويترز",
           " اقرأ أيضا: افتتاح سوق الخضار",
           " رابط الخبر بصحيفة الزيتون: افتتاح معرض",
       }) {
    const Cleaned got = clean(kStory + "\n" + last + glued);
    EXPECT_EQ(got.text, kStory + "\n" + last) << glued;
  }
  EXPECT_EQ(clean("عنوان الخبر هنا\nNext Previous المدينة – الزيتون\n" + kStory).text,
            "عنوان الخبر هنا\nالمدينة – الزيتون\n" + kStory);
}

TEST(Boilerplate, AHeadlineThatBeginsLikeAFooterStays) {
  const std::string headline = "تابعونا على قناة الحياة: كيف صار مزارع نجما";
  EXPECT_EQ(clean(headline + "\n" + kStory).text, headline + "\n" + kStory);
}

// Two words of the page about itself, in a line that does not end below a story whose lines do.
TEST(Boilerplate, AFooterThatNoSentenceOfARuleKnows) {
  expect_gone("احفظ رابط الحلقة لقراءته");
  expect_gone("شارك الخبر\nمجموعة أهل القرية");
  const std::string sentence = "احفظ رابط القرابة، قال الجد لأحفاده وهو يودعهم.";
  EXPECT_EQ(clean(kStory + "\n" + sentence).text, kStory + "\n" + sentence);
  const std::string unended = "وصل الوفد إلى المدينة وزار المعرض\nوقال رئيسه إن الموسم جيد";
  EXPECT_EQ(clean(unended + "\nرابط الحلقة هنا").text, unended + "\nرابط الحلقة هنا");
}

TEST(Boilerplate, EveryRemovalNamesItsRuleAndPlace) {
  const Cleaned got = clean(kStory + "\nتابعونا عبر واتس أب :\nhttps://t.me/olive\n(سانا)");
  ASSERT_EQ(got.removed.size(), 3u);
  EXPECT_EQ(got.removed[0].rule, "ar/follow_social/follow_us");
  EXPECT_EQ(got.removed[0].where, "line 3");
  EXPECT_EQ(got.removed[1].rule, "neutral/contact/address_line");
  EXPECT_EQ(got.removed[2].text, "(سانا)");
  EXPECT_EQ(got.credits, std::vector<std::string>{"(سانا)"});
}

TEST(Boilerplate, WhatFeedsPutUnderEachEntryGoes) {
  expect_gone("The post Ferry returns after repair appeared first on Coast Herald.");
  expect_gone("The article Two bridges for the old town first appeared on Quay.", "en");
  expect_gone("ظهرت المقالة معرض الزيتون يفتح أبوابه أولاً على صحيفة السهل.");
  expect_gone("التدوينة موسم جديد في السهل ظهرت أولاً على موقع النهر.");
  expect_gone("L’article Le tramway prolongé est apparu en premier sur Métropole Info.", "fr");
  expect_gone("La entrada Abre el mercado se publicó primero en El Puerto.", "es");
  expect_gone("Der Beitrag Neue Brücke eröffnet erschien zuerst auf Hafenblatt.", "de");
  expect_gone("Zeytin hasadı başladı yazısı ilk önce Körfez Postası üzerinde ortaya çıktı.", "tr");
  expect_kept("The article he wrote about the war first appeared on a wall of the town in 1943.");
  expect_kept("وظهرت المقالة التي كتبها الوزير أولاً على جدران المدينة قبل سنوات من الحرب.");
}

TEST(Boilerplate, ExplainTellsEveryLine) {
  std::vector<Paragraph> paragraphs;
  split_paragraphs(kStory + " تابعونا على تيلغرام\nاقرأ أيضا", {"ar", true}, paragraphs);
  BoilerplateCleaner cleaner(shipped_rules());
  const auto lines = cleaner.explain(paragraphs, "ar", nullptr);
  ASSERT_EQ(lines.size(), 4u);  // two lines kept, a span of the second, one line removed
  EXPECT_FALSE(lines[0].removed);
  EXPECT_TRUE(lines[1].span);
  EXPECT_TRUE(lines[1].removed);
  EXPECT_EQ(lines[2].line, 1u);
  EXPECT_FALSE(lines[2].removed);
  EXPECT_TRUE(lines[3].removed);
  EXPECT_EQ(lines[3].rule, "ar/read_more/read_also");
  EXPECT_EQ(paragraphs.size(), 3u);  // nothing was touched
}

// A cleaner keeps what it learned of the rules; the texts before must not show.
TEST(Boilerplate, OneCleanerReadsTextsOfManyLanguagesLikeANewOne) {
  const std::string text =
      kStory + "\nFolgen Sie uns auf Facebook\nSuivez-nous sur Facebook\nFollow us on Facebook\n" +
      "تابعونا على قناة التلغرام\nLesen Sie auch: Neues aus dem Hafen";
  BoilerplateCleaner cleaner(shipped_rules());
  for (const std::string language : {"ar", "de", "", "fr", "en", "xx", "de", "ar", "fr"}) {
    std::vector<Paragraph> paragraphs;
    std::vector<Removed> removed;
    split_paragraphs(text, {language, true}, paragraphs);
    cleaner.clean(paragraphs, language, nullptr, true, removed);
    const Cleaned anew = clean(text, language);
    ASSERT_EQ(removed.size(), anew.removed.size()) << language;
    for (std::size_t i = 0; i < removed.size(); ++i) {
      EXPECT_EQ(removed[i].text, anew.removed[i].text) << language;
      EXPECT_EQ(removed[i].rule, anew.removed[i].rule) << language;
    }
  }
}

// Whose first words match nothing to their end; the rest decides.
TEST(Boilerplate, LongLinesThatOnlyTheirEndTells) {
  expect_gone(
      "Follow us on Facebook, Twitter, Instagram, Telegram and YouTube for the latest news of the "
      "day from the city and from abroad | Contact us | Privacy policy | Terms of use | About us",
      "en",
      "The harbour opened again on Monday after the storm had passed over the city at night.\n"
      "Fishermen said that the boats had not been damaged and that they would sail at dawn.");
  expect_kept(
      "Follow the road behind the harbour for a while and you will see the old lighthouse that the "
      "city restored in spring | a keeper of birds lives in it with his daughter and two dogs");
}

TEST(Boilerplate, AMillionLinesAndOneLongOne) {
  std::string many;
  for (int i = 0; i < 200'000; ++i) many += "اقرأ أيضا\nt.me/x\nخبر قصير\n";
  EXPECT_LT(clean(many).text.size(), many.size());
  std::string one;
  while (one.size() < (5u << 20)) one += "وقال الوزير. @x تابعونا http://x.y ";
  EXPECT_GE(clean(one).text.size(), one.size() - 600);
}

bool is_subsequence(std::string_view part, std::string_view whole) {
  std::size_t at = 0;
  for (const char c : whole) at += at < part.size() && part[at] == c;
  return at == part.size();
}

TEST(Boilerplate, WhatIsKeptIsASubsequenceOfWhatCameIn) {
  const std::uint32_t seed = std::random_device{}();
  std::mt19937 random(seed);
  const std::string_view pieces[] = {
      "تابعونا ",     "على ",
      "تيلغرام ",     "\n",
      ". ",           ": ",
      "قال ",         "t.me/x",
      "@x ",          "a@b.com",
      "| ",           "© 2020 ",
      "اقرأ ",        "أيضا ",
      "88548 ",       "المزيد",
      "\xd8",         "Next Previous ",
      "\xe2\x80\x8f", "الوزير إن الموسم أفضل من سابقه بفضل الأمطار. "};
  BoilerplateCleaner cleaner(shipped_rules());
  for (int round = 0; round < 3000; ++round) {
    std::vector<Paragraph> paragraphs(random() % 12);
    std::string before, after;
    for (Paragraph& p : paragraphs) {
      for (std::size_t i = 0, n = random() % 14; i < n; ++i)
        p.text += pieces[random() % std::size(pieces)];
      before += p.text;
    }
    std::vector<Removed> removed;
    cleaner.clean(paragraphs, round % 2 == 0 ? "ar" : "", nullptr, true, removed);
    for (const Paragraph& p : paragraphs) after += p.text;
    ASSERT_TRUE(is_subsequence(after, before)) << "seed " << seed << " round " << round;
    for (const Removed& r : removed) ASSERT_FALSE(r.rule.empty()) << r.text;
  }
}

}  // namespace
}  // namespace khabar
