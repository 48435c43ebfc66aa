#include "ingest/archive/warc_header.h"

#include <gtest/gtest.h>

#include "ingest/archive/header_lines.h"

namespace khabar {
namespace {

TEST(WarcHeader, VersionLines) {
  for (const char* good : {"WARC/1.0\r\n", "WARC/1.1\n", "WARC/0.18\r\n", "WARC/1.0 \r\nX"}) {
    EXPECT_TRUE(begins_warc_record(good)) << good;
  }
  for (const char* bad : {"", "WARC/", "WARC/1.0", "WARC/1.\r\n", "WARC/x.0\r\n", "WARC/1.0x\r\n",
                          "warc/1.0\r\n", "WARC/1.000\r\n"}) {
    EXPECT_FALSE(begins_warc_record(bad)) << bad;
  }
}

TEST(WarcHeader, EndsAtTheBlankLine) {
  EXPECT_EQ(header_end("a\r\n\r\nb", 0), 5U);
  EXPECT_EQ(header_end("a\n\nb", 0), 3U);
  EXPECT_EQ(header_end("a\r\n\nb", 0), 4U);
  EXPECT_EQ(header_end("a\r\nb\r", 0), std::nullopt);
  const std::string text = "WARC/1.0\r\nA: b\r\n\r\n";
  for (std::size_t cut = 3; cut < text.size(); ++cut) {  // as bytes come in
    EXPECT_EQ(header_end(std::string_view(text).substr(0, cut), 0), std::nullopt);
    EXPECT_EQ(header_end(text, cut - 3), text.size()) << cut;
  }
}

// WARC 1.1, 5.4: "YYYY-MM-DDThh:mm:ssZ", a fraction of the second allowed.
TEST(WarcHeader, DatesAsUtc) {
  const struct {
    const char *written, *utc;
  } cases[] = {
      {"2017-03-06T04:03:53Z", "2017-03-06T04:03:53Z"},
      {"2016-09-19T17:20:24.123456Z", "2016-09-19T17:20:24Z"},
      {"2017-11-02T23:43:00+02:00", "2017-11-02T21:43:00Z"},
      {"2017-12-31T23:30:00-0100", "2018-01-01T00:30:00Z"},
      {"2017-11-02t23:43z", "2017-11-02T23:43:00Z"},
      {"2016-12-31T23:59:60Z", "2016-12-31T23:59:59Z"},
      {"20140103030322", "2014-01-03T03:03:22Z"},
      {"2024-02-29T00:00:00Z", "2024-02-29T00:00:00Z"},
      {"2023-02-29T00:00:00Z", ""},
      {"2017-11-02", ""},
      {"2017-11-02T25:00:00Z", ""},
      {"2017-11-02T23:43:00", ""},
      {"2017-11-02T23:43:00Zjunk", ""},
      {"yesterday", ""},
      {"", ""},
  };
  for (const auto& c : cases) EXPECT_EQ(utc_time(c.written), c.utc) << c.written;
}

}  // namespace
}  // namespace khabar
