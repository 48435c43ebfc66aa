#include "ingest/feed/source_list.h"

#include <gtest/gtest.h>
#include <stdlib.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

namespace khabar {
namespace {

class SourceListTest : public ::testing::Test {
 protected:
  SourceListTest()
      : folder_(std::filesystem::temp_directory_path() /
                ("khabar-list-" + std::to_string(getpid()))) {
    std::filesystem::create_directories(folder_ / "sub");
  }
  ~SourceListTest() override { std::filesystem::remove_all(folder_); }

  void file(const std::string& name, const std::string& text) {
    std::ofstream(folder_ / name) << text;
  }
  // What stands in folder_/c.toml under [sources.feeds].
  std::shared_ptr<const FeedOptions> read(const std::string& toml) {
    table_ = *parse_toml(toml, (folder_ / "c.toml").string());
    Settings settings(table_, "sources.feeds");
    auto options = read_feed_options(settings);
    faults_ = settings.faults();
    for (std::string& fault : faults_) fault = fault.substr(folder_.string().size() + 1);
    return options;
  }

  std::filesystem::path folder_;
  TomlValue table_;
  std::vector<std::string> faults_;
};

using Faults = std::vector<std::string>;

TEST_F(SourceListTest, SettingsComeFromTheTableTheGroupAndTheFeed) {
  const auto options = read(
      "interval_most_s = 7200\ndelay_ms = 500\n"
      "[[group]]\nname = 'agencies'\ninterval_least_s = 60\nfetch_pages = 'always'\n"
      "[[feed]]\nurl = 'https://A.example/feed#top'\nname = 'A'\nlanguage = 'ar'\n"
      "[[feed]]\nurl = 'https://b.example/map.xml'\nkind = 'sitemap'\ngroup = 'agencies'\n"
      "fetch_pages = 'never'\n");
  EXPECT_EQ(faults_, Faults{});
  ASSERT_EQ(options->feeds.size(), 2U);
  const FeedSpec &a = options->feeds[0], &b = options->feeds[1];
  EXPECT_EQ(a.url, "https://a.example/feed");
  EXPECT_EQ(a.policy.fetch_pages, FetchPages::when_short);
  EXPECT_EQ(a.policy.interval_least, std::chrono::minutes{5});
  EXPECT_EQ(a.policy.delay, Milliseconds{500});
  EXPECT_EQ(b.kind, FeedKind::sitemap);
  EXPECT_EQ(b.policy.fetch_pages, FetchPages::never);
  EXPECT_EQ(b.policy.interval_least, std::chrono::minutes{1});
  EXPECT_EQ(b.policy.interval_most, std::chrono::hours{2});
}

TEST_F(SourceListTest, ListsAndOpmlLieBesideTheConfiguration) {
  file("more.txt", "# ours\nhttps://c.example/feed\tThe C\n\nhttps://a.example/feed twice\r\n");
  file("sub/list.opml",
       "<opml version='2.0'><body><outline text='Agencies'><outline type='rss' text='D' "
       "xmlUrl='https://d.example/feed'/></outline></body></opml>");
  const auto options = read(
      "lists = ['more.txt']\nopml = 'sub/list.opml'\n"
      "[[group]]\nname = 'Agencies'\ndelay_ms = 9\n[[feed]]\nurl = 'https://a.example/feed'\n");
  EXPECT_EQ(faults_, Faults{});
  ASSERT_EQ(options->feeds.size(), 3U);
  EXPECT_EQ(options->feeds[1].url, "https://d.example/feed");
  EXPECT_EQ(options->feeds[1].group, "Agencies");
  EXPECT_EQ(options->feeds[1].policy.delay, Milliseconds{9});
  EXPECT_EQ(options->feeds[2].name, "The C");
}

TEST_F(SourceListTest, SecretsComeFromFilesAndTheEnvironment) {
  file("secret", "Bearer abc\n");
  setenv("KHABAR_TEST_KEY", "xyz", 1);
  const auto options = read(
      "headers = ['X-Key: ${KHABAR_TEST_KEY}']\n"
      "[[feed]]\nurl = 'https://a.example/feed'\nauthorization_file = 'secret'\n");
  EXPECT_EQ(faults_, Faults{});
  using Header = std::pair<std::string, std::string>;
  EXPECT_EQ(options->feeds[0].policy.headers,
            (std::vector<Header>{{"X-Key", "xyz"}, {"Authorization", "Bearer abc"}}));
}

TEST_F(SourceListTest, EveryFaultHasItsPlace) {
  unsetenv("KHABAR_TEST_ABSENT");
  file("bad.txt", "https://ok.example/\nnot a url\n");
  read(
      "lists = ['bad.txt', 'absent.txt']\nrevisits = ['6h', '1h', 'soon']\n"
      "proxy = '${KHABAR_TEST_ABSENT}'\n"
      "[[feed]]\nurl = 'ftp://a.example/'\n"
      "[[feed]]\nurl = 'https://a.example/feed'\ngroup = 'agencie'\n"
      "[[feed]]\nurl = 'https://a.example/feed'\nintervall_least_s = 7\nkind = 'sitemp'\n"
      "[[feed]]\nurl = 'https://b.example/'\ninterval_least_s = 100\ninterval_most_s = 50\n"
      "headers = [\"Evil: a\\nb\", 'none']\n[[group]]\nname = 'agencies'\n");
  std::string all;
  for (const std::string& fault : faults_) all += fault + "\n";
  for (const char* part :
       {"c.toml:1:1: sources.feeds.lists: bad.txt:2: ", "absent.txt",
        "c.toml:2:1: sources.feeds.revisits: \"1h\": want rising", "\"soon\"",
        "c.toml:3:1: sources.feeds.proxy: the environment variable KHABAR_TEST_ABSENT is not set",
        "c.toml:5:1: sources.feeds.feed[0].url: \"ftp://a.example/\" is neither",
        "c.toml:8:1: sources.feeds.feed[1].group: there is no group \"agencie\"; did you mean "
        "agencies?",
        "feed[2].url: https://a.example/feed stands twice",
        "feed[2].intervall_least_s is not a setting; did you mean interval_least_s?",
        "did you mean sitemap?", "the shortest interval is longer than the longest",
        "\"none\": want \"Name: value\"", "\"Evil\" and its value make no header"}) {
    EXPECT_NE(all.find(part), std::string::npos) << part << "\nin\n" << all;
  }
}

TEST_F(SourceListTest, NothingToReadIsAFault) {
  read("contact = 'x'\n");
  ASSERT_EQ(faults_.size(), 1U);
  EXPECT_NE(faults_[0].find("nothing to read"), std::string::npos);
}

TEST_F(SourceListTest, TheUserAgentNamesTheContact) {
  const std::string feed = "[[feed]]\nurl = 'https://a.example/'\n";
  EXPECT_EQ(read("contact = 'mailto:a@b.example'\n" + feed)->client.user_agent,
            "khabar/1 (news reader; +mailto:a@b.example)");
  EXPECT_EQ(read("user_agent = 'Mine/2'\n" + feed)->client.user_agent, "Mine/2");
}

TEST(DurationTest, Durations) {
  EXPECT_EQ(parse_duration("90m"), std::chrono::minutes{90});
  EXPECT_EQ(parse_duration("6h"), std::chrono::hours{6});
  EXPECT_EQ(parse_duration("2d"), std::chrono::hours{48});
  EXPECT_EQ(parse_duration("45s"), std::chrono::seconds{45});
  for (const char* text : {"", "h", "6", "6x", "-1h", "6hh", " 6h", "99999999999h", "0h"}) {
    EXPECT_FALSE(parse_duration(text)) << text;
  }
}

}  // namespace
}  // namespace khabar
