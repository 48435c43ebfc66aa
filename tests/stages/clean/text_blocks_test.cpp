#include "stages/clean/text_blocks.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace khabar {
namespace {

// One letter a line:
//   P prose that ends a sentence   p prose without a full stop   h a headline   w two words
//   S strong   T strong, tail only   n needs a neighbour   L opens headlines (strong)   G opens
//   tags (tail)   C strong, tail only, closes the story   u weak, ends unlike the story's sentences
//   x words alone, no rule
LineFacts line_of(char c) {
  LineFacts line;
  switch (c) {
    case 'P':
      line.words = 30, line.letters = 200, line.ends_sentence = true;
      break;
    case 'p':
      line.words = 30, line.letters = 200;
      break;
    case 'h':
      line.words = 8, line.letters = 50;
      break;
    case 'w':
      line.words = 2, line.letters = 12;
      break;
    case 'S':
      line.evidence = LineEvidence::strong, line.words = 4;
      break;
    case 'T':
      line.evidence = LineEvidence::tail, line.anchors_tail = true, line.words = 4;
      break;
    case 'n':
      line.evidence = LineEvidence::neighbour, line.words = 2;
      break;
    case 'L':
      line.evidence = LineEvidence::strong, line.opens = OpenedList::headlines, line.words = 2;
      break;
    case 'G':
      line.evidence = LineEvidence::tail, line.anchors_tail = true, line.opens = OpenedList::tags,
      line.words = 1;
      break;
    case 'C':
      line.evidence = LineEvidence::tail, line.anchors_tail = line.closes_story = true,
      line.words = 4;
      break;
    case 'u':
      line.evidence = LineEvidence::tail, line.unended_only = true, line.words = 5;
      break;
    case 'x':
      line.words = 5, line.letters = 30, line.plain = true;
      break;
    default:
      ADD_FAILURE() << c;
  }
  return line;
}

// The lines that stay; a dot for each that falls.
std::string kept(std::string_view text) {
  std::vector<LineFacts> lines;
  for (const char c : text) lines.push_back(line_of(c));
  std::vector<LineVerdict> verdicts;
  judge_lines(lines, verdicts);
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i)
    out += verdicts[i].fate == LineFate::kept ? text[i] : '.';
  return out;
}

TEST(TextBlocks, Stories) {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"", ""},
      {"PPP", "PPP"},
      {"PPS", "PP."},
      {"PSP", "P.P"},
      // Only in the tail.
      {"PTP", "PTP"},
      {"PPT", "PP."},
      {"PPTT", "PP.."},
      // A link or a number alone falls with its neighbours, down and up, and not alone.
      {"PnP", "PnP"},
      {"PPn", "PPn"},
      {"PnSP", "P..P"},
      {"PSnnP", "P...P"},
      {"PPSnn", "PP..."},
      {"PPnnT", "PP..."},
      // One short name between furniture goes, one above it stays.
      {"PPSwT", "PP..."},
      {"PPwST", "PPw.."},
      // Unknown short lines below do not hide the tail; prose does.
      {"PPTw", "PP.w"},
      {"PPTwww", "PP.www"},
      {"PPTwwww", "PPTwwww"},
      {"PTPw", "PTPw"},
      // A list falls with its heading and ends where prose begins.
      {"PLhhP", "P...P"},
      {"PLP", "P.P"},
      {"PPLhhhhhhhhhhhhh", "PP.............."},
      // Inside a story a list is short.
      {"PLhhhhhhhhhhP", "P.........hhP"},
      // In a story that never ends its lines nothing tells a headline from a sentence.
      {"ppLhhpp", "pp.hhpp"},
      {"ppLhh", "pp..."},
      // The next heading of the story is much shorter than the headlines before it.
      {"PLhhwP", "P...wP"},
      {"PPGww", "PP..."},
      {"PGwwP", "PGwwP"},
      // Below furniture that closes the story nothing short and plain is the story's; above it is.
      {"PPCx", "PP.."},
      {"PPxC", "PPx."},
      {"PPCPx", "PPCPx"},
      {"PPTx", "PP.x"},
      // A long run may be results or verses. In a story that never ends its lines all may.
      {"PPCxxxxC", "PP.xxxx."},
      {"ppCx", "pp.x"},
      // One line that ends unlike the story may have lost its full stop; two are no accident.
      {"PPu", "PPu"},
      {"PPuu", "PP.."},
      {"PPuC", "PP.."},
      {"PuuP", "PuuP"},
  };
  for (const auto& [text, want] : cases) EXPECT_EQ(kept(text), want) << text;
}

TEST(TextBlocks, BlankLinesEndAListInsideAStory) {
  std::vector<LineFacts> lines;
  for (const char c : std::string_view("PLhhwhP")) lines.push_back(line_of(c));
  lines[4].blank_lines_before = 1;  // "w" begins a new part
  std::vector<LineVerdict> verdicts;
  judge_lines(lines, verdicts);
  EXPECT_EQ(verdicts[3].fate, LineFate::in_list);
  EXPECT_EQ(verdicts[3].cause, 1u);
  EXPECT_EQ(verdicts[4].fate, LineFate::kept);
  EXPECT_EQ(verdicts[5].fate, LineFate::kept);
}

TEST(TextBlocks, AMillionLines) {
  for (const char c : {'L', 'S', 'T', 'n', 'h', 'w', 'G'}) {
    const std::vector<LineFacts> lines(1'000'000, line_of(c));
    std::vector<LineVerdict> verdicts;
    judge_lines(lines, verdicts);  // a quadratic judge would not return
    EXPECT_EQ(verdicts.size(), lines.size());
  }
}

}  // namespace
}  // namespace khabar
