#include "core/text/phrase_table.h"

#include <gtest/gtest.h>

#include <map>
#include <random>
#include <string>

namespace khabar {
namespace {

TEST(PhraseTable, FindsWhatWasPutInAndNothingElse) {
  PhraseTable<int> table;
  EXPECT_EQ(table.find(""), nullptr);
  table["new york"] = 1;
  table["دمشق"] = 2;
  table["new york"] += 5;
  ASSERT_NE(table.find("new york"), nullptr);
  EXPECT_EQ(*table.find("new york"), 6);
  EXPECT_EQ(*table.find("دمشق"), 2);
  EXPECT_EQ(table.find("new"), nullptr);
  EXPECT_EQ(table.find("new york "), nullptr);
  EXPECT_EQ(table.size(), 2u);
}

// Phrases whose ends and length are alike share a slot and a tag.
TEST(PhraseTable, TellsPhrasesApartInTheirMiddle) {
  PhraseTable<int> table;
  for (char c = 'a'; c <= 'z'; ++c) table[std::string("beginning ") + c + " the ending"] = c;
  for (char c = 'a'; c <= 'z'; ++c) {
    const int* found = table.find(std::string("beginning ") + c + " the ending");
    ASSERT_NE(found, nullptr);
    EXPECT_EQ(*found, c);
  }
  EXPECT_EQ(table.find("beginning 0 the ending"), nullptr);
}

TEST(PhraseTable, AgreesWithAMap) {
  const unsigned seed = std::random_device{}();
  SCOPED_TRACE(seed);
  std::mt19937 random(seed);
  const auto phrase = [&random] {
    std::string out;
    for (std::size_t i = random() % 12; i > 0; --i) out += static_cast<char>('a' + random() % 4);
    return out;
  };
  PhraseTable<unsigned> table;
  std::map<std::string, unsigned> map;
  for (int i = 0; i < 5000; ++i) {
    const std::string key = phrase();
    table[key] = map[key] = static_cast<unsigned>(random());
  }
  EXPECT_EQ(table.size(), map.size());
  for (int i = 0; i < 20'000; ++i) {
    const std::string key = phrase();
    const auto known = map.find(key);
    const unsigned* found = table.find(key);
    ASSERT_EQ(found != nullptr, known != map.end()) << key;
    if (found == nullptr) continue;
    EXPECT_EQ(*found, known->second) << key;
  }
}

}  // namespace
}  // namespace khabar
