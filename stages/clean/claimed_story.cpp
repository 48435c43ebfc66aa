#include "stages/clean/claimed_story.h"

#include <algorithm>
#include <cstddef>
#include <string>

#include "core/html/entities.h"
#include "core/text/fold.h"
#include "core/text/utf8.h"

namespace khabar {
namespace {

constexpr std::size_t kClaimBytesMin = 1500;
constexpr std::size_t kTimesShown = 10;          // by how much the claim must outdo the page
constexpr std::size_t kShownBytesTrusted = 200;  // less is no text to compare with
constexpr std::size_t kProbeBytes = 60;
constexpr std::size_t kProbesMax = 16;

bool is_letter_or_slash(char c) {
  return c == '/' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool ends_line(std::string_view tag) {
  for (const std::string_view name :
       {"br", "p", "/p", "li", "/li", "div", "/div", "h", "/h", "tr"}) {
    if (tag.starts_with(name)) return true;
  }
  return false;
}

// Tags out, entities read; a line for each paragraph.
std::string plain_text(std::string_view claimed) {
  std::string text;
  text.reserve(claimed.size());
  for (std::size_t at = 0; at < claimed.size(); ++at) {
    const bool tag =
        claimed[at] == '<' && at + 1 < claimed.size() && is_letter_or_slash(claimed[at + 1]);
    const std::size_t end = tag ? claimed.find('>', at) : std::string_view::npos;
    if (end == std::string_view::npos || end - at > 400) {
      text += claimed[at];
      continue;
    }
    if (ends_line(claimed.substr(at + 1, end - at - 1))) text += '\n';
    at = end;
  }
  std::string decoded;
  decode_entities(text, decoded);
  return decoded;
}

// How many of the openings of the shown paragraphs stand in the claim.
bool goes_on_from(const std::vector<Paragraph>& shown, const std::string& claim) {
  const std::string key = folded(claim, FoldMarks::drop);
  std::size_t probes = 0, hits = 0;
  for (const Paragraph& paragraph : shown) {
    if (paragraph.text.size() < kProbeBytes || probes == kProbesMax) continue;
    const std::string probe = folded(paragraph.text, FoldMarks::drop);
    ++probes;
    hits += key.find(std::string_view(probe).substr(0, kProbeBytes)) != std::string::npos;
  }
  return hits * 2 >= probes;
}

}  // namespace

bool take_claimed_story(std::string_view claimed, std::vector<Paragraph>& paragraphs) {
  if (claimed.size() < kClaimBytesMin) return false;
  std::size_t shown = 0;
  for (const Paragraph& paragraph : paragraphs) shown += paragraph.text.size();
  if (shown * kTimesShown > claimed.size()) return false;
  const std::string text = plain_text(claimed);
  if (text.size() < kClaimBytesMin || shown * kTimesShown > text.size()) return false;
  if (shown > kShownBytesTrusted && !goes_on_from(paragraphs, text)) return false;
  paragraphs.clear();
  for (std::size_t from = 0; from < text.size();) {
    const std::size_t to = std::min(text.find('\n', from), text.size());
    Paragraph paragraph;
    collapse_blanks(std::string_view(text).substr(from, to - from), paragraph.text);
    if (!paragraph.text.empty()) paragraphs.push_back(std::move(paragraph));
    from = to + 1;
  }
  return true;
}

}  // namespace khabar
