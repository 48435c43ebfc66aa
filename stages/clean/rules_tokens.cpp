#include "stages/clean/rules_tokens.h"

#include <algorithm>
#include <array>
#include <bit>

#include "core/text/ascii.h"
#include "core/text/byte_lanes.h"
#include "core/text/utf8.h"

namespace khabar {
namespace {

bool is_name_char(char c) {
  return is_ascii_alphanumeric(c) || c == '_' || c == '-' || c == '.';
}
// RFC 3986 unreserved, reserved and '%'; a link ends at the first letter of another script,
// because Arabic sentences are often glued to it.
bool is_url_char(char c) {
  constexpr std::string_view kMarks = "-._~:/?#[]@!$&'()*+,;=%";
  return is_ascii_alphanumeric(c) || kMarks.find(c) != std::string_view::npos;
}

// Top-level domains that news footers name without a scheme. Closed on purpose: "read.me" in a
// sentence must stay a word.
constexpr std::array<std::string_view, 42> kTopLevel = {
    "com", "net", "org", "info", "news", "me", "tv", "ly", "co", "ae", "sa",  "sy",  "eg", "iq",
    "jo",  "lb",  "ps",  "ye",   "om",   "qa", "kw", "bh", "ma", "dz", "tn",  "sd",  "ir", "pk",
    "il",  "tr",  "ru",  "ua",   "uk",   "fr", "de", "es", "it", "eu", "gov", "edu", "io", "press"};

// Behind letters and digits of ASCII: a name with dots goes on, an address, a link.
bool goes_on(char c) {
  return c == '.' || c == '-' || c == '@' || c == ':';
}

// The bytes of key[i..) that can belong to a name with dots: "news.example.com".
std::size_t name_end(std::string_view key, std::size_t i) {
  while (i < key.size() && is_name_char(key[i])) ++i;
  return i;
}

// Does `name` end in a known top-level domain, with a label of two characters or more before it?
bool is_domain(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  if (dot == std::string_view::npos || dot < 1) return false;
  if (dot == 1 && name[0] != 't' && name[0] != 'x') return false;  // t.me, t.co, x.com
  const std::string_view last = name.substr(dot + 1);
  return std::find(kTopLevel.begin(), kTopLevel.end(), last) != kTopLevel.end();
}

std::size_t trimmed(std::string_view key, std::size_t begin, std::size_t end) {
  while (end > begin && (key[end - 1] == '.' || key[end - 1] == ',' || key[end - 1] == ')' ||
                         key[end - 1] == ':' || key[end - 1] == ';' || key[end - 1] == '!' ||
                         key[end - 1] == ']' || key[end - 1] == '\'' || key[end - 1] == '?'))
    --end;
  return end;
}

std::size_t url_end(std::string_view key, std::size_t i) {
  const std::size_t begin = i;
  while (i < key.size() && is_url_char(key[i])) ++i;
  return trimmed(key, begin, i);
}

// The letters that most non-Latin text is made of, told by two bytes: U+0620 to U+064A (Arabic)
// and U+0400 to U+047F (Cyrillic).
bool is_common_letter(std::string_view key, std::size_t i) {
  if (i + 1 >= key.size()) return false;
  const auto lead = static_cast<unsigned char>(key[i]);
  const auto next = static_cast<unsigned char>(key[i + 1]);
  if ((next & 0xC0) != 0x80) return false;
  return (lead == 0xD8 && next >= 0xA0) || (lead == 0xD9 && next <= 0x8A) || lead == 0xD0 ||
         lead == 0xD1;
}

// Behind the common letters, ASCII letters and digits that stand from `i`, or behind the first
// sixteen bytes of them: whole characters.
std::size_t common_end(std::string_view key, std::size_t i) {
#if defined(__SSE2__)
  using namespace byte_lanes;
  if (i + 16 > key.size()) return i;
  const __m128i bytes = load(key.data() + i);
  const __m128i before = _mm_slli_si128(bytes, 1);
  const __m128i arabic = _mm_or_si128(_mm_and_si128(is(before, 0xD8), in(bytes, 0xA0, 0xBF)),
                                      _mm_and_si128(is(before, 0xD9), in(bytes, 0x80, 0x8A)));
  const __m128i cyrillic = _mm_and_si128(in(before, 0xD0, 0xD1), in(bytes, 0x80, 0xBF));
  const __m128i lower = _mm_or_si128(bytes, _mm_set1_epi8(0x20));
  const __m128i ascii =
      _mm_or_si128(_mm_or_si128(in(lower, 'a', 'z'), in(bytes, '0', '9')), is(bytes, '_'));
  const unsigned seconds = bits(_mm_or_si128(arabic, cyrillic));
  return i + static_cast<std::size_t>(std::countr_one(seconds | seconds >> 1 | bits(ascii)));
#else
  return i;
#endif
}

class Tokenizer {
 public:
  Tokenizer(std::string_view key, std::size_t tokens_max, std::vector<RuleToken>& tokens)
      : key_(key), tokens_max_(tokens_max), tokens_(tokens) {}

  std::size_t run(std::size_t i) {
    while (i < key_.size() && tokens_.size() < tokens_max_) i = next(i);
    return i;
  }

