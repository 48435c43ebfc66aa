#include "ingest/feed/frontier_reader.h"

#include <algorithm>

#include "tests/ingest/feed/newsroom.h"

namespace khabar {
namespace {

using namespace testing;

class FrontierReaderTest : public Newsroom {
 protected:
  FrontierReaderTest() { keep_state(); }
  std::string path() const { return frontier_path(state_dir, "feeds"); }
};

TEST_F(FrontierReaderTest, TellsHowFeedsAre) {
  publish({item(1), item(2, hours(30))});
  web.answer("https://b.example/feed", {503});
  web.answer("https://c.example/feed", {410});
  start(
      "[[feed]]\nurl = 'https://a.example/feed'\nlanguage = 'ar'\n"
      "[[feed]]\nurl = 'https://b.example/feed'\nname = 'The B'\n"
      "[[feed]]\nurl = 'https://c.example/feed'\n"
      "[[feed]]\nurl = 'https://d.example/feed'\npaused = true\n");
  run_for(minutes(3));
  auto reader = FrontierReader::open(path());
  ASSERT_TRUE(reader) << reader.error().message;
  const auto feeds = *reader->feeds(now());
  ASSERT_EQ(feeds.size(), 4U);
  const auto of = [&](char site) {
    return *std::ranges::find_if(feeds, [&](const FeedHealth& f) { return f.url[8] == site; });
  };
  const FeedHealth a = of('a'), b = of('b');
  EXPECT_EQ(a.name, "News");  // as it calls itself
  EXPECT_EQ(a.kind, "feed");
  EXPECT_EQ(a.language, "ar");
  EXPECT_EQ(a.status, 200);
  EXPECT_EQ(a.news, 2U);
  EXPECT_EQ(a.polls, 1U);
  EXPECT_EQ(*a.next_due, *a.last_poll + a.interval);
  EXPECT_EQ(a.last_news, a.last_ok);
  EXPECT_EQ(b.name, "The B");
  EXPECT_TRUE(b.is_failing());
  EXPECT_FALSE(b.last_ok);
  EXPECT_EQ(of('c').state, FeedState::retired);
  EXPECT_EQ(of('d').state, FeedState::paused);
  EXPECT_EQ(of('d').name, "d.example");
  EXPECT_FALSE(of('d').next_due);
  const auto counts = *reader->counts(now());
  EXPECT_EQ(counts.feeds_active, 2U);
  EXPECT_EQ(counts.feeds_paused, 1U);
  EXPECT_EQ(counts.feeds_retired, 1U);
  EXPECT_EQ(counts.feeds_failing, 1U);
}

TEST_F(FrontierReaderTest, TellsWhatBecameOfPages) {
  publish({item(1), item(2), item(3)});
  web.answer(item(2).url, {410});
  web.answer(item(3).url, {500});
  start(kOneFeed);
  run_for(minutes(3));
  auto reader = FrontierReader::open(path());
  const auto counts = *reader->counts(now());
  EXPECT_EQ(counts.pages_known, 3U);
  EXPECT_EQ(counts.pages_waiting, 1U);
  EXPECT_EQ(counts.pages_to_revisit, 1U);
  using Fates = std::vector<std::pair<std::string, std::uint64_t>>;
  EXPECT_EQ(counts.fates, (Fates{{"delivered", 1}, {"gone", 1}}));
  for (const char* feed : {"", "https://a.example/feed"}) {
    auto pages = *reader->pages(feed, 10);
    ASSERT_EQ(pages.size(), 3U);
    std::ranges::sort(pages, {}, &PageState::url);
    EXPECT_EQ(pages[0].fate, "delivered");
    EXPECT_EQ(pages[0].visits, 1);
    EXPECT_EQ(pages[1].fate, "gone");
    EXPECT_FALSE(pages[1].next_due);
    EXPECT_EQ(pages[2].fate, "");
    EXPECT_EQ(pages[2].last_error, item(3).url + ": HTTP 500");
    EXPECT_GT(*pages[2].next_due, now());
    EXPECT_EQ(pages[2].feed_url, "https://a.example/feed");
  }
  EXPECT_TRUE(reader->pages("https://b.example/feed", 10)->empty());
  EXPECT_EQ(reader->pages("", 2)->size(), 2U);
}

TEST_F(FrontierReaderTest, AFileThatIsNoneIsAFault) {
  EXPECT_FALSE(FrontierReader::open(path()));
  std::filesystem::create_directories(path());
  EXPECT_FALSE(FrontierReader::open(path()));
  EXPECT_FALSE(FrontierReader::open(KHABAR_SOURCE_DIR "/README.md"));
}

TEST_F(FrontierReaderTest, EachSourceHasItsFile) {
  EXPECT_EQ(frontier_path("/s", "feeds"), "/s/frontier.db");
  EXPECT_EQ(frontier_path("/s", "arabic"), "/s/frontier-arabic.db");
}

}  // namespace
}  // namespace khabar
