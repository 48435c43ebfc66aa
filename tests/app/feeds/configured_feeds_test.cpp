#include "app/feeds/configured_feeds.h"

#include <string>

#include <gtest/gtest.h>

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
