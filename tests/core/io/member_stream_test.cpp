#include "core/io/member_stream.h"

#include <gtest/gtest.h>
#include <zdict.h>

#include <vector>

#include "tests/core/io/compressed.h"

namespace khabar {
namespace {

using namespace testing;

struct Read {
  std::string bytes;
  std::vector<std::uint64_t> members;  // where members began that gave bytes
  std::vector<std::string> damages;    // "kind: detail"
};

Read read_members(std::unique_ptr<MemberStream> members) {
  Read read;
  for (int i = 0; i < 100000; ++i) {
    auto piece = members->next();
    if (!piece) {
      read.damages.push_back(std::string(damage_name(piece.error().kind)) + ": " +
                             piece.error().detail);
      continue;
    }
    if (piece->bytes.empty()) return read;
    if (read.members.empty() || read.members.back() != piece->place.member) {
      read.members.push_back(piece->place.member);
    }
    read.bytes += piece->bytes;
  }
  ADD_FAILURE() << "no end";
  return read;
}

Read read_all(std::string stored, DecodeBounds bounds = {}) {
  auto members = open_members(MemoryStream::owning(std::move(stored)), bounds);
  EXPECT_TRUE(members);
  return read_members(std::move(*members));
}

std::string flipped(std::string bytes, std::size_t at) {
  bytes[at] = static_cast<char>(bytes[at] ^ 0x55);
  return bytes;
}

// RFC 1952 2.2: "A gzip file consists of a series of members ... The members simply appear one
// after another in the file".
TEST(GzipMembers, TellWhereEachBegins) {
  const std::string a = gzipped("first"), b = gzipped(prose(50'000, 1)), c = gzipped("third");
  const Read read = read_all(a + b + c);
  EXPECT_EQ(read.bytes, "first" + prose(50'000, 1) + "third");
  EXPECT_EQ(read.members, (std::vector<std::uint64_t>{0, a.size(), a.size() + b.size()}));
  EXPECT_TRUE(read.damages.empty());
}

TEST(GzipMembers, OneBigMemberStreamsLikeTheSameBytesInSmallOnes) {
  const std::string text = noise(3'000'000, 2) + prose(40'000'000, 3);
  EXPECT_EQ(read_all(gzipped(text, 1)).bytes, text);
  EXPECT_EQ(read_all(gzipped("a") + gzipped(text, 1) + gzipped("z")).bytes, "a" + text + "z");
}

TEST(GzipMembers, ReadsThatDripGiveTheSame) {
  const std::string text = prose(300'000, 4);
  for (const std::size_t step : {1U, 7U, 4096U}) {
    auto members = open_members(std::make_unique<DripStream>(gzipped(text) + gzipped("end"), step),
                                DecodeBounds{});
    EXPECT_EQ(read_members(std::move(*members)).bytes, text + "end");
  }
}

TEST(GzipMembers, EmptyMembersAndZeroPaddingAreNothing) {
  const Read read = read_all(gzipped("") + gzipped("x") + std::string(1000, '\0'));
  EXPECT_EQ(read.bytes, "x");
  EXPECT_TRUE(read.damages.empty());
}

TEST(GzipMembers, TheNextMemberIsFoundBehindADamagedOne) {
  const std::string a = gzipped("first"), b = gzipped(prose(20'000, 5)), c = gzipped("third");
  for (std::size_t at = 0; at < b.size(); at += 97) {
    const Read read = read_all(a + flipped(b, at) + c);
    EXPECT_TRUE(read.bytes.starts_with("first"));
    EXPECT_TRUE(read.bytes.ends_with("third")) << at;
    ASSERT_LE(read.damages.size(), 1U) << at;  // none: a flag or time of the header
    if (at >= 12) {
      ASSERT_EQ(read.damages.size(), 1U) << at;
      EXPECT_TRUE(
          read.damages[0].starts_with("corrupt: gzip member at offset " + std::to_string(a.size())))
          << read.damages[0];
    }
  }
}

TEST(GzipMembers, AMemberCutShortInTheMiddleOfTheFileCostsOnlyItself) {
  const std::string a = gzipped(noise(30'000, 6)), b = gzipped("second");
  for (std::size_t keep = 12; keep < a.size(); keep += 1009) {
    const Read read = read_all(a.substr(0, keep) + b + gzipped("third"));
    EXPECT_TRUE(read.bytes.ends_with("secondthird")) << keep;
    EXPECT_EQ(read.damages.size(), 1U);
  }
}

TEST(GzipMembers, ATruncatedFileIsToldOnce) {
  const std::string whole = gzipped("first") + gzipped(prose(5'000, 7));
  for (std::size_t size = gzipped("first").size() + 1; size < whole.size(); size += 13) {
    const Read read = read_all(whole.substr(0, size));
    EXPECT_TRUE(read.bytes.starts_with("first"));
    ASSERT_EQ(read.damages.size(), 1U) << size;
    EXPECT_TRUE(read.damages[0].starts_with("truncated: ")) << read.damages[0];
  }
}

TEST(GzipMembers, ABombIsStoppedAndTheRestIsRead) {
  const std::string bomb = gzipped(std::string(200'000'000, 'x'), 9);
  auto members = open_members(MemoryStream::owning(bomb + gzipped("after")), DecodeBounds{});
  std::uint64_t decoded = 0;
  std::string last, told;
  for (;;) {
    auto piece = (*members)->next();
    if (!piece) {
      told = piece.error().detail;
      continue;
    }
    if (piece->bytes.empty()) break;
    decoded += piece->bytes.size();
    last = piece->bytes;
  }
  EXPECT_LT(decoded, 70'000'000U);
  EXPECT_NE(told.find("and more"), told.npos) << told;
  EXPECT_EQ(last, "after");
}

TEST(GzipMembers, TheBoundOfTheCallerHolds) {
  const Read read = read_all(gzipped(std::string(1000, 'x')), DecodeBounds{999, 400});
  ASSERT_EQ(read.damages.size(), 1U);
  EXPECT_EQ(read.damages[0],
            "too_large: gzip member at offset 0: the file decodes to more than 999 bytes");
}

// Every twenty bytes a header that decodes for a while: searching must stay linear.
TEST(GzipMembers, AFileOfFalseBeginningsEnds) {
  std::string hostile;
  while (hostile.size() < 4'000'000) {
    hostile += std::string("\x1f\x8b\x08\0\0\0\0\0\0\xff", 10);  // header
    hostile += std::string("\x00\xf0\xff\x0f\x00", 5);           // a stored block of 65,520
    hostile += "zzzzz";
  }
  const Read read = read_all(hostile);
  EXPECT_FALSE(read.damages.empty());
}

TEST(ZstdMembers, TellWhereEachFrameBegins) {
  const std::string a = zstd_frame("first"), b = zstd_frame(prose(3'000'000, 8));
  const std::string skip = skippable_frame(0x184D2A50, "not for us");
  const Read read = read_all(a + skip + b);
  EXPECT_EQ(read.bytes, "first" + prose(3'000'000, 8));
  EXPECT_EQ(read.members, (std::vector<std::uint64_t>{0, a.size() + skip.size()}));
  EXPECT_TRUE(read.damages.empty());
}

std::string trained_dictionary() {
  std::string samples;
  std::vector<std::size_t> sizes;
  for (unsigned i = 0; i < 200; ++i) {
    samples += prose(2000, i);
    sizes.push_back(2000);
  }
  std::string dictionary(8192, '\0');
  dictionary.resize(ZDICT_trainFromBuffer(dictionary.data(), dictionary.size(), samples.data(),
                                          sizes.data(), static_cast<unsigned>(sizes.size())));
  return dictionary;
}

// IIPC Zstandard for WARC 1.0: the dictionary in a skippable frame 0x184D2A5D first, "raw or
// itself compressed".
TEST(ZstdMembers, UseTheDictionaryThatComesFirst) {
  const std::string dictionary = trained_dictionary();
  const std::string frame = zstd_frame(prose(3000, 300), dictionary);
  for (const std::string& stored : {dictionary, zstd_frame(dictionary)}) {
    const std::string head = skippable_frame(0x184D2A5D, stored);
    const Read read = read_all(head + frame + zstd_frame("plain"));
    EXPECT_EQ(read.bytes, prose(3000, 300) + "plain");
    EXPECT_TRUE(read.damages.empty());

    auto members = open_members(MemoryStream::owning(head + frame + frame), DecodeBounds{});
    ASSERT_TRUE((*members)->seek({head.size() + frame.size(), 5}));  // resume needs it too
    EXPECT_EQ(read_members(std::move(*members)).bytes, prose(3000, 300).substr(5));
  }
  EXPECT_FALSE(read_all(frame + zstd_frame("plain")).damages.empty());
}

TEST(ZstdMembers, TheNextFrameIsFoundBehindADamagedOne) {
  const std::string a = zstd_frame("first"), b = zstd_frame(prose(20'000, 5));
  for (std::size_t at = 0; at < b.size(); at += 97) {
    const Read read = read_all(a + flipped(b, at) + zstd_frame("third"));
    EXPECT_TRUE(read.bytes.starts_with("first"));
    EXPECT_TRUE(read.bytes.ends_with("third")) << at;
    EXPECT_EQ(read.damages.size(), 1U) << at;
  }
}

TEST(ZstdMembers, ATruncatedFileIsToldOnceAndABombIsStopped) {
  const std::string whole = zstd_frame("first") + zstd_frame(prose(5'000, 7));
  const Read cut = read_all(whole.substr(0, whole.size() - 9));
  ASSERT_EQ(cut.damages.size(), 1U);
  EXPECT_TRUE(cut.damages[0].starts_with("truncated: ")) << cut.damages[0];

  const Read bomb = read_all(zstd_frame(std::string(300'000'000, 'x')) + zstd_frame("after"));
  EXPECT_LT(bomb.bytes.size(), 70'000'000U);
  EXPECT_TRUE(bomb.bytes.ends_with("after"));
  EXPECT_EQ(bomb.damages.size(), 1U);
}

TEST(ZstdMembers, AWindowAboveTheBoundIsRefused) {
  ZSTD_CCtx* c = ZSTD_createCCtx();
  ZSTD_CCtx_setParameter(c, ZSTD_c_windowLog, 30);
  ZSTD_CCtx_setParameter(c, ZSTD_c_contentSizeFlag, 0);
  std::string out(1000, '\0');
  ZSTD_outBuffer to{out.data(), out.size(), 0};
  ZSTD_inBuffer from{"abc", 3, 0};
  ZSTD_compressStream2(c, &to, &from, ZSTD_e_flush);  // its end is not known at the beginning
  ZSTD_compressStream2(c, &to, &from, ZSTD_e_end);
  ZSTD_freeCCtx(c);
  out.resize(to.pos);
  const Read read = read_all(out + zstd_frame("after"));
  EXPECT_EQ(read.bytes, "after");
  ASSERT_EQ(read.damages.size(), 1U);
}

TEST(PlainMember, IsOneMember) {
  const std::string text = prose(3'000'000, 9);
  const Read read = read_all(text);
  EXPECT_EQ(read.bytes, text);
  EXPECT_EQ(read.members, std::vector<std::uint64_t>{0});
  EXPECT_EQ(read_all("").bytes, "");
}

struct Kind {
  const char* name;
  std::string stored;
};

TEST(MemberStream, SeeksToEveryPlaceItTold) {
  const std::string a = prose(700'000, 10), b = noise(2'000'000, 11), c = prose(90, 12);
  for (const Kind& kind :
       {Kind{"plain", a + b + c}, Kind{"gzip", gzipped(a) + gzipped(b) + gzipped(c)},
        Kind{"one gzip member", gzipped(a + b + c)},
        Kind{"zstd", zstd_frame(a) + zstd_frame(b) + zstd_frame(c)},
        Kind{"one zstd frame", zstd_frame(a + b + c)}}) {
    SCOPED_TRACE(kind.name);
    std::vector<std::pair<MemberPlace, std::size_t>> places;  // and how much came before
    auto first = *open_members(MemoryStream::over(kind.stored), DecodeBounds{});
    std::size_t before = 0;
    for (auto piece = first->next(); !piece->bytes.empty(); piece = first->next()) {
      const std::size_t half = piece->bytes.size() / 2;
      places.push_back({{piece->place.member, piece->place.inside + half}, before + half});
      before += piece->bytes.size();
    }
    for (const auto& [place, at] : places) {
      ASSERT_TRUE(first->seek(place));
      auto piece = first->next();
      ASSERT_TRUE(piece);
      EXPECT_EQ(piece->place, place);
      EXPECT_EQ(piece->bytes.substr(0, 40),
                (a + b + c).substr(at, piece->bytes.size()).substr(0, 40));
    }
  }
}

TEST(OpenDecoded, SniffsAndSeeks) {
  for (const std::string& stored :
       {std::string("0123456789"), gzipped("01234") + gzipped("56789"), zstd_frame("0123456789")}) {
    auto stream = *open_decoded(MemoryStream::over(stored), "x", DecodeBounds{});
    for (const std::uint64_t at : {7U, 3U, 0U, 9U}) {
      ASSERT_TRUE(stream->seek(at));
      std::byte byte[1];
      ASSERT_EQ(stream->read(byte), 1U);
      EXPECT_EQ(static_cast<char>(byte[0]), static_cast<char>('0' + at));
    }
    ASSERT_TRUE(stream->seek(11));
    std::byte none[1];
    EXPECT_EQ(stream->read(none), 0U);
  }
}

TEST(OpenDecoded, DamageNamesTheFile) {
  const std::string stored = gzipped(noise(9000, 13)).substr(0, 5000);
  auto stream = *open_decoded(MemoryStream::over(stored), "a.jsonl.gz", DecodeBounds{});
  std::vector<std::byte> all(10'000);
  Result<std::size_t> got = stream->read(all);
  while (got && *got > 0) got = stream->read(all);
  ASSERT_FALSE(got);
  EXPECT_TRUE(got.error().message.starts_with("a.jsonl.gz: gzip member at offset 0: the file ends"))
      << got.error().message;
}

TEST(OpenInput, NamesWhatItCannotOpen) {
  EXPECT_EQ(open_input("/no/such/file", {}).error().message,
            "/no/such/file: cannot open: No such file or directory");
  EXPECT_EQ(open_input("/tmp", {}).error().message, "/tmp: is a directory");
}

}  // namespace
}  // namespace khabar
