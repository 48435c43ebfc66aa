#include "core/text/dates.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace khabar {
namespace {

struct Form {
  const char* language;
  const char* text;
  const char* iso;  // empty: must give nothing
};

class Dates : public ::testing::Test {
 protected:
  static void SetUpTestSuite() { words_ = new DateWords; }
  static void TearDownTestSuite() {
    delete words_;
    words_ = nullptr;
  }

  DateContext context(const char* language, bool with_now = false) {
    DateContext out;
    out.language = language;
    if (with_now) out.now = parse_machine_date("2024-05-15T12:00:00+03:00");
    return out;
  }

  void expect(const std::vector<Form>& forms, bool with_now = false) {
    for (const Form& form : forms) {
      const auto found = parser_.parse(form.text, context(form.language, with_now));
      EXPECT_EQ(found ? found->time.iso() : "", form.iso) << form.text;
    }
  }

  static DateWords* words_;
  DateParser parser_{*words_};
};

DateWords* Dates::words_ = nullptr;

TEST_F(Dates, ReadTheMonthsOfEveryArabCountry) {
  expect({{"ar", "12 مايو 2021", "2021-05-12"},
          {"ar", "12 ايار 2021", "2021-05-12"},
          {"ar", "12 ماي 2021", "2021-05-12"},
          {"ar", "3 مايس 2021", "2021-05-03"},
          {"ar", "الاثنين 9 جويلية 2018 - 18:30", "2018-07-09T18:30"},
          {"ar", "2 غشت 2021", "2021-08-02"},
          {"ar", "كانون الثاني 12, 2020", "2020-01-12"},
          {"ar", "٠٧:٣٠ م - الثلاثاء ٥ سبتمبر ٢٠٢٣", "2023-09-05T19:30"}});
}

TEST_F(Dates, TakeTwoNamesOfOneMonthOnlyWhenTheyAgree) {
  expect({{"ar", "9 أيلول / سبتمبر 2022", "2022-09-09"},
          {"ar", "9 سبتمبر (أيلول) 2022", "2022-09-09"},
          {"ar", "9 يونيو حزيران 2022", "2022-06-09"},
          {"ar", "9 مارس/أبريل 2022", ""}});
}

TEST_F(Dates, TrustTheGregorianSideAndAskForRoughAgreement) {
  expect({{"ar", "السبت 9 ربيع الأول 1445 هـ - 23 سبتمبر 2023", "2023-09-23"},
          {"ar", "23 سبتمبر 2023م الموافق 8 ربيع الأول 1445هـ", "2023-09-23"},
          {"ar", "9 ربيع الأول 1445 هـ - 23 ديسمبر 2023", ""},
          {"ar", "10 محرم 1446 هـ", "2024-07-16"},
          {"fa", "۲۵ اردیبهشت ۱۴۰۳ برابر با ۱۴ می ۲۰۲۴", "2024-05-14"}});
}

TEST_F(Dates, ReadThePersianCalendarAndItsWeekdays) {
  expect({{"fa", "سه شنبه ۲۵ ارديبهشت ۱۴۰۳", "2024-05-14"},
          {"fa", "۱۴۰۳/۰۲/۲۵ - ۱۰:۳۰", "2024-05-14T10:30+03:30"},
          {"fa", "۴۵ : ۰۸ - ۲۵ اردیبهشت ۱۴۰۳", "2024-05-14T08:45+03:30"},
          {"en", "25 Ordibehesht 1403", "2024-05-14"}});
}

TEST_F(Dates, ReadOtherLanguages) {
  expect({{"fr", "1er mai 2020 à 9h05", "2020-05-01T09:05"},
          {"de", "13. März 2026, 15.44 Uhr", "2026-03-13T15:44"},
          {"es", "3 de septiembre de 2019, 12:15", "2019-09-03T12:15"},
          {"it", "Pubblicato il 12 gennaio 2021 alle 10:32", "2021-01-12T10:32"},
          {"pt", "3 de março de 2021 às 15h20", "2021-03-03T15:20"},
          {"nl", "3 mei 2021 om 14:05", "2021-05-03T14:05"},
          {"pl", "12 października 2021, 10:11", "2021-10-12T10:11"},
          {"id", "Senin, 03 Mei 2021 14:05 WIB", "2021-05-03T14:05+07:00"},
          {"tr", "12 Ağustos 2021 Perşembe, 14:05", "2021-08-12T14:05"},
          {"ru", "14 мая 2021 г. в 10:20 МСК", "2021-05-14T10:20+03:00"},
          {"uk", "12 травня 2021, 10:15", "2021-05-12T10:15"},
          {"he", "יום שלישי, 14 במאי 2024", "2024-05-14"},
          {"ur", "بدھ 15 مئی 2024ء", "2024-05-15"},
          {"ja", "2024年5月15日 10:30", "2024-05-15T10:30"},
          {"en", "Wednesday, Nov. 8, 2023, at 2 p.m. EST", "2023-11-08T14:00-05:00"}});
}

TEST_F(Dates, SetZonesByNameAndByPlace) {
  expect({{"ar", "15 مايو 2024 الساعة 03:15 مساءً بتوقيت القدس", "2024-05-15T15:15+03:00"},
          {"ar", "15 يناير 2024 10:00 بتوقيت دمشق", "2024-01-15T10:00+03:00"},
          {"ar", "15 يناير 2010 10:00 بتوقيت دمشق", "2010-01-15T10:00+02:00"},
          {"ar", "10 مايو 2024 - 12:30 ت.غ", "2024-05-10T12:30Z"},
          {"en", "GMT 17:49 17.03.2020", "2020-03-17T17:49Z"},
          {"en", "3 May 2021 10:15 UTC-5", "2021-05-03T10:15-05:00"},
          {"de", "06.01.2026 - 14:02 MEZ", "2026-01-06T14:02+01:00"}});
}

TEST_F(Dates, CountBackFromNow) {
  expect({{"ar", "منذ ٥ دقائق", "2024-05-15T11:55+03:00"},
          {"ar", "قبل ساعتين و10 دقائق", "2024-05-15T09:50+03:00"},
          {"ar", "منذ ثلاثة أيام", "2024-05-12"},
          {"ar", "أمس 14:30", "2024-05-14T14:30"},
          {"en", "an hour ago", "2024-05-15T11:00+03:00"},
          {"de", "vor 2 Tagen", "2024-05-13"},
          {"fr", "hier à 18h30", "2024-05-14T18:30"},
          {"ru", "3 часа назад", "2024-05-15T09:00+03:00"},
          {"en", "May 20", "2023-05-20"},
          {"ar", "منذ شهرين", ""},
          {"en", "3 min read", ""}},
         true);
}

TEST_F(Dates, GiveNothingRatherThanSomethingWrong) {
  expect({{"en", "5/6/2021", ""},
          {"en", "5/13/2021", "2021-05-13"},
          {"fr", "5/6/2021", "2021-06-05"},
          {"en", "Thursday 5/6/2021", "2021-05-06"},
          {"ar", "21/02/09", ""},
          {"ar", "12-15 مايو 2024", ""},
          {"ar", "من 12 إلى 15 مايو 2024", ""},
          {"en", "12 May - 15 May 2024", ""},
          {"en", "May 12-15, 2024", ""},
          {"en", "Dec 31, 2101", ""},
          {"ar", "29 فبراير 2021", ""},
          {"en", "192.168.10.2020", ""},
          {"en", "Copyright 12 May 2021", ""},
          {"en", "May 5, 2021 and June 6, 2020", ""}});
}

TEST_F(Dates, LetTheCountrySettleTheOrder) {
  DateContext context;
  context.language = "en";
  context.country = "us";
  EXPECT_EQ(parser_.parse("5/6/2021", context)->time.iso(), "2021-05-06");
  context.country = "gb";
  EXPECT_EQ(parser_.parse("5/6/2021", context)->time.iso(), "2021-06-05");
}

TEST_F(Dates, FindEachDateWithItsLabelAndItsSpan) {
  const std::string line = "تم نشره: 3 مايو 2021 10:15 | آخر تحديث 4 مايو 2021 11:20 | القاهرة";
  const auto found = parser_.find(line, context("ar"));
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].kind, DateKind::published);
  EXPECT_EQ(line.substr(found[0].offset, found[0].length), "تم نشره: 3 مايو 2021 10:15");
  EXPECT_EQ(found[1].kind, DateKind::updated);
  EXPECT_EQ(found[1].time.iso(), "2021-05-04T11:20");
  EXPECT_TRUE(parser_.is_date_line("نشر في 3 مايو 2021 - 10:15", context("ar")));
  EXPECT_FALSE(parser_.is_date_line("اجتمع الوزير في 3 مايو 2021", context("ar")));
}

