#include "ingest/archive/text_reader.h"

#include <gtest/gtest.h>

#include "tests/ingest/archive/archive_fixture.h"

namespace khabar {
namespace {

using namespace testing;

ReadOut read_text(const std::string& stored, PayloadKind kind, std::size_t bytes_max = 1000) {
  auto reader = make_text_reader(*open_members(MemoryStream::over(stored), DecodeBounds{}),
                                 "folder/a story.txt", kind, {bytes_max, 0});
  return read_out(*reader);
}

TEST(TextReader, OneFileIsOneDocument) {
  for (const std::string& stored : {std::string("Words.\n"), gzipped("Words.\n"),
                                    gzipped("Wor") + gzipped("ds.\n"), zstd_frame("Words.\n")}) {
    const ReadOut out = read_text(stored, PayloadKind::text);
    EXPECT_EQ(out.told, Told{" text:Words.\n"});
    EXPECT_EQ(out.documents[0].origin,
              (Origin{"text", "folder/a story.txt", 0, 0, "a story.txt", ""}));
    EXPECT_FALSE(out.documents[0].payload.is_utf8);
    EXPECT_EQ(out.places, std::vector<ReadPlace>{ReadPlace::end()});
  }
  EXPECT_EQ(read_text("<p>x", PayloadKind::html).documents[0].origin.kind, "html");
}

TEST(TextReader, WhatIsNoTextIsPassedOver) {
  EXPECT_EQ(read_text("", PayloadKind::text).told, Told{"-empty_body"});
  EXPECT_EQ(read_text(noise(500, 1), PayloadKind::text).told, Told{"-not_text"});
  EXPECT_EQ(read_text("\x89PNG\r\n", PayloadKind::html).told, Told{"-not_text"});
}

TEST(TextReader, FaultsNameTheFile) {
  const ReadOut large = read_text(std::string(1001, 'x'), PayloadKind::text);
  EXPECT_EQ(large.documents[0].fault,
            (Fault{"text_too_large", "folder/a story.txt: longer than the 1000 bytes allowed"}));
  EXPECT_EQ(read_text(gzipped(std::string(50'000'000, 'x')), PayloadKind::text).told,
            Told{"!text_too_large"});
  EXPECT_EQ(read_text(gzipped(noise(900, 1)).substr(0, 500), PayloadKind::text).told,
            Told{"!text_damaged"});
}

}  // namespace
}  // namespace khabar
