#include "stages/clean/page_dump.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "core/text/fold.h"
#include "core/text/utf8.h"

namespace khabar {
namespace {

// Counts of characters are in letters of an alphabet: an ideograph counts for this many.
constexpr std::uint32_t kIdeographWidth = 3;
constexpr std::uint32_t kMenuWidthMax = 32;
constexpr std::uint32_t kMenuWordsMax = 5;
constexpr std::uint32_t kHeadlineWidthMin = 20;
constexpr std::uint32_t kRepeatedWidthMax = 120;
constexpr std::size_t kHeadlineReach = 24;  // lines above the story where its headline may stand
constexpr std::size_t kPageLinesMin = 40;

enum class Ending : std::uint8_t { open, colon, weak, full };  // weak: ? ! ... as headlines have

struct LineShape {
  std::uint32_t width = 0;
  std::uint32_t words = 0;
  Ending ending = Ending::open;
  bool has_digit = false;
  bool has_letter = false;
  bool has_pause = false;  // a comma or the end of a sentence inside the line
  bool has_copyright = false;
  bool has_handle = false;  // an @ somewhere
  bool opens_with_dash = false;

  bool is_menu() const {
    return has_letter && !has_digit && !has_pause && ending == Ending::open &&
           width <= kMenuWidthMax && words <= kMenuWordsMax;
  }
  bool is_sentence() const { return ending == Ending::full && width >= 40; }
  bool is_headline() const {
    return has_letter && width >= kHeadlineWidthMin && width <= 220 &&
           (words >= 3 || width >= 2 * kHeadlineWidthMin);
  }
  // The signature under an embedded post: "— Name (@name) date".
  bool is_post_signature() const { return opens_with_dash && has_handle && width < 120; }
};

bool is_full_stop(char32_t c) {
  return c == '.' || c == 0x3002 || c == 0xFF0E || c == 0xFF61 || c == 0x06D4 || c == 0x0964 ||
         c == 0x0965 || c == 0x0589 || c == 0x1362 || c == 0x104B || c == 0x17D4 || c == 0x0F0D;
}

bool is_weak_stop(char32_t c) {
  return c == '!' || c == '?' || c == 0x061F || c == 0x2026 || c == 0xFF01 || c == 0xFF1F ||
         c == 0x1367 || c == 0x055E;
}

bool is_comma(char32_t c) {
  return c == ',' || c == ';' || c == 0x060C || c == 0x061B || c == 0x3001 || c == 0xFF0C ||
         c == 0x1363 || c == 0x055D;
}

bool is_closer(char32_t c) {
  return c == '"' || c == '\'' || c == ')' || c == ']' || c == 0xBB || c == 0xAB ||
         (c >= 0x2018 && c <= 0x201F) || c == 0x203A || c == 0x300D || c == 0x300F || c == 0xFF09;
}

bool is_zero_width(char32_t c) {
  return c >= 0x200B && c <= 0x200F;
}

std::uint32_t width_of(char32_t c) {
  if (c < 0x2E80) return 1;
  const Script script = script_of(c);
  return script == Script::han || script == Script::kana ? kIdeographWidth : 1;
}

LineShape shape_of(std::string_view text) {
  LineShape shape;
  bool in_word = false;
  bool stopped = false;        // the last character that counts was a full stop
  bool stopped_twice = false;  // ... or ".." or more: cut off, not ended
  bool has_southeast = false;
  bool first = true;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    at += point.size;
    const char32_t c = point.value;
    if (is_zero_width(c) || c == 0xAD || is_combining_mark(c)) continue;
    if (is_blank(c)) {
      in_word = false;
      if (shape.ending == Ending::full || shape.ending == Ending::weak) shape.has_pause = true;
      ++shape.width;
      continue;
    }
    shape.width += width_of(c);
    shape.words += !in_word;
    in_word = true;
    if (first) shape.opens_with_dash = c == 0x2014 || c == 0x2013 || c == '-';
    first = false;
    if (is_closer(c)) continue;
    stopped_twice = stopped && c == '.';
    stopped = c == '.';
    shape.ending = is_full_stop(c) && !stopped_twice  ? Ending::full
                   : is_weak_stop(c) || stopped_twice ? Ending::weak
                   : c == ':' || c == 0xFF1A          ? Ending::colon
                                                      : Ending::open;
    shape.has_pause |= is_comma(c);
    shape.has_digit |= is_decimal_digit(c);
    shape.has_letter |= is_letter(c);
    shape.has_copyright |= c == 0xA9;
    shape.has_handle |= c == '@';
    has_southeast |= c >= 0x0E00 && c < 0x2000 && script_of(c) == Script::southeast;
  }
  // Thai and its neighbours end no sentence with a mark.
  if (has_southeast && shape.width >= 100 && shape.ending == Ending::open) {
    shape.ending = Ending::full;
  }
  return shape;
}

// What a line says for (+) or against (-) standing in the story, in characters of a sentence.
std::int64_t weight_of(const LineShape& line) {
  const auto width = static_cast<std::int64_t>(line.width);
  if (line.is_post_signature()) return 100;
  if (line.ending == Ending::full) {
    if (width >= 40) return std::min<std::int64_t>(width, 300) - 10;
    return width >= 20 && line.words >= 3 ? 10 : -20;
  }
  if (width >= 200 && line.has_pause) return std::min<std::int64_t>((width - 100) / 2, 100);
  if (line.ending == Ending::weak && width >= 120) return (width - 60) / 2;
  if (line.ending == Ending::weak) return line.has_digit ? -40 : -25;
  if (width >= 90 && line.has_pause) return (width - 60) * 3 / 10;
  if (line.ending == Ending::colon) return -20;
  return line.is_menu() ? -40 : -50;
}

struct Segment {
  std::size_t begin = 0, end = 0;
  std::int64_t left = 0, right = 0;  // running sums before the segment and behind it
  std::int64_t weight() const { return right - left; }
};

// All maximal scoring segments, by Ruzzo and Tompa, "A linear time algorithm for finding all
// maximal scoring subsequences" (ISMB 1999): none can be made heavier by growing or shrinking.
// The search to the left follows the chain of lesser sums, which keeps it linear.
std::vector<Segment> heavy_segments(const std::vector<std::int64_t>& weights) {
  constexpr std::size_t kNone = static_cast<std::size_t>(-1);
  std::vector<Segment> found;
  std::vector<std::size_t> lesser;  // of each: the nearest one before with a lesser left sum
  std::int64_t sum = 0;
  for (std::size_t at = 0; at < weights.size(); ++at) {
    const std::int64_t before = sum;
    sum += weights[at];
    if (weights[at] <= 0) continue;
    Segment grown{at, at + 1, before, sum};
    std::size_t back = found.empty() ? kNone : found.size() - 1;
    for (;;) {
      while (back != kNone && found[back].left >= grown.left) back = lesser[back];
      if (back == kNone || found[back].right >= grown.right) {
        found.push_back(grown);
        lesser.push_back(back);
        break;
      }
      grown.begin = found[back].begin;
      grown.left = found[back].left;
      const std::size_t next = lesser[back];
      found.resize(back);
      lesser.resize(back);
      back = next;
    }
  }
  return found;
}

struct Page {
  std::vector<LineShape> shapes;
  std::vector<Segment> segments;
  std::optional<Segment> story;
};

std::size_t sentences_in(const Page& page, const Segment& segment) {
  std::size_t count = 0;
  for (std::size_t at = segment.begin; at < segment.end; ++at) {
    count += page.shapes[at].is_sentence();
  }
  return count;
}

// The first segment of half the greatest weight: comment rules behind the story may outweigh it.
// One sentence alone counts half: before the story stand cookie notices, behind it imprints.
std::optional<Segment> choose_story(const Page& page) {
  std::vector<std::int64_t> weights;
  std::int64_t most = 0;
  for (const Segment& segment : page.segments) {
    const bool alone = sentences_in(page, segment) < 2;
    weights.push_back(alone ? segment.weight() / 2 : segment.weight());
    most = std::max(most, weights.back());
  }
  for (std::size_t at = 0; at < weights.size(); ++at) {
    if (2 * weights[at] >= most && sentences_in(page, page.segments[at]) > 0) {
      return page.segments[at];
    }
  }
  return std::nullopt;
}

Page read_page(std::span<const Paragraph> lines) {
  Page page;
  std::vector<std::int64_t> weights;
  for (const Paragraph& line : lines) {
    page.shapes.push_back(shape_of(line.text));
    weights.push_back(weight_of(page.shapes.back()));
  }
  page.segments = heavy_segments(weights);
  page.story = choose_story(page);
  return page;
}

std::size_t longest_menu(const Page& page, std::size_t begin, std::size_t end) {
  std::size_t longest = 0;
  std::size_t run = 0;
  for (std::size_t at = begin; at < end; ++at) {
    run = page.shapes[at].is_menu() ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  return longest;
}

// Different menu lines outside the story that stand there more than once.
std::size_t repeated_menu_lines(std::span<const Paragraph> lines, const Page& page) {
  std::unordered_map<std::string_view, std::uint32_t> times;
  std::size_t repeated = 0;
  for (std::size_t at = 0; at < lines.size(); ++at) {
    if (at >= page.story->begin && at < page.story->end) continue;
    if (page.shapes[at].is_menu()) repeated += ++times[lines[at].text] == 2;
  }
  return repeated;
}

// Words of four letters and more, cut to their first letters so that inflected forms meet.
template <typename Take>
void for_each_stem(std::string_view text, Take take) {
  constexpr std::size_t kStemPoints = 4;
  const std::string key = folded(text);
  for (std::size_t at = 0; at < key.size();) {
    const std::size_t end = std::min(key.find(' ', at), key.size());
    const std::string_view word = std::string_view{key}.substr(at, end - at);
    std::size_t points = 0;
    std::size_t size = 0;
    while (size < word.size() && points < kStemPoints) {
      size += code_point_at(word, size).size;
      ++points;
    }
    if (points == kStemPoints) take(word.substr(0, size));
    at = end + 1;
  }
}

class StoryWords {
 public:
  StoryWords(std::span<const Paragraph> lines, const Segment& story) {
    for (std::size_t at = story.begin; at < story.end; ++at) {
      for_each_stem(lines[at].text, [&](std::string_view stem) { stems_.emplace(stem); });
    }
  }

  // How many of the line's stems the story holds; 0 where that is less than two in five.
  std::uint32_t shared(std::string_view line) const {
    std::uint32_t all = 0;
    std::uint32_t held = 0;
    for_each_stem(line, [&](std::string_view stem) {
      ++all;
      held += stems_.contains(std::string{stem});
    });
    return all < 2 || 5 * held < 2 * all ? 0 : held;
  }

 private:
  std::unordered_set<std::string> stems_;
};

// Where the headline stands: of the lines above the story the one that shares most words with it,
// the nearest where several do, and the like lines close above (headline over standfirst).
std::size_t headline_before(std::span<const Paragraph> lines, const Page& page) {
  constexpr std::size_t kBetweenMax = 2;
  const std::size_t story = page.story->begin;
  const std::size_t top = story > kHeadlineReach ? story - kHeadlineReach : 0;
  const StoryWords words(lines, *page.story);
  const auto shared = [&](std::size_t at) {
    return page.shapes[at].is_headline() ? words.shared(lines[at].text) : 0;
  };
  std::size_t best = story;
  std::uint32_t most = 0;
  for (std::size_t at = story; at-- > top;) {
    const std::uint32_t count = shared(at);
    if (count <= most + (best == story ? 0 : 1)) continue;
    best = at;
    most = count;
  }
  if (best == story) return story;
  for (std::size_t at = best; at-- > top && best - at <= kBetweenMax + 1;) {
    if (shared(at) > 0 && lines[at].text != lines[best].text) best = at;
  }
  return best;
}

using Places = std::unordered_map<std::string_view, std::size_t>;

// Lines of a run [begin, end) without a sentence, inside the story: the whole run falls where it is
// a list of stories, one of which is named behind the story again; else the lines that recur.
void mark_run(std::span<const Paragraph> lines, const Page& page, const Places& behind,
              std::size_t begin, std::size_t end, std::vector<bool>& falls) {
  constexpr std::size_t kListLinesMin = 3;
  const bool introduced = begin > 0 && page.shapes[begin - 1].ending == Ending::colon;
  bool is_list = false;
  for (std::size_t at = begin; at < end; ++at) {
    falls[at] = behind.contains(lines[at].text);
    is_list |= falls[at] && page.shapes[at].is_headline();
  }
  if (!is_list || introduced || end - begin < kListLinesMin) return;
  std::fill(falls.begin() + static_cast<std::ptrdiff_t>(begin),
            falls.begin() + static_cast<std::ptrdiff_t>(end), true);
}

std::vector<bool> teasers_inside(std::span<const Paragraph> lines, const Page& page,
                                 std::size_t headline) {
  std::vector<bool> falls(lines.size(), false);
  Places behind;
  for (std::size_t at = page.story->end; at < lines.size(); ++at) {
    if (page.shapes[at].width < kRepeatedWidthMax) behind.emplace(lines[at].text, at);
  }
  // Between headline and story: buttons. The headline itself may well be named below.
  for (std::size_t at = headline; at < page.story->begin; ++at) {
    falls[at] = page.shapes[at].is_menu() && behind.contains(lines[at].text);
  }
  std::size_t run = page.story->begin;
  for (std::size_t at = run; at < page.story->end; ++at) {
    if (!page.shapes[at].is_sentence()) continue;
    mark_run(lines, page, behind, run, at, falls);
    falls[at] = behind.contains(lines[at].text);
    run = at + 1;
  }
  return falls;
}

}  // namespace

bool is_page_dump(std::span<const Paragraph> lines) {
  constexpr std::size_t kHeadMenuMin = 5;
  constexpr std::size_t kTailMenuMin = 5;
  constexpr std::size_t kRepeatedMin = 2;
  constexpr std::size_t kSignsMin = 3;
  constexpr std::int64_t kStoryWeightMin = 150;
  if (lines.size() < kPageLinesMin) return false;
  const Page page = read_page(lines);
  if (!page.story || page.story->weight() < kStoryWeightMin) return false;
  std::size_t outside = 0;
  std::size_t menu = 0;
  bool copyright = false;
  for (std::size_t at = 0; at < lines.size(); ++at) {
    if (at >= page.story->begin && at < page.story->end) continue;
    outside += !page.shapes[at].is_sentence();
    menu += page.shapes[at].is_menu();
    copyright |= page.shapes[at].has_copyright;
  }
  if (5 * outside < 2 * lines.size() || 5 * menu < lines.size()) return false;
  const std::size_t signs =
      std::size_t{longest_menu(page, 0, page.story->begin) >= kHeadMenuMin} +
      std::size_t{longest_menu(page, page.story->end, lines.size()) >= kTailMenuMin} +
      std::size_t{repeated_menu_lines(lines, page) >= kRepeatedMin} + std::size_t{copyright};
  return signs >= kSignsMin;
}

void keep_story(std::vector<Paragraph>& lines, std::vector<Removed>* removed) {
  const Page page = read_page(lines);
  if (!page.story) return;
  const std::size_t begin = headline_before(lines, page);
  const std::vector<bool> teasers = teasers_inside(lines, page, begin);
  std::vector<Paragraph> kept;
  for (std::size_t at = 0; at < lines.size(); ++at) {
    const bool inside = at >= begin && at < page.story->end;
    if (inside && !teasers[at]) {
      kept.push_back(std::move(lines[at]));
    } else if (removed != nullptr) {
      removed->push_back({lines[at].text, inside ? "dump/teaser" : "dump/outside_story",
                          "line " + std::to_string(at + 1)});
    }
  }
  lines = std::move(kept);
}

}  // namespace khabar
