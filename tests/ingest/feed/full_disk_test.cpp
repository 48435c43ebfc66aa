// The disk of the state folder is full: the source ends with an error that names its file, and
// what was not committed comes again. A limit on the size of files stands in for the disk; a real
// full one and a read-only one are in tests/live/full_disk.py.
#include <sys/resource.h>

#include <csignal>
#include <map>

#include "tests/ingest/feed/newsroom.h"

namespace khabar {
namespace {

using namespace testing;

class SmallFiles {
 public:
  explicit SmallFiles(rlim_t bytes) : before_(std::signal(SIGXFSZ, SIG_IGN)) {
    ::getrlimit(RLIMIT_FSIZE, &limit_);
    const rlimit less{bytes, limit_.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &less);
  }
  ~SmallFiles() {
    ::setrlimit(RLIMIT_FSIZE, &limit_);
    std::signal(SIGXFSZ, before_);
  }

 private:
  void (*before_)(int);
  rlimit limit_{};
};

class FullDiskTest : public Newsroom {
 protected:
  FullDiskTest() { keep_state(); }

  // Reads until the source fails or the clock has turned so far; documents count as delivered.
  std::string read_until_failure(Milliseconds longest) {
    const TimePoint end = now() + longest;
    while (now() < end) {
      auto parcels = source->read(16, {});
      if (!parcels) return parcels.error().message;
      for (Parcel& parcel : *parcels) {
        ++delivered_[parcel.document.key];
        std::move(parcel.receipt).settle(Fate::delivered);
      }
    }
    return {};
  }

  std::map<std::uint64_t, int> delivered_;  // what a sink that knows documents by key would hold
};

TEST_F(FullDiskTest, TheSourceNamesItsFileAndLosesNothing) {
  std::vector<Item> items;
  for (int n = 0; n < 60; ++n) {
    items.push_back(item(n));
    items.back().title += std::string(400, 'x');
  }
  publish(items);
  const std::string settings = "politeness = false\nrevisits = []\n" + kOneFeed;
  start(settings);
  run_for(Milliseconds{1});  // makes the file
  stop_source();
  for (const rlim_t room : {8'000, 20'000, 40'000}) {  // it ends at one point or another
    start(settings);
    run_for(Milliseconds{1});
    const auto log = frontier_path(state_dir, "feeds") + "-wal";
    SmallFiles full(std::filesystem::file_size(log) + room);
    const std::string error = read_until_failure(minutes(5));
    EXPECT_NE(error.find(frontier_path(state_dir, "feeds")), std::string::npos) << error;
    EXPECT_NE(error.find("disk I/O error"), std::string::npos) << error;
    stop_source();
  }
  start(settings);
  for (const Document& document : run_for(minutes(30))) ++delivered_[document.key];
  EXPECT_EQ(delivered_.size(), 60U);
}

}  // namespace
}  // namespace khabar
