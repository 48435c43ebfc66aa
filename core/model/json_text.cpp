#include "core/model/json_text.h"

#include <array>
#include <bit>
#include <charconv>
#include <cstddef>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

#include "core/text/utf8.h"

namespace khabar {
namespace {

bool must_escape(char c) {
  return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\';
}

// Offset of the first byte at or after `at` that JSON wants escaped, or text.size().
std::size_t next_escape(std::string_view text, std::size_t at) {
#if defined(__SSE2__)
  const __m128i quote = _mm_set1_epi8('"');
  const __m128i solidus = _mm_set1_epi8('\\');
  const __m128i last_control = _mm_set1_epi8(0x1F);
  for (; at + 16 <= text.size(); at += 16) {
    const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text.data() + at));
    const __m128i control = _mm_cmpeq_epi8(_mm_min_epu8(bytes, last_control), bytes);
    const __m128i special =
        _mm_or_si128(_mm_cmpeq_epi8(bytes, quote), _mm_cmpeq_epi8(bytes, solidus));
    const int hits = _mm_movemask_epi8(_mm_or_si128(control, special));
    if (hits != 0) return at + static_cast<std::size_t>(std::countr_zero(unsigned(hits)));
  }
#endif
  while (at < text.size() && !must_escape(text[at])) ++at;
  return at;
}

void append_escape(char c, std::string& out) {
  switch (c) {
    case '"':
      out += "\\\"";
      return;
    case '\\':
      out += "\\\\";
      return;
    case '\b':
      out += "\\b";
      return;
    case '\f':
      out += "\\f";
      return;
    case '\n':
      out += "\\n";
      return;
    case '\r':
      out += "\\r";
      return;
    case '\t':
      out += "\\t";
      return;
    default:
      break;
  }
  constexpr std::string_view kHex = "0123456789abcdef";
  const auto byte = static_cast<unsigned char>(c);
  out += "\\u00";
  out += kHex[byte >> 4];
  out += kHex[byte & 0x0F];
}

void append_valid(std::string_view text, std::string& out) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t escape = next_escape(text, at);
    out.append(text, at, escape - at);
    if (escape == text.size()) break;
    append_escape(text[escape], out);
    at = escape + 1;
  }
}

}  // namespace

void append_json_string(std::string_view text, std::string& out) {
  out += '"';
  append_json_escaped(text, out);
  out += '"';
}

void append_json_escaped(std::string_view text, std::string& out) {
  if (is_valid_utf8(text)) return append_valid(text, out);
  std::string repaired;
  sanitize_utf8(text, repaired);
  append_valid(repaired, out);
}

void append_json_number(std::uint64_t number, std::string& out) {
  std::array<char, 20> digits;
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
  out.append(digits.data(), end);
}

void append_json_raw(std::string_view json, std::string& out) {
  const std::size_t begin = out.size();
  sanitize_utf8(json, out);
  for (std::size_t at = begin; at < out.size(); ++at) {
    // RFC 8259 section 2: a line break is only ever insignificant white space, for inside a
    // string it must be escaped.
    if (static_cast<unsigned char>(out[at]) < 0x20) out[at] = ' ';
  }
}

void JsonFields::comma() {
  if (out_.back() != '{') out_ += ',';
}

void JsonFields::name(std::string_view name) {
  comma();
  out_ += '"';
  out_ += name;
  out_ += "\":";
}

void JsonFields::text_always(std::string_view name_of_text, std::string_view text) {
  name(name_of_text);
  append_json_string(text, out_);
}

void JsonFields::number_always(std::string_view name_of_number, std::uint64_t number) {
  name(name_of_number);
  append_json_number(number, out_);
}

void JsonFields::begin(std::string_view name_of_object) {
  name(name_of_object);
  out_ += '{';
}

void JsonFields::end() {
  out_ += '}';
}

}  // namespace khabar
