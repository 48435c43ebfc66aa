#include "ingest/archive/archive_source.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <map>
#include <set>
#include <thread>

#include "core/base/clock.h"
#include "tests/ingest/archive/archive_fixture.h"
#include "tests/ingest/archive/temporary_folder.h"

namespace khabar {
namespace {

using namespace testing;

class MemoryCursors final : public CursorStore {
 public:
  Result<std::optional<std::string>> load(const std::string& name) override {
    const auto at = cursors.find(name);
    return at == cursors.end() ? std::nullopt : std::optional(at->second);
  }
  Status save(const std::string& name, const std::string& cursor) override {
    cursors[name] = cursor;
    return {};
  }
  std::map<std::string, std::string> cursors;
};

class ArchiveSourceTest : public ::testing::Test {
 protected:
  Services services() { return {clock_, metrics_, cursors_, "", "", bounds_}; }

  std::unique_ptr<ArchiveSource> open(const std::vector<std::string>& paths) {
    ArchiveOptions options;
    options.paths = paths;
    auto source = ArchiveSource::make(options, services());
    if (!source) ADD_FAILURE() << source.error().message;
    return source ? std::move(*source) : nullptr;
  }

  // Reads to the end; the first `deliver` documents settle as delivered, the rest as lost.
  std::vector<Document> run(ArchiveSource& source, std::size_t deliver = SIZE_MAX) {
    std::vector<Document> documents;
    for (;;) {
      auto parcels = source.read(7, stop());
      if (!parcels) ADD_FAILURE() << parcels.error().message;
      if (!parcels || parcels->empty()) return documents;
      for (Parcel& parcel : *parcels) {
        const bool held = documents.size() < deliver;
        std::move(parcel.receipt).settle(held ? Fate::delivered : Fate::lost);
        documents.push_back(std::move(parcel.document));
      }
    }
  }
  static Told told_of(const std::vector<Document>& documents) {
    Told out;
    for (const Document& d : documents) out.push_back(told(d));
    return out;
  }
  Stop stop() { return {soft_.get_token(), hard_.get_token()}; }

  // One of each kind and each storage, with faults and drops in between.
  std::string mixed() {
    const auto w = warc()
                       .warcinfo()
                       .response("http://news.a.example/1", "<p>one")
                       .lying_response("http://a.example/2", "<p>two", 9)
                       .revisit("http://a.example/1")
                       .response("http://a.example/3", "<p>three");
    int n = 0;
    for (const auto& [kind, stored] : all_kinds(w)) {
      folder_.make("b/" + std::to_string(n++) + ".warc", stored);
    }
    folder_.make("c.jsonl", "{\"text\":\"a\",\"id\":\"1\"}\n{bad\n\n{\"text\":\"b\"}\n");
    folder_.make("c.jsonl.gz", gzipped("{\"text\":\"c\"}\n{\"text\":\"d\"}"));
    folder_.make("d.txt", "Words.");
    folder_.make("e.html.zst", zstd_frame("<p>x"));
    folder_.make("f.bin", noise(100, 1));
    folder_.make("g.warc.gz", gzipped(noise(999, 2)).substr(0, 500));
    return folder_.path();
  }

