#include "core/io/lines.h"

#include <gtest/gtest.h>

#include <vector>

#include "tests/core/io/compressed.h"

namespace khabar {
namespace {

using namespace testing;

// "offset:number:text", "!length" where too long.
std::vector<std::string> lines_of(ByteStream& stream, std::size_t bytes_max) {
  LineReader reader(stream, bytes_max);
  std::vector<std::string> lines;
  for (;;) {
    auto line = reader.next();
    EXPECT_TRUE(line);
    if (!line || !*line) return lines;
    lines.push_back(
        std::to_string((*line)->offset) + ":" + std::to_string((*line)->number) + ":" +
        ((*line)->too_long ? "!" + std::to_string((*line)->length) : std::string((*line)->bytes)));
  }
}

using Lines = std::vector<std::string>;

TEST(LineReader, TellsOffsetAndNumber) {
  const struct {
    std::string input;
    Lines lines;
  } cases[] = {
      {"", {}},
      {"\n", {"0:1:"}},
      {"a", {"0:1:a"}},
      {"a\nbb\r\n\nc", {"0:1:a", "2:2:bb", "6:3:", "7:4:c"}},
      {"a\n", {"0:1:a"}},
      {"\r\n\r\n", {"0:1:", "2:2:"}},
      {"\xEF\xBB\xBF{}\nx", {"3:1:{}", "6:2:x"}},
      {std::string("a\0b\nc", 5), {std::string("0:1:a\0b", 7), "4:2:c"}},
      {"12345678\nab\n", {"0:1:12345678", "9:2:ab"}},
      {"12345678\r\nab", {"0:1:12345678", "10:2:ab"}},
      {"123456789\nab", {"0:1:!9", "10:2:ab"}},
      {"123456789", {"0:1:!9"}},
      {"12345678901234567890\nab", {"0:1:!20", "21:2:ab"}},
  };
  for (const auto& c : cases) {
    for (const std::size_t step : {1U, 3U, 1000U}) {
      DripStream stream(c.input, step);
      EXPECT_EQ(lines_of(stream, 8), c.lines) << c.input;
    }
  }
}

TEST(LineReader, ManyLinesThroughASmallBound) {
  std::string input;
  Lines expected;
  for (int i = 1; i <= 50'000; ++i) {
    expected.push_back(std::to_string(input.size()) + ":" + std::to_string(i) + ":line " +
                       std::to_string(i));
    input += "line " + std::to_string(i) + "\n";
  }
  EXPECT_EQ(lines_of(*MemoryStream::over(input), 64), expected);
}

// A line of 1 GB is read past; what is held is the bound and a read's worth.
TEST(LineReader, ALineOfOneGigabyteIsToldNotHeld) {
  RepeatedStream stream(std::string(1 << 20, 'x'), std::uint64_t{1} << 30, "\nnext\n");
  EXPECT_EQ(lines_of(stream, 1 << 20), (Lines{"0:1:!1073741824", "1073741825:2:next"}));
}

TEST(LineReader, StartsWhereItLeft) {
  const std::string input = "one\ntwo\nthree\n";
  auto stream = MemoryStream::over(input);
  LineReader reader(*stream, 100);
  ASSERT_TRUE(reader.start_at(4, 2));
  auto line = reader.next();
  EXPECT_EQ((*line)->bytes, "two");
  EXPECT_EQ((*line)->number, 2U);
  EXPECT_EQ(reader.offset(), 8U);
}

}  // namespace
}  // namespace khabar
