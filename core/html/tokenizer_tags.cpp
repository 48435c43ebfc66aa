// Tags and their attributes: 13.2.5.6 to .8 and .32 to .40.
#include <algorithm>
#include <cstring>

#include "core/html/known_names.h"
#include "core/html/scan.h"
#include "core/html/tokenizer.h"

namespace khabar {
namespace {

// scan_name reads 16 bytes; near the end of the input they come from a padded copy.
ScannedName scan_name_before(const char* p, const char* end) {
  if (end - p >= 16) [[likely]]
    return scan_name(p);
  char padded[16];
  std::memset(padded, '>', sizeof padded);
  std::memcpy(padded, p, static_cast<std::size_t>(end - p));
  return scan_name(padded);
}

void store_key(NameKey key, char* out) {
  for (unsigned i = 0; i < 8; ++i) {
    out[i] = static_cast<char>(key.low >> (8 * i));
    out[8 + i] = static_cast<char>(key.high >> (8 * i));
  }
}

bool same_name(const Attribute& a, const Attribute& b) {
  if (a.id != b.id || a.name_length != b.name_length) return false;
  return a.id != AttributeName::other ||
         std::memcmp(a.name_bytes, b.name_bytes, a.name_length) == 0;
}

// A bit of 64 for a name: an attribute whose bit is new cannot be a duplicate.
std::uint64_t bloom_bit(const Attribute& attribute) {
  const auto first = static_cast<unsigned char>(attribute.name_bytes[0]);
  const auto last = static_cast<unsigned char>(attribute.name_bytes[attribute.name_length - 1]);
  return std::uint64_t{1} << ((first * 7u + last * 31u + attribute.name_length) & 63);
}

}  // namespace

// At the first letter of the name. An unfinished tag at the end of the input is dropped.
bool Tokenizer::read_tag(Token& token, TokenKind kind) {
  token.kind = kind;
  token.self_closing = false;
  token.attribute_count = 0;
  const char* p = read_tag_name(p_, token);
  if (p != end_ && *p == '>') [[likely]] {  // most tags: no attributes
    p_ = p + 1;
    if (kind == TokenKind::start_tag) last_start_tag_ = token.text;
    return true;
  }
  // One more than may be kept, so that the next attribute always has a place to be read into.
  auto* attributes =
      reinterpret_cast<Attribute*>(attributes_.reserve((attributes_max_ + 1) * sizeof(Attribute)));
  std::uint64_t seen = 0;
  std::uint32_t count = 0;
  for (;;) {
    p = skip_html_space(p, end_);
    if (p == end_) {
      p_ = end_;
      return false;
    }
    if (*p == '>') break;
    if (*p == '/') {
      ++p;
      if (p != end_ && *p == '>') {
        token.self_closing = true;
        break;
      }
      continue;
    }
    Attribute& attribute = attributes[count];
    p = read_attribute(p, attribute);
    if (count == attributes_max_) [[unlikely]] {
      dropped_attributes_ = true;
      continue;
    }
    const std::uint64_t bit = bloom_bit(attribute);
    const bool is_new = (seen & bit) == 0 ||
                        std::none_of(attributes, attributes + count,
                                     [&](const Attribute& a) { return same_name(a, attribute); });
    seen |= bit;
    if (is_new) ++count;
  }
  p_ = p + 1;
  token.attributes = attributes;
  token.attribute_count = count;
  if (kind == TokenKind::start_tag) last_start_tag_ = token.text;
  return true;
}

const char* Tokenizer::read_tag_name(const char* p, Token& token) {
  const ScannedName name = scan_name_before(p, end_);
  const char* name_end = p + name.length;
  const bool complete =
      name.length < 16 && (name_end >= end_ || (*name_end != '=' && *name_end != '\0'));
  if (!complete) [[unlikely]] {
    p = read_long_name(p, false, token.text);
    token.tag = find_tag(token.text);
    return p;
  }
  token.tag = find_tag(name.key);
  token.text = {p, name.length};
  if (name.has_upper) {
    if (token.tag != Tag::none) {
      token.text = known_tag_name(token.tag);
    } else {
      char* lower = bytes_.reserve(16);
      store_key(name.key, lower);
      bytes_.commit(name.length);
      token.text = {lower, name.length};
    }
  }
  return name_end;
}

// Names with NUL, of 16 bytes and more, or of tags with '=' in them.
const char* Tokenizer::read_long_name(const char* p, bool equals_ends, std::string_view& name) {
  const char* begin = p;
  bool as_is = true;
  std::size_t nuls = 0;
  // An '=' that begins an attribute name belongs to it.
  for (; p != end_; ++p) {
    if (*p == '\0') {
      ++nuls;
    } else if (*p == '=') {
      if (equals_ends && p != begin) break;
    } else if (ends_name(*p)) {
      break;
    } else {
      as_is &= ascii_lower(*p) == *p;
    }
  }
  name = {begin, static_cast<std::size_t>(p - begin)};
  if (as_is && nuls == 0) return p;
  char* out = bytes_.allocate(name.size() + 2 * nuls);
  name = {out, name.size() + 2 * nuls};
  for (const char* in = begin; in != p; ++in) {
    if (*in == '\0') {
      std::memcpy(out, "\xEF\xBF\xBD", 3);
      out += 3;
    } else {
      *out++ = ascii_lower(*in);
    }
  }
  return p;
}

const char* Tokenizer::read_attribute(const char* p, Attribute& attribute) {
  p = read_attribute_name(p, attribute);
  attribute.ns = AttributeNamespace::none;
  attribute.value_bytes = p;
  attribute.value_length = 0;
  if (p != end_ && *p == '=') [[likely]]
    return read_attribute_value(p + 1, attribute);
  const char* behind = skip_html_space(p, end_);
  if (behind != end_ && *behind == '=') return read_attribute_value(behind + 1, attribute);
  return p;
}

const char* Tokenizer::read_attribute_name(const char* p, Attribute& attribute) {
  const ScannedName name = scan_name_before(p, end_);
  const char* name_end = p + name.length;
  // Length 0: '=' first, or NUL.
  const bool complete =
      name.length != 0 && name.length < 16 && (name_end >= end_ || *name_end != '\0');
  if (!complete) [[unlikely]] {
    std::string_view long_name;
    p = read_long_name(p, true, long_name);
    attribute.name_bytes = long_name.data();
    attribute.name_length = static_cast<std::uint32_t>(long_name.size());
    attribute.id = find_attribute_name(long_name);
    return p;
  }
  attribute.id = find_attribute_name(name.key);
  attribute.name_bytes = p;
  attribute.name_length = name.length;
  if (name.has_upper) {
    char* lower = bytes_.reserve(16);
    store_key(name.key, lower);
    bytes_.commit(name.length);
    attribute.name_bytes = lower;
  }
  return name_end;
}

// Behind the '='.
const char* Tokenizer::read_attribute_value(const char* p, Attribute& attribute) {
  p = skip_html_space(p, end_);
  if (p == end_ || *p == '>') return p;
  if (*p == '"') return read_quoted_value<'"'>(p + 1, attribute);
  if (*p == '\'') return read_quoted_value<'\''>(p + 1, attribute);
  return read_unquoted_value(p, attribute);
}

template <char Quote>
const char* Tokenizer::read_quoted_value(const char* p, Attribute& attribute) {
  const char* begin = p;
  RunContent content;
  for (;; ++p) {
    p = find_any<Quote, '&', '\r', '\0'>(p, end_);
    if (p == end_) return p;  // the tag is dropped with its value
    if (*p == Quote) break;
    if (*p == '&') {
      content.references = true;
    } else if (*p == '\r') {
      content.newlines = true;
    } else {
      content.nul = true;
    }
  }
  set_value(attribute, begin, p, content);
  return p + 1;
}

const char* Tokenizer::read_unquoted_value(const char* p, Attribute& attribute) {
  const char* begin = p;
  RunContent content;
  for (; p != end_ && *p != '>' && !is_html_space(*p); ++p) {
    if (*p == '&') {
      content.references = true;
    } else if (*p == '\0') {
      content.nul = true;
    }
  }
  set_value(attribute, begin, p, content);
  return p;
}

void Tokenizer::set_value(Attribute& attribute, const char* begin, const char* end,
                          RunContent content) {
  const std::string_view value =
      read_run(begin, end, content, ReferenceMode::attribute, NulRule::replace);
  attribute.value_bytes = value.data();
  attribute.value_length = static_cast<std::uint32_t>(value.size());
}

}  // namespace khabar