 private:
  std::size_t put(TokenKind kind, std::size_t begin, std::size_t end) {
    tokens_.push_back({kind, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end),
                       RuleToken::kUnread});
    return end;
  }

  std::size_t next(std::size_t i) {
    const auto c = static_cast<unsigned char>(key_[i]);
    if (c >= 0x80) return next_wide(i);
    if (is_ascii_alphanumeric(key_[i])) return next_name(i);
    switch (key_[i]) {
      case ':':
        return put(TokenKind::colon, i, i + 1);
      case '|':
        return put(TokenKind::bar, i, i + 1);
      case '.':
      case '!':
      case '?':
        return put(TokenKind::stop, i, i + 1);
      case '@':
      case '#':
        return next_handle(i);
      default:
        return i + 1;
    }
  }

  std::size_t next_handle(std::size_t i) {
    std::size_t end = i + 1;
    while (end < key_.size() && (is_ascii_alphanumeric(key_[end]) || key_[end] == '_')) ++end;
    if (end < i + 3) {
      if (key_[i] == '@') return i + 1;
      end = word_end(i + 1);  // a tag in another script: "#الأكثر_قراءة"
      if (end < i + 3) return i + 1;
    }
    return put(TokenKind::handle, i, end);
  }

  // An ASCII letter or digit: a link, an address, a number or a word.
  std::size_t next_name(std::size_t i) {
    const std::size_t plain_end = word_end(i);
    if (plain_end == key_.size() || !goes_on(key_[plain_end])) return put_word(i, plain_end);
    const std::string_view rest = key_.substr(i);
    if (rest.starts_with("http://") || rest.starts_with("https://") || rest.starts_with("www."))
      return put(TokenKind::url, i, std::max(url_end(key_, i), i + 4));
    std::size_t end = name_end(key_, i);
    if (end < key_.size() && key_[end] == '@') {
      // "writer@ example.com": the hand that typed it, or a crawler's fear of robots.
      const std::size_t host = end + 1 + (end + 1 < key_.size() && key_[end + 1] == ' ');
      const std::size_t host_end = trimmed(key_, i, name_end(key_, host));
      if (host == end + 2 && !is_domain(key_.substr(host, host_end - host)))
        return put(TokenKind::word, i, plain_end);
      if (host_end > end + 3 && key_.substr(end, host_end - end).find('.') != std::string::npos)
        return put(TokenKind::email, i, host_end);
    }
    end = trimmed(key_, i, end);
    if (is_domain(key_.substr(i, end - i))) {
      if (end < key_.size() && key_[end] == '/') end = url_end(key_, i);
      return put(TokenKind::url, i, end);
    }
    return put_word(i, plain_end);
  }

  std::size_t put_word(std::size_t begin, std::size_t end) {
    std::size_t i = begin;
    while (i < end && is_ascii_digit(key_[i])) ++i;
    return put(i == end ? TokenKind::number : TokenKind::word, begin, end);
  }

  std::size_t next_wide(std::size_t i) {
    if (is_common_letter(key_, i)) return put(TokenKind::word, i, word_end(i));
    const CodePoint point = code_point_at(key_, i);
    if (!is_mark(point.value)) return put(TokenKind::word, i, word_end(i));
    if (point.value == U'©') return put(TokenKind::copyright, i, i + point.size);
    if (point.value == U'…' || point.value == U'۔' || point.value == U'।')
      return put(TokenKind::stop, i, i + point.size);
    return i + point.size;
  }

  // Letters and digits. An apostrophe separates ("l'actualite" is two words, in patterns too).
  std::size_t word_end(std::size_t i) const {
    i = common_end(key_, i);
    while (i < key_.size()) {
      const auto c = static_cast<unsigned char>(key_[i]);
      if (c < 0x80) {
        if (!is_ascii_alphanumeric(key_[i]) && key_[i] != '_') return i;
        ++i;
        continue;
      }
      if (is_common_letter(key_, i)) {
        i += 2;
        continue;
      }
      const CodePoint point = code_point_at(key_, i);
      if (is_mark(point.value)) return i;
      i += point.size;
    }
    return i;
  }

  std::string_view key_;
  std::size_t tokens_max_;
  std::vector<RuleToken>& tokens_;
};

}  // namespace

void tokenize_key(std::string_view key, std::size_t tokens_max, std::vector<RuleToken>& tokens) {
  tokens.clear();
  tokenize_on(key, 0, tokens_max, tokens);
}

std::size_t tokenize_on(std::string_view key, std::size_t from, std::size_t tokens_max,
                        std::vector<RuleToken>& tokens) {
  return Tokenizer(key, tokens_max, tokens).run(from);
}

bool is_settled_word(std::string_view key, const RuleToken& token) {
  if (token.kind != TokenKind::word || token.end >= key.size()) return false;
  return static_cast<unsigned char>(key[token.begin]) >= 0x80 || !goes_on(key[token.end]);
}

bool is_mark(char32_t c) {
  if (c < 0x80) return !is_ascii_alphanumeric(static_cast<char>(c));
  if (c == 0x200c || c == 0x200d) return false;  // ZWNJ, ZWJ: inside Persian words
  return !is_letter(c) && !is_decimal_digit(c) && !is_combining_mark(c);
}

}  // namespace khabar
