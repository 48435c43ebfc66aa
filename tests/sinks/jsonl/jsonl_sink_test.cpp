#include "sinks/jsonl/jsonl_sink.h"

#include <functional>
#include <map>
#include <random>

#include <gtest/gtest.h>

#include "core/flow/metrics.h"
#include "core/io/zstd.h"
#include "core/model/document_json.h"
#include "sinks/jsonl/stream_sink.h"
#include "sinks/jsonl/zstd_file.h"
#include "tests/sinks/compliance/story.h"

namespace khabar {
namespace {

class TurnedClock final : public Clock {
 public:
  TimePoint now() const override { return {}; }
  SteadyPoint steady_now() const override { return steady; }
  SteadyPoint steady{};
};

class JsonlSinkTest : public testing::Test {
 protected:
  std::unique_ptr<JsonlSink> sink(const std::string& name, bool keeps_state,
                                  std::uint64_t rotate_bytes = 0) {
    JsonlOptions options;
    options.path = folder_ / name;
    options.rotate_bytes = rotate_bytes;
    options.keeps_state = keeps_state;
    if (name.ends_with(".zst")) options.file.zstd_level = 1;
    return std::make_unique<JsonlSink>(options, clock_);
  }
  std::unique_ptr<JsonlSink> opened(const std::string& name, bool keeps_state,
                                    std::uint64_t rotate_bytes = 0) {
    auto made = sink(name, keeps_state, rotate_bytes);
    open(*made);
    return made;
  }
  std::map<std::string, std::string> files() const {
    std::map<std::string, std::string> files;
    for (const std::string& name : folder_.names()) files[name] = bytes_of(folder_ / name);
    return files;
  }

