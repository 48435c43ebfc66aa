#include "ingest/feed/source_control.h"

#include "tests/ingest/feed/newsroom.h"

namespace khabar {
namespace {

using namespace testing;

class SourceControlTest : public Newsroom {
 protected:
  SourceControlTest() {
    keep_state();
    for (const char* name : {"a", "b", "c"}) {
      web.page("https://" + std::string(name) + ".example/feed", rss({}));
    }
  }
  static std::string feed(const std::string& name, const std::string& more = "") {
    return "[[feed]]\nurl = 'https://" + name + ".example/feed'\nname = '" + name +
           "'\ninterval_most_s = 600\n" + more;
  }
  std::shared_ptr<SourceControl> control() { return source_control_of(*source); }
  std::string polled() {
    std::string out;
    for (const char* name : {"a", "b", "c"}) {
      if (web.count("https://" + std::string(name) + ".example/feed") > 0) out += name;
    }
    web.forget();
    return out;
  }
};

TEST_F(SourceControlTest, ReloadSaysWhatChangesAndDoesIt) {
  start(feed("a") + feed("b"));
  run_for(minutes(1));
  EXPECT_EQ(polled(), "ab");
  const auto table = *parse_toml(
      "type = 'feeds'\nspread_s = 0\n" + feed("b", "delay_ms = 2000\n") + feed("c"), "new.toml");
  const auto lines = control()->reload(table);
  ASSERT_TRUE(lines) << lines.error().message;
  EXPECT_EQ(*lines, (std::vector<std::string>{
                        "changed https://b.example/feed: delay_ms", "added https://c.example/feed",
                        "removed https://a.example/feed", "0 feeds unchanged"}));
  run_for(minutes(15));
  EXPECT_EQ(polled(), "bc");
}

TEST_F(SourceControlTest, ABadFileLeavesTheOldInForce) {
  start(feed("a"));
  const auto table = *parse_toml(feed("b", "intervall_most_s = 5\n"), "new.toml");
  const auto lines = control()->reload(table);
  ASSERT_FALSE(lines);
  EXPECT_NE(lines.error().message.find("new.toml:5"), std::string::npos) << lines.error().message;
  run_for(minutes(1));
  EXPECT_EQ(polled(), "a");
}

TEST_F(SourceControlTest, PauseAndResumeLastOverRestarts) {
  start(feed("a") + feed("b"));
  EXPECT_FALSE(control()->pause("aa"));
  EXPECT_TRUE(control()->pause("a"));
  run_for(minutes(1));
  EXPECT_EQ(polled(), "b");
  stop_source();
  start(feed("a") + feed("b"));
  run_for(minutes(15));
  EXPECT_EQ(polled(), "b");
  EXPECT_TRUE(control()->resume("https://a.example/feed"));
  run_for(minutes(15));
  EXPECT_EQ(polled(), "ab");
}

TEST_F(SourceControlTest, AnotherProcessPausesThroughTheFrontier) {
  const std::string path = frontier_path(state_dir, "feeds");
  EXPECT_FALSE(set_feed_paused(path, "a", true));  // nothing ran yet, and no file is made
  EXPECT_FALSE(std::filesystem::exists(path));
  start(feed("a") + feed("b"));
  run_for(minutes(1));
  web.forget();
  EXPECT_FALSE(set_feed_paused(path, "nobody", true));
  ASSERT_TRUE(set_feed_paused(path, "a", true));
  auto reader = FrontierReader::open(path);
  EXPECT_EQ(reader->feeds(now())->front().state, FeedState::paused);  // as good as done
  run_for(minutes(15));
  EXPECT_EQ(polled(), "b");
  ASSERT_TRUE(set_feed_paused(path, "https://a.example/feed", false));
  run_for(minutes(15));
  EXPECT_EQ(polled(), "ab");
}

TEST_F(SourceControlTest, ASourceOfAnotherTypeHasNone) {
  class Other final : public Source {
    Result<std::vector<Parcel>> read(std::size_t, const Stop&) override {
      return std::vector<Parcel>{};
    }
  } other;
  EXPECT_EQ(source_control_of(other), nullptr);
}

}  // namespace
}  // namespace khabar
