#include "stages/clean/text_blocks.h"

#include <algorithm>
#include <cstddef>

namespace khabar {
namespace {

// A headline in a list of links: longer lines, and lines that end a sentence, are prose.
constexpr std::uint16_t kHeadlineWordsMax = 22, kHeadlineLettersMax = 150;
constexpr std::uint16_t kQuestionWordsMax = 10;
constexpr std::uint16_t kTagWordsMax = 5, kTagLettersMax = 40;
// Lists inside the story are short; at its end they may be long.
constexpr std::size_t kListLinesMax = 8, kTailListLinesMax = 60;
// A name between furniture: a publisher, a signature.
constexpr std::uint16_t kOrphanWordsMax = 4, kOrphanLettersMax = 40;
// Unknown lines below and between the furniture that do not hide it ("no results").
constexpr std::size_t kUnknownMax = 3;
// Below furniture that closes the story: lines like these without a full stop, so many in a row.
constexpr std::uint16_t kBelowWordsMax = 10, kBelowLettersMax = 75;
constexpr std::size_t kBelowLinesMax = 3;
// Prose, whatever stands below it: the story does not end above.
constexpr std::uint16_t kProseWordsMin = 6, kProseWordsSure = 23;
// Too long for most headlines.
constexpr std::uint16_t kLongWordsMin = 16;

bool is_headline(const LineFacts& line) {
  const bool ends = line.ends_sentence && !(line.asks && line.words <= kQuestionWordsMax);
  return line.evidence != LineEvidence::strong && !ends && !line.ends_open && line.words >= 2 &&
         line.words <= kHeadlineWordsMax && line.letters <= kHeadlineLettersMax;
}
bool is_tag(const LineFacts& line) {
  return line.evidence != LineEvidence::strong && !line.ends_sentence && !line.ends_open &&
         line.words <= kTagWordsMax && line.letters <= kTagLettersMax;
}
bool is_orphan(const LineFacts& line) {
  return !line.ends_sentence && !line.ends_open && line.words <= kOrphanWordsMax &&
         line.letters <= kOrphanLettersMax;
}

bool is_prose(const LineFacts& line) {
  return line.evidence == LineEvidence::none &&
         ((line.ends_sentence && line.words >= kProseWordsMin) || line.words >= kProseWordsSure);
}

bool is_below(const LineFacts& line) {
  return line.evidence == LineEvidence::none && line.plain && !line.is_list_item &&
         !line.ends_sentence && !line.ends_open && line.words <= kBelowWordsMax &&
         line.letters <= kBelowLettersMax;
}

class Judge {
 public:
  Judge(const std::vector<LineFacts>& lines, std::vector<LineVerdict>& verdicts)
      : lines_(lines), verdicts_(verdicts) {
    verdicts_.assign(lines.size(), {});
    list_of_.assign(lines.size(), kNone);
    ends_sentences_ = ends_its_sentences(lines);
    furniture_from_ = lines.size();
    while (furniture_from_ > 0 && lines[furniture_from_ - 1].evidence != LineEvidence::none)
      --furniture_from_;
  }

  void run() {
    fell_strong();
    find_lists();
    find_tail();
    lists_of_the_fallen();
    spread_to_neighbours();
  }

 private:
  static constexpr std::uint32_t kNone = ~0u;

  bool falls(std::size_t i) const { return verdicts_[i].fate != LineFate::kept; }

  void fell_strong() {
    for (std::size_t i = 0; i < lines_.size(); ++i)
      if (lines_[i].evidence == LineEvidence::strong) verdicts_[i].fate = LineFate::by_itself;
  }

  // Marks the lines of each opened list, without felling them yet.
  void find_lists() {
    const bool stops = ends_sentences_;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (lines_[i].opens == OpenedList::nothing) continue;
      const std::size_t end = list_end(i, stops);
      for (std::size_t k = i + 1; k < end; ++k) list_of_[k] = static_cast<std::uint32_t>(i);
    }
  }

  std::size_t list_end(std::size_t opener, bool stops) const {
    const OpenedList kind = lines_[opener].opens;
    const auto fits = [&](const LineFacts& line) {
      return kind == OpenedList::tags ? is_tag(line) : is_headline(line);
    };
    std::size_t end = opener + 1;
    while (end < lines_.size() && end - opener <= kTailListLinesMax && fits(lines_[end]) &&
           lines_[end].opens == OpenedList::nothing)
      ++end;
    // Other furniture to the very end counts as the end; so does the next list.
    if (end == lines_.size() || end >= furniture_from_) return end;
    if (lines_[end].opens != OpenedList::nothing) return end;
    const bool marked_up = opener + 1 < lines_.size() && lines_[opener + 1].is_list_item;
    if (marked_up) {
      end = opener + 1;
      while (end < lines_.size() && lines_[end].is_list_item && fits(lines_[end])) ++end;
      return end;
    }
    // Inside a story that never ends its lines, nothing tells a headline from a sentence.
    if (!stops) return opener + 1;
    end = std::min(end, opener + 1 + kListLinesMax);
    return without_heading(opener, end_at_gap(opener, end));
  }

  // Blank lines, where the text has them, end a list that began without.
  std::size_t end_at_gap(std::size_t opener, std::size_t end) const {
    for (std::size_t k = opener + 2; k < end; ++k)
      if (lines_[k].blank_lines_before > lines_[opener + 1].blank_lines_before) return k;
    return end;
  }

