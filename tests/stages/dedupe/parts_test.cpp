// The small parts: relation, times, names, clock, history, table.
#include <map>
#include <random>

#include <gtest/gtest.h>

#include "core/model/record_id.h"
#include "stages/dedupe/document_time.h"
#include "stages/dedupe/fingerprint_table.h"
#include "stages/dedupe/history.h"
#include "stages/dedupe/news_clock.h"
#include "stages/dedupe/record_name.h"
#include "stages/dedupe/relation.h"

namespace khabar {
namespace {

TEST(Relation, Table) {
  struct Case {
    const char* what;
    bool same_outlet;
    double jaccard, containment, lead;
    NumberOverlap numbers;
    Relation expected;
  };
  const Case cases[] = {
      {"wire copy", false, .8, .9, .2, {3, 3, 3}, Relation::copy},
      {"rewritten wire copy", false, .56, .72, .1, {2, 4, 2}, Relation::copy},
      {"the first half of it", false, .45, .95, .9, {1, 4, 1}, Relation::copy},
      {"same story, own words", false, .45, .7, .3, {2, 4, 2}, Relation::none},
      {"a few lines in a long text", false, .15, 1, 0, {0, 0, 0}, Relation::none},
      {"a form with other numbers", false, .8, .9, .9, {0, 12, 6}, Relation::none},
      {"few numbers prove nothing", false, .8, .9, .9, {0, 4, 2}, Relation::copy},
      {"a correction", true, .9, .97, .9, {5, 6, 5}, Relation::version},
      {"a follow-up over old background", true, .72, .9, .1, {5, 6, 5}, Relation::none},
      {"yesterday's weather", true, .9, .95, .95, {2, 20, 11}, Relation::none},
      {"same outlet, half the text", true, .55, .75, .9, {3, 3, 3}, Relation::none},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(relation({c.same_outlet, c.jaccard, c.containment, c.lead, c.numbers}), c.expected)
        << c.what;
  }
}

TEST(DocumentTime, Table) {
  struct Case {
    const char* text;
    std::int64_t expected;  // -1: none
  };
  const Case cases[] = {
      {"2016-12-10T10:18:00+01:00", 1481361480},
      {"Tue, 29 May 2018 19:02:10 GMT", 1527620530},
      {"13/07/2016", 1468368000},
      {"07/13/2016", 1468368000},  // no month has that number
      {"05/06/2016", 1465084800},  // the fifth of June
      {"13.7.2016 12:30", 1468368000},
      {" 2016-07-13 ", 1468368000},
      {"13/13/2016", -1},
      {"13/07/16", -1},
      {"yesterday", -1},
      {"", -1},
      {"1/", -1},
      {"99999999999999999999/1/2016", -1},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(time_of_text(c.text).value_or(-1), c.expected) << c.text;
  }
}

TEST(DocumentTime, FetchedComesBeforePublished) {
  Document document;
  EXPECT_FALSE(document_time(document));
  document.article.published = "1970-01-03";
  EXPECT_EQ(document_time(document), 2 * 86'400);
  document.given.published = "not a date";
  EXPECT_EQ(document_time(document), 2 * 86'400);
  document.given.published = "1970-01-02";
  EXPECT_EQ(document_time(document), 86'400);
  document.fetched = "1970-01-01T00:00:07Z";
  EXPECT_EQ(document_time(document), 7);
}

TEST(RecordName, SpellsTheRecordId) {
  for (const char* url : {"http://a/1", "http://a/2", ""}) {
    Document document;
    document.canonical_url = url;
    const std::string id = record_id(document);
    const auto name = parse_record_name(id);
    ASSERT_TRUE(name) << id;
    EXPECT_EQ(to_string(*name), id);
  }
  for (const char* bad : {"", "abc", "aaaaaaaaaaaaaaaaaaaaaaaaa1", "aaaaaaaaaaaaaaaaaaaaaaaaab"}) {
    EXPECT_FALSE(parse_record_name(bad)) << bad;
  }
}

TEST(NewsClock, FollowsTheNewsAndNoSingleLeap) {
  constexpr std::int64_t kDay = 86'400, k2099 = 4'070'908'800;
  NewsClock clock;
  clock.observe(1'700'000'000);
  for (int i = 0; i < 100; ++i) {
    clock.observe(1'700'000'000 + i);
    clock.observe(k2099 + i);
    clock.observe(i);
  }
  EXPECT_EQ(clock.newest_s(), 1'700'000'099);
  for (int i = 0; i < NewsClock::kWitnesses + 1; ++i) clock.observe(1'700'000'000 + 90 * kDay + i);
  EXPECT_GT(clock.newest_s(), 1'700'000'000 + 89 * kDay) << "the source was silent for a while";
}

TEST(NewsClock, AWrongBeginningIsForgotten) {
  NewsClock clock;
  clock.observe(4'070'908'800);
  for (int i = 0; i < NewsClock::kWitnesses; ++i) clock.observe(1'700'000'000 + i);
  EXPECT_LT(clock.newest_s(), 1'700'000'100);
}

Claim text_claim(std::uint64_t sequence, std::uint64_t exact, std::int64_t time_s) {
  Claim claim;
  claim.sequence = sequence;
  claim.name = {sequence, 7};
  claim.exact = claim.text = exact;
  claim.identities = {sequence * 1000 + 1, 0};
  claim.article = claim.identities[0];
  claim.time_s = time_s;
  return claim;
}

TEST(History, KeepsWholeGenerationsUpToItsBound) {
  HistoryBounds bounds;
  bounds.documents_max = std::uint64_t{2} << kExactSegmentBits;
  History history(bounds);
  const std::uint64_t generation = std::uint64_t{1} << kExactSegmentBits;
  for (std::uint64_t i = 0; i < 5; ++i) history.add(text_claim(i * generation + 1, i + 1, 1000), 0);
  EXPECT_EQ(history.generations(), 2U);
  EXPECT_EQ(history.take_retired(), (std::vector<std::uint64_t>{0, 1, 2}));
  EXPECT_FALSE(history.text(3, 1000));
  EXPECT_TRUE(history.text(4, 1000));
  EXPECT_TRUE(history.article((4 * generation + 1) * 1000 + 1));
}

TEST(History, EqualTextsCountForSoManyDays) {
  HistoryBounds bounds;
  bounds.days = 10;
  History history(bounds);
  history.add(text_claim(1, 5, 0), 0);
  EXPECT_TRUE(history.text(5, 10 * 86'400));
  EXPECT_FALSE(history.text(5, 10 * 86'400 + 1));
  history.add(text_claim(2, 5, 20 * 86'400), 0);
  EXPECT_EQ(history.text(5, 21 * 86'400)->name, (RecordName{2, 7})) << "told anew, then known anew";
}

TEST(History, AnArticleIsKnownByEveryAddressItHad) {
  History history({});
  Claim first = text_claim(1, 5, 0);
  history.add(first, 0);
  Claim moved = text_claim(2, 6, 0);
  moved.kind = ClaimKind::version;
  moved.original = first.name;
  moved.article = first.article;
  moved.revision = 2;
  history.add(moved, 0);
  for (const std::uint64_t identity : {first.identities[0], moved.identities[0]}) {
    const auto known = history.article(identity);
    ASSERT_TRUE(known);
    EXPECT_EQ(known->first, first.name);
    EXPECT_EQ(known->revision, 2U);
    EXPECT_EQ(known->latest_text, 6U);
  }
  history.release(moved);
  EXPECT_EQ(history.article(first.identities[0])->revision, 1U);
  EXPECT_FALSE(history.article(moved.identities[0]));
}

TEST(FingerprintTable, AgreesWithAMap) {
  struct Entry {
    std::uint64_t fingerprint, value;
  };
  std::mt19937_64 random(3);
  FingerprintTable<Entry> table;
  std::map<std::uint64_t, std::uint64_t> map;
  for (int i = 0; i < 20'000; ++i) {
    // Many close together at the end of the table: runs wrap round.
    const std::uint64_t key = i % 2 == 0 ? random() % 5000 + 1 : ~(random() % 5000);
    table.put(key).value = static_cast<std::uint64_t>(i);
    map[key] = static_cast<std::uint64_t>(i);
    const std::uint64_t probe = random() % 6000 + 1;
    const Entry* entry = table.find(probe);
    ASSERT_EQ(entry != nullptr, map.contains(probe));
    if (entry != nullptr) {
      ASSERT_EQ(entry->value, map[probe]);
    }
  }
  EXPECT_EQ(table.size(), map.size());
}

}  // namespace
}  // namespace khabar
