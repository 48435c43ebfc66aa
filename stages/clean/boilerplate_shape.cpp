#include "stages/clean/boilerplate_shape.h"

#include <algorithm>
#include <cstddef>

#include "core/text/utf8.h"

namespace khabar {
namespace {

// Longer lines are long, and how long no longer matters.
constexpr std::uint16_t kShapeBytes = 1024, kLongWords = 100;

bool is_closing(char32_t c) {
  return is_blank(c) || c == U'"' || c == U'\'' || c == U')' || c == U']' || c == U'}' ||
         c == U'»' || c == U'«' || c == U'”' || c == U'“' || c == U'’' || c == U'›' || c == U'„' ||
         c == 0x200e || c == 0x200f || c == 0x202c;
}
bool is_final(char32_t c) {
  return c == U'.' || c == U'!' || c == U'?' || c == U'؟' || c == U'…' || c == U'۔' || c == U'।' ||
         c == U'。';
}
bool is_open(char32_t c) {
  return c == U',' || c == U'،' || c == U':' || c == U';' || c == U'؛' || c == U'—';
}

// The last character that is neither blank nor closing quote.
char32_t ending(std::string_view text) {
  std::size_t end = text.size();
  for (int i = 0; i < 12 && end > 0; ++i) {
    const CodePoint last = code_point_before(text, end);
    if (!is_closing(last.value)) return last.value;
    end -= last.size;
  }
  return 0;
}

}  // namespace

bool is_told_speech(std::string_view text) {
  const CodePoint first = code_point_at(text, 0);
  char32_t closing = 0;
  switch (first.value) {
    case U'"':
      closing = U'"';
      break;
    case U'«':
      closing = U'»';
      break;
    case U'“':
      closing = U'”';
      break;
    case U'„':
      closing = U'“';
      break;
    case U'‘':
      closing = U'’';
      break;
    default:
      return false;
  }
  for (std::size_t at = first.size; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    at += point.size;
    if (point.value != closing && !(closing == U'“' && point.value == U'”')) continue;
    const std::string_view rest = text.substr(at);
    const auto blanks = std::count(rest.begin(), rest.end(), ' ');
    return blanks >= 2;
  }
  return false;
}

bool ends_sentence(std::string_view text) {
  return is_final(ending(text));
}

bool ends_in_full_stop(std::string_view text) {
  const char32_t last = ending(text);
  return (last == U'.' || last == U'۔' || last == U'。') && !text.ends_with("..");
}

LineFacts shape_of(std::string_view text) {
  LineFacts facts;
  const char32_t last = ending(text);
  facts.ends_sentence = is_final(last);
  facts.asks = last == U'?' || last == U'؟';
  facts.ends_open = is_open(last);
  if (text.size() > kShapeBytes) {
    facts.words = kLongWords;
    facts.letters = kShapeBytes;
    return facts;
  }
  // Blanks are single in display text.
  facts.words = static_cast<std::uint16_t>(text.empty() ? 0 : count_of(text, ' ') + 1);
  facts.letters = static_cast<std::uint16_t>(count_code_points(text));
  return facts;
}

}  // namespace khabar
