#include "stages/extract/byline.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/stages/extract/test_tables.h"

namespace khabar {
namespace {

using Names = std::vector<std::string>;

class BylineTest : public TablesTest {
 protected:
  Names authors(const char* text) { return tables_->bylines.authors_from_byline(text); }
  Names list(const char* text) { return tables_->bylines.split_author_list(text); }
};

TEST_F(BylineTest, TakesNamesBehindTheWordBy) {
  EXPECT_EQ(authors("By Jane Roe and John Doe"), (Names{"Jane Roe", "John Doe"}));
  EXPECT_EQ(authors("كتب: سامر حداد"), (Names{"سامر حداد"}));
  EXPECT_EQ(authors("كتبت - منى الصالح"), (Names{"منى الصالح"}));
  EXPECT_EQ(authors("بقلم د. نادر الخطيب"), (Names{"نادر الخطيب"}));
  EXPECT_EQ(authors("Von Anna Klein und Jörg Groß"), (Names{"Anna Klein", "Jörg Groß"}));
  EXPECT_EQ(authors("Par Élise Martin"), (Names{"Élise Martin"}));
  EXPECT_EQ(authors("Por Ana de la Cruz"), (Names{"Ana de la Cruz"}));
  EXPECT_EQ(authors("Автор: Иван Петров"), (Names{"Иван Петров"}));
  EXPECT_EQ(authors("by River Post Q"), (Names{"River Post Q"}));  // an account, told by "by"
}

TEST_F(BylineTest, LeavesRolesAgenciesDatesAndAddresses) {
  EXPECT_EQ(authors("Jane Roe, Staff Writer"), (Names{"Jane Roe"}));
  EXPECT_EQ(authors("By Jane Roe | Reuters"), (Names{"Jane Roe"}));
  EXPECT_EQ(authors("By Jane Roe (jane@example.org)"), (Names{"Jane Roe"}));
  EXPECT_EQ(authors("By Jane Roe Updated 3 May 2021"), (Names{"Jane Roe"}));
  EXPECT_EQ(authors("By Reuters"), Names{});
  EXPECT_EQ(authors("سامر حداد – متابعات"), (Names{"سامر حداد"}));
  EXPECT_EQ(authors("jane@example.org"), Names{});
}

TEST_F(BylineTest, SplitsListsOfMetadata) {
  EXPECT_EQ(list("Jane Roe, John Doe and Ann Poe"), (Names{"Jane Roe", "John Doe", "Ann Poe"}));
  EXPECT_EQ(list("Roe, Jane"), (Names{"Jane Roe"}));
  EXPECT_EQ(list("سعاد منصور وخالد حسني ووليد عامر"),
            (Names{"سعاد منصور", "خالد حسني", "وليد عامر"}));
  EXPECT_EQ(list("وليد عبد الرحمن"), (Names{"وليد عبد الرحمن"}));
  EXPECT_EQ(list("Jane Roe; jane roe"), (Names{"Jane Roe"}));
  EXPECT_EQ(list("  "), Names{});
}

TEST_F(BylineTest, LeavesTheHouseThatStandsBehindAName) {
  EXPECT_EQ(list("Jane Roe, The Harbour Journal"), Names{"Jane Roe"});
  EXPECT_EQ(list("Jane Roe, John Doe, Coast University"), (Names{"Jane Roe", "John Doe"}));
  EXPECT_EQ(list("سامر حداد، شبكة الميناء"), Names{"سامر حداد"});
  EXPECT_EQ(authors("By Jane Roe, Harbour Media For coast.example"), Names{"Jane Roe"});
  EXPECT_EQ(list("The Harbour Journal"), Names{"The Harbour Journal"}) << "nobody is named";
}

TEST_F(BylineTest, KeepsTheNamesThatAccountsGoBy) {
  EXPECT_EQ(authors("Von Frau Wolke"), Names{"Frau Wolke"});
  EXPECT_EQ(authors("Von Frau Anna Wolke"), Names{"Anna Wolke"});
  EXPECT_EQ(authors("by mona85"), Names{"mona85"});
  EXPECT_EQ(authors("By Jane Roe 3 May 2020"), Names{"Jane Roe"});
  EXPECT_EQ(authors("责任编辑：王小明"), Names{"王小明"});
}

TEST_F(BylineTest, KnowsAPersonFromATeamAndFromProse) {
  const auto person = [&](const char* name) { return tables_->bylines.looks_like_person(name); };
  EXPECT_TRUE(person("Jane Roe"));
  EXPECT_TRUE(person("Ludwig van Beethoven"));
  EXPECT_TRUE(person("عبد الله آل حسن"));
  EXPECT_TRUE(person("J. R. Ewing"));
  EXPECT_FALSE(person("News Desk"));
  EXPECT_FALSE(person("The Associated Press"));
  EXPECT_FALSE(person("وكالة الأنباء"));
  EXPECT_FALSE(person("انفجار في بغداد"));
  EXPECT_FALSE(person("oil prices rise"));
  EXPECT_FALSE(person("Jane"));
}

}  // namespace
}  // namespace khabar
