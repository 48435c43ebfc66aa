#include "core/web/entry_identity.h"

#include <gtest/gtest.h>

#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

namespace khabar {
namespace {

struct Item {
  std::string guid, url, title, date;
};

FeedEntry entry_of(const Item& item) {
  FeedEntry entry;
  entry.id = item.guid;
  entry.url = item.url;
  entry.title.value = item.title;
  entry.title.type = "text/plain";
  entry.published = parse_machine_date(item.date);
  return entry;
}

// A feed and its memory, as the frontier keeps it.
class Source {
 public:
  // The identities of one poll, as small numbers in the order of first sight: "1 2 1".
  std::string poll(const std::vector<Item>& items) {
    std::vector<EntryKeys> keys;
    for (const Item& item : items) keys.push_back(keys_of(entry_of(item)));
    std::string out;
    const auto answers = identify_entries(keys, known_);
    for (std::size_t i = 0; i < answers.size(); ++i) {
      const auto [number, is_new] = numbers_.emplace(answers[i].identity, numbers_.size() + 1);
      EXPECT_EQ(is_new, answers[i].is_new) << i;
      if (answers[i].remember) known_.push_back({answers[i].identity, keys[i]});
      out += (out.empty() ? "" : " ") + std::to_string(number->second);
    }
    return out;
  }
  std::size_t rows() const { return known_.size(); }

