#include "stages/extract/page_head_lines.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "core/text/fold.h"

namespace khabar {
namespace {

constexpr std::size_t kHeadLinesMax = 5;
constexpr std::size_t kFieldBytesMax = 120;  // a byline of three names, a date in two calendars

bool is_known_author(const Article& article, std::string_view text) {
  const std::string key = folded(text);
  return std::any_of(article.authors.begin(), article.authors.end(),
                     [&key](const std::string& name) { return folded(name) == key; });
}

// Do the names make up what stands behind the "by"? A role or an outlet may follow them.
bool is_whole_byline(std::string_view text, std::size_t by_length,
                     const std::vector<std::string>& names) {
  std::size_t named = 0;
  for (const std::string& name : names) named += name.size();
  return named * 2 >= text.size() - by_length;
}

bool ends_sentence(std::string_view text) {
  for (const std::string_view mark : {".", "!", "?", "؟", "。", "…", ":", "۔"}) {
    if (text.ends_with(mark)) return true;
  }
  return false;
}

// The rule that takes the part of a line, or nothing.
std::string_view field_of_part(std::string_view text, Article& article, const Bylines& bylines,
                               DateParser& dates) {
  DateContext context;
  context.language = article.language;
  if (dates.is_date_line(text, context)) return "head:date";
  if (is_known_author(article, text)) return "head:byline";
  const std::size_t by_length = bylines.by_length(text);
  if (by_length == 0 || ends_sentence(text)) return {};
  std::vector<std::string> names = bylines.authors_from_byline(text);
  if (names.empty() || !is_whole_byline(text, by_length, names)) return {};
  if (article.authors.empty()) article.authors = std::move(names);
  return "head:byline";
}

// "By Tom Ashby | March 4, 2026" is a line of two fields.
std::string_view field_of(std::string_view text, Article& article, const Bylines& bylines,
                          DateParser& dates) {
  if (text.size() > kFieldBytesMax) return {};
  if (const auto whole = field_of_part(text, article, bylines, dates); !whole.empty()) return whole;
  std::string_view rule;
  std::size_t parts = 0;
  for (std::size_t at = 0; at <= text.size(); ++parts) {
    std::size_t end = text.size(), next = text.size() + 1;
    for (const std::string_view mark : {" | ", " · ", " • ", " - ", " – ", " — ", " / "}) {
      const std::size_t found = text.find(mark, at);
      if (found < end) end = found, next = found + mark.size();
    }
    rule = field_of_part(text.substr(at, end - at), article, bylines, dates);
    if (rule.empty()) return {};
    at = next;
  }
  return parts > 1 ? rule : std::string_view();
}

}  // namespace

void take_page_head_lines(Article& article, const Bylines& bylines, DateParser& dates,
                          std::vector<Removed>* removed) {
  std::vector<Paragraph>& paragraphs = article.paragraphs;
  std::size_t at = 0;
  for (std::size_t seen = 0; seen < kHeadLinesMax && at < paragraphs.size(); ++seen) {
    if (paragraphs.size() == 1) return;
    const std::string& text = paragraphs[at].text;
    const std::string_view rule = field_of(text, article, bylines, dates);
    if (rule.empty()) {
      if (text.size() > kFieldBytesMax && ends_sentence(text)) return;
      ++at;
      continue;
    }
    if (removed != nullptr) removed->push_back({text, std::string(rule), "head"});
    paragraphs.erase(paragraphs.begin() + static_cast<std::ptrdiff_t>(at));
  }
}

}  // namespace khabar
