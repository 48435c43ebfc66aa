#include "core/flow/cursor_store.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>

#include <sys/wait.h>
#include <unistd.h>

#include <gtest/gtest.h>

#include "tests/fakes/crashing_cursor_store.h"

namespace khabar {
namespace {

namespace fs = std::filesystem;

class CursorStoreTest : public testing::Test {
 protected:
  void SetUp() override {
    std::string pattern = (fs::temp_directory_path() / "khabar-cursors-XXXXXX").string();
    ASSERT_NE(::mkdtemp(pattern.data()), nullptr);
    base_ = pattern;
    directory_ = (base_ / "state" / "deep").string();
  }
  void TearDown() override { fs::remove_all(base_); }

  std::unique_ptr<FileCursorStore> store() {
    auto opened = FileCursorStore::open(directory_);
    EXPECT_TRUE(opened) << opened.error().message;
    return std::move(opened.value());
  }
  // Every file below the test's folder, but the lock.
  std::vector<std::string> files() const {
    std::vector<std::string> out;
    for (const auto& entry : fs::recursive_directory_iterator(base_)) {
      if (entry.is_regular_file() && entry.path().filename() != "lock") {
        out.push_back(fs::relative(entry.path(), directory_).string());
      }
    }
    std::sort(out.begin(), out.end());
    return out;
  }

  fs::path base_;
  std::string directory_;
};

using Loaded = std::optional<std::string>;

TEST_F(CursorStoreTest, ACursorSurvivesTheStore) {
  store()->save("archive", "offset 812");
  EXPECT_EQ(store()->load("archive").value(), Loaded("offset 812"));
  EXPECT_EQ(store()->load("other").value(), std::nullopt);
}

TEST_F(CursorStoreTest, SavedIsSeenAtOnceAndDurableAfterTheFlush) {
  const auto s = store();
  ASSERT_TRUE(s->save("a", "1"));
  EXPECT_EQ(s->load("a").value(), Loaded("1"));
  EXPECT_TRUE(files().empty());
  ASSERT_TRUE(s->flush());
  EXPECT_EQ(files(), std::vector<std::string>{"a.cursor"});
}

TEST_F(CursorStoreTest, AnyBytesAreACursor) {
  const std::string bytes("\0\n\xff line", 9);
  store()->save("a", bytes);
  EXPECT_EQ(store()->load("a").value(), Loaded(bytes));
  store()->save("a", "");
  EXPECT_EQ(store()->load("a").value(), Loaded(""));
}

TEST_F(CursorStoreTest, NoNameLeadsOutOfTheDirectory) {
  {
    const auto s = store();
    for (const std::string name :
         {"../../escaped", "/etc/x", "..", ".", "a/b", "خبر", "a b", "lock"}) {
      EXPECT_TRUE(s->save(name, name)) << name;
    }
  }
  for (const std::string& file : files()) {
    EXPECT_EQ(file.find('/'), std::string::npos) << file;
    EXPECT_TRUE(file.ends_with(".cursor")) << file;
  }
  EXPECT_EQ(files().size(), 8U) << "different names are different files";
  EXPECT_EQ(store()->load("../../escaped").value(), Loaded("../../escaped"));
  EXPECT_FALSE(store()->save("", "x"));
  EXPECT_FALSE(store()->save(std::string(201, 'a'), "x"));
  EXPECT_FALSE(store()->save("big", std::string((1 << 20) + 1, 'x')));
}

TEST_F(CursorStoreTest, AnInterruptedReplacementIsNeverRead) {
  store()->save("a", "old");
  std::ofstream(directory_ + "/a.cursor.tmp") << "half a new o";
  EXPECT_EQ(store()->load("a").value(), Loaded("old"));
}

TEST_F(CursorStoreTest, TwoStoresCannotUseOneDirectory) {
  {
    const auto first = store();
    const auto second = FileCursorStore::open(directory_);
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().kind, ErrorKind::unavailable);
    EXPECT_EQ(second.error().message, "state directory " + directory_ + " is in use by process " +
                                          std::to_string(::getpid()));
  }
  EXPECT_TRUE(FileCursorStore::open(directory_));
}

TEST_F(CursorStoreTest, AKilledProcessLeavesNoLock) {
  const pid_t child = ::fork();
  if (child == 0) {
    const auto lock = StateLock::take(directory_);
    ::_exit(lock ? 0 : 1);  // no destructor runs
  }
  int status = 1;
  ASSERT_EQ(::waitpid(child, &status, 0), child);
  EXPECT_EQ(status, 0);
  EXPECT_TRUE(StateLock::take(directory_));
}

TEST_F(CursorStoreTest, AFailedFlushKeepsTheCursorDue) {
  const auto s = store();
  ASSERT_TRUE(s->save("a", "1"));
  fs::rename(directory_, directory_ + ".away");
  const Status failed = s->flush();
  ASSERT_FALSE(failed);
  EXPECT_NE(failed.error().message.find("a.cursor"), std::string::npos) << failed.error().message;
  fs::rename(directory_ + ".away", directory_);
  ASSERT_TRUE(s->flush());
  EXPECT_EQ(files(), std::vector<std::string>{"a.cursor"});
}

TEST_F(CursorStoreTest, AgreesWithTheModelThroughRandomCrashes) {
  const auto seed = std::random_device{}();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937 random(seed);
  CrashingCursorStore model;
  auto real = store();
  const std::string crashed = directory_ + ".crashed";
  for (int step = 0; step < 300; ++step) {
    const std::string name(1, static_cast<char>('a' + random() % 3));
    switch (random() % 4) {
      case 0:
        ASSERT_TRUE(real->flush());
        ASSERT_TRUE(model.flush());
        break;
      case 1: {  // a kill: what the next process finds is what lies on the disk now
        fs::remove_all(crashed);
        fs::copy(directory_, crashed);
        real.reset();
        fs::remove_all(directory_);
        fs::rename(crashed, directory_);
        real = store();
        model.crash();
        break;
      }
      default:
        ASSERT_TRUE(real->save(name, std::to_string(step)));
        ASSERT_TRUE(model.save(name, std::to_string(step)));
    }
    EXPECT_EQ(real->load(name).value(), model.load(name).value());
  }
}

TEST(ForgetfulCursorStore, KeepsForTheRunOnly) {
  ForgetfulCursorStore store;
  EXPECT_EQ(store.load("a").value(), std::nullopt);
  ASSERT_TRUE(store.save("a", "1"));
  EXPECT_EQ(store.load("a").value(), Loaded("1"));
}

}  // namespace
}  // namespace khabar
