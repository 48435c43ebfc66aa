#include "stages/clean/paragraphs.h"

#include <gtest/gtest.h>

#include <string>

namespace khabar {
namespace {

std::vector<Paragraph> split(std::string_view text, bool join = true) {
  std::vector<Paragraph> out;
  split_paragraphs(text, {"", join}, out);
  return out;
}

// "2:line" for a line behind two blank ones.
std::string shown(std::string_view text) {
  std::string out;
  for (const Paragraph& p : split(text))
    out +=
        (out.empty() ? "" : "|") +
        (p.blank_lines_before > 0 ? std::to_string(p.blank_lines_before) + ":" + p.text : p.text);
  return out;
}

TEST(Paragraphs, Lines) {
  EXPECT_EQ(shown(""), "");
  EXPECT_EQ(shown(" \n\t\n"), "");
  EXPECT_EQ(shown("one"), "one");
  EXPECT_EQ(shown("one\ntwo\n"), "one|two");
  EXPECT_EQ(shown("one\r\ntwo\rthree"), "one|two|three");
  EXPECT_EQ(shown("one\xe2\x80\xa8two\xe2\x80\xa9three\xc2\x85"
                  "four\x0b"
                  "five"),
            "one|two|three|four|five");
  EXPECT_EQ(shown("one\n\n\xc2\xa0\ntwo\n\nthree"), "one|2:two|1:three");
  EXPECT_EQ(shown("one\r\n\r\ntwo"), "one|1:two");
  EXPECT_EQ(shown("\n\n one\t two  three "), "2:one two three");
}

TEST(Paragraphs, TextsComeOutNormalised) {
  EXPECT_EQ(shown("والميدانيـة\xe2\x80\x8b"), "والميدانيـة");
}

// Greedy breaking at a width, as mail programs do.
std::string wrapped(std::string_view text, std::size_t width) {
  std::string out, line;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    const std::string word(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (!line.empty() && line.size() + 1 + word.size() > width) {
      out += line + "\n";
      line.clear();
    }
    line += (line.empty() ? "" : " ") + word;
  }
  return out + line;
}

std::string prose(int sentences) {
  std::string out;
  for (int i = 0; i < sentences; ++i)
    out += "The committee heard evidence from witness number " + std::to_string(i * 7919) +
           " and adjourned until the afternoon session could be held. ";
  out.pop_back();
  return out;
}

TEST(Paragraphs, JoinsATextThatWasSurelyBrokenAtAWidth) {
  const std::string first = prose(9), second = prose(6);
  const auto lines = split(wrapped(first, 72) + "\n\n" + wrapped(second, 72));
  ASSERT_EQ(lines.size(), 2u);
  EXPECT_EQ(lines[0].text, first);
  EXPECT_EQ(lines[1].text, second);
  EXPECT_EQ(lines[1].blank_lines_before, 1);
  EXPECT_GT(split(wrapped(first, 72), false).size(), 8u);
}

TEST(Paragraphs, LeavesVerseAndListsAlone) {
  std::string verse, list;
  for (int i = 0; i < 40; ++i) {
    verse += "وهذا بيت من الشعر قصير\nوآخر أقصر منه قليلا\n";
    list += "The item of the list that bears the number " + std::to_string(i) + "\n";
  }
  EXPECT_EQ(split(verse).size(), 80u);
  EXPECT_EQ(split(list).size(), 40u);
}

TEST(Paragraphs, OneLineOfFiveMegabytesAndAMillionLines) {
  EXPECT_EQ(split(std::string(5u << 20, 'x')).size(), 1u);
  std::string many;
  for (int i = 0; i < 1'000'000; ++i) many += "a\n";
  EXPECT_EQ(split(many).size(), 1'000'000u);
  EXPECT_EQ(split(std::string(1'000'000, '\n') + "a")[0].blank_lines_before, 255);
}

}  // namespace
}  // namespace khabar
