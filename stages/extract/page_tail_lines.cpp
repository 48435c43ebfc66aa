#include "stages/extract/page_tail_lines.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "core/text/fold.h"

namespace khabar {
namespace {

constexpr std::size_t kTailLinesMax = 4;
constexpr std::size_t kAboutBytesMax = 900;  // a life in one paragraph
constexpr std::size_t kBylineBytesMax = 120;
constexpr std::size_t kAddressWithin = 80;  // "You can write to Jane Roe at jane@..."
constexpr std::size_t kParagraphsMin = 4;   // of a story that may lose its end
constexpr std::size_t kStoryTimes = 4;      // as long as what is taken

// Is the name of one of the authors, of two words or more, at `within` bytes or before?
bool names_author(const Article& article, const Bylines& bylines, std::string_view text,
                  std::size_t within) {
  FoldedText key;
  fold_with_map(text, FoldMarks::drop, key);
  return std::any_of(article.authors.begin(), article.authors.end(), [&](const auto& author) {
    if (bylines.person_grade(author) == PersonGrade::no) return false;
    const std::string name = folded(author, FoldMarks::drop);
    const std::size_t at = name.find(' ') == name.npos ? key.key.npos : key.key.find(name);
    if (at == key.key.npos || at > within || (at > 0 && key.key[at - 1] != ' ')) return false;
    const std::size_t end = at + name.size();
    if (end >= key.key.size()) return true;  // nothing but the name
    if (key.key[end] != ' ') return false;
    // "Jane Roe: And then?"
    const std::string_view behind = text.substr(key.source_begin(at));
    const std::size_t colon = std::min(behind.find(':'), behind.find("："));
    return colon == behind.npos || colon > author.size() + 2;
  });
}

std::string_view rule_of(const Article& article, const Bylines& bylines, std::string_view text) {
  if (text.size() > kAboutBytesMax) return {};
  if (names_author(article, bylines, text, 0)) return "tail:author";
  const bool address = text.find('@') != text.npos;
  if (address && names_author(article, bylines, text, kAddressWithin)) return "tail:author";
  const std::size_t by_length = text.size() > kBylineBytesMax ? 0 : bylines.by_length(text);
  if (by_length == 0) return {};
  const std::string_view name = text.substr(by_length);
  const bool known = std::any_of(article.authors.begin(), article.authors.end(),
                                 [&](const auto& one) { return folded(one) == folded(name); });
  return known ? "tail:byline" : std::string_view();
}

}  // namespace

void take_page_tail_lines(Article& article, const Bylines& bylines, std::vector<Removed>* removed) {
  std::vector<Paragraph>& paragraphs = article.paragraphs;
  if (article.authors.empty() || paragraphs.size() < kParagraphsMin) return;
  std::size_t story = 0, taken = 0;  // bytes
  for (const Paragraph& paragraph : paragraphs) story += paragraph.text.size();
  for (std::size_t lines = 0; lines < kTailLinesMax && paragraphs.size() > 1; ++lines) {
    const Paragraph& last = paragraphs.back();
    const bool bare_heading = taken > 0 && last.kind == ParagraphKind::heading;
    const std::string_view rule =
        bare_heading ? "tail:heading" : rule_of(article, bylines, last.text);
    taken += last.text.size();
    if (rule.empty() || taken * kStoryTimes > story) return;
    if (removed != nullptr) removed->push_back({last.text, std::string(rule), "tail"});
    paragraphs.pop_back();
  }
}

}  // namespace khabar
