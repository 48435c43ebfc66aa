// The log of claims: what it gives back after a restart, and what it says of damage.
#include <sys/resource.h>

#include <atomic>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

#include "core/io/file.h"
#include "stages/dedupe/log_load.h"
#include "tests/stages/dedupe/desk.h"

namespace khabar {
namespace {

namespace fs = std::filesystem;

Claim random_claim(std::uint64_t sequence, std::mt19937_64& random) {
  Claim claim;
  claim.sequence = sequence;
  claim.key = random();
  claim.time_s = static_cast<std::int64_t>(random() % 2'000'000'000);
  claim.timed = random() % 2 == 0;
  claim.delivered = random() % 2 == 0;
  claim.near = random() % 2 == 0;
  claim.kind = static_cast<ClaimKind>(random() % 3);
  claim.revision = static_cast<std::uint32_t>(random());
  claim.outlet = static_cast<std::uint32_t>(random());
  claim.name = {random(), random()};
  claim.original = {random(), random()};
  claim.identities = {random(), random()};
  claim.article = random();
  claim.text = random();
  claim.exact = random();
  if (!claim.near) return claim;
  Sketcher().sketch(words(random(), 40), claim.sketch);
  return claim;
}

struct Loaded {
  std::vector<Claim> claims;
  LoadReport report;
};

Loaded load(const std::string& folder) {
  Loaded out;
  auto report = read_log(folder, [&](const Claim& claim) { out.claims.push_back(claim); });
  EXPECT_TRUE(report.has_value()) << report.error().message;
  if (report) out.report = *report;
  return out;
}

std::vector<Claim> write_claims(const std::string& folder, std::size_t count,
                                std::uint64_t from = 1) {
  fs::create_directories(folder);
  std::mt19937_64 random(from);
  std::vector<Claim> claims;
  CommitLog log(folder, std::move(*AppendFile::open(folder + "/lock")));
  for (std::size_t i = 0; i < count; ++i) {
    claims.push_back(random_claim(from + i, random));
    log.claim(claims.back());
    log.settle(from + i, Fate::delivered);
  }
  return claims;
}

std::string exact_file(const TestFolder& folder) {
  return folder.state() + "/" + segment_name({SegmentKind::exact, 0});
}

void spoil(const std::string& path, std::uint64_t at) {
  std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
  file.seekg(static_cast<std::streamoff>(at));
  const char byte = static_cast<char>(file.get() ^ 0x40);
  file.seekp(static_cast<std::streamoff>(at));
  file.put(byte);
}

TEST(DedupeLog, GivesBackWhatWasClaimedInOrder) {
  TestFolder folder;
  const auto claims = write_claims(folder.state(), 300);
  const Loaded loaded = load(folder.state());
  EXPECT_EQ(loaded.claims, claims);
  EXPECT_TRUE(loaded.report.complaints().empty());
  EXPECT_EQ(loaded.report.cut_bytes(), 0U);
}

TEST(DedupeLog, AnAbsentFolderIsAnEmptyLog) {
  const Loaded loaded = load("/nonexistent/dedupe");
  EXPECT_TRUE(loaded.claims.empty());
}

TEST(DedupeLog, SegmentsFollowTheSequence) {
  TestFolder folder;
  const std::uint64_t edge = std::uint64_t{1} << kExactSegmentBits;
  const auto claims = write_claims(folder.state(), 40, edge - 20);
  EXPECT_TRUE(fs::exists(folder.state() + "/exact-00000000.log"));
  EXPECT_TRUE(fs::exists(folder.state() + "/exact-00000001.log"));
  EXPECT_TRUE(fs::exists(folder.state() + "/near-00000003.log"));
  EXPECT_TRUE(fs::exists(folder.state() + "/near-00000004.log"));
  EXPECT_EQ(load(folder.state()).claims, claims);
}

TEST(DedupeLog, IsAlwaysAPrefixOfTheClaims) {
  TestFolder folder;
  fs::create_directories(folder.state());
  std::mt19937_64 random(5);
  CommitLog log(folder.state(), std::move(*AppendFile::open(folder.state() + "/lock")));
  std::vector<Claim> claims;
  for (std::uint64_t i = 1; i <= 6; ++i) {
    claims.push_back(random_claim(i, random));
    claims.back().delivered = i != 3;  // the third is dropped: settled at once
    log.claim(claims.back());
  }
  log.settle(2, Fate::delivered);
  log.settle(4, Fate::delivered);
  EXPECT_EQ(load(folder.state()).claims.size(), 0U) << "the first is open";
  log.settle(1, Fate::delivered);
  EXPECT_EQ(load(folder.state()).claims.size(), 4U);
  log.settle(5, Fate::lost);
  log.settle(6, Fate::delivered);
  claims.erase(claims.begin() + 4);
  EXPECT_EQ(load(folder.state()).claims, claims);
  const auto released = log.take_released();
  ASSERT_EQ(released.size(), 1U);
  EXPECT_EQ(released[0].sequence, 5U);
}

TEST(DedupeLog, ATornTailIsCutAtTheLastWholeRecordWhereverItWasTorn) {
  TestFolder folder;
  const auto claims = write_claims(folder.state(), 40);
  const std::string path = exact_file(folder);
  const std::string whole = *read_file(path, 1 << 20);
  std::mt19937 random(17);
  for (int round = 0; round < 60; ++round) {
    const std::size_t size = random() % whole.size();
    std::ofstream(path, std::ios::binary).write(whole.data(), static_cast<std::streamsize>(size));
    const Loaded loaded = load(folder.state());
    const std::size_t record = record_bytes(SegmentKind::exact);
    const std::size_t expected = size < kLogHeaderBytes ? 0 : (size - kLogHeaderBytes) / record;
    ASSERT_EQ(loaded.claims.size(), expected) << size;
    EXPECT_TRUE(std::equal(loaded.claims.begin(), loaded.claims.end(), claims.begin()));
    // Near records behind the last committed claim are uncommitted and go too.
    TestFolder copy;
    fs::copy(folder.state(), copy.state());
    const Loaded before = load(copy.state());
    ASSERT_TRUE(mend_log(before.report));
    const Loaded after = load(copy.state());
    EXPECT_EQ(after.claims, before.claims);
    EXPECT_EQ(after.report.cut_bytes(), 0U) << size;
  }
}

TEST(DedupeLog, ASpoiltRecordIsPassedOverAndTold) {
  TestFolder folder;
  auto claims = write_claims(folder.state(), 40);
  spoil(exact_file(folder), kLogHeaderBytes + record_bytes(SegmentKind::exact) * 7 + 30);
  claims.erase(claims.begin() + 7);
  const Loaded loaded = load(folder.state());
  EXPECT_EQ(loaded.claims, claims);
  ASSERT_EQ(loaded.report.complaints().size(), 1U);
  EXPECT_NE(loaded.report.complaints()[0].find("1 of 40 records are spoilt"), std::string::npos)
      << loaded.report.complaints()[0];
}

TEST(DedupeLog, ASpoiltSketchCostsOnlyItself) {
  TestFolder folder;
  const auto claims = write_claims(folder.state(), 40);
  spoil(folder.state() + "/near-00000000.log", kLogHeaderBytes + 100);
  const Loaded loaded = load(folder.state());
  EXPECT_EQ(loaded.claims.size(), claims.size());
  EXPECT_EQ(loaded.report.sketches_missing, 1U);
}

TEST(DedupeLog, EverySpoiltByteIsNoticed) {
  TestFolder folder;
  const auto claims = write_claims(folder.state(), 3);
  const std::size_t record = record_bytes(SegmentKind::exact);
  for (std::size_t at = 0; at < record; ++at) {
    spoil(exact_file(folder), kLogHeaderBytes + record + at);
    EXPECT_EQ(load(folder.state()).claims.size(), 2U) << at;
    spoil(exact_file(folder), kLogHeaderBytes + record + at);
  }
  EXPECT_EQ(load(folder.state()).claims, claims);
}

std::string refusal(const DedupeOptions& options) {
  StoppedClock clock;
  Metrics metrics;
  auto factory = make_dedupe_stage(options, clock, metrics);
  return factory ? "" : factory.error().message;
}

TEST(DedupeLog, AnotherFormatVersionIsRefusedByName) {
  TestFolder folder;
  write_claims(folder.state(), 3);
  std::fstream file(exact_file(folder), std::ios::in | std::ios::out | std::ios::binary);
  file.seekp(8);
  file.put(9);
  file.close();
  const std::string message = refusal(marking(folder.state()));
  EXPECT_NE(message.find("exact-00000000.log: format version 9, this program reads 1"),
            std::string::npos)
      << message;
}

TEST(DedupeLog, AFolderInUseIsRefused) {
  TestFolder folder;
  Desk desk(marking(folder.state()));
  const std::string message = refusal(marking(folder.state()));
  EXPECT_NE(message.find("another program"), std::string::npos) << message;
}

TEST(DedupeLog, AFolderThatCannotBeMadeIsRefused) {
  TestFolder folder;
  std::ofstream(folder.path() + "/file") << "in the way";
  const std::string message = refusal(marking(folder.path() + "/file/dedupe"));
  EXPECT_NE(message.find("cannot be made"), std::string::npos) << message;
}

TEST(DedupeLog, AForeignFileUnderItsNameIsRefused) {
  TestFolder folder;
  fs::create_directories(folder.state());
  std::ofstream(exact_file(folder)) << std::string(100, 'x');
  const std::string message = refusal(marking(folder.state()));
  EXPECT_NE(message.find("not a log of dedupe"), std::string::npos) << message;
}

// A limit on the size of files stands in for a full disk: write() fails the same way.
class FullDisk {
 public:
  explicit FullDisk(rlim_t bytes) {
    before_ = std::signal(SIGXFSZ, SIG_IGN);
    ::getrlimit(RLIMIT_FSIZE, &limit_);
    const rlimit less{bytes, limit_.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &less);
  }
  ~FullDisk() {
    ::setrlimit(RLIMIT_FSIZE, &limit_);
    std::signal(SIGXFSZ, before_);
  }

 private:
  rlimit limit_{};
  void (*before_)(int) = nullptr;
};

TEST(DedupeLog, AFullDiskHoldsClaimsBackUntilThereIsRoom) {
  TestFolder folder;
  {
    Desk desk(marking(folder.state()));
    {
      FullDisk full(2000);
      for (int i = 0; i < 40; ++i) {
        desk.hear({"a", address("a", i), words(i, 300), i});
      }
      EXPECT_LT(load(folder.state()).claims.size(), 10U);
      EXPECT_EQ(desk.hear({"b", "http://b/1", words(3, 300), 4}).verdict.kind, VerdictKind::copy);
    }
    desk.hear({"a", "http://a/last", words(99, 300), 41});
  }
  EXPECT_EQ(load(folder.state()).claims.size(), 42U);
  EXPECT_TRUE(load(folder.state()).report.complaints().empty());
}

TEST(DedupeLog, ARestartRemembersWindowHistoryAndKeys) {
  TestFolder folder;
  Desk desk(marking(folder.state()));
  const std::string wire = words(1, 300);
  const Heard first = desk.hear({"a", "http://a/1", wire, 0});
  desk.hear({"a", "http://a/1", wire + " " + words(8, 30), 1});
  desk.restart();
  EXPECT_EQ(desk.hear({"b", "http://b/1", wire + " " + words(2, 9), 2}).verdict.duplicate_of,
            first.verdict.id);
  EXPECT_EQ(desk.hear({"a", "http://a/1", words(5, 300), 3}).verdict.revision, 3U);
  EXPECT_EQ(desk.hear(document_of({"a", "http://a/1", wire, 0}, 1)).dropped, "already_delivered");
}

TEST(DedupeLog, SinksMaySettleFromManyThreadsWhileClaimsAreMade) {
  TestFolder folder;
  fs::create_directories(folder.state());
  constexpr std::uint64_t kClaims = 4000, kThreads = 4;
  std::vector<Claim> claims;
  {
    CommitLog log(folder.state(), std::move(*AppendFile::open(folder.state() + "/lock")));
    std::atomic<std::uint64_t> claimed{0};
    std::vector<std::jthread> sinks;
    for (std::uint64_t thread = 0; thread < kThreads; ++thread) {
      sinks.emplace_back([&, thread] {
        for (std::uint64_t i = 1 + thread; i <= kClaims; i += kThreads) {
          while (claimed.load() < i) std::this_thread::yield();
          log.settle(i, i % 50 == 0 ? Fate::lost : Fate::delivered);
        }
      });
    }
    std::mt19937_64 random(8);
    std::size_t released = 0;
    for (std::uint64_t i = 1; i <= kClaims; ++i) {
      Claim claim = random_claim(i, random);
      claim.delivered = true;
      log.claim(claim);
      claimed.store(i);
      if (i % 50 != 0) claims.push_back(claim);
      if (i % 500 == 0) {
        EXPECT_TRUE(log.sync());
      }
      released += log.take_released().size();
    }
    sinks.clear();
    released += log.take_released().size();
    EXPECT_EQ(released, kClaims / 50);
    EXPECT_EQ(log.open_claims(), 0U);
  }
  EXPECT_EQ(load(folder.state()).claims, claims);
}

TEST(DedupeLog, SettlementsAfterTheStageIsGoneStillCount) {
  TestFolder folder;
  Heard heard;
  {
    Desk desk(marking(folder.state()));
    heard = desk.hear({"a", "http://a/1", words(1, 300), 0}, false);
  }
  heard.settle(Fate::delivered);
  EXPECT_EQ(load(folder.state()).claims.size(), 1U);
}

}  // namespace
}  // namespace khabar