  Folder folder_;
  TurnedClock clock_;
};

using Files = std::map<std::string, std::string>;

std::string lines(std::uint64_t first, std::uint64_t end,
                  Document (*one)(std::uint64_t) = numbered) {
  std::string lines;
  for (const Document& document : stories(first, end, one)) {
    append_record(document, lines);
    lines += '\n';
  }
  return lines;
}

// 300 kB that do not compress to nothing: some 14 fill a frame.
Document long_story(std::uint64_t number) {
  Document document = numbered(number);
  std::mt19937_64 random(number);
  std::string& text = document.article.paragraphs.front().text;
  while (text.size() < 300'000) text += std::to_string(random() % 100'000) + " خبر ";
  return document;
}

TEST_F(JsonlSinkTest, TheNameStandsOnlyForAWholeFile) {
  const auto sink = opened("r.jsonl", false);
  EXPECT_EQ(files(), Files());
  write(*sink, stories(0, 3));
  EXPECT_EQ(files(), (Files{{"r.jsonl.partial", lines(0, 3)}}));
  finish(*sink);
  EXPECT_EQ(files(), (Files{{"r.jsonl", lines(0, 3)}}));
}

TEST_F(JsonlSinkTest, WithoutStateEachRunBeginsAnew) {
  write(*opened("r.jsonl", false), stories(0, 5));  // killed
  EXPECT_EQ(files(), (Files{{"r.jsonl.partial", lines(0, 5)}}));
  const auto second = opened("r.jsonl", false);
  EXPECT_EQ(files(), (Files{{"r.jsonl.partial", lines(0, 5)}}));  // a check leaves it alone
  write(*second, stories(0, 2));
  finish(*second);
  EXPECT_EQ(files(), (Files{{"r.jsonl", lines(0, 2)}}));
  finish(*opened("r.jsonl", false));  // a run without a document: the old records are not its own
  EXPECT_EQ(files(), (Files{{"r.jsonl", ""}}));
}

TEST_F(JsonlSinkTest, WithStateARunGoesOnWithTheFinishedFile) {
  for (std::uint64_t day = 0; day < 3; ++day) {
    const auto sink = opened("r.jsonl", true);
    write(*sink, stories(0, day));  // held: the file keeps its name
    EXPECT_EQ(files(), day == 0 ? Files() : (Files{{"r.jsonl", lines(0, day)}}));
    write(*sink, stories(day, day + 1));
    EXPECT_EQ(files(), (Files{{"r.jsonl.partial", lines(0, day + 1)}}));
    finish(*sink);
  }
  EXPECT_EQ(files(), (Files{{"r.jsonl", lines(0, 3)}}));
}

TEST_F(JsonlSinkTest, RotatesByTheRecordsAloneHoweverTheyCome) {
  const std::uint64_t bytes = lines(4, 8).size();
  const Files expected{{"r-000001.jsonl", lines(0, 4)},
                       {"r-000002.jsonl", lines(4, 8)},
                       {"r-000003.jsonl", lines(8, 10)}};
  for (const std::uint64_t batch : {1u, 3u, 10u}) {
    const auto sink = opened("r.jsonl", true, bytes);
    for (std::uint64_t next = 0; next < 10; next += batch) {
      write(*sink, stories(next, std::min<std::uint64_t>(10, next + batch)));
    }
    finish(*sink);
    EXPECT_EQ(files(), expected) << "batches of " << batch;
    for (const auto& [name, content] : files()) std::filesystem::remove(folder_ / name);
  }
}

TEST_F(JsonlSinkTest, ARecordLargerThanTheBoundHasAFileOfItsOwn) {
  const auto sink = opened("r.jsonl", false, 10);
  write(*sink, stories(0, 2));
  finish(*sink);
  EXPECT_EQ(files(), (Files{{"r-000001.jsonl", lines(0, 1)}, {"r-000002.jsonl", lines(1, 2)}}));
}

TEST_F(JsonlSinkTest, RotatedFilesAreFinal) {
  for (std::uint64_t run = 0; run < 3; ++run) {
    const auto sink = opened("r.jsonl", true, 1 << 20);
    write(*sink, stories(0, run));  // held already
    write(*sink, stories(run, run + 1));
    finish(*sink);
    finish(*opened("r.jsonl", true, 1 << 20));  // an empty run makes no file
  }
  EXPECT_EQ(files(), (Files{{"r-000001.jsonl", lines(0, 1)},
                            {"r-000002.jsonl", lines(1, 2)},
                            {"r-000003.jsonl", lines(2, 3)}}));
}

TEST_F(JsonlSinkTest, RotatesByAge) {
  JsonlOptions options;
  options.path = folder_ / "r.jsonl";
  options.rotate_age = std::chrono::seconds(60);
  JsonlSink sink(options, clock_);
  open(sink);
  write(sink, stories(0, 1));
  clock_.steady += std::chrono::seconds(59);
  write(sink, stories(1, 2));
  clock_.steady += std::chrono::seconds(1);
  write(sink, {});
  write(sink, stories(2, 3));
  finish(sink);
  EXPECT_EQ(files(), (Files{{"r-000001.jsonl", lines(0, 2)}, {"r-000002.jsonl", lines(2, 3)}}));
}

// Promises 2 and 3, to the byte: frames and files end where they would have ended.
void fifty_kills(const std::function<std::unique_ptr<JsonlSink>()>& opened,
                 Document (*one)(std::uint64_t), std::uint64_t all) {
  std::mt19937_64 random(all);
  std::uint64_t next = 0;
  for (int kill = 0; kill < 50; ++kill) {
    const auto sink = opened();
    const std::uint64_t end = std::min(all, next + random() % 7);
    write(*sink, stories(next, end, one));
    if (random() % 9 == 0) finish(*sink);  // killed just after its end, or stopped softly
    next = end - std::min<std::uint64_t>(end, random() % 5);
  }
  const auto sink = opened();
  write(*sink, stories(next, all, one));
  finish(*sink);
}

TEST_F(JsonlSinkTest, FiftyKillsGiveTheSameBytes) {
  for (const std::string name : {"r.jsonl", "r.jsonl.zst"}) {
    {
      const auto whole = opened("whole-" + name, true);
      write(*whole, stories(0, 90, long_story));
      finish(*whole);
    }
    fifty_kills([&] { return opened(name, true); }, long_story, 90);
    EXPECT_TRUE(bytes_of(folder_ / name) == bytes_of(folder_ / ("whole-" + name))) << name;
  }
  EXPECT_EQ(folder_.names(), (std::vector<std::string>{"r.jsonl", "r.jsonl.zst", "whole-r.jsonl",
                                                       "whole-r.jsonl.zst"}));
}

TEST_F(JsonlSinkTest, CompressedFilesHoldTheSameLines) {
  const auto sink = opened("r.jsonl.zst", false);
  write(*sink, stories(0, 30, long_story));
  finish(*sink);
  const std::string stored = bytes_of(folder_ / "r.jsonl.zst");
  EXPECT_LT(stored.size(), lines(0, 30, long_story).size());
  EXPECT_TRUE(decode_zstd(stored, 1 << 30).bytes == lines(0, 30, long_story));
  EXPECT_EQ(folder_.names(), std::vector<std::string>{"r.jsonl.zst"});
}

// Killed after a frame was synced and before its lines left the tail.
TEST_F(JsonlSinkTest, LinesInAFrameAndStillInTheTailCountOnce) {
  std::string tail_before;
  {
    const auto sink = opened("r.jsonl.zst", true);
    write(*sink, stories(0, 10, long_story));
    tail_before = bytes_of(folder_ / "r.jsonl.zst.partial.tail");
    write(*sink, stories(10, 20, long_story));
  }
  std::ofstream(folder_ / "r.jsonl.zst.partial.tail", std::ios::binary)
      << tail_before << lines(10, 20, long_story);
  const auto sink = opened("r.jsonl.zst", true);
  write(*sink, stories(15, 30, long_story));
  finish(*sink);
  EXPECT_TRUE(decode_zstd(bytes_of(folder_ / "r.jsonl.zst"), 1 << 30).bytes ==
              lines(0, 30, long_story));
}

// Power failed while a frame was being written: the file has its length, but not all it held. A
// hole to the end breaks the row of blocks; a small one only the checksum tells.
TEST_F(JsonlSinkTest, AFrameWithAHoleIsCut) {
  std::string tail_before;
  std::uintmax_t whole = 0;
  {
    const auto sink = opened("r.jsonl.zst", true);
    write(*sink, stories(0, 20, long_story));
    whole = std::filesystem::file_size(folder_ / "r.jsonl.zst.partial");
    ASSERT_GT(whole, 0u);
    tail_before = bytes_of(folder_ / "r.jsonl.zst.partial.tail");
    write(*sink, stories(20, 30, long_story));
  }
  const std::string frames = bytes_of(folder_ / "r.jsonl.zst.partial");
  ASSERT_GT(frames.size(), whole);
  for (const std::size_t hole_size : {frames.size() - whole - 1000, std::size_t{16}}) {
    std::string damaged = frames;
    damaged.replace(whole + 1000, hole_size, hole_size, '\0');
    std::filesystem::remove(folder_ / "r.jsonl.zst");
    std::ofstream(folder_ / "r.jsonl.zst.partial", std::ios::binary) << damaged;
    std::ofstream(folder_ / "r.jsonl.zst.partial.tail", std::ios::binary) << tail_before;
    const auto sink = opened("r.jsonl.zst", true);
    write(*sink, stories(18, 30, long_story));
    finish(*sink);
    EXPECT_TRUE(decode_zstd(bytes_of(folder_ / "r.jsonl.zst"), 1 << 30).bytes ==
                lines(0, 30, long_story))
        << hole_size;
  }
}

TEST_F(JsonlSinkTest, AHoleThatAPowerCutLeftIsCut) {
  write(*opened("r.jsonl", true), stories(0, 3));
  std::ofstream(folder_ / "r.jsonl.partial", std::ios::app | std::ios::binary)
      << std::string(100, '\0') << lines(4, 5);
  const auto sink = opened("r.jsonl", true);
  write(*sink, stories(2, 6));
  finish(*sink);
  EXPECT_EQ(files(), (Files{{"r.jsonl", lines(0, 6)}}));
}

TEST_F(JsonlSinkTest, NeverMendsAFileItDidNotFinish) {
  std::ofstream(folder_ / "r.jsonl") << "a note of my own, without a line break";
  const auto sink = this->sink("r.jsonl", true);
  const Status status = sink->open();
  ASSERT_FALSE(status);
  EXPECT_EQ(
      status.error(),
      (Error{ErrorKind::invalid, folder_ / "r.jsonl" + ": ends in a torn line, so this "
                                                       "program did not finish it: move it away"}));
}

TEST_F(JsonlSinkTest, TellsWhatIsWrongWithItsPlace) {
  std::filesystem::create_directory(folder_ / "r.jsonl");
  EXPECT_EQ(sink("r.jsonl", false)->open().error().message,
            folder_ / "r.jsonl" + ": is a folder, not a file");
  EXPECT_EQ(sink("no/r.jsonl", false)->open().error().message,
            folder_ / "no/: write to folder: No such file or directory (errno 2)");
}

TEST_F(JsonlSinkTest, TwoWritersOfOneFileAreTold) {
  const auto first = opened("r.jsonl", true);
  write(*first, stories(0, 1));
  const Status second = sink("r.jsonl", true)->open();
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().message,
            folder_ / "r.jsonl.partial" + ": another program is writing this file");
}

TEST_F(JsonlSinkTest, AStreamIsNeverTriedAgain) {
  if (!StreamSink::takes("/dev/full")) GTEST_SKIP() << "no /dev/full here";
  StreamSink stream("/dev/full");
  open(stream);
  const auto failed = try_write(stream, stories(0, 1));
  ASSERT_FALSE(failed);
  EXPECT_EQ(failed.error(),
            (Error{ErrorKind::invalid, "/dev/full: write: No space left on device (errno 28)"}));
}

TEST(FileNames, StandInTheFolderOfThePathWithANumberBeforeTheExtension) {
  const std::pair<std::string, std::string> kCases[] = {
      {"records.jsonl", "records-000017.jsonl"},
      {"out/v2.records.jsonl.zst", "out/v2.records-000017.jsonl.zst"},
      {"a.b/records", "a.b/records-000017"},
      {"/x/records.zst", "/x/records-000017.zst"},
      {".hidden", ".hidden-000017"},
      {"../r.jsonl", "../r-000017.jsonl"},
  };
  for (const auto& [path, name] : kCases) {
    EXPECT_EQ(FileNames(path, true).finished(17), name);
    EXPECT_EQ(FileNames(path, false).finished(17), path);
    EXPECT_EQ(FileNames(path, true).partial(17), name + ".partial");
  }
  EXPECT_EQ(FileNames("r.jsonl", true).finished(1234567), "r-1234567.jsonl");
}

TEST(FileNames, GoOnBehindTheNewest) {
  const Folder folder;
  const FileNames names(folder / "r.jsonl", true);
  EXPECT_EQ(names.find()->number, 1u);
  for (const std::string name : {"r-000002.jsonl", "r-000010.jsonl", "r-9.jsonl", "r-00000x.jsonl",
                                 "s-000099.jsonl", "r-000098.jsonl.zst"}) {
    std::ofstream(folder / name) << "";
  }
  EXPECT_EQ(names.find()->finished, (std::vector<std::uint64_t>{2, 10}));
  EXPECT_EQ(names.find()->number, 11u);
  std::ofstream(folder / "r-000011.jsonl.partial") << "";
  EXPECT_EQ(names.find()->number, 11u);
}

class NoCursors final : public CursorStore {
 public:
  Result<std::optional<std::string>> load(const std::string&) override { return std::nullopt; }
  Status save(const std::string&, const std::string&) override { return {}; }
};

TEST_F(JsonlSinkTest, IsMadeOfSettings) {
  const TomlValue table =
      parse_toml("path = \"" + folder_ / "r.jsonl.zst" + "\"\nrotate_mebibytes = 1\nrotat_s = 3\n",
                 "news.toml")
          .value();
  Settings settings(table, "sinks.jsonl");
  Metrics metrics;
  NoCursors cursors;
  const Services services{clock_, metrics, cursors, "", ""};
  const auto sink = make_jsonl_sink(settings, services);
  ASSERT_TRUE(sink);
  ASSERT_EQ(settings.faults().size(), 1u);
  EXPECT_NE(settings.faults()[0].find("rotate_s"), std::string::npos);
  open(**sink);
  write(**sink, stories(0, 5, long_story));
  finish(**sink);
  EXPECT_EQ(folder_.names(),
            (std::vector<std::string>{"r-000001.jsonl.zst", "r-000002.jsonl.zst"}));
}

}  // namespace
}  // namespace khabar
