#include "ingest/archive/warc_reader.h"

#include <gtest/gtest.h>

#include "tests/ingest/archive/archive_fixture.h"

namespace khabar {
namespace {

using namespace testing;

WarcBuilder small() {
  return warc()
      .warcinfo()
      .request("http://a/1")
      .response("http://a/1", "<p>one")
      .revisit("http://a/1")
      .record("metadata", "http://a/1", "application/warc-fields", "k: v")
      .record("resource", "http://a/2", "text/html", "<p>two")
      .record("conversion", "http://a/3", "text/plain", "three")
      .record("continuation", "http://a/4", "text/plain", "four")
      .record("novelty", "http://a/5", "text/plain", "five")
      .response("http://a/6", "<p>six");
}

const Told kSmall = {"-warc_warcinfo",        "-warc_request",      "http://a/1 html:<p>one",
                     "-warc_revisit",         "-warc_metadata",     "http://a/2 html:<p>two",
                     "http://a/3 text:three", "-warc_continuation", "-warc_other",
                     "http://a/6 html:<p>six"};

TEST(WarcReader, ReadsEveryTypeInEveryStorage) {
  for (const auto& [kind, stored] : all_kinds(small())) {
    EXPECT_EQ(read_warc(stored).told, kSmall) << kind;
  }
}

TEST(WarcReader, FillsTheOrigin) {
  const auto w = small();
  const std::string head = w.records()[0] + w.records()[1];
  const ReadOut plain = read_warc(w.plain());
  const Document& one = plain.documents[2];
  EXPECT_EQ(one.origin.kind, "warc");
  EXPECT_EQ(one.origin.path, "a.warc");
  EXPECT_EQ(one.origin.record_id, "urn:uuid:00000000-0000-4000-8000-100000000002");
  EXPECT_EQ(one.fetched, "2021-03-04T05:06:07Z");
  EXPECT_EQ(one.payload.content_type, "text/html; charset=utf-8");
  EXPECT_EQ(one.origin.offset, head.size());
  // "compressed member offset for member-per-record, decompressed offset inside one big member"
  EXPECT_EQ(read_warc(w.gzip_members()).documents[2].origin.offset,
            gzipped(w.records()[0]).size() + gzipped(w.records()[1]).size());
  EXPECT_EQ(read_warc(w.one_gzip_member()).documents[2].origin.offset, head.size());
  EXPECT_EQ(read_warc(w.one_zstd_frame()).documents[2].origin.offset, head.size());
}

TEST(WarcReader, ResumesBehindEveryRecord) {
  auto w = small().raw("junk between\r\n").lying_response("http://a/7", "<p>seven", -3);
  for (unsigned i = 0; i < 40; ++i) {
    w.response("http://b/" + std::to_string(i), prose(60'000, i));  // pieces end inside records
  }
  for (const auto& [kind, stored] : all_kinds(w)) {
    SCOPED_TRACE(kind);
    const ReadOut whole = read_warc(stored);
    ASSERT_EQ(whole.documents.size(), 52U);
    for (std::size_t i = 0; i < whole.places.size(); ++i) {
      auto reader = warc_reader(stored);
      ASSERT_TRUE(reader->start_at(whole.places[i]));
      const ReadOut rest = read_out(*reader);
      ASSERT_EQ(rest.told, Told(whole.told.begin() + static_cast<long>(i) + 1, whole.told.end()));
      for (std::size_t j = 0; j < rest.documents.size(); ++j) {
        ASSERT_EQ(rest.documents[j], whole.documents[i + 1 + j]) << "from " << i;
      }
    }
  }
}

// Going back has a bound; a run that resumes must not get a new one.
TEST(WarcReader, ResumesTheSameAmongManyLies) {
  auto w = warc();
  for (int i = 0; i < 25; ++i) {
    w.lying_response("http://a/", "<p>lie", 100'000).response("http://b/", "<p>true");
  }
  for (const auto& [kind, stored] : all_kinds(w)) {
    const ReadBounds bounds{1000, 1000};
    const ReadOut whole = read_warc(stored, bounds);
    for (std::size_t i = 0; i < whole.places.size(); ++i) {
      auto reader = warc_reader(stored, bounds);
      ASSERT_TRUE(reader->start_at(whole.places[i]));
      ASSERT_EQ(read_out(*reader).told,
                Told(whole.told.begin() + static_cast<long>(i) + 1, whole.told.end()))
          << kind << i;
    }
  }
}

TEST(WarcReader, ResumesBehindDamage) {
  const auto w = small();
  std::string stored;
  for (const auto& r : w.records()) {
    stored += gzipped(r);
    std::string broken = gzipped(r);
    broken[broken.size() - 6] ^= 1;  // its CRC
    stored += broken;
  }
  const ReadOut whole = read_warc(stored);
  ASSERT_EQ(whole.documents.size(), 20U);
  for (std::size_t i = 0; i < whole.places.size(); ++i) {
    auto reader = warc_reader(stored);
    ASSERT_TRUE(reader->start_at(whole.places[i]));
    EXPECT_EQ(read_out(*reader).told,
              Told(whole.told.begin() + static_cast<long>(i) + 1, whole.told.end()))
        << i;
  }
}

TEST(WarcReader, ALyingLengthCostsOnlyItsRecord) {
  for (const int by : {-40, -4, -2, -1, 5, 6, 100, 290, 100'000, 20'000'000, 2'000'000'000}) {
    const auto w = warc()
                       .response("http://a/", "<p>one")
                       .lying_response("http://b/", "<p>two " + prose(500, 1), by)
                       .response("http://c/", "<p>three")
                       .response("http://d/", "<p>four");
    for (const auto& [kind, stored] : all_kinds(w)) {
      EXPECT_EQ(read_warc(stored).told, (Told{"http://a/ html:<p>one", "!warc_bad_length",
                                              "http://c/ html:<p>three", "http://d/ html:<p>four"}))
          << kind << " by " << by;
    }
  }
}

// wget once counted line ends into the length: the next record stands where it should all the same.
TEST(WarcReader, TrailingLineEndsMayBeCounted) {
  for (const int by : {1, 2, 3, 4}) {
    const auto w =
        warc().lying_response("http://b/", "<p>two", by).response("http://c/", "<p>three");
    for (const auto& [kind, stored] : all_kinds(w)) {
      EXPECT_EQ(read_warc(stored).told,
                (Told{"http://b/ html:<p>two" + std::string("\r\n\r\n").substr(0, by),
                      "http://c/ html:<p>three"}))
          << kind << " by " << by;
    }
  }
}

TEST(WarcReader, ALieInTheLastRecordIsATruncatedFile) {
  const auto w = warc().response("http://a/", "<p>one").lying_response("http://b/", "<p>two", 50);
  for (const auto& [kind, stored] : all_kinds(w)) {
    const ReadOut out = read_warc(stored);
    EXPECT_EQ(out.told, (Told{"http://a/ html:<p>one", "!warc_truncated"})) << kind;
  }
  EXPECT_EQ(read_warc(w.plain()).documents[1].fault->detail,
            "a.warc: record at offset " + std::to_string(w.records()[0].size()) +
                ": Content-Length 115 exceeds the 69 bytes left");
}

TEST(WarcReader, BadHeadersCostOnlyTheirRecord) {
  const struct {
    std::string record, fault;
  } cases[] = {
      {"WARC/1.0\r\nWARC-Type: response\r\n\r\nxx\r\n\r\n", "!warc_bad_length"},
      {"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: -5\r\n\r\nxx\r\n\r\n",
       "!warc_bad_length"},
      {"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 99999999999999999999\r\n\r\nx\r\n\r\n",
       "!warc_bad_length"},
      {"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 18446744073709551615\r\n\r\nx\r\n\r\n",
       "!warc_bad_length"},
      {"WARC/1.0\r\nContent-Length: 2\r\n\r\nxx\r\n\r\n", "!warc_bad_header"},
      {"WARC/x.0\r\nContent-Length: 2\r\n\r\nxx\r\n\r\n", "!warc_bad_header"},
      {"<html>not an archive</html>\r\n\r\n", "!warc_bad_header"},
      {std::string(100, '\0') + "\r\n", "!warc_bad_header"},
      {"WARC/1.0\r\nX: " + std::string(200'000, 'x') + "\r\nContent-Length: 0\r\n\r\n\r\n\r\n",
       "!warc_bad_header"},
      {noise(50'000, 3) + "\r\n", "!warc_bad_header"},
  };
  for (const auto& c : cases) {
    const auto w =
        warc().response("http://a/", "<p>one").raw(c.record).response("http://b/", "<p>two");
    for (const auto& [kind, stored] : all_kinds(w)) {
      EXPECT_EQ(read_warc(stored).told,
                (Told{"http://a/ html:<p>one", c.fault, "http://b/ html:<p>two"}))
          << kind << ": " << c.record.substr(0, 60);
    }
  }
}

TEST(WarcReader, LenientOnWhatHarmsNobody) {
  const struct {
    std::string what, record;
  } cases[] = {
      {"LF line ends",
       "WARC/1.0\nWARC-Type: response\nWARC-Target-URI: http://q/\nContent-Length: 45\n\n"
       "HTTP/1.0 200 OK\nContent-Type: text/html\n\n<p>q\n\n"},
      {"no trailing line ends",
       "WARC/1.0\r\nWARC-Type: resource\r\nWARC-Target-URI: http://q/\r\nContent-Type: text/html"
       "\r\nContent-Length: 4\r\n\r\n<p>q"},
      {"many trailing line ends",
       "WARC/1.0\r\nWARC-Type: resource\r\nWARC-Target-URI: http://q/\r\nContent-Type: text/html"
       "\r\nContent-Length: 4\r\n\r\n<p>q" +
           std::string(5000, '\n')},
      {"draft version, names in any case, a folded line, a line without colon",
       "WARC/0.18\r\nwarc-type:RESOURCE\r\nWARC-TARGET-URI:   http://q/  \r\nfoo: a\r\n b: c\r\n"
       "nonsense\r\nContent-Type: text/html\r\ncontent-length:\t4\r\n\r\n<p>q\r\n\r\n"},
      {"wget's brackets",
       "WARC/1.0\r\nWARC-Type: resource\r\nWARC-Target-URI: <http://q/>\r\nContent-Type: text/html"
       "\r\nContent-Length: 4\r\n\r\n<p>q\r\n\r\n"},
  };
  for (const auto& c : cases) {
    const auto w = warc().raw(c.record).response("http://b/", "<p>two");
    for (const auto& [kind, stored] : all_kinds(w)) {
      EXPECT_EQ(read_warc(stored).told, (Told{"http://q/ html:<p>q", "http://b/ html:<p>two"}))
          << kind << ": " << c.what;
    }
  }
}

TEST(WarcReader, BlanksInUrisAreEscaped) {
  const auto out =
      read_warc(warc().record("resource", "file:///a file.html", "text/html", "<p>x").plain());
  EXPECT_EQ(out.documents[0].url, "file:///a%20file.html");
}

// wget's own logs are resources too; nobody wants them as articles.
TEST(WarcReader, WgetLogsArePassedOver) {
  const auto w = warc().record("resource", "<metadata://gnu.org/software/wget/warc/wget.log>",
                               "text/plain", "Saving to: index.html");
  EXPECT_EQ(read_warc(w.plain()).told, Told{"-warc_metadata"});
}

TEST(WarcReader, ATruncatedFileGivesAllThatIsWholeAndOneFault) {
  const auto w = warc().response("http://a/", "<p>one").response("http://b/", prose(300, 1));
  const ReadOut whole = read_warc(w.plain());
  for (const auto& [kind, stored] : all_kinds(w)) {
    SCOPED_TRACE(kind);
    const bool by_member = kind == "gzip members" || kind == "zstd frames";
    for (std::size_t size = 4; size + 4 < stored.size(); ++size) {
      const ReadOut out = read_warc(std::string_view(stored).substr(0, size));
      ASSERT_GE(out.told.size(), 1U) << size;
      ASSERT_LE(out.told.size(), 3U) << size;
      std::size_t faults = 0;
      for (std::size_t i = 0; i < out.told.size(); ++i) {
        if (out.documents[i].fault) {
          ++faults;
          ASSERT_EQ(i, out.told.size() - 1) << size;
          ASSERT_EQ(out.told[i], "!warc_truncated") << size;
        } else {
          ASSERT_EQ(out.documents[i].payload, whole.documents[i].payload) << size;
        }
      }
      // Between two records or before the last line ends nothing is known to lack.
      const bool between = !by_member && kind == "plain";
      ASSERT_TRUE(faults == 1 || (faults == 0 && (between || by_member))) << size;
      if (by_member && faults == 0) {
        ASSERT_EQ(out.told, Told{whole.told[0]}) << size;
      }
    }
  }
}

TEST(WarcReader, AFlippedByteCostsOnlyItsRecord) {
  const auto w = warc()
                     .response("http://a/", "<p>one")
                     .response("http://b/", prose(3000, 1))
                     .response("http://c/", "<p>three");
  const Told whole = read_warc(w.plain()).told;
  for (const bool gzip : {true, false}) {
    const auto pack = [&](const std::string& r) { return gzip ? gzipped(r) : zstd_frame(r); };
    const std::string a = pack(w.records()[0]), b = pack(w.records()[1]), c = pack(w.records()[2]);
    for (std::size_t at = 12; at < b.size(); at += 7) {
      std::string broken = b;
      broken[at] ^= 0x10;
      const ReadOut out = read_warc(a + broken + c);
      // A bit that decodes to nothing harms nothing: its checksum holds.
      if (out.told == whole) continue;
      ASSERT_EQ(out.told,
                (Told{"http://a/ html:<p>one", "!warc_corrupt", "http://c/ html:<p>three"}))
          << gzip << at;
      ASSERT_EQ(out.documents[1].origin.offset, a.size());
    }
  }
}

// As RFC 1952 allows, and wget once did: a record spread over members.
TEST(WarcReader, ARecordMaySpanMembers) {
  const auto w = small().response("http://z/", prose(5000, 2));
  const std::string plain = w.plain();
  for (const std::size_t step : {1U, 10U, 333U}) {
    std::string stored;
    for (std::size_t at = 0; at < plain.size(); at += step)
      stored += gzipped(plain.substr(at, step));
    EXPECT_EQ(read_warc(stored).told, read_warc(plain).told) << step;
  }
}

TEST(WarcReader, ARecordBeyondTheBoundIsPassedOver) {
  const std::string big = prose(3'000'000, 5);
  const auto w = warc()
                     .response("http://a/", "<p>one")
                     .response("http://big/", big)
                     .record("request", "http://big/", "application/http", big)
                     .response("http://c/", "<p>three");
  for (const auto& [kind, stored] : all_kinds(w)) {
    EXPECT_EQ(read_warc(stored, {1'000'000, 0}).told,
              (Told{"http://a/ html:<p>one", "!warc_too_large", "-warc_request",
                    "http://c/ html:<p>three"}))
        << kind;
  }
}

// A page that holds an archive must not be read as one while its record's length is right.
TEST(WarcReader, AnArchiveInsideAPageIsNotRead) {
  const std::string forged = warc().response("http://bank/", "<p>forged").plain();
  const auto w = warc()
                     .response("http://evil/", "<p>\r\n\r\n" + forged)
                     .response("http://big/", "<p>\r\n\r\n" + forged + prose(3'000'000, 1))
                     .response("http://b/", "<p>two");
  for (const auto& [kind, stored] : all_kinds(w)) {
    const ReadOut out = read_warc(stored, {1'000'000, 0});
    ASSERT_EQ(out.told.size(), 3U) << kind;
    EXPECT_EQ(out.told[1], "!warc_too_large");
    EXPECT_EQ(out.told[2], "http://b/ html:<p>two");
  }
}

TEST(WarcReader, AGzipBombCostsOnlyItsRecord) {
  auto w = warc().response("http://a/", "<p>one");
  const std::string bomb =
      warc().response("http://bomb/", std::string(100'000'000, ' ')).records()[0];
  const std::string stored = w.gzip_members() + gzipped(bomb, 9) + w.gzip_members();
  EXPECT_EQ(read_warc(stored).told,
            (Told{"http://a/ html:<p>one", "!warc_too_large", "http://a/ html:<p>one"}));
}

TEST(WarcReader, EmptyAndJunkFiles) {
  EXPECT_EQ(read_warc("").told, Told{});
  EXPECT_EQ(read_warc("\r\n\r\n").told, Told{});
  EXPECT_EQ(read_warc(noise(3'000'000, 1)).told, Told{"!warc_bad_header"});
  EXPECT_EQ(read_warc(std::string(5'000'000, '\0')).told, Told{"!warc_bad_header"});
  EXPECT_EQ(read_warc(gzipped("")).told, Told{});
  EXPECT_EQ(read_warc("\x1f\x8b\x08").told, Told{"!warc_truncated"});
  EXPECT_EQ(read_warc("WARC/1.0").told, Told{"!warc_truncated"});
}

// Pieces of one byte must not make a header quadratic, nor fill memory with marks.
TEST(WarcReader, OneByteMembersEnd) {
  std::string stored, unit = gzipped("x", 1);
  const std::string head = "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 9000000\r\n\r\n";
  stored = gzipped(head);
  for (int i = 0; i < 100'000; ++i) stored += unit;
  stored += warc().response("http://a/", "<p>one").gzip_members();
  const ReadOut out = read_warc(stored);
  ASSERT_GE(out.told.size(), 2U);
  EXPECT_EQ(out.told.front(), "!warc_too_large");
  EXPECT_EQ(out.told.back(), "http://a/ html:<p>one");
}

TEST(WarcReader, ReadsThatDripGiveTheSame) {
  for (const auto& [kind, stored] : all_kinds(small())) {
    for (const std::size_t step : {1U, 13U}) {
      auto members = *open_members(std::make_unique<DripStream>(stored, step), DecodeBounds{});
      auto reader = make_warc_reader(std::move(members), "-", {});
      EXPECT_EQ(read_out(*reader).told, kSmall) << kind;
    }
  }
}

}  // namespace
}  // namespace khabar
