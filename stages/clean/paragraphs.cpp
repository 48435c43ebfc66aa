#include "stages/clean/paragraphs.h"

#include <algorithm>
#include <cstdint>
#include <cstring>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

#include "core/text/normalise.h"
#include "core/text/utf8.h"

namespace khabar {
namespace {

// Widths that people and programs break text at; verse is narrower, paragraphs are wider.
constexpr std::size_t kWidthMin = 50, kWidthMax = 100;
// Fewer full lines prove nothing.
constexpr std::size_t kFullLinesMin = 8;
// Room made beforehand; few articles have more.
constexpr std::size_t kLinesForeseen = 64;

struct Break {
  std::size_t begin = 0, end = 0;  // of the line break's bytes
};

// The next line break at or after `from`; begin is npos at the end of the text.
Break next_break(std::string_view text, std::size_t from) {
  // One pass over ASCII breaks, looking closer at the lead bytes of the wide ones.
  for (std::size_t i = from; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (c == '\n' || c == 0x0b || c == 0x0c) return {i, i + 1};
    if (c == '\r') return {i, i + (i + 1 < text.size() && text[i + 1] == '\n' ? 2u : 1u)};
    if (c == 0xc2 && i + 1 < text.size() && text[i + 1] == '\x85') return {i, i + 2};
    if (c == 0xe2 && i + 2 < text.size() && text[i + 1] == '\x80' &&
        (text[i + 2] == '\xa8' || text[i + 2] == '\xa9'))
      return {i, i + 3};
  }
  return {std::string_view::npos, text.size()};
}

// May there be any break but LF? Most texts have none.
bool may_have_other_breaks(std::string_view text) {
  std::size_t at = 0;
#if defined(__SSE2__)
  // VT to CR, the second byte of C2 85, the last two of E2 80 A8 and A9.
  for (at = 1; at + 16 <= text.size(); at += 16) {
    const auto is = [](__m128i bytes, unsigned value) {
      return _mm_cmpeq_epi8(bytes, _mm_set1_epi8(static_cast<char>(value)));
    };
    const __m128i here = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text.data() + at));
    const __m128i before = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text.data() + at - 1));
    const __m128i ascii =
        _mm_or_si128(is(here, 0x0B), _mm_or_si128(is(here, 0x0C), is(here, 0x0D)));
    const __m128i next_line = _mm_and_si128(is(before, 0xC2), is(here, 0x85));
    const __m128i separators =
        _mm_and_si128(is(before, 0x80), _mm_or_si128(is(here, 0xA8), is(here, 0xA9)));
    const __m128i found = _mm_or_si128(ascii, _mm_or_si128(next_line, separators));
    if (_mm_movemask_epi8(found) != 0) return true;
  }
  at = at < 3 ? 0 : at - 3;  // the lead bytes of what may stand over the edge
  if (!text.empty() && text[0] >= 0x0B && text[0] <= 0x0D) return true;
#endif
  for (Break next = next_break(text, at); next.begin < text.size();
       next = next_break(text, next.end)) {
    if (text[next.begin] != '\n') return true;
  }
  return false;
}

bool is_sentence_end(std::string_view text) {
  constexpr std::string_view kAsciiEnds = ".!?:\"')";
  if (text.empty()) return true;
  return kAsciiEnds.find(text.back()) != std::string_view::npos || text.ends_with("؟") ||
         text.ends_with("…") || text.ends_with("»") || text.ends_with("”");
}

std::size_t first_word_size(std::string_view text) {
  const std::size_t blank = text.find(' ');
  return count_code_points(text.substr(0, blank));
}

void join_wrapped(std::size_t width, std::vector<Paragraph>& lines) {
  std::size_t out = 0;
  std::size_t last_line_size = 0;  // characters of the last line joined into lines[out - 1]
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::size_t size = count_code_points(lines[i].text);
    // The line before was full: this one's first word did not fit. A short line ends a paragraph.
    const bool goes_on = out > 0 && lines[i].blank_lines_before == 0 && last_line_size <= width &&
                         last_line_size + 1 + first_word_size(lines[i].text) > width &&
                         size <= width;
    if (goes_on) {
      lines[out - 1].text += ' ';
      lines[out - 1].text += lines[i].text;
    } else {
      if (out != i) lines[out] = std::move(lines[i]);
      ++out;
    }
    last_line_size = size;
  }
  lines.resize(out);
}

class Splitter {
 public:
  Splitter(std::string_view text, const ParagraphOptions& options, std::vector<Paragraph>& lines)
      : text_(text), lines_(lines) {
    normal_.language = options.language;
    normal_.keep_tatweel = options.keep_tatweel;
    normal_.keep_encoding = options.keep_encoding;
    normal_.keep_forms = options.keep_forms;
  }

  void run() {
    lines_.reserve(std::min(count_of(text_, '\n') + 1, kLinesForeseen));
    const bool others = may_have_other_breaks(text_);
    std::size_t begin = 0;
    while (begin <= text_.size()) {
      Break at;
      if (others) {
        at = next_break(text_, begin);
      } else {
        at.begin = text_.find('\n', begin);
        at.end = at.begin + 1;
      }
      const bool last = at.begin == std::string_view::npos;
      take(text_.substr(begin, last ? text_.size() - begin : at.begin - begin));
      if (last) break;
      begin = at.end;
    }
    lines_.resize(count_);
  }

 private:
  void take(std::string_view line) {
    std::string_view trimmed = line;
    if (!is_surely_normal(line, normal_)) {
      normalise(line, normal_, scratch_);
      trimmed = trim_blanks(scratch_);
    }
    if (trimmed.empty()) {
      blanks_ = std::min<std::size_t>(blanks_ + 1, 255);
      return;
    }
    if (count_ == lines_.size()) lines_.emplace_back();
    Paragraph& out = lines_[count_++];
    out.kind = ParagraphKind::paragraph;
    out.level = 0;
    out.ordered = false;
    out.markdown.clear();
    out.text.assign(trimmed);
    out.blank_lines_before = static_cast<std::uint8_t>(blanks_);
    blanks_ = 0;
  }

  std::string_view text_;
  NormaliseOptions normal_;
  std::vector<Paragraph>& lines_;
  std::string scratch_;
  std::size_t count_ = 0, blanks_ = 0;
};

}  // namespace

std::size_t wrap_width(const std::vector<Paragraph>& lines) {
  if (lines.size() < kFullLinesMin) return 0;
  // The widest line is the width, if the text was broken at one at all.
  std::size_t width = 0;
  for (const Paragraph& line : lines) {
    if (line.text.size() > 4 * kWidthMax) return 0;
    width = std::max(width, count_code_points(line.text));
  }
  if (width < kWidthMin || width > kWidthMax) return 0;
  std::size_t going_on = 0, full = 0;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (lines[i + 1].blank_lines_before > 0) continue;
    const std::size_t size = count_code_points(lines[i].text);
    const bool did_not_fit = size + 1 + first_word_size(lines[i + 1].text) > width;
    if (is_sentence_end(lines[i].text) && !did_not_fit) continue;  // ends a paragraph
    ++going_on;
    full += did_not_fit;
  }
  return full >= kFullLinesMin && full * 20 >= going_on * 19 ? width : 0;
}

void split_paragraphs(std::string_view utf8, const ParagraphOptions& options,
                      std::vector<Paragraph>& paragraphs) {
  Splitter(utf8, options, paragraphs).run();
  if (!options.join_wrapped) return;
  if (const std::size_t width = wrap_width(paragraphs); width > 0) join_wrapped(width, paragraphs);
}

}  // namespace khabar