  // A last line much shorter than the headlines before it is the story's next heading.
  std::size_t without_heading(std::size_t opener, std::size_t end) const {
    if (end < opener + 4) return end;
    std::size_t words = 0;
    for (std::size_t k = opener + 1; k + 1 < end; ++k) words += lines_[k].words;
    const std::size_t before = end - opener - 2;
    return lines_[end - 1].words * 2u * before <= words ? end - 1 : end;
  }

  bool is_furniture(std::size_t i) const {
    return falls(i) || lines_[i].evidence != LineEvidence::none || list_of_[i] != kNone;
  }

  // The tail begins at the topmost furniture below the last line of prose, as long as unknown lines
  // between and below do not outweigh it.
  void find_tail() {
    std::size_t begin = lines_.size(), anchor = lines_.size();
    std::size_t furniture = 0, unknown = 0, unlike_story = 0;
    for (std::size_t i = lines_.size(); i-- > 0 && !is_prose(lines_[i]);) {
      if (!is_furniture(i)) {
        ++unknown;
        continue;
      }
      ++furniture;
      if (unknown > std::max(kUnknownMax, 2 * furniture)) break;
      begin = i;
      // One weak line may be a sentence without its full stop; several are no accident.
      unlike_story += lines_[i].unended_only && lines_[i].evidence == LineEvidence::tail;
      if (lines_[i].evidence == LineEvidence::strong || lines_[i].anchors_tail || unlike_story >= 2)
        anchor = i;
    }
    if (anchor == lines_.size()) return;
    fell_tail(begin, anchor);
    if (ends_sentences_) fell_below(begin);
  }

  // Where a story ends its sentences, what stands below "share this" and does not end is no part
  // of it. Long runs are: results, prices, verses.
  void fell_below(std::size_t begin) {
    std::size_t i = begin;
    while (i < lines_.size() && !(falls(i) && lines_[i].closes_story)) ++i;
    const std::size_t cause = i;
    while (i < lines_.size()) {
      std::size_t end = i;
      while (end < lines_.size() && !falls(end) && is_below(lines_[end])) ++end;
      if (end - i <= kBelowLinesMax)
        for (; i < end; ++i) verdicts_[i] = {LineFate::in_tail, as_cause(cause)};
      i = end + 1;
    }
  }

  void fell_tail(std::size_t begin, std::size_t anchor) {
    for (std::size_t i = begin; i < lines_.size(); ++i) {
      if (falls(i)) continue;
      if (list_of_[i] != kNone) {
        verdicts_[i] = {LineFate::in_list, list_of_[i]};
      } else if (lines_[i].evidence == LineEvidence::tail) {
        verdicts_[i].fate = LineFate::by_itself;
      } else if (lines_[i].evidence == LineEvidence::neighbour) {
        // Weak lines need company all the way: above them the tail, below them furniture.
        if (i > begin && falls(i - 1))
          verdicts_[i] = {LineFate::by_neighbour, as_cause(anchor)};
        else if (i + 1 < lines_.size() && is_furniture(i + 1))
          verdicts_[i] = {LineFate::by_neighbour, as_cause(anchor)};
      } else if (i > begin && i + 1 < lines_.size() && is_orphan(lines_[i]) && falls(i - 1) &&
                 is_furniture(i + 1)) {
        verdicts_[i] = {LineFate::in_tail, as_cause(anchor)};
      }
    }
  }

  static std::uint32_t as_cause(std::size_t line) { return static_cast<std::uint32_t>(line); }

  // A list falls with its heading; a heading that was kept keeps its list.
  void lists_of_the_fallen() {
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (list_of_[i] == kNone || falls(i)) continue;
      if (falls(list_of_[i])) verdicts_[i] = {LineFate::in_list, list_of_[i]};
    }
  }

  // Weak lines fall beside fallen ones, and their weak neighbours with them: down, then up.
  void spread_to_neighbours() {
    const auto spread = [&](std::size_t to, std::size_t from) {
      if (falls(to) || lines_[to].evidence != LineEvidence::neighbour) return;
      if (!falls(from) || verdicts_[from].fate == LineFate::in_list) return;
      verdicts_[to] = {LineFate::by_neighbour, static_cast<std::uint32_t>(from)};
    };
    for (std::size_t i = 1; i < lines_.size(); ++i) spread(i, i - 1);
    for (std::size_t i = lines_.size(); i-- > 1;) spread(i - 1, i);
  }

  const std::vector<LineFacts>& lines_;
  std::vector<LineVerdict>& verdicts_;
  bool ends_sentences_ = false;
  std::size_t furniture_from_ = 0;      // from here on every line has evidence of its own
  std::vector<std::uint32_t> list_of_;  // the opener whose list a line would join
};

}  // namespace

bool ends_its_sentences(const std::vector<LineFacts>& lines) {
  std::size_t prose = 0, ended = 0;
  for (const LineFacts& line : lines) {
    if (line.evidence != LineEvidence::none) continue;
    const bool ends = line.ends_sentence && line.words >= kProseWordsMin;
    if (!ends && line.words < kLongWordsMin) continue;
    ++prose;
    ended += ends;
  }
  return ended > 0 && ended * 5 >= prose * 3;
}

void judge_lines(const std::vector<LineFacts>& lines, std::vector<LineVerdict>& verdicts) {
  Judge(lines, verdicts).run();
}

}  // namespace khabar
