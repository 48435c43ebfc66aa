#include "stages/clean/rules.h"

#include <gtest/gtest.h>

#include <string>

#include "stages/clean/boilerplate.h"
#include "stages/clean/rules_ordinary.h"

namespace khabar {
namespace {

std::string fault_of(std::string toml) {
  const auto rules = BoilerplateRules::from_files({{"x.toml", "ar", std::move(toml)}});
  return rules ? "" : rules.error().message;
}

TEST(BoilerplateRules, TheShippedOnesLoad) {
  const auto rules = BoilerplateRules::load(std::string(KHABAR_SOURCE_DIR) + "/conf/boilerplate");
  ASSERT_TRUE(rules) << rules.error().message;
  EXPECT_GT(rules->patterns(), 500u);
  for (const BoilerplateRule& rule : rules->rules())
    EXPECT_EQ(std::count(rule.id.begin(), rule.id.end(), '/'), 2) << rule.id;
}

TEST(BoilerplateRules, AllFaultsComeAtOnceEachWithItsPlace) {
  const std::string faults = fault_of(R"(
[[folow_social]]
name = "a"
patterns = ["follow us"]

[[contact]]
name = "b"
paterns = ["call us"]

[[contact]]
name = "b"
patterns = ["call (us", "call <nobody>", 7]

[[contact]]
patterns = ["write to us"]
)");
  for (const std::string_view part :
       {"x.toml:2:", "no family is named 'folow_social'; did you mean 'follow_social'?",
        "no key is named 'paterns'; did you mean 'patterns'?", "ar/contact/b has no patterns",
        "the name ar/contact/b is used twice", "pattern 'call (us': ')' is missing",
        "no list is named <nobody>", "a pattern is a string, not an integer", "has no name"})
    EXPECT_NE(faults.find(part), std::string::npos) << part << " in\n" << faults;
}

std::string with_pattern(std::string_view pattern, std::string_view more = "") {
  return "[[contact]]\nname = \"x\"\npatterns = [\"" + std::string(pattern) + "\"]\n" +
         std::string(more) + "\n";
}

TEST(BoilerplateRules, RefusesAPatternThatWouldMatchTooMuch) {
  const std::pair<std::string, std::string_view> cases[] = {
      {with_pattern("..4"), "every part of it is optional"},
      {with_pattern("[follow] [us]"), "every part of it is optional"},
      {with_pattern(": ..3"), "marks alone"},
      {with_pattern("follow ..."), "needs two words"},
      {with_pattern("a b ..."), "four letters are too few"},
      {with_pattern("..3 telegram"), "begins with a gap"},
      {with_pattern("..3 telegram ..."), "begins with a gap and has no end"},
      {with_pattern("(contact us|source) ..."), "needs two words"},
      {with_pattern("telegram", "anywhere = true"), "anywhere asks for tail_only and unended"},
      {with_pattern("..3 telegram", "anywhere = true\ntail_only = true\nunended = true"),
       "it begins with a gap"},
      // Refused by what it does to an ordinary line.
      {with_pattern("انضم الي ..."), "it would match the ordinary line"},
      {with_pattern("share prices ...", "tail_only = true"), "it would match the ordinary line"},
  };
  for (const auto& [toml, fault] : cases) {
    const std::string got = fault_of(toml);
    EXPECT_NE(got.find(fault), std::string::npos) << toml << got;
  }
  EXPECT_EQ(fault_of(with_pattern("..3 telegram", "needs_neighbour = true")), "");
  EXPECT_EQ(fault_of(with_pattern("telegram ..4 join",
                                  "anywhere = true\ntail_only = true\nunended = true")),
            "");
  // An ordinary line longer than the rule may read is none of its business.
  EXPECT_EQ(fault_of(with_pattern("share prices [..8]", "tail_only = true\nwords_max = 4")), "");
}

TEST(BoilerplateRules, NoShippedRuleTakesAnOrdinaryLine) {
  const auto rules = BoilerplateRules::load(std::string(KHABAR_SOURCE_DIR) + "/conf/boilerplate");
  ASSERT_TRUE(rules) << rules.error().message;
  BoilerplateCleaner cleaner(*rules);
  for (const std::string_view line : ordinary_lines()) {
    Paragraph before, ordinary;
    before.text = "The council met on Monday and put the vote off until the spring.";
    ordinary.text = std::string(line);
    std::vector<Paragraph> text{before, ordinary};
    std::vector<Removed> removed;
    cleaner.clean(text, "", nullptr, true, removed);
    EXPECT_EQ(text.size(), 2u) << line << (removed.empty() ? "" : removed[0].rule);
  }
}

TEST(BoilerplateRules, EnglishAndNeutralSpeakToEveryLanguage) {
  const auto rules = BoilerplateRules::from_files({{"a", "ar", with_pattern("one two")},
                                                   {"b", "en", with_pattern("three four")},
                                                   {"c", "fr", with_pattern("five six")},
                                                   {"d", "neutral", with_pattern("seven eight")}});
  ASSERT_TRUE(rules) << rules.error().message;
  const auto hears = [&](std::string_view language, std::string_view line) {
    BoilerplateCleaner cleaner(*rules);
    std::vector<Paragraph> text(2);
    text[0].text = "A story of some length that ends as sentences do.";
    text[1].text = std::string(line);
    std::vector<Removed> removed;
    cleaner.clean(text, language, nullptr, false, removed);
    return text.size() == 1;
  };
  EXPECT_TRUE(hears("ar", "one two"));
  EXPECT_TRUE(hears("ar", "three four"));
  EXPECT_FALSE(hears("ar", "five six"));
  EXPECT_TRUE(hears("ar", "seven eight"));
  EXPECT_TRUE(hears("ku", "five six"));  // a language without a file hears all
  EXPECT_TRUE(hears("", "one two"));
}

}  // namespace
}  // namespace khabar