  TemporaryFolder folder_;
  SystemClock clock_;
  Metrics metrics_;
  MemoryCursors cursors_;
  Checkpoint::Bounds bounds_;
  std::stop_source soft_, hard_;
};

TEST_F(ArchiveSourceTest, CountsFilesWithoutADocument) {
  folder_.make("a.jsonl", "");
  folder_.make("b.warc.gz", gzipped(""));
  folder_.make("c.txt", "Words.");
  auto source = open({folder_.path()});
  EXPECT_EQ(run(*source).size(), 1U);
  EXPECT_EQ(metrics_.counter("khabar_input_files_empty_total", {{"source", "archive"}}, "").value(),
            2U);
}

TEST_F(ArchiveSourceTest, ReadsAllInOrder) {
  auto source = open({mixed()});
  Told expected;
  for (int i = 0; i < 5; ++i) {
    for (const char* t :
         {"-warc_warcinfo", "http://news.a.example/1 html:<p>one", "!warc_bad_length",
          "-warc_revisit", "http://a.example/3 html:<p>three"}) {
      expected.push_back(t);
    }
  }
  for (const char* t : {" text:a", "!jsonl_syntax", " text:b", " text:c", " text:d", " text:Words.",
                        " html:<p>x", "!input_unknown_format", "!warc_truncated"}) {
    expected.push_back(t);
  }
  const auto documents = run(*source);
  EXPECT_EQ(told_of(documents), expected);
  EXPECT_EQ(documents[1].source.host, "a.example");
  const ArchiveProgress progress = source->progress();
  EXPECT_EQ(progress.files_read, progress.files);
  EXPECT_EQ(progress.bytes_read, progress.bytes);
  EXPECT_GT(progress.bytes, 2000U);
  EXPECT_EQ(metrics_.counter(kMetricInputBytes, {{"source", "archive"}}, "").value(),
            progress.bytes);
}

TEST_F(ArchiveSourceTest, KeysAreDistinctAndTheSameAtEveryRun) {
  const std::string path = mixed();
  std::set<std::uint64_t> keys;
  const auto first = run(*open({path}));
  cursors_.cursors.clear();
  const auto second = run(*open({path}));
  ASSERT_EQ(first.size(), second.size());
  for (std::size_t i = 0; i < first.size(); ++i) {
    EXPECT_EQ(first[i], second[i]);
    EXPECT_TRUE(keys.insert(first[i].key).second) << i;
  }
}

// Promise 2: kill the program anywhere, start it again, and exactly the rest comes.
TEST_F(ArchiveSourceTest, GoesOnBehindTheLastDelivered) {
  const std::string path = mixed();
  const auto whole = run(*open({path}));
  for (std::size_t delivered = 0; delivered <= whole.size(); ++delivered) {
    cursors_.cursors.clear();
    run(*open({path}), delivered);
    auto source = open({path});
    const auto rest = run(*source);
    ASSERT_EQ(rest.size(), whole.size() - delivered);
    for (std::size_t i = 0; i < rest.size(); ++i) ASSERT_EQ(rest[i], whole[delivered + i]);
  }
}

TEST_F(ArchiveSourceTest, RefusesACursorIntoOtherInputs) {
  const std::string path = mixed();
  run(*open({path}), 3);
  folder_.make("new.txt", "x");
  ArchiveOptions options;
  options.paths = {path};
  auto refused = ArchiveSource::make(options, services());
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().message,
            "archive: the list of inputs changed since the run that is to go on: it had reached "
            "file 1 of 11, " +
                path +
                "/b/0.warc, and now there are 12; give the same inputs, or "
                "another state directory");
  cursors_.cursors["archive"] = "gibberish";
  EXPECT_FALSE(ArchiveSource::make(options, services()));
  options.paths = {};
  cursors_.cursors.clear();
  EXPECT_EQ(ArchiveSource::make(options, services()).error().message, "archive: no input files");
}

TEST_F(ArchiveSourceTest, TightBoundsHoldItBackButNeverForGood) {
  const std::string path = mixed();
  const auto whole = run(*open({path}));
  cursors_.cursors.clear();
  bounds_ = {2, 8};
  auto source = open({path});
  std::size_t count = 0;
  for (;;) {
    auto parcels = source->read(100, stop());
    ASSERT_TRUE(parcels);
    if (parcels->empty()) break;
    EXPECT_LE(parcels->size(), 2U);
    count += parcels->size();
    for (Parcel& p : *parcels) std::move(p.receipt).settle(Fate::delivered);
  }
  EXPECT_EQ(count, whole.size());
}

TEST_F(ArchiveSourceTest, ASoftStopEndsIt) {
  auto source = open({mixed()});
  auto parcels = *source->read(3, stop());
  EXPECT_EQ(parcels.size(), 3U);
  soft_.request_stop();
  EXPECT_TRUE(source->read(3, stop())->empty());
}

TEST_F(ArchiveSourceTest, AWaitingPipeGivesWhatItHasAndHearsTheStop) {
  const std::string path = folder_.path() + "/pipe.jsonl";
  ASSERT_EQ(::mkfifo(path.c_str(), 0600), 0);
  auto source = open({path});
  std::ofstream writer;
  std::jthread opener([&] {
    writer.open(path);
    writer << "{\"text\":\"a\"}\n{\"text\":\"b\"}\n" << std::flush;
  });
  EXPECT_EQ(source->read(100, stop())->at(0).document.payload.body, "a");
  EXPECT_EQ(source->read(100, stop())->at(0).document.payload.body, "b");
  opener.join();
  std::jthread wisher([&] { soft_.request_stop(); });
  EXPECT_TRUE(source->read(100, stop())->empty());
}

TEST_F(ArchiveSourceTest, IsMadeOfSettings) {
  const std::string file = folder_.make("a.jsonl", "{\"text\":\"a\",\"x\":1}");
  folder_.make("b.txt", "b");
  const auto table = *parse_toml("paths = [\"" + folder_.path() +
                                     "\"]\nkeep_extra = true\n"
                                     "formats = [\"jsonl\"]\n",
                                 "conf");
  Settings settings(table, "sources.archive");
  auto source = make_archive_source(settings, services());
  ASSERT_TRUE(source) << source.error().message;
  auto parcels = *(*source)->read(10, stop());
  ASSERT_EQ(parcels.size(), 2U);
  EXPECT_EQ(parcels[0].document.origin.extra_json, "{\"x\":1}");
  EXPECT_EQ(parcels[1].document.dropped, "input_format_not_wanted");
  EXPECT_EQ(settings.rows().size(), 5U);

  const auto wrong = *parse_toml("formats = [\"pdf\"]\nbody_bytes_max = 1\nbad = 2", "conf");
  Settings faulty(wrong, "sources.archive");
  EXPECT_FALSE(make_archive_source(faulty, services()));
  EXPECT_EQ(faulty.faults().size(), 4U);  // paths is missing
}

}  // namespace
}  // namespace khabar
