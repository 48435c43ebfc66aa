// What a block's text is made of, of blocks.h.
#include <array>
#include <cstdint>

#include "core/text/utf8.h"
#include "stages/clean/blocks.h"

namespace khabar {
namespace {

bool is_mark(char32_t c) {
  switch (c) {
    case '.':
    case ',':
    case '!':
    case '?':
    case ';':
    case ':':
    case 0x060C:
    case 0x061B:
    case 0x061F:
    case 0x06D4:  // Arabic, Urdu
    case 0x3002:
    case 0x3001:
    case 0xFF0C:
    case 0xFF0E:
    case 0xFF01:
    case 0xFF1F:
    case 0x0964:
    case 0x0589:
    case 0x1362:
    case 0x104B:
    case 0x2026:
      return true;
    default:
      return false;
  }
}

bool ends_sentence_with(char32_t c) {
  return (is_mark(c) && c != ',' && c != ':' && c != ';' && c != 0x060C && c != 0x3001 &&
          c != 0xFF0C);
}

// What count_characters asks of the ASCII that most text is made of.
enum CharacterKind : std::uint8_t {
  kBlankChar = 1,
  kDigitChar = 2,
  kMarkChar = 4,
  kClosingChar = 8
};

constexpr std::array<std::uint8_t, 128> ascii_kinds() {
  std::array<std::uint8_t, 128> kinds{};
  kinds[' '] = kinds['\n'] = kBlankChar;
  for (char c = '0'; c <= '9'; ++c) kinds[static_cast<std::size_t>(c)] = kDigitChar;
  for (const char c : {'.', ',', '!', '?', ';', ':'})
    kinds[static_cast<std::size_t>(c)] = kMarkChar;
  for (const char c : {'"', '\'', ')', ']'}) kinds[static_cast<std::size_t>(c)] = kClosingChar;
  return kinds;
}

bool closes(char32_t c) {
  return c == '"' || c == '\'' || c == ')' || c == ']' || c == 0x201D || c == 0x2019 || c == 0xBB ||
         c == 0x300D || c == 0xAB;
}

}  // namespace

void BlockParser::count_characters(Block& block) const {
  static constexpr std::array<std::uint8_t, 128> kKinds = ascii_kinds();
  const std::string_view text = text_of(block);
  bool in_word = false;
  char32_t last = 0, last_solid = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (const auto byte = static_cast<unsigned char>(text[at]); byte < 0x80) {
      const std::uint8_t kind = kKinds[byte];
      const bool blank = (kind & kBlankChar) != 0;
      block.words += !blank && !in_word;
      in_word = !blank;
      block.digits += (kind & kDigitChar) != 0;
      const bool decimal = byte == '.' && last >= '0' && last <= '9';
      block.marks += (kind & kMarkChar) != 0 && !decimal;
      if (byte != ' ' && (kind & kClosingChar) == 0) last_solid = byte;
      last = byte;
      ++at;
      continue;
    }
    const CodePoint point = code_point_at(text, at);
    at += point.size;
    const char32_t c = point.value;
    if (!in_word) {
      in_word = true;
      ++block.words;
    }
    if (c >= 0x3040 && c < 0xA000 && ++block.words) in_word = false;  // Han, kana: no blanks
    if (c >= 0x0660 && c <= 0x0669) ++block.digits;
    if (is_mark(c)) ++block.marks;
    if (!closes(c)) last_solid = c;
    last = c;
  }
  block.ends_sentence = ends_sentence_with(last_solid);
  block.ends_colon = last == ':';
}

}  // namespace khabar
