// The part of XmlReader that reads text: references, the entities of the internal subset, controls.
#include <algorithm>
#include <cstring>
#include <utility>

#include "core/html/entities.h"
#include "core/html/scan.h"
#include "core/text/ascii.h"
#include "core/text/utf8.h"
#include "core/web/xml_reader.h"

namespace khabar {
namespace {

bool is_name_character(char c) {
  return is_ascii_alphanumeric(c) || c == '_' || c == '-' || c == '.' ||
         static_cast<unsigned char>(c) >= 0x80;
}

std::string_view word_at(std::string_view text) {
  std::size_t begin = 0;
  while (begin < text.size() && is_html_space(text[begin])) ++begin;
  std::size_t end = begin;
  while (end < text.size() && !is_html_space(text[end])) ++end;
  return text.substr(begin, end - begin);
}

// The byte that the reference at `p` gives as a character, "&#226;" or "&acirc;", and behind it;
// 0 when it is another reference.
std::pair<unsigned, const char*> byte_at(const char* p, const char* end) {
  if (end - p < 4 || p[0] != '&') return {0, p};
  const char* q = p + 2;
  unsigned value = 0;
  if (p[1] == '#') {
    while (q != end && q - p < 6 && is_ascii_digit(*q)) {
      value = value * 10 + static_cast<unsigned>(*q++ - '0');
    }
  } else {
    while (q != end && q - p < 10 && *q != ';') ++q;
    if (q == end || *q != ';') return {0, p};
    const DecodedReference reference = decode_reference(p, q + 1, ReferenceMode::text);
    if (reference.consumed != static_cast<std::size_t>(q + 1 - p)) return {0, p};
    value = code_point_at({reference.utf8, reference.length}, 0).value;
  }
  if (q == end || *q != ';' || value < 0x80 || value > 0xFF) return {0, p};
  return {value, q + 1};
}

}  // namespace

std::string_view XmlReader::decoded(std::string_view raw, bool references, std::string& out) {
  if (!references && !has_controls_) return raw;
  out.clear();
  append_decoded(raw, references, out);
  return out;
}

void XmlReader::append_decoded(std::string_view raw, bool references, std::string& out) {
  const char* p = raw.data();
  const char* const end = p + raw.size();
  const char* kept = p;
  if (!has_controls_) {
    while (references && p != end) {
      const void* found = std::memchr(p, '&', static_cast<std::size_t>(end - p));
      if (found == nullptr) break;
      p = static_cast<const char*>(found);
      out.append(kept, p);
      p = append_reference(p, end, out);
      kept = p;
    }
    out.append(kept, end);
    return;
  }
  while (p != end) {
    const auto c = static_cast<unsigned char>(*p);
    if (c >= 0x20 ? (c != '&' || !references) && c != 0xC2 : c == '\n' || c == '\t') {
      ++p;
      continue;
    }
    out.append(kept, p);
    p = c == '&' ? append_reference(p, end, out) : append_control(p, end, out);
    kept = p;
  }
  out.append(kept, end);
}

// A C0 control, or the lead byte of U+0080 to U+00BF; returns behind it.
const char* XmlReader::append_control(const char* p, const char* end, std::string& out) {
  const auto c = static_cast<unsigned char>(*p);
  if (c == '\r') {  // XML 1.0 section 2.11
    if (p + 1 == end || p[1] != '\n') out += '\n';
    return p + 1;
  }
  if (c < 0x20) {
    fault(XmlFault::control_character, p_);
    return p + 1;
  }
  const auto next = p + 1 == end ? 0xFFu : static_cast<unsigned char>(p[1]);
  if (next >= 0xA0) {
    out += *p;
    return p + 1;
  }
  fault(XmlFault::control_character, p_);
  // Feeds hold them as characters too, where somebody took windows-1252 for ISO 8859-1.
  if (const char32_t mapped = windows_1252_of_control(next)) {
    append_utf8(mapped, out);
  } else {
    out.append(p, 2);
  }
  return p + 2;
}

// "&#216;&#167;&#217;&#132;": the bytes of UTF-8, each written as a character. Certain where one of
// them is U+0080 to U+009F, which no text holds. Null when it is something else.
const char* XmlReader::append_encoded_twice(const char* p, const char* end, std::string& out) {
  static constexpr std::size_t kBytesMax = 64;
  char bytes[kBytesMax];
  const char* ends[kBytesMax];  // of the reference that gave each byte
  std::size_t count = 0;
  bool certain = false;
  while (count < kBytesMax) {
    const auto [value, behind] = byte_at(p, end);
    if (value == 0 || (count == 0 && value < 0xC2)) break;
    certain |= value < 0xA0;
    bytes[count] = static_cast<char>(value);
    p = ends[count++] = behind;
  }
  const std::size_t valid = certain ? valid_utf8_prefix({bytes, count}) : 0;
  if (valid == 0 || (valid < count && count < kBytesMax)) return nullptr;
  fault(XmlFault::control_character, p_);
  out.append(bytes, valid);
  return ends[valid - 1];
}

// At '&'; appends what it stands for and returns behind it.
const char* XmlReader::append_reference(const char* p, const char* end, std::string& out) {
  if (end - p > 2 && p[1] == '#') {
    if (const char* behind = append_encoded_twice(p, end, out)) return behind;
    const DecodedReference reference = decode_reference(p, end, ReferenceMode::text);
    if (reference.consumed != 0) {
      const auto c = static_cast<unsigned char>(reference.utf8[0]);
      if (reference.length == 1 && c < 0x20 && c != '\n' && c != '\t' && c != '\r') {
        fault(XmlFault::control_character, p_);
      } else {
        out.append(reference.utf8, reference.length);
      }
      return p + reference.consumed;
    }
  }
  return append_named(p, end, out);
}

// Unlike HTML, XML asks for the semicolon: "?a=1&copy=2" holds no reference.
const char* XmlReader::append_named(const char* p, const char* end, std::string& out) {
  const char* q = p + 1;
  const char* const longest = end - q > 64 ? q + 64 : end;
  while (q != longest && is_name_character(*q)) ++q;
  if (q == longest || *q != ';' || q == p + 1) {
    fault(XmlFault::bare_ampersand, p_);
    out += '&';
    return p + 1;
  }
  const std::string_view name(p + 1, static_cast<std::size_t>(q - p - 1));
  ++q;
  if (name == "amp") return out += '&', q;
  if (name == "lt") return out += '<', q;
  if (name == "gt") return out += '>', q;
  if (name == "quot") return out += '"', q;
  if (name == "apos") return out += '\'', q;
  for (const auto& [declared, value] : entities_) {
    if (declared != name) continue;
    if (entity_bytes_ + value.size() > kEntityBytesMax) {
      fault(XmlFault::entity_limit, p_);
      out.append(p, q);
      return q;
    }
    entity_bytes_ += value.size();
    out += value;
    return q;
  }
  // Feeds borrow from XHTML 1.0, where these two are not HTML 5's U+27E8 and U+27E9.
  if (name == "lang" || name == "rang") {
    fault(XmlFault::undefined_entity, p_);
    append_utf8(name == "lang" ? 0x2329 : 0x232A, out);
    return q;
  }
  const DecodedReference reference = decode_reference(p, q, ReferenceMode::text);
  if (reference.consumed == static_cast<std::size_t>(q - p)) {
    if (const char* behind = append_encoded_twice(p, end, out)) return behind;
    fault(XmlFault::undefined_entity, p_);
    out.append(reference.utf8, reference.length);
    return q;
  }
  fault(XmlFault::unknown_entity, p_);
  out.append(p, q);
  return q;
}

void XmlReader::read_declaration() {
  const std::string_view rest(p_, static_cast<std::size_t>(end_ - p_));
  if (rest.starts_with("<!--")) return skip_section(comment_, 4);
  if (at("<!DOCTYPE") && doctype_.empty()) return read_doctype();
  fault(XmlFault::unclosed_section, p_);  // "<!" and no declaration that belongs here
  const std::size_t end = rest.find_first_of("<>", 1);
  p_ = end == std::string_view::npos ? end_ : p_ + end + (rest[end] == '>' ? 1 : 0);
}

// To the '>' outside quotes and the internal subset.
void XmlReader::read_doctype() {
  const char* const begin = p_;
  const std::string_view rest(begin, static_cast<std::size_t>(end_ - begin));
  const std::size_t first = rest.find_first_of("[>");
  doctype_ = rest.substr(0, first);
  if (first == std::string_view::npos) {
    fault(XmlFault::unclosed_section, begin);
    p_ = end_;
    return;
  }
  std::size_t at = first + 1;
  if (rest[first] == '[') {
    while (at < rest.size() && rest[at] != ']') {
      if (rest[at] != '<') {
        ++at;
        continue;
      }
      if (rest.size() - at > 1 && rest[at + 1] != '!' && rest[at + 1] != '?') break;  // an element
      std::size_t end = rest.find('>', at);
      if (rest.substr(at).starts_with("<!--")) {
        end = rest.find("-->", at + 4);
        if (end != std::string_view::npos) end += 2;
      }
      if (end == std::string_view::npos) end = rest.size() - 1;
      const std::string_view declaration = rest.substr(at, end - at);
      if (declaration.starts_with("<!ENTITY")) read_entity(declaration.substr(8));
      at = end + 1;
    }
    if (at < rest.size() && rest[at] == ']') {
      at = rest.find('>', at);
      at = at == std::string_view::npos ? rest.size() : at + 1;
    }
  }
  p_ = begin + std::min(at, rest.size());
}

// ` name "value"`. Only values that are text or one character reference: what nests can explode,
// what is external is somebody else's file.
void XmlReader::read_entity(std::string_view declaration) {
  const std::string_view name = word_at(declaration);
  if (name.empty() || name == "%" || entities_.size() >= kEntitiesMax) return;
  std::string_view rest(name.data() + name.size(),
                        static_cast<std::size_t>(declaration.data() + declaration.size() -
                                                 (name.data() + name.size())));
  const std::size_t quote = rest.find_first_not_of(" \t\r\n");
  if (quote == std::string_view::npos || (rest[quote] != '"' && rest[quote] != '\'')) return;
  const std::size_t close = rest.find(rest[quote], quote + 1);
  if (close == std::string_view::npos) return;
  const std::string_view value = rest.substr(quote + 1, close - quote - 1);
  if (value.size() > kEntityValueBytesMax) return;
  std::string text;
  for (std::size_t i = 0; i < value.size();) {
    if (value[i] != '&') {
      text += value[i++];
      continue;
    }
    const DecodedReference reference =
        decode_reference(value.data() + i, value.data() + value.size(), ReferenceMode::text);
    if (value.size() - i < 2 || value[i + 1] != '#' || reference.consumed == 0) return;
    text.append(reference.utf8, reference.length);
    i += reference.consumed;
  }
  entities_.emplace_back(name, std::move(text));
}

}  // namespace khabar