// Twins: what read() says at once is what parse() and find() say.
TEST_F(Dates, AreReadAtOnceAsByParsingAndFinding) {
  const unsigned seed = std::random_device{}();
  SCOPED_TRACE(seed);
  std::mt19937 random(seed);
  const std::vector<std::string_view> parts = {
      "3 ",     "مايو ",      "2021 ",        "10:15 ",   "| ",      "نشر ",        "آخر تحديث ",
      "May ",   "5, ",        "2020-05-01",   "Updated ", "by Ann ", "12/03/2026 ", "- ",
      "GMT ",   "yesterday ", "2 hours ago ", "15 ",      "pm ",     "Posted on ",  "1588327200",
      "prose ", "السبت ",     "٢٠٢٠ ",        "² ",       "/"};
  const auto iso = [](const FoundDate& date) {
    return date.time.iso() + " " + std::to_string(date.offset) + " " + std::to_string(date.length) +
           " " + std::to_string(static_cast<int>(date.kind)) + (date.relative ? " relative" : "");
  };
  for (int round = 0; round < 20'000; ++round) {
    std::string text;
    for (std::size_t i = random() % 9; i > 0; --i) text += parts[random() % parts.size()];
    if (round % 1000 == 0) text += std::string(1020, 'x');
    const DateContext around = context(round % 2 == 0 ? "ar" : "en", round % 3 == 0);
    const auto whole = parser_.parse(text, around);
    const auto found = parser_.find(text, around);
    const DateReading reading = parser_.read(text, around);
    ASSERT_EQ(reading.whole ? iso(*reading.whole) : "", whole ? iso(*whole) : "") << text;
    ASSERT_EQ(reading.found.size(), found.size()) << text;
    for (std::size_t i = 0; i < found.size(); ++i) {
      EXPECT_EQ(iso(reading.found[i]), iso(found[i])) << text;
    }
  }
}

TEST_F(Dates, StayLinearOnHostileLines) {
  std::string line;
  for (int i = 0; i < 50'000; ++i) line += "1 / ";
  for (int i = 0; i < 20'000; ++i) line += "مايو ";
  for (int i = 0; i < 20'000; ++i) line += "12:";
  EXPECT_LE(parser_.find(line, context("ar")).size(), 2U);
}

}  // namespace
}  // namespace khabar
