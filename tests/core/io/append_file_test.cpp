#include "core/io/append_file.h"

#include <filesystem>
#include <fstream>
#include <sstream>

#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>
#include <csignal>

#include <gtest/gtest.h>

namespace khabar {
namespace {

class AppendFileTest : public testing::Test {
 protected:
  void SetUp() override { std::filesystem::create_directories(folder_); }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  std::string path(const std::string& name = "a.log") const { return (folder_ / name).string(); }
  std::string content(const std::string& name = "a.log") const {
    std::stringstream bytes;
    bytes << std::ifstream(path(name)).rdbuf();
    return bytes.str();
  }

 private:
  const std::filesystem::path folder_ =
      std::filesystem::temp_directory_path() / ("khabar_append_" + std::to_string(getpid()));
};

TEST_F(AppendFileTest, GoesOnWhereItStood) {
  ASSERT_TRUE(AppendFile::open(path())->append("one\n"));
  AppendFile file = AppendFile::open(path()).value();
  EXPECT_EQ(file.size(), 4u);
  ASSERT_TRUE(file.append("two\n"));
  ASSERT_TRUE(file.truncate(4));
  ASSERT_TRUE(file.append("three\n"));
  ASSERT_TRUE(file.sync());
  EXPECT_EQ(content(), "one\nthree\n");
}

TEST_F(AppendFileTest, HasOneWriterAtATime) {
  AppendFile first = AppendFile::open(path()).value();
  const Result<AppendFile> second = AppendFile::open(path());
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().message, path() + ": another program is writing this file");
  AppendFile moved = std::move(first);
  EXPECT_FALSE(AppendFile::open(path()));
}

TEST_F(AppendFileTest, TakesAnotherNameWithItsLock) {
  AppendFile file = AppendFile::open(path("a.partial")).value();
  ASSERT_TRUE(file.append("x\n"));
  ASSERT_TRUE(file.rename_to(path()));
  EXPECT_EQ(content(), "x\n");
  EXPECT_FALSE(std::filesystem::exists(path("a.partial")));
  EXPECT_FALSE(AppendFile::open(path()));
}

// A file may not grow past RLIMIT_FSIZE: a full disk for one process.
TEST_F(AppendFileTest, LeavesNothingOfAnAppendThatFailed) {
  AppendFile file = AppendFile::open(path()).value();
  ASSERT_TRUE(file.append("held\n"));
  rlimit old{};
  ASSERT_EQ(getrlimit(RLIMIT_FSIZE, &old), 0);
  const auto old_handler = std::signal(SIGXFSZ, SIG_IGN);
  const rlimit small{16, old.rlim_max};
  ASSERT_EQ(setrlimit(RLIMIT_FSIZE, &small), 0);
  const Status status = file.append("too much for what is left\n");
  setrlimit(RLIMIT_FSIZE, &old);
  std::signal(SIGXFSZ, old_handler);
  ASSERT_FALSE(status);
  EXPECT_NE(status.error().message.find(path() + ": write: File too large"), std::string::npos);
  EXPECT_EQ(content(), "held\n");
  ASSERT_TRUE(file.append("more\n"));
  EXPECT_EQ(content(), "held\nmore\n");
}

TEST_F(AppendFileTest, AFullDiskIsWorthAnotherTry) {
  const int full = ::open("/dev/full", O_WRONLY | O_CLOEXEC);
  if (full < 0) GTEST_SKIP() << "no /dev/full here";
  const Status status = write_all(full, "x", "news.jsonl");
  ::close(full);
  ASSERT_FALSE(status);
  EXPECT_EQ(status.error(), (Error{ErrorKind::unavailable,
                                   "news.jsonl: write: No space left on device (errno 28)"}));
}

TEST_F(AppendFileTest, NamesWhatCannotBeOpened) {
  std::filesystem::create_directory(path("folder"));
  EXPECT_EQ(AppendFile::open(path("folder")).error(),
            (Error{ErrorKind::invalid, path("folder") + ": open: Is a directory (errno 21)"}));
  EXPECT_EQ(AppendFile::open(path("no/a.log")).error(),
            (Error{ErrorKind::invalid,
                   path("no/a.log") + ": open: No such file or directory (errno 2)"}));
  EXPECT_FALSE(AppendFile::open("/dev/null"));
}

TEST_F(AppendFileTest, MapsWhatWasWritten) {
  AppendFile file = AppendFile::open(path()).value();
  EXPECT_EQ(MappedFile::open(path())->bytes(), "");
  ASSERT_TRUE(file.append("خبر\n"));
  EXPECT_EQ(MappedFile::open(path())->bytes(), "خبر\n");
  EXPECT_FALSE(MappedFile::open(path("absent")));
}

}  // namespace
}  // namespace khabar
