#include "stages/extract/dateline.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/stages/extract/test_tables.h"

namespace khabar {
namespace {

struct Form {
  std::string line;
  std::string place, agency, reporter;
  std::string rest;  // what is left of the line
};

class Datelines : public TablesTest {
 protected:
  void expect(const std::vector<Form>& forms) {
    for (const Form& form : forms) {
      const auto match = tables_->datelines.parse(form.line);
      ASSERT_TRUE(match) << form.line;
      EXPECT_EQ(match->place, form.place) << form.line;
      EXPECT_EQ(match->agency_name, form.agency) << form.line;
      EXPECT_EQ(match->reporter, form.reporter) << form.line;
      EXPECT_EQ(form.line.substr(match->length), form.rest) << form.line;
    }
  }
  void expect_none(const std::vector<std::string>& lines) {
    for (const std::string& line : lines) {
      EXPECT_FALSE(tables_->datelines.parse(line)) << line;
    }
  }
};

constexpr const char* kLede =
    "أعلنت وزارة الصحة اليوم أن حملة التلقيح ستبدأ مطلع الأسبوع المقبل في كل المحافظات";

TEST_F(Datelines, JoinPlaceAndAgencyInEitherOrder) {
  expect({{"موسكو-سانا", "موسكو", "SANA", "", ""},
          {"القاهرة ـ رويترز", "القاهرة", "Reuters", "", ""},
          {"أ. ف. ب. - واشنطن", "واشنطن", "AFP", "", ""},
          {"بغداد/ واع:", "بغداد", "INA", "", ""},
          {"الدوحة (قنا)", "الدوحة", "QNA", "", ""},
          {"السومرية نيوز/ بغداد", "بغداد", "Alsumaria", "", ""},
          {"دبي - العربية.نت", "دبي", "Al Arabiya", "", ""},
          {"كوالالمبور: (د ب أ)", "كوالالمبور", "dpa", "", ""},
          {"زنجبيلاند–سانا", "زنجبيلاند", "SANA", "", ""},
          {"(إسطنبول - الأناضول)", "إسطنبول", "Anadolu", "", ""}});
}

TEST_F(Datelines, CutTheHeadOfALede) {
  const std::string lede = kLede;
  expect(
      {{"بيروت، لبنان (CNN) -- " + lede, "بيروت، لبنان", "CNN", "", lede},
       {"(CNN)-- " + lede, "", "CNN", "", lede},
       {"غزة - معا - " + lede, "غزة", "Ma'an", "", lede},
       {"أبوظبي في 16 مايو / وام / " + lede, "أبوظبي", "WAM", "", lede},
       {"عمّان 3 أيار (بترا) - " + lede, "عمّان", "Petra", "", lede},
       {"شفق نيوز/ " + lede, "", "Shafaq News", "", lede},
       {"القاهرة- " + lede, "القاهرة", "", "", lede},
       {"LONDON, May 6 (Reuters) - Oil prices rose", "LONDON", "Reuters", "", "Oil prices rose"},
       {"Madrid, 3 may (EFE).- El rey", "Madrid", "EFE", "", "El rey"},
       {"Berlin (dpa/AFP) - Die Regierung", "Berlin", "dpa / AFP", "", "Die Regierung"},
       {"МОСКВА, 3 дек - РИА Новости. Президент заявил", "МОСКВА", "RIA Novosti", "",
        "Президент заявил"},
       {"By Jane Roe, PARIS, Jan 3 (AFP) – The talks", "PARIS", "AFP", "Jane Roe", "The talks"}});
}

TEST_F(Datelines, NameReportersOfALineOfTheirOwn) {
  expect({{"القاهرة: سعاد منصور وخالد حسني", "القاهرة", "", "سعاد منصور وخالد حسني", ""},
          {"ماجد السالم - جدة", "جدة", "", "ماجد السالم", ""},
          {"واشنطن: ريك هولواي", "واشنطن", "", "ريك هولواي", ""},
          {"غزة/ سامر حداد/ الأناضول", "غزة", "Anadolu", "سامر حداد", ""},
          {"* نوال حمدان من الرياض", "الرياض", "", "نوال حمدان", ""},
          {"لندن: «جريدة السهل»", "لندن", "جريدة السهل", "", ""}});
}

TEST_F(Datelines, TellTheDayOfThePressAgency) {
  const auto match = tables_->datelines.parse("جدة 3 محرم 1437 هـ الموافق 16 أكتوبر 2015 م واس");
  ASSERT_TRUE(match);
  EXPECT_EQ(match->place, "جدة");
  EXPECT_EQ(match->agency, "واس");
  EXPECT_EQ(match->date->iso(), "2015-10-16");
  EXPECT_TRUE(match->whole_line);
}

TEST_F(Datelines, LeaveHeadlinesQuotesAndProseAlone) {
  expect_none({"القاهرة- لندن طريق طويل", "سوريا: عام جديد", "موسكو: لن نتراجع عن الاتفاق",
               "بغداد: انفجارات عنيفة", "باريس - لندن", "رويترز: النفط يصعد مجددا",
               "الجزيرة: خمسة قتلى في الغارة", "اليوم - بداية موسم الأمطار",
               "سوسة : شاب يحاول السباحة إلى إيطاليا", "Paris - Nice: the race is on again",
               "New York – the city that never sleeps – has seen many hard winters in the past",
               "نقلت وكالة الأنباء السعودية (واس) عن الوزير قوله إن العمل جار لإصلاح الطريق",
               "وقال المدرب لـ\"العربية.نت\": \"فزنا لأننا لعبنا جيدا طوال المباراة كلها\"", ""});
}

// Dates end a field, and are asked for only where one may begin before the twelfth word.
TEST_F(Datelines, TellProseWithoutItsDatesAsWithThem) {
  DateWords words;
  DateParser dates(words);
  const std::string prose = "one two three four five six seven eight nine ten eleven ";
  HeadElements elements;
  const auto is_prose = [&](const std::string& line) {
    elements.refill(line, tables_->agencies, tables_->places, dates);
    return elements.opens_with_prose();
  };
  EXPECT_TRUE(is_prose(prose + "twelve thirteen on 3 May 2020"));
  EXPECT_TRUE(is_prose(prose + "twelve"));
  // The twelfth word is of a date, which ends the field.
  EXPECT_FALSE(is_prose(prose + "Monday 3 May 2020"));
  EXPECT_FALSE(is_prose(prose + "May 3, 2020 - and more"));
  EXPECT_FALSE(is_prose(prose + "published on Monday, May 3, 2020"));
  EXPECT_TRUE(is_prose(prose + "Monday the ferry of 3 May 2020"));
  EXPECT_FALSE(is_prose("3 May 2020 " + prose + "twelve thirteen"));
}

TEST_F(Datelines, SurviveMarksOnly) {
  for (const char* line : {"--", "((((((((", "«»", "- - - - -", ":", "/ / /", "ــ"}) {
    EXPECT_FALSE(tables_->datelines.parse(line)) << line;
  }
}

TEST(DatelineTables, NameTheFileAndLineOfAFault) {
  const auto agencies = Agencies::from_toml(
      *parse_toml("[[agency]]\nname = \"X\"\nnames = [\"a\", 3]\n", "agencies.toml"));
  ASSERT_FALSE(agencies);
  EXPECT_NE(agencies.error().message.find("agencies.toml:3"), std::string::npos)
      << agencies.error().message;
  const auto places = Places::from_toml(
      *parse_toml("[[country]]\ncode = \"syr\"\nnames = []\nplaces = []\n", "places.toml"));
  ASSERT_FALSE(places);
  EXPECT_NE(places.error().message.find("places.toml:1"), std::string::npos)
      << places.error().message;
}

}  // namespace
}  // namespace khabar
