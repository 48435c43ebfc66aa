#include "core/io/file.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <thread>

#include "core/io/byte_stream.h"

namespace khabar {
namespace {

class FileTest : public ::testing::Test {
 protected:
  FileTest() {
    std::string pattern = (std::filesystem::temp_directory_path() / "khabar-file-XXXXXX").string();
    folder_ = ::mkdtemp(pattern.data());
  }
  ~FileTest() override { std::filesystem::remove_all(folder_); }

  std::string make(const std::string& name, const std::string& bytes = "x") {
    const auto path = std::filesystem::path(folder_) / name;
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << bytes;
    return path.string();
  }
  std::vector<std::string> relative(const std::vector<std::string>& paths) {
    std::vector<std::string> names;
    for (const auto& path : paths) names.push_back(path.substr(folder_.size() + 1));
    return names;
  }

  std::string folder_;
};

using Names = std::vector<std::string>;

TEST_F(FileTest, ReadsUpToTheBound) {
  const std::string path = make("a", "12345");
  EXPECT_EQ(read_file(path, 5), "12345");
  EXPECT_EQ(read_file(path, 4).error().message, path + ": longer than the 4 bytes allowed");
  EXPECT_EQ(read_file(make("empty", ""), 4), "");
  EXPECT_FALSE(read_file(folder_ + "/none", 4));
  EXPECT_EQ(read_file("/proc/self/comm", 1000)->back(), '\n');  // size() says 0 here
}

TEST_F(FileTest, ReplacesAtomically) {
  const std::string path = folder_ + "/cursor";
  ASSERT_TRUE(write_file_atomically(path, "one"));
  ASSERT_TRUE(write_file_atomically(path, "two"));
  EXPECT_EQ(read_file(path, 100), "two");
  EXPECT_EQ(*walk_files(folder_, 10), Names{path});
  EXPECT_FALSE(write_file_atomically(folder_ + "/no/such/folder", "x"));
}

TEST_F(FileTest, WalksInByteOrderWithoutHiddenEntriesOrRings) {
  for (const char* name : {"b/2", "b/10", "B", "a.txt", "a/z", ".git/x", "b/.hidden", "é"})
    make(name);
  std::filesystem::create_directory_symlink(folder_, folder_ + "/b/ring");
  EXPECT_EQ(relative(*walk_files(folder_, 100)), (Names{"B", "a.txt", "a/z", "b/10", "b/2", "é"}));
  EXPECT_EQ(walk_files(folder_, 3).error().message, folder_ + ": holds more than 3 files");
  EXPECT_FALSE(walk_files(folder_ + "/none", 3));
}

TEST_F(FileTest, MatchesGlobsInByteOrder) {
  for (const char* name : {"b.warc", "B.warc", "a.warc", "c.txt"}) make(name);
  EXPECT_EQ(relative(*match_glob(folder_ + "/*.warc", 100)), (Names{"B.warc", "a.warc", "b.warc"}));
  EXPECT_EQ(*match_glob(folder_ + "/*.none", 100), Names{});
  EXPECT_TRUE(is_glob("a[0-9].warc"));
  EXPECT_FALSE(is_glob("a.warc"));
}

TEST_F(FileTest, ANamedPipeIsReadAndCanBeInterrupted) {
  const std::string path = folder_ + "/pipe";
  ASSERT_EQ(::mkfifo(path.c_str(), 0600), 0);
  auto stream = *FileStream::open(path);
  std::ofstream writer(path);
  writer << "hello" << std::flush;
  std::byte bytes[100];
  EXPECT_EQ(stream->read(bytes), 5U);
  std::stop_source stop;
  stream->interrupt_by(stop.get_token());
  std::jthread wisher([&] { stop.request_stop(); });
  EXPECT_EQ(stream->read(bytes).error().kind, ErrorKind::cancelled);
  EXPECT_FALSE(stream->seek(0));
}

}  // namespace
}  // namespace khabar
