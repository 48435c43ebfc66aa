#include "stages/clean/claimed_story.h"

#include <algorithm>
#include <cstddef>
#include <string>

#include "core/html/entities.h"
#include "core/text/ascii.h"
#include "core/text/fold.h"
#include "core/text/utf8.h"
#include "stages/clean/boilerplate_shape.h"

namespace khabar {
namespace {

// By how much a claim must outdo the page. A page that shows next to nothing ("Please turn on
// JavaScript", one teaser) has no text to compare the claim with, and little to lose by it.
struct Bar {
  std::size_t claim_bytes_min, times_shown;
};
constexpr std::size_t kShownBytesTrusted = 200;
constexpr Bar kOfStory{1500, 10}, kOfNothing{300, 3};
constexpr std::size_t kProbeBytes = 60;
constexpr std::size_t kProbesMax = 16;

bool is_letter_or_slash(char c) {
  return c == '/' || is_ascii_letter(c);
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

// Do the line ends part paragraphs? Where few stand behind the end of a sentence they only wrap,
// and an empty line parts.
bool lines_are_paragraphs(std::string_view text) {
  std::size_t lines = 0, ends = 0;
  for (std::size_t from = 0; from < text.size();) {
    const std::size_t to = std::min(text.find('\n', from), text.size());
    const std::string_view line = trim_blanks(text.substr(from, to - from));
    lines += !line.empty();
    ends += ends_sentence(line);
    from = to + 1;
  }
  return ends * 2 >= lines;
}

std::vector<Paragraph> paragraphs_of(std::string_view text) {
  const std::string_view part = lines_are_paragraphs(text) ? "\n" : "\n\n";
  std::vector<Paragraph> paragraphs;
  for (std::size_t from = 0; from < text.size();) {
    const std::size_t to = std::min(text.find(part, from), text.size());
    Paragraph paragraph;
    collapse_blanks(text.substr(from, to - from), paragraph.text);
    if (!paragraph.text.empty()) paragraphs.push_back(std::move(paragraph));
    from = to + part.size();
  }
  return paragraphs;
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
  std::size_t shown = 0;
  for (const Paragraph& paragraph : paragraphs) shown += paragraph.text.size();
  const Bar bar = shown > kShownBytesTrusted ? kOfStory : kOfNothing;
  const auto outdoes = [&](std::size_t bytes) {
    return bytes >= bar.claim_bytes_min && bytes >= shown * bar.times_shown;
  };
  if (!outdoes(claimed.size())) return false;
  const std::string text = plain_text(claimed);
  if (!outdoes(text.size())) return false;
  if (shown > kShownBytesTrusted && !goes_on_from(paragraphs, text)) return false;
  paragraphs = paragraphs_of(text);
  return true;
}

}  // namespace khabar
