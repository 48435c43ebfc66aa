#include "app/feeds/configured_feeds.h"

#include <algorithm>
#include <string>

#include <gtest/gtest.h>

#include "ingest/feed/outline_settings.h"
#include "tests/app/scratch_folder.h"

namespace khabar {
namespace {

class ConfiguredFeeds : public testing::Test {
 protected:
  TomlValue config(const std::string& text) {
    conf_ = folder_.write("news.toml", text);
    return *load_toml(conf_);
  }

  ScratchFolder folder_;
  std::string conf_;
};

TEST_F(ConfiguredFeeds, StandInTheFileAndInItsLists) {
  folder_.write(
      "mine.opml",
      write_opml({{"https://a.example/rss", "أولى", "https://a.example/", "ar", {"سوريا"}}},
                 "قائمة"));
  folder_.write("more.txt", "https://b.example/rss ثانية\n");
  const auto tables = read_feed_tables(
      config("[sources.live]\ntype = \"feeds\"\nopml = [\"mine.opml\"]\n"
             "[[sources.live.group]]\nname = \"g\"\nlists = [\"more.txt\"]\n"
             "[[sources.live.feed]]\nurl = \"https://c.example/rss\"\nname = \"ثالثة\"\n"
             "[sources.old]\ntype = \"feeds\"\nenabled = false\n[sources.archive]\npaths = []\n"),
      conf_);
  ASSERT_TRUE(tables.has_value()) << tables.error().message;
  ASSERT_EQ(tables->size(), 1u);
  EXPECT_EQ(tables->front().name, "live");
  EXPECT_EQ(tables->front().options->feeds.size(), 3u);
  EXPECT_EQ(tables->front().files, (std::vector<std::string>{folder_.path() + "/mine.opml",
                                                             folder_.path() + "/more.txt"}));

  const auto outlines = outlines_of(*tables);
  ASSERT_EQ(outlines.size(), 3u);
  for (const OpmlFeed& feed : outlines) {
    if (feed.url != "https://a.example/rss") continue;
    EXPECT_EQ(feed.groups, (std::vector<std::string>{"سوريا"}));
    EXPECT_EQ(feed.site_url, "https://a.example/");
  }
}

// What `feeds export` writes gives the same feeds again, read by another configuration.
TEST_F(ConfiguredFeeds, ExportGivesBackWhatFeedsAre) {
  const std::string groups =
      "[[sources.live.group]]\nname = \"agencies\"\ninterval_least_s = 60\n"
      "[[sources.live.group]]\nname = \"slow\"\ninterval_least_s = 7200\ndelay_ms = 9000\n";
  const std::string feeds =
      "[[sources.live.feed]]\nurl = \"https://plain.example/rss\"\n"
      "[[sources.live.feed]]\nurl = \"https://a.example/map.xml\"\nkind = \"sitemap\"\n"
      "name = \"خريطة \\\"أ\\\" & <ب>\"\nlanguage = \"ar\"\ngroup = \"agencies\"\n"
      "[[sources.live.feed]]\nurl = \"https://b.example/\"\nkind = \"index_page\"\n"
      "fetch_pages = \"always\"\ngroup = \"slow\"\n"
      "[[sources.live.feed]]\nurl = \"https://c.example/rss?a=1&b=2\"\nfetch_pages = \"never\"\n"
      "interval_least_s = 90\ninterval_most_s = 600\ndelay_ms = 0\n"
      "paused = true\n";
  const auto first =
      read_feed_tables(config("[sources.live]\ntype = \"feeds\"\n" + groups + feeds), conf_);
  ASSERT_TRUE(first) << first.error().message;
  folder_.write("export.opml", write_opml(outlines_of(*first), "khabar"));
  for (const bool with_groups : {true, false}) {
    const auto second =
        read_feed_tables(config("[sources.live]\ntype = \"feeds\"\nopml = [\"export.opml\"]\n" +
                                (with_groups ? groups : "")),
                         conf_);
    ASSERT_TRUE(second) << second.error().message;
    auto before = first->front().options->feeds, after = second->front().options->feeds;
    std::ranges::sort(before, {}, &FeedSpec::url);
    std::ranges::sort(after, {}, &FeedSpec::url);
    ASSERT_EQ(before.size(), after.size());
    for (std::size_t i = 0; i < before.size(); ++i) {
      if (!with_groups) before[i].group.clear();  // there is none to be in
      EXPECT_EQ(outline_settings(before[i]), outline_settings(after[i])) << before[i].url;
      EXPECT_EQ(before[i], after[i]) << before[i].url;
    }
  }
}

TEST_F(ConfiguredFeeds, HeadersAndUncheckedCertificatesAreNotPassedOn) {
  const auto tables =
      read_feed_tables(config("[sources.live]\ntype = \"feeds\"\n[[sources.live.feed]]\n"
                              "url = \"https://a.example/rss\"\nverify_tls = false\n"
                              "headers = [\"Authorization: Bearer s3cret\"]\n"),
                       conf_);
  ASSERT_TRUE(tables) << tables.error().message;
  const std::string list = write_opml(outlines_of(*tables), "");
  EXPECT_EQ(list.find("s3cret"), std::string::npos);
  EXPECT_EQ(list.find("verify_tls"), std::string::npos);
}

TEST_F(ConfiguredFeeds, AListMayNotSendWhatItPleases) {
  for (const auto& [setting, why] : {
           std::pair{"khabar:kind='sitmap'", "did you mean sitemap?"},
           std::pair{"khabar:intervall_least_s='60'", "did you mean interval_least_s?"},
           std::pair{"khabar:delay_ms='soon'", "delay_ms"},
           std::pair{"khabar:headers_from_files='X: /etc/passwd'", "a list cannot say this"},
           std::pair{"khabar:verify_tls='false'", "a list cannot say this"},
       }) {
    folder_.write("mine.opml",
                  "<opml version='2.0'><body><outline type='rss' text='A' "
                  "xmlUrl='https://a.example/rss' " +
                      std::string(setting) + "/></body></opml>");
    const auto tables =
        read_feed_tables(config("[sources.feeds]\nopml = [\"mine.opml\"]\n"), conf_);
    ASSERT_FALSE(tables) << setting;
    const std::string& message = tables.error().message;
    EXPECT_NE(message.find(why), std::string::npos) << message;
    EXPECT_NE(message.find("mine.opml: https://a.example/rss"), std::string::npos) << message;
  }
}

TEST_F(ConfiguredFeeds, FilesNeedNotExistToBeAddedTo) {
  const auto tables =
      read_feed_files(config("[sources.feeds]\nopml = [\"a.opml\", \"b.opml\"]\n"), conf_);
  ASSERT_TRUE(tables.has_value());
  EXPECT_EQ(*file_to_add_to(*tables, "", conf_), folder_.path() + "/a.opml");
  EXPECT_EQ(*file_to_add_to(*tables, folder_.path() + "/./b.opml", conf_),
            folder_.path() + "/b.opml");
  EXPECT_EQ(file_to_add_to(*tables, "c.opml", conf_).error().message,
            "c.opml is not among the files that " + conf_ + " names: " + folder_.path() +
                "/a.opml, " + folder_.path() + "/b.opml");
}

TEST_F(ConfiguredFeeds, ErrorsSayWhatToWriteWhere) {
  const auto inline_only =
      read_feed_files(config("[sources.live]\ntype = \"feeds\"\n[[sources.live.feed]]\nurl = "
                             "\"https://c.example/\"\n"),
                      conf_);
  EXPECT_EQ(file_to_add_to(*inline_only, "", conf_).error().message,
            conf_ +
                ": names no file that feeds could be added to; write opml = [\"mine.opml\"] "
                "under [sources.live]");
  EXPECT_EQ(read_feed_tables(config("[sources.archive]\npaths = []\n"), conf_).error().message,
            conf_ + ": has no source of type \"feeds\"");
  EXPECT_FALSE(read_feed_tables(config("[sources.feeds]\nopml = [\"none.opml\"]\n"), conf_));
}

}  // namespace
}  // namespace khabar
