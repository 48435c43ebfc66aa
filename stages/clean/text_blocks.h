// Which lines of a text are boilerplate, judged as blocks: what a line says by itself (evidence)
// is weighed with where it stands and what stands beside it. Knows nothing of patterns or bytes.
// Free functions and values; any thread.
//
//   body .......................................... keep
//   "related links"     opens a list of headlines   falls
//     headline                                      falls with it
//   body .......................................... keep
//   "follow us on ..."  strong                      falls        }
//   t.me/news           address only: weak          falls        } the tail: from here to the end
//   88548               number: weak, a neighbour   falls        } all is furniture
#pragma once

#include <cstdint>
#include <vector>

#include "stages/clean/rules.h"

namespace khabar {

enum class LineEvidence : std::uint8_t {
  none,
  strong,     // falls wherever it stands
  tail,       // falls where only furniture follows
  neighbour,  // falls beside a line that falls
};

struct LineFacts {
  LineEvidence evidence = LineEvidence::none;
  bool anchors_tail = false;  // of evidence tail: enough to make a tail of what stands around it
  bool unended_only = false;  // the evidence counts only in a story that ends its sentences
  bool closes_story = false;  // of its evidence: stands below stories, seldom inside them
  // Words alone: no number, no address, no colon. Told of lines of ten words at most.
  bool plain = false;
  OpenedList opens = OpenedList::nothing;
  std::uint16_t words = 0;     // counted to a bound
  std::uint16_t letters = 0;   // characters, counted to a bound
  bool ends_sentence = false;  // . ! ? ؟ … or a closing quote behind one
  bool asks = false;           // ? or ؟ at its end: a sentence, and headlines do it too
  bool ends_open = false;      // , ; : — the sentence goes on
  bool is_list_item = false;   // the page marked it up as one
  std::uint8_t blank_lines_before = 0;
};

enum class LineFate : std::uint8_t {
  kept,
  by_itself,     // its own rule
  in_list,       // of the list that line `cause` opened
  by_neighbour,  // its own weak rule, confirmed by line `cause`
  in_tail,       // no rule of its own: a short line between or below furniture
};

struct LineVerdict {
  LineFate fate = LineFate::kept;
  std::uint32_t cause = 0;  // line, of in_list, by_neighbour and in_tail
};

// Does the story end its lines with full stops? Only then does a line without one stand out.
bool ends_its_sentences(const std::vector<LineFacts>& lines);

// Replaces `verdicts`, one a line. Linear in the lines.
void judge_lines(const std::vector<LineFacts>& lines, std::vector<LineVerdict>& verdicts);

}  // namespace khabar