 private:
  std::vector<KnownEntry> known_;
  std::map<std::uint64_t, std::size_t> numbers_;
};

const Item kPort{"g1", "https://n.example/1-port", "الميناء يعود إلى العمل", "2026-05-03T09:30Z"};
const Item kRain{"g2", "https://n.example/2-rain", "أمطار غزيرة في الشمال", "2026-05-03T10:00Z"};
const Item kVote{"g3", "https://n.example/3-vote", "البرلمان يقر الموازنة", "2026-05-03T11:00Z"};

Item with(Item item, std::string Item::*field, std::string value) {
  item.*field = std::move(value);
  return item;
}

TEST(EntryIdentity, TheSamePollAgainBringsNothingNew) {
  Source source;
  EXPECT_EQ(source.poll({kPort, kRain}), "1 2");
  EXPECT_EQ(source.poll({kRain, kPort}), "2 1");
  EXPECT_EQ(source.poll({kVote, kRain, kPort}), "3 2 1");
  EXPECT_EQ(source.rows(), 3u);
}

TEST(EntryIdentity, SurvivesAnEdit) {
  for (const auto& [field, value] : std::vector<std::pair<std::string Item::*, std::string>>{
           {&Item::guid, "https://n.example/?p=1"},
           {&Item::url, "https://n.example/1-port-again"},
           {&Item::title, "الميناء يعود"},
           {&Item::date, "2026-05-03T12:00Z"},
           {&Item::guid, ""},
           {&Item::url, ""},
           {&Item::title, ""},
           {&Item::date, ""}}) {
    Source source;
    EXPECT_EQ(source.poll({kPort, kRain}), "1 2");
    EXPECT_EQ(source.poll({with(kPort, field, value), kRain}), "1 2") << value;
    EXPECT_EQ(source.poll({kPort, kRain}), "1 2") << "and back";
  }
}

TEST(EntryIdentity, TitleAndSlugEditedTogetherKeepTheGuid) {
  Source source;
  EXPECT_EQ(source.poll({kPort, kRain}), "1 2");
  const Item edited{"g1", "https://n.example/1-quay", "الرصيف يعود", "2026-05-03T14:00Z"};
  EXPECT_EQ(source.poll({edited, kRain}), "1 2");
}

TEST(EntryIdentity, AddressesDifferInSpellingOnly) {
  Source source;
  const Item bare{"", "http://www.n.example/1-port/", "الميناء", ""};
  const Item other{"", "https://n.example/1-port?utm_source=rss", "الميناء", ""};
  EXPECT_EQ(source.poll({bare}), "1");
  EXPECT_EQ(source.poll({other}), "1");
}

TEST(EntryIdentity, ARepeatedGuidSwallowsNothing) {
  Source source;
  const auto shared = [](Item item) { return with(item, &Item::guid, "feed"); };
  EXPECT_EQ(source.poll({shared(kPort), shared(kRain), shared(kVote)}), "1 2 3");
  EXPECT_EQ(source.poll({shared(kVote), shared(kPort), shared(kRain)}), "3 1 2");
}

TEST(EntryIdentity, GuidsThatCountPositionsSayNothing) {
  Source source;
  const auto at = [](Item item, const char* guid) { return with(item, &Item::guid, guid); };
  EXPECT_EQ(source.poll({at(kPort, "0"), at(kRain, "1")}), "1 2");
  const Item fire{"0", "https://n.example/4-fire", "حريق في السوق", "2026-05-03T12:00Z"};
  EXPECT_EQ(source.poll({fire, at(kVote, "1"), at(kPort, "2"), at(kRain, "3")}), "3 4 1 2");
}

TEST(EntryIdentity, ALinkToTheFrontPageNamesNobody) {
  Source source;
  const auto home = [](Item item) { return Item{"", "https://n.example/", item.title, item.date}; };
  EXPECT_EQ(source.poll({home(kPort), home(kRain)}), "1 2");
  EXPECT_EQ(source.poll({home(kVote), home(kPort), home(kRain)}), "3 1 2");
  const auto live = [](Item item) {
    return Item{"", "https://n.example/live", item.title, item.date};
  };
  Source other;
  EXPECT_EQ(other.poll({live(kPort), live(kRain)}), "1 2");
}

TEST(EntryIdentity, WithoutNamesTitleAndTimeDo) {
  Source source;
  const auto bare = [](Item item) { return Item{"", "", item.title, item.date}; };
  EXPECT_EQ(source.poll({bare(kPort), bare(kRain)}), "1 2");
  EXPECT_EQ(source.poll({bare(kRain), bare(kPort)}), "2 1");
  // "Urgent" every hour is another story every hour.
  EXPECT_EQ(
      source.poll({{"", "", "عاجل", "2026-05-03T09:00Z"}, {"", "", "عاجل", "2026-05-03T10:00Z"}}),
      "3 4");
}

TEST(EntryIdentity, AnEntryThatSaysNothingIsStillTheSame) {
  Source source;
  EXPECT_EQ(source.poll({{}, {}, kPort}), "1 1 2");
  EXPECT_EQ(source.poll({{}, kPort}), "1 2");
  EXPECT_EQ(source.rows(), 2u);
}

TEST(EntryIdentity, ASiteThatMovedKeepsItsArticles) {
  Source source;
  EXPECT_EQ(source.poll({kPort, kRain}), "1 2");
  Item port = kPort;
  port.guid = "new-1";
  port.url = "https://other.example/a/1";
  Item rain = kRain;
  rain.guid = "new-2";
  rain.url = "https://other.example/a/2";
  EXPECT_EQ(source.poll({port, rain}), "1 2");
}

TEST(EntryIdentity, OneEntryTwiceInAPollIsOne) {
  std::vector<EntryKeys> keys;
  for (const Item& item : {kPort, kRain, kPort}) keys.push_back(keys_of(entry_of(item)));
  const auto answers = identify_entries(keys, {});
  EXPECT_EQ(answers[2].repeats, 0u);
  EXPECT_FALSE(answers[2].is_new);
  EXPECT_FALSE(answers[2].remember);
  EXPECT_EQ(answers[0].identity, answers[2].identity);
  EXPECT_FALSE(answers[1].repeats.has_value());
}

TEST(EntryIdentity, IsTheSameInEveryRun) {
  const EntryKeys keys[] = {keys_of(entry_of(kPort)), keys_of(entry_of(kRain))};
  const EntryKeys swapped[] = {keys[1], keys[0]};
  EXPECT_EQ(identify_entries(keys, {})[0].identity, identify_entries(swapped, {})[1].identity);
  EXPECT_NE(identify_entries(keys, {})[0].identity, 0u);
}

TEST(EntryIdentity, AMessageWithoutTitleIsKnownByItsText) {
  FeedEntry a;
  a.summary.value = "وصل القطار متأخراً اليوم";
  FeedEntry b;
  b.summary.value = "وصل القطار في موعده اليوم";
  const EntryKeys keys[] = {keys_of(a), keys_of(b), EntryKeys{}};
  const auto answers = identify_entries(keys, {});
  EXPECT_NE(answers[0].identity, answers[1].identity);
  EXPECT_TRUE(answers[2].is_new);
}

TEST(EntryIdentity, AVersionIsWhatIsSaid) {
  FeedEntry entry = entry_of(kPort);
  entry.summary = {"<p>افتتح الميناء</p>", "text/html", {}, {}, {}};
  const std::uint64_t before = version_of(entry);
  entry.published = parse_machine_date("2027-01-01");
  entry.summary.value = "<div>افتتح\n الميناء</div>";
  EXPECT_EQ(version_of(entry), before);
  entry.summary.value = "<p>أغلق الميناء</p>";
  EXPECT_NE(version_of(entry), before);
}

// Whatever is edited at random, one field an entry and poll: nothing is swallowed, nothing doubled.
TEST(EntryIdentity, HoldsOverRandomEdits) {
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    std::mt19937_64 random(seed);
    std::vector<Item> items;
    for (int i = 0; i < 30; ++i) {
      const std::string n = std::to_string(i);
      items.push_back({"guid-" + n, "https://n.example/story-" + n, "خبر رقم " + n,
                       "2026-05-03T" + std::to_string(10 + i / 6) + ":" +
                           std::to_string(10 + i % 6 * 5) + "Z"});
    }
    Source source;
    std::string expected = source.poll(items);
    for (int round = 0; round < 5; ++round) {
      for (Item& item : items) {
        const std::string mark = "-" + std::to_string(random() % 1000);
        switch (random() % 6) {
          case 0:
            item.guid += mark;
            break;
          case 1:
            item.url += mark;
            break;
          case 2:
            item.title += mark;
            break;
          default:
            break;
        }
      }
      ASSERT_EQ(source.poll(items), expected) << "seed " << seed << " round " << round;
    }
  }
}

}  // namespace
}  // namespace khabar
